//! The number protocol.

use super::{Any, Float, Int};
use crate::convert::ToPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

macro_rules! binary {
    ($($(#[$meta:meta])* $name:ident = $function:ident;)*) => {
        impl<'f> Handle<'f, Any> { $(
            $(#[$meta])*
            ///
            /// # Errors
            /// `TypeError` when neither operand knows the other, and what the operation raises.
            #[inline]
            pub fn $name(self, f: &Frame<'f>, other: impl ToPy<'f>) -> Result<Handle<'f, Any>> {
                f.keep(other.lend(f, |other| f.api().$function(self.live(), other)))
            }
        )* }
    };
}
binary! {
    /// `self + other`
    add = add;
    /// `self - other`
    sub = subtract;
    /// `self * other`
    mul = multiply;
    /// `self @ other`
    matmul = matrix_multiply;
    /// `self / other`
    div = true_divide;
    /// `self // other`
    floor_div = floor_divide;
    /// `self % other`
    rem = remainder;
    /// `divmod(self, other)`
    divmod = divmod;
    /// `self << other`
    lshift = lshift;
    /// `self >> other`
    rshift = rshift;
    /// `self & other`
    bitand = and;
    /// `self | other`
    bitor = or;
    /// `self ^ other`
    bitxor = xor;
    /// `self += other`
    add_assign = add_in_place;
    /// `self -= other`
    sub_assign = subtract_in_place;
    /// `self *= other`
    mul_assign = multiply_in_place;
    /// `self @= other`
    matmul_assign = matrix_multiply_in_place;
    /// `self /= other`
    div_assign = true_divide_in_place;
    /// `self //= other`
    floor_div_assign = floor_divide_in_place;
    /// `self %= other`
    rem_assign = remainder_in_place;
    /// `self <<= other`
    lshift_assign = lshift_in_place;
    /// `self >>= other`
    rshift_assign = rshift_in_place;
    /// `self &= other`
    bitand_assign = and_in_place;
    /// `self |= other`
    bitor_assign = or_in_place;
    /// `self ^= other`
    bitxor_assign = xor_in_place;
}

macro_rules! unary {
    ($($(#[$meta:meta])* $name:ident = $function:ident -> $result:ident;)*) => {
        impl<'f> Handle<'f, Any> { $(
            $(#[$meta])*
            ///
            /// # Errors
            /// `TypeError` when the object has no such operation, and what it raises.
            #[inline]
            pub fn $name(self, f: &Frame<'f>) -> Result<Handle<'f, $result>> {
                f.keep(f.api().$function(self.live()))
            }
        )* }
    };
}
unary! {
    /// `-self`
    neg = negative -> Any;
    /// `+self`
    pos = positive -> Any;
    /// `abs(self)`
    abs = absolute -> Any;
    /// `~self`
    bitnot = invert -> Any;
    /// `operator.index(self)`
    index = index -> Int;
    /// `int(self)`
    int = int -> Int;
    /// `float(self)`
    float = float -> Float;
}

impl<'f> Handle<'f, Any> {
    /// `pow(self, exponent, modulus)`, or `self ** exponent` where the modulus is `None`.
    ///
    /// # Errors
    /// As the other operations.
    #[inline]
    pub fn pow(
        self,
        f: &Frame<'f>,
        exponent: impl ToPy<'f>,
        modulus: Option<Handle<'f, Any>>,
    ) -> Result<Handle<'f, Any>> {
        let modulus = modulus.unwrap_or(f.none().as_any());
        f.keep(exponent.lend(f, |exponent| f.api().power(self.live(), exponent, modulus.live())))
    }

    /// `self **= exponent`
    ///
    /// # Errors
    /// As the other operations.
    #[inline]
    pub fn pow_assign(self, f: &Frame<'f>, exponent: impl ToPy<'f>) -> Result<Handle<'f, Any>> {
        f.keep(exponent.lend(f, |exponent| f.api().power_in_place(self.live(), exponent, f.none().live())))
    }
}
