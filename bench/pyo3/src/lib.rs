//! The benchmark's functions and classes, with PyO3.

use pyo3::prelude::*;

#[pymodule]
mod bench_pyo3 {
    use pyo3::prelude::*;
    use pyo3::types::{PyDict, PyList};

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

    #[pyclass(frozen)]
    struct Point {
        #[pyo3(get)]
        x: f64,
        #[pyo3(get)]
        y: f64,
    }

    #[pymethods]
    impl Point {
        #[new]
        fn new(x: f64, y: f64) -> Self {
            Point { x, y }
        }

        fn __add__(&self, other: &Bound<'_, Point>) -> Point {
            let other = other.get();
            Point { x: self.x + other.x, y: self.y + other.y }
        }
    }
}
