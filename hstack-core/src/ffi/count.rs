//! Counting references in line, where the provider says how.

use super::Ctx;
use hstack_sys::{Counting, Ref};

impl Ctx {
    /// One more owned reference.
    ///
    /// # Safety
    /// As for a table function.
    #[inline(always)]
    pub(crate) unsafe fn retain(self, object: Ref) -> Ref {
        let count = object.0.as_ptr();
        // SAFETY: the provider publishes where and how wide the count is, and the object is alive.
        unsafe {
            match self.get().accelerators.counting {
                Counting::Immortal32 => {
                    let count = count.cast::<u32>();
                    let value = count.read();
                    if (value as i32) >= 0 {
                        count.write(value + 1);
                    }
                    object
                }
                Counting::Word => {
                    let count = count.cast::<isize>();
                    count.write(count.read() + 1);
                    object
                }
                Counting::Unknown => self.dup(object),
            }
        }
    }

    /// Closes an owned reference.
    ///
    /// # Safety
    /// As for a table function; the caller owns the reference.
    #[inline(always)]
    pub(crate) unsafe fn release(self, object: Ref) {
        let count = object.0.as_ptr();
        // SAFETY: as in `retain`.
        unsafe {
            match self.get().accelerators.counting {
                Counting::Immortal32 => {
                    let count = count.cast::<u32>();
                    let value = count.read();
                    if (value as i32) >= 0 {
                        count.write(value - 1);
                        if value == 1 {
                            self.deallocate(object);
                        }
                    }
                }
                Counting::Word => {
                    let count = count.cast::<isize>();
                    let value = count.read() - 1;
                    count.write(value);
                    if value == 0 {
                        self.deallocate(object);
                    }
                }
                Counting::Unknown => self.close(object),
            }
        }
    }

    #[inline(always)]
    unsafe fn deallocate(self, object: Ref) {
        // SAFETY: who publishes a way of counting publishes this function too.
        unsafe { (self.get().accelerators.deallocate.unwrap_unchecked())(object) }
    }
}
