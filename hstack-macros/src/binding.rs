//! How the arguments of a call are bound to the parameters of a function, and converted.

use crate::attributes::at;
use crate::callee::{Callee, Source, is_option};
use crate::lifetimes;
use crate::signature::{self, Kind as ParameterKind, Parameter, python_name};
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Path, Type};

/// One argument that Python gives by its place.
pub enum Given {
    /// It is converted; an error names it.
    Argument(TokenStream),
    /// It stands between brackets, behind an instance of the class that the second word says.
    Key(TokenStream, TokenStream),
    /// It is an operand: those that the second word says are for the other side to handle, so the block
    /// `'operator` is left.
    Operand(TokenStream, TokenStream),
    /// It is the value itself.
    Value(TokenStream),
}

impl Callee {
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
        let optional = self.named().any(|(p, ty, _)| p.kind == ParameterKind::StarStar && is_option(ty));
        let signature =
            signature::runtime(krate, display_name, &self.parameters, optional, self.bound.into());
        let named: Vec<_> = self
            .named()
            .filter(|(p, ..)| !matches!(p.kind, ParameterKind::Star | ParameterKind::StarStar))
            .collect();
        let count = named.len();
        let slots: Vec<_> = (0..count).map(|i| format_ident!("slot{i}")).collect();
        let mut statements = TokenStream::new();
        for ((p, ty, converter), slot) in named.iter().zip(&slots) {
            let variable = variable(&p.name);
            let name = python_name(&p.name);
            let shown = lifetimes::anonymous(ty, &self.lifetime);
            let convert = convert(&m, ty, &shown, converter, quote!(given), &name);
            let absent = match &p.default {
                Some(default) => default_value(ty, &shown, default),
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
                ParameterKind::Star => quote!(star),
                ParameterKind::StarStar => quote!(star_star),
                _ => continue,
            };
            let variable = variable(&p.name);
            let shown = lifetimes::anonymous(ty, &self.lifetime);
            let convert = convert(&m, ty, &shown, converter, quote!(given.as_any()), &python_name(&p.name));
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
            has_star: self
                .parameters
                .iter()
                .any(|p| matches!(p.kind, ParameterKind::Star | ParameterKind::StarStar)),
            count,
            convert: quote! {
                let [#(#slots),*]: [_; #count] = values;
                #statements
            },
        }
    }

    /// A statement that converts the single positional argument `argument`.
    pub fn bind_one(&self, krate: &Path) -> TokenStream {
        self.bind_given(krate, vec![Given::Argument(quote!(argument))])
    }

    /// Statements that convert the arguments that Python gives by their places. What the function does
    /// not take is left.
    pub fn bind_given(&self, krate: &Path, given: Vec<Given>) -> TokenStream {
        let m = quote!(#krate::macros);
        self.named()
            .zip(given)
            .map(|((p, ty, converter), given)| {
                let variable = variable(&p.name);
                let shown = lifetimes::anonymous(ty, &self.lifetime);
                match given {
                    Given::Key(given, class) if is_subscript(ty) && converter.is_none() => {
                        let subscript = at(ty.span(), quote!(#m::slots::subscript::<#class>(f, #given)?));
                        quote!(let #variable: #shown = #subscript;)
                    }
                    Given::Argument(given) | Given::Key(given, _) => {
                        let convert = convert(&m, ty, &shown, converter, given, &python_name(&p.name));
                        quote!(let #variable: #shown = #convert;)
                    }
                    Given::Operand(given, declined) => {
                        let declined = quote!(#m::Declined::#declined);
                        let operand = match converter {
                            Some(path) => {
                                at(path.span(), quote!(#m::operand_from(f, #path(f, #given), #declined)))
                            }
                            None => at(ty.span(), quote!(#m::operand(f, #given, #declined))),
                        };
                        quote! {
                            let #variable: #shown = match #operand? {
                                ::core::option::Option::Some(value) => value,
                                ::core::option::Option::None => break 'operator,
                            };
                        }
                    }
                    Given::Value(given) => {
                        let value = at(ty.span(), given);
                        quote!(let #variable: #shown = #value;)
                    }
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
                Source::Class => quote!(#krate::macros::class_of_method(this)),
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
    /// The static `__HSTACK_SIGNATURE`.
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
            let bound: #krate::macros::Bound<'_, #count> = __HSTACK_SIGNATURE.bind(f, arguments)?;
            let values = bound.values;
            #convert
        }
    }
}

/// Hygienic: a parameter may be called `f` or `this`.
fn variable(name: &Ident) -> Ident {
    format_ident!("argument_{}", python_name(name), span = proc_macro2::Span::mixed_site())
}

fn convert(
    m: &TokenStream,
    ty: &Type,
    shown: &Type,
    converter: &Option<Path>,
    given: TokenStream,
    name: &str,
) -> TokenStream {
    match converter {
        Some(path) => {
            let given = at(path.span(), quote!((f, #given)));
            quote!(#m::named::<#shown>(f, #name, #path #given)?)
        }
        // The error about a type that cannot be converted stands at the type.
        None => at(ty.span(), quote!(#m::argument(f, #given, #name)?)),
    }
}

fn is_subscript(ty: &Type) -> bool {
    lifetimes::type_name(ty).as_deref() == Some("Subscript")
}

/// A default: `5` for an `Option` parameter means `Some(5)`.
fn default_value(ty: &Type, shown: &Type, default: &Expr) -> TokenStream {
    let explicit = match default {
        Expr::Path(p) => p.path.segments.last().is_some_and(|s| s.ident == "None"),
        Expr::Call(c) => {
            matches!(&*c.func, Expr::Path(p) if p.path.segments.last().is_some_and(|s| s.ident == "Some"))
        }
        _ => false,
    };
    let value = match is_option(ty) && !explicit {
        true => quote!(::core::option::Option::Some(#default)),
        false => quote!(#default),
    };
    // Of the parameter's type, so that an error says so.
    quote!({ let default: #shown = #value; default })
}
