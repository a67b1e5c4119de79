//! Everything that the block defines.

use super::attribute;
use super::method::Method;
use super::property::{self, Property};
use super::role::Role;
use super::slot::{Protocol, Slot};
use super::special::{self, RICHCMP, Shape, Special};
use crate::attributes::at;
use crate::function::keywords;
use crate::item::{Function, ImplConst};
use crate::lifetimes;
use proc_macro2::TokenStream;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Ident, Path, Result, Type};

pub struct Items {
    krate: Path,
    class: Type,
    protocol: Protocol,
    /// The names that are taken.
    names: BTreeSet<String>,
    methods: Vec<TokenStream>,
    new: Option<TokenStream>,
    /// The body of calling the class.
    construct: Option<TokenStream>,
    slots: BTreeMap<&'static str, Slot>,
    properties: BTreeMap<String, Property>,
    attributes: Vec<TokenStream>,
}

impl Items {
    pub fn new(krate: Path, class: Type, protocol: Protocol) -> Items {
        Items {
            krate,
            class,
            protocol,
            names: BTreeSet::new(),
            methods: Vec::new(),
            new: None,
            construct: None,
            slots: BTreeMap::new(),
            properties: BTreeMap::new(),
            attributes: Vec::new(),
        }
    }

    /// Takes a function of the block.
    pub fn method(&mut self, method: &mut Function) -> Result<()> {
        let method = Method::read(&self.krate, &self.class, method)?;
        self.add(method)
    }

    /// Takes a constant of the block.
    pub fn constant(&mut self, item: &mut ImplConst) -> Result<()> {
        let Some((name, written)) = attribute::of_constant(&self.krate, &self.class, item)? else {
            return Ok(());
        };
        self.take_name(name.clone(), &name, &item.ident)?;
        self.attributes.push(written);
        Ok(())
    }

    fn take_name(&mut self, taken: String, name: &str, ident: &Ident) -> Result<()> {
        if self.names.insert(taken) {
            return Ok(());
        }
        let text = match name {
            "" => {
                "a class has one `#[new]`: make this one a `#[staticmethod]` or `#[classmethod]`".to_owned()
            }
            _ => format!("the class has a method `{name}` already: give this one another name"),
        };
        Err(syn::Error::new(ident.span(), text))
    }

    fn add(&mut self, mut method: Method<'_>) -> Result<()> {
        let (name, ident) = (method.name.clone(), method.ident);
        match method.role {
            Role::New | Role::NewOfClass => self.take_name("#[new]".to_owned(), "", ident)?,
            Role::Getter | Role::Setter | Role::Deleter => {
                let property = method.property();
                let part = match method.role {
                    Role::Getter => "getter",
                    Role::Setter => "setter",
                    _ => "deleter",
                };
                if !self.names.insert(format!("{part} of {property}")) {
                    return Err(syn::Error::new(
                        ident.span(),
                        format!("the property `{property}` has a {part} already: remove one of them"),
                    ));
                }
                if self.names.contains(&property) {
                    return self.take_name(property.clone(), &property, ident);
                }
            }
            _ => {
                if self.properties.contains_key(&name) {
                    return Err(syn::Error::new(
                        ident.span(),
                        format!("the class has a property `{name}` already: give this one another name"),
                    ));
                }
                self.take_name(name.clone(), &name, ident)?;
            }
        }
        match (method.role, method.special()) {
            (Role::New | Role::NewOfClass, _) => self.add_new(&mut method)?,
            (Role::Getter | Role::Setter | Role::Deleter, _) => self.add_property(&method),
            (Role::Attribute, _) => {
                let krate = &self.krate;
                let written = attribute::of_function(krate, &name, ident, &method.callee, &method.call)?;
                self.attributes.push(written);
            }
            (_, Some(special)) => self.add_special(special, &mut method)?,
            (_, None) => self.add_method(&mut method)?,
        }
        method.options.finish("`name`, `signature` and `text_signature`")
    }

    fn add_method(&mut self, method: &mut Method<'_>) -> Result<()> {
        self.methods.push(method.definition(&self.krate, &self.class)?);
        Ok(())
    }

    fn add_new(&mut self, method: &mut Method<'_>) -> Result<()> {
        let (krate, class, call) = (&self.krate, &self.class, &method.call);
        let m = quote!(#krate::macros);
        method.options.expr("text_signature")?;
        let shown = lifetimes::type_name(class).unwrap_or_default();
        let bind = method.callee.bind(krate, &shown).whole();
        let construct = at(method.callee.output, quote!(#m::slots::Constructed::construct(result, f, class)));
        let finish = quote!(let result = #call; #construct);
        let before = quote!(let class = #m::class_of_method(this););
        self.construct = Some(keywords(krate, &shown, &method.callee, &before, &finish));
        self.new = Some(quote!(let this = class.as_any(); #bind #finish));
        Ok(())
    }

    fn add_property(&mut self, method: &Method<'_>) {
        let name = method.property();
        let (take, call) = (&method.take, &method.call);
        let krate = &self.krate;
        let entry = self.properties.entry(name.clone()).or_insert_with(|| Property {
            name,
            span: method.ident.span(),
            doc: None,
            get: None,
            set: None,
            delete: None,
        });
        match method.role {
            Role::Getter => {
                entry.doc = method.doc.clone();
                entry.get = Some(property::get(&quote!(#krate::macros), &method.callee, take, call));
            }
            Role::Setter => entry.set = Some(property::change(krate, &method.callee, take, call)),
            _ => entry.delete = Some(property::change(krate, &method.callee, take, call)),
        }
    }

    fn add_special(&mut self, special: Special, method: &mut Method<'_>) -> Result<()> {
        let Special { slot, sequence, shape, part, .. } = special;
        let written = method.part(&self.krate, &self.class, shape, part)?;
        if shape == Shape::Attribute && part == special::GETATTR {
            // Python knows no slot of its own for the fallback: it is a method, for `super()`.
            self.add_method(method)?;
        }
        let entry = self.slots.entry(slot).or_insert_with(|| Slot {
            name: slot,
            sequence,
            shape,
            parts: [const { None }; 7],
        });
        entry.parts[part] = Some(written);
        Ok(())
    }

    /// What only the whole block shows.
    fn check(&self) -> Result<()> {
        self.properties.values().try_for_each(Property::check)?;
        if let Some(Slot { parts, .. }) = self.slots.get("TP_RICHCOMPARE")
            && let Some(richcmp) = &parts[RICHCMP]
            && parts[..RICHCMP].iter().any(Option::is_some)
        {
            return Err(syn::Error::new(
                richcmp.span,
                "`__richcmp__` is all six comparisons: remove it, or `__eq__`, `__lt__` and the like",
            ));
        }
        if self.protocol == Protocol::Sequence
            && let Some(Slot { parts, .. }) = self.slots.get("MP_SUBSCRIPT")
            && let (Some(part), false) = (&parts[0], self.slots.contains_key("MP_LENGTH"))
        {
            return Err(syn::Error::new(
                part.span,
                "a `sequence` counts negative indexes from the end, so it has a length: add `__len__`",
            ));
        }
        Ok(())
    }

    /// The slots that the class has although no method says so.
    fn implied(&self) -> (TokenStream, Vec<TokenStream>) {
        let (krate, class) = (&self.krate, &self.class);
        let m = quote!(#krate::macros);
        let (mut functions, mut defs) = (TokenStream::new(), Vec::new());
        let new = self.new.clone().or_else(|| {
            self.slots.contains_key("TP_INIT").then(|| quote!(#m::slots::empty::<#class>(f, class)))
        });
        if let Some(body) = new {
            functions.extend(quote! {
                unsafe extern "C" fn tp_new(class: #m::Ref, arguments: #m::Ref, keywords: ::core::option::Option<#m::Ref>) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::slots::new(class, arguments, keywords, |f, class, arguments| { #body }) }
                }
            });
            defs.push(
                quote!(#m::SlotDef { slot: #m::slot::TP_NEW, entry: tp_new as *const ::core::ffi::c_void }),
            );
        }
        let compares_without_eq = self
            .slots
            .get("TP_RICHCOMPARE")
            .is_some_and(|slot| slot.parts[special::EQ].is_none() && slot.parts[RICHCMP].is_none());
        if compares_without_eq && !self.slots.contains_key("TP_HASH") {
            functions.extend(quote! {
                unsafe extern "C" fn tp_hash(this: #m::Ref) -> isize {
                    unsafe { #m::slots::number(this, |f, this| #m::slots::inherited_hash::<#class>(f, this)) }
                }
            });
            defs.push(
                quote!(#m::SlotDef { slot: #m::slot::TP_HASH, entry: tp_hash as *const ::core::ffi::c_void }),
            );
        }
        (functions, defs)
    }

    pub fn generate(self) -> Result<TokenStream> {
        self.check()?;
        let (mut functions, mut slots) = self.implied();
        let Items { krate, class, protocol, methods, properties, attributes, construct, .. } = self;
        let m = quote!(#krate::macros);
        for slot in self.slots.values() {
            let (function, defs) = slot.write(&krate, &class, protocol);
            functions.extend(function);
            slots.extend(defs);
        }
        // With an `__init__`, calling the class is more than making an instance.
        let called = construct.filter(|_| !self.slots.contains_key("TP_INIT"));
        let called = called.map(|body| {
            functions.extend(quote! {
                unsafe extern "C" fn tp_vectorcall(
                    this: #m::Ref,
                    arguments: *const #m::Ref,
                    count: isize,
                    names: ::core::option::Option<#m::Ref>,
                ) -> ::core::option::Option<#m::Ref> {
                    let new = tp_new as *const ::core::ffi::c_void;
                    unsafe { #m::slots::construct(this, arguments, count, names, new, #[inline(always)] |count| { #body }) }
                }
            });
            quote!(#m::SlotDef { slot: #m::slot::TP_VECTORCALL, entry: tp_vectorcall as *const ::core::ffi::c_void })
        });
        let getsets = properties.values().map(|property| property.write(&m));
        Ok(quote! {
            #[allow(unused_variables, unused_labels, unreachable_code, clippy::all)]
            impl #m::OneMethodsBlockPerClass for #class {
                const ITEMS: #m::ClassItems = {
                    #functions
                    #m::ClassItems {
                        methods: &[#(#methods),*],
                        getsets: &[#(#getsets),*],
                        slots: &[#(#slots),*],
                        attributes: &[#(#attributes),*],
                        construct: &[#called],
                    }
                };
            }
        })
    }
}
