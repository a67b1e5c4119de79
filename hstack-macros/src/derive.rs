//! What both derives share: a struct or an enum taken apart, with its options.

use crate::attributes::Options;
use crate::lifetimes;
use crate::rename::Rename;
use crate::signature::python_name;
use proc_macro2::{Span, TokenStream};
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Expr, Fields, Generics, Ident, Lit, Path, Result, Type};

/// Which derive: each leaves the other's options alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    From,
    To,
}

impl Direction {
    pub fn name(self) -> &'static str {
        match self {
            Direction::From => "FromPy",
            Direction::To => "ToPy",
        }
    }
}

/// A type to derive for.
pub struct Input {
    pub krate: Path,
    pub ident: Ident,
    pub generics: Generics,
    pub kind: Kind,
}

pub enum Kind {
    Struct(Body),
    Enum(Vec<Body>),
}

/// A struct, or a variant of an enum.
pub struct Body {
    /// How errors call it.
    pub shown: String,
    /// What makes one: `Name`, `Name::Variant`.
    pub path: TokenStream,
    pub shape: Shape,
    pub fields: Vec<Field>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Attributes or items; a dict.
    Named,
    /// A tuple.
    Tuple,
    /// What its only field is.
    Transparent,
}

pub struct Field {
    /// `name`, or `0`.
    pub member: syn::Member,
    /// How errors call it, after the struct's name.
    pub shown: String,
    /// A variable for it, which no name of the user's can be.
    pub variable: Ident,
    pub ty: Type,
    pub place: Place,
    /// What stands there when nothing is given: `Default::default()`, or an expression.
    pub default: Option<Option<Expr>>,
    pub from_py_with: Option<Path>,
    pub into_py_with: Option<Path>,
}

/// Where a field's value is.
pub enum Place {
    Attribute(String),
    /// A text key.
    Key(String),
    /// Another key: a literal, perhaps negative.
    Item(Expr),
    /// By position, or the object itself.
    Whole,
}

/// What holds for all fields of a struct or an enum.
#[derive(Clone, Copy, Default)]
struct Common {
    rename: Option<Rename>,
    items: bool,
}

const CONTAINER: &str =
    "`transparent`, `from_item_all`, `rename_all`, `annotation` (of a variant) and `crate`";
const FIELD: &str = "`item`, `attribute`, `default`, `from_py_with` and `into_py_with`";

impl Input {
    pub fn new(tokens: TokenStream, direction: Direction) -> Result<Self> {
        let mut input: DeriveInput = syn::parse2(tokens)?;
        let mut options = Options::default();
        options.take(&mut input.attrs)?;
        let krate = options.krate()?;
        for parameter in input.generics.lifetimes().skip(1) {
            if direction == Direction::From {
                return Err(syn::Error::new(
                    parameter.span(),
                    "a type made from a Python object has one lifetime, that of the frame: remove the others",
                ));
            }
        }
        let ident = &input.ident;
        let common = Common::default();
        let kind = match &mut input.data {
            Data::Struct(data) => {
                let body = Body::new(ident, quote!(#ident), &mut data.fields, options, common, direction)?;
                Kind::Struct(body)
            }
            Data::Enum(data) => Kind::Enum(variants(ident, data, options, direction)?),
            Data::Union(data) => {
                return Err(syn::Error::new(
                    data.union_token.span,
                    "a union does not know what it holds: make it an enum",
                ));
            }
        };
        Ok(Input { krate, ident: input.ident, generics: input.generics, kind })
    }

    pub fn bodies(&self) -> &[Body] {
        match &self.kind {
            Kind::Struct(body) => std::slice::from_ref(body),
            Kind::Enum(bodies) => bodies,
        }
    }
}

fn variants(
    ident: &Ident,
    data: &mut syn::DataEnum,
    mut options: Options,
    direction: Direction,
) -> Result<Vec<Body>> {
    if let Some(span) = options.flag_span("transparent")? {
        return Err(syn::Error::new(
            span,
            "an enum is not transparent, its variants may be: move the option there",
        ));
    }
    let common = Common { rename: Rename::take(&mut options)?, items: options.flag("from_item_all")? };
    options.finish(CONTAINER)?;
    if data.variants.is_empty() {
        return Err(syn::Error::new(ident.span(), "an enum without variants has no values: add a variant"));
    }
    let variants = data.variants.iter_mut().map(|variant| {
        let mut options = Options::default();
        options.take(&mut variant.attrs)?;
        let name = &variant.ident;
        Body::new(name, quote!(#ident::#name), &mut variant.fields, options, common, direction)
    });
    variants.collect()
}

impl Body {
    fn new(
        ident: &Ident,
        path: TokenStream,
        fields: &mut Fields,
        mut options: Options,
        common: Common,
        direction: Direction,
    ) -> Result<Self> {
        let transparent = options.flag_span("transparent")?;
        let (rename_at, items_at) = (options.span("rename_all"), options.flag_span("from_item_all")?);
        let rename = Rename::take(&mut options)?.or(common.rename);
        let shown = options.text("annotation")?.map_or(python_name(ident), |text| text.value());
        options.finish(CONTAINER)?;
        let count = fields.len();
        if count == 0 {
            return Err(syn::Error::new(
                ident.span(),
                format!(
                    "`{ident}` has no fields, so no Python object stands for it: add a field, or implement `{}` by hand",
                    direction.name()
                ),
            ));
        }
        if let (Some(span), true) = (transparent, count != 1) {
            return Err(syn::Error::new(
                span,
                format!("what is transparent has one field, and `{ident}` has {count}: remove the option"),
            ));
        }
        let named = matches!(fields, Fields::Named(_));
        let shape = match (transparent.is_some() || !named && count == 1, named) {
            (true, _) => Shape::Transparent,
            (false, true) => Shape::Named,
            (false, false) => Shape::Tuple,
        };
        for (name, at) in [("rename_all", rename_at), ("from_item_all", items_at)] {
            if let (Some(at), true) = (at, shape != Shape::Named) {
                return Err(syn::Error::new(
                    at,
                    format!("`{name}` is about fields with names, which are not read here: remove it"),
                ));
            }
        }
        let common = Common { rename, items: items_at.is_some() || common.items };
        let fields = fields
            .iter_mut()
            .enumerate()
            .map(|(i, field)| Field::new(i, field, shape, common, items_at.is_some(), direction))
            .collect::<Result<_>>()?;
        Ok(Body { shown, path, shape, fields })
    }
}

impl Field {
    fn new(
        index: usize,
        field: &mut syn::Field,
        shape: Shape,
        common: Common,
        redundant: bool,
        direction: Direction,
    ) -> Result<Self> {
        let mut options = Options::default();
        options.take(&mut field.attrs)?;
        let from_py_with = options.path("from_py_with")?;
        let into_py_with = options.path("into_py_with")?;
        let (item, attribute) = (options.call("item")?, options.call("attribute")?);
        let default = options.flag_or_expr("default")?;
        options.finish(FIELD)?;
        if direction == Direction::From {
            lifetimes::refuse_static(&field.ty)?;
        }
        let fail = |span: Span, text: &str| Err(syn::Error::new(span, text));
        if shape != Shape::Named {
            let what = match shape {
                Shape::Tuple => "a field without a name is read by its position: remove this option",
                _ => "what is transparent is made from the object itself: remove this option",
            };
            if let Some(found) = [&item, &attribute, &default].into_iter().flatten().next() {
                return fail(found.0, what);
            }
        }
        let name = field.ident.as_ref().map(python_name);
        let renamed = || {
            let name = name.clone().unwrap_or_default();
            common.rename.map_or(name.clone(), |rename| rename.apply(&name))
        };
        let place = match (item, attribute) {
            _ if shape != Shape::Named => Place::Whole,
            (Some(_), Some((span, _))) => {
                return fail(span, "a field is an attribute or an item: remove one of the two options");
            }
            (Some((span, None)), None) if redundant => {
                return fail(span, "`from_item_all` makes every field an item: remove `item` here");
            }
            (Some((_, Some(key))), None) => match literal(&key)? {
                Lit::Str(text) => Place::Key(text.value()),
                _ => Place::Item(key),
            },
            (Some((_, None)), None) => Place::Key(renamed()),
            (None, Some((_, Some(name)))) => match literal(&name)? {
                Lit::Str(text) => Place::Attribute(text.value()),
                other => {
                    return fail(other.span(), "an attribute's name is text: write `attribute(\"name\")`");
                }
            },
            (None, None) if common.items => Place::Key(renamed()),
            (None, _) => Place::Attribute(renamed()),
        };
        let member = match &field.ident {
            Some(ident) => syn::Member::Named(ident.clone()),
            None => syn::Member::Unnamed(index.into()),
        };
        Ok(Field {
            member,
            shown: name.unwrap_or_else(|| index.to_string()),
            variable: format_ident!("field_{index}", span = Span::mixed_site()),
            ty: field.ty.clone(),
            place,
            default: default.map(|(_, value)| value),
            from_py_with,
            into_py_with,
        })
    }

    /// Whether the field's type has parameters of the type in it, so that a bound on it is needed. A
    /// type that holds itself is left to the bounds on the others.
    pub fn needs_bound(&self, input: &Input, lifetimes: bool) -> bool {
        let mut found = (false, false);
        let parameters: Vec<&Ident> = input
            .generics
            .params
            .iter()
            .filter_map(|p| match p {
                syn::GenericParam::Type(t) => Some(&t.ident),
                syn::GenericParam::Lifetime(l) => lifetimes.then_some(&l.lifetime.ident),
                syn::GenericParam::Const(_) => None,
            })
            .collect();
        let ty = &self.ty;
        visit(quote!(#ty), &mut |ident| {
            found.0 |= parameters.contains(&ident);
            found.1 |= *ident == input.ident;
        });
        found.0 && !found.1
    }
}

/// Every identifier in some tokens.
fn visit(tokens: TokenStream, g: &mut impl FnMut(&Ident)) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(ident) => g(&ident),
            proc_macro2::TokenTree::Group(group) => visit(group.stream(), g),
            _ => {}
        }
    }
}

fn literal(expr: &Expr) -> Result<Lit> {
    match expr {
        Expr::Lit(l) => Ok(l.lit.clone()),
        Expr::Unary(u) if matches!(u.op, syn::UnOp::Neg(_)) => literal(&u.expr),
        other => Err(syn::Error::new(
            other.span(),
            "a name or key is a literal: write `item(\"key\")`, `item(0)` or `attribute(\"name\")`",
        )),
    }
}
