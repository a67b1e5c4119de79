//! The number protocol: every operator, in place too.

use hstack::function;
use hstack::prelude::*;

macro_rules! binary {
    ($($name:ident)*) => { $(
        #[function]
        pub fn $name<'f>(f: &Frame<'f>, a: Handle<'f, Any>, b: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
            a.$name(f, b)
        }
    )* };
}
binary! {
    add sub mul matmul div floor_div rem divmod lshift rshift bitand bitor bitxor
    add_assign sub_assign mul_assign matmul_assign div_assign floor_div_assign rem_assign
    lshift_assign rshift_assign bitand_assign bitor_assign bitxor_assign pow_assign
}

macro_rules! unary {
    ($($name:ident $result:ident;)*) => { $(
        #[function]
        pub fn $name<'f>(f: &Frame<'f>, a: Handle<'f, Any>) -> Result<Handle<'f, $result>> {
            a.$name(f)
        }
    )* };
}
unary! {
    neg Any;
    pos Any;
    abs Any;
    bitnot Any;
    index Int;
    int Int;
    float Float;
}

/// Operators.
#[hstack::module(submodule)]
pub mod numbers {
    pub use super::{
        abs, add, add_assign, bitand, bitand_assign, bitnot, bitor, bitor_assign, bitxor, bitxor_assign, div,
        div_assign, divmod, float, floor_div, floor_div_assign, index, int, lshift, lshift_assign, matmul,
        matmul_assign, mul, mul_assign, neg, pos, pow_assign, rem, rem_assign, rshift, rshift_assign, sub,
        sub_assign,
    };
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    #[hstack(signature = (base, exponent, modulus = None))]
    pub fn pow<'f>(
        f: &Frame<'f>,
        base: Handle<'f, Any>,
        exponent: Handle<'f, Any>,
        modulus: Option<Handle<'f, Any>>,
    ) -> Result<Handle<'f, Any>> {
        base.pow(f, exponent, modulus)
    }

    /// The other operand may be a Rust value.
    #[function]
    pub fn plus_one(f: &Frame, a: Handle<Any>) -> Result<Handle<Any>> {
        a.add(f, 1)
    }

    /// Many operations in one frame.
    #[function]
    pub fn polynomial<'f>(f: &Frame<'f>, x: Handle<'f, Any>, degree: i64) -> Result<Handle<'f, Any>> {
        let mut result = f.int(0)?.as_any();
        for i in 0..=degree {
            result = result.mul(f, x)?.add(f, i)?;
        }
        Ok(result)
    }
}
