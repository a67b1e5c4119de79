//! `#[methods]`

use crate::attributes::{Options, at, c_pointer, doc, is_macro};
use crate::callee::{Callee, frame_lifetime};
use crate::function::{Entry, entry, text_signature};
use crate::lifetimes;
use crate::slots::{self, Shape};
use proc_macro2::{Span, TokenStream};
use quote::format_ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::{FnArg, Ident, ImplItem, ImplItemFn, ItemImpl, Lifetime, Path, Result, Type};

/// What a method is, by its attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Method,
    New,
    Getter,
    Setter,
    Static,
    Class,
}

/// Everything that the block defines.
#[derive(Default)]
struct Items {
    /// The names that are taken.
    names: BTreeSet<String>,
    methods: Vec<TokenStream>,
    slots: Vec<TokenStream>,
    getsets: BTreeMap<String, [Option<TokenStream>; 2]>,
    getset_docs: BTreeMap<String, String>,
    operators: BTreeMap<&'static str, [Option<TokenStream>; 2]>,
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemImpl = syn::parse2(item.clone()).map_err(|_| {
        syn::Error::new(item.span(), "`#[methods]` stands on an `impl` block: write `impl Type { .. }`")
    })?;
    let mut options = Options::parse(arguments)?;
    let krate = options.krate()?;
    options.finish("`crate`")?;
    if let Some((_, path, _)) = &item.trait_ {
        return Err(syn::Error::new(
            path.span(),
            "`#[methods]` stands on an inherent `impl` block: write `impl Type { .. }`",
        ));
    }
    if let Some(param) = item.generics.params.first() {
        return Err(syn::Error::new(
            param.span(),
            "a class has no parameters, so its `impl` block has none: remove this one, or move it to a method",
        ));
    }
    let class = (*item.self_ty).clone();
    let mut items = Items::default();
    for inner in &mut item.items {
        if let ImplItem::Fn(method) = inner {
            items.method(&krate, &class, method)?;
        }
    }
    let generated = items.generate(&krate, &class);
    Ok(quote!(#item #generated))
}

fn role(method: &mut ImplItemFn) -> Result<Role> {
    let mut found: Option<(Role, proc_macro2::Span)> = None;
    let mut kept = Vec::new();
    for attr in std::mem::take(&mut method.attrs) {
        let role = match attr.path().get_ident().map(Ident::to_string).as_deref() {
            Some("new") => Role::New,
            Some("getter") => Role::Getter,
            Some("setter") => Role::Setter,
            Some("staticmethod") => Role::Static,
            Some("classmethod") => Role::Class,
            _ if is_macro(&attr, "function") => {
                return Err(syn::Error::new(
                    attr.span(),
                    "the functions of this block are methods already: remove `#[function]`, or move it out of the block",
                ));
            }
            _ => {
                if let Some(name) =
                    ["function", "class", "methods", "module"].iter().find(|n| is_macro(&attr, n))
                {
                    return Err(syn::Error::new(
                        attr.span(),
                        format!(
                            "a method has no `#[{name}]`: remove it; without an instance it is a `#[staticmethod]`"
                        ),
                    ));
                }
                kept.push(attr);
                continue;
            }
        };
        if found.is_some() {
            return Err(syn::Error::new(
                attr.path().span(),
                "a method has one role: keep one of these attributes",
            ));
        }
        found = Some((role, attr.span()));
    }
    method.attrs = kept;
    Ok(found.map_or(Role::Method, |(role, _)| role))
}

/// Python gives a property or a special method so many arguments and no others.
fn arity_of(role: Role, name: &str) -> Option<usize> {
    let special = slots::simple(name).map(|(_, shape)| usize::from(shape == Shape::Binary));
    match role {
        Role::Getter => Some(0),
        Role::Setter => Some(1),
        Role::Method => special.or(slots::operator(name).map(|_| 1)),
        Role::New | Role::Static | Role::Class => None,
    }
}

fn arity(role: Role, name: &str, ident: &Ident, count: usize) -> Result<()> {
    let what = match role {
        Role::Getter => "a getter".to_owned(),
        Role::Setter => "a setter".to_owned(),
        _ => format!("`{name}`"),
    };
    let text = match arity_of(role, name) {
        Some(0) if count > 0 => "no argument: remove what follows the receiver",
        Some(1) if count != 1 => "one argument: write one after the receiver",
        _ => return Ok(()),
    };
    Err(syn::Error::new(ident.span(), format!("{what} takes {text} (a frame does not count)")))
}

/// How a method takes its instance.
enum Receiver {
    /// `&self`
    Payload,
    /// `this: Handle<Self>`
    Handle,
    None,
}

/// Takes the receiver off the signature and fills in its lifetime.
fn receiver(method: &mut ImplItemFn, lifetime: &Lifetime) -> Result<(Receiver, Option<FnArg>)> {
    let first = method.sig.inputs.first_mut();
    match first {
        Some(FnArg::Receiver(r)) => {
            if let Some(token) = &r.mutability {
                return Err(syn::Error::new(
                    token.span(),
                    "instances are shared, so a method takes `&self`: change values through atomics or locks in the struct",
                ));
            }
            if r.reference.is_none() {
                return Err(syn::Error::new(
                    r.self_token.span,
                    "instances belong to Python, so a method cannot take `self`: write `&self`",
                ));
            }
            if let Some((_, l)) = &mut r.reference {
                l.get_or_insert_with(|| lifetime.clone());
            }
            let first = method.sig.inputs.first().cloned();
            Ok((Receiver::Payload, first))
        }
        Some(FnArg::Typed(t))
            if lifetimes::type_name(&t.ty).as_deref() == Some("Handle") && is_handle_of_self(&t.ty) =>
        {
            lifetimes::fill(&mut t.ty, lifetime);
            let first = method.sig.inputs.first().cloned();
            Ok((Receiver::Handle, first))
        }
        _ => Ok((Receiver::None, None)),
    }
}

fn is_handle_of_self(ty: &Type) -> bool {
    let Type::Path(p) = ty else { return false };
    let Some(last) = p.path.segments.last() else { return false };
    let syn::PathArguments::AngleBracketed(a) = &last.arguments else { return false };
    a.args.iter().any(|a| matches!(a, syn::GenericArgument::Type(Type::Path(t)) if t.path.is_ident("Self")))
}

impl Items {
    fn method(&mut self, krate: &Path, class: &Type, method: &mut ImplItemFn) -> Result<()> {
        let role = role(method)?;
        let mut options = Options::default();
        options.take(&mut method.attrs)?;
        let lifetime = frame_lifetime(&method.sig)?;
        let declared = method.sig.generics.lifetimes().next().is_some();
        let (receiver, first) = receiver(method, &lifetime)?;
        let needs = matches!(role, Role::Method | Role::Getter | Role::Setter);
        if needs && matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(
                method.sig.ident.span(),
                "a method takes `&self` or `this: Handle<Self>`: add it, or put `#[staticmethod]` or `#[classmethod]` here",
            ));
        }
        if !needs && !matches!(receiver, Receiver::None) {
            return Err(syn::Error::new(first.span(), "there is no instance here: remove the receiver"));
        }
        if first.is_some() {
            let rest = method.sig.inputs.iter().skip(1).cloned().collect();
            method.sig.inputs = rest;
        }
        if let (syn::ReturnType::Type(_, ty), Some(class)) =
            (&mut method.sig.output, lifetimes::type_name(class))
        {
            lifetimes::open(ty, &format!("{class}Init"));
        }
        let name = options.name(&method.sig.ident)?;
        if arity_of(role, &name).is_some() {
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
        let bound = matches!(role, Role::Method | Role::Class);
        let callee = Callee::new(&mut method.sig, &mut options, bound)?;
        if let Some(first) = first {
            method.sig.inputs.insert(0, first);
            if !declared && method.sig.generics.lifetimes().next().is_none() {
                method.sig.generics.params.insert(0, syn::parse_quote!(#lifetime));
            }
        }
        arity(role, &name, &method.sig.ident, callee.parameters.len())?;
        let ident = &method.sig.ident;
        let taken = match role {
            Role::New => "new".to_owned(),
            Role::Getter => format!("get {}", options_name(&name, "get_")),
            Role::Setter => format!("set {}", options_name(&name, "set_")),
            _ => name.clone(),
        };
        if !self.names.insert(taken) {
            let text = match role {
                Role::New => {
                    "a class has one `#[new]`: make this one a `#[staticmethod]` or `#[classmethod]`"
                        .to_owned()
                }
                _ => format!("the class has a method `{name}` already: give this one another name"),
            };
            return Err(syn::Error::new(ident.span(), text));
        }
        let m = quote!(#krate::macros);
        let take = match receiver {
            Receiver::Payload => quote!(let this_value = #m::slots::payload::<#class>(f, this)?;),
            Receiver::Handle => quote!(let this_value = #m::slots::receiver::<#class>(f, this)?;),
            Receiver::None => TokenStream::new(),
        };
        let this_value = (!matches!(receiver, Receiver::None)).then(|| quote!(this_value,));
        let arguments = callee.call_arguments(krate);
        let call = quote!(<#class>::#ident(#this_value #(#arguments),*));
        let doc = doc(&method.attrs)?;
        crate::attributes::quiet(&mut method.attrs);
        match role {
            Role::Method | Role::Static | Role::Class
                if slots::simple(&name).is_none() && slots::operator(&name).is_none() =>
            {
                let first = match role {
                    Role::Static => None,
                    Role::Class => Some("$type"),
                    _ => Some("$self"),
                };
                let text = text_signature(&mut options, first, &callee)?;
                let shown = format!("{}.{name}", quote!(#class));
                let Entry { convention, function } =
                    entry(krate, &format_ident!("entry"), &shown, &callee, &take, &call);
                let flags = match role {
                    Role::Static => quote!(#m::type_flags::METHOD_STATIC),
                    Role::Class => quote!(#m::type_flags::METHOD_CLASS),
                    _ => quote!(0),
                };
                let (c_name, c_doc, text) =
                    (c_pointer(Some(&name)), c_pointer(doc.as_deref()), c_pointer(text.as_deref()));
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
            }
            Role::New => {
                options.expr("text_signature")?;
                let bind = callee.bind(krate, &lifetimes::type_name(class).unwrap_or_default()).whole();
                let construct =
                    at(callee.output, quote!(#m::slots::Constructed::construct(result, f, class)));
                self.slots.push(slot(&m, "TP_NEW", quote! {
                    unsafe extern "C" fn entry(class: #m::Ref, arguments: #m::Ref, keywords: ::core::option::Option<#m::Ref>) -> ::core::option::Option<#m::Ref> {
                        unsafe { #m::slots::new(class, arguments, keywords, |f, class, arguments| {
                            #bind
                            let result = #call;
                            #construct
                        }) }
                    }
                }));
            }
            Role::Getter => {
                let name = options_name(&name, "get_");
                let returned = at(callee.output, quote!(#m::Outcome::returned(result, f)));
                if let Some(doc) = doc {
                    self.getset_docs.insert(name.clone(), doc);
                }
                self.getsets.entry(name).or_default()[0] = Some(quote! {
                    unsafe extern "C" fn get(this: #m::Ref, _: *mut ::core::ffi::c_void) -> ::core::option::Option<#m::Ref> {
                        unsafe { #m::slots::unary(this, |f, this| {
                            #take
                            let result = #call;
                            #returned
                        }) }
                    }
                });
            }
            Role::Setter => {
                let name = options_name(&name, "set_");
                let bind = callee.bind_one(krate);
                self.getsets.entry(name.clone()).or_default()[1] = Some(quote! {
                    unsafe extern "C" fn set(this: #m::Ref, value: ::core::option::Option<#m::Ref>, _: *mut ::core::ffi::c_void) -> ::core::ffi::c_int {
                        unsafe { #m::slots::set(this, value, |f, this, value| {
                            let argument = #m::not_deleted(value, #name)?;
                            #take
                            #bind
                            let result = #call;
                            #m::init_outcome(result)
                        }) }
                    }
                });
            }
            _ => {
                let bind = callee.bind_one(krate);
                if let Some((slot_name, shape)) = slots::simple(&name) {
                    self.slots.push(slot(
                        &m,
                        slot_name,
                        simple(&m, shape, &take, &bind, &call, callee.output),
                    ));
                } else if let Some((slot_name, reflected)) = slots::operator(&name) {
                    let operand = callee.bind_operand(krate);
                    let body = quote!({
                        let (this, other) = operands;
                        #take
                        #operand
                        let result = #call;
                        return #m::Outcome::returned(result, f);
                    });
                    self.operators.entry(slot_name).or_default()[usize::from(reflected)] = Some(body);
                }
            }
        }
        options.finish("`name`, `signature` and `text_signature`")?;
        Ok(())
    }

    fn generate(self, krate: &Path, class: &Type) -> TokenStream {
        let m = quote!(#krate::macros);
        let (methods, mut slots) = (self.methods, self.slots);
        for (name, bodies) in self.operators {
            let [plain, reflected] = bodies.map(|body| match body {
                // An operand may be anything, the instance too.
                Some(body) => quote!({ if #m::is_instance::<#class>(f, operands.0) #body }),
                None => quote!({}),
            });
            slots.push(slot(&m, name, quote! {
                unsafe extern "C" fn entry(left: #m::Ref, right: #m::Ref) -> ::core::option::Option<#m::Ref> {
                    unsafe { #m::slots::binary(left, right, |f, left, right| {
                        let operands = (left, right);
                        'operator: #plain
                        let operands = (right, left);
                        'operator: #reflected
                        #m::Outcome::returned(f.not_implemented(), f)
                    }) }
                }
            }));
        }
        let getsets = self.getsets.into_iter().map(|(name, [get, set])| {
            let c_name = c_pointer(Some(&name));
            let c_doc = c_pointer(self.getset_docs.get(&name).map(String::as_str));
            let some = |present: bool, name: Ident| match present {
                true => quote!(::core::option::Option::Some(#name)),
                false => quote!(::core::option::Option::None),
            };
            let (get_value, set_value) =
                (some(get.is_some(), format_ident!("get")), some(set.is_some(), format_ident!("set")));
            quote!({
                #get
                #set
                #m::GetSetDef {
                    size: ::core::mem::size_of::<#m::GetSetDef>(),
                    name: #c_name,
                    doc: #c_doc,
                    get: #get_value,
                    set: #set_value,
                }
            })
        });
        quote! {
            #[allow(unused_variables, unreachable_code, clippy::all)]
            impl #class {
                #[doc(hidden)]
                pub const __HSTACK_METHODS: &'static [#m::FunctionDef] = &[#(#methods),*];
                #[doc(hidden)]
                pub const __HSTACK_GETSETS: &'static [#m::GetSetDef] = &[#(#getsets),*];
                #[doc(hidden)]
                pub const __HSTACK_SLOTS: &'static [#m::SlotDef] = &[#(#slots),*];
            }
        }
    }
}

fn options_name(name: &str, prefix: &str) -> String {
    name.strip_prefix(prefix).unwrap_or(name).to_owned()
}

fn slot(m: &TokenStream, name: &str, entry: TokenStream) -> TokenStream {
    let name = format_ident!("{name}");
    quote!({
        #entry
        #m::SlotDef { slot: #m::slot::#name, entry: entry as *const ::core::ffi::c_void }
    })
}

fn simple(
    m: &TokenStream,
    shape: Shape,
    take: &TokenStream,
    bind: &TokenStream,
    call: &TokenStream,
    output: Span,
) -> TokenStream {
    // Errors about the result stand at its type.
    let result = at(
        output,
        match shape {
            Shape::Unary | Shape::Binary => quote!(#m::Outcome::returned(result, f)),
            Shape::Next => quote!(#m::slots::NextOutcome::next(result, f)),
            Shape::Length => quote!(#m::slots::length(result)),
            Shape::Truth => quote!(#m::slots::truth(result)),
        },
    );
    match shape {
        Shape::Unary => quote! {
            unsafe extern "C" fn entry(this: #m::Ref) -> ::core::option::Option<#m::Ref> {
                unsafe { #m::slots::unary(this, |f, this| { #take let result = #call; #result }) }
            }
        },
        Shape::Binary => quote! {
            unsafe extern "C" fn entry(this: #m::Ref, argument: #m::Ref) -> ::core::option::Option<#m::Ref> {
                unsafe { #m::slots::binary(this, argument, |f, this, argument| { #take #bind let result = #call; #result }) }
            }
        },
        Shape::Next => quote! {
            unsafe extern "C" fn entry(this: #m::Ref) -> ::core::option::Option<#m::Ref> {
                unsafe { #m::slots::next(this, |f, this| { #take let result = #call; #result }) }
            }
        },
        Shape::Length => quote! {
            unsafe extern "C" fn entry(this: #m::Ref) -> isize {
                unsafe { #m::slots::number(this, |f, this| { #take let result = #call; #result }) }
            }
        },
        Shape::Truth => quote! {
            unsafe extern "C" fn entry(this: #m::Ref) -> ::core::ffi::c_int {
                unsafe { #m::slots::number(this, |f, this| { #take let result = #call; #result }) }
            }
        },
    }
}
