//! The attribute and derive macros of hstack. Use them through the `hstack` crate, which documents them.

/// `quote!` whose local variables never meet those of the user: a function may be called `count`, its
/// parameter `this`.
macro_rules! quote {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

mod attributes;
mod binding;
mod callee;
mod class;
mod derive;
mod derive_from;
mod derive_to;
mod function;
mod item;
mod lifetimes;
mod methods;
mod module;
mod recover;
mod rename;
mod signature;

use proc_macro::TokenStream;

type Tokens = proc_macro2::TokenStream;

/// Runs a macro. An error stands beside what [`recover`] leaves of the user's item instead of replacing
/// it, so that the rest of the crate still compiles and there is one message for one mistake.
fn run(expanded: syn::Result<Tokens>, left: impl FnOnce() -> Tokens) -> TokenStream {
    match expanded {
        Ok(tokens) => tokens.into(),
        Err(error) => {
            let (item, error) = (left(), error.to_compile_error());
            quote!(#item #error).into()
        }
    }
}

/// Makes a function callable from Python. See `hstack::function`.
#[proc_macro_attribute]
pub fn function(options: TokenStream, item: TokenStream) -> TokenStream {
    let (options, item) = (Tokens::from(options), Tokens::from(item));
    run(function::expand(options.clone(), item.clone()), || recover::function(options, item))
}

/// Makes an inline module a Python module. See `hstack::module`.
#[proc_macro_attribute]
pub fn module(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = Tokens::from(item);
    run(module::expand(options.into(), item.clone()), || recover::module(item))
}

/// Makes a struct a Python class. See `hstack::class`.
#[proc_macro_attribute]
pub fn class(options: TokenStream, item: TokenStream) -> TokenStream {
    let (options, item) = (Tokens::from(options), Tokens::from(item));
    run(class::expand(options.clone(), item.clone()), || recover::class(options, item))
}

/// Makes the functions of an `impl` block methods of a class. See `hstack::methods`.
#[proc_macro_attribute]
pub fn methods(options: TokenStream, item: TokenStream) -> TokenStream {
    let item = Tokens::from(item);
    run(methods::expand(options.into(), item.clone()), || recover::methods(item))
}

/// Makes a struct or an enum from a Python object. See `hstack::FromPy`.
#[proc_macro_derive(FromPy, attributes(hstack))]
pub fn derive_from_py(item: TokenStream) -> TokenStream {
    let item = Tokens::from(item);
    run(derive_from::expand(item.clone()), || recover::derive(item, derive::Direction::From))
}

/// Makes a Python object from a struct or an enum. See `hstack::ToPy`.
#[proc_macro_derive(ToPy, attributes(hstack))]
pub fn derive_to_py(item: TokenStream) -> TokenStream {
    let item = Tokens::from(item);
    run(derive_to::expand(item.clone()), || recover::derive(item, derive::Direction::To))
}
