//! How a method takes its instance.

use crate::lifetimes;
use proc_macro2::TokenStream;
use syn::{FnArg, ImplItemFn, Lifetime, Result, Type};

pub enum Receiver {
    /// `&self`
    Payload,
    /// `this: Handle<Self>`
    Handle,
    None,
}

impl Receiver {
    /// Finds the receiver of a signature, and fills in its lifetime.
    pub fn of(method: &mut ImplItemFn, lifetime: &Lifetime) -> Result<(Receiver, Option<FnArg>)> {
        let first = method.sig.inputs.first_mut();
        match first {
            Some(FnArg::Receiver(r)) => {
                if let Some(token) = &r.mutability {
                    return Err(syn::Error::new(
                        token.span,
                        "instances are shared, so a method takes `&self`: change values through atomics or locks in the struct",
                    ));
                }
                if r.reference.is_none() {
                    return Err(syn::Error::new(
                        r.self_token.span,
                        "instances belong to Python, so a method cannot take `self`: write `&self`",
                    ));
                }
                if let Some((_, l)) = &mut r.reference {
                    l.get_or_insert_with(|| lifetime.clone());
                }
                let first = method.sig.inputs.first().cloned();
                Ok((Receiver::Payload, first))
            }
            Some(FnArg::Typed(t))
                if lifetimes::type_name(&t.ty).as_deref() == Some("Handle") && is_handle_of_self(&t.ty) =>
            {
                lifetimes::fill(&mut t.ty, lifetime);
                let first = method.sig.inputs.first().cloned();
                Ok((Receiver::Handle, first))
            }
            _ => Ok((Receiver::None, None)),
        }
    }

    /// The statement that makes `this_value` of `this`.
    pub fn take(&self, m: &TokenStream, class: &Type) -> TokenStream {
        match self {
            Receiver::Payload => quote!(let this_value = #m::slots::payload::<#class>(f, this)?;),
            Receiver::Handle => quote!(let this_value = #m::slots::receiver::<#class>(f, this)?;),
            Receiver::None => TokenStream::new(),
        }
    }
}

fn is_handle_of_self(ty: &Type) -> bool {
    let Type::Path(p) = ty else { return false };
    let Some(last) = p.path.segments.last() else { return false };
    let syn::PathArguments::AngleBracketed(a) = &last.arguments else { return false };
    a.args.iter().any(|a| matches!(a, syn::GenericArgument::Type(Type::Path(t)) if t.path.is_ident("Self")))
}
