//! The benchmark's functions and classes, with hstack: `bench/c/bench_c.c` does the same in C, and
//! `bench/pyo3` with PyO3.

/// The benchmark's functions and classes.
#[hstack::module]
mod bench_hstack {
    use hstack::prelude::*;
    use hstack::{class, function, methods};

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

    #[class]
    struct Point {
        #[hstack(get)]
        x: f64,
        #[hstack(get)]
        y: f64,
    }

    #[methods]
    impl Point {
        #[new]
        fn new(x: f64, y: f64) -> Self {
            Point { x, y }
        }

        fn __add__(&self, other: Handle<Point>, f: &Frame) -> Point {
            let other = other.payload(f);
            Point { x: self.x + other.x, y: self.y + other.y }
        }
    }
}
