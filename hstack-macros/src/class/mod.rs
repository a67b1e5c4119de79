//! `#[class]`

mod definition;
mod enums;
mod fields;
mod init;
mod options;
mod pickle;
mod shared;
mod structs;

use crate::attributes::Options;
use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Generics, Result};

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let span = item.span();
    if let Ok(item) = syn::parse2(item.clone()) {
        return structs::expand(Options::parse(arguments)?, item);
    }
    match syn::parse2(item) {
        Ok(item) => enums::expand(Options::parse(arguments)?, item),
        _ => Err(syn::Error::new(
            span,
            "`#[class]` stands on a struct or an enum: write `#[class] struct Name { .. }`",
        )),
    }
}

/// A class has no parameters.
fn refuse_parameters(generics: &Generics) -> Result<()> {
    let Some(param) = generics.params.first() else { return Ok(()) };
    let text = match param {
        syn::GenericParam::Lifetime(_) => {
            "a class has no lifetimes, because Python keeps its instances: keep objects in a `Field<T>` or a `Global<T>`, and text in a `String`"
        }
        _ => {
            "a class has no type parameters, because Python makes its instances: write one class for each type"
        }
    };
    Err(syn::Error::new(param.span(), text))
}
