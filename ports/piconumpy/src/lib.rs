//! `piconumpy`: arrays of floats.

mod array;

/// Arrays of floats, and functions of them.
#[hstack::module]
mod piconumpy {
    pub use crate::array::Array;
    use hstack::function;
    use hstack::prelude::*;

    /// An array of `size` zeros.
    #[function]
    #[hstack(signature = (size, /))]
    fn zeros(size: isize) -> Result<Array> {
        Array::zeros(size)
    }

    /// An array of `size` numbers, whatever they are.
    #[function]
    #[hstack(signature = (size, /))]
    fn empty(size: isize) -> Result<Array> {
        Array::zeros(size)
    }

    /// The cosine of each item.
    #[function]
    #[hstack(signature = (array, /))]
    fn cos(f: &Frame, array: Handle<Array>) -> Result<Array> {
        array.payload(f).map(f64::cos)
    }

    /// The sine of each item.
    #[function]
    #[hstack(signature = (array, /))]
    fn sin(f: &Frame, array: Handle<Array>) -> Result<Array> {
        array.payload(f).map(f64::sin)
    }
}
