//! Inline modules.

use super::function::{self, Function};
use super::{End, rest};
use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Path, Result, Token, Visibility, token};

/// `mod name { .. }`
pub struct ItemMod {
    pub attrs: Vec<Attribute>,
    vis: Visibility,
    mod_token: Token![mod],
    pub ident: Ident,
    /// Nothing for a module in a file of its own.
    pub content: Option<(token::Brace, Vec<Attribute>, Vec<Item>)>,
    semicolon: Option<Token![;]>,
}

/// What stands in a module.
pub enum Item {
    Fn(Function),
    Other { attrs: Vec<Attribute>, vis: Visibility, what: What, tokens: TokenStream },
    Generated(TokenStream),
}

/// An item that is no function.
pub enum What {
    /// A struct or an enum.
    Type(Ident),
    Mod(Ident),
    Const(Ident),
    Use,
    /// The macro's name, and what it is given.
    Macro(Ident, TokenStream),
    Else,
}

impl Parse for ItemMod {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let (vis, mod_token, ident) = (input.parse()?, input.parse()?, input.parse()?);
        let semicolon: Option<Token![;]> = input.parse()?;
        let content = match semicolon {
            Some(_) => None,
            None => {
                let content;
                let brace = syn::braced!(content in input);
                let inner = content.call(Attribute::parse_inner)?;
                let mut items = Vec::new();
                while !content.is_empty() {
                    items.push(content.parse()?);
                }
                Some((brace, inner, items))
            }
        };
        Ok(ItemMod { attrs, vis, mod_token, ident, content, semicolon })
    }
}

impl ToTokens for ItemMod {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.mod_token.to_tokens(tokens);
        self.ident.to_tokens(tokens);
        self.semicolon.to_tokens(tokens);
        if let Some((brace, inner, items)) = &self.content {
            brace.surround(tokens, |tokens| {
                tokens.append_all(inner);
                tokens.append_all(items);
            });
        }
    }
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis: Visibility = input.parse()?;
        if function::is_next(input) {
            return Function::parse_rest(attrs, vis, input).map(Item::Fn);
        }
        let (what, end) = What::of(input)?;
        Ok(Item::Other { attrs, vis, what, tokens: rest(input, end)? })
    }
}

impl What {
    /// What comes next, which stays there.
    fn of(input: ParseStream<'_>) -> Result<(What, End)> {
        let ahead = input.fork();
        if let Some((name, arguments)) = invocation(&ahead) {
            return Ok((What::Macro(name, arguments), End::Block));
        }
        let keyword = ahead.call(Ident::parse_any)?.to_string();
        Ok(match keyword.as_str() {
            "struct" | "enum" => (What::Type(ahead.parse()?), End::Block),
            "mod" => (What::Mod(ahead.parse()?), End::Block),
            "const" => (What::Const(ahead.call(Ident::parse_any)?), End::Semicolon),
            "use" => (What::Use, End::Semicolon),
            "static" | "type" => (What::Else, End::Semicolon),
            _ => (What::Else, End::Block),
        })
    }
}

/// `path::name!(arguments)`
fn invocation(input: ParseStream<'_>) -> Option<(Ident, TokenStream)> {
    let ahead = input.fork();
    let path = ahead.call(Path::parse_mod_style).ok()?;
    ahead.parse::<Token![!]>().ok()?;
    let group: proc_macro2::Group = ahead.parse().ok()?;
    input.advance_to(&ahead);
    Some((path.segments.last()?.ident.clone(), group.stream()))
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Item::Fn(function) => function.to_tokens(tokens),
            Item::Other { attrs, vis, tokens: written, .. } => {
                tokens.append_all(attrs);
                vis.to_tokens(tokens);
                written.to_tokens(tokens);
            }
            Item::Generated(generated) => generated.to_tokens(tokens),
        }
    }
}
