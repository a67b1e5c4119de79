//! Reading numbers in line, where the provider says how.

use super::{Api, Live};
use crate::error::Result;
use hstack_sys::{Constant, Numbers, Ref};

impl Api<'_, '_> {
    /// The value of an int, or of `__index__()`.
    #[inline(always)]
    pub(crate) fn read_int(self, object: Live<'_>) -> Result<i64> {
        if let Some(value) = self.small_int(object) {
            return Ok(value);
        }
        let mut value = 0;
        self.int_as_i64(object, &mut value)?;
        Ok(value)
    }

    /// The value of a float, or of what converts to one.
    #[inline(always)]
    pub(crate) fn read_float(self, object: Live<'_>) -> Result<f64> {
        if let Some(value) = self.exact_float(object) {
            return Ok(value);
        }
        let mut value = 0.0;
        self.float_as_f64(object, &mut value)?;
        Ok(value)
    }

    /// The value of an object whose type is `float`.
    #[inline(always)]
    pub(super) fn exact_float(self, object: Live<'_>) -> Option<f64> {
        let ctx = self.0.ctx();
        let accelerators = &ctx.get().accelerators;
        if accelerators.numbers == Numbers::Unknown || !self.is_constant(object, Constant::Float) {
            return None;
        }
        // SAFETY: the provider publishes where a float keeps its value.
        Some(unsafe {
            object.raw().0.as_ptr().byte_add(accelerators.number_offset as usize).cast::<f64>().read()
        })
    }

    /// The value of an int of at most one digit.
    #[inline(always)]
    pub(crate) fn small_int(self, object: Live<'_>) -> Option<i64> {
        let ctx = self.0.ctx();
        let accelerators = &ctx.get().accelerators;
        if accelerators.numbers == Numbers::Unknown || !self.is_constant(object, Constant::Int) {
            return None;
        }
        // SAFETY: the provider publishes where an int keeps its words, and how; a digit follows the
        // first word of every int, zero too.
        let (word, digit) = unsafe {
            let word = object.raw().0.as_ptr().byte_add(accelerators.number_offset as usize).cast::<usize>();
            (word.read(), i64::from(word.add(1).cast::<u32>().read()))
        };
        if accelerators.numbers == Numbers::Tagged {
            (word < 16).then(|| (1 - (word & 3) as i64) * digit)
        } else {
            (word.wrapping_add(1) <= 2).then(|| if word == 0 { 0 } else { word as isize as i64 * digit })
        }
    }

    /// Whether an object's type is exactly this constant, where numbers are published.
    #[inline(always)]
    fn is_constant(self, object: Live<'_>, class: Constant) -> bool {
        let ctx = self.0.ctx();
        let offset = ctx.get().accelerators.type_offset as usize;
        // SAFETY: a provider that publishes numbers publishes where an object has its type.
        let found = unsafe { object.raw().0.as_ptr().byte_add(offset).cast::<Ref>().read() };
        ctx.constant(class) == Some(found)
    }
}
