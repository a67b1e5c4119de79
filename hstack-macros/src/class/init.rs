//! What `#[new]` returns: the struct itself, or, when it has fields or a base, an `Init` struct:
//! `NodeInit { base, payload.., next }`.

use super::fields::Reference;
use super::options::ClassOptions;
use crate::item::ItemStruct;
use proc_macro2::TokenStream;
use quote::format_ident;

pub fn instance(options: &ClassOptions, item: &ItemStruct, references: &[Reference]) -> TokenStream {
    let (krate, class) = (&options.krate, &item.ident);
    let m = quote!(#krate::macros);
    let to_py = |parameters: TokenStream, ty: TokenStream| {
        quote! {
            impl<'f> #krate::ToPy<'f> for #ty #parameters {
                #[inline(always)]
                fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                    #m::made(f, self)
                }
            }
        }
    };
    if references.is_empty() && options.extends.is_none() {
        return to_py(TokenStream::new(), quote!(#class));
    }
    let init = format_ident!("{class}Init");
    let vis = &item.vis;
    let base = options.extends.as_ref().map(|base| quote!(<#base as #krate::Base>::Part<'f>));
    let part = match &base {
        Some(base) => quote!(#base),
        None => quote!(#m::BaseArgs<'f, #krate::types::Any>),
    };
    let base_field = base.as_ref().map(|base| {
        quote! {
            /// What the base's part of it is made from.
            #vis base: #base,
        }
    });
    let (given, write_base) = match base {
        Some(_) => (quote!(#m::Part::given(&self.base)), quote!(#m::Part::write(self.base, f, object)?;)),
        None => (quote!(::core::option::Option::None), TokenStream::new()),
    };
    // The fields of a tuple struct are called as its places are.
    let plain: Vec<_> = item.fields.members().zip(&item.fields).collect();
    let plain_name = |member: &syn::Member| match member {
        syn::Member::Named(ident) => ident.clone(),
        syn::Member::Unnamed(index) => format_ident!("_{}", index.index),
    };
    let (plain_member, plain_ident): (Vec<_>, Vec<_>) = plain.iter().map(|(m, _)| (m, plain_name(m))).unzip();
    let (plain_vis, plain_ty): (Vec<_>, Vec<_>) = plain.iter().map(|(_, f)| (&f.vis, &f.ty)).unzip();
    let field_vis = references.iter().map(|r| &r.vis);
    let field_ident = references.iter().map(|r| &r.ident);
    let field_ty = references.iter().map(|Reference { ty, whole, .. }| match ty {
        Some(ty) => quote!(::core::option::Option<#krate::Handle<'f, #ty>>),
        None => quote!(<#whole as #m::Container>::Items<'f>),
    });
    let write_fields = references.iter().map(|Reference { ident, ty, whole, index, .. }| match ty {
        Some(_) => quote!(#m::write_field::<#class>(f, object, #index, #m::lend(self.#ident))?;),
        None => quote!(#m::write_container::<#class, #whole>(f, object, #index, self.#ident)?;),
    });
    let doc = format!("What an instance of [`{class}`] is made from.");
    let to_py = to_py(quote!(<'f>), quote!(#init));
    quote! {
        #[doc = #doc]
        #vis struct #init<'f> {
            #base_field
            #(#[allow(missing_docs)] #plain_vis #plain_ident: #plain_ty,)*
            #(#[allow(missing_docs)] #field_vis #field_ident: #field_ty,)*
        }

        impl<'f> #m::Part<'f> for #init<'f> {
            #[inline(always)]
            fn given(&self) -> ::core::option::Option<#m::Given<'f>> {
                #given
            }

            #[inline(always)]
            unsafe fn write(self, f: &#krate::Frame<'f>, object: #m::Live<'_>) -> #krate::Result {
                unsafe {
                    #m::write_payload(f, object, #class { #(#plain_member: self.#plain_ident),* });
                    #write_base
                    #(#write_fields)*
                }
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn initialize(f: &#krate::Frame<'f>, object: #m::Live<'_>, given: #m::Given<'f>) -> #krate::Result {
                <#part as #m::Part<'f>>::initialize(f, object, given)
            }
        }

        impl<'f> #m::Instance<'f> for #init<'f> {
            type Class = #class;
        }

        #to_py
    }
}

/// What a class that extends this one hands up.
pub fn part(options: &ClassOptions, item: &ItemStruct, references: &[Reference]) -> TokenStream {
    let class = &item.ident;
    if references.is_empty() && options.extends.is_none() {
        quote!(#class)
    } else {
        let init = format_ident!("{class}Init");
        quote!(#init<'f>)
    }
}
