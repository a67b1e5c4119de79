//! The attribute and derive macros of hstack. Use them through the `hstack` crate, which documents them.

/// `quote!` whose local variables never meet those of the user: a function may be called `count`, its
/// parameter `this`.
macro_rules! quote {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

mod attributes;
mod class;
mod function;
mod lifetimes;
mod methods;
mod module;
mod signature;
mod slots;

use proc_macro::TokenStream;

/// Runs a macro; an error stands beside the user's item instead of replacing it, so that the rest of
/// the crate still compiles and there is one message for one mistake.
fn run(
    item: TokenStream,
    expand: impl FnOnce(proc_macro2::TokenStream) -> syn::Result<proc_macro2::TokenStream>,
) -> TokenStream {
    let item = proc_macro2::TokenStream::from(item);
    match expand(item.clone()) {
        Ok(tokens) => tokens.into(),
        Err(error) => {
            let error = error.to_compile_error();
            let item = attributes::without_helpers(item);
            quote!(#item #error).into()
        }
    }
}

/// Makes a function callable from Python. See `hstack::function`.
#[proc_macro_attribute]
pub fn function(options: TokenStream, item: TokenStream) -> TokenStream {
    run(item, |item| function::expand(options.into(), item))
}

/// Makes an inline module a Python module. See `hstack::module`.
#[proc_macro_attribute]
pub fn module(options: TokenStream, item: TokenStream) -> TokenStream {
    run(item, |item| module::expand(options.into(), item))
}

/// Makes a struct a Python class. See `hstack::class`.
#[proc_macro_attribute]
pub fn class(options: TokenStream, item: TokenStream) -> TokenStream {
    run(item, |item| class::expand(options.into(), item))
}

/// Makes the functions of an `impl` block methods of a class. See `hstack::methods`.
#[proc_macro_attribute]
pub fn methods(options: TokenStream, item: TokenStream) -> TokenStream {
    run(item, |item| methods::expand(options.into(), item))
}
