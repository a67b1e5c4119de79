//! `#[methods]`

mod attribute;
mod items;
mod method;
mod part;
pub mod property;
mod receiver;
mod role;
mod slot;
mod special;

use crate::attributes::Options;
use crate::item::{ImplItem, ItemImpl};
use items::Items;
use proc_macro2::TokenStream;
use slot::Protocol;
use syn::Result;
use syn::spanned::Spanned;

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemImpl = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(item.span(), "`#[methods]` stands on an `impl` block: write `impl Type { .. }`")
    })?;
    let mut options = Options::parse(arguments)?;
    let krate = options.krate()?;
    let protocol = protocol(&mut options)?;
    options.finish("`sequence`, `mapping` and `crate`")?;
    if let Some((of, _)) = &item.of {
        return Err(syn::Error::new(
            of.span(),
            "`#[methods]` stands on an inherent `impl` block: write `impl Type { .. }`",
        ));
    }
    if let Some(param) = item.generics.params.first() {
        return Err(syn::Error::new(
            param.span(),
            "a class has no parameters, so its `impl` block has none: remove this one, or move it to a method",
        ));
    }
    let class = item.self_ty.clone();
    let mut items = Items::new(krate, class, protocol);
    for inner in &mut item.items {
        match inner {
            ImplItem::Fn(method) => items.method(method)?,
            ImplItem::Const(constant) => items.constant(constant)?,
            _ => {}
        }
    }
    let generated = items.generate()?;
    Ok(quote!(#item #generated))
}

/// Which protocols `__getitem__` and the like belong to.
fn protocol(options: &mut Options) -> Result<Protocol> {
    match (options.flag_span("sequence")?, options.flag_span("mapping")?) {
        (None, None) => Ok(Protocol::Both),
        (Some(_), None) => Ok(Protocol::Sequence),
        (None, Some(_)) => Ok(Protocol::Mapping),
        (Some(_), Some(span)) => Err(syn::Error::new(
            span,
            "a class is a `sequence` or a `mapping`: keep one; without either it is what a class of Python is",
        )),
    }
}
