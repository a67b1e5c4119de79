//! What a macro leaves when it fails: the user's item, fit to be used by the rest of the crate, so that
//! one mistake has one message.

use crate::attributes::{Options, is_macro, without_helpers};
use crate::callee::frame_lifetime;
use crate::derive::Direction;
use crate::function::hides_a_type;
use crate::item::{FnArg, Function, ImplItem, Item, ItemImpl, ItemMod, ItemStruct, Signature};
use crate::lifetimes;
use proc_macro2::TokenStream;
use syn::{DeriveInput, GenericParam, Path};

fn krate(arguments: TokenStream) -> Path {
    let given = Options::parse(arguments).and_then(|mut options| options.krate());
    given.unwrap_or_else(|_| syn::parse_quote!(::hstack))
}

/// Fills in lifetimes as the macro would have.
pub fn fill(sig: &mut Signature) {
    let Ok(lifetime) = frame_lifetime(sig) else { return };
    let mut used = false;
    for input in &mut sig.inputs {
        match input {
            FnArg::Typed(input) => used |= lifetimes::fill(&mut input.ty, &lifetime),
            FnArg::Receiver(r) => {
                if let Some((_, l @ None)) = &mut r.reference {
                    *l = Some(lifetime.clone());
                    used = true;
                }
            }
            FnArg::Variadic(_) => {}
        }
    }
    if let syn::ReturnType::Type(_, ty) = &mut sig.output {
        used |= lifetimes::fill(ty, &lifetime);
    }
    if used && sig.generics.lifetimes().next().is_none() {
        sig.generics.params.insert(0, syn::parse_quote!(#lifetime));
    }
}

/// What a module asks an item for.
fn item(krate: &Path) -> TokenStream {
    quote! {
        #[doc(hidden)]
        pub fn __exported_by_an_hstack_attribute<'__f>(_: &#krate::Frame<'__f>, _: #krate::Handle<'__f, #krate::types::Module>) -> #krate::Result {
            ::core::unreachable!()
        }
    }
}

pub fn function(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let Ok(mut function) = syn::parse2::<Function>(without_helpers(tokens.clone())) else { return tokens };
    crate::attributes::quiet(&mut function.attrs);
    fill(&mut function.sig);
    let (ident, vis) = (&function.sig.ident, &function.vis);
    let receiver = matches!(function.sig.inputs.first(), Some(FnArg::Receiver(_)));
    if receiver || hides_a_type(ident) {
        return quote!(#function);
    }
    let item = item(&krate(arguments));
    quote! {
        #function

        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code)]
        #vis enum #ident {}

        #[allow(dead_code)]
        impl #ident { #item }
    }
}

pub fn methods(tokens: TokenStream) -> TokenStream {
    let tokens = without_helpers(tokens);
    let Ok(mut block) = syn::parse2::<ItemImpl>(tokens.clone()) else { return tokens };
    for inner in &mut block.items {
        if let ImplItem::Fn(method) = inner {
            crate::attributes::quiet(&mut method.attrs);
            method.attrs.retain(|a| !is_macro(a, "function"));
            fill(&mut method.sig);
        }
    }
    quote!(#block)
}

/// The class without the options, when these were the mistake.
pub fn class(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let krate = krate(arguments);
    let tokens = without_helpers(tokens);
    if let Ok(class) = crate::class::expand(quote!(crate = #krate), tokens.clone()) {
        return class;
    }
    let Ok(class) = syn::parse2::<ItemStruct>(tokens.clone()) else { return tokens };
    let item = item(&krate);
    let (ident, (generics, arguments, clause)) = (&class.ident, class.generics.split_for_impl());
    quote! {
        #class

        #[allow(dead_code)]
        impl #generics #ident #arguments #clause { #item }
    }
}

/// The items keep their attributes: they are macros of their own.
pub fn module(tokens: TokenStream) -> TokenStream {
    let Ok(mut module) = syn::parse2::<ItemMod>(tokens.clone()) else { return tokens };
    if module.content.is_none() {
        // The compiler has an error about a module in a file of its own.
        return TokenStream::new();
    }
    module.attrs.retain(|a| !a.path().is_ident("hstack"));
    for inner in module.content.iter_mut().flat_map(|(.., items)| items) {
        if let Item::Fn(f) = inner {
            let is_init = |a: &syn::Attribute| {
                a.path().is_ident("hstack")
                    && a.to_owned().parse_args::<syn::Ident>().is_ok_and(|i| i == "init")
            };
            f.attrs.retain(|a| !is_init(a));
        }
    }
    quote!(#module)
}

/// An impl that holds for every type, so that what uses the type has no error.
pub fn derive(tokens: TokenStream, direction: Direction) -> TokenStream {
    let Ok(mut input) = syn::parse2::<DeriveInput>(tokens) else { return TokenStream::new() };
    let mut options = Options::default();
    let taken = options.take(&mut input.attrs);
    let krate = taken.and_then(|()| options.krate()).unwrap_or_else(|_| syn::parse_quote!(::hstack));
    let ident = &input.ident;
    let (_, arguments, clause) = input.generics.split_for_impl();
    let mut generics = input.generics.clone();
    let parameter = |lifetime: syn::Lifetime| GenericParam::Lifetime(syn::LifetimeParam::new(lifetime));
    generics.params.insert(0, parameter(syn::parse_quote!('__f)));
    let (from, _, _) = generics.split_for_impl();
    if direction == Direction::From {
        let (owned, _, _) = input.generics.split_for_impl();
        return quote! {
            impl #from #krate::FromPy<'__f> for #ident #arguments #clause {
                fn from_py(_: &#krate::Frame<'__f>, _: #krate::Handle<'__f, #krate::types::Any>) -> #krate::Result<Self> {
                    ::core::unreachable!()
                }
            }
            impl #owned #krate::FromPyOwned for #ident #arguments #clause {}
        };
    }
    let mut lent = generics.clone();
    lent.params.insert(1, parameter(syn::parse_quote!('__r)));
    let (lent, _, _) = lent.split_for_impl();
    let body = quote! {
        fn to_temp<'__a>(self, _: &'__a #krate::Frame<'__f>) -> #krate::Result<#krate::Temp<'__a, '__f>> {
            ::core::unreachable!()
        }
    };
    quote! {
        impl #from #krate::ToPy<'__f> for #ident #arguments #clause { #body }
        impl #lent #krate::ToPy<'__f> for &'__r #ident #arguments #clause { #body }
    }
}
