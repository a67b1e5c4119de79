//! Bytes in memory that Python can see, of a length that never changes.

use crate::subscript::{select, subscript, within};
use hstack::buffer::Memory;
use hstack::prelude::*;
use hstack::types::{Selection, Subscript};
use hstack::{class, methods};
use std::sync::atomic::{AtomicU8, Ordering};

/// What a `bytearray` does that never grows.
#[class(name = "Cells", subclass, weakref)]
pub struct Cells(Box<[AtomicU8]>);

impl Cells {
    fn values(&self) -> Vec<u8> {
        self.0.iter().map(|cell| cell.load(Ordering::Relaxed)).collect()
    }

    fn store(&self, index: usize, value: u8) {
        self.0[index].store(value, Ordering::Relaxed);
    }
}

/// A value of a cell, with the messages of `bytearray`.
fn byte<'f>(f: &Frame<'f>, value: Handle<'f, Any>) -> Result<u8> {
    let value = value.index(f)?;
    value.extract(f).map_err(|_| ValueError::new_err("byte must be in range(0, 256)"))
}

#[methods]
impl Cells {
    #[new]
    fn new(bytes: Vec<u8>) -> Self {
        Cells(bytes.into_iter().map(AtomicU8::new).collect())
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, f: &Frame, key: Handle<Any>) -> Result<Handle<Any>> {
        match select(f, key, self.0.len(), "bytearray", "index")? {
            Selection::Item(index) => self.0[index].load(Ordering::Relaxed).to_handle(f),
            Selection::Items(indices) => {
                let chosen: Vec<AtomicU8> =
                    indices.iter().map(|index| self.0[index].load(Ordering::Relaxed).into()).collect();
                Cells(chosen.into()).to_handle(f)
            }
        }
    }

    fn __setitem__(&self, f: &Frame, key: Handle<Any>, value: Handle<Any>) -> Result {
        let key = subscript(f, key, "bytearray")?;
        let select = || within(f, key, self.0.len(), "bytearray", "index");
        if let Subscript::Index(_) = key {
            let value = byte(f, value)?;
            if let Selection::Item(index) = select()? {
                self.store(index, value);
            }
            return Ok(());
        }
        let values: Vec<u8> = value.extract(f)?;
        if let Selection::Items(indices) = select()? {
            if values.len() != indices.len {
                return Err(ValueError::new_err("the length of cells never changes"));
            }
            indices.iter().zip(values).for_each(|(index, value)| self.store(index, value));
        }
        Ok(())
    }

    fn __contains__(&self, f: &Frame, value: Handle<Any>) -> Result<bool> {
        let value = byte(f, value)?;
        Ok(self.values().contains(&value))
    }

    fn __eq__(&self, other: Handle<Cells>, f: &Frame) -> bool {
        self.values() == other.payload(f).values()
    }

    fn __bytes__(&self) -> Vec<u8> {
        self.values()
    }

    fn __buffer__(&self) -> Memory<'_> {
        Memory::writable(&self.0)
    }

    fn reverse(&self) {
        let values = self.values();
        values.into_iter().rev().enumerate().for_each(|(index, value)| self.store(index, value));
    }

    fn fill(&self, f: &Frame, value: Handle<Any>) -> Result {
        let value = byte(f, value)?;
        (0..self.0.len()).for_each(|index| self.store(index, value));
        Ok(())
    }

    /// The items move so many places to the right.
    fn rotate(&self, places: isize) {
        let mut values = self.values();
        if !values.is_empty() {
            let places = places.rem_euclid(values.len() as isize) as usize;
            values.rotate_right(places);
            values.into_iter().enumerate().for_each(|(index, value)| self.store(index, value));
        }
    }
}
