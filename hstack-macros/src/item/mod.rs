//! The items that the macros stand on, read as far as the macros look at them. What they do not look at
//! stays as it was written. (syn reads functions and modules, too, but with their bodies, and every user
//! would compile its part for that.)

mod expression;
mod function;
mod implementation;
mod import;
mod module;
mod structure;

pub use expression::expression;
pub use function::{FnArg, Function, Signature};
pub use implementation::{ImplConst, ImplItem, ItemImpl};
pub use import::imports;
pub use module::{Item, ItemMod, What};
pub use structure::{ItemEnum, ItemStruct};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Result;
use syn::parse::ParseStream;

/// What ends an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// A semicolon: constants, `use`.
    Semicolon,
    /// A semicolon or a block, whatever comes first.
    Block,
}

/// The rest of an item, to its end.
fn rest(input: ParseStream<'_>, end: End) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let token: TokenTree = input.parse()?;
        let ends = match &token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => end == End::Block && group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        tokens.extend([token]);
        if ends {
            break;
        }
    }
    Ok(tokens)
}
