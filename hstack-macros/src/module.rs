//! `#[module]`

use crate::attributes::{Options, at, c_pointer, doc, is_macro};
use crate::function::hides_a_type;
use crate::signature::python_name;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Item, ItemMod, ItemUse, Meta, Path, Result, UseTree, Visibility};

/// What a module exports: a statement that adds it, with `f` and `module` in scope.
#[derive(Default)]
struct Exports {
    statements: Vec<TokenStream>,
    init: Option<Ident>,
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemMod = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(
            item.span(),
            "`#[module]` stands on an inline module: write `#[hstack::module] mod name { .. }`",
        )
    })?;
    let mut options = Options::parse(arguments)?;
    options.take(&mut item.attrs)?;
    let krate = options.krate()?;
    let name = options.name(&item.ident)?;
    let submodule = options.flag("submodule")?;
    options.finish("`name`, `submodule` and `crate`")?;
    let Some((_, items)) = &mut item.content else {
        return Err(syn::Error::new(
            item.ident.span(),
            "a Python module is an inline module: write `mod name { .. }`, and bring in what other files define with `pub use`",
        ));
    };

    let mut exports = Exports::default();
    for inner in items.iter_mut() {
        exports.item(inner, &krate)?;
    }
    let generated = generate(&krate, &name, submodule, doc(&item.attrs)?.as_deref(), &exports);
    items.push(Item::Verbatim(generated));
    Ok(quote!(#item))
}

impl Exports {
    fn item(&mut self, item: &mut Item, krate: &Path) -> Result<()> {
        match item {
            Item::Fn(f) => {
                if self.is_init(&mut f.attrs)? {
                    if self.init.is_some() {
                        return Err(syn::Error::new(
                            f.sig.ident.span(),
                            "a module has one `init` function: join them",
                        ));
                    }
                    if f.sig.inputs.len() != 2 {
                        return Err(syn::Error::new(
                            f.sig.ident.span(),
                            "an `init` function takes `f: &Frame` and `module: Handle<Module>`: write both",
                        ));
                    }
                    crate::recover::fill(&mut f.sig);
                    crate::attributes::quiet(&mut f.attrs);
                    self.init = Some(f.sig.ident.clone());
                } else if f.attrs.iter().any(|a| is_macro(a, "function")) && !hides_a_type(&f.sig.ident) {
                    let ident = f.sig.ident.clone();
                    self.add(quote!(#ident), cfgs(&f.attrs));
                }
            }
            Item::Struct(s) if s.attrs.iter().any(|a| is_macro(a, "class")) => {
                let ident = &s.ident;
                self.add(quote!(#ident), cfgs(&s.attrs));
            }
            Item::Enum(e) if e.attrs.iter().any(|a| is_macro(a, "class")) => {
                let ident = &e.ident;
                self.add(quote!(#ident), cfgs(&e.attrs));
            }
            Item::Mod(m) => {
                if let Some(attr) = m.attrs.iter_mut().find(|a| is_macro(a, "module")) {
                    nested(attr)?;
                    let ident = &m.ident;
                    let cfgs = cfgs(&m.attrs);
                    self.add(quote!(#ident), cfgs);
                }
            }
            Item::Const(c) if matches!(c.vis, Visibility::Public(_)) && c.ident != "_" => {
                self.constant(&c.ident.clone(), &c.ident, cfgs(&c.attrs));
            }
            Item::Use(u) if matches!(u.vis, Visibility::Public(_)) => self.reexport(u)?,
            Item::Macro(m) => {
                let last = m.mac.path.segments.last().map(|s| s.ident.to_string());
                if matches!(last.as_deref(), Some("exception" | "import_exception")) {
                    // `exception!(module, Name, ..)`
                    let mut idents =
                        m.mac.tokens.clone().into_iter().skip_while(|t| t.to_string() != ",").skip(1);
                    if let Some(proc_macro2::TokenTree::Ident(ident)) = idents.next() {
                        self.add(quote!(#ident), cfgs(&m.attrs));
                    }
                }
            }
            _ => {}
        }
        let _ = krate;
        Ok(())
    }

    fn add(&mut self, path: TokenStream, cfgs: Vec<Attribute>) {
        // An error about what has no such attribute stands at its name.
        let add = at(path.span(), quote!(::__exported_by_an_hstack_attribute(f, module)?;));
        self.statements.push(quote!(#(#cfgs)* #path #add));
    }

    fn constant(&mut self, value: &Ident, name: &Ident, cfgs: Vec<Attribute>) {
        let name = python_name(name);
        self.statements.push(quote!(#(#cfgs)* module.add(f, #name, #value)?;));
    }

    /// `#[hstack(init)]`
    fn is_init(&self, attrs: &mut Vec<Attribute>) -> Result<bool> {
        let is_init = |a: &Attribute| {
            a.path().is_ident("hstack") && matches!(&a.meta, Meta::List(l) if l.tokens.to_string() == "init")
        };
        let found = attrs.iter().any(is_init);
        attrs.retain(|a| !is_init(a));
        Ok(found)
    }

    fn reexport(&mut self, item: &ItemUse) -> Result<()> {
        let mut leaves = Vec::new();
        leaf_names(&item.tree, &mut leaves)?;
        for (name, original) in leaves {
            // By convention: a constant is written in capitals, everything else is not.
            let text = original.to_string();
            let constant =
                text.len() > 1 && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_');
            match constant {
                true => self.constant(&name, &name, cfgs(&item.attrs)),
                false => self.add(quote!(#name), cfgs(&item.attrs)),
            }
        }
        Ok(())
    }
}

/// The names that a `use` brings in, and what they are called where they come from.
fn leaf_names(tree: &UseTree, leaves: &mut Vec<(Ident, Ident)>) -> Result<()> {
    match tree {
        UseTree::Path(p) => leaf_names(&p.tree, leaves),
        UseTree::Name(n) => {
            leaves.push((n.ident.clone(), n.ident.clone()));
            Ok(())
        }
        UseTree::Rename(r) => {
            leaves.push((r.rename.clone(), r.ident.clone()));
            Ok(())
        }
        UseTree::Glob(g) => Err(syn::Error::new(
            g.span(),
            "a glob does not say what the Python module exports: name the items, or drop the `pub`",
        )),
        UseTree::Group(g) => g.items.iter().try_for_each(|t| leaf_names(t, leaves)),
    }
}

fn cfgs(attrs: &[Attribute]) -> Vec<Attribute> {
    attrs.iter().filter(|a| a.path().is_ident("cfg")).cloned().collect()
}

/// An inner module has no entry points of its own.
fn nested(attr: &mut Attribute) -> Result<()> {
    let path = attr.path().clone();
    let meta = match &attr.meta {
        Meta::Path(_) => syn::parse_quote!(#path(submodule)),
        Meta::List(list) if list.tokens.to_string().split(',').any(|t| t.trim() == "submodule") => {
            return Ok(());
        }
        Meta::List(list) => {
            let tokens = &list.tokens;
            syn::parse_quote!(#path(submodule, #tokens))
        }
        Meta::NameValue(nv) => {
            return Err(syn::Error::new(nv.span(), "`#[module]` has options in parentheses"));
        }
    };
    attr.meta = meta;
    Ok(())
}

fn generate(krate: &Path, name: &str, submodule: bool, doc: Option<&str>, exports: &Exports) -> TokenStream {
    let m = quote!(#krate::macros);
    let (c_name, doc) = (c_pointer(Some(name)), c_pointer(doc));
    let statements = &exports.statements;
    let init = exports.init.as_ref().map(|init| quote!(#m::init_outcome(#init(f, module))?;));
    let entry = if submodule {
        TokenStream::new()
    } else {
        let py_init = format_ident!("PyInit_{name}");
        let py_export = format_ident!("PyModExport_{name}");
        let host = format_ident!("hstack_module_{name}");
        quote! {
            #[unsafe(no_mangle)]
            #[allow(non_snake_case)]
            pub unsafe extern "C" fn #py_init() -> *mut ::core::ffi::c_void {
                unsafe { #m::provider::init(&__HSTACK_DEFINITION) }
            }

            #[unsafe(no_mangle)]
            #[allow(non_snake_case)]
            pub unsafe extern "C" fn #py_export() -> *mut ::core::ffi::c_void {
                unsafe { #m::provider::export(&__HSTACK_DEFINITION) }
            }

            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn #host(context: *const #m::Context) -> *const #m::ModuleDef {
                unsafe { #m::export(context, &__HSTACK_DEFINITION) }
            }
        }
    };
    quote! {
        #[doc(hidden)]
        pub fn __exported_by_an_hstack_attribute<'f>(f: &mut #krate::Frame<'f>, parent: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
            __hstack::__hstack_add(f, parent)
        }

        #[doc(hidden)]
        mod __hstack {
            #[allow(unused_imports)]
            use super::*;

            static __HSTACK_DEFINITION: #m::ModuleDef = #m::ModuleDef {
                size: ::core::mem::size_of::<#m::ModuleDef>(),
                abi: #m::ABI_VERSION,
                flags: 0,
                name: #c_name,
                doc: #doc,
                functions: ::core::ptr::null(),
                function_count: 0,
                attach: __hstack_attach,
                traverse: #m::TRAVERSE,
                clear: #m::CLEAR,
                detach: #m::DETACH,
            };

            pub fn __hstack_add<'f>(f: &mut #krate::Frame<'f>, parent: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                #m::add_submodule(f, parent, &__HSTACK_DEFINITION, __hstack_fill)
            }

            #[allow(unused_variables)]
            fn __hstack_fill<'f>(f: &mut #krate::Frame<'f>, module: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                #(#statements)*
                #init
                ::core::result::Result::Ok(())
            }

            unsafe extern "C" fn __hstack_attach(module: #m::Ref, context: *const #m::Context) -> #m::Status {
                unsafe { #m::attach(module, context, __hstack_fill) }
            }

            #entry
        }
    }
}
