//! Integers of every width, exactly.

use hstack::function;

macro_rules! echo {
    ($($name:ident $ty:ty;)*) => { $(
        #[function]
        #[hstack(signature = (n, /))]
        pub fn $name(n: $ty) -> $ty {
            n
        }
    )* };
}
echo! {
    echo_i8 i8;
    echo_i16 i16;
    echo_i32 i32;
    echo_i64 i64;
    echo_isize isize;
    echo_u8 u8;
    echo_u16 u16;
    echo_u32 u32;
    echo_u64 u64;
    echo_usize usize;
}

/// Integers.
#[hstack::module(submodule)]
pub mod ints {
    pub use super::{
        echo_i8, echo_i16, echo_i32, echo_i64, echo_isize, echo_u8, echo_u16, echo_u32, echo_u64, echo_usize,
    };
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn limits() -> Vec<(&'static str, Option<i64>, Option<u64>)> {
        vec![
            ("i8", Some(i8::MIN.into()), Some(i8::MAX as u64)),
            ("i16", Some(i16::MIN.into()), Some(i16::MAX as u64)),
            ("i32", Some(i32::MIN.into()), Some(i32::MAX as u64)),
            ("i64", Some(i64::MIN), Some(i64::MAX as u64)),
            ("u8", None, Some(u8::MAX.into())),
            ("u16", None, Some(u16::MAX.into())),
            ("u32", None, Some(u32::MAX.into())),
            ("u64", None, Some(u64::MAX)),
        ]
    }

    #[function]
    pub fn make(f: &Frame, value: i64) -> Result<Handle<Int>> {
        f.int(value)
    }

    #[function]
    pub fn bit_length(f: &Frame, value: Handle<Int>) -> Result<usize> {
        value.bit_length(f)
    }

    #[function]
    pub fn wrapping(f: &Frame, value: Handle<Int>) -> Result<u64> {
        value.wrapping_u64(f)
    }

    #[function]
    pub fn sum(values: Vec<i64>) -> i64 {
        values.iter().sum()
    }

    /// Integers made one after the other in one frame are all different objects with their own values.
    #[function]
    pub fn powers_of_two(f: &Frame) -> Result<Handle<List>> {
        f.list_from((0..63).map(|n| 1i64 << n))
    }
}
