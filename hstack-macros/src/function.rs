//! `#[function]`, and what methods share with it: parameters, binding, the entry point.

use crate::attributes::{Options, at, c_pointer, doc};
use crate::lifetimes;
use crate::signature::{self, Kind, Parameter, python_name};
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Expr, FnArg, GenericParam, Ident, ItemFn, Lifetime, Pat, Path, Result, Signature, Type};

/// A Rust parameter, and where its value comes from.
pub enum Source {
    Frame,
    Module,
    Python { name: Ident, ty: Box<Type>, converter: Option<Path> },
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

/// Refuses what a function that Python calls cannot be.
fn check(sig: &Signature) -> Result<()> {
    if let Some(token) = &sig.asyncness {
        return Err(syn::Error::new(
            token.span,
            "an `async fn` cannot be called from Python: write a plain `fn` that runs the future, or returns an awaitable object",
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
    if let Some(token) = &sig.variadic {
        return Err(syn::Error::new(
            token.span(),
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
    pub fn new(sig: &mut Signature, options: &mut Options, bound: bool) -> Result<Self> {
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
            let Pat::Ident(pat) = &*input.pat else {
                return Err(syn::Error::new(
                    input.pat.span(),
                    "an argument from Python has a name: write `name: Type` and take it apart inside",
                ));
            };
            sources.push(Source::Python { name: pat.ident.clone(), ty: input.ty.clone(), converter });
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
        Ok(Callee { sources, parameters, lifetime, output, bound })
    }

    pub fn takes_nothing(&self) -> bool {
        self.parameters.is_empty()
    }

    pub fn takes_one_positional(&self) -> bool {
        matches!(self.parameters.as_slice(), [p] if p.kind == Kind::PositionalOnly && p.default.is_none())
    }

    fn named(&self) -> impl Iterator<Item = (&Parameter, &Type, &Option<Path>)> {
        self.parameters.iter().filter_map(|p| {
            self.sources.iter().find_map(|s| match s {
                Source::Python { name, ty, converter } if *name == p.name => Some((p, &**ty, converter)),
                _ => None,
            })
        })
    }

    /// What binds the arguments of a call, and converts them to one variable each.
    pub fn bind(&self, krate: &Path, display_name: &str) -> Binding {
        let m = quote!(#krate::macros);
        let optional = self.named().any(|(p, ty, _)| p.kind == Kind::StarStar && is_option(ty));
        let signature =
            signature::runtime(krate, display_name, &self.parameters, optional, self.bound.into());
        let named: Vec<_> =
            self.named().filter(|(p, ..)| !matches!(p.kind, Kind::Star | Kind::StarStar)).collect();
        let count = named.len();
        let slots: Vec<_> = (0..count).map(|i| format_ident!("slot{i}")).collect();
        let mut statements = TokenStream::new();
        for ((p, ty, converter), slot) in named.iter().zip(&slots) {
            let variable = variable(&p.name);
            let name = python_name(&p.name);
            let shown = lifetimes::anonymous(ty, &self.lifetime);
            let convert = convert(&m, ty, converter, quote!(given), &name);
            let absent = match &p.default {
                Some(default) => default_value(ty, default),
                None => quote!(#m::absent()),
            };
            statements.extend(quote! {
                let #variable: #shown = match #slot {
                    ::core::option::Option::Some(given) => #convert,
                    ::core::option::Option::None => #absent,
                };
            });
        }
        for (p, ty, converter) in self.named() {
            let field = match p.kind {
                Kind::Star => quote!(star),
                Kind::StarStar => quote!(star_star),
                _ => continue,
            };
            let variable = variable(&p.name);
            let shown = lifetimes::anonymous(ty, &self.lifetime);
            let convert = convert(&m, ty, converter, quote!(given.as_any()), &python_name(&p.name));
            let absent = match is_option(ty) {
                true => quote!(::core::option::Option::None),
                false => quote!(#m::absent()),
            };
            statements.extend(quote! {
                let #variable: #shown = match bound.#field {
                    ::core::option::Option::Some(given) => #convert,
                    ::core::option::Option::None => #absent,
                };
            });
        }
        Binding {
            krate: krate.clone(),
            signature,
            has_star: self.parameters.iter().any(|p| matches!(p.kind, Kind::Star | Kind::StarStar)),
            count,
            convert: quote! {
                let [#(#slots),*]: [_; #count] = values;
                #statements
            },
        }
    }

    /// A statement that converts the single positional argument `argument`.
    pub fn bind_one(&self, krate: &Path) -> TokenStream {
        let m = quote!(#krate::macros);
        self.named()
            .map(|(p, ty, converter)| {
                let variable = variable(&p.name);
                let shown = lifetimes::anonymous(ty, &self.lifetime);
                let convert = convert(&m, ty, converter, quote!(argument), &python_name(&p.name));
                quote!(let #variable: #shown = #convert;)
            })
            .collect()
    }

    /// A statement that converts the operand `other` of an operator, or leaves the block `'operator`:
    /// an operand that does not convert is for the other side to handle.
    pub fn bind_operand(&self, krate: &Path) -> TokenStream {
        let m = quote!(#krate::macros);
        self.named()
            .map(|(p, ty, _)| {
                let variable = variable(&p.name);
                let shown = lifetimes::anonymous(ty, &self.lifetime);
                let operand = at(ty.span(), quote!(#m::operand));
                quote! {
                    let #variable: #shown = match #operand(f, other) {
                        ::core::option::Option::Some(value) => value,
                        ::core::option::Option::None => break 'operator,
                    };
                }
            })
            .collect()
    }

    /// The arguments of the Rust call, after the receiver.
    pub fn call_arguments(&self, krate: &Path) -> Vec<TokenStream> {
        self.sources
            .iter()
            .map(|s| match s {
                Source::Frame => quote!(f),
                Source::Module => quote!(#krate::macros::module(this)),
                Source::Python { name, .. } => {
                    let variable = variable(name);
                    quote!(#variable)
                }
            })
            .collect()
    }
}

/// See [`Callee::bind`].
pub struct Binding {
    krate: Path,
    /// The static `SIGNATURE`.
    pub signature: TokenStream,
    /// Whether there is `*args` or `**kwargs`.
    pub has_star: bool,
    /// How many other parameters there are.
    pub count: usize,
    /// Converts `values`, an array of as many handles, each if given.
    pub convert: TokenStream,
}

impl Binding {
    /// Binds `arguments` and converts them.
    pub fn whole(&self) -> TokenStream {
        let Binding { krate, signature, count, convert, .. } = self;
        quote! {
            #signature
            let bound: #krate::macros::Bound<'_, #count> = SIGNATURE.bind(f, arguments)?;
            let values = bound.values;
            #convert
        }
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
            .map(|name| Parameter { name: name.clone(), kind: Kind::Positional, default: None })
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

/// Hygienic: a parameter may be called `f` or `this`.
fn variable(name: &Ident) -> Ident {
    format_ident!("argument_{}", python_name(name), span = proc_macro2::Span::mixed_site())
}

fn convert(
    m: &TokenStream,
    ty: &Type,
    converter: &Option<Path>,
    given: TokenStream,
    name: &str,
) -> TokenStream {
    match converter {
        Some(path) => quote!(#m::named(f, #name, #path(f, #given))?),
        None => {
            // The error about a type that cannot be converted stands at the type.
            let argument = at(ty.span(), quote!(#m::argument));
            quote!(#argument(f, #given, #name)?)
        }
    }
}

fn is_option(ty: &Type) -> bool {
    lifetimes::type_name(ty).as_deref() == Some("Option")
}

/// A default: `5` for an `Option` parameter means `Some(5)`.
fn default_value(ty: &Type, default: &Expr) -> TokenStream {
    let explicit = match default {
        Expr::Path(p) => p.path.segments.last().is_some_and(|s| s.ident == "None"),
        Expr::Call(c) => {
            matches!(&*c.func, Expr::Path(p) if p.path.segments.last().is_some_and(|s| s.ident == "Some"))
        }
        _ => false,
    };
    if is_option(ty) && !explicit { quote!(::core::option::Option::Some(#default)) } else { quote!(#default) }
}

/// The entry point and the static `FunctionDef` parts of one function or method.
pub struct Entry {
    pub convention: TokenStream,
    pub function: TokenStream,
}

/// Writes the entry `name`, with the cheapest calling convention. Without parameters that is another
/// one for methods that are bound to an instance or class than for other functions: measured on 3.9 to
/// 3.15, `NoArguments` saves methods 4 to 30 % of a call, and costs functions up to half of one, because
/// 3.11 to 3.14 have no fast path for it. `OneArgument` saves both 3 to 30 %.
///
/// `call` is the Rust call, with the variables of `bind` and `f`, `this`.
pub fn entry(
    krate: &Path,
    name: &Ident,
    display_name: &str,
    callee: &Callee,
    before: &TokenStream,
    call: &TokenStream,
) -> Entry {
    let m = quote!(#krate::macros);
    let returned = at(callee.output, quote!(#m::Outcome::returned));
    let finish = quote! {
        let result = #call;
        #returned(result, f)
    };
    let (convention, function) = if callee.takes_nothing() && callee.bound {
        (
            quote!(NoArguments),
            quote! {
                unsafe extern "C" fn #name(this: #m::Ref, _: ::core::option::Option<#m::Ref>) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::no_arguments(this, #[inline(always)] |f, this| { let _ = this; #before #finish }) }
                }
            },
        )
    } else if callee.takes_one_positional() {
        let bind = callee.bind_one(krate);
        (
            quote!(OneArgument),
            quote! {
                unsafe extern "C" fn #name(this: #m::Ref, argument: #m::Ref) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::one_argument(this, argument, #[inline(always)] |f, this, argument| { let _ = this; #before #bind #finish }) }
                }
            },
        )
    } else {
        let binding = callee.bind(krate, display_name);
        let body = if binding.has_star {
            let bind = binding.whole();
            quote!(#m::arguments(this, arguments, count, names, #[inline(always)] |f, this, arguments| { let _ = this; #before #bind #finish }))
        } else {
            let Binding { signature, count, convert, .. } = binding;
            quote! {
                #signature
                #m::bound::<#count>(this, arguments, count, names, &SIGNATURE, #[inline(always)] |f, this, values| { let _ = this; #before #convert #finish })
            }
        };
        (
            quote!(Keywords),
            quote! {
                unsafe extern "C" fn #name(
                    this: #m::Ref,
                    arguments: *const #m::Ref,
                    count: isize,
                    names: ::core::option::Option<#m::Ref>,
                ) -> ::core::option::Option<#m::Ref> {
                    unsafe { #body }
                }
            },
        )
    };
    Entry { convention, function }
}

/// The signature text: what the option says, or generated.
pub fn text_signature(options: &mut Options, first: Option<&str>, callee: &Callee) -> Result<Option<String>> {
    match options.expr("text_signature")? {
        None => Ok(signature::text(first, &callee.parameters)),
        Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(s), .. })) => Ok(Some(s.value())),
        Some(Expr::Path(p)) if p.path.is_ident("None") => Ok(None),
        Some(e) => Err(syn::Error::new(e.span(), "`text_signature` is a string, or None for none")),
    }
}

/// A function's name is also that of a type, which would hide a primitive one.
pub fn hides_a_type(name: &Ident) -> bool {
    const PRIMITIVES: &[&str] = &[
        "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128",
        "usize", "f32", "f64",
    ];
    PRIMITIVES.iter().any(|p| name == p)
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemFn = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(
            item.span(),
            "`#[function]` stands on a `fn`: for a class use `#[class]`, for a module `#[module]`",
        )
    })?;
    let mut options = Options::parse(arguments)?;
    options.take(&mut item.attrs)?;
    let krate = options.krate()?;
    let name = match options.text("name")? {
        Some(name) => name.value(),
        None => python_name(&item.sig.ident),
    };
    if let Some(FnArg::Receiver(r)) = item.sig.inputs.first() {
        return Err(syn::Error::new(
            r.span(),
            "a function has no `self`: put it into an `impl` block with `#[methods]`",
        ));
    }
    if hides_a_type(&item.sig.ident) {
        let ident = &item.sig.ident;
        return Err(syn::Error::new(
            ident.span(),
            format!(
                "a function for Python reserves its name among types, and this one hides the type `{ident}`: give it another name, and `#[function(name = \"{ident}\")]` for Python"
            ),
        ));
    }
    let callee = Callee::new(&mut item.sig, &mut options, false)?;
    let text = text_signature(&mut options, None, &callee)?;
    options.finish("`name`, `signature`, `text_signature`, `pass_module` and `crate`")?;

    crate::attributes::quiet(&mut item.attrs);
    let ident = &item.sig.ident;
    let visibility = &item.vis;
    let m = quote!(#krate::macros);
    let arguments = callee.call_arguments(&krate);
    let call = quote!(#ident(#(#arguments),*));
    let entry_name = format_ident!("entry");
    let Entry { convention, function } =
        entry(&krate, &entry_name, &name, &callee, &TokenStream::new(), &call);
    let (c_name, doc, text) =
        (c_pointer(Some(&name)), c_pointer(doc(&item.attrs)?.as_deref()), c_pointer(text.as_deref()));
    let cfgs: Vec<_> = item.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    Ok(quote! {
        #item

        #(#cfgs)*
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #visibility enum #ident {}

        #(#cfgs)*
        const _: () = {
            impl #ident {
                #[doc(hidden)]
                pub fn __hstack_item<'f>(f: &#krate::Frame<'f>, module: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                    #m::add_function(f, module, #name, &DEFINITION)
                }
            }

            static DEFINITION: #m::FunctionDef = #m::FunctionDef {
                size: ::core::mem::size_of::<#m::FunctionDef>(),
                name: #c_name,
                doc: #doc,
                signature: #text,
                convention: #m::Convention::#convention,
                flags: 0,
                entry: #entry_name as *const ::core::ffi::c_void,
            };

            #[allow(unused_variables, clippy::all)]
            #function
        };
    })
}
