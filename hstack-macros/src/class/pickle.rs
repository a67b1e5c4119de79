//! `#[class(pickle)]`: `__reduce__` and what it refers to, from the fields of the struct.

use super::fields::Reference;
use super::options::ClassOptions;
use crate::item::ItemStruct;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::Ident;

/// The trait that says how an instance is taken apart and put together, and the methods that use it.
pub fn methods(
    options: &ClassOptions,
    item: &ItemStruct,
    references: &[Reference],
) -> (TokenStream, Vec<TokenStream>) {
    let (krate, class) = (&options.krate, &item.ident);
    let m = quote!(#krate::macros);
    let members: Vec<_> = item.fields.members().collect();
    let names: Vec<Ident> = (0..members.len()).map(|index| format_ident!("value_{index}")).collect();
    let types: Vec<_> = item.fields.iter().map(|field| &field.ty).collect();
    let indices: Vec<_> = (0..members.len()).collect();
    let payload = quote!(#class { #(#members: #names),* });
    let instance = match references.is_empty() {
        true => payload,
        false => {
            let init = format_ident!("{class}Init");
            let idents = members.iter().map(|member| match member {
                syn::Member::Named(ident) => ident.clone(),
                syn::Member::Unnamed(index) => format_ident!("_{}", index.index),
            });
            let fields = references.iter().map(|Reference { ident, ty, .. }| match ty {
                Some(_) => quote!(#ident: ::core::option::Option::None),
                None => quote!(#ident: ::core::default::Default::default()),
            });
            quote!(#init { #(#idents: #names,)* #(#fields),* })
        }
    };
    let (mut save, mut load) = (Vec::new(), Vec::new());
    for (index, Reference { ident, ty, .. }) in references.iter().enumerate() {
        let key = format_ident!("{}", crate::signature::python_name(ident).to_uppercase());
        let (put, get) = match ty {
            Some(_) => (quote!(save_field), quote!(load_field)),
            None => (quote!(save_container), quote!(load_container)),
        };
        save.push(quote!(#m::pickle::#put(f, this, #class::#key, state)?;));
        load.push(quote!(#m::pickle::#get(f, this, #class::#key, state, #index)?;));
    }
    let count = members.len();
    let generated = quote! {
        const _: () = {
            impl #m::Pickle for #class {
                const COUNT: usize = #count;

                #[allow(unused_variables)]
                fn values<'f>(f: &mut #krate::Frame<'f>, this: #krate::Handle<'f, Self>, values: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #(#m::pickle::save(f, &this.payload(f).#members, values)?;)*
                    ::core::result::Result::Ok(())
                }

                #[allow(unused_variables)]
                fn make<'f>(f: &#krate::Frame<'f>, class: #krate::Handle<'f, #krate::types::Type>, values: #krate::Handle<'f, #krate::types::Tuple>) -> #krate::Result<#m::Returned> {
                    #(let #names: #types = #m::pickle::load(f, values, #indices)?;)*
                    #m::slots::Constructed::construct(#instance, f, class)
                }

                #[allow(unused_variables)]
                fn fields<'f>(f: &#krate::Frame<'f>, this: #krate::Handle<'f, Self>, state: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #(#save)*
                    ::core::result::Result::Ok(())
                }

                #[allow(unused_variables)]
                fn set_fields<'f>(f: &#krate::Frame<'f>, this: #krate::Handle<'f, Self>, state: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #(#load)*
                    ::core::result::Result::Ok(())
                }
            }
        };
    };
    let methods = vec![
        quote!(#m::pickle::reduce::<#class>()),
        quote!(#m::pickle::restore::<#class>()),
        quote!(#m::pickle::set_state::<#class>()),
    ];
    (generated, methods)
}
