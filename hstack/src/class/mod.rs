//! Classes: Rust structs as Python types.
//!
//! The payload of an instance is shared by construction: it is `Send + Sync`, and methods take `&self`.
//! References to other objects stand beside the payload, never in it: a [`Field`] of the struct becomes
//! a [`Key`], and is read and written through the object that owns it, so that the collector sees every
//! reference and no write passes it by.

mod property;

pub use property::{Readable, Writable};

use crate::convert::Temp;
use crate::error::Result;
use crate::exceptions::AttributeError;
use crate::ffi::entry::Returned;
use crate::ffi::state::Index;
use crate::ffi::{Found, Live};
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::{Any, Module, Type};
use hstack_sys::{FunctionDef, GetSetDef, SlotDef, TypeDef};
use std::marker::PhantomData;

/// A struct that is a Python class; `#[hstack::class]` implements it.
///
/// # Safety
/// Instances of [`PyType::check`] hold a payload of this type, made from [`Class::definition`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python class",
    label = "not a class",
    note = "put `#[hstack::class]` on the struct"
)]
pub unsafe trait Class: PyType + Send + Sync + Sized {
    /// What the provider makes the type from.
    #[doc(hidden)]
    fn definition() -> &'static Definition;
}

/// The static description of a class, and where each interpreter keeps its type object.
pub struct Definition {
    pub(crate) type_def: TypeDef,
    index: Index,
    /// Called before the type is made.
    base: Option<for<'a, 'f> fn(&'a Frame<'f>) -> Result<Live<'a>>>,
    /// Called when the type is made, before anyone sees it.
    ready: Option<Ready>,
    /// What the class gets when it is made.
    attributes: &'static [ClassAttribute],
}

type Ready = for<'f> fn(&Frame<'f>, Handle<'f, Type>) -> Result;

impl Definition {
    /// From its parts.
    #[inline]
    pub const fn new(type_def: TypeDef) -> Self {
        Definition { type_def, index: Index::new(), base: None, ready: None, attributes: &[] }
    }

    /// What is left to do when the type is made.
    #[inline]
    pub const fn ready(self, ready: Ready) -> Self {
        Definition { ready: Some(ready), ..self }
    }

    /// With attributes of the class itself.
    #[inline]
    pub const fn attributes(self, attributes: &'static [ClassAttribute]) -> Self {
        Definition { attributes, ..self }
    }

    #[cold]
    fn make<'a, 'f>(&'static self, f: &'a Frame<'f>, module: Live<'_>) -> Result<Temp<'a, 'f>> {
        let base = self.base.map(|base| base(f)).transpose()?;
        let class = f.api().class(&self.type_def, module, base)?;
        let class = match self.ready {
            None => class,
            Some(ready) => {
                let class: Handle<Type> = f.push(class);
                ready(f, class)?;
                class.leave(f)
            }
        };
        if !self.attributes.is_empty() {
            // An attribute may be an instance: the class is known before they are made.
            let known = f.cached(&self.index, |f| Ok(Temp::of(f, class.live())))?;
            if known.raw() != class.raw() {
                return Ok(class);
            }
        }
        for ClassAttribute { name, make } in self.attributes {
            let value = make(f)?.into_temp(f);
            f.api().set_attr(class.live(), f.api().interned(name)?.live(), value.live())?;
        }
        Ok(class)
    }
}

/// What an instance is made from: the payload, and the fields in their order.
pub trait Instance<'f> {
    /// The payload.
    type Class: Class;
    /// Takes it apart, and lends the fields to `g`.
    fn split<R>(self, g: impl FnOnce(Self::Class, &[Option<Live<'_>>]) -> R) -> R;
}

/// A class without fields is its own instance.
impl<C: Class> Instance<'_> for C {
    type Class = C;
    #[inline(always)]
    fn split<R>(self, g: impl FnOnce(C, &[Option<Live<'_>>]) -> R) -> R {
        g(self, &[])
    }
}

/// An attribute of the class itself, made with it.
pub struct ClassAttribute {
    name: &'static str,
    make: for<'f> fn(&Frame<'f>) -> Result<Returned>,
}

impl ClassAttribute {
    /// From its parts.
    #[inline]
    pub const fn new(name: &'static str, make: for<'f> fn(&Frame<'f>) -> Result<Returned>) -> Self {
        ClassAttribute { name, make }
    }
}

/// What `#[methods]` defines.
pub struct ClassItems {
    /// Methods.
    pub methods: &'static [FunctionDef],
    /// Properties.
    pub getsets: &'static [GetSetDef],
    /// Special methods.
    pub slots: &'static [SlotDef],
    /// Attributes of the class itself.
    pub attributes: &'static [ClassAttribute],
}

/// What a class has without a `#[methods]` block: an inherent constant of the same name, which that
/// macro writes, wins over this one. Two blocks make two constants, and the compiler's message about
/// them is the name.
pub trait DefaultItems {
    /// Nothing.
    const __HSTACK_ONE_METHODS_BLOCK_PER_CLASS: ClassItems =
        ClassItems { methods: &[], getsets: &[], slots: &[], attributes: &[] };
}
impl<T> DefaultItems for T {}

/// Joins constant lists.
pub const fn join<T: Copy, const N: usize>(first: &[T], second: &[T]) -> [T; N] {
    assert!(first.len() + second.len() == N);
    let mut all = [const { std::mem::MaybeUninit::<T>::uninit() }; N];
    let mut i = 0;
    while i < N {
        all[i].write(if i < first.len() { first[i] } else { second[i - first.len()] });
        i += 1;
    }
    crate::ffi::assume_written(all)
}

/// The same for slots, each of which there is once.
pub const fn join_slots<const N: usize>(derived: &[SlotDef], methods: &[SlotDef]) -> [SlotDef; N] {
    let mut i = 0;
    while i < derived.len() {
        let mut j = 0;
        while j < methods.len() {
            assert!(
                derived[i].slot != methods[j].slot,
                "an option of `#[class]` (`eq`, `ord`, `hash`, `str`, `repr`) and a method of `#[methods]` define the same special method: remove one of them"
            );
            j += 1;
        }
        i += 1;
    }
    join(derived, methods)
}

/// The alignment of a payload.
pub const fn alignment<C>() -> usize {
    assert!(
        align_of::<C>() <= 16,
        "the payload of a class is aligned to 16 bytes at most: put what needs more into a `Box`"
    );
    align_of::<C>()
}

/// A reference inside an object, in the definition of a class: `next: Field<Node>`.
///
/// The macro makes a [`Key`] of it, `Node::NEXT`; a value of this type does not exist.
pub struct Field<T>(PhantomData<fn() -> T>, std::convert::Infallible);

/// Where instances of class `C` have a reference to a `T`.
pub struct Key<C, T> {
    index: usize,
    name: &'static str,
    _class: PhantomData<fn() -> (C, T)>,
}

impl<C, T> Copy for Key<C, T> {}
impl<C, T> Clone for Key<C, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

/// What the macros use to make keys.
pub mod fields {
    use super::*;

    /// # Safety
    /// The class has a field of type `T` at `index`.
    #[inline]
    pub const unsafe fn key<C, T>(index: usize, name: &'static str) -> Key<C, T> {
        Key { index, name, _class: PhantomData }
    }
}

/// The class of `C` in this interpreter, made when it is first used.
#[inline(always)]
pub(crate) fn class<'a, C: Class>(f: &'a Frame<'_>) -> Result<Live<'a>> {
    let definition = C::definition();
    f.cached(&definition.index, |f| definition.make(f, f.own_module()?))
}

/// The check of a class: exact types first.
#[inline(always)]
pub fn is_instance<'f, C: Class>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
    let object = object.live();
    class::<C>(f).is_ok_and(|class| f.is_exactly(object, class) || f.api().has_type(object, class))
        && f.check_payload::<C>(object).is_ok()
}

/// Adds a class to its module.
pub fn definition<'f, C: Class>(f: &Frame<'f>, module: Handle<'f, Module>, name: &str) -> Result {
    let definition = C::definition();
    let class = f.cached(&definition.index, |f| definition.make(f, module.live()))?;
    let class: Handle<Type> = f.push(Temp::of(f, class));
    module.add(f, name, class)
}

impl<'f> Frame<'f> {
    /// A new instance of a class: `f.new(Point { x: 1.0, y: 2.0 })`. A class with fields is made from
    /// the `Init` struct that its macro writes.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
    pub fn new<I: Instance<'f>>(&self, instance: I) -> Result<Handle<'f, I::Class>> {
        let class = class::<I::Class>(self)?;
        self.keep(self.new_of(class, instance))
    }

    /// A new instance of a class or of a Python subclass of it.
    #[inline]
    pub(crate) fn new_of<'a, I: Instance<'f>>(
        &'a self,
        class: Live<'_>,
        instance: I,
    ) -> Result<Temp<'a, 'f>> {
        instance.split(|payload, fields| {
            let object = self.api().instance_of(class, payload)?;
            for (index, field) in fields.iter().enumerate() {
                if field.is_some() {
                    self.api().store(object.live(), &I::Class::definition().type_def, index, *field)?;
                }
            }
            Ok(object)
        })
    }

    /// The class of `C` in this interpreter.
    ///
    /// # Errors
    /// What making the type raises, the first time.
    #[inline]
    pub fn get_class<C: Class>(&self) -> Result<Handle<'f, Type>> {
        let class = class::<C>(self)?;
        Ok(self.push(Temp::of(self, class)))
    }
}

impl<'f, C: Class> Handle<'f, C> {
    /// A field's value, or `None` when it is unset.
    ///
    /// # Errors
    /// What the provider's read barrier raises.
    #[inline]
    pub fn find<T: PyType>(self, f: &Frame<'f>, key: Key<C, T>) -> Result<Option<Handle<'f, T>>> {
        let mut found = Found::new(f);
        f.api().load(self.live(), &C::definition().type_def, key.index, &mut found)?;
        Ok(found.take().map(|value| f.push(value)))
    }

    /// A field's value.
    ///
    /// # Errors
    /// `AttributeError` when it is unset.
    #[inline]
    pub fn load<T: PyType>(self, f: &Frame<'f>, key: Key<C, T>) -> Result<Handle<'f, T>> {
        match self.find(f, key)? {
            Some(value) => Ok(value),
            None => {
                Err(AttributeError::new_err(format!("'{}' object has no value for '{}'", C::NAME, key.name)))
            }
        }
    }

    /// Sets a field, or unsets it.
    ///
    /// # Errors
    /// What the provider's write barrier raises.
    #[inline]
    pub fn store<T: PyType>(
        self,
        f: &Frame<'f>,
        key: Key<C, T>,
        value: impl Into<Option<Handle<'f, T>>>,
    ) -> Result {
        let value = value.into().map(Handle::live);
        f.api().store(self.live(), &C::definition().type_def, key.index, value)
    }
}

/// A new instance, for the `ToPy` that the macros write.
#[inline(always)]
pub fn made<'a, 'f, I: Instance<'f>>(f: &'a Frame<'f>, instance: I) -> Result<Temp<'a, 'f>> {
    f.new_of(class::<I::Class>(f)?, instance)
}
