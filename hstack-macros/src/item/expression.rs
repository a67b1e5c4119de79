//! Expressions: values of options, and defaults.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Expr, Result, Token};

/// An expression: what is commonly written as a value, taken apart; anything else (a block, an array, a
/// closure) as its tokens, up to the next comma.
pub fn expression(input: ParseStream<'_>) -> Result<Expr> {
    let ahead = input.fork();
    if let Ok(expression) = ahead.parse::<Expr>()
        && (ahead.is_empty() || ahead.peek(Token![,]))
    {
        input.advance_to(&ahead);
        return Ok(expression);
    }
    if input.is_empty() {
        return input.parse();
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Expr::Verbatim(tokens))
}
