//! `tuple`

/// Tuples.
#[hstack::module(submodule)]
pub mod tuples {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    #[hstack(signature = (*items))]
    pub fn of<'f>(f: &Frame<'f>, items: Handle<'f, Tuple>) -> Result<Handle<'f, Tuple>> {
        f.tuple_of(&items.to_vec::<Handle<Any>>(f)?)
    }

    #[function]
    pub fn empty(f: &Frame) -> Result<Handle<Tuple>> {
        f.tuple_of::<Any>(&[])
    }

    #[function]
    pub fn len(f: &Frame, tuple: Handle<Tuple>) -> Result<usize> {
        tuple.len(f)
    }

    #[function]
    pub fn get(f: &Frame, tuple: Handle<Tuple>, index: usize) -> Result<Handle<Any>> {
        tuple.get(f, index)
    }

    #[function]
    pub fn slice(f: &Frame, tuple: Handle<Tuple>, start: usize, end: usize) -> Result<Handle<Tuple>> {
        tuple.slice(f, start, end)
    }

    #[function]
    pub fn to_list(f: &Frame, tuple: Handle<Tuple>) -> Result<Handle<List>> {
        tuple.to_list(f)
    }

    #[function]
    pub fn concat<'f>(
        f: &Frame<'f>,
        a: Handle<'f, Tuple>,
        b: Handle<'f, Tuple>,
    ) -> Result<Handle<'f, Tuple>> {
        a.concat(f, b)
    }

    #[function]
    pub fn count(f: &Frame, tuple: Handle<Tuple>, item: Handle<Any>) -> Result<usize> {
        tuple.count(f, item)
    }

    #[function]
    pub fn index(f: &Frame, tuple: Handle<Tuple>, item: Handle<Any>) -> Result<usize> {
        tuple.index(f, item)
    }

    #[function]
    pub fn backwards<'f>(f: &Frame<'f>, tuple: Handle<'f, Tuple>) -> Result<Handle<'f, Tuple>> {
        let mut items = tuple.to_vec::<Handle<Any>>(f)?;
        items.reverse();
        f.tuple_of(&items)
    }

    #[function]
    pub fn swap(pair: (Handle<Any>, Handle<Any>)) -> (Handle<Any>, Handle<Any>) {
        (pair.1, pair.0)
    }

    #[function]
    pub fn mixed(value: (i64, String, bool)) -> (bool, String, i64) {
        (value.2, value.1, value.0)
    }

    #[function]
    pub fn lengths() -> ((i64,), (i64, i64), (i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64)) {
        ((1,), (1, 2), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    }

    #[function]
    pub fn nested(value: ((i64, i64), Vec<(String, f64)>)) -> (i64, Vec<String>, f64) {
        let ((a, b), rows) = value;
        let sum = rows.iter().map(|(_, x)| x).sum();
        (a + b, rows.into_iter().map(|(name, _)| name).collect(), sum)
    }
}
