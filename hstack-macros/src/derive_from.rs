//! `#[derive(FromPy)]`

use crate::attributes::at;
use crate::derive::{Body, Direction, Field, Input, Kind, Place, Shape};
use crate::signature::python_name;
use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{GenericParam, Lifetime, Path, Result, WherePredicate, parse_quote};

pub fn expand(tokens: TokenStream) -> Result<TokenStream> {
    let input = Input::new(tokens, Direction::From)?;
    let Input { krate, ident, generics, .. } = &input;
    let m = quote!(#krate::macros);
    let (read, try_read) = match &input.kind {
        Kind::Struct(body) => {
            let whole = whole(body).map(|field| {
                let (path, member, ty) = (&body.path, &field.member, &field.ty);
                let try_from_py = at(ty.span(), quote!(#krate::FromPy<'_>>::try_from_py));
                let value = quote!(<#ty as #try_from_py(f, object)?.map(|value| #path { #member: value }));
                quote!(::core::result::Result::Ok(#value))
            });
            (read_body(krate, body), whole)
        }
        Kind::Enum(bodies) => {
            (read_variants(krate, &python_name(ident), bodies), Some(try_variants(krate, bodies)))
        }
    };
    let frame = input.generics.lifetimes().next().map(|l| l.lifetime.clone());
    let owned = frame.is_none();
    let lifetime = frame.unwrap_or_else(|| parse_quote!('__f));

    let (_, arguments, _) = generics.split_for_impl();
    let bounded = |bound: &TokenStream, lifetime: Option<&Lifetime>| {
        let mut generics = generics.clone();
        if let Some(lifetime) = lifetime.filter(|_| owned) {
            generics.params.insert(0, GenericParam::Lifetime(syn::LifetimeParam::new(lifetime.clone())));
        }
        let bounds = input.bodies().iter().flat_map(|body| &body.fields);
        let bounds = bounds.filter(|f| f.from_py_with.is_none() && f.needs_bound(&input, false));
        let bounds: Vec<WherePredicate> = bounds
            .map(|f| {
                let ty = &f.ty;
                parse_quote!(#ty: #bound)
            })
            .collect();
        generics.make_where_clause().predicates.extend(bounds);
        generics
    };

    // An enum declines when all of its variants do.
    let wholes = input.bodies().iter().map(|body| whole(body).map(|field| &field.ty));
    let wholes = wholes.collect::<Option<Vec<_>>>();
    let declines = wholes.map(
        |types| quote!(const DECLINES: bool = true #(&& <#types as #krate::FromPy<#lifetime>>::DECLINES)*;),
    );

    let try_from_py = |body: TokenStream| {
        try_read.is_some().then(|| {
            quote! {
                #declines
                #[inline]
                fn try_from_py(f: &#krate::Frame<#lifetime>, object: #krate::Handle<#lifetime, #krate::types::Any>) -> #krate::Result<::core::option::Option<Self>> {
                    #body
                }
            }
        })
    };

    // A type without a lifetime keeps nothing alive, so it is read in a scope.
    if owned {
        let from = bounded(&quote!(#krate::FromPyOwned), Some(&lifetime));
        let (impl_generics, _, clause) = from.split_for_impl();
        let mark = bounded(&quote!(#krate::FromPyOwned), None);
        let (mark_generics, _, mark_clause) = mark.split_for_impl();
        let try_from_py = try_from_py(quote!(#m::derive::apart(f, object, |f, object| #try_read)));
        return Ok(quote! {
            #[automatically_derived]
            #[allow(clippy::all)]
            impl #impl_generics #krate::FromPy<#lifetime> for #ident #arguments #clause {
                fn from_py(f: &#krate::Frame<#lifetime>, object: #krate::Handle<#lifetime, #krate::types::Any>) -> #krate::Result<Self> {
                    #m::derive::apart(f, object, |f, object| #read)
                }
                #try_from_py
                fn from_temp(f: &#krate::Frame<#lifetime>, temp: #krate::Temp<'_, #lifetime>) -> #krate::Result<Self> {
                    #m::derive::temp_apart(f, temp)
                }
            }

            #[automatically_derived]
            impl #mark_generics #krate::FromPyOwned for #ident #arguments #mark_clause {}
        });
    }
    let from = bounded(&quote!(#krate::FromPy<#lifetime>), Some(&lifetime));
    let (impl_generics, _, clause) = from.split_for_impl();
    let try_from_py = try_from_py(quote!(#try_read));
    Ok(quote! {
        #[automatically_derived]
        #[allow(clippy::all)]
        impl #impl_generics #krate::FromPy<#lifetime> for #ident #arguments #clause {
            fn from_py(f: &#krate::Frame<#lifetime>, object: #krate::Handle<#lifetime, #krate::types::Any>) -> #krate::Result<Self> {
                #read
            }
            #try_from_py
        }
    })
}

/// An expression for a `Result` of the body, from `f` and `object`.
fn read_body(krate: &Path, body: &Body) -> TokenStream {
    let m = quote!(#krate::macros);
    let path = &body.path;
    let members = body.fields.iter().map(|f| &f.member);
    match body.shape {
        Shape::Transparent => {
            let value = body.fields.iter().map(|field| match &field.from_py_with {
                Some(path) => {
                    let given = at(path.span(), quote!((f, object)?));
                    quote!(#path #given)
                }
                None => {
                    let ty = &field.ty;
                    let from_py = at(ty.span(), quote!(#krate::FromPy<'_>>::from_py));
                    let convert = quote!(<#ty as #from_py);
                    quote!(#convert(f, object)?)
                }
            });
            quote!({ ::core::result::Result::Ok(#path { #(#members: #value),* }) })
        }
        Shape::Tuple => {
            let count = body.fields.len();
            let values = body
                .fields
                .iter()
                .enumerate()
                .map(|(i, field)| convert(&m, body, field, quote!(#m::derive::element(f, tuple, #i))));
            quote!({
                let tuple = #m::derive::tuple(f, object, #count)?;
                ::core::result::Result::Ok(#path { #(#members: #values),* })
            })
        }
        Shape::Named => {
            let values = body.fields.iter().map(|field| read_field(&m, krate, body, field));
            quote!({ ::core::result::Result::Ok(#path { #(#members: #values),* }) })
        }
    }
}

/// The field of a body that is what its only field is.
fn whole(body: &Body) -> Option<&Field> {
    body.fields.first().filter(|field| body.shape == Shape::Transparent && field.from_py_with.is_none())
}

fn read_field(m: &TokenStream, krate: &Path, body: &Body, field: &Field) -> TokenStream {
    let name = |text: &String| {
        quote!({
            static __HSTACK_NAME: #krate::Interned = #krate::Interned::new(#text);
            &__HSTACK_NAME
        })
    };
    let (get, find, what) = match &field.place {
        Place::Attribute(text) => (quote!(attribute), quote!(find_attribute), name(text)),
        Place::Key(text) => (quote!(key), quote!(find_key), name(text)),
        Place::Item(key) => (quote!(item), quote!(find_item), quote!(#key)),
        Place::Whole => return TokenStream::new(),
    };
    match &field.default {
        None => convert(m, body, field, quote!(#m::derive::#get(f, object, #what))),
        Some(default) => {
            let shown = format!("{}.{}", body.shown, field.shown);
            let value = convert(m, body, field, quote!(::core::result::Result::Ok(temp)));
            let default = match default {
                Some(default) => {
                    let ty = &field.ty;
                    quote!({ let default: #ty = #default; default })
                }
                None => {
                    let ty = &field.ty;
                    let default = at(ty.span(), quote!(::core::default::Default > ::default));
                    quote!(<#ty as #default())
                }
            };
            quote! {
                match #m::derive::#find(f, object, #what, #shown)? {
                    ::core::option::Option::Some(temp) => #value,
                    ::core::option::Option::None => #default,
                }
            }
        }
    }
}

/// Converts what `temp`, a `Result` of one, holds.
fn convert(m: &TokenStream, body: &Body, field: &Field, temp: TokenStream) -> TokenStream {
    let shown = format!("{}.{}", body.shown, field.shown);
    match &field.from_py_with {
        Some(path) => {
            let ty = &field.ty;
            let given = at(path.span(), quote!((f, object)));
            quote!(#m::derive::convert_with::<#ty>(f, #temp, #shown, |f, object| #path #given)?)
        }
        None => {
            let ty = &field.ty;
            let convert = at(ty.span(), quote!(#m::derive::convert));
            let given = at(ty.span(), quote!((f, #temp, #shown)?));
            quote!(#convert::<#ty>#given)
        }
    }
}

/// The variants in their order; one error that says what was wrong with each.
fn read_variants(krate: &Path, name: &str, bodies: &[Body]) -> TokenStream {
    let m = quote!(#krate::macros);
    let attempts = bodies.iter().enumerate().map(|(place, body)| {
        let (shown, path) = (&body.shown, &body.path);
        let Some(field) = whole(body) else {
            let read = read_body(krate, body);
            return quote! {
                match #m::derive::attempt(f, object, |f, object| #read) {
                    ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
                    ::core::result::Result::Err(error) => failures.add(f, #place, #shown, error)?,
                }
            };
        };
        let (member, ty) = (&field.member, &field.ty);
        let attempt = at(ty.span(), quote!(attempt_whole::<#ty>));
        quote! {
            if let ::core::option::Option::Some(value) = failures.#attempt(f, object, #place, #shown)? {
                return ::core::result::Result::Ok(#path { #member: value });
            }
        }
    });
    let explanations = bodies.iter().enumerate().filter_map(|(place, body)| {
        let (shown, ty) = (&body.shown, &whole(body)?.ty);
        Some(quote!(failures.explain::<#ty>(f, object, #place, #shown)?;))
    });
    quote!({
        let mut failures = #m::derive::Failures::new(#name);
        #(#attempts)*
        #(#explanations)*
        ::core::result::Result::Err(failures.error(f, object))
    })
}

/// The first variant that fits, if one does.
fn try_variants(krate: &Path, bodies: &[Body]) -> TokenStream {
    let m = quote!(#krate::macros);
    let attempts = bodies.iter().map(|body| match whole(body) {
        Some(field) => {
            let (path, member, ty) = (&body.path, &field.member, &field.ty);
            let attempt = at(ty.span(), quote!(#m::derive::attempt_whole));
            quote! {
                if let ::core::option::Option::Some(value) = #attempt::<#ty>(f, object, &mut wrong)? {
                    return ::core::result::Result::Ok(::core::option::Option::Some(#path { #member: value }));
                }
            }
        }
        None => {
            let read = read_body(krate, body);
            quote! {
                match #m::derive::attempt(f, object, |f, object| #read) {
                    ::core::result::Result::Ok(value) => {
                        return ::core::result::Result::Ok(::core::option::Option::Some(value));
                    }
                    ::core::result::Result::Err(error) => #m::derive::unfit(f, error, &mut wrong)?,
                }
            }
        }
    });
    quote!({
        let mut wrong = ::core::option::Option::None;
        #(#attempts)*
        #m::derive::nothing(wrong)
    })
}
