//! `#[function]`, and what methods share with it: the entry point.

use crate::attributes::{Options, at, c_pointer, doc};
use crate::binding::Binding;
use crate::callee::{Callee, Kind};
use crate::item::{FnArg, Function};
use crate::signature;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Path, Result};

/// The entry point and the static `FunctionDef` parts of one function or method.
pub struct Entry {
    pub convention: TokenStream,
    pub function: TokenStream,
}

/// Writes the entry `name`, with the cheapest calling convention. Without parameters that is another
/// one for methods that are bound to an instance or class than for other functions: measured on 3.9 to
/// 3.15, `NoArguments` saves methods 4 to 30 % of a call, and costs functions up to half of one, because
/// 3.11 to 3.14 have no fast path for it. `OneArgument` saves both 3 to 30 %.
///
/// `call` is the Rust call, with the variables of `bind` and `f`, `this`.
pub fn entry(
    krate: &Path,
    name: &Ident,
    display_name: &str,
    callee: &Callee,
    before: &TokenStream,
    call: &TokenStream,
) -> Entry {
    let m = quote!(#krate::macros);
    let returned = at(callee.output, quote!(#m::Outcome::returned(result, f)));
    let finish = quote! {
        let result = #call;
        #returned
    };
    let (convention, function) = if callee.takes_nothing() && callee.bound {
        (
            quote!(NoArguments),
            quote! {
                unsafe extern "C" fn #name(this: #m::Ref, _: ::core::option::Option<#m::Ref>) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::no_arguments(this, #[inline(always)] |f, this| { let _ = this; #before #finish }) }
                }
            },
        )
    } else if callee.takes_one_positional() {
        let bind = callee.bind_one(krate);
        (
            quote!(OneArgument),
            quote! {
                unsafe extern "C" fn #name(this: #m::Ref, argument: #m::Ref) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::one_argument(this, argument, #[inline(always)] |f, this, argument| { let _ = this; #before #bind #finish }) }
                }
            },
        )
    } else {
        let body = keywords(krate, display_name, callee, before, &finish);
        (
            quote!(Keywords),
            quote! {
                unsafe extern "C" fn #name(
                    this: #m::Ref,
                    arguments: *const #m::Ref,
                    count: isize,
                    names: ::core::option::Option<#m::Ref>,
                ) -> ::core::option::Option<#m::Ref> {
                    unsafe { #body }
                }
            },
        )
    };
    Entry { convention, function }
}

/// The body of an entry that gets an array of arguments and the names of the last ones.
pub fn keywords(
    krate: &Path,
    display_name: &str,
    callee: &Callee,
    before: &TokenStream,
    finish: &TokenStream,
) -> TokenStream {
    let m = quote!(#krate::macros);
    let binding = callee.bind(krate, display_name);
    if binding.has_star {
        let bind = binding.whole();
        return quote!(#m::arguments(this, arguments, count, names, #[inline(always)] |f, this, arguments| { let _ = this; #before #bind #finish }));
    }
    let Binding { signature, count, convert, .. } = binding;
    quote! {
        #signature
        #m::bound::<#count>(this, arguments, count, names, &__HSTACK_SIGNATURE, #[inline(always)] |f, this, values| { let _ = this; #before #convert #finish })
    }
}

/// The signature text: what the option says, or generated.
pub fn text_signature(options: &mut Options, first: Option<&str>, callee: &Callee) -> Result<Option<String>> {
    match options.expr("text_signature")? {
        None => Ok(signature::text(first, &callee.parameters)),
        Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(s), .. })) => Ok(Some(s.value())),
        Some(Expr::Path(p)) if p.path.is_ident("None") => Ok(None),
        Some(e) => Err(syn::Error::new(
            e.span(),
            "`text_signature` is text: write `text_signature = \"(a, b)\"`, or `None` for none",
        )),
    }
}

/// A function's name is also that of a type, which would hide a primitive one.
pub fn hides_a_type(name: &Ident) -> bool {
    is_primitive(&name.to_string())
}

pub fn is_primitive(name: &str) -> bool {
    const PRIMITIVES: &[&str] = &[
        "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128",
        "usize", "f32", "f64",
    ];
    PRIMITIVES.contains(&name)
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: Function = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(
            item.span(),
            "`#[function]` stands on a `fn`: for a class use `#[class]`, for a module `#[module]`",
        )
    })?;
    let mut options = Options::parse(arguments)?;
    options.take(&mut item.attrs)?;
    let krate = options.krate()?;
    let name = options.name(&item.sig.ident)?;
    if let Some(FnArg::Receiver(r)) = item.sig.inputs.first() {
        return Err(syn::Error::new(
            r.span(),
            "a function has no `self`: put it into an `impl` block with `#[methods]`",
        ));
    }
    if hides_a_type(&item.sig.ident) {
        let ident = &item.sig.ident;
        return Err(syn::Error::new(
            ident.span(),
            format!(
                "a function for Python reserves its name among types, and this one hides the type `{ident}`: give it another name, and `#[function(name = \"{ident}\")]` for Python"
            ),
        ));
    }
    let callee = Callee::new(&mut item.sig, &mut options, Kind::Plain)?;
    let text = text_signature(&mut options, None, &callee)?;
    options.finish("`name`, `signature`, `text_signature`, `pass_module` and `crate`")?;

    crate::attributes::quiet(&mut item.attrs);
    let ident = &item.sig.ident;
    let visibility = &item.vis;
    let m = quote!(#krate::macros);
    let arguments = callee.call_arguments(&krate);
    let call = quote!(#ident(#(#arguments),*));
    let entry_name = format_ident!("__hstack_entry");
    let Entry { convention, function } =
        entry(&krate, &entry_name, &name, &callee, &TokenStream::new(), &call);
    let (c_name, doc, text) =
        (c_pointer(Some(&name)), c_pointer(doc(&item.attrs)?.as_deref()), c_pointer(text.as_deref()));
    let cfgs: Vec<_> = item.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    Ok(quote! {
        #item

        #(#cfgs)*
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #visibility enum #ident {}

        #(#cfgs)*
        const _: () = {
            impl #ident {
                #[doc(hidden)]
                pub fn __exported_by_an_hstack_attribute<'f>(f: &#krate::Frame<'f>, module: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                    #m::add_function(f, module, #name, &__HSTACK_DEFINITION)
                }
            }

            static __HSTACK_DEFINITION: #m::FunctionDef = #m::FunctionDef {
                size: ::core::mem::size_of::<#m::FunctionDef>(),
                name: #c_name,
                doc: #doc,
                signature: #text,
                convention: #m::Convention::#convention,
                flags: 0,
                entry: #entry_name as *const ::core::ffi::c_void,
            };

            #[allow(unused_variables, clippy::all)]
            #function
        };
    })
}
