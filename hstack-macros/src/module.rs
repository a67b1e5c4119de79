//! `#[module]`

use crate::attributes::{Options, at, c_pointer, doc, is_macro};
use crate::function::hides_a_type;
use crate::item::{Item, ItemMod, What, imports};
use crate::signature::python_name;
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Meta, Path, Result, Visibility};

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
    let Some((.., items)) = &mut item.content else {
        return Err(syn::Error::new(
            item.ident.span(),
            "a Python module is an inline module: write `mod name { .. }`, and bring in what other files define with `pub use`",
        ));
    };

    let mut exports = Exports::default();
    for inner in items.iter_mut() {
        exports.item(inner)?;
    }
    let generated = generate(&krate, &name, submodule, doc(&item.attrs)?.as_deref(), &exports);
    items.push(Item::Generated(generated));
    Ok(quote!(#item))
}

impl Exports {
    fn item(&mut self, item: &mut Item) -> Result<()> {
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
            Item::Other { attrs, vis, what, tokens } => self.other(attrs, vis, what, tokens)?,
            Item::Generated(_) => {}
        }
        Ok(())
    }

    fn other(
        &mut self,
        attrs: &mut [Attribute],
        vis: &Visibility,
        what: &What,
        tokens: &TokenStream,
    ) -> Result<()> {
        let is_public = matches!(vis, Visibility::Public(_));
        match what {
            What::Type(ident) if attrs.iter().any(|a| is_macro(a, "class")) => {
                self.add(quote!(#ident), cfgs(attrs));
            }
            What::Mod(ident) => {
                if let Some(attr) = attrs.iter_mut().find(|a| is_macro(a, "module")) {
                    nested(attr)?;
                    self.add(quote!(#ident), cfgs(attrs));
                }
            }
            What::Const(ident) if is_public && ident != "_" => self.constant(ident, cfgs(attrs)),
            What::Use if is_public => self.reexport(attrs, tokens.clone())?,
            What::Macro(name, arguments) if name == "exception" || name == "import_exception" => {
                // `exception!(module, Name, ..)`
                let mut idents = arguments.clone().into_iter().skip_while(|t| t.to_string() != ",").skip(1);
                if let Some(proc_macro2::TokenTree::Ident(ident)) = idents.next() {
                    self.add(quote!(#ident), cfgs(attrs));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, path: TokenStream, cfgs: Vec<Attribute>) {
        // An error about what has no such attribute stands at its name.
        let add = at(path.span(), quote!(::__exported_by_an_hstack_attribute(f, module)?;));
        self.statements.push(quote!(#(#cfgs)* #path #add));
    }

    fn constant(&mut self, ident: &Ident, cfgs: Vec<Attribute>) {
        let name = python_name(ident);
        self.statements.push(quote!(#(#cfgs)* module.add(f, #name, #ident)?;));
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

    fn reexport(&mut self, attrs: &[Attribute], item: TokenStream) -> Result<()> {
        for import in imports(item)? {
            // By convention: a constant is written in capitals, everything else is not.
            let text = import.original.to_string();
            let constant =
                text.len() > 1 && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_');
            let name = import.name;
            match constant {
                true => self.constant(&name, cfgs(attrs)),
                false => self.add(quote!(#name), cfgs(attrs)),
            }
        }
        Ok(())
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
