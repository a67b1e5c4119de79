//! Options: `#[hstack(name = "x", get)]` and the arguments of the macros themselves.

use crate::item::expression;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Ident, LitStr, Meta, Result, Token};

/// One option: `key`, `key = value` or `key(value)`.
pub struct Opt {
    pub key: Ident,
    pub value: Option<Value>,
}

pub enum Value {
    /// `key = expression`
    Expr(Expr),
    /// `key(expression)`
    Call(Expr),
    /// `signature = (a, b=1)`: a signature is not an expression.
    Signature(crate::signature::Written),
}

impl Parse for Opt {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let key = input.call(<Ident as syn::ext::IdentExt>::parse_any)?;
        let value = match input.parse::<Option<Token![=]>>()? {
            None if input.peek(syn::token::Paren) => {
                let content;
                syn::parenthesized!(content in input);
                let value = expression(&content)?;
                if !content.is_empty() {
                    return Err(content.error(format!("`{key}(..)` holds one value: remove what follows")));
                }
                Some(Value::Call(value))
            }
            None => None,
            Some(_) if key == "signature" => Some(Value::Signature(input.parse()?)),
            Some(_) => Some(Value::Expr(expression(input)?)),
        };
        Ok(Opt { key, value })
    }
}

/// The options of one item, each at most once.
#[derive(Default)]
pub struct Options(Vec<Opt>);

impl Options {
    /// Those of the macro's own parentheses.
    pub fn parse(tokens: TokenStream) -> Result<Self> {
        let list = Punctuated::<Opt, Token![,]>::parse_terminated.parse2(tokens)?;
        let mut options = Options::default();
        list.into_iter().try_for_each(|o| options.push(o))?;
        Ok(options)
    }

    /// Adds those of `#[hstack(..)]` attributes, and takes the attributes away.
    pub fn take(&mut self, attrs: &mut Vec<Attribute>) -> Result<()> {
        let mut kept = Vec::new();
        for attr in attrs.drain(..) {
            if !attr.path().is_ident("hstack") {
                kept.push(attr);
                continue;
            }
            let Meta::List(list) = &attr.meta else {
                return Err(syn::Error::new(
                    attr.span(),
                    "`#[hstack]` has options: write `#[hstack(option, ..)]`",
                ));
            };
            for o in Punctuated::<Opt, Token![,]>::parse_terminated.parse2(list.tokens.clone())? {
                self.push(o)?;
            }
        }
        *attrs = kept;
        Ok(())
    }

    pub fn push(&mut self, new: Opt) -> Result<()> {
        if self.0.iter().any(|o| o.key == new.key) {
            return Err(syn::Error::new(new.key.span(), format!("`{}` is given twice: keep one", new.key)));
        }
        self.0.push(new);
        Ok(())
    }

    fn find(&mut self, key: &str) -> Option<Opt> {
        let i = self.0.iter().position(|o| o.key == key)?;
        Some(self.0.remove(i))
    }

    /// Where an option stands.
    pub fn span(&self, key: &str) -> Option<Span> {
        self.0.iter().find(|o| o.key == key).map(|o| o.key.span())
    }

    /// `key` without a value.
    pub fn flag(&mut self, key: &str) -> Result<bool> {
        Ok(self.flag_span(key)?.is_some())
    }

    pub fn flag_span(&mut self, key: &str) -> Result<Option<Span>> {
        match self.find(key) {
            None => Ok(None),
            Some(Opt { key, value: None }) => Ok(Some(key.span())),
            Some(o) => {
                Err(syn::Error::new(o.key.span(), format!("`{key}` takes no value: write `{key}` alone")))
            }
        }
    }

    /// `key = expression`
    pub fn expr(&mut self, key: &str) -> Result<Option<Expr>> {
        match self.find(key) {
            None => Ok(None),
            Some(Opt { value: Some(Value::Expr(e)), .. }) => Ok(Some(e)),
            Some(o) => {
                Err(syn::Error::new(o.key.span(), format!("`{key}` needs a value: write `{key} = ..`")))
            }
        }
    }

    /// `key`, or `key(expression)`: where it stands, and what it holds.
    pub fn call(&mut self, key: &str) -> Result<Option<(Span, Option<Expr>)>> {
        match self.find(key) {
            None => Ok(None),
            Some(Opt { key, value: None }) => Ok(Some((key.span(), None))),
            Some(Opt { key, value: Some(Value::Call(e)) }) => Ok(Some((key.span(), Some(e)))),
            Some(o) => Err(syn::Error::new(
                o.key.span(),
                format!("`{key}` has its value in parentheses: write `{key}(..)`, or `{key}` alone"),
            )),
        }
    }

    /// `key`, or `key = expression`: where it stands, and what it holds.
    pub fn flag_or_expr(&mut self, key: &str) -> Result<Option<(Span, Option<Expr>)>> {
        match self.find(key) {
            None => Ok(None),
            Some(Opt { key, value: None }) => Ok(Some((key.span(), None))),
            Some(Opt { key, value: Some(Value::Expr(e)) }) => Ok(Some((key.span(), Some(e)))),
            Some(o) => Err(syn::Error::new(
                o.key.span(),
                format!("`{key}` has its value behind `=`: write `{key} = ..`, or `{key}` alone"),
            )),
        }
    }

    /// `key = "text"`
    pub fn text(&mut self, key: &str) -> Result<Option<LitStr>> {
        match self.expr(key)? {
            None => Ok(None),
            Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(s), .. })) => Ok(Some(s)),
            Some(e) => {
                Err(syn::Error::new(e.span(), format!("`{key}` is a string literal: write `{key} = \"..\"`")))
            }
        }
    }

    /// `name = "name"`, or the name of the item.
    pub fn name(&mut self, ident: &Ident) -> Result<String> {
        let Some(text) = self.text("name")? else { return Ok(crate::signature::python_name(ident)) };
        let name = text.value();
        let word = name.chars().all(|c| c == '_' || c.is_alphanumeric());
        if name.is_empty() || !word || name.starts_with(char::is_numeric) {
            return Err(syn::Error::new(
                text.span(),
                format!("{name:?} is not a Python name: use letters, digits and `_`, and no digit in front"),
            ));
        }
        Ok(name)
    }

    /// `key = path`
    pub fn path(&mut self, key: &str) -> Result<Option<syn::Path>> {
        match self.expr(key)? {
            None => Ok(None),
            Some(Expr::Path(p)) => Ok(Some(p.path)),
            Some(e) => {
                Err(syn::Error::new(e.span(), format!("`{key}` is a path: write `{key} = some::path`")))
            }
        }
    }

    pub fn signature(&mut self) -> Result<Option<crate::signature::Written>> {
        match self.find("signature") {
            None => Ok(None),
            Some(Opt { value: Some(Value::Signature(s)), .. }) => Ok(Some(s)),
            Some(o) => {
                Err(syn::Error::new(o.key.span(), "`signature` needs a value: write `signature = (a, b=1)`"))
            }
        }
    }

    /// The path of the hstack crate: `crate = path`.
    pub fn krate(&mut self) -> Result<syn::Path> {
        Ok(self.path("crate")?.unwrap_or_else(|| syn::parse_quote!(::hstack)))
    }

    /// What nobody asked for is a mistake.
    pub fn finish(self, known: &str) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(o) => Err(syn::Error::new(
                o.key.span(),
                format!("unknown option `{}`: the options here are {known}", o.key),
            )),
        }
    }
}

/// The text of `///` comments, as a docstring.
pub fn doc(attrs: &[Attribute]) -> Result<Option<String>> {
    let mut lines = Vec::new();
    for attr in attrs {
        if let Meta::NameValue(nv) = &attr.meta
            && nv.path.is_ident("doc")
            && let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(s), .. }) = &nv.value
        {
            let text = s.value();
            if text.contains('\0') {
                return Err(syn::Error::new(s.span(), "a docstring cannot hold a NUL: remove `\\0`"));
            }
            lines.extend(text.lines().map(|l| l.strip_prefix(' ').unwrap_or(l).trim_end().to_owned()));
            if text.is_empty() {
                lines.push(String::new());
            }
        }
    }
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// A NUL-terminated literal, or a null pointer.
pub fn c_pointer(text: Option<&str>) -> TokenStream {
    match text {
        None => quote!(::core::ptr::null()),
        Some(text) => {
            let text = c_literal(text);
            quote!(#text.as_ptr())
        }
    }
}

pub fn c_literal(text: &str) -> proc_macro2::Literal {
    proc_macro2::Literal::c_string(&std::ffi::CString::new(text).unwrap_or_default())
}

/// Whether an attribute is one of our macros, written in whatever way.
pub fn is_macro(attr: &Attribute, name: &str) -> bool {
    attr.path().segments.last().is_some_and(|s| s.ident == name)
}

/// Generated tokens whose errors stand at a place in the user's code.
pub fn at(span: Span, tokens: TokenStream) -> TokenStream {
    let span = span.resolved_at(Span::mixed_site());
    let moved = tokens.into_iter().map(|token| match token {
        TokenTree::Group(g) => {
            let mut group = proc_macro2::Group::new(g.delimiter(), at(span, g.stream()));
            group.set_span(span);
            TokenTree::Group(group)
        }
        mut token => {
            token.set_span(span);
            token
        }
    });
    moved.collect()
}

/// The tokens of an item without helper attributes, which mean nothing once a macro has failed.
pub fn without_helpers(tokens: TokenStream) -> TokenStream {
    const HELPERS: &[&str] =
        &["hstack", "new", "getter", "setter", "deleter", "staticmethod", "classmethod", "classattr"];
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if let (TokenTree::Punct(p), Some(TokenTree::Group(g))) = (&token, tokens.peek()) {
            let first = g.stream().into_iter().next();
            if p.as_char() == '#' && first.is_some_and(|t| HELPERS.contains(&t.to_string().as_str())) {
                tokens.next();
                continue;
            }
        }
        match token {
            TokenTree::Group(g) => {
                let mut inner = proc_macro2::Group::new(g.delimiter(), without_helpers(g.stream()));
                inner.set_span(g.span());
                inner.to_tokens(&mut out);
            }
            token => token.to_tokens(&mut out),
        }
    }
    out
}

/// The lifetimes that the macros fill in and what `#[new]` returns are not the user's doing.
pub fn quiet(attrs: &mut Vec<Attribute>) {
    attrs.push(
        syn::parse_quote!(#[allow(unknown_lints, mismatched_lifetime_syntaxes, clippy::needless_lifetimes, clippy::new_ret_no_self)]),
    );
}
