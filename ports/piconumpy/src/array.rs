//! The class `array`.

use hstack::prelude::*;
use hstack::{Atomic, class, methods};

/// How many items an array keeps in itself: for so few a block of their own would cost more.
const FEW: usize = 8;

/// A page of items. Where there is no memory for that, there is none for an exception either.
const LARGE: usize = 512;

/// An array of floats whose size stays as it is.
#[class(name = "array")]
pub struct Array {
    size: usize,
    items: Items,
}

enum Items {
    Few([Atomic<f64>; FEW]),
    Many(Box<[Atomic<f64>]>),
}

impl Array {
    pub fn zeros(size: isize) -> Result<Self> {
        let Ok(size) = usize::try_from(size) else {
            return Err(ValueError::new_err("the size of an array cannot be negative"));
        };
        Self::collect(std::iter::repeat_n(0.0, size))
    }

    pub fn map(&self, change: impl Fn(f64) -> f64) -> Result<Self> {
        Self::collect(self.items().iter().map(|item| change(item.get())))
    }

    /// An array of these items. Where there is no memory for them, that is an error.
    fn collect(items: impl ExactSizeIterator<Item = f64>) -> Result<Self> {
        let size = items.len();
        if size > FEW {
            return Ok(Array { size, items: Items::Many(boxed(items)?) });
        }
        let few: [Atomic<f64>; FEW] = std::array::from_fn(|_| Atomic::new(0.0));
        few.iter().zip(items).for_each(|(place, item)| place.set(item));
        Ok(Array { size, items: Items::Few(few) })
    }

    fn items(&self) -> &[Atomic<f64>] {
        match &self.items {
            Items::Few(items) => &items[..self.size],
            Items::Many(items) => items,
        }
    }

    fn at(&self, index: usize) -> Result<&Atomic<f64>> {
        self.items().get(index).ok_or_else(|| IndexError::new_err("index out of range"))
    }
}

/// A block for items. When there is none for many of them, that is an error.
fn boxed(items: impl ExactSizeIterator<Item = f64>) -> Result<Box<[Atomic<f64>]>> {
    let items = items.map(Atomic::new);
    if items.len() <= LARGE {
        return Ok(items.collect());
    }
    let mut many = Vec::new();
    many.try_reserve_exact(items.len())?;
    many.extend(items);
    Ok(many.into_boxed_slice())
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
        Self::collect(items.into_iter())
    }

    /// How many items there are.
    #[getter]
    fn size(&self) -> usize {
        self.size
    }

    /// The items as a list.
    fn tolist(&self, f: &Frame) -> Result<Handle<List>> {
        f.list_from(self.items().iter().map(Atomic::get))
    }

    fn __len__(&self) -> usize {
        self.size
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
        if self.size != other.size {
            return Err(ValueError::new_err("the arrays have different sizes"));
        }
        let pairs = self.items().iter().zip(other.items());
        Self::collect(pairs.map(|(a, b)| a.get() + b.get()))
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
