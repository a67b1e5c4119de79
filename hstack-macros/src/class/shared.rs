//! `#[class(shared = "name/version")]`: what the binaries that share a class compare.

use super::fields::Reference;
use super::options::{ClassOptions, is_dotted};
use crate::attributes::{Options, at, c_literal};
use crate::item::ItemStruct;
use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Result};

/// How other binaries know a class.
pub struct SharedAs {
    pub span: Span,
    name: String,
    version: u32,
}

/// `shared = "dotted.name/1"`
pub fn option(options: &mut Options) -> Result<Option<SharedAs>> {
    let Some(text) = options.text("shared")? else { return Ok(None) };
    let whole = text.value();
    let parsed = whole.split_once('/').filter(|(name, _)| is_dotted(name));
    match parsed.and_then(|(name, version)| Some((name.to_owned(), version.parse().ok()?))) {
        Some((name, version)) => Ok(Some(SharedAs { span: text.span(), name, version })),
        None => Err(syn::Error::new(
            text.span(),
            format!(
                "{whole:?} does not say which class is shared: write its name and version, as \"package.Name/1\""
            ),
        )),
    }
}

/// Fixes the layout of the struct, and refuses what cannot be shared.
pub fn prepare(options: &ClassOptions, item: &mut ItemStruct, references: &[Reference]) -> Result<()> {
    if options.shared.is_none() {
        return Ok(());
    }
    let refuse = |span: Span, what: &str| Err(syn::Error::new(span, what));
    if let Some(span) = options.exclusive {
        return refuse(
            span,
            "the instances of a shared class do not change, because binaries need not agree about locks: remove `exclusive` or `shared`",
        );
    }
    if let Some(base) = &options.extends {
        return refuse(
            base.span(),
            "a shared class has no base, which the other binaries would have to share too: remove `extends` or `shared`",
        );
    }
    if let Some(reference) = references.first() {
        return refuse(
            reference.whole.span(),
            "a shared class has no references to objects, which only its own binary could follow: keep them in a class that is not shared",
        );
    }
    match item.attrs.iter().find(|attr| attr.path().is_ident("repr")) {
        None => item.attrs.push(syn::parse_quote!(#[repr(C)])),
        Some(attr) if is_c(attr) => {}
        Some(attr) => {
            return refuse(
                attr.span(),
                "a shared class has the layout of C, which all binaries agree about: write `#[repr(C)]`, or nothing, for that is the default here",
            );
        }
    }
    Ok(())
}

fn is_c(attr: &Attribute) -> bool {
    matches!(&attr.meta, Meta::List(list) if list.tokens.to_string() == "C")
}

/// The static that says it, `SHARED`, and the call that gives it to the definition.
pub fn definition(
    shared: &SharedAs,
    options: &ClassOptions,
    item: &ItemStruct,
) -> (TokenStream, TokenStream) {
    let (krate, class) = (&options.krate, &item.ident);
    let m = quote!(#krate::macros);
    let (name, version) = (c_literal(&shared.name), shared.version);
    let fields = item.fields.members().zip(&item.fields).map(|(member, field)| {
        let name = match &member {
            syn::Member::Named(ident) => crate::signature::python_name(ident),
            syn::Member::Unnamed(index) => index.index.to_string(),
        };
        let (name, ty) = (c_literal(&name), &field.ty);
        at(ty.span(), quote!(#m::shared::field::<#ty>(#name, ::core::mem::offset_of!(#class, #member))))
    });
    let item = quote! {
        static FIELDS: &[#m::SharedField] = &[#(#fields),*];
        // SAFETY: these are the fields of the struct, which has the layout of C.
        static SHARED: #m::SharedDef =
            unsafe { #m::shared::definition::<#class>(#name, #version, FIELDS) };
    };
    (item, quote!(.shared(#m::shared::Shared::new(&SHARED))))
}
