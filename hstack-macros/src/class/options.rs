//! The options of `#[class]`.

use super::shared::{self, SharedAs};
use crate::attributes::Options;
use proc_macro2::Span;
use syn::{Attribute, Ident, Path, Result};

pub struct ClassOptions {
    pub krate: Path,
    pub name: String,
    pub module: Option<String>,
    pub extends: Option<Path>,
    pub subclass: bool,
    pub dict: bool,
    pub weakref: bool,
    pub frozen: Option<Span>,
    pub exclusive: Option<Span>,
    pub eq_int: Option<Span>,
    pub pickle: Option<Span>,
    pub shared: Option<SharedAs>,
    pub get_all: bool,
    pub set_all: Option<Span>,
    pub derived: Derived,
}

/// Special methods that are made from Rust traits, and where each is asked for.
pub struct Derived {
    pub eq: Option<Span>,
    pub ord: Option<Span>,
    pub hash: Option<Span>,
    pub str: Option<Span>,
    pub repr: Option<Span>,
}

impl ClassOptions {
    /// What an enum cannot be.
    pub fn refuse_for_enums(&self) -> Result<()> {
        let refuse = |span: Span, what: &str| Err(syn::Error::new(span, what));
        if let Some(base) = &self.extends {
            return refuse(syn::spanned::Spanned::span(base), "an enum has no base: remove `extends`");
        }
        if let Some(span) = self.exclusive.or(self.set_all) {
            return refuse(span, "the values of an enum do not change: remove the option");
        }
        if let Some(span) = self.pickle {
            return refuse(
                span,
                "an enum without data can be pickled as it is, and one with data cannot: remove `pickle`",
            );
        }
        if let Some(shared) = &self.shared {
            return refuse(
                shared.span,
                "an enum cannot be shared, because its members are objects of their own binary: write a struct, or remove `shared`",
            );
        }
        if let (Some(span), Some(_)) = (self.eq_int, self.derived.eq.or(self.derived.hash)) {
            return refuse(span, "`eq_int` defines `==` and the hash, by the number: remove `eq` and `hash`");
        }
        Ok(())
    }

    pub fn parse(mut options: Options, attrs: &mut Vec<Attribute>, ident: &Ident) -> Result<Self> {
        options.take(attrs)?;
        let parsed = ClassOptions {
            krate: options.krate()?,
            name: options.name(ident)?,
            module: module(&mut options)?,
            extends: options.path("extends")?,
            subclass: options.flag("subclass")?,
            dict: options.flag("dict")?,
            weakref: options.flag("weakref")?,
            frozen: options.flag_span("frozen")?,
            exclusive: options.flag_span("exclusive")?,
            eq_int: options.flag_span("eq_int")?,
            pickle: options.flag_span("pickle")?,
            shared: shared::option(&mut options)?,
            get_all: options.flag("get_all")?,
            set_all: options.flag_span("set_all")?,
            derived: Derived {
                eq: options.flag_span("eq")?,
                ord: options.flag_span("ord")?,
                hash: options.flag_span("hash")?,
                str: options.flag_span("str")?,
                repr: options.flag_span("repr")?,
            },
        };
        options.finish(
            "`name`, `module`, `extends`, `subclass`, `dict`, `weakref`, `frozen`, `exclusive`, `eq_int`, `get_all`, `set_all`, `pickle`, `shared`, `eq`, `ord`, `hash`, `str`, `repr` and `crate`",
        )?;
        let (frozen, derived) = (parsed.frozen, &parsed.derived);
        for (option, span) in [("ord", derived.ord), ("hash", derived.hash)] {
            if let (Some(span), None) = (span, derived.eq) {
                return Err(syn::Error::new(
                    span,
                    format!("`{option}` has to agree with `==`, which is not defined: write `eq, {option}`"),
                ));
            }
        }
        if let (Some(span), Some(_)) = (parsed.exclusive, frozen) {
            return Err(syn::Error::new(
                span,
                "a class is either `frozen` or `exclusive`, whose instances change: keep one",
            ));
        }
        if let (Some(span), Some(_)) = (parsed.set_all, frozen) {
            return Err(syn::Error::new(
                span,
                "a `frozen` class has no properties that can be set: remove `frozen` or `set_all`",
            ));
        }
        Ok(parsed)
    }
}

/// `module = "dotted.name"`
fn module(options: &mut Options) -> Result<Option<String>> {
    let Some(text) = options.text("module")? else { return Ok(None) };
    let module = text.value();
    if !is_dotted(&module) {
        return Err(syn::Error::new(
            text.span(),
            format!("{module:?} is not the name of a module: write Python names with dots between them"),
        ));
    }
    Ok(Some(module))
}

/// Whether a text is Python names with dots between them.
pub fn is_dotted(text: &str) -> bool {
    text.split('.').all(|part| {
        !part.is_empty()
            && part.chars().all(|c| c == '_' || c.is_alphanumeric())
            && !part.starts_with(char::is_numeric)
    })
}
