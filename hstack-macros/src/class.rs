//! `#[class]`

use crate::attributes::{Options, at, c_pointer, doc};
use crate::signature::python_name;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Fields, GenericArgument, Ident, ItemStruct, Path, PathArguments, Result, Type};

/// A `Field<T>` of the struct.
struct Reference {
    ident: Ident,
    /// `Field<T>`, as it is written.
    whole: Type,
    ty: Type,
    vis: syn::Visibility,
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(item.span(), "`#[class]` stands on a struct: write `#[class] struct Name { .. }`")
    })?;
    let mut options = Options::parse(arguments)?;
    options.take(&mut item.attrs)?;
    let krate = options.krate()?;
    let name = options.name(&item.ident)?;
    let subclass = options.flag("subclass")?;
    options.flag("frozen")?;
    options.finish("`name`, `subclass`, `frozen` and `crate`")?;
    if let Some(param) = item.generics.params.first() {
        let text = match param {
            syn::GenericParam::Lifetime(_) => {
                "a class has no lifetimes, because Python keeps its instances: keep objects in a `Field<T>` or a `Global<T>`, and text in a `String`"
            }
            _ => {
                "a class has no type parameters, because Python makes its instances: write one class for each type"
            }
        };
        return Err(syn::Error::new(param.span(), text));
    }

    let m = quote!(#krate::macros);
    let ident = &item.ident;
    let vis = &item.vis;
    let (mut references, mut getters) = (Vec::new(), Vec::new());
    if let Fields::Named(fields) = &mut item.fields {
        let mut kept = syn::punctuated::Punctuated::new();
        for mut field in std::mem::take(&mut fields.named) {
            let Some(field_ident) = field.ident.clone() else { continue };
            if let Some(ty) = reference_type(&field.ty) {
                references.push(Reference {
                    ident: field_ident,
                    ty,
                    vis: field.vis.clone(),
                    whole: field.ty,
                });
                continue;
            }
            let mut own = Options::default();
            own.take(&mut field.attrs)?;
            if own.flag("get")? {
                let shown = own.name(&field_ident)?;
                getters.push((field_ident, field.ty.clone(), shown, doc(&field.attrs)?));
            }
            if let Some(span) = own.span("name") {
                return Err(syn::Error::new(span, "`name` is that of a property: write `get, name = ..`"));
            }
            own.finish("`get` and `name`")?;
            kept.push(field);
        }
        fields.named = kept;
    }

    let (c_name, c_doc) = (c_pointer(Some(&name)), c_pointer(doc(&item.attrs)?.as_deref()));
    let field_count = references.len() as u32;
    let flags = if subclass { quote!(#m::type_flags::SUBCLASS) } else { quote!(0) };
    let getsets =
        getters.iter().map(|(field, ty, shown, doc)| getset(&krate, ident, field, ty, shown, doc.as_deref()));
    let collector = (!references.is_empty()).then(|| {
        quote! {
            #m::SlotDef { slot: #m::slot::TP_TRAVERSE, entry: #m::of::traverse::<#ident>() },
            #m::SlotDef { slot: #m::slot::TP_CLEAR, entry: #m::of::clear::<#ident>() },
        }
    });
    let keys = keys(&krate, ident, &references);
    let instance = instance(&krate, &item, &references);
    Ok(quote! {
        #item

        #keys
        #instance

        const _: () = {
            // SAFETY: the provider makes objects of this type only from the definition below.
            unsafe impl #krate::PyType for #ident {
                const NAME: &'static str = #name;
                #[inline(always)]
                fn check<'f>(f: &#krate::Frame<'f>, object: #krate::Handle<'f, #krate::types::Any>) -> bool {
                    #m::is_instance::<#ident>(f, object)
                }
            }

            // SAFETY: every object is an `Any`.
            unsafe impl #krate::Derived for #ident {
                type Base = #krate::types::Any;
            }

            // SAFETY: as for `PyType`.
            unsafe impl #krate::Class for #ident {
                #[inline(always)]
                fn definition() -> &'static #m::Definition {
                    &DEFINITION
                }
            }

            impl #ident {
                #[doc(hidden)]
                #vis fn __exported_by_an_hstack_attribute<'f>(f: &#krate::Frame<'f>, module: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                    #m::definition::<#ident>(f, module, #name)
                }
            }

            #[allow(unused_imports)]
            use #m::DefaultItems as _;
            const OWN_GETSETS: &[#m::GetSetDef] = &[#(#getsets),*];
            const OWN_SLOTS: &[#m::SlotDef] = &[
                #m::SlotDef { slot: #m::slot::TP_DEALLOC, entry: #m::of::free::<#ident>() },
                #collector
            ];
            const METHODS: &[#m::FunctionDef] = #ident::__HSTACK_METHODS;
            const GETSETS: [#m::GetSetDef; OWN_GETSETS.len() + #ident::__HSTACK_GETSETS.len()] =
                #m::join(OWN_GETSETS, #ident::__HSTACK_GETSETS);
            const SLOTS: [#m::SlotDef; OWN_SLOTS.len() + #ident::__HSTACK_SLOTS.len()] =
                #m::join(OWN_SLOTS, #ident::__HSTACK_SLOTS);
            static STATIC_METHODS: [#m::FunctionDef; METHODS.len()] = #m::join(METHODS, &[]);
            static STATIC_GETSETS: [#m::GetSetDef; GETSETS.len()] = GETSETS;
            static STATIC_SLOTS: [#m::SlotDef; SLOTS.len()] = SLOTS;

            static DEFINITION: #m::Definition = #m::Definition::new(#m::TypeDef {
                size: ::core::mem::size_of::<#m::TypeDef>(),
                name: #c_name,
                doc: #c_doc,
                flags: #flags,
                field_count: #field_count,
                payload_offset: ::core::sync::atomic::AtomicUsize::new(0),
                payload_size: ::core::mem::size_of::<#ident>(),
                payload_align: ::core::mem::align_of::<#ident>(),
                drop: #m::of::drop_payload::<#ident>(),
                trace: ::core::option::Option::None,
                methods: STATIC_METHODS.as_ptr(),
                method_count: STATIC_METHODS.len(),
                getsets: STATIC_GETSETS.as_ptr(),
                getset_count: STATIC_GETSETS.len(),
                slots: STATIC_SLOTS.as_ptr(),
                slot_count: STATIC_SLOTS.len(),
            });
        };
    })
}

/// The `T` of `Field<T>`.
fn reference_type(ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|s| s.ident == "Field")?;
    let PathArguments::AngleBracketed(a) = &last.arguments else { return None };
    match a.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty.clone()),
        _ => None,
    }
}

/// `Node::NEXT` for each field `next`.
fn keys(krate: &Path, class: &Ident, references: &[Reference]) -> TokenStream {
    let constants = references.iter().enumerate().map(|(index, r)| {
        let Reference { ident, ty, vis, .. } = r;
        let text = python_name(ident);
        let constant = format_ident!("{}", text.to_uppercase(), span = ident.span());
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

/// What `#[new]` returns: the struct itself, or with fields `NodeInit { payload.., next }`.
fn instance(krate: &Path, item: &ItemStruct, references: &[Reference]) -> TokenStream {
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
    let plain: Vec<_> = item.fields.iter().map(|f| (&f.vis, &f.ident, &f.ty)).collect();
    let (plain_vis, plain_ident, plain_ty): (Vec<_>, Vec<_>, Vec<_>) =
        plain.iter().map(|(v, i, t)| (*v, *i, *t)).fold((vec![], vec![], vec![]), |mut all, (v, i, t)| {
            all.0.push(v);
            all.1.push(i);
            all.2.push(t);
            all
        });
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

/// A property that reads a plain field.
fn getset(
    krate: &Path,
    class: &Ident,
    field: &Ident,
    ty: &Type,
    name: &str,
    doc: Option<&str>,
) -> TokenStream {
    let m = quote!(#krate::macros);
    let read = at(ty.span(), quote!(#m::read(value, f)));
    let (c_name, doc) = (c_pointer(Some(name)), c_pointer(doc));
    quote! {
        #m::GetSetDef {
            size: ::core::mem::size_of::<#m::GetSetDef>(),
            name: #c_name,
            doc: #doc,
            get: {
                unsafe extern "C" fn get(this: #m::Ref, _: *mut ::core::ffi::c_void) -> ::core::option::Option<#m::Ref> {
                    unsafe {
                        #m::slots::unary(this, |f, this| {
                            let value = &#m::slots::receiver::<#class>(f, this)?.payload(f).#field;
                            #read
                        })
                    }
                }
                ::core::option::Option::Some(get)
            },
            set: ::core::option::Option::None,
        }
    }
}
