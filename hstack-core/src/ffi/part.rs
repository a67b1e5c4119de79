//! What instances are made from, part by part: their own class's, and the base's.

use super::Live;
use crate::class::{Base, BaseArgs, Class, Instance, Outer, Payload};
use crate::convert::Temp;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::{Derived, Handle};
use crate::types::{Any, Dict, Tuple, Type};
use hstack_sys::Constant;

/// What (a part of) an instance is made from.
#[doc(hidden)]
pub trait Part<'f>: Sized {
    /// The arguments for the nearest base that is not ours; none: that is `object`.
    fn given(&self) -> Option<Given<'f>>;

    /// Writes the payloads and the fields.
    ///
    /// # Safety
    /// The object is an instance of the class and has no payloads yet.
    unsafe fn write(self, f: &Frame<'f>, object: Live<'_>) -> Result;

    /// Calls the `__init__` of the nearest base that is not ours.
    fn initialize(f: &Frame<'f>, object: Live<'_>, given: Given<'f>) -> Result;
}

/// Arguments for a base that is not ours.
#[doc(hidden)]
#[derive(Clone, Copy, Default)]
pub struct Given<'f> {
    pub(crate) positional: Option<Handle<'f, Tuple>>,
    pub(crate) keywords: Option<Handle<'f, Dict>>,
}

impl<'f, B: Outer> Part<'f> for BaseArgs<'f, B> {
    #[inline(always)]
    fn given(&self) -> Option<Given<'f>> {
        B::INITIALIZES.then_some(self.given)
    }

    #[inline(always)]
    unsafe fn write(self, _: &Frame<'f>, _: Live<'_>) -> Result {
        Ok(())
    }

    /// `object.__init__`, which most types of immutable objects have, wants no arguments.
    fn initialize(f: &Frame<'f>, object: Live<'_>, given: Given<'f>) -> Result {
        let name = f.api().interned("__init__")?;
        let object_type: Handle<Type> = f.known_constant(Constant::Object);
        let init = f.api().get_attr(B::class(f)?, name.live())?;
        if init.raw() == f.api().get_attr(object_type.live(), name.live())?.raw() {
            return Ok(());
        }
        let init: Handle<Any> = f.push(init);
        let object: Handle<Any> = f.push(crate::convert::Temp::of(f, object));
        let mut arguments = vec![object];
        if let Some(positional) = given.positional {
            for index in 0..positional.len(f)? {
                arguments.push(positional.get(f, index)?);
            }
        }
        let arguments = f.tuple_of(&arguments)?;
        match given.keywords {
            None => init.call_tuple(f, arguments, None),
            Some(keywords) => init.call_tuple(f, arguments, Some(keywords)),
        }
    }
}

/// A class that adds only plain values is its own instance.
impl<'f, C: Class> Part<'f> for C
where
    <C as Derived>::Base: Outer,
{
    #[inline(always)]
    fn given(&self) -> Option<Given<'f>> {
        <C as Derived>::Base::INITIALIZES.then(Given::default)
    }

    #[inline(always)]
    unsafe fn write(self, f: &Frame<'f>, object: Live<'_>) -> Result {
        // SAFETY: as the caller says.
        unsafe { f.write_payload(object, self) };
        Ok(())
    }

    #[inline]
    fn initialize(f: &Frame<'f>, object: Live<'_>, given: Given<'f>) -> Result {
        BaseArgs::<<C as Derived>::Base>::initialize(f, object, given)
    }
}

impl<'f> Frame<'f> {
    /// A new instance of a class.
    #[inline(always)]
    pub(crate) fn new_own<'a, I: Instance<'f>>(&'a self, instance: I) -> Result<Temp<'a, 'f>> {
        self.make(crate::class::class::<I::Class>(self)?, true, instance)
    }

    /// A new instance of a class or of a Python subclass of it.
    #[inline(always)]
    pub(crate) fn new_of<'a, I: Instance<'f>>(
        &'a self,
        class: Live<'_>,
        instance: I,
    ) -> Result<Temp<'a, 'f>> {
        let own = crate::class::class::<I::Class>(self)?.raw() == class.raw();
        self.make(class, own, instance)
    }

    #[inline]
    fn make<'a, I: Instance<'f>>(&'a self, class: Live<'_>, own: bool, instance: I) -> Result<Temp<'a, 'f>> {
        if own && let Some(existing) = instance.existing(self) {
            return existing;
        }
        let given = instance.given();
        let definition = &I::Class::definition().type_def;
        let object = match given {
            None if I::Class::SHARED && own && self.maker::<I::Class>().is_some() => {
                self.instance_of_other::<I::Class>(class)?
            }
            None if own => self.api().own_instance(class, definition)?,
            None => self.api().instance(class, definition)?,
            Some(given) => self.unfilled::<I>(class, given)?,
        };
        self.filled(object, instance, given)
    }

    /// The same for a class that Python code names: an error, when its nearest class of ours is another one.
    #[inline]
    pub(crate) fn new_checked<'a, I: Instance<'f>>(
        &'a self,
        class: Live<'_>,
        instance: I,
    ) -> Result<Temp<'a, 'f>> {
        let given = instance.given();
        let object = self.unfilled::<I>(class, given.unwrap_or_default())?;
        self.filled(object, instance, given)
    }

    #[inline]
    fn unfilled<'a, I: Instance<'f>>(&'a self, class: Live<'_>, given: Given<'f>) -> Result<Temp<'a, 'f>> {
        let Given { positional, keywords } = given;
        let definition = &I::Class::definition().type_def;
        self.api().instance_with(class, definition, positional.map(Handle::live), keywords.map(Handle::live))
    }

    #[inline]
    fn filled<'a, I: Instance<'f>>(
        &'a self,
        object: Temp<'a, 'f>,
        instance: I,
        given: Option<Given<'f>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: `class` is that of the instance or derived from it, and the object is new.
        unsafe { instance.write(self, object.live())? };
        if let Some(given) = given {
            I::initialize(self, object.live(), given)?;
        }
        Ok(object)
    }
}
