//! Calling Python: arguments are put on the stack, values without a handle never enter a frame.

use crate::convert::{FromPy, Temp, ToPy};
use crate::error::Result;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::name::Name;
use crate::types::{Any, Dict, Tuple};

/// The positional arguments of a call: `()`, or a tuple of up to twelve values.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the arguments of a call",
    label = "not a tuple of arguments",
    note = "pass a tuple: `(x,)` for one argument, `()` for none"
)]
pub trait Args<'f>: Sized {
    /// Lends them to `g` after `before`, with one free place in front.
    #[doc(hidden)]
    fn with<R>(
        self,
        f: &Frame<'f>,
        before: Option<Live<'_>>,
        g: impl FnOnce(&mut [Option<Live<'_>>]) -> Result<R>,
    ) -> Result<R>;
}

macro_rules! args {
    ($($name:ident $index:tt)*) => {
        impl<'f, $($name: ToPy<'f>),*> Args<'f> for ($($name,)*) {
            #[inline(always)]
            fn with<R>(
                self,
                f: &Frame<'f>,
                before: Option<Live<'_>>,
                g: impl FnOnce(&mut [Option<Live<'_>>]) -> Result<R>,
            ) -> Result<R> {
                let _ = f;
                args!(@lend self f [$($name $index)*] => {
                    match before {
                        Some(before) => g(&mut [None, Some(before), $(Some($name)),*]),
                        None => g(&mut [None, $(Some($name)),*]),
                    }
                })
            }
        }
    };
    (@lend $self:ident $f:ident [] => $body:block) => { $body };
    (@lend $self:ident $f:ident [$name:ident $index:tt $($rest:tt)*] => $body:block) => {
        $self.$index.lend($f, #[inline(always)] |$name| args!(@lend $self $f [$($rest)*] => $body))
    };
}

#[allow(non_snake_case)]
mod tuples {
    use super::*;
    args!();
    args!(A 0);
    args!(A 0 B 1);
    args!(A 0 B 1 C 2);
    args!(A 0 B 1 C 2 D 3);
    args!(A 0 B 1 C 2 D 3 E 4);
    args!(A 0 B 1 C 2 D 3 E 4 F 5);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10);
    args!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11);
}

impl<'f> Handle<'f, Any> {
    /// `self(*args)`
    ///
    /// # Errors
    /// What the call raises, and what converting its result does.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn twice<'f>(f: &Frame<'f>, function: Handle<'f, Any>) -> Result<i64> {
    ///     let once: i64 = function.call(f, (1, "two"))?;
    ///     function.call(f, (once,))
    /// }
    /// ```
    #[inline]
    pub fn call<T: FromPy<'f>>(self, f: &Frame<'f>, args: impl Args<'f>) -> Result<T> {
        let result = args.with(f, None, |args| f.api().call_with(self.live(), args, 0, None))?;
        T::from_temp(f, result)
    }

    /// `self(*args, **keywords)`
    ///
    /// # Errors
    /// As [`Handle::call`].
    #[inline]
    pub fn call_with<T: FromPy<'f>>(
        self,
        f: &Frame<'f>,
        args: impl Args<'f>,
        keywords: Handle<'f, Dict>,
    ) -> Result<T> {
        let args = args.with(f, None, |args| f.api().tuple_of(&lives(args)))?;
        T::from_temp(f, f.api().call_tuple(self.live(), args.live(), Some(keywords.live()))?)
    }

    /// `self(*args, **keywords)` with arguments that are in a tuple already.
    ///
    /// # Errors
    /// As [`Handle::call`].
    #[inline]
    pub fn call_tuple<T: FromPy<'f>>(
        self,
        f: &Frame<'f>,
        args: Handle<'f, Tuple>,
        keywords: Option<Handle<'f, Dict>>,
    ) -> Result<T> {
        T::from_temp(f, f.api().call_tuple(self.live(), args.live(), keywords.map(Handle::live))?)
    }

    /// `self.name(*args)`
    ///
    /// # Errors
    /// `AttributeError` when there is no such method; else as [`Handle::call`].
    #[inline]
    pub fn call_method<T: FromPy<'f>>(
        self,
        f: &Frame<'f>,
        name: impl Name<'f>,
        args: impl Args<'f>,
    ) -> Result<T> {
        let result = name.named(f, |name| {
            args.with(f, Some(self.live()), |args| f.api().call_method_with(name, args, 0, None))
        })?;
        T::from_temp(f, result)
    }

    /// `self.name(*args, **keywords)`
    ///
    /// # Errors
    /// As [`Handle::call_method`].
    #[inline]
    pub fn call_method_with<T: FromPy<'f>>(
        self,
        f: &Frame<'f>,
        name: impl Name<'f>,
        args: impl Args<'f>,
        keywords: Handle<'f, Dict>,
    ) -> Result<T> {
        f.scope(|s| {
            let method: Handle<Any> =
                name.named(f, |name| Ok(s.push(s.api().get_attr(self.live(), name)?)))?;
            let args = args.with(f, None, |args| f.api().tuple_of(&lives(args)))?;
            T::from_temp(f, f.api().call_tuple(method.live(), args.live(), Some(keywords.live()))?)
        })
    }
}

/// Without the free place in front.
pub(crate) fn lives<'x>(args: &[Option<Live<'x>>]) -> Vec<Live<'x>> {
    args.iter().flatten().copied().collect()
}

/// A result that is thrown away.
impl<'f> FromPy<'f> for () {
    #[inline(always)]
    fn from_py(_: &Frame<'f>, _: Handle<'f, Any>) -> Result<Self> {
        Ok(())
    }
    #[inline(always)]
    fn from_temp(_: &Frame<'f>, _: Temp<'_, 'f>) -> Result<Self> {
        Ok(())
    }
}
