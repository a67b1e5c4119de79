//! The benchmark's functions and classes, with PyO3.

use pyo3::prelude::*;

#[pymodule]
mod bench_pyo3 {
    use pyo3::exceptions::{PyBufferError, PyIndexError};
    use pyo3::ffi::{PyBUF_FORMAT, PyBUF_ND, PyBUF_STRIDES, PyBUF_WRITABLE, Py_buffer};
    use pyo3::prelude::*;
    use pyo3::types::{PyDict, PyList};
    use std::ffi::c_int;
    use std::ptr::null_mut;
    use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

    #[pyfunction]
    fn noop() {}

    #[pyfunction]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[pyfunction]
    fn list_sum_int(list: &Bound<'_, PyList>) -> PyResult<i64> {
        let mut sum = 0;
        for item in list.iter() {
            sum += item.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[pyfunction]
    fn list_build_int(py: Python<'_>, n: i64) -> PyResult<Bound<'_, PyList>> {
        PyList::new(py, 0..n)
    }

    #[pyfunction]
    fn word_count<'py>(py: Python<'py>, words: &Bound<'py, PyList>) -> PyResult<Bound<'py, PyDict>> {
        let out = PyDict::new(py);
        for word in words.iter() {
            let n = match out.get_item(&word)? {
                Some(n) => n.extract::<i64>()?,
                None => 0,
            };
            out.set_item(word, n + 1)?;
        }
        Ok(out)
    }

    #[pyclass(frozen, subclass, eq)]
    #[derive(PartialEq)]
    struct Point {
        #[pyo3(get)]
        x: f64,
        #[pyo3(get)]
        y: f64,
        both: [f64; 2],
    }

    #[pymethods]
    impl Point {
        #[new]
        fn new(x: f64, y: f64) -> Self {
            Point { x, y, both: [x, y] }
        }

        fn norm(&self) -> f64 {
            self.x * self.x + self.y * self.y
        }

        fn __add__(&self, other: &Bound<'_, Point>) -> Point {
            let other = other.get();
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

        fn __getitem__(&self, index: usize) -> PyResult<f64> {
            self.both.get(index).copied().ok_or_else(|| PyIndexError::new_err("index out of range"))
        }

        fn __hash__(&self) -> u64 {
            self.x.to_bits() ^ self.y.to_bits().rotate_left(17)
        }

        fn __call__(&self, t: f64) -> f64 {
            self.x * t + self.y
        }

        unsafe fn __getbuffer__(this: Bound<'_, Self>, view: *mut Py_buffer, flags: c_int) -> PyResult<()> {
            let view = unsafe { &mut *view };
            if flags & PyBUF_WRITABLE == PyBUF_WRITABLE {
                view.obj = null_mut();
                return Err(PyBufferError::new_err("the memory is read-only"));
            }
            static mut SHAPE: [isize; 1] = [2];
            static mut STRIDES: [isize; 1] = [8];
            view.buf = this.get().both.as_ptr().cast_mut().cast();
            view.len = 16;
            view.readonly = 1;
            view.itemsize = 8;
            view.ndim = 1;
            view.format = if flags & PyBUF_FORMAT != 0 { c"d".as_ptr().cast_mut() } else { null_mut() };
            view.shape = if flags & PyBUF_ND != 0 { (&raw mut SHAPE).cast() } else { null_mut() };
            view.strides =
                if flags & PyBUF_STRIDES == PyBUF_STRIDES { (&raw mut STRIDES).cast() } else { null_mut() };
            view.suboffsets = null_mut();
            view.internal = null_mut();
            view.obj = this.into_any().into_ptr();
            Ok(())
        }
    }

    /// A value that changes.
    #[pyclass(frozen)]
    struct Cell {
        value: AtomicU64,
    }

    #[pymethods]
    impl Cell {
        #[new]
        fn new(value: f64) -> Self {
            Cell { value: AtomicU64::new(value.to_bits()) }
        }

        #[getter]
        fn value(&self) -> f64 {
            f64::from_bits(self.value.load(Ordering::Acquire))
        }

        #[setter]
        fn set_value(&self, value: f64) {
            self.value.store(value.to_bits(), Ordering::Release);
        }
    }

    /// Counts down to zero.
    #[pyclass(frozen)]
    struct Countdown(AtomicI64);

    #[pymethods]
    impl Countdown {
        #[new]
        fn new(start: i64) -> Self {
            Countdown(AtomicI64::new(start))
        }

        fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
            this
        }

        fn __next__(&self) -> Option<i64> {
            let next = self.0.load(Ordering::Acquire) - 1;
            self.0.store(next, Ordering::Release);
            (next >= 0).then_some(next)
        }
    }
}
