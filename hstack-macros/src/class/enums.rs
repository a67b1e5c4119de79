//! An enum as a class: singletons when no variant has data, else a class for each variant.

use super::definition::Definition;
use super::options::ClassOptions;
use crate::attributes::{Options, at, doc};
use crate::item::ItemEnum;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Fields, Ident, Result};

/// A variant: its name in Rust and in Python.
struct Variant {
    ident: Ident,
    name: String,
    doc: Option<String>,
    fields: Fields,
}

pub fn expand(options: Options, mut item: ItemEnum) -> Result<TokenStream> {
    let options = ClassOptions::parse(options, &mut item.attrs, &item.ident)?;
    super::refuse_parameters(&item.generics)?;
    options.refuse_for_enums()?;
    if item.variants.is_empty() {
        return Err(syn::Error::new(item.ident.span(), "an enum without variants has no values: add one"));
    }
    let mut variants = Vec::new();
    for variant in &mut item.variants {
        let mut own = Options::default();
        own.take(&mut variant.attrs)?;
        let name = own.name(&variant.ident)?;
        own.finish("`name`")?;
        let (ident, fields) = (variant.ident.clone(), variant.fields.clone());
        variants.push(Variant { ident, name, doc: doc(&variant.attrs)?, fields });
    }
    let plain = variants.iter().all(|variant| matches!(variant.fields, Fields::Unit));
    let (generated, definition) = match plain {
        true => singletons(&options, &item, &variants)?,
        false => classes(&options, &item, &variants)?,
    };
    Ok(quote! {
        #item

        #generated
        #definition
    })
}

/// Every variant is one object, an attribute of the class.
fn singletons(
    options: &ClassOptions,
    item: &ItemEnum,
    variants: &[Variant],
) -> Result<(TokenStream, TokenStream)> {
    let (krate, ident) = (&options.krate, &item.ident);
    let m = quote!(#krate::macros);
    let idents: Vec<_> = variants.iter().map(|v| &v.ident).collect();
    let names: Vec<_> = variants.iter().map(|v| &v.name).collect();
    let (indices, count): (Vec<_>, _) = ((0..variants.len()).collect(), variants.len());
    let mut definition = Definition::new(options, ident, &item.vis, doc(&item.attrs)?);
    definition.derive(&options.derived);
    if let Some(span) = options.eq_int {
        let equal = at(span, quote!(#m::members::equal_int::<#ident>()));
        definition.slots.push(quote!(#m::SlotDef { slot: #m::slot::TP_RICHCOMPARE, entry: #equal }));
        definition
            .slots
            .push(quote!(#m::SlotDef { slot: #m::slot::TP_HASH, entry: #m::members::hash_int::<#ident>() }));
    }
    for (slot, entry) in [("TP_REPR", "repr"), ("NB_INT", "int")] {
        let (slot, entry) = (format_ident!("{slot}"), format_ident!("{entry}"));
        definition
            .defaults
            .push(quote!(#m::SlotDef { slot: #m::slot::#slot, entry: #m::members::#entry::<#ident>() }));
    }
    definition.methods.push(quote!(#m::members::reduce::<#ident>()));
    definition.ready.push(quote!(#m::members::add::<#ident>(f, class)?;));
    definition.existing = quote! {
        #[inline]
        fn existing<'a, 'f>(&self, f: &'a #krate::Frame<'f>) -> ::core::option::Option<#krate::Result<#krate::Temp<'a, 'f>>> {
            ::core::option::Option::Some(#m::members::object(f, self))
        }
    };
    let name = &options.name;
    let generated = quote! {
        const _: () = {
            static MEMBERS: [#m::Member; #count] = [const { #m::Member::new() }; #count];

            impl #m::Enumeration for #ident {
                const NAME: &'static str = #name;
                const NAMES: &'static [&'static str] = &[#(#names),*];
                #[inline]
                fn members() -> &'static [#m::Member] {
                    &MEMBERS
                }
                #[inline]
                fn index(&self) -> usize {
                    match self { #(#ident::#idents => #indices,)* }
                }
                #[inline]
                fn of_index(index: usize) -> Self {
                    match index { #(#indices => #ident::#idents,)* _ => ::core::unreachable!() }
                }
                #[inline]
                fn number(&self) -> i64 {
                    match self { #(#ident::#idents => #ident::#idents as i64,)* }
                }
            }
        };

        impl<'f> #krate::ToPy<'f> for #ident {
            #[inline]
            fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                #m::members::object(f, &self)
            }
        }

        impl<'f> #krate::ToPy<'f> for &#ident {
            #[inline]
            fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                #m::members::object(f, self)
            }
        }

        impl<'f> #krate::FromPy<'f> for #ident {
            #[inline]
            fn from_py(f: &#krate::Frame<'f>, object: #krate::Handle<'f, #krate::types::Any>) -> #krate::Result<Self> {
                #m::members::value(f, object)
            }
        }
        impl #krate::FromPyOwned for #ident {}
    };
    Ok((generated, definition.generate()))
}

/// Every variant is a class derived from that of the enum.
fn classes(
    options: &ClassOptions,
    item: &ItemEnum,
    variants: &[Variant],
) -> Result<(TokenStream, TokenStream)> {
    let (krate, ident) = (&options.krate, &item.ident);
    let m = quote!(#krate::macros);
    if let Some(span) = options.eq_int {
        return Err(syn::Error::new(
            span,
            "a variant with data is not equal to a number: remove `eq_int`, or the data",
        ));
    }
    let mut definition = Definition::new(options, ident, &item.vis, doc(&item.attrs)?);
    definition.is_base = true;
    definition.derive(&options.derived);
    let (mut generated, mut arms) = (Vec::new(), Vec::new());
    for variant in variants {
        let class = format_ident!("{ident}_{}", variant.ident, span = variant.ident.span());
        let (name, qualname) = (&variant.name, format!("{}.{}", options.name, variant.name));
        definition.ready.push(quote!(#m::members::add_variant::<#class>(f, class, #name, #qualname)?;));
        generated.push(variant_class(options, item, variant, &class));
        let init = format_ident!("{class}Init");
        let path = &variant.ident;
        arms.push(quote!(#ident::#path { .. } => #m::made(f, #init { base: self }),));
    }
    let generated = quote! {
        #(#generated)*

        impl<'f> #krate::ToPy<'f> for #ident {
            #[inline]
            fn to_temp<'a>(self, f: &'a #krate::Frame<'f>) -> #krate::Result<#krate::Temp<'a, 'f>> {
                match self { #(#arms)* }
            }
        }

        impl<'f> #krate::FromPy<'f> for #ident
        where
            #ident: #m::members::Copied<'f>,
        {
            #[inline]
            fn from_py(f: &#krate::Frame<'f>, object: #krate::Handle<'f, #krate::types::Any>) -> #krate::Result<Self> {
                #m::members::copied(f, object)
            }
        }
        impl #krate::FromPyOwned for #ident where for<'x> #ident: #m::members::Copied<'x> {}
    };
    Ok((generated, definition.generate()))
}

/// The class of a variant: a constructor, its fields as properties, `__match_args__`.
fn variant_class(options: &ClassOptions, item: &ItemEnum, variant: &Variant, class: &Ident) -> TokenStream {
    let (krate, ident, vis) = (&options.krate, &item.ident, &item.vis);
    let Variant { ident: path, name, doc, .. } = variant;
    let init = format_ident!("{class}Init");
    let doc = doc.as_ref().map(|doc| quote!(#[doc = #doc]));
    let members: Vec<_> = variant.fields.members().collect();
    let names: Vec<_> = members
        .iter()
        .map(|member| match member {
            syn::Member::Named(ident) => ident.clone(),
            syn::Member::Unnamed(index) => format_ident!("_{}", index.index, span = path.span()),
        })
        .collect();
    let shown = names.iter().map(crate::signature::python_name);
    let types: Vec<_> = variant.fields.iter().map(|field| &field.ty).collect();
    let getters = members.iter().zip(&names).zip(&types).map(|((member, name), ty)| {
        let read = at(ty.span(), quote!(#krate::ToPy::to_handle(value, f)));
        quote! {
            #[getter]
            #[allow(unreachable_patterns)]
            fn #name<'f>(this: #krate::Handle<'f, Self>, f: &#krate::Frame<'f>) -> #krate::Result<#krate::Handle<'f, #krate::types::Any>> {
                match this.as_base().payload(f) {
                    #ident::#path { #member: value, .. } => #read,
                    _ => ::core::unreachable!(),
                }
            }
        }
    });
    quote! {
        #doc
        #[allow(non_camel_case_types)]
        #[#krate::class(extends = #ident, name = #name, crate = #krate)]
        #vis struct #class;

        #[allow(non_snake_case)]
        #[#krate::methods(crate = #krate)]
        impl #class {
            #[new]
            fn new<'f>(#(#names: #types),*) -> #init<'f> {
                #init { base: #ident::#path { #(#members: #names),* } }
            }

            #(#getters)*

            #[classattr]
            fn __match_args__<'f>(f: &#krate::Frame<'f>) -> #krate::Result<#krate::Handle<'f, #krate::types::Tuple>> {
                #krate::macros::members::names(f, &[#(#shown),*])
            }
        }
    }
}
