//! Signatures: what the user writes in `signature = (..)`, and what a function's parameters give.

use crate::item::expression;
use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Result, Token, parenthesized};

/// A written signature.
pub struct Written {
    pub parameters: Vec<Parameter>,
    pub span: proc_macro2::Span,
}

/// One parameter of a signature, in Python's kinds.
#[derive(Clone)]
pub struct Parameter {
    pub name: Ident,
    pub kind: Kind,
    pub default: Option<Expr>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    PositionalOnly,
    Positional,
    Star,
    KeywordOnly,
    StarStar,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let content;
        if !input.peek(syn::token::Paren) {
            return Err(input.error("a signature is in parentheses: write `signature = (a, b=1)`"));
        }
        let span = parenthesized!(content in input).span.join();
        let mut parameters: Vec<Parameter> = Vec::new();
        let (mut star, mut slash) = (false, false);
        while !content.is_empty() {
            if content.peek(Token![/]) {
                let token: Token![/] = content.parse()?;
                if slash {
                    return Err(syn::Error::new(
                        token.span,
                        "`/` stands once in a signature: remove this one",
                    ));
                }
                if star || parameters.last().is_some_and(|p| p.kind == Kind::StarStar) {
                    return Err(syn::Error::new(token.span, "`/` stands before `*`: move it there"));
                }
                if parameters.is_empty() {
                    return Err(syn::Error::new(
                        token.span,
                        "`/` follows at least one parameter: move it behind one",
                    ));
                }
                slash = true;
                parameters.iter_mut().for_each(|p| p.kind = Kind::PositionalOnly);
            } else if content.peek(Token![*]) {
                let token: Token![*] = content.parse()?;
                if content.peek(Token![*]) {
                    content.parse::<Token![*]>()?;
                    let name = parse_name(&content)?;
                    annotation(&content)?;
                    no_default(&content)?;
                    parameters.push(Parameter { name, kind: Kind::StarStar, default: None });
                    if content.peek(Token![,]) {
                        content.parse::<Token![,]>()?;
                    }
                    if !content.is_empty() {
                        return Err(
                            content.error("nothing follows `**kwargs` in a signature: move it to the end")
                        );
                    }
                    break;
                }
                if star {
                    return Err(syn::Error::new(
                        token.span,
                        "`*` stands once in a signature: remove this one",
                    ));
                }
                star = true;
                if content.peek(Ident) {
                    let name = parse_name(&content)?;
                    annotation(&content)?;
                    no_default(&content)?;
                    parameters.push(Parameter { name, kind: Kind::Star, default: None });
                } else {
                    let rest = content.fork();
                    let _: Option<Token![,]> = rest.parse()?;
                    if rest.is_empty() || rest.peek(Token![*]) {
                        return Err(syn::Error::new(
                            token.span,
                            "`*` is followed by keyword-only parameters: add one or remove the `*`",
                        ));
                    }
                }
            } else {
                let name = parse_name(&content)?;
                annotation(&content)?;
                let default = match content.parse::<Option<Token![=]>>()? {
                    Some(_) if content.is_empty() || content.peek(Token![,]) => {
                        let text =
                            format!("`{name}` has no value behind `=`: write `{name} = 1`, or leave out `=`");
                        return Err(syn::Error::new(name.span(), text));
                    }
                    Some(_) => Some(expression(&content)?),
                    None => None,
                };
                let kind = if star { Kind::KeywordOnly } else { Kind::Positional };
                let after_default = kind == Kind::Positional
                    && default.is_none()
                    && parameters.iter().any(|p| p.default.is_some());
                if after_default {
                    return Err(syn::Error::new(
                        name.span(),
                        format!(
                            "`{name}` has no default but follows a parameter that has one: give it one, or move it forward"
                        ),
                    ));
                }
                parameters.push(Parameter { name, kind, default });
            }
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        for (i, p) in parameters.iter().enumerate() {
            if parameters[..i].iter().any(|q| q.name == p.name) {
                return Err(syn::Error::new(
                    p.name.span(),
                    format!("`{}` stands twice in the signature: remove one", p.name),
                ));
            }
        }
        if input.peek(Token![->]) {
            input.parse::<Token![->]>()?;
            input.parse::<LitStr>()?;
        }
        Ok(Written { parameters, span })
    }
}

fn parse_name(input: ParseStream<'_>) -> Result<Ident> {
    input.call(<Ident as syn::ext::IdentExt>::parse_any)
}

/// `: "int"`; kept for people, as PyO3 has it.
fn annotation(input: ParseStream<'_>) -> Result<()> {
    if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        if !input.peek(LitStr) {
            return Err(input.error("an annotation is text, for people: write `a: \"int\"`, or leave it out"));
        }
        input.parse::<LitStr>()?;
    }
    Ok(())
}

/// `*args = ..` is a mistake.
fn no_default(input: ParseStream<'_>) -> Result<()> {
    match input.peek(Token![=]) {
        true => {
            Err(input.error("`*args` and `**kwargs` are empty when nothing is given: remove the default"))
        }
        false => Ok(()),
    }
}

/// The Python name of an identifier.
pub fn python_name(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}

/// `(a, b=1, /, *args)`, as `inspect.signature` reads it; `first` is `$self` or `$type`. None when a
/// name is not ASCII: `inspect` fails on it.
pub fn text(first: Option<&str>, parameters: &[Parameter]) -> Option<String> {
    if !parameters.iter().all(|p| p.name.to_string().is_ascii()) {
        return None;
    }
    let mut parts: Vec<String> = first.iter().map(|s| s.to_string()).collect();
    let mut star = false;
    for (i, p) in parameters.iter().enumerate() {
        let name = python_name(&p.name);
        let default = p.default.as_ref().map(|d| format!("={}", default_text(d))).unwrap_or_default();
        match p.kind {
            Kind::Star => {
                star = true;
                parts.push(format!("*{name}"));
            }
            Kind::StarStar => parts.push(format!("**{name}")),
            Kind::KeywordOnly if !star => {
                star = true;
                parts.push("*".to_owned());
                parts.push(format!("{name}{default}"));
            }
            _ => parts.push(format!("{name}{default}")),
        }
        let last_positional_only = p.kind == Kind::PositionalOnly
            && parameters.get(i + 1).is_none_or(|q| q.kind != Kind::PositionalOnly);
        if last_positional_only {
            parts.push("/".to_owned());
        }
    }
    if first.is_some() {
        // `$self` is positional-only and says so by itself.
        if parts.get(1).is_some_and(|p| p == "/") {
            parts.remove(1);
        } else if !parts.iter().any(|p| p == "/") {
            parts.insert(1, "/".to_owned());
        }
    }
    Some(format!("({})", parts.join(", ")))
}

/// A default value in Python's syntax, or `...`.
fn default_text(default: &Expr) -> String {
    literal(default).unwrap_or_else(|| "...".to_owned())
}

/// Literals, and what commonly stands around them: `-1`, `Some(1)`, `"x".to_owned()`, `(1, 2)`.
fn literal(default: &Expr) -> Option<String> {
    use syn::{Lit, UnOp};
    let is_name = |e: &Expr, names: &[&str]| matches!(e, Expr::Path(p) if p.path.segments.last().is_some_and(|s| names.iter().any(|n| s.ident == n)));
    let all = |items: &Punctuated<Expr, Token![,]>| items.iter().map(literal).collect::<Option<Vec<_>>>();
    Some(match default {
        Expr::Lit(l) => match &l.lit {
            Lit::Int(i) => i.base10_digits().to_owned(),
            Lit::Float(f) => f.base10_digits().to_owned(),
            Lit::Bool(b) => if b.value { "True" } else { "False" }.to_owned(),
            Lit::Str(s) => python_str(&s.value()),
            Lit::Char(c) => python_str(&c.value().to_string()),
            Lit::ByteStr(b) => {
                format!("b{}", python_str(&b.value().iter().map(|b| *b as char).collect::<String>()))
            }
            _ => return None,
        },
        Expr::Unary(u) if matches!(u.op, UnOp::Neg(_)) => format!("-{}", literal(&u.expr)?),
        Expr::Reference(r) => literal(&r.expr)?,
        Expr::Paren(p) => literal(&p.expr)?,
        Expr::Group(g) => literal(&g.expr)?,
        Expr::Tuple(t) if t.elems.len() == 1 => format!("({},)", literal(&t.elems[0])?),
        Expr::Tuple(t) => format!("({})", all(&t.elems)?.join(", ")),
        Expr::Verbatim(tokens) => format!("[{}]", all(&array(tokens.clone()).ok()?)?.join(", ")),
        e if is_name(e, &["None"]) => "None".to_owned(),
        Expr::Call(c) if c.args.len() == 1 && is_name(&c.func, &["Some", "from"]) => literal(&c.args[0])?,
        Expr::MethodCall(m)
            if m.args.is_empty() && ["to_owned", "to_string", "into"].iter().any(|n| m.method == n) =>
        {
            literal(&m.receiver)?
        }
        _ => return None,
    })
}

/// The items of `[..]`.
fn array(tokens: TokenStream) -> Result<Punctuated<Expr, Token![,]>> {
    let items = |input: ParseStream<'_>| {
        let content;
        syn::bracketed!(content in input);
        content.parse_terminated(expression, Token![,])
    };
    items.parse2(tokens)
}

/// `ascii()` of a str, or what stands behind the `b` of bytes.
fn python_str(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            '\0'..'\u{100}' => out.push_str(&format!("\\x{:02x}", c as u32)),
            '\u{100}'..'\u{10000}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            _ => out.push_str(&format!("\\U{:08x}", c as u32)),
        }
    }
    out.push(quote);
    out
}

/// The static `__HSTACK_SIGNATURE` of the run-time part.
pub fn runtime(
    krate: &syn::Path,
    name: &str,
    parameters: &[Parameter],
    star_star_optional: bool,
    receiver: usize,
) -> TokenStream {
    let named: Vec<_> =
        parameters.iter().filter(|p| !matches!(p.kind, Kind::Star | Kind::StarStar)).collect();
    let count = named.len();
    let names = named.iter().map(|p| python_name(&p.name));
    let optional = named.iter().map(|p| p.default.is_some());
    let positional_only = named.iter().filter(|p| p.kind == Kind::PositionalOnly).count();
    let positional = named.iter().filter(|p| p.kind != Kind::KeywordOnly).count();
    let required = named.iter().filter(|p| p.kind != Kind::KeywordOnly && p.default.is_none()).count();
    let needs_keywords = named.iter().any(|p| p.kind == Kind::KeywordOnly && p.default.is_none());
    let star = parameters.iter().any(|p| p.kind == Kind::Star);
    let star_star = parameters.iter().any(|p| p.kind == Kind::StarStar);
    let m = quote!(#krate::macros);
    quote! {
        static __HSTACK_NAMES: [#m::Interned; #count] = [#(#m::Interned::new(#names)),*];
        static __HSTACK_SIGNATURE: #m::Signature = #m::Signature {
            name: #name,
            names: &__HSTACK_NAMES,
            positional_only: #positional_only,
            positional: #positional,
            required: #required,
            optional: &[#(#optional),*],
            needs_keywords: #needs_keywords,
            star: #star,
            star_star: #star_star,
            star_star_optional: #star_star_optional,
            receiver: #receiver,
        };
    }
}
