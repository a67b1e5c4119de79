//! Parameters, bounds and clauses of derived types.
use hstack::prelude::*;
use hstack::{FromPyOwned, PyType};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

#[derive(FromPy, ToPy)]
pub struct Plain<T>(T, Vec<T>);

#[derive(FromPy, ToPy)]
pub struct Bounded<K: Hash + Eq + Ord, V, const N: usize>
where
    V: Clone,
{
    map: HashMap<K, V>,
    sorted: BTreeMap<K, Option<V>>,
    array: [u8; N],
}

#[derive(FromPy, ToPy)]
pub struct Defaulted<T = i64> {
    value: T,
}

#[derive(FromPy, ToPy)]
pub struct Recursive<T> {
    value: T,
    children: Vec<Recursive<T>>,
}

#[derive(FromPy, ToPy)]
pub struct Typed<'f, T: PyType, U> {
    handle: Handle<'f, T>,
    other: U,
}

/// A parameter that no conversion needs.
#[derive(FromPy, ToPy)]
pub struct Converted<T: Marker> {
    #[hstack(from_py_with = marked, into_py_with = shown)]
    value: Marked<T>,
}

pub struct Marked<T>(std::marker::PhantomData<T>);
pub trait Marker {}

fn marked<'f, T: Marker>(_: &Frame<'f>, _: Handle<'f, Any>) -> Result<Marked<T>> {
    Ok(Marked(std::marker::PhantomData))
}

fn shown<T: Marker>(_: &Frame, _: &Marked<T>) -> Result<&'static str> {
    Ok("marked")
}

#[derive(ToPy)]
pub struct Lent<'x, 'y, T> {
    text: &'x str,
    items: &'y [T],
}

fn owned<T: FromPyOwned>() {}

fn to<'f, T: ToPy<'f>>(_: &Frame<'f>, _: T) {}

pub fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result {
    owned::<Plain<String>>();
    owned::<Bounded<String, Vec<i64>, 3>>();
    owned::<Defaulted>();
    owned::<Recursive<f64>>();
    let typed: Typed<List, Handle<Dict>> = object.extract(f)?;
    to(f, &typed);
    to(f, typed);
    let (text, items) = (String::from("local"), [1, 2]);
    to(f, &Lent { text: &text, items: &items[..] });
    to(f, Lent { text: &text, items: &items[..] });
    for point in object.try_iter(f)?.items::<Plain<i64>>(f) {
        to(f, &point?);
    }
    Ok(())
}

fn main() {}
