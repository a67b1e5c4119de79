//! What `#[new]` returns: the struct itself, or with fields `NodeInit { payload.., next }`.

use super::fields::Reference;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::{ItemStruct, Path};

pub fn instance(krate: &Path, item: &ItemStruct, references: &[Reference]) -> TokenStream {
    let class = &item.ident;
    if references.is_empty() {
        return quote! {
            impl<'f> #krate::ToPy<'f> for #class {
                #[inline(always)]
                fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                    #krate::macros::made(f, self)
                }
            }
        };
    }
    let init = format_ident!("{class}Init");
    let vis = &item.vis;
    let plain_vis: Vec<_> = item.fields.iter().map(|f| &f.vis).collect();
    let plain_ident: Vec<_> = item.fields.iter().map(|f| &f.ident).collect();
    let plain_ty: Vec<_> = item.fields.iter().map(|f| &f.ty).collect();
    let field_vis = references.iter().map(|r| &r.vis);
    let field_ident: Vec<_> = references.iter().map(|r| &r.ident).collect();
    let field_ty = references.iter().map(|r| &r.ty);
    let doc = format!("What an instance of [`{class}`] is made from.");
    quote! {
        #[doc = #doc]
        #vis struct #init<'f> {
            #(#[allow(missing_docs)] #plain_vis #plain_ident: #plain_ty,)*
            #(#[allow(missing_docs)] #field_vis #field_ident: ::core::option::Option<#krate::Handle<'f, #field_ty>>,)*
        }

        impl<'f> #krate::macros::Instance<'f> for #init<'f> {
            type Class = #class;
            #[inline(always)]
            fn split<R>(self, g: impl ::core::ops::FnOnce(#class, &[::core::option::Option<#krate::macros::Live<'_>>]) -> R) -> R {
                g(#class { #(#plain_ident: self.#plain_ident),* }, &[#(#krate::macros::lend(self.#field_ident)),*])
            }
        }

        impl<'f> #krate::ToPy<'f> for #init<'f> {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                #krate::macros::made(f, self)
            }
        }
    }
}
