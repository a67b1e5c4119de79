//! How a method takes its instance.

use crate::attributes::at;
use crate::item::{FnArg, Function};
use crate::lifetimes;
use proc_macro2::TokenStream;
use syn::{Lifetime, Result, Type};

pub enum Receiver {
    /// `&self`
    Payload,
    /// `&mut self`, and where it says `mut`
    Exclusive(proc_macro2::Span),
    /// `this: Handle<Self>`
    Handle,
    None,
}

impl Receiver {
    /// Finds the receiver of a signature, and fills in its lifetime.
    pub fn of(method: &mut Function, lifetime: &Lifetime) -> Result<(Receiver, Option<FnArg>)> {
        let first = method.sig.inputs.first_mut();
        match first {
            Some(FnArg::Receiver(r)) => {
                if r.reference.is_none() {
                    return Err(syn::Error::new(
                        r.self_token.span,
                        "instances belong to Python, so a method cannot take `self`: write `&self`",
                    ));
                }
                if let Some((_, l)) = &mut r.reference {
                    l.get_or_insert_with(|| lifetime.clone());
                }
                let receiver = match &r.mutability {
                    Some(token) => Receiver::Exclusive(token.span),
                    None => Receiver::Payload,
                };
                let first = method.sig.inputs.first().cloned();
                Ok((receiver, first))
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
    pub fn take(&self, m: &TokenStream, class: &Type, name: &str) -> TokenStream {
        let who = format!("{}.{name}", lifetimes::type_name(class).unwrap_or_default());
        match self {
            // What is taken out of the borrow is gone before that is dropped, at the end of the call.
            Receiver::Payload => quote! {
                let guard = #m::slots::share::<#class>(f, this, &#who)?;
                let this_value = #m::Lend::get(&guard);
            },
            Receiver::Exclusive(span) => {
                let exclude = at(*span, quote!(#m::slots::exclude::<#class>(f, this, &#who)?));
                quote! {
                    let guard = #exclude;
                    let this_value = guard.get_mut();
                }
            }
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
