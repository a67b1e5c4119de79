//! The entries of type slots: what the interpreter calls for a special method.

use super::part::Part;
use super::special::{COMPARISONS, EQ, RICHCMP, Shape};
use proc_macro2::TokenStream;
use quote::format_ident;
use syn::{Path, Type};

/// Whether negative indexes are counted from the end, and which slots there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// What a class of Python has.
    Both,
    Sequence,
    Mapping,
}

/// The methods of one slot.
pub struct Slot {
    pub name: &'static str,
    pub sequence: Option<&'static str>,
    pub shape: Shape,
    pub parts: [Option<Part>; 7],
}

/// What an entry gets and gives.
struct Signature {
    arguments: TokenStream,
    output: TokenStream,
}

impl Slot {
    /// The statements that define the entries, and the `SlotDef`s.
    pub fn write(&self, krate: &Path, class: &Type, protocol: Protocol) -> (TokenStream, Vec<TokenStream>) {
        let m = quote!(#krate::macros);
        let entry = format_ident!("{}", self.name.to_lowercase());
        let (Signature { arguments, output }, body) = self.entry(krate, class, protocol);
        let mut functions = quote! {
            unsafe extern "C" fn #entry(#arguments) #output { unsafe { #body } }
        };
        let def = |name: &str, entry: &syn::Ident| {
            let name = format_ident!("{name}");
            quote!(#m::SlotDef { slot: #m::slot::#name, entry: #entry as *const ::core::ffi::c_void })
        };
        let mut defs = vec![def(self.name, &entry)];
        let Some(sequence) = self.sequence.filter(|_| protocol != Protocol::Mapping) else {
            return (functions, defs);
        };
        if self.shape == Shape::Length {
            defs.push(def(sequence, &entry));
            return (functions, defs);
        }
        let name = format_ident!("{}", sequence.to_lowercase());
        let counted = protocol == Protocol::Sequence;
        let (value, pass) = match self.shape {
            Shape::Item => (None, None),
            _ => (Some(quote!(, value: ::core::option::Option<#m::Ref>)), Some(quote!(, value))),
        };
        functions.extend(quote! {
            unsafe extern "C" fn #name(this: #m::Ref, index: isize #value) #output {
                unsafe { #m::slots::by_index(this, index, #counted, |index| #entry(this, index #pass)) }
            }
        });
        defs.push(def(sequence, &name));
        (functions, defs)
    }

    fn part(&self, index: usize) -> Option<&Part> {
        self.parts[index].as_ref()
    }

    /// The only method of the slot.
    fn only(&self, result: TokenStream) -> TokenStream {
        self.part(0).map(|part| part.and(result)).unwrap_or_default()
    }

    fn entry(&self, krate: &Path, class: &Type, protocol: Protocol) -> (Signature, TokenStream) {
        let m = &quote!(#krate::macros);
        let object = quote!(-> ::core::option::Option<#m::Ref>);
        let maybe = quote!(::core::option::Option<#m::Ref>);
        let returned = quote!(#m::Outcome::returned(result, f));
        let not_implemented = quote!(#m::Outcome::returned(f.not_implemented(), f));
        let with = |arguments: TokenStream, output: TokenStream| Signature { arguments, output };
        let one = quote!(this: #m::Ref);
        let two = quote!(this: #m::Ref, first: #m::Ref);
        let three = quote!(this: #m::Ref, first: #m::Ref, second: #m::Ref);
        let assign = quote!(this: #m::Ref, first: #m::Ref, second: #maybe);
        let number = |ty: TokenStream, result| {
            let body = self.only(result);
            (with(one.clone(), quote!(-> #ty)), quote!(#m::slots::number(this, |f, this| { #body })))
        };
        match self.shape {
            Shape::Unary => {
                let body = self.only(returned);
                (with(one, object), quote!(#m::slots::unary(this, |f, this| { #body })))
            }
            Shape::AsyncNext => {
                let body = self.only(quote!(#m::slots::async_next(f, result)));
                (with(one, object), quote!(#m::slots::unary(this, |f, this| { #body })))
            }
            Shape::Next => {
                let body = self.only(quote!(#m::slots::NextOutcome::next(result, f)));
                (with(one, object), quote!(#m::slots::next(this, |f, this| { #body })))
            }
            Shape::Length => number(quote!(isize), quote!(#m::slots::length(result))),
            Shape::Hash => number(quote!(isize), quote!(#m::slots::hash(result))),
            Shape::Truth => number(quote!(::core::ffi::c_int), quote!(#m::slots::truth(result))),
            Shape::Contains => {
                let body = self.only(quote!(#m::slots::truth(result)));
                let body = quote!(#m::slots::test(this, first, |f, this, first| { #body }));
                (with(two, quote!(-> ::core::ffi::c_int)), body)
            }
            Shape::Item => {
                let count = count(m, protocol);
                let body = self.only(returned);
                let body = quote!(#m::slots::binary(this, first, |f, this, first| { #count #body }));
                (with(two, object), body)
            }
            Shape::InPlace => {
                let body = self.only(quote!(return #m::slots::in_place(f, this, result)));
                let body = quote! {
                    #m::slots::binary(this, first, |f, this, first| {
                        'operator: { #body }
                        #not_implemented
                    })
                };
                (with(two, object), body)
            }
            Shape::InPlacePower => {
                let body = self.only(quote!(return #m::slots::in_place(f, this, result)));
                let body = quote! {
                    #m::slots::ternary(this, first, second, |f, this, first, second| {
                        'operator: { #body }
                        #not_implemented
                    })
                };
                (with(three, object), body)
            }
            Shape::Operator => {
                let bodies = self.operands(m, class, &returned);
                let body = quote! {
                    #m::slots::binary(this, first, |f, left, right| { #bodies #not_implemented })
                };
                (with(two, object), body)
            }
            Shape::Power => {
                let bodies = self.operands(m, class, &returned);
                let body = quote! {
                    #m::slots::ternary(this, first, second, |f, left, right, second| { #bodies #not_implemented })
                };
                (with(three, object), body)
            }
            Shape::Compare => (
                with(quote!(this: #m::Ref, first: #m::Ref, operation: ::core::ffi::c_int), object),
                self.compare(krate, class),
            ),
            Shape::AssignItem => {
                let set = quote!(::core::result::Result::Err(#m::slots::cannot_set_item(f, this)));
                let delete = quote!(::core::result::Result::Err(#m::slots::cannot_delete_item(f, this)));
                let count = count(m, protocol);
                let body = self.assign(m, count, set, delete);
                (with(assign, quote!(-> ::core::ffi::c_int)), body)
            }
            Shape::AssignAttribute => {
                let usual = quote!(#m::slots::usual_assignment(f, this, first, value));
                let body = self.assign(m, None, usual.clone(), usual);
                (with(assign, quote!(-> ::core::ffi::c_int)), body)
            }
            Shape::AssignDescriptor => {
                let set = quote!(::core::result::Result::Err(#m::slots::no_descriptor("__set__")));
                let delete = quote!(::core::result::Result::Err(#m::slots::no_descriptor("__delete__")));
                let body = self.assign(m, None, set, delete);
                (with(assign, quote!(-> ::core::ffi::c_int)), body)
            }
            Shape::Attribute => {
                let body = match (self.part(0), self.part(1)) {
                    (find, Some(fallback)) => {
                        let find = match find {
                            Some(part) => {
                                let find = function(krate, "find", &part.and(returned.clone()));
                                quote!({ #find find(f, this, first) })
                            }
                            None => quote!(#m::slots::usual_attribute(f, this, first)),
                        };
                        let fallback = fallback.and(returned);
                        quote!(let found = #find; #m::slots::attribute::<#class>(f, this, found, |f| { #fallback }))
                    }
                    (Some(part), None) => part.and(returned),
                    (None, None) => TokenStream::new(),
                };
                (with(two, object), quote!(#m::slots::binary(this, first, |f, this, first| { #body })))
            }
            Shape::Get => {
                let body = self.only(returned);
                let body = quote!(#m::slots::get(this, first, second, |f, this, first, second| { #body }));
                (with(quote!(this: #m::Ref, first: #maybe, second: #maybe), object), body)
            }
            Shape::Call => {
                let body = self.only(returned);
                let body = quote!(#m::slots::call(this, first, second, |f, this, arguments| { #body }));
                (with(assign, object), body)
            }
            Shape::Init => {
                let body = self.only(quote!(#m::init_outcome(result)));
                let body = quote!(#m::slots::init(this, first, second, |f, this, arguments| { #body }));
                (with(assign, quote!(-> ::core::ffi::c_int)), body)
            }
            Shape::Finalize => {
                let body = self.only(quote!(#m::init_outcome(result)));
                (with(one, TokenStream::new()), quote!(#m::slots::finalize(this, |f, this| { #body })))
            }
            Shape::Memory => {
                let body = self.only(quote!(#m::MemoryOutcome::memory(result)));
                let body = quote! {
                    // General in the lifetime of the instance, which is all that it gets.
                    fn lend<'x>(this_value: &'x #class) -> #krate::Result<#krate::buffer::Memory<'x>> { #body }
                    #m::slots::memory(this, buffer, |f, this| lend(#m::slots::shared::<#class>(f, this)?))
                };
                let arguments = quote!(this: #m::Ref, buffer: *mut #m::Buffer);
                (with(arguments, quote!(-> ::core::ffi::c_int)), body)
            }
        }
    }

    /// `__op__` of the left operand, then `__rop__` of the right one.
    fn operands(&self, m: &TokenStream, class: &Type, returned: &TokenStream) -> TokenStream {
        let sides = [(quote!(left), quote!(right)), (quote!(right), quote!(left))];
        sides
            .into_iter()
            .zip(&self.parts)
            .filter_map(|((this, other), part)| {
                let body = part.as_ref()?.and(quote!(return #returned));
                // An operand may be anything, the instance too.
                Some(quote! {
                    'operator: {
                        let (this, first) = (#this, #other);
                        if #m::is_instance::<#class>(f, this) { #body }
                    }
                })
            })
            .collect()
    }

    /// A comparison that the class does not define is inherited, and `!=` inverts `==`.
    fn compare(&self, krate: &Path, class: &Type) -> TokenStream {
        let m = quote!(#krate::macros);
        let returned = quote!(return #m::Outcome::returned(result, f));
        let not_implemented = quote!(#m::Outcome::returned(f.not_implemented(), f));
        let body = if let Some(part) = self.part(RICHCMP) {
            let body = part.and(returned);
            quote!('operator: { let second = operation; #body } #not_implemented)
        } else {
            let names = COMPARISONS.iter().map(|name| format_ident!("{name}"));
            let mut arms: Vec<_> = names
                .zip(&self.parts)
                .filter_map(|(name, part)| {
                    let body = part.as_ref()?.and(returned.clone());
                    Some(quote!(#m::CompareOp::#name => { 'operator: { #body } #not_implemented }))
                })
                .collect();
            let mut equal = None;
            if let (Some(part), None) = (self.part(EQ), self.part(EQ + 1)) {
                let body = part.and(returned);
                equal = Some(function(krate, "equal", &quote!('operator: { #body } #not_implemented)));
                arms =
                    arms.into_iter().zip(self.defined()).filter(|(_, i)| *i != EQ).map(|(a, _)| a).collect();
                arms.push(quote!(#m::CompareOp::Eq => equal(f, this, first),));
                arms.push(quote!(#m::CompareOp::Ne => equal(f, this, first).and_then(|equal| #m::slots::inverted(f, equal)),));
            }
            quote! {
                #equal
                match operation {
                    #(#arms)*
                    #[allow(unreachable_patterns)]
                    _ => #m::slots::inherited_compare::<#class>(f, this, first, operation),
                }
            }
        };
        quote!(#m::slots::compare(this, first, operation, |f, this, first, operation| { #body }))
    }

    /// The parts that there are.
    fn defined(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().enumerate().filter(|(_, part)| part.is_some()).map(|(index, _)| index)
    }

    /// With a value, and without.
    fn assign(
        &self,
        m: &TokenStream,
        before: Option<TokenStream>,
        no_set: TokenStream,
        no_delete: TokenStream,
    ) -> TokenStream {
        let done = quote!(#m::init_outcome(result));
        let write = |part: Option<&Part>, otherwise| part.map_or(otherwise, |part| part.and(done.clone()));
        let (set, delete) = (write(self.part(0), no_set), write(self.part(1), no_delete));
        quote! {
            #m::slots::assign(this, first, second, |f, this, first, value| {
                #before
                match value {
                    ::core::option::Option::Some(second) => { #set }
                    ::core::option::Option::None => { #delete }
                }
            })
        }
    }
}

/// A negative index is counted from the end, in a class that says so.
fn count(m: &TokenStream, protocol: Protocol) -> Option<TokenStream> {
    (protocol == Protocol::Sequence).then(|| quote!(let first = #m::slots::counted(f, this, first)?;))
}

/// A function of an entry that is called at more than one place, or whose `?` must not leave the entry.
fn function(krate: &Path, name: &str, body: &TokenStream) -> TokenStream {
    let name = format_ident!("{name}");
    let any = quote!(#krate::Handle<'f, #krate::types::Any>);
    quote! {
        #[inline(always)]
        unsafe fn #name<'f>(f: &mut #krate::Frame<'f>, this: #any, first: #any) -> #krate::Result<#krate::macros::Returned> { unsafe { #body } }
    }
}
