//! Memory of instances, exported with the buffer protocol.

#[hstack::module(submodule)]
pub mod slots_buffers {
    use hstack::Atomic;
    use hstack::buffer::Memory;
    use hstack::prelude::*;
    use hstack::{class, function, methods};
    use std::sync::atomic::{AtomicI32, AtomicI64, AtomicU8, Ordering};

    static ALIVE: AtomicI64 = AtomicI64::new(0);

    /// How many `Octets` there are.
    #[function]
    pub fn alive() -> i64 {
        ALIVE.load(Ordering::Relaxed)
    }

    /// Bytes that nobody changes.
    #[class(subclass)]
    pub struct Octets(Vec<u8>);

    #[methods]
    impl Octets {
        #[new]
        fn new(bytes: Vec<u8>) -> Self {
            ALIVE.fetch_add(1, Ordering::Relaxed);
            Octets(bytes)
        }

        fn __buffer__(&self) -> Memory<'_> {
            Memory::new(&self.0)
        }
    }

    impl Drop for Octets {
        fn drop(&mut self) {
            ALIVE.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Bytes that Python may change.
    #[class]
    pub struct Scratch(Box<[AtomicU8]>);

    #[methods]
    impl Scratch {
        #[new]
        fn new(bytes: Vec<u8>) -> Self {
            Scratch(bytes.into_iter().map(AtomicU8::new).collect())
        }

        fn __buffer__(&self) -> Memory<'_> {
            Memory::writable(&self.0)
        }

        fn total(&self) -> u64 {
            self.0.iter().map(|byte| u64::from(byte.load(Ordering::Relaxed))).sum()
        }
    }

    /// Numbers in several dimensions.
    #[class]
    pub struct Grid {
        items: Vec<AtomicI32>,
        shape: Vec<usize>,
        fortran: bool,
    }

    #[methods]
    impl Grid {
        #[new]
        #[hstack(signature = (items, shape, fortran = false))]
        fn new(items: Vec<i32>, shape: Vec<usize>, fortran: bool) -> Self {
            Grid { items: items.into_iter().map(AtomicI32::new).collect(), shape, fortran }
        }

        fn __buffer__(&self) -> Result<Memory<'_>> {
            let memory = Memory::writable(&self.items).shape(&self.shape)?;
            Ok(if self.fortran { memory.first_index_fastest() } else { memory })
        }
    }

    /// Floats that properties and Python's memory see alike.
    #[class]
    pub struct Signal {
        samples: [Atomic<f64>; 4],
    }

    #[methods]
    impl Signal {
        #[new]
        fn new(value: f64) -> Self {
            Signal { samples: [0; 4].map(|_| Atomic::new(value)) }
        }

        #[getter]
        fn samples(&self) -> Vec<f64> {
            self.samples.iter().map(Atomic::get).collect()
        }

        fn __buffer__(&self) -> Memory<'_> {
            Memory::writable(&self.samples)
        }
    }

    /// The same memory, but Python may not change it.
    #[class]
    pub struct Sealed(Box<[AtomicU8]>);

    #[methods]
    impl Sealed {
        #[new]
        fn new(bytes: Vec<u8>) -> Self {
            Sealed(bytes.into_iter().map(AtomicU8::new).collect())
        }

        fn __buffer__(&self) -> Memory<'_> {
            Memory::writable(&self.0).readonly()
        }
    }

    /// It has no memory at times.
    #[class]
    pub struct Moody(bool);

    #[methods]
    impl Moody {
        #[new]
        fn new(fails: bool) -> Self {
            Moody(fails)
        }

        fn __buffer__(&self) -> Result<Memory<'static>> {
            if self.0 { Err(KeyError::new_err("moody")) } else { Ok(Memory::new(b"static")) }
        }
    }
}
