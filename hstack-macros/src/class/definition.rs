//! What becomes of a class: its traits, and the static definition that a provider makes the type from.

use super::options::{ClassOptions, Derived};
use crate::attributes::{at, c_pointer};
use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Ident, Visibility};

pub struct Definition<'a> {
    options: &'a ClassOptions,
    ident: &'a Ident,
    vis: &'a Visibility,
    doc: Option<String>,
    pub field_count: usize,
    pub vector_count: usize,
    /// What a class that extends this one hands up: a type with the lifetime `'f`.
    pub part: TokenStream,
    pub getsets: Vec<TokenStream>,
    pub methods: Vec<TokenStream>,
    pub slots: Vec<TokenStream>,
    /// Slots that a method replaces.
    pub defaults: Vec<TokenStream>,
    /// Whether other classes may extend it, though Python code may not ask for that.
    pub is_base: bool,
    /// What there is one object of each of.
    pub existing: TokenStream,
    /// A static that is in scope of the definition, and what that does with it.
    pub shared: Option<(TokenStream, TokenStream)>,
    /// Statements that run once the type is made, with `f` and `class` in scope.
    pub ready: Vec<TokenStream>,
}

impl<'a> Definition<'a> {
    pub fn new(
        options: &'a ClassOptions,
        ident: &'a Ident,
        vis: &'a Visibility,
        doc: Option<String>,
    ) -> Self {
        let mut ready = Vec::new();
        if let Some(module) = &options.module {
            ready.push(quote!(class.set_attr(f, "__module__", #module)?;));
        }
        Definition {
            options,
            ident,
            vis,
            doc,
            field_count: 0,
            vector_count: 0,
            part: quote!(#ident),
            getsets: Vec::new(),
            methods: Vec::new(),
            slots: Vec::new(),
            defaults: Vec::new(),
            is_base: options.subclass,
            existing: TokenStream::new(),
            shared: None,
            ready,
        }
    }

    /// Special methods from Rust traits. An error about a trait that is missing stands at the option.
    pub fn derive(&mut self, derived: &Derived) {
        let krate = &self.options.krate;
        let (m, ident) = (quote!(#krate::macros), self.ident);
        let compare = match derived.ord {
            Some(span) => Some((span, quote!(ordered))),
            None => derived.eq.map(|span| (span, quote!(equal))),
        };
        let slots = [
            ("TP_RICHCOMPARE", compare),
            ("TP_HASH", derived.hash.map(|span| (span, quote!(hash)))),
            ("TP_STR", derived.str.map(|span| (span, quote!(display)))),
            ("TP_REPR", derived.repr.map(|span| (span, quote!(debug)))),
        ];
        for (slot, entry) in slots {
            let Some((span, entry)) = entry else { continue };
            let slot = quote::format_ident!("{slot}");
            let entry = at(span, quote!(#m::derived::#entry::<#ident>()));
            self.slots.push(quote!(#m::SlotDef { slot: #m::slot::#slot, entry: #entry }));
        }
    }

    fn flags(&self) -> TokenStream {
        let krate = &self.options.krate;
        let m = quote!(#krate::macros);
        let flags = [
            (self.is_base, quote!(SUBCLASS)),
            (self.options.dict, quote!(DICT)),
            (self.options.weakref, quote!(WEAKREF)),
        ];
        let flags = flags.into_iter().filter(|(wanted, _)| *wanted).map(|(_, flag)| flag);
        quote!(0 #(| #m::type_flags::#flags)*)
    }

    pub fn generate(&self) -> TokenStream {
        let Definition {
            ident,
            vis,
            doc,
            field_count,
            vector_count,
            part,
            getsets,
            methods,
            slots,
            defaults,
            existing,
            ready,
            ..
        } = self;
        let krate = &self.options.krate;
        let name = &self.options.name;
        let m = quote!(#krate::macros);
        let (c_name, c_doc) = (c_pointer(Some(name)), c_pointer(doc.as_deref()));
        let field_count = *field_count as u32;
        let flags = self.flags();
        // The collector's part of an instance of a base is its own; the provider leaves out what is not needed.
        let collected =
            field_count > 0 || *vector_count > 0 || self.options.dict || self.options.extends.is_some();
        let collector = collected.then(|| {
            quote! {
                #m::SlotDef { slot: #m::slot::TP_TRAVERSE, entry: #m::of::traverse::<#ident>() },
                #m::SlotDef { slot: #m::slot::TP_CLEAR, entry: #m::of::clear::<#ident>() },
            }
        });
        let is_placed = self.options.module.is_some();
        let exclude = self.options.exclusive.map(|_| quote!(impl #m::slots::Exclude for #ident {}));
        let stored = match self.options.exclusive {
            Some(_) => quote!(#m::Exclusive<#ident>),
            None => quote!(#ident),
        };
        let any = syn::parse_quote!(#krate::types::Any);
        let base = self.options.extends.as_ref().unwrap_or(&any);
        let span = base.span();
        let base_class = self.options.extends.as_ref().map(|_| {
            let class = at(span, quote!(<#base as #krate::Base>::class));
            quote!(.base(#class))
        });
        // The base has an `__init__` that calling the class calls.
        let construct = match self.options.extends {
            Some(_) => quote!(&[]),
            None => quote!(ITEMS.construct),
        };
        // A class without `pickle` over one that has it.
        let (unpickled, attributes) = match (&self.options.extends, self.options.pickle) {
            (Some(base), None) => (
                Some(quote! {
                    #[allow(unused_imports)]
                    use #m::pickle::NothingUnpickled as _;
                    const UNPICKLED: &[#m::ClassAttribute] = #m::pickle::Unpickled::<#base>::ATTRIBUTES;
                    static ATTRIBUTES: [#m::ClassAttribute; UNPICKLED.len() + ITEMS.attributes.len()] =
                        #m::join(UNPICKLED, ITEMS.attributes);
                }),
                quote!(&ATTRIBUTES),
            ),
            _ => (None, quote!(ITEMS.attributes)),
        };
        let initializes = at(span, quote!(<#base as #krate::Base>::INITIALIZES));
        let (shared, give_shared) = self.shared.clone().unzip();
        let is_shared = self.shared.is_some();
        // What a class that extends this one asks for first.
        let own_initializes = match is_shared {
            true => quote!(::core::panic!(
                "a shared class is not extended in Rust, because another binary may have laid it out: keep one in a `Field`, or remove `shared`"
            )),
            false => quote!(false),
        };
        let as_base = self.is_base.then(|| {
            quote! {
                // SAFETY: the class is what `PyType::check` checks; its parts write all payloads.
                unsafe impl #krate::Base for #ident {
                    type Part<'f> = #part;
                    const INITIALIZES: bool = #own_initializes;
                    #[inline]
                    fn class<'a>(f: &'a #krate::Frame<'_>) -> #krate::Result<#m::Live<'a>> {
                        #m::class::<#ident>(f)
                    }
                }
            }
        });
        let ready = (!ready.is_empty()).then(|| {
            quote! {
                .ready({
                    fn ready<'f>(f: &#krate::Frame<'f>, class: #krate::Handle<'f, #krate::types::Type>) -> #krate::Result {
                        #(#ready)*
                        ::core::result::Result::Ok(())
                    }
                    ready
                })
            }
        });
        quote! {
            const _: () = {
                // SAFETY: the provider makes objects of this type only from the definition below.
                unsafe impl #krate::PyType for #ident {
                    const NAME: &'static str = #name;
                    #[inline(always)]
                    fn check<'f>(f: &#krate::Frame<'f>, object: #krate::Handle<'f, #krate::types::Any>) -> bool {
                        #m::is_instance::<#ident>(f, object)
                    }
                }

                // SAFETY: the type is made with this base.
                unsafe impl #krate::Derived for #ident {
                    type Base = #base;
                }

                #as_base

                impl #m::Payload for #ident {
                    type Stored = #stored;
                    const SHARED: bool = #is_shared;
                    #existing
                }
                #exclude

                // SAFETY: as for `PyType`.
                unsafe impl #krate::Class for #ident {
                    #[inline(always)]
                    fn definition() -> &'static #m::Definition {
                        &DEFINITION
                    }
                }

                impl #ident {
                    #[doc(hidden)]
                    #vis fn __exported_by_an_hstack_attribute<'f>(f: &#krate::Frame<'f>, module: #krate::Handle<'f, #krate::types::Module>) -> #krate::Result {
                        #m::definition::<#ident>(f, module, #name, #is_placed)
                    }
                }

                #[allow(unused_imports)]
                use #m::DefaultItems as _;
                const OWN_GETSETS: &[#m::GetSetDef] = &[#(#getsets),*];
                const OWN_SLOTS: &[#m::SlotDef] = &[
                    #m::SlotDef { slot: #m::slot::TP_DEALLOC, entry: #m::of::free::<#ident>() },
                    #collector
                    #(#slots),*
                ];
                const NO_INIT: #m::SlotDef = #m::SlotDef { slot: #m::slot::TP_INIT, entry: #m::of::no_init() };
                const DEFAULTS: &[#m::SlotDef] = match #initializes {
                    true => &[NO_INIT, #(#defaults),*],
                    false => &[#(#defaults),*],
                };
                const ITEMS: #m::ClassItems = #m::MethodsOf::<#ident>::ITEMS;
                const OWN_METHODS: &[#m::FunctionDef] = &[#(#methods),*];
                const METHODS: [#m::FunctionDef; OWN_METHODS.len() + ITEMS.methods.len()] =
                    #m::join(OWN_METHODS, ITEMS.methods);
                const GETSETS: [#m::GetSetDef; OWN_GETSETS.len() + ITEMS.getsets.len()] =
                    #m::join(OWN_GETSETS, ITEMS.getsets);
                const CONSTRUCT: &[#m::SlotDef] = #construct;
                const GIVEN: [#m::SlotDef; OWN_SLOTS.len() + ITEMS.slots.len()] =
                    #m::join_slots(OWN_SLOTS, ITEMS.slots);
                const DEFINED: [#m::SlotDef; GIVEN.len() + CONSTRUCT.len()] = #m::join(&GIVEN, CONSTRUCT);
                const SLOTS: [#m::SlotDef; DEFINED.len() + #m::missing(&DEFINED, DEFAULTS)] =
                    #m::join_defaults(&DEFINED, DEFAULTS);
                static STATIC_METHODS: [#m::FunctionDef; METHODS.len()] = METHODS;
                static STATIC_GETSETS: [#m::GetSetDef; GETSETS.len()] = GETSETS;
                static STATIC_SLOTS: [#m::SlotDef; SLOTS.len()] = SLOTS;

                #shared
                #unpickled
                static DEFINITION: #m::Definition = #m::Definition::new(#m::TypeDef {
                    size: ::core::mem::size_of::<#m::TypeDef>(),
                    name: #c_name,
                    doc: #c_doc,
                    flags: #flags,
                    field_count: #field_count,
                    vector_count: #vector_count,
                    payload_offset: ::core::sync::atomic::AtomicUsize::new(0),
                    plain: ::core::sync::atomic::AtomicUsize::new(0),
                    payload_size: ::core::mem::size_of::<<#ident as #m::Payload>::Stored>(),
                    payload_align: #m::alignment::<<#ident as #m::Payload>::Stored>(),
                    drop: #m::of::drop_payload::<#ident>(),
                    trace: ::core::option::Option::None,
                    methods: STATIC_METHODS.as_ptr(),
                    method_count: STATIC_METHODS.len(),
                    getsets: STATIC_GETSETS.as_ptr(),
                    getset_count: STATIC_GETSETS.len(),
                    slots: STATIC_SLOTS.as_ptr(),
                    slot_count: STATIC_SLOTS.len(),
                })
                .attributes(#attributes)#base_class #give_shared #ready;
            };
        }
    }
}
