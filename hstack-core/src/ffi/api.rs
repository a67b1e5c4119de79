//! Calling the table with proof.

use super::lift::{Lift, Lower};
use crate::frame::Frame;
use core::ffi::{c_char, c_int, c_void};
use hstack_sys::*;

/// The functions of the table as safe methods: see [`super`].
#[derive(Clone, Copy)]
pub(crate) struct Api<'a, 'f>(pub(super) &'a Frame<'f>);

macro_rules! callers {
    ({} $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        #[allow(dead_code, clippy::too_many_arguments, clippy::wrong_self_convention)]
        impl<'a, 'f> Api<'a, 'f> {
            $(
                $(#[doc = $doc])*
                #[inline(always)]
                pub(crate) fn $name(self, $($arg: <$ty as Lower>::From<'_>),*) -> <callers!(@ret $($ret)?) as Lift>::To<'a, 'f> {
                    // SAFETY: the frame proves that the thread is attached; the arguments carry their proofs.
                    let result: callers!(@ret $($ret)?) = unsafe { self.0.ctx().$name($(<$ty as Lower>::lower($arg)),*) };
                    result.lift(self.0)
                }
            )*
        }
    };
    (@ret) => { () };
    (@ret $ret:ty) => { $ret };
}
for_each_function!(callers {});

impl<'f> Frame<'f> {
    /// The table, for the other modules of this crate.
    #[inline(always)]
    pub(crate) fn api(&self) -> Api<'_, 'f> {
        Api(self)
    }
}
