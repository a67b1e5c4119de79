//! Everything that the block defines.

use super::attribute;
use super::property::{self, Property};
use super::receiver::Receiver;
use super::role::Role;
use super::slot::{Part, Protocol, Slot};
use super::special::{self, RICHCMP, Shape, Special, special};
use crate::attributes::{Options, at, c_pointer, doc};
use crate::callee::{Callee, Kind, frame_lifetime};
use crate::function::{Entry, entry, keywords, text_signature};
use crate::item::{Function, ImplConst};
use crate::lifetimes;
use proc_macro2::TokenStream;
use quote::format_ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
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

/// A method, ready to be written.
struct Method<'a> {
    role: Role,
    name: String,
    ident: &'a Ident,
    callee: Callee,
    options: Options,
    doc: Option<String>,
    /// Makes `this_value`.
    take: TokenStream,
    /// The Rust call.
    call: TokenStream,
    /// It takes `&self`.
    payload: bool,
}

impl Method<'_> {
    /// The special method that it is.
    fn special(&self) -> Option<Special> {
        special(&self.name).filter(|_| self.role == Role::Method)
    }

    /// The name of what a property's function is about.
    fn property(&self) -> String {
        let prefix = match self.role {
            Role::Getter => "get_",
            Role::Setter => "set_",
            _ => "delete_",
        };
        self.name.strip_prefix(prefix).unwrap_or(&self.name).to_owned()
    }
}

/// How many arguments Python gives, at least and at most, where it decides that.
fn arity_of(role: Role, name: &str) -> Option<(usize, usize)> {
    match role {
        Role::Getter | Role::Deleter => Some((0, 0)),
        Role::Setter => Some((1, 1)),
        Role::Method => special(name).and_then(|special| special.arity),
        _ => None,
    }
}

fn check_arity(role: Role, name: &str, ident: &Ident, count: usize) -> Result<()> {
    let Some((least, most)) = arity_of(role, name) else { return Ok(()) };
    if (least..=most).contains(&count) {
        return Ok(());
    }
    let what = match role {
        Role::Getter => "a getter".to_owned(),
        Role::Setter => "a setter".to_owned(),
        Role::Deleter => "a deleter".to_owned(),
        _ => format!("`{name}`"),
    };
    let text = match (least, most) {
        (0, 0) => "no argument: remove what follows the receiver",
        (1, 1) => "one argument: write one after the receiver",
        (1, 2) => "one or two arguments: write them after the receiver",
        _ => "two arguments: write two after the receiver",
    };
    Err(syn::Error::new(ident.span(), format!("{what} takes {text} (a frame does not count)")))
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
        let role = Role::take(&method.sig.ident, &mut method.attrs)?;
        let mut options = Options::default();
        options.take(&mut method.attrs)?;
        let lifetime = frame_lifetime(&method.sig)?;
        let declared = method.sig.generics.lifetimes().next().is_some();
        let (receiver, first) = Receiver::of(method, &lifetime)?;
        if role.has_receiver() && matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(
                method.sig.ident.span(),
                "a method takes `&self` or `this: Handle<Self>`: add it, or put `#[staticmethod]` or `#[classmethod]` here",
            ));
        }
        if !role.has_receiver() && !matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(first.span(), "there is no instance here: remove the receiver"));
        }
        if first.is_some() {
            let rest = method.sig.inputs.iter().skip(1).cloned().collect();
            method.sig.inputs = rest;
        }
        if let (syn::ReturnType::Type(_, ty), Some(class)) =
            (&mut method.sig.output, lifetimes::type_name(&self.class))
        {
            lifetimes::open(ty, &format!("{class}Init"));
        }
        let name = options.name(&method.sig.ident)?;
        if role != Role::New
            && let Some(text) = special::refused(&name)
        {
            return Err(syn::Error::new(method.sig.ident.span(), text));
        }
        if arity_of(role, &name).is_some() || role == Role::Attribute {
            for option in ["signature", "text_signature"] {
                if let Some(span) = options.span(option) {
                    return Err(syn::Error::new(
                        span,
                        format!(
                            "Python decides what `{name}` is given, so it has no signature: remove the option"
                        ),
                    ));
                }
            }
        }
        if role == Role::Attribute {
            attribute::check(&method.sig)?;
            method.attrs.push(syn::parse_quote!(#[allow(non_snake_case)]));
        }
        let kind = match role {
            Role::Method => Kind::Bound,
            Role::Class => Kind::OfClass,
            Role::NewOfClass => Kind::New,
            _ => Kind::Plain,
        };
        let callee = Callee::new(&mut method.sig, &mut options, kind)?;
        if let Some(first) = first {
            method.sig.inputs.insert(0, first);
            if !declared && method.sig.generics.lifetimes().next().is_none() {
                method.sig.generics.params.insert(0, syn::parse_quote!(#lifetime));
            }
        }
        check_arity(role, &name, &method.sig.ident, callee.parameters.len())?;
        let doc = doc(&method.attrs)?;
        crate::attributes::quiet(&mut method.attrs);
        let (krate, class, ident) = (&self.krate, &self.class, &method.sig.ident);
        let take = receiver.take(&quote!(#krate::macros), class, &name);
        let this_value = (!matches!(receiver, Receiver::None)).then(|| quote!(this_value,));
        let arguments = callee.call_arguments(krate);
        let call = quote!(<#class>::#ident(#this_value #(#arguments),*));
        let payload = matches!(receiver, Receiver::Payload);
        self.add(Method { role, name, ident, callee, options, doc, take, call, payload })
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
        let (krate, class, name) = (&self.krate, &self.class, &method.name);
        let m = quote!(#krate::macros);
        let first = match method.role {
            Role::Static => None,
            Role::Class => Some("$type"),
            _ => Some("$self"),
        };
        let text = text_signature(&mut method.options, first, &method.callee)?;
        let shown = format!("{}.{name}", quote!(#class));
        let Entry { convention, function } =
            entry(krate, &format_ident!("entry"), &shown, &method.callee, &method.take, &method.call);
        let flags = match method.role {
            Role::Static => quote!(#m::type_flags::METHOD_STATIC),
            Role::Class => quote!(#m::type_flags::METHOD_CLASS),
            _ => quote!(0),
        };
        let (c_name, c_doc, text) =
            (c_pointer(Some(name)), c_pointer(method.doc.as_deref()), c_pointer(text.as_deref()));
        self.methods.push(quote!({
            #[allow(unused_variables, clippy::all)]
            #function
            #m::FunctionDef {
                size: ::core::mem::size_of::<#m::FunctionDef>(),
                name: #c_name,
                doc: #c_doc,
                signature: #text,
                convention: #m::Convention::#convention,
                flags: #flags,
                entry: entry as *const ::core::ffi::c_void,
            }
        }));
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
        let (krate, class) = (&self.krate, &self.class);
        let Special { slot, sequence, shape, part, .. } = special;
        let (take, call, span) = (&method.take, &method.call, method.ident.span());
        let written = match shape {
            Shape::Call | Shape::Init => {
                method.options.expr("text_signature")?;
                let shown = format!("{}.{}", quote!(#class), method.name);
                let bind = method.callee.bind(krate, &shown).whole();
                Part::with_signature(bind, &method.callee, take, call, span)
            }
            Shape::Memory => {
                // It runs where there is no frame.
                let only = matches!(method.callee.sources.as_slice(), []) && method.payload;
                if !only {
                    return Err(syn::Error::new(
                        span,
                        "memory is lent by the instance, for as long as it lives: write `fn __buffer__(&self) -> Memory<'_>`, without a frame",
                    ));
                }
                Part::with_signature(TokenStream::new(), &method.callee, &TokenStream::new(), call, span)
            }
            _ => Part::new(krate, shape, part, &method.callee, take, call, span),
        };
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
