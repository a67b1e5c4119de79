//! `bool`, `int`, `float` and `complex`.

use super::{Bool, Complex, Float, Int};
use crate::convert::ToPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use hstack_sys::Constant;

impl<'f> Frame<'f> {
    /// An int.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn int(&self, value: i64) -> Result<Handle<'f, Int>> {
        self.keep(value.to_temp(self))
    }

    /// A float.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn float(&self, value: f64) -> Result<Handle<'f, Float>> {
        self.keep(value.to_temp(self))
    }

    /// An int of any size from its little-endian bytes: in two's complement when `signed`.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn int_from_bytes(&self, bytes: &[u8], signed: bool) -> Result<Handle<'f, Int>> {
        self.keep(self.api().int_of_bytes(bytes, signed))
    }

    /// A complex.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn complex(&self, real: f64, imaginary: f64) -> Result<Handle<'f, Complex>> {
        self.keep(self.api().complex_new(real, imaginary))
    }
}

impl<'f> Handle<'f, Bool> {
    /// Its value.
    #[inline(always)]
    pub fn is_true(self, f: &Frame<'f>) -> bool {
        self.raw() == f.known_constant::<Bool>(Constant::True).raw()
    }
}

impl<'f> Handle<'f, Int> {
    /// `self.bit_length()`
    ///
    /// # Errors
    /// `OverflowError` beyond all memory.
    #[inline]
    pub fn bit_length(self, f: &Frame<'f>) -> Result<usize> {
        f.api().int_bit_length(self.live())
    }

    /// The whole value as little-endian bytes in two's complement, as few as hold it and its sign.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn to_bytes(self, f: &Frame<'f>) -> Result<Vec<u8>> {
        let mut bytes = vec![0; self.bit_length(f)? / 8 + 1];
        f.api().int_into_bytes(self.live(), &mut bytes, true)?;
        Ok(bytes)
    }

    /// The lowest 64 bits, in two's complement.
    ///
    /// # Errors
    /// None for an int; the result is that of the table.
    #[inline]
    pub fn wrapping_u64(self, f: &Frame<'f>) -> Result<u64> {
        let mut value = 0;
        f.api().int_as_u64_mask(self.live(), &mut value)?;
        Ok(value)
    }
}

impl<'f> Handle<'f, Float> {
    /// Its value.
    ///
    /// # Errors
    /// None for a float; the result is that of the table.
    #[inline]
    pub fn value(self, f: &Frame<'f>) -> Result<f64> {
        let mut value = 0.0;
        f.api().float_as_f64(self.live(), &mut value)?;
        Ok(value)
    }
}

impl<'f> Handle<'f, Complex> {
    /// The real and the imaginary part.
    ///
    /// # Errors
    /// None for a complex; the result is that of the table.
    #[inline]
    pub fn parts(self, f: &Frame<'f>) -> Result<(f64, f64)> {
        let (mut real, mut imaginary) = (0.0, 0.0);
        f.api().complex_parts(self.live(), &mut real, &mut imaginary)?;
        Ok((real, imaginary))
    }

    /// The real part.
    ///
    /// # Errors
    /// As [`Handle::parts`].
    #[inline]
    pub fn real(self, f: &Frame<'f>) -> Result<f64> {
        Ok(self.parts(f)?.0)
    }

    /// The imaginary part.
    ///
    /// # Errors
    /// As [`Handle::parts`].
    #[inline]
    pub fn imag(self, f: &Frame<'f>) -> Result<f64> {
        Ok(self.parts(f)?.1)
    }

    /// `self.conjugate()`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn conjugate(self, f: &Frame<'f>) -> Result<Handle<'f, Complex>> {
        let (real, imaginary) = self.parts(f)?;
        f.complex(real, -imaginary)
    }
}
