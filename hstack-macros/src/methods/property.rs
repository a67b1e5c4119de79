//! Properties: what `#[getter]`, `#[setter]` and `#[deleter]` make.

use crate::attributes::{at, c_pointer};
use crate::callee::Callee;
use proc_macro2::{Span, TokenStream};
use syn::{Path, Result};

/// The functions of one property.
pub struct Property {
    pub name: String,
    /// Where its first function is.
    pub span: Span,
    pub doc: Option<String>,
    /// The body of the getter.
    pub get: Option<TokenStream>,
    /// The body of the setter, with the value in `argument`.
    pub set: Option<TokenStream>,
    /// The body of the deleter.
    pub delete: Option<TokenStream>,
}

/// The body of a getter.
pub fn get(m: &TokenStream, callee: &Callee, take: &TokenStream, call: &TokenStream) -> TokenStream {
    let returned = at(callee.output, quote!(#m::Outcome::returned(result, f)));
    quote!(#take let result = #call; #returned)
}

/// The body of a setter or a deleter.
pub fn change(krate: &Path, callee: &Callee, take: &TokenStream, call: &TokenStream) -> TokenStream {
    let bind = callee.bind_one(krate);
    let done = at(callee.output, quote!(#krate::macros::init_outcome(result)));
    quote!(#take #bind let result = #call; #done)
}

impl Property {
    /// A property can be read.
    pub fn check(&self) -> Result<()> {
        if self.get.is_some() || self.set.is_some() {
            return Ok(());
        }
        Err(syn::Error::new(
            self.span,
            format!("`{}` can be deleted but neither read nor set: add a `#[getter]`", self.name),
        ))
    }

    /// Its `GetSetDef`.
    pub fn write(&self, m: &TokenStream) -> TokenStream {
        let name = &self.name;
        let (c_name, c_doc) = (c_pointer(Some(name)), c_pointer(self.doc.as_deref()));
        let get = match &self.get {
            None => quote!(::core::option::Option::None),
            Some(body) => quote!({
                unsafe extern "C" fn get(this: #m::Ref, _: *mut ::core::ffi::c_void) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::slots::unary(this, |f, this| { #body }) }
                }
                ::core::option::Option::Some(get)
            }),
        };
        let set = match (&self.set, &self.delete) {
            (None, None) => quote!(::core::option::Option::None),
            (set, delete) => {
                let set = match set {
                    Some(body) => body.clone(),
                    None => quote!(::core::result::Result::Err(#m::cannot_set(#name))),
                };
                let delete = match delete {
                    Some(body) => body.clone(),
                    None => quote!(::core::result::Result::Err(#m::cannot_delete(#name))),
                };
                quote!({
                    unsafe extern "C" fn set(this: #m::Ref, value: ::core::option::Option<#m::Ref>, _: *mut ::core::ffi::c_void) -> ::core::ffi::c_int {
                        unsafe { #m::slots::set(this, value, |f, this, value| match value {
                            ::core::option::Option::Some(argument) => { #set }
                            ::core::option::Option::None => { #delete }
                        }) }
                    }
                    ::core::option::Option::Some(set)
                })
            }
        };
        definition(m, &c_name, &c_doc, &get, &set)
    }
}

/// The definition of a property.
pub fn definition(
    m: &TokenStream,
    name: &TokenStream,
    doc: &TokenStream,
    get: &TokenStream,
    set: &TokenStream,
) -> TokenStream {
    quote! {
        #m::GetSetDef {
            size: ::core::mem::size_of::<#m::GetSetDef>(),
            name: #name,
            doc: #doc,
            get: #get,
            set: #set,
        }
    }
}
