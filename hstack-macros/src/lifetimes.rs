//! Lifetimes that the user left out become the frame's.

use proc_macro2::Span;
use syn::{GenericArgument, Lifetime, PathArguments, Result, Type};

/// Types of hstack whose first parameter is the frame's lifetime.
const FRAMED: &[&str] =
    &["Handle", "Frame", "Arguments", "Buffer", "Kind", "StrChars", "Subscript", "Memory"];

/// The last name of a path type.
pub fn type_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(p) => p.path.segments.last().map(|s| s.ident.to_string()),
        Type::Group(g) => type_name(&g.elem),
        Type::Paren(p) => type_name(&p.elem),
        _ => None,
    }
}

/// Whether a parameter's type is `&Frame` or `&mut Frame`.
pub fn is_frame_parameter(ty: &Type) -> Result<bool> {
    match ty {
        Type::Reference(r) if type_name(&r.elem).as_deref() == Some("Frame") => {
            if let Some(lifetime) = &r.lifetime {
                return Err(syn::Error::new(
                    lifetime.span(),
                    "the reference to a frame has no lifetime of its own: write `f: &Frame`, the frame's lifetime is filled in",
                ));
            }
            Ok(true)
        }
        ty if type_name(ty).as_deref() == Some("Frame") => Err(syn::Error::new_spanned(
            ty,
            "a frame is lent, never owned: write `f: &Frame`, or `f: &mut Frame` to detach",
        )),
        _ => Ok(false),
    }
}

/// Refuses `'static` in the type of a value that comes from Python.
pub fn refuse_static(ty: &Type) -> Result<()> {
    let check = |l: Option<&Lifetime>| match l {
        Some(l) if l.ident == "static" => Err(syn::Error::new(
            l.span(),
            "a value from Python lives as long as its frame, never `'static`: remove the lifetime, or copy the value (`String`, `Global`)",
        )),
        _ => Ok(()),
    };
    match ty {
        Type::Reference(r) => check(r.lifetime.as_ref()).and_then(|()| refuse_static(&r.elem)),
        Type::Path(p) => {
            for segment in &p.path.segments {
                if let PathArguments::AngleBracketed(a) = &segment.arguments {
                    for argument in &a.args {
                        match argument {
                            GenericArgument::Lifetime(l) => check(Some(l))?,
                            GenericArgument::Type(t) => refuse_static(t)?,
                            _ => {}
                        }
                    }
                }
            }
            Ok(())
        }
        Type::Tuple(t) => t.elems.iter().try_for_each(refuse_static),
        Type::Array(a) => refuse_static(&a.elem),
        Type::Slice(s) => refuse_static(&s.elem),
        Type::Group(g) => refuse_static(&g.elem),
        Type::Paren(p) => refuse_static(&p.elem),
        _ => Ok(()),
    }
}

/// Fills in `lifetime` wherever one is left out; says whether it is used.
pub fn fill(ty: &mut Type, lifetime: &Lifetime) -> bool {
    match ty {
        Type::Reference(r) => {
            let frame = type_name(&r.elem).as_deref() == Some("Frame");
            let mut used = fill(&mut r.elem, lifetime);
            if !frame && r.lifetime.as_ref().is_none_or(|l| is_frames(l, lifetime)) {
                r.lifetime = Some(at(lifetime, r.and_token.span));
                used = true;
            }
            used
        }
        Type::Path(p) => {
            let mut used = false;
            for segment in &mut p.path.segments {
                let framed = FRAMED.iter().any(|f| segment.ident == f);
                if framed && !has_lifetime(&segment.arguments) {
                    let lifetime = at(lifetime, segment.ident.span());
                    match &mut segment.arguments {
                        PathArguments::AngleBracketed(a) => {
                            a.args.insert(0, GenericArgument::Lifetime(lifetime))
                        }
                        arguments => {
                            *arguments = PathArguments::AngleBracketed(syn::parse_quote!(<#lifetime>));
                        }
                    }
                    used = true;
                }
                if let PathArguments::AngleBracketed(a) = &mut segment.arguments {
                    for argument in &mut a.args {
                        match argument {
                            GenericArgument::Lifetime(l) if is_frames(l, lifetime) => {
                                *l = at(lifetime, l.span());
                                used = true;
                            }
                            GenericArgument::Type(t) => used |= fill(t, lifetime),
                            _ => {}
                        }
                    }
                }
            }
            used
        }
        Type::Tuple(t) => t.elems.iter_mut().fold(false, |used, t| fill(t, lifetime) | used),
        Type::Array(a) => fill(&mut a.elem, lifetime),
        Type::Slice(s) => fill(&mut s.elem, lifetime),
        Type::Group(g) => fill(&mut g.elem, lifetime),
        Type::Paren(p) => fill(&mut p.elem, lifetime),
        _ => false,
    }
}

/// Whether a lifetime that is written is the frame's. It is called so whether it is declared or not: rustc's
/// messages name it.
fn is_frames(written: &Lifetime, lifetime: &Lifetime) -> bool {
    written.ident == "_" || written.ident == lifetime.ident
}

/// Writes `<'_>` behind the name of a type that has a lifetime, where it is left out.
pub fn open(ty: &mut Type, name: &str) {
    let Type::Path(p) = ty else { return };
    for segment in &mut p.path.segments {
        if segment.ident == name && matches!(segment.arguments, PathArguments::None) {
            segment.arguments = PathArguments::AngleBracketed(syn::parse_quote!(<'_>));
        }
        if let PathArguments::AngleBracketed(a) = &mut segment.arguments {
            for argument in &mut a.args {
                if let GenericArgument::Type(t) = argument {
                    open(t, name);
                }
            }
        }
    }
}

/// Replaces a lifetime by `'_`, for types inside the entry.
pub fn anonymous(ty: &Type, lifetime: &Lifetime) -> Type {
    let mut ty = ty.clone();
    replace(&mut ty, lifetime);
    ty
}

fn replace(ty: &mut Type, lifetime: &Lifetime) {
    let any = |l: &mut Lifetime| {
        if l.ident == lifetime.ident {
            *l = Lifetime::new("'_", l.span());
        }
    };
    match ty {
        Type::Reference(r) => {
            if let Some(l) = &mut r.lifetime {
                any(l);
            }
            replace(&mut r.elem, lifetime);
        }
        Type::Path(p) => {
            for segment in &mut p.path.segments {
                if let PathArguments::AngleBracketed(a) = &mut segment.arguments {
                    for argument in &mut a.args {
                        match argument {
                            GenericArgument::Lifetime(l) => any(l),
                            GenericArgument::Type(t) => replace(t, lifetime),
                            _ => {}
                        }
                    }
                }
            }
        }
        Type::Tuple(t) => t.elems.iter_mut().for_each(|t| replace(t, lifetime)),
        Type::Array(a) => replace(&mut a.elem, lifetime),
        Type::Slice(s) => replace(&mut s.elem, lifetime),
        Type::Group(g) => replace(&mut g.elem, lifetime),
        Type::Paren(p) => replace(&mut p.elem, lifetime),
        _ => {}
    }
}

fn has_lifetime(arguments: &PathArguments) -> bool {
    match arguments {
        PathArguments::AngleBracketed(a) => a.args.iter().any(|a| matches!(a, GenericArgument::Lifetime(_))),
        _ => false,
    }
}

fn at(lifetime: &Lifetime, span: Span) -> Lifetime {
    let mut lifetime = lifetime.clone();
    lifetime.set_span(span);
    lifetime
}
