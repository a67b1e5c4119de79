//! Attributes of the class itself: what `#[classattr]` makes.

use crate::attributes::{Options, at};
use crate::callee::Callee;
use crate::item::{FnArg, ImplConst, Signature};
use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Ident, Path, Result, Type};

/// The `ClassAttribute` of a name and a body that makes `result`.
fn write(krate: &Path, name: &str, body: TokenStream) -> TokenStream {
    let m = quote!(#krate::macros);
    quote! {
        #m::ClassAttribute::new(#name, {
            fn make<'f>(f: &#krate::Frame<'f>) -> #krate::Result<#m::Returned> { #body }
            make
        })
    }
}

/// A function that makes the value when the class is made.
pub fn of_function(
    krate: &Path,
    name: &str,
    ident: &Ident,
    callee: &Callee,
    call: &TokenStream,
) -> Result<TokenStream> {
    if !callee.parameters.is_empty() {
        return Err(syn::Error::new(
            ident.span(),
            "nobody gives an attribute of a class arguments: remove the parameters (a frame may stay)",
        ));
    }
    let returned = at(callee.output, quote!(#krate::macros::Outcome::returned(result, f)));
    Ok(write(krate, name, quote!(let result = #call; #returned)))
}

/// A frame that nobody may detach: the class is being made.
pub fn check(sig: &Signature) -> Result<()> {
    for input in &sig.inputs {
        if let FnArg::Typed(input) = input
            && let Type::Reference(r) = &*input.ty
            && let Some(token) = &r.mutability
        {
            return Err(syn::Error::new(
                token.span(),
                "a class that is being made cannot wait: write `f: &Frame`",
            ));
        }
    }
    Ok(())
}

/// `#[classattr] const NAME: T = ..;`: its name, and what makes it. `None`: another constant.
pub fn of_constant(
    krate: &Path,
    class: &Type,
    item: &mut ImplConst,
) -> Result<Option<(String, TokenStream)>> {
    let is_ours = |a: &syn::Attribute| a.path().is_ident("classattr");
    let marked = item.attrs.iter().any(is_ours);
    item.attrs.retain(|a| !is_ours(a));
    let mut options = Options::default();
    options.take(&mut item.attrs)?;
    let name = options.name(&item.ident)?;
    options.finish("`name`, beside `#[classattr]`")?;
    if !marked {
        return Ok(None);
    }
    // The name is that of Python: `__match_args__`.
    item.attrs.push(syn::parse_quote!(#[allow(non_upper_case_globals)]));
    let m = quote!(#krate::macros);
    let ident = &item.ident;
    let returned = at(item.ty.span(), quote!(#m::Outcome::returned(result, f)));
    Ok(Some((name.clone(), write(krate, &name, quote!(let result = <#class>::#ident; #returned)))))
}
