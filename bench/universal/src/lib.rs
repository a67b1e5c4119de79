//! The benchmark's functions and classes, with hstack: `bench/c/bench_c.c` does the same in C, and
//! `bench/pyo3` with PyO3.

/// The benchmark's functions and classes.
#[hstack::module]
mod bench_hstack {
    use hstack::buffer::Memory;
    use hstack::prelude::*;
    use hstack::{Atomic, class, function, methods};

    #[function]
    fn noop() {}

    #[function]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[function]
    fn list_sum_int(f: &Frame, list: Handle<List>) -> Result<i64> {
        list.iter::<i64>(f).sum()
    }

    #[function]
    fn list_build_int(f: &Frame, n: i64) -> Result<Handle<List>> {
        f.list_from(0..n)
    }

    #[function]
    fn word_count(f: &Frame, words: Handle<List>) -> Result<Handle<Dict>> {
        let out = f.dict()?;
        for_each!(f, word in words, {
            let n: i64 = out.find(f, word)?.unwrap_or(0);
            out.set(f, word, n + 1)?;
        });
        Ok(out)
    }

    #[class(subclass, eq)]
    #[derive(PartialEq)]
    struct Point {
        #[hstack(get)]
        x: f64,
        #[hstack(get)]
        y: f64,
        both: [f64; 2],
    }

    #[methods]
    impl Point {
        #[new]
        fn new(x: f64, y: f64) -> Self {
            Point { x, y, both: [x, y] }
        }

        fn norm(&self) -> f64 {
            self.x * self.x + self.y * self.y
        }

        fn __add__(&self, other: Handle<Point>, f: &Frame) -> Point {
            let other = other.payload(f);
            Point::new(self.x + other.x, self.y + other.y)
        }

        fn __mul__(&self, factor: f64) -> Point {
            Point::new(self.x * factor, self.y * factor)
        }

        fn __rmul__(&self, factor: f64) -> Point {
            self.__mul__(factor)
        }

        fn __len__(&self) -> usize {
            self.both.len()
        }

        fn __getitem__(&self, index: usize) -> Result<f64> {
            self.both.get(index).copied().ok_or_else(|| IndexError::new_err("index out of range"))
        }

        fn __hash__(&self) -> u64 {
            self.x.to_bits() ^ self.y.to_bits().rotate_left(17)
        }

        fn __call__(&self, t: f64) -> f64 {
            self.x * t + self.y
        }

        fn __buffer__(&self) -> Memory<'_> {
            Memory::new(&self.both)
        }
    }

    /// A value that changes.
    #[class]
    struct Cell {
        #[hstack(get, set)]
        value: Atomic<f64>,
    }

    #[methods]
    impl Cell {
        #[new]
        fn new(value: f64) -> Self {
            Cell { value: Atomic::new(value) }
        }
    }

    /// Counts down to zero.
    #[class]
    struct Countdown(Atomic<i64>);

    #[methods]
    impl Countdown {
        #[new]
        fn new(start: i64) -> Self {
            Countdown(Atomic::new(start))
        }

        fn __iter__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __next__(&self) -> Option<i64> {
            let next = self.0.get() - 1;
            self.0.set(next);
            (next >= 0).then_some(next)
        }
    }
}
