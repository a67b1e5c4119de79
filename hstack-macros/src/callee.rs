//! A function that Python calls, taken apart: where its arguments come from, and how they are bound.

use crate::attributes::Options;
use crate::item::{FnArg, Signature};
use crate::lifetimes;
use crate::signature::{self, Kind as ParameterKind, Parameter};
use syn::spanned::Spanned;
use syn::{GenericParam, Ident, Lifetime, Path, Result, Type};

/// A Rust parameter, and where its value comes from.
pub enum Source {
    Frame,
    Module,
    Class,
    Python { name: Ident, ty: Box<Type>, converter: Option<Path> },
}

impl Source {
    fn is_named(&self, wanted: &Ident) -> bool {
        matches!(self, Source::Python { name, .. } if name == wanted)
    }
}

/// A function that Python calls, taken apart.
pub struct Callee {
    pub sources: Vec<Source>,
    pub parameters: Vec<Parameter>,
    pub lifetime: Lifetime,
    /// Where errors about the result stand.
    pub output: proc_macro2::Span,
    /// A method of an instance or class, which a `def` counts as an argument.
    pub bound: bool,
}

/// Who calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A function of a module, or a static method.
    Plain,
    /// A method that is bound to an instance.
    Bound,
    /// A constructor that gets the class first.
    New,
    /// A method that is bound to a class, which it gets first.
    OfClass,
}

/// Refuses what a function that Python calls cannot be.
fn check(sig: &Signature) -> Result<()> {
    if let Some(token) = &sig.asyncness {
        return Err(syn::Error::new(
            token.span,
            "an `async fn` cannot be called from Python: write a plain `fn` that runs the future, or returns an awaitable object",
        ));
    }
    if let Some(token) = &sig.unsafety {
        return Err(syn::Error::new(
            token.span,
            "an `unsafe fn` cannot be called from Python, which keeps no promise: make it safe by checking its arguments",
        ));
    }
    for param in &sig.generics.params {
        match param {
            GenericParam::Type(t) => {
                return Err(syn::Error::new(
                    t.span(),
                    "a function that Python calls has no type parameters: Python passes objects; use `Handle<Any>`",
                ));
            }
            GenericParam::Const(c) => {
                return Err(syn::Error::new(
                    c.span(),
                    "a function that Python calls has no const parameters: make it an argument",
                ));
            }
            GenericParam::Lifetime(_) => {}
        }
    }
    if let Some(variadic) = sig.inputs.iter().find(|input| matches!(input, FnArg::Variadic(_))) {
        return Err(syn::Error::new(
            variadic.span(),
            "a function that Python calls is not variadic: use `*args` in a `signature`",
        ));
    }
    Ok(())
}

/// The lifetime that stands for the frame: the one that is declared, or `'f`, which is then declared
/// when it is used.
pub fn frame_lifetime(sig: &Signature) -> Result<Lifetime> {
    let mut declared = sig.generics.lifetimes();
    match (declared.next(), declared.next()) {
        (None, _) => Ok(Lifetime::new("'f", proc_macro2::Span::mixed_site())),
        (Some(one), None) if !one.bounds.is_empty() => {
            Err(syn::Error::new(one.span(), "the frame's lifetime has no bounds: remove them"))
        }
        (Some(one), None) => Ok(one.lifetime.clone()),
        (_, Some(second)) => Err(syn::Error::new(
            second.span(),
            "a function that Python calls has one lifetime, that of its frame: remove the others",
        )),
    }
}

impl Callee {
    /// Takes a signature apart (the receiver is gone already) and fills in its lifetimes.
    pub fn new(sig: &mut Signature, options: &mut Options, kind: Kind) -> Result<Self> {
        check(sig)?;
        let pass_module = options.flag("pass_module")?;
        let written = options.signature()?;
        let lifetime = frame_lifetime(sig)?;
        let mut used = false;
        let mut sources = Vec::new();
        for input in &mut sig.inputs {
            let FnArg::Typed(input) = input else { continue };
            let mut own = Options::default();
            own.take(&mut input.attrs)?;
            let converter = own.path("from_py_with")?;
            own.finish("`from_py_with`")?;
            let is_frame = lifetimes::is_frame_parameter(&input.ty)?;
            if let Type::ImplTrait(t) = &*input.ty {
                return Err(syn::Error::new(
                    t.span(),
                    "an argument from Python has a concrete type: name it, or use `Handle<Any>`",
                ));
            }
            lifetimes::refuse_static(&input.ty)?;
            used |= lifetimes::fill(&mut input.ty, &lifetime);
            if is_frame {
                if sources.iter().any(|s| matches!(s, Source::Frame)) {
                    return Err(syn::Error::new(
                        input.ty.span(),
                        "a call has one frame: remove this parameter",
                    ));
                }
                sources.push(Source::Frame);
                continue;
            }
            if pass_module && !sources.iter().any(|s| matches!(s, Source::Module)) {
                sources.push(Source::Module);
                continue;
            }
            let takes_class = matches!(kind, Kind::New | Kind::OfClass);
            if takes_class && sources.iter().all(|s| matches!(s, Source::Frame)) {
                if !is_handle_of_type(&input.ty) {
                    return Err(syn::Error::new(
                        input.ty.span(),
                        "a class method gets the class first: write `cls: Handle<Type>` before this one, or make it a `#[staticmethod]`",
                    ));
                }
                sources.push(Source::Class);
                continue;
            }
            let Some(name) = input.pattern.name() else {
                let text = match input.pattern.is_wild() {
                    true => "an argument from Python has a name, which callers may use: write `name: Type`",
                    false => {
                        "an argument from Python has a name: write `name: Type` and take it apart inside"
                    }
                };
                return Err(syn::Error::new(input.pattern.span(), text));
            };
            sources.push(Source::Python { name, ty: input.ty.clone(), converter });
        }
        if pass_module && !sources.iter().any(|s| matches!(s, Source::Module)) {
            return Err(syn::Error::new(
                sig.ident.span(),
                "`pass_module` passes the module first: add a parameter `module: Handle<Module>`",
            ));
        }
        let mut output = sig.ident.span();
        if let syn::ReturnType::Type(_, ty) = &mut sig.output {
            output = ty.span();
            used |= lifetimes::fill(ty, &lifetime);
        }
        if used && sig.generics.lifetimes().next().is_none() {
            sig.generics.params.insert(0, syn::parse_quote!(#lifetime));
            sig.generics.lt_token.get_or_insert_with(Default::default);
            sig.generics.gt_token.get_or_insert_with(Default::default);
        }
        let parameters = parameters(&sources, written)?;
        for parameter in &parameters {
            if let Some(Source::Python { ty, .. }) = sources.iter().find(|s| s.is_named(&parameter.name)) {
                check_star(parameter.kind, ty)?;
            }
        }
        let bound = matches!(kind, Kind::Bound | Kind::OfClass);
        Ok(Callee { sources, parameters, lifetime, output, bound })
    }

    pub fn takes_nothing(&self) -> bool {
        self.parameters.is_empty()
    }

    pub fn takes_one_positional(&self) -> bool {
        matches!(self.parameters.as_slice(), [p] if p.kind == ParameterKind::PositionalOnly && p.default.is_none())
    }
}

/// The parameters of a signature: the written one, checked against the function, or every parameter
/// required.
fn parameters(sources: &[Source], written: Option<signature::Written>) -> Result<Vec<Parameter>> {
    let names: Vec<&Ident> = sources
        .iter()
        .filter_map(|s| match s {
            Source::Python { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    let Some(written) = written else {
        return Ok(names
            .into_iter()
            .map(|name| Parameter { name: name.clone(), kind: ParameterKind::Positional, default: None })
            .collect());
    };
    for p in &written.parameters {
        if !names.contains(&&p.name) {
            return Err(syn::Error::new(
                p.name.span(),
                format!(
                    "the signature names `{}`, which the function does not take: add the parameter, or remove it here (a frame is not listed)",
                    p.name
                ),
            ));
        }
    }
    for name in names {
        if !written.parameters.iter().any(|p| p.name == *name) {
            return Err(syn::Error::new(
                written.span,
                format!("the signature does not name `{name}`, which the function takes: add it here"),
            ));
        }
    }
    Ok(written.parameters)
}

/// Refuses types that no tuple or dict can be converted to.
fn check_star(kind: ParameterKind, ty: &Type) -> Result<()> {
    let text = match kind {
        ParameterKind::Star => {
            "`*args` is a tuple: write `args: Handle<Tuple>`, or a `Vec` of what its items are"
        }
        ParameterKind::StarStar => {
            "`**kwargs` is a dict: write `kwargs: Handle<Dict>`, or a map from `String`"
        }
        _ => return Ok(()),
    };
    let name = lifetimes::type_name(ty).unwrap_or_default();
    let is_text = matches!(ty, Type::Reference(_)) || name == "String";
    let is_number = crate::function::is_primitive(&name);
    let is_list =
        kind == ParameterKind::StarStar && name == "Vec" || kind == ParameterKind::Star && is_option(ty);
    match is_text || is_number || is_list {
        true => Err(syn::Error::new(ty.span(), text)),
        false => Ok(()),
    }
}

pub fn is_option(ty: &Type) -> bool {
    lifetimes::type_name(ty).as_deref() == Some("Option")
}

fn is_handle_of_type(ty: &Type) -> bool {
    let Type::Path(p) = ty else { return false };
    let Some(last) = p.path.segments.last() else { return false };
    let syn::PathArguments::AngleBracketed(a) = &last.arguments else { return false };
    last.ident == "Handle"
        && a.args.iter().any(
            |a| matches!(a, syn::GenericArgument::Type(t) if lifetimes::type_name(t).as_deref() == Some("Type")),
        )
}
