//! Classes: Rust structs as Python types.
//!
//! The payload of an instance is shared by construction: it is `Send + Sync`, and methods take `&self`.
//! References to other objects stand beside the payload, never in it: a [`Field`] of the struct becomes
//! a [`Key`], and is read and written through the object that owns it, so that the collector sees every
//! reference and no write passes it by.

mod base;
mod container;
mod field;
mod map;
mod property;
mod vector;

pub use crate::ffi::part::{Given, Part};
pub use base::{Base, BaseArgs, Outer};
pub use container::Container;
pub use field::{Field, Key, fields};
pub use map::{FieldMap, MapHandle};
pub use property::{Readable, Writable};
pub use vector::{FieldVec, VecHandle};

use crate::convert::Temp;
use crate::error::Result;
use crate::ffi::Live;
use crate::ffi::entry::Returned;
use crate::ffi::exclusive::Stored;
use crate::ffi::shared::Shared;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::{Derived, Handle};
use crate::types::{Any, Module, Type};
use hstack_sys::{FunctionDef, GetSetDef, SlotDef, TypeDef};
use std::marker::PhantomData;

/// A struct that is a Python class; `#[hstack::class]` implements it.
///
/// # Safety
/// Instances of [`PyType::check`](crate::PyType::check) hold a payload of this type, made from [`Class::definition`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python class",
    label = "not a class",
    note = "put `#[hstack::class]` on the struct"
)]
pub unsafe trait Class: Payload + Derived + Send + Sync {
    /// What the provider makes the type from.
    #[doc(hidden)]
    fn definition() -> &'static Definition;
}

/// How the payload of a class is stored.
#[doc(hidden)]
pub trait Payload: Sized {
    /// As it is, or behind a check.
    type Stored: Stored<Self>;
    /// Whether another binary may have made the class.
    const SHARED: bool = false;

    /// The object that there is of a value, where that is one: a member of an enum.
    #[inline(always)]
    fn existing<'a, 'f>(&self, _: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
        None
    }
}

/// The static description of a class, and where each interpreter keeps its type object.
pub struct Definition {
    pub(crate) type_def: TypeDef,
    pub(crate) index: Index,
    /// How it is shared with other binaries.
    pub(crate) shared: Option<Shared>,
    /// Called before the type is made.
    base: Option<BaseClass>,
    /// Called when the type is made, before Python code sees it.
    ready: Option<Ready>,
    /// What the class gets when it is made.
    attributes: &'static [ClassAttribute],
}

type BaseClass = for<'a, 'f> fn(&'a Frame<'f>) -> Result<Live<'a>>;
type Ready = for<'f> fn(&Frame<'f>, Handle<'f, Type>) -> Result;

impl Definition {
    /// From its parts.
    #[inline]
    pub const fn new(type_def: TypeDef) -> Self {
        Definition { type_def, index: Index::new(), shared: None, base: None, ready: None, attributes: &[] }
    }

    /// What is left to do when the type is made.
    #[inline]
    pub const fn ready(self, ready: Ready) -> Self {
        Definition { ready: Some(ready), ..self }
    }

    /// Shared with other binaries.
    #[inline]
    pub const fn shared(self, shared: Shared) -> Self {
        Definition { shared: Some(shared), ..self }
    }

    /// With attributes of the class itself.
    #[inline]
    pub const fn attributes(self, attributes: &'static [ClassAttribute]) -> Self {
        Definition { attributes, ..self }
    }

    /// The base, when that is not `object`.
    #[inline]
    pub const fn base(self, base: BaseClass) -> Self {
        Definition { base: Some(base), ..self }
    }

    #[cold]
    #[inline]
    fn make<'a, 'f>(&'static self, f: &'a Frame<'f>, module: Live<'_>) -> Result<Temp<'a, 'f>> {
        if let Some(Shared { find, .. }) = self.shared
            && let Some(class) = find(f, self)?
        {
            return Ok(class);
        }
        let base = self.base.map(|base| base(f)).transpose()?;
        let class = f.api().class(&self.type_def, module, base)?;
        if let Some(Shared { offer, .. }) = self.shared
            && let Some(other) = offer(f, self, class.live())?
        {
            return Ok(other);
        }
        if self.attributes.is_empty() && self.ready.is_none() {
            return Ok(class);
        }
        // An attribute may be an instance: the class is known before they are made.
        let known = f.cached(&self.index, |f| Ok(Temp::of(f, class.live())))?;
        if known.raw() != class.raw() {
            return Ok(class);
        }
        for ClassAttribute { name, make } in self.attributes {
            let value = make(f)?.into_temp(f);
            f.api().set_attr(class.live(), f.api().interned(name)?.live(), value.live())?;
        }
        if let Some(ready) = self.ready {
            ready(f, f.push(Temp::of(f, class.live())))?;
        }
        Ok(class)
    }
}

/// What an instance of a class is made from: the class itself, or the `Init` struct beside it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python class",
    label = "not a class",
    note = "put `#[hstack::class]` on the struct"
)]
pub trait Instance<'f>: Part<'f> {
    /// The class.
    type Class: Class;

    /// As [`Payload::existing`].
    #[inline(always)]
    fn existing<'a>(&self, _: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
        None
    }
}

impl<'f, C: Class> Instance<'f> for C
where
    <C as Derived>::Base: Outer,
{
    type Class = C;

    #[inline(always)]
    fn existing<'a>(&self, f: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
        Payload::existing(self, f)
    }
}

/// An attribute of the class itself, made with it.
#[derive(Clone, Copy)]
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
    /// `tp_vectorcall`, for a class that `object` is the base of.
    pub construct: &'static [SlotDef],
}

/// A class with a `#[methods]` block. The compiler's message about a second one is the name.
pub trait OneMethodsBlockPerClass {
    /// What it defines.
    const ITEMS: ClassItems;
}

/// What the `#[methods]` block of `C` defines, if there is one: an inherent constant wins over one of
/// a trait, where it exists.
pub struct MethodsOf<C>(PhantomData<C>);

impl<C: OneMethodsBlockPerClass> MethodsOf<C> {
    /// What it defines.
    pub const ITEMS: ClassItems = C::ITEMS;
}

/// What a class has without a block.
pub trait DefaultItems {
    /// Nothing.
    const ITEMS: ClassItems =
        ClassItems { methods: &[], getsets: &[], slots: &[], attributes: &[], construct: &[] };
}
impl<C> DefaultItems for MethodsOf<C> {}

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

/// How many of the slots that a class has by default it does not define.
pub const fn missing(defined: &[SlotDef], defaults: &[SlotDef]) -> usize {
    let (mut i, mut count) = (0, 0);
    while i < defaults.len() {
        count += !has_slot(defined, defaults[i].slot) as usize;
        i += 1;
    }
    count
}

/// The slots of a class, and those that it does not define.
pub const fn join_defaults<const N: usize>(defined: &[SlotDef], defaults: &[SlotDef]) -> [SlotDef; N] {
    let mut all = [SlotDef { slot: 0, entry: std::ptr::null() }; N];
    let (mut i, mut next) = (0, 0);
    while i < defined.len() + defaults.len() {
        let slot = if i < defined.len() { defined[i] } else { defaults[i - defined.len()] };
        if i < defined.len() || !has_slot(defined, slot.slot) {
            all[next] = slot;
            next += 1;
        }
        i += 1;
    }
    all
}

/// Whether a slot is in a list.
const fn has_slot(slots: &[SlotDef], slot: i32) -> bool {
    let mut i = 0;
    while i < slots.len() {
        if slots[i].slot == slot {
            return true;
        }
        i += 1;
    }
    false
}

/// The alignment of a payload.
pub const fn alignment<C>() -> usize {
    assert!(
        align_of::<C>() <= 16,
        "the payload of a class is aligned to 16 bytes at most: put what needs more into a `Box`"
    );
    align_of::<C>()
}

/// The class of `C` in this interpreter, made when it is first used.
#[inline(always)]
pub fn class<'a, C: Class>(f: &'a Frame<'_>) -> Result<Live<'a>> {
    let definition = C::definition();
    f.cached(&definition.index, |f| definition.make(f, f.own_module()?))
}

/// The check of a class: exact types first. A class that was never made has no instances, unless another binary
/// made it.
#[inline(always)]
pub fn is_instance<'f, C: Class>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
    let object = object.live();
    let class = match C::SHARED {
        true => class::<C>(f).ok(),
        false => f.cached_if_any(&C::definition().index),
    };
    class.is_some_and(|class| f.is_exactly(object, class) || f.api().has_type(object, class))
        && f.check_payload::<C>(object).is_ok()
}

/// Adds a class to its module. One that was needed before, as a base say, gets to know its module here,
/// unless its options say another (`is_placed`). One that is shared keeps that of its maker.
pub fn definition<'f, C: Class>(
    f: &Frame<'f>,
    module: Handle<'f, Module>,
    name: &str,
    is_placed: bool,
) -> Result {
    let definition = C::definition();
    let mut is_new = false;
    let class = f.cached(&definition.index, |f| {
        is_new = true;
        definition.make(f, module.live())
    })?;
    let class: Handle<Type> = f.push(Temp::of(f, class));
    if !is_new && !is_placed && !C::SHARED {
        class.set_attr(f, "__module__", module.get_attr::<Handle<Any>>(f, "__name__")?)?;
    }
    module.add(f, name, class)
}

impl<'f> Frame<'f> {
    /// A new instance of a class: `f.new(Point { x: 1.0, y: 2.0 })`. A class with fields is made from
    /// the `Init` struct that its macro writes. Of an enum without data it is the member that there is.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
    pub fn new<I: Instance<'f>>(&self, instance: I) -> Result<Handle<'f, I::Class>> {
        self.keep(self.new_own(instance))
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

/// A new instance, for the `ToPy` that the macros write.
#[inline(always)]
pub fn made<'a, 'f, I: Instance<'f>>(f: &'a Frame<'f>, instance: I) -> Result<Temp<'a, 'f>> {
    f.new_own(instance)
}
