//! What a function of the block is, by its attributes.

use super::special::takes_class;
use crate::attributes::is_macro;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Result};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Method,
    New,
    /// A constructor that gets the class.
    NewOfClass,
    Getter,
    Setter,
    Deleter,
    Static,
    Class,
    /// A function that makes an attribute of the class.
    Attribute,
}

impl Role {
    fn of(attr: &Attribute) -> Option<Role> {
        Some(match attr.path().get_ident()?.to_string().as_str() {
            "new" => Role::New,
            "getter" => Role::Getter,
            "setter" => Role::Setter,
            "deleter" => Role::Deleter,
            "staticmethod" => Role::Static,
            "classmethod" => Role::Class,
            "classattr" => Role::Attribute,
            _ => return None,
        })
    }

    /// Takes the attributes away that say it.
    pub fn take(ident: &Ident, attrs: &mut Vec<Attribute>) -> Result<Role> {
        let mut found: Option<Role> = None;
        let mut kept = Vec::new();
        for attr in std::mem::take(attrs) {
            let Some(role) = Role::of(&attr) else {
                refuse_macro(&attr)?;
                kept.push(attr);
                continue;
            };
            if !matches!(attr.meta, syn::Meta::Path(_)) {
                return Err(syn::Error::new(
                    attr.meta.span(),
                    "this attribute has no arguments: write a name in `#[hstack(name = \"..\")]`",
                ));
            }
            found = match (found, role) {
                (None, role) => Some(role),
                (Some(Role::New), Role::Class) | (Some(Role::Class), Role::New) => Some(Role::NewOfClass),
                _ => {
                    return Err(syn::Error::new(
                        attr.path().span(),
                        "a method has one role: keep one of these attributes",
                    ));
                }
            };
        }
        *attrs = kept;
        let role = found.unwrap_or(Role::Method);
        if takes_class(&ident.to_string()) && role != Role::Class {
            return Err(syn::Error::new(
                ident.span(),
                format!("Python calls `{ident}` with the class: put `#[classmethod]` on it"),
            ));
        }
        Ok(role)
    }

    /// Whether it is called with an instance.
    pub fn has_receiver(self) -> bool {
        matches!(self, Role::Method | Role::Getter | Role::Setter | Role::Deleter)
    }
}

fn refuse_macro(attr: &Attribute) -> Result<()> {
    if is_macro(attr, "function") {
        return Err(syn::Error::new(
            attr.span(),
            "the functions of this block are methods already: remove `#[function]`, or move it out of the block",
        ));
    }
    match ["class", "methods", "module"].iter().find(|n| is_macro(attr, n)) {
        None => Ok(()),
        Some(name) => Err(syn::Error::new(
            attr.span(),
            format!("a method has no `#[{name}]`: remove it; without an instance it is a `#[staticmethod]`"),
        )),
    }
}
