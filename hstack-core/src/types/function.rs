//! Functions

use super::{BuiltinFunction, Function};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

macro_rules! names {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// `self.__name__`
            ///
            /// # Errors
            /// None for a function.
            #[inline]
            pub fn name(self, f: &Frame<'f>) -> Result<&'f str> {
                self.get_attr(f, name!("__name__"))
            }

            /// `self.__qualname__`
            ///
            /// # Errors
            /// None for a function.
            #[inline]
            pub fn qualname(self, f: &Frame<'f>) -> Result<&'f str> {
                self.get_attr(f, name!("__qualname__"))
            }

            /// `self.__module__`, where there is one.
            ///
            /// # Errors
            /// `TypeError` when someone made it something else than a str.
            #[inline]
            pub fn module(self, f: &Frame<'f>) -> Result<Option<&'f str>> {
                self.get_attr(f, name!("__module__"))
            }
        }
    )* };
}
names!(Function BuiltinFunction);
