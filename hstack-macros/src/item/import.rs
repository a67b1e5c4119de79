//! What a `use` brings in.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Result, Token, token};

/// A name, and what it is called where it comes from.
pub struct Import {
    pub name: Ident,
    pub original: Ident,
}

/// Those of `use path::{a, b as c};`.
pub fn imports(item: TokenStream) -> Result<Vec<Import>> {
    let parse = |input: ParseStream<'_>| {
        let mut found = Vec::new();
        input.parse::<Token![use]>()?;
        tree(input, &mut found)?;
        input.parse::<Token![;]>()?;
        Ok(found)
    };
    parse.parse2(item)
}

fn tree(input: ParseStream<'_>, found: &mut Vec<Import>) -> Result<()> {
    input.parse::<Option<Token![::]>>()?;
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        while !content.is_empty() {
            tree(&content, found)?;
            content.parse::<Option<Token![,]>>()?;
        }
        return Ok(());
    }
    if input.peek(Token![*]) {
        return Err(input
            .error("a glob does not say what the Python module exports: name the items, or drop the `pub`"));
    }
    let original = input.call(Ident::parse_any)?;
    if input.peek(Token![::]) {
        return tree(input, found);
    }
    let name = match input.parse::<Option<Token![as]>>()? {
        Some(_) => input.call(Ident::parse_any)?,
        None => original.clone(),
    };
    found.push(Import { name, original });
    Ok(())
}
