//! A method of the block.

use super::attribute;
use super::part::Part;
use super::receiver::Receiver;
use super::role::Role;
use super::special::{self, Shape, Special, special};
use crate::attributes::{Options, c_pointer, doc};
use crate::callee::{Callee, Kind, frame_lifetime};
use crate::function::{Entry, entry, text_signature};
use crate::item::Function;
use crate::lifetimes;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Ident, Path, Result, Type};

/// A method, ready to be written.
pub struct Method<'a> {
    pub role: Role,
    pub name: String,
    pub ident: &'a Ident,
    pub callee: Callee,
    pub options: Options,
    pub doc: Option<String>,
    /// Makes `this_value`.
    pub take: TokenStream,
    /// The Rust call.
    pub call: TokenStream,
    /// It takes `&self`.
    payload: bool,
}

impl<'a> Method<'a> {
    /// Reads a function of the block, and fills in its lifetimes.
    pub fn read(krate: &Path, class: &Type, method: &'a mut Function) -> Result<Self> {
        let role = Role::take(&method.sig.ident, &mut method.attrs)?;
        let mut options = Options::default();
        options.take(&mut method.attrs)?;
        let lifetime = frame_lifetime(&method.sig)?;
        let declared = method.sig.generics.lifetimes().next().is_some();
        let (receiver, first) = Receiver::of(method, &lifetime)?;
        if role.has_receiver() && matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(
                method.sig.ident.span(),
                "a method takes `&self` or `this: Handle<Self>`: add it, or put `#[staticmethod]` or `#[classmethod]` here",
            ));
        }
        if !role.has_receiver() && !matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(first.span(), "there is no instance here: remove the receiver"));
        }
        if first.is_some() {
            let rest = method.sig.inputs.iter().skip(1).cloned().collect();
            method.sig.inputs = rest;
        }
        if let (syn::ReturnType::Type(_, ty), Some(class)) =
            (&mut method.sig.output, lifetimes::type_name(class))
        {
            lifetimes::open(ty, &format!("{class}Init"));
        }
        let name = options.name(&method.sig.ident)?;
        if role != Role::New
            && let Some(text) = special::refused(&name)
        {
            return Err(syn::Error::new(method.sig.ident.span(), text));
        }
        if arity_of(role, &name).is_some() || role == Role::Attribute {
            for option in ["signature", "text_signature"] {
                if let Some(span) = options.span(option) {
                    return Err(syn::Error::new(
                        span,
                        format!(
                            "Python decides what `{name}` is given, so it has no signature: remove the option"
                        ),
                    ));
                }
            }
        }
        if role == Role::Attribute {
            attribute::check(&method.sig)?;
            method.attrs.push(syn::parse_quote!(#[allow(non_snake_case)]));
        }
        let kind = match role {
            Role::Method => Kind::Bound,
            Role::Class => Kind::OfClass,
            Role::NewOfClass => Kind::New,
            _ => Kind::Plain,
        };
        let callee = Callee::new(&mut method.sig, &mut options, kind)?;
        if let Some(first) = first {
            method.sig.inputs.insert(0, first);
            if !declared && method.sig.generics.lifetimes().next().is_none() {
                method.sig.generics.params.insert(0, syn::parse_quote!(#lifetime));
            }
        }
        check_arity(role, &name, &method.sig.ident, callee.parameters.len())?;
        let doc = doc(&method.attrs)?;
        crate::attributes::quiet(&mut method.attrs);
        let ident = &method.sig.ident;
        let take = receiver.take(&quote!(#krate::macros), class, &name);
        let this_value = (!matches!(receiver, Receiver::None)).then(|| quote!(this_value,));
        let arguments = callee.call_arguments(krate);
        let call = quote!(<#class>::#ident(#this_value #(#arguments),*));
        let payload = matches!(receiver, Receiver::Payload);
        Ok(Method { role, name, ident, callee, options, doc, take, call, payload })
    }

    /// The special method that it is.
    pub fn special(&self) -> Option<Special> {
        special(&self.name).filter(|_| self.role == Role::Method)
    }

    /// The name of what a property's function is about.
    pub fn property(&self) -> String {
        let prefix = match self.role {
            Role::Getter => "get_",
            Role::Setter => "set_",
            _ => "delete_",
        };
        self.name.strip_prefix(prefix).unwrap_or(&self.name).to_owned()
    }

    /// What it is as an ordinary self.
    pub fn definition(&mut self, krate: &Path, class: &Type) -> Result<TokenStream> {
        let name = &self.name;
        let m = quote!(#krate::macros);
        let first = match self.role {
            Role::Static => None,
            Role::Class => Some("$type"),
            _ => Some("$self"),
        };
        let text = text_signature(&mut self.options, first, &self.callee)?;
        let shown = format!("{}.{name}", quote!(#class));
        let Entry { convention, function } =
            entry(krate, &format_ident!("entry"), &shown, &self.callee, &self.take, &self.call);
        let flags = match self.role {
            Role::Static => quote!(#m::type_flags::METHOD_STATIC),
            Role::Class => quote!(#m::type_flags::METHOD_CLASS),
            _ => quote!(0),
        };
        let (c_name, c_doc, text) =
            (c_pointer(Some(name)), c_pointer(self.doc.as_deref()), c_pointer(text.as_deref()));
        Ok(quote!({
            #[allow(unused_variables, clippy::all)]
            #function
            #m::FunctionDef {
                size: ::core::mem::size_of::<#m::FunctionDef>(),
                name: #c_name,
                doc: #c_doc,
                signature: #text,
                convention: #m::Convention::#convention,
                flags: #flags,
                entry: entry as *const ::core::ffi::c_void,
            }
        }))
    }

    /// What it is as a part of a slot.
    pub fn part(&mut self, krate: &Path, class: &Type, shape: Shape, part: usize) -> Result<Part> {
        let (take, call, span) = (&self.take, &self.call, self.ident.span());
        Ok(match shape {
            Shape::Call | Shape::Init => {
                self.options.expr("text_signature")?;
                let shown = format!("{}.{}", quote!(#class), self.name);
                let bind = self.callee.bind(krate, &shown).whole();
                Part::with_signature(bind, &self.callee, take, call, span)
            }
            Shape::Memory => {
                // It runs where there is no frame.
                let only = matches!(self.callee.sources.as_slice(), []) && self.payload;
                if !only {
                    return Err(syn::Error::new(
                        span,
                        "memory is lent by the instance, for as long as it lives: write `fn __buffer__(&self) -> Memory<'_>`, without a frame",
                    ));
                }
                Part::with_signature(TokenStream::new(), &self.callee, &TokenStream::new(), call, span)
            }
            _ => Part::new(krate, class, shape, part, self),
        })
    }
}

/// How many arguments Python gives, at least and at most, where it decides that.
fn arity_of(role: Role, name: &str) -> Option<(usize, usize)> {
    match role {
        Role::Getter | Role::Deleter => Some((0, 0)),
        Role::Setter => Some((1, 1)),
        Role::Method => special(name).and_then(|special| special.arity),
        _ => None,
    }
}

fn check_arity(role: Role, name: &str, ident: &Ident, count: usize) -> Result<()> {
    let Some((least, most)) = arity_of(role, name) else { return Ok(()) };
    if (least..=most).contains(&count) {
        return Ok(());
    }
    let what = match role {
        Role::Getter => "a getter".to_owned(),
        Role::Setter => "a setter".to_owned(),
        Role::Deleter => "a deleter".to_owned(),
        _ => format!("`{name}`"),
    };
    let text = match (least, most) {
        (0, 0) => "no argument: remove what follows the receiver",
        (1, 1) => "one argument: write one after the receiver",
        (1, 2) => "one or two arguments: write them after the receiver",
        _ => "two arguments: write two after the receiver",
    };
    Err(syn::Error::new(ident.span(), format!("{what} takes {text} (a frame does not count)")))
}
