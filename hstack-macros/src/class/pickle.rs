//! `#[class(pickle)]`: `__reduce__` and what it refers to, from the fields of the struct.

use super::fields::Reference;
use super::options::ClassOptions;
use crate::attributes::at;
use crate::item::ItemStruct;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::Ident;
use syn::spanned::Spanned;

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
    // What the base has comes first; that it has none is one error, at its name.
    let base = |item: TokenStream| {
        options.extends.as_ref().map(|base| at(base.span(), quote!(<#base as #m::Pickle>::#item)))
    };
    let values_above = base(quote!(VALUES)).unwrap_or(quote!(0));
    let fields_above = base(quote!(FIELDS)).unwrap_or(quote!(0));
    let part = super::init::part(options, item, references);
    let init = match references.is_empty() && options.extends.is_none() {
        true => quote!(#class { #(#members: #names),* }),
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
            let base = base(quote!(init(f, values)?)).map(|init| quote!(base: #init,));
            quote!(#init { #base #(#idents: #names,)* #(#fields),* })
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
        load.push(quote!(#m::pickle::#get(f, this, #class::#key, state, #fields_above + #index)?;));
    }
    let base_values = base(quote!(values(f, this.as_base(), values)?;));
    let base_fields = base(quote!(fields(f, this.as_base(), state)?;));
    let base_items = base(quote!(items(f, this.as_base()))).unwrap_or(quote!(::core::result::Result::Ok((
        ::core::option::Option::None,
        ::core::option::Option::None
    ))));
    let base_set_fields = base(quote!(set_fields(f, this.as_base(), state)?;));
    let who = format!("{}.__reduce__", options.name);
    let (value_count, field_count) = (members.len(), references.len());
    let generated = quote! {
        const _: () = {
            #[allow(unused_variables)]
            impl #m::Pickle for #class {
                const VALUES: usize = #values_above + #value_count;
                const FIELDS: usize = #fields_above + #field_count;
                type Init<'f> = #part;

                fn values<'f>(f: &mut #krate::Frame<'f>, this: #krate::Handle<'f, Self>, values: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #base_values
                    let guard = #m::slots::share::<#class>(f, this.as_any(), &#who)?;
                    // SAFETY: the payload is not used once the guard is gone.
                    let payload = unsafe { #m::Lend::get(&guard) };
                    #(#m::pickle::save(f, &payload.#members, values)?;)*
                    ::core::result::Result::Ok(())
                }

                fn init<'f>(f: &#krate::Frame<'f>, values: #krate::Handle<'f, #krate::types::Tuple>) -> #krate::Result<Self::Init<'f>> {
                    #(let #names: #types = #m::pickle::load(f, values, #values_above + #indices)?;)*
                    ::core::result::Result::Ok(#init)
                }

                fn fields<'f>(f: &#krate::Frame<'f>, this: #krate::Handle<'f, Self>, state: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #base_fields
                    #(#save)*
                    ::core::result::Result::Ok(())
                }

                fn set_fields<'f>(f: &#krate::Frame<'f>, this: #krate::Handle<'f, Self>, state: #krate::Handle<'f, #krate::types::List>) -> #krate::Result {
                    #base_set_fields
                    #(#load)*
                    ::core::result::Result::Ok(())
                }

                fn items<'f>(f: &#krate::Frame<'f>, this: #krate::Handle<'f, Self>) -> #krate::Result<#m::pickle::Items<'f>> {
                    #base_items
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
