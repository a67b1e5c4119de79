//! `impl` blocks.

use super::function::{self, Function};
use super::{End, rest};
use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Ident, Result, Token, Type, Visibility, token};

/// `impl Type { .. }`, or of a trait.
pub struct ItemImpl {
    attrs: Vec<Attribute>,
    unsafety: Option<Token![unsafe]>,
    impl_token: Token![impl],
    pub generics: Generics,
    pub of: Option<(Type, Token![for])>,
    pub self_ty: Type,
    brace: token::Brace,
    inner: Vec<Attribute>,
    pub items: Vec<ImplItem>,
}

pub enum ImplItem {
    Fn(Function),
    Const(ImplConst),
    Other(TokenStream),
}

/// `const NAME: Type = ..;`
pub struct ImplConst {
    pub attrs: Vec<Attribute>,
    vis: Visibility,
    const_token: Token![const],
    pub ident: Ident,
    colon: Token![:],
    pub ty: Type,
    value: TokenStream,
}

impl Parse for ItemImpl {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let (unsafety, impl_token) = (input.parse()?, input.parse()?);
        let mut generics: Generics = input.parse()?;
        let first = input.parse()?;
        let (of, self_ty) = match input.parse::<Option<Token![for]>>()? {
            Some(token) => (Some((first, token)), input.parse()?),
            None => (None, first),
        };
        generics.where_clause = input.parse()?;
        let content;
        let brace = syn::braced!(content in input);
        let inner = content.call(Attribute::parse_inner)?;
        let mut items = Vec::new();
        while !content.is_empty() {
            items.push(content.parse()?);
        }
        Ok(ItemImpl { attrs, unsafety, impl_token, generics, of, self_ty, brace, inner, items })
    }
}

impl ToTokens for ItemImpl {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.unsafety.to_tokens(tokens);
        self.impl_token.to_tokens(tokens);
        self.generics.to_tokens(tokens);
        if let Some((of, token)) = &self.of {
            of.to_tokens(tokens);
            token.to_tokens(tokens);
        }
        self.self_ty.to_tokens(tokens);
        self.generics.where_clause.to_tokens(tokens);
        self.brace.surround(tokens, |tokens| {
            tokens.append_all(&self.inner);
            tokens.append_all(&self.items);
        });
    }
}

impl Parse for ImplItem {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis: Visibility = input.parse()?;
        if function::is_next(input) {
            return Function::parse_rest(attrs, vis, input).map(ImplItem::Fn);
        }
        if input.peek(Token![const]) {
            return Ok(ImplItem::Const(ImplConst {
                attrs,
                vis,
                const_token: input.parse()?,
                ident: input.parse()?,
                colon: input.parse()?,
                ty: input.parse()?,
                value: rest(input, End::Semicolon)?,
            }));
        }
        let rest = rest(input, End::Block)?;
        Ok(ImplItem::Other(quote!(#(#attrs)* #vis #rest)))
    }
}

impl ToTokens for ImplItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            ImplItem::Fn(function) => function.to_tokens(tokens),
            ImplItem::Const(constant) => constant.to_tokens(tokens),
            ImplItem::Other(written) => written.to_tokens(tokens),
        }
    }
}

impl ToTokens for ImplConst {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.const_token.to_tokens(tokens);
        self.ident.to_tokens(tokens);
        self.colon.to_tokens(tokens);
        self.ty.to_tokens(tokens);
        self.value.to_tokens(tokens);
    }
}
