//! Functions, in a module or an `impl` block.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Abi, Attribute, Generics, Ident, Lifetime, Result, ReturnType, Token, Type, Visibility, token};

/// `fn`, with its body as it was written.
pub struct Function {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub sig: Signature,
    body: Group,
}

/// What stands before the body.
pub struct Signature {
    constness: Option<Token![const]>,
    pub asyncness: Option<Token![async]>,
    pub unsafety: Option<Token![unsafe]>,
    abi: Option<Abi>,
    fn_token: Token![fn],
    pub ident: Ident,
    pub generics: Generics,
    paren: token::Paren,
    pub inputs: Punctuated<FnArg, Token![,]>,
    pub output: ReturnType,
}

#[derive(Clone)]
pub enum FnArg {
    Receiver(Receiver),
    Typed(Typed),
    /// `..`, and its name
    Variadic(TokenStream),
}

/// `&self` and its like.
#[derive(Clone)]
pub struct Receiver {
    attrs: Vec<Attribute>,
    pub reference: Option<(Token![&], Option<Lifetime>)>,
    pub mutability: Option<Token![mut]>,
    pub self_token: Token![self],
    ty: Option<(Token![:], Box<Type>)>,
}

/// `pattern: Type`
#[derive(Clone)]
pub struct Typed {
    pub attrs: Vec<Attribute>,
    pub pattern: Pattern,
    colon: Token![:],
    pub ty: Box<Type>,
}

/// What stands before the colon.
#[derive(Clone)]
pub struct Pattern(TokenStream);

impl Pattern {
    /// The name that it gives the whole value.
    pub fn name(&self) -> Option<Ident> {
        let mut tokens =
            self.0.clone().into_iter().filter(
                |token| !matches!(token, TokenTree::Ident(ident) if ident == "mut" || ident == "ref"),
            );
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(ident)), None) if ident != "_" => Some(ident),
            _ => None,
        }
    }

    pub fn is_wild(&self) -> bool {
        self.0.to_string() == "_"
    }

    pub fn span(&self) -> Span {
        self.0.span()
    }

    fn parse(input: ParseStream<'_>) -> Result<Pattern> {
        let mut tokens = TokenStream::new();
        while !input.peek(Token![:]) || input.peek(Token![::]) {
            let count = if input.peek(Token![::]) { 2 } else { 1 };
            for _ in 0..count {
                tokens.extend([input.parse::<TokenTree>()?]);
            }
        }
        Ok(Pattern(tokens))
    }
}

/// Whether a function comes next, behind its attributes and its visibility.
pub fn is_next(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    while ahead.peek(Token![const])
        || ahead.peek(Token![async])
        || ahead.peek(Token![unsafe])
        || ahead.peek(Token![extern])
        || ahead.peek(syn::LitStr)
    {
        if ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
    ahead.peek(Token![fn])
}

impl Function {
    /// The part behind attributes and visibility.
    pub fn parse_rest(attrs: Vec<Attribute>, vis: Visibility, input: ParseStream<'_>) -> Result<Function> {
        let sig = input.parse()?;
        let body: Group = input.parse()?;
        if body.delimiter() != Delimiter::Brace {
            return Err(syn::Error::new(body.span(), "a function has a body"));
        }
        Ok(Function { attrs, vis, sig, body })
    }
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        Function::parse_rest(attrs, vis, input)
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}

impl Parse for Signature {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let constness = input.parse()?;
        let asyncness = input.parse()?;
        let unsafety = input.parse()?;
        let abi = input.parse()?;
        let fn_token = input.parse()?;
        let ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let content;
        let paren = syn::parenthesized!(content in input);
        let inputs = Punctuated::parse_terminated(&content)?;
        let output = input.parse()?;
        generics.where_clause = input.parse()?;
        Ok(Signature {
            constness,
            asyncness,
            unsafety,
            abi,
            fn_token,
            ident,
            generics,
            paren,
            inputs,
            output,
        })
    }
}

impl ToTokens for Signature {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.constness.to_tokens(tokens);
        self.asyncness.to_tokens(tokens);
        self.unsafety.to_tokens(tokens);
        self.abi.to_tokens(tokens);
        self.fn_token.to_tokens(tokens);
        self.ident.to_tokens(tokens);
        self.generics.to_tokens(tokens);
        self.paren.surround(tokens, |tokens| self.inputs.to_tokens(tokens));
        self.output.to_tokens(tokens);
        self.generics.where_clause.to_tokens(tokens);
    }
}

impl Parse for FnArg {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        if receiver_is_next(input) {
            let reference = match input.parse::<Option<Token![&]>>()? {
                Some(and) => Some((and, input.parse()?)),
                None => None,
            };
            let (mutability, self_token) = (input.parse()?, input.parse()?);
            let ty = match input.parse::<Option<Token![:]>>()? {
                Some(colon) => Some((colon, input.parse()?)),
                None => None,
            };
            return Ok(FnArg::Receiver(Receiver { attrs, reference, mutability, self_token, ty }));
        }
        if input.peek(Token![...]) {
            return Ok(FnArg::Variadic(input.parse::<Token![...]>()?.to_token_stream()));
        }
        let (pattern, colon) = (Pattern::parse(input)?, input.parse::<Token![:]>()?);
        if let Some(dots) = input.parse::<Option<Token![...]>>()? {
            let Pattern(name) = pattern;
            return Ok(FnArg::Variadic(quote!(#name #colon #dots)));
        }
        Ok(FnArg::Typed(Typed { attrs, pattern, colon, ty: input.parse()? }))
    }
}

/// `&'a mut self`, or less of it.
fn receiver_is_next(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let _ = ahead.parse::<Option<Token![&]>>();
    let _ = ahead.parse::<Option<Lifetime>>();
    let _ = ahead.parse::<Option<Token![mut]>>();
    ahead.call(Ident::parse_any).is_ok_and(|ident| ident == "self") && !ahead.peek(Token![::])
}

impl ToTokens for FnArg {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            FnArg::Receiver(receiver) => receiver.to_tokens(tokens),
            FnArg::Typed(typed) => typed.to_tokens(tokens),
            FnArg::Variadic(written) => written.to_tokens(tokens),
        }
    }
}

impl ToTokens for Receiver {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        if let Some((and, lifetime)) = &self.reference {
            and.to_tokens(tokens);
            lifetime.to_tokens(tokens);
        }
        self.mutability.to_tokens(tokens);
        self.self_token.to_tokens(tokens);
        if let Some((colon, ty)) = &self.ty {
            colon.to_tokens(tokens);
            ty.to_tokens(tokens);
        }
    }
}

impl ToTokens for Typed {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.pattern.0.to_tokens(tokens);
        self.colon.to_tokens(tokens);
        self.ty.to_tokens(tokens);
    }
}
