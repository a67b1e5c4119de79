//! The fields of the struct: references beside the payload, and properties.

use super::options::ClassOptions;
use crate::attributes::{Options, at, c_pointer, doc};
use crate::methods::property;
use crate::signature::python_name;
use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::{Field, Fields, GenericArgument, Ident, Index, Member, PathArguments, Result, Type, Visibility};

/// A `Field<T>`, `FieldVec<T>` or `FieldMap<K, T>` of the struct.
pub struct Reference {
    pub ident: Ident,
    /// As it is written.
    pub whole: Type,
    /// The `T` of a `Field<T>`; none for a container.
    pub ty: Option<Type>,
    pub is_vector: bool,
    /// Where it is among the fields of the definition, which counts the `FieldVec`s after the others.
    pub index: usize,
    pub vis: Visibility,
}

/// A field of the struct that Python sees.
pub struct Property {
    pub member: Member,
    pub ty: Type,
    pub name: String,
    pub doc: Option<String>,
    pub get: bool,
    pub set: bool,
}

/// Takes the references out of the struct, and the helper attributes.
pub fn take(fields: &mut Fields, options: &ClassOptions) -> Result<(Vec<Reference>, Vec<Property>)> {
    let (mut references, mut properties) = (Vec::new(), Vec::new());
    match fields {
        Fields::Named(fields) => {
            for mut field in std::mem::take(&mut fields.named) {
                let Some(ident) = field.ident.clone() else { continue };
                if let Some((ty, is_vector)) = reference_type(&field.ty) {
                    references.push(Reference {
                        ident,
                        ty,
                        is_vector,
                        index: 0,
                        vis: field.vis.clone(),
                        whole: field.ty,
                    });
                    continue;
                }
                properties.extend(property(&mut field, ident.into(), options)?);
                fields.named.push(field);
            }
        }
        Fields::Unnamed(fields) => {
            for (index, field) in fields.unnamed.iter_mut().enumerate() {
                if reference_type(&field.ty).is_some() {
                    return Err(syn::Error::new(
                        field.ty.span(),
                        "a `Field` is known by its name: write a struct with named fields",
                    ));
                }
                properties.extend(property(field, Index::from(index).into(), options)?);
            }
        }
        Fields::Unit => {}
    }
    let mut indices = 0..references.len();
    for wanted in [false, true] {
        for reference in references.iter_mut().filter(|reference| reference.is_vector == wanted) {
            reference.index = indices.next().unwrap_or_default();
        }
    }
    Ok((references, properties))
}

/// Whether a type is that of references: the `T` when it is `Field<T>`, and whether it is a `FieldVec`.
fn reference_type(ty: &Type) -> Option<(Option<Type>, bool)> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(a) = &last.arguments else { return None };
    match a.args.first() {
        Some(GenericArgument::Type(ty)) if last.ident == "Field" => Some((Some(ty.clone()), false)),
        Some(_) if last.ident == "FieldVec" => Some((None, true)),
        Some(_) if last.ident == "FieldMap" => Some((None, false)),
        _ => None,
    }
}

fn property(field: &mut Field, member: Member, class: &ClassOptions) -> Result<Option<Property>> {
    let mut options = Options::default();
    options.take(&mut field.attrs)?;
    let (get, set) = (options.flag_span("get")?, options.flag_span("set")?);
    let wants = |own: Option<Span>, all: bool| own.is_some() || all;
    let (get, set_wanted) = (wants(get, class.get_all), wants(set, class.set_all.is_some()));
    if !get && !set_wanted {
        if let Some(span) = options.span("name") {
            return Err(syn::Error::new(span, "`name` is that of a property: write `get, name = ..`"));
        }
        options.finish("`get`, `set` and `name`")?;
        return Ok(None);
    }
    if let (Some(span), Some(_)) = (set, class.frozen) {
        return Err(syn::Error::new(
            span,
            "a `frozen` class has no properties that can be set: remove `frozen` or `set`",
        ));
    }
    let name = match (&member, options.span("name")) {
        (Member::Named(ident), _) => options.name(ident)?,
        (Member::Unnamed(index), Some(_)) => options.name(&quote::format_ident!("_{}", index.index))?,
        (Member::Unnamed(_), None) => {
            return Err(syn::Error::new(
                field.ty.span(),
                "this property has no name, because the field has none: write `#[hstack(get, name = \"..\")]`",
            ));
        }
    };
    options.finish("`get`, `set` and `name`")?;
    Ok(Some(Property { member, ty: field.ty.clone(), name, doc: doc(&field.attrs)?, get, set: set_wanted }))
}

impl Property {
    /// Its definition.
    pub fn definition(&self, options: &ClassOptions, class: &Ident) -> TokenStream {
        let krate = &options.krate;
        let m = quote!(#krate::macros);
        let Property { member, ty, name, doc, get, set } = self;
        let who = format!("{}.{name}", options.name);
        let (c_name, c_doc) = (c_pointer(Some(name)), c_pointer(doc.as_deref()));
        let none = quote!(::core::option::Option::None);
        let get = if *get {
            let read = at(ty.span(), quote!(#m::read(value, f)));
            quote!({
                unsafe extern "C" fn get(this: #m::Ref, _: *mut ::core::ffi::c_void) -> ::core::option::Option<#m::Ref> {
                    unsafe {
                        #m::slots::unary(this, |f, this| {
                            let guard = #m::slots::share::<#class>(f, this, &#who)?;
                            let value = &#m::Lend::get(&guard).#member;
                            #read
                        })
                    }
                }
                ::core::option::Option::Some(get)
            })
        } else {
            none.clone()
        };
        let set = if *set {
            let write = match options.exclusive {
                None => {
                    let write = at(ty.span(), quote!(#m::write(place, f, value)));
                    quote! {
                        let guard = #m::slots::share::<#class>(f, this, &#who)?;
                        let place = &#m::Lend::get(&guard).#member;
                        #write
                    }
                }
                Some(_) => at(
                    ty.span(),
                    quote!(#m::assign::<#class, #ty>(f, this, &#who, value, |payload| &mut payload.#member)),
                ),
            };
            quote!({
                unsafe extern "C" fn set(this: #m::Ref, value: ::core::option::Option<#m::Ref>, _: *mut ::core::ffi::c_void) -> ::core::ffi::c_int {
                    unsafe {
                        #m::slots::set(this, value, |f, this, value| {
                            let value = #m::not_deleted(value, #name)?;
                            #write
                        })
                    }
                }
                ::core::option::Option::Some(set)
            })
        } else {
            none
        };
        property::definition(&m, &c_name, &c_doc, &get, &set)
    }
}

/// `Node::NEXT` for each field `next`.
pub fn keys(krate: &syn::Path, class: &Ident, references: &[Reference]) -> TokenStream {
    let constants = references.iter().map(|r| {
        let Reference { ident, ty, vis, whole, index, .. } = r;
        let ty = ty.as_ref().unwrap_or(whole);
        let text = python_name(ident);
        let constant = quote::format_ident!("{}", text.to_uppercase(), span = ident.span());
        let doc = format!("The field `{text}`, for [`Handle::load`](::hstack::Handle::load) and the like.");
        quote! {
            #[doc = #doc]
            // SAFETY: the definition counts its fields in this order.
            #vis const #constant: #krate::Key<#class, #ty> = unsafe { #krate::macros::fields::key(#index, #text) };
        }
    });
    if references.is_empty() {
        return TokenStream::new();
    }
    let whole = references.iter().map(|r| &r.whole);
    quote! {
        impl #class { #(#constants)* }

        // The struct has no such fields any more; so the names in their types are used.
        const _: ::core::marker::PhantomData<(#(#whole,)*)> = ::core::marker::PhantomData;
    }
}
