//! Classes that can be pickled.

use hstack::prelude::*;
use hstack::{Atomic, BaseArgs, Lock};
use std::sync::atomic::AtomicI64;

/// Classes that can be pickled.
#[hstack::module(submodule)]
pub mod classes_pickle {
    pub use super::{
        Account, Bare, Cell, Circle, Count, Figure, Graph, Labels, Log, Nothing, Pair, Phase, Point, Raw,
        Record, Ring, Title, Weight, Wrapped,
    };
}

/// Values alone.
#[hstack::class(pickle, eq, get_all, subclass)]
#[derive(PartialEq)]
pub struct Point {
    x: f64,
    y: f64,
    name: Option<String>,
}

#[hstack::methods]
impl Point {
    /// Not called when one is unpickled.
    #[new]
    fn new(text: &str) -> Result<Self> {
        let mut parts = text.split(' ').map(str::parse);
        match (parts.next(), parts.next()) {
            (Some(Ok(x)), Some(Ok(y))) => Ok(Point { x, y, name: Some(text.to_owned()) }),
            _ => Err(ValueError::new_err("two numbers")),
        }
    }
}

/// Atomics, locks, containers.
#[hstack::class(pickle)]
pub struct Cell {
    #[hstack(get, set)]
    number: Atomic<f64>,
    #[hstack(get, set)]
    count: AtomicI64,
    #[hstack(get, set)]
    words: Lock<Vec<String>>,
}

#[hstack::methods]
impl Cell {
    #[new]
    fn new() -> Self {
        Cell { number: Atomic::new(0.0), count: AtomicI64::new(0), words: Lock::default() }
    }
}

/// References of each kind.
#[hstack::class(pickle, dict, subclass, weakref)]
pub struct Graph {
    #[hstack(get)]
    name: String,
    next: Field<Any>,
    parts: FieldVec<Graph>,
    by_name: FieldMap<String, Any>,
}

#[hstack::methods]
impl Graph {
    #[new]
    fn new(name: String) -> GraphInit {
        GraphInit { name, next: None, parts: vec![], by_name: vec![] }
    }

    #[getter]
    fn next(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Graph::NEXT)
    }

    #[setter]
    fn set_next(this: Handle<Self>, f: &Frame, next: Handle<Any>) -> Result {
        this.store(f, Graph::NEXT, next)
    }

    fn add(this: Handle<Self>, f: &Frame, part: Handle<Graph>) -> Result {
        this.vec(Graph::PARTS).push(f, part)
    }

    fn put(this: Handle<Self>, f: &Frame, name: String, value: Handle<Any>) -> Result {
        this.map(f, Graph::BY_NAME)?.insert(f, name, value)
    }

    #[getter]
    fn parts(this: Handle<Self>, f: &Frame) -> Result<Vec<Handle<Graph>>> {
        this.vec(Graph::PARTS).to_vec(f)
    }

    #[getter]
    fn by_name(this: Handle<Self>, f: &Frame) -> Result<Vec<(String, Handle<Any>)>> {
        this.map(f, Graph::BY_NAME)?.to_vec(f)
    }
}

/// A tuple struct.
#[hstack::class(pickle, eq)]
#[derive(PartialEq)]
pub struct Wrapped(#[hstack(get, name = "inner")] Vec<i64>, u8);

#[hstack::methods]
impl Wrapped {
    #[new]
    fn new(inner: Vec<i64>) -> Self {
        Wrapped(inner, 7)
    }
}

/// No values.
#[hstack::class(pickle)]
pub struct Nothing;

#[hstack::methods]
impl Nothing {
    #[new]
    fn new() -> Self {
        Nothing
    }
}

/// Written by hand.
#[hstack::class]
pub struct Record {
    #[hstack(get)]
    value: i64,
}

#[hstack::methods]
impl Record {
    #[new]
    fn new(value: i64) -> Self {
        Record { value }
    }

    fn __reduce__(this: Handle<Self>, f: &Frame) -> (Handle<Type>, (i64,)) {
        (this.as_any().get_type(f), (this.payload(f).value,))
    }
}

/// The base of classes that can be pickled.
#[hstack::class(pickle, subclass, get_all)]
pub struct Figure {
    name: String,
    first: Field<Any>,
    all: FieldVec<Any>,
}

#[hstack::methods]
impl Figure {
    #[new]
    #[hstack(signature = (name, first = None))]
    fn new<'f>(name: String, first: Option<Handle<'f, Any>>) -> FigureInit<'f> {
        FigureInit { name, first, all: vec![] }
    }

    #[getter]
    fn first(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Figure::FIRST)
    }

    #[setter]
    fn set_first(this: Handle<Self>, f: &Frame, value: Option<Handle<Any>>) -> Result {
        this.store(f, Figure::FIRST, value)
    }

    fn add(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result {
        this.vec(Figure::ALL).push(f, value)
    }

    #[getter]
    fn all(this: Handle<Self>, f: &Frame) -> Result<Vec<Handle<Any>>> {
        this.vec(Figure::ALL).to_vec(f)
    }
}

/// Values and a field of its own.
#[hstack::class(pickle, subclass, extends = Figure, dict)]
pub struct Circle {
    #[hstack(get, set)]
    radius: Atomic<f64>,
    second: Field<Any>,
}

#[hstack::methods]
impl Circle {
    #[new]
    #[hstack(signature = (name, radius, second = None))]
    fn new<'f>(name: String, radius: f64, second: Option<Handle<'f, Any>>) -> CircleInit<'f> {
        CircleInit { base: Figure::new(name, None), radius: Atomic::new(radius), second }
    }

    #[getter]
    fn second(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Circle::SECOND)
    }

    #[setter]
    fn set_second(this: Handle<Self>, f: &Frame, value: Option<Handle<Any>>) -> Result {
        this.store(f, Circle::SECOND, value)
    }
}

/// One value more, no field.
#[hstack::class(pickle, extends = Circle, get_all)]
pub struct Ring {
    inner: f64,
    outer: (i64, String),
}

#[hstack::methods]
impl Ring {
    #[new]
    fn new<'f>(name: String, inner: f64) -> RingInit<'f> {
        RingInit { base: Circle::new(name, inner + 1.0, None), inner, outer: (1, "o".into()) }
    }
}

/// Over one that can be pickled, and cannot itself.
#[hstack::class(extends = Figure, subclass)]
pub struct Bare {
    #[hstack(get)]
    hidden: i64,
}

#[hstack::methods]
impl Bare {
    #[new]
    fn new<'f>(name: String, hidden: i64) -> BareInit<'f> {
        BareInit { base: Figure::new(name, None), hidden }
    }
}

/// Its values change.
#[hstack::class(pickle, exclusive, subclass)]
pub struct Account {
    #[hstack(get, set)]
    balance: i64,
    #[hstack(get)]
    log: Vec<String>,
    owner: Field<Any>,
}

#[hstack::methods]
impl Account {
    #[new]
    #[hstack(signature = (balance, owner = None))]
    fn new<'f>(balance: i64, owner: Option<Handle<'f, Any>>) -> AccountInit<'f> {
        AccountInit { balance, log: vec![], owner }
    }

    fn pay(&mut self, amount: i64, what: String) {
        self.balance -= amount;
        self.log.push(what);
    }

    /// Calls back while it is borrowed.
    fn during(&mut self, f: &Frame, callback: Handle<Any>) -> Result<Handle<Any>> {
        self.balance += 1;
        callback.call(f, ())
    }

    #[getter]
    fn owner(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Account::OWNER)
    }
}

/// The same for each built-in base: a value of its own, and the base's arguments.
macro_rules! over {
    ($($(#[$doc:meta])* $name:ident: $init:ident ($base:ident);)*) => { $(
        $(#[$doc])*
        #[hstack::class(extends = $base, pickle, subclass, dict)]
        pub struct $name {
            #[hstack(get)]
            tag: String,
            other: Field<Any>,
        }

        #[hstack::methods]
        impl $name {
            #[new]
            #[hstack(signature = (tag, *args))]
            fn new(tag: String, args: Handle<Tuple>) -> $init {
                $init { base: BaseArgs::from(args), tag, other: None }
            }

            #[getter]
            fn other(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
                this.find(f, $name::OTHER)
            }

            #[setter]
            fn set_other(this: Handle<Self>, f: &Frame, value: Option<Handle<Any>>) -> Result {
                this.store(f, $name::OTHER, value)
            }
        }
    )* };
}
over! {
    /// Over a str.
    Title: TitleInit (Str);
    /// Over an int.
    Count: CountInit (Int);
    /// Over a float.
    Weight: WeightInit (Float);
    /// Over bytes.
    Raw: RawInit (Bytes);
    /// Over a tuple.
    Pair: PairInit (Tuple);
    /// Over a complex.
    Phase: PhaseInit (Complex);
    /// Over a list.
    Log: LogInit (List);
    /// Over a dict.
    Labels: LabelsInit (Dict);
}
