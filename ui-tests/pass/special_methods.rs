//! Special methods in the forms that they can have.
#![deny(warnings)]
use hstack::buffer::Memory;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};
use std::sync::atomic::AtomicU8;

#[class(subclass)]
#[derive(Default)]
pub struct All {
    bytes: Vec<AtomicU8>,
    other: Field<Any>,
}

#[methods(mapping)]
impl All {
    #[classattr]
    const LIMIT: usize = 5;

    /// Not an attribute.
    pub const SIZE: usize = 6;

    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("end",)
    }

    #[classattr]
    #[hstack(name = "EMPTY")]
    fn empty(f: &Frame) -> Result<Handle<All>> {
        f.new(AllInit { bytes: Vec::new(), other: None })
    }

    #[hstack(signature = (*args, **kwargs))]
    fn __init__(this: Handle<Self>, f: &Frame, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> Result {
        let _ = kwargs;
        this.store(f, All::OTHER, args.as_any())
    }

    #[hstack(signature = (n, /, *, m = 1))]
    fn __call__(&self, f: &mut Frame, n: i64, m: i64) -> i64 {
        f.detach(|| n + m)
    }

    fn __richcmp__(&self, other: Handle<All>, op: CompareOp, f: &Frame) -> bool {
        op.matches(self.bytes.len().cmp(&other.payload(f).bytes.len()))
    }

    fn __pow__(&self, exponent: u32) -> u32 {
        exponent
    }

    fn __rpow__(&self, base: u32, modulus: Option<u32>) -> Option<u32> {
        modulus.map(|modulus| base % modulus)
    }

    fn __iadd__(&self, _other: &str) {}

    fn __isub__(&self, _other: &str) -> Result {
        Ok(())
    }

    fn __imul__(this: Handle<Self>, _other: f64) -> Handle<Self> {
        this
    }

    fn __getitem__(&self, key: &str) -> Result<String> {
        Ok(key.to_owned())
    }

    fn __setitem__(&self, _key: String, _value: Handle<Any>) {}

    fn __delitem__(&self, f: &Frame, _key: Handle<Any>) -> Result {
        let _ = f;
        Ok(())
    }

    fn __contains__(&self, _key: &str) -> Result<bool> {
        Ok(true)
    }

    fn __getattr__(this: Handle<Self>, _name: &str) -> Handle<Self> {
        this
    }

    fn __delattr__(&self, _name: &str) {}

    fn __get__(&self, instance: Option<Handle<Any>>) -> Option<Handle<Any>> {
        instance
    }

    fn __anext__(&self) -> Option<i64> {
        None
    }

    fn __buffer__(&self) -> Memory<'_> {
        Memory::writable(&self.bytes)
    }

    fn __del__(&self) {}

    #[getter]
    fn end(&self) -> usize {
        self.bytes.len()
    }

    #[deleter]
    fn delete_end(&self) {}

    #[classmethod]
    fn __init_subclass__(cls: Handle<Type>) {
        let _ = cls;
    }

    #[classmethod]
    fn __class_getitem__(cls: Handle<Type>, _item: Handle<Any>) -> Handle<Type> {
        cls
    }
}

#[class]
pub struct Made;

#[methods]
impl Made {
    #[new]
    #[classmethod]
    fn new(cls: Handle<Type>, f: &Frame) -> Result<Self> {
        cls.name(f)?;
        Ok(Made)
    }
}

fn main() {}
