//! Whether a call succeeded, as far as its result tells.

use core::ffi::{c_char, c_void};
use hstack_sys::{Flag, Ref, Size, Status, ThreadState};

/// The result type of a table function.
///
/// Every function of the table has one of these, and a type of result says failure in one way only, so
/// nothing has to be known about a function itself.
pub(crate) trait Verdict {
    /// Whether a result of this type can say that the call failed.
    const CAN_FAIL: bool;

    /// Whether this one says so.
    fn failed(&self) -> bool;
}

macro_rules! cannot_fail {
    ($($ty:ty),*) => { $(
        impl Verdict for $ty {
            const CAN_FAIL: bool = false;

            fn failed(&self) -> bool {
                false
            }
        }
    )* };
}
// A null thread state is no failure: `detach` returns what `reattach` wants back.
cannot_fail!((), Ref, Flag, u32, usize, ThreadState);

macro_rules! can_fail {
    ($($ty:ty: |$result:ident| $failed:expr;)*) => { $(
        impl Verdict for $ty {
            const CAN_FAIL: bool = true;

            fn failed(&self) -> bool {
                let $result = self;
                $failed
            }
        }
    )* };
}
can_fail! {
    Option<Ref>: |reference| reference.is_none();
    Status: |status| status.0 < 0;
    Size: |size| size.0 < 0;
    *const c_char: |text| text.is_null();
    *const u8: |bytes| bytes.is_null();
    *mut c_void: |pointer| pointer.is_null();
}
