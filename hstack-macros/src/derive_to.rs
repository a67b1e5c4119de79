//! `#[derive(ToPy)]`

use crate::attributes::at;
use crate::derive::{Body, Direction, Field, Input, Kind, Place, Shape};
use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{GenericParam, Lifetime, Path, Result, Type, WherePredicate, parse_quote};

pub fn expand(tokens: TokenStream) -> Result<TokenStream> {
    let input = Input::new(tokens, Direction::To)?;
    let owned = implementation(&input, None);
    let lent = implementation(&input, Some(parse_quote!('__r)));
    Ok(quote!(#owned #lent))
}

/// The impl for the type itself, or for a reference to it.
fn implementation(input: &Input, reference: Option<Lifetime>) -> TokenStream {
    let Input { krate, ident, generics, kind } = input;
    let frame: Lifetime = parse_quote!('__f);
    let (_, arguments, _) = generics.split_for_impl();
    let mut bounded = generics.clone();
    for lifetime in [Some(&frame), reference.as_ref()].into_iter().flatten().rev() {
        bounded.params.insert(0, GenericParam::Lifetime(syn::LifetimeParam::new(lifetime.clone())));
    }
    // A bound for every field of a reference: those without one would have to hold for all references.
    let fields = input.bodies().iter().flat_map(|body| &body.fields);
    let bounds: Vec<WherePredicate> = fields
        .filter(|f| f.into_py_with.is_none() && (reference.is_some() || f.needs_bound(input, true)))
        .map(|f| {
            let ty = &f.ty;
            let reference = lent(f, reference.as_ref()).map(|r| quote!(&#r));
            parse_quote!(#reference #ty: #krate::ToPy<#frame>)
        })
        .collect();
    bounded.make_where_clause().predicates.extend(bounds);
    let (impl_generics, _, clause) = bounded.split_for_impl();
    let arms = match kind {
        Kind::Struct(body) => arm(krate, body, &frame, reference.as_ref()),
        Kind::Enum(bodies) => {
            bodies.iter().map(|body| arm(krate, body, &frame, reference.as_ref())).collect()
        }
    };
    let ty: Type = match &reference {
        Some(r) => parse_quote!(&#r #ident #arguments),
        None => parse_quote!(#ident #arguments),
    };
    quote! {
        #[automatically_derived]
        #[allow(clippy::all)]
        impl #impl_generics #krate::ToPy<#frame> for #ty #clause {
            fn to_temp<'__a>(self, f: &'__a #krate::Frame<#frame>) -> #krate::Result<#krate::Temp<'__a, #frame>> {
                match self { #arms }
            }
        }
    }
}

/// The lifetime of a reference to a field; a field that is a reference itself is copied.
fn lent<'a>(field: &Field, reference: Option<&'a Lifetime>) -> Option<&'a Lifetime> {
    reference.filter(|_| !is_reference(field))
}

fn is_reference(field: &Field) -> bool {
    matches!(&field.ty, Type::Reference(r) if r.mutability.is_none())
}

/// `Path { field: variable, .. } => value,`
fn arm(krate: &Path, body: &Body, frame: &Lifetime, reference: Option<&Lifetime>) -> TokenStream {
    let m = quote!(#krate::macros);
    let path = &body.path;
    let members = body.fields.iter().map(|f| &f.member);
    let variables = body.fields.iter().map(|f| &f.variable);
    let value = match body.shape {
        Shape::Transparent => {
            let values = body.fields.iter().map(|field| {
                let value = value(&m, field, reference);
                let convert = to_temp(krate, field, frame, reference);
                quote!(#convert(#value, f))
            });
            quote!(#(#values)*)
        }
        Shape::Tuple => {
            let values = body.fields.iter().map(|field| {
                let shown = format!("{}.{}", body.shown, field.shown);
                let value = value(&m, field, reference);
                let convert = to_temp(krate, field, frame, reference);
                quote!(#m::derive::made(f, #convert(#value, f), #shown)?)
            });
            quote!(#m::derive::tuple_of(f, [#(#values),*]))
        }
        Shape::Named => {
            let sets = body.fields.iter().map(|field| set(krate, body, field, frame, reference));
            quote!({
                let dict = #m::derive::dict(f)?;
                #(#sets)*
                ::core::result::Result::Ok(dict)
            })
        }
    };
    quote!(#path { #(#members: #variables),* } => #value,)
}

/// `ToPy::to_temp`, with the error about a type that has none at the field.
fn to_temp(krate: &Path, field: &Field, frame: &Lifetime, reference: Option<&Lifetime>) -> TokenStream {
    if field.into_py_with.is_some() {
        return quote!(#krate::ToPy::to_temp);
    }
    let ty = &field.ty;
    let reference = lent(field, reference).map(|r| quote!(&#r));
    let to_temp = at(ty.span(), quote!(#krate::ToPy<#frame>>::to_temp));
    quote!(<#reference #ty as #to_temp)
}

/// The field's value, or what its converter makes of it.
fn value(m: &TokenStream, field: &Field, reference: Option<&Lifetime>) -> TokenStream {
    let variable = &field.variable;
    match (&field.into_py_with, reference) {
        (None, Some(_)) if is_reference(field) => quote!(*#variable),
        (None, _) => quote!(#variable),
        (Some(path), Some(_)) => quote!(#m::derive::converted(#path(f, #variable))?),
        (Some(path), None) => quote!(#m::derive::converted(#path(f, &#variable))?),
    }
}

fn set(
    krate: &Path,
    body: &Body,
    field: &Field,
    frame: &Lifetime,
    reference: Option<&Lifetime>,
) -> TokenStream {
    let m = quote!(#krate::macros);
    let shown = format!("{}.{}", body.shown, field.shown);
    let value = value(&m, field, reference);
    let convert = to_temp(krate, field, frame, reference);
    let made = quote!(#m::derive::made(f, #convert(#value, f), #shown)?);
    match &field.place {
        Place::Attribute(text) | Place::Key(text) => quote!({
            static __HSTACK_NAME: #krate::Interned = #krate::Interned::new(#text);
            #m::derive::set_key(f, &dict, &__HSTACK_NAME, #made)?;
        }),
        Place::Item(key) => quote!(#m::derive::set_item(f, &dict, #key, #made)?;),
        Place::Whole => TokenStream::new(),
    }
}
