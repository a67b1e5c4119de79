//! The class `array`.

use hstack::prelude::*;
use hstack::{Atomic, class, methods};

/// An array of floats whose size stays as it is.
#[class(name = "array")]
pub struct Array(Box<[Atomic<f64>]>);

impl Array {
    pub fn zeros(size: isize) -> Result<Self> {
        let Ok(size) = usize::try_from(size) else {
            return Err(ValueError::new_err("the size of an array cannot be negative"));
        };
        Self::collect(size, std::iter::repeat_n(0.0, size))
    }

    pub fn map(&self, change: impl Fn(f64) -> f64) -> Result<Self> {
        Self::collect(self.0.len(), self.0.iter().map(|item| change(item.get())))
    }

    /// An array of so many items. Where there is no memory for them, that is an error.
    fn collect(size: usize, items: impl Iterator<Item = f64>) -> Result<Self> {
        let mut all = Vec::new();
        all.try_reserve_exact(size)?;
        all.extend(items.map(Atomic::new));
        Ok(Array(all.into_boxed_slice()))
    }

    fn at(&self, index: usize) -> Result<&Atomic<f64>> {
        self.0.get(index).ok_or_else(|| IndexError::new_err("index out of range"))
    }
}

#[methods(sequence)]
impl Array {
    #[new]
    #[hstack(signature = (list, /))]
    fn new(f: &Frame, list: Handle<Any>) -> Result<Self> {
        let Some(list) = list.try_cast::<List>(f) else {
            return Err(TypeError::new_err("parameter must be a list"));
        };
        let items = list.iter::<f64>(f).collect::<Result<Vec<_>>>()?;
        Self::collect(items.len(), items.into_iter())
    }

    /// How many items there are.
    #[getter]
    fn size(&self) -> usize {
        self.0.len()
    }

    /// The items as a list.
    fn tolist(&self, f: &Frame) -> Result<Handle<List>> {
        f.list_from(self.0.iter().map(Atomic::get))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, index: usize) -> Result<f64> {
        self.at(index).map(Atomic::get)
    }

    fn __setitem__(&self, index: usize, value: f64) -> Result {
        self.at(index)?.set(value);
        Ok(())
    }

    fn __add__(&self, other: Handle<Array>, f: &Frame) -> Result<Self> {
        let other = other.payload(f);
        if self.0.len() != other.0.len() {
            return Err(ValueError::new_err("the arrays have different sizes"));
        }
        let pairs = self.0.iter().zip(&other.0);
        Self::collect(self.0.len(), pairs.map(|(a, b)| a.get() + b.get()))
    }

    fn __mul__(&self, factor: f64) -> Result<Self> {
        self.map(|item| item * factor)
    }

    fn __rmul__(&self, factor: f64) -> Result<Self> {
        self.map(|item| factor * item)
    }

    fn __truediv__(&self, divisor: f64) -> Result<Self> {
        self.map(|item| item / divisor)
    }
}
