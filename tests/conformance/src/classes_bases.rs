//! Classes that extend something.

use hstack::prelude::*;
use hstack::{BaseArgs, import_class};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Classes with bases.
#[hstack::module(submodule)]
pub mod classes_bases {
    pub use super::{
        Amount, Animal, Bag, Blob, Coded, Dog, Fraction, Lookup, Pool, Puppy, Row, Tagged, alert_class,
        as_animal, freed, holder_class, is_dog, kennel, lengthened_class, linked_class, make_linked,
        make_puppy, names_of, raise_coded, sound_of,
    };

    hstack::exception!(conformance.classes_bases, Refused, hstack::exceptions::ValueError, "Refused.");
}
use classes_bases::Refused;

static FREED: AtomicUsize = AtomicUsize::new(0);

/// Counts payloads that were dropped.
pub struct Mark;

impl Drop for Mark {
    fn drop(&mut self) {
        FREED.fetch_add(1, Ordering::Relaxed);
    }
}

/// How many payloads were dropped since the last call.
#[hstack::function]
pub fn freed() -> usize {
    FREED.swap(0, Ordering::Relaxed)
}

/// The root of a chain.
#[hstack::class(subclass, weakref)]
pub struct Animal {
    #[hstack(get)]
    name: String,
    _mark: Mark,
}

#[hstack::methods]
impl Animal {
    #[new]
    fn new(name: String) -> Self {
        Animal { name, _mark: Mark }
    }

    fn speak(&self) -> String {
        format!("{} speaks", self.name)
    }

    fn legs(&self) -> u32 {
        4
    }
}

/// In the middle.
#[hstack::class(extends = Animal, subclass)]
pub struct Dog {
    #[hstack(get)]
    tricks: u32,
    friend: Field<Any>,
    _mark: Mark,
}

#[hstack::methods]
impl Dog {
    #[new]
    #[hstack(signature = (name, tricks = 0, friend = None))]
    fn new(name: String, tricks: u32, friend: Option<Handle<Any>>) -> DogInit {
        DogInit { base: Animal { name, _mark: Mark }, tricks, friend, _mark: Mark }
    }

    fn speak(this: Handle<Self>, f: &Frame) -> Result<String> {
        let above: String = f.super_(this)?.call_method(f, "speak", ())?;
        Ok(format!("{above}: woof"))
    }

    /// The base's payload.
    fn shout(this: Handle<Self>, f: &Frame) -> String {
        this.as_base().payload(f).name.to_uppercase()
    }

    #[getter]
    fn friend(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Dog::FRIEND)
    }
}

/// At the end.
#[hstack::class(extends = Dog, name = "Puppy", dict)]
pub struct Puppy {
    #[hstack(get)]
    weeks: f64,
    _mark: Mark,
}

#[hstack::methods]
impl Puppy {
    #[new]
    fn new(name: String, weeks: f64) -> PuppyInit {
        puppy(name, weeks)
    }

    fn all(this: Handle<Self>, f: &Frame) -> (String, u32, f64) {
        let dog = this.as_base();
        (dog.as_base().payload(f).name.clone(), dog.payload(f).tricks, this.payload(f).weeks)
    }
}

fn puppy<'f>(name: String, weeks: f64) -> PuppyInit<'f> {
    let animal = Animal { name, _mark: Mark };
    PuppyInit { base: DogInit { base: animal, tricks: 1, friend: None, _mark: Mark }, weeks, _mark: Mark }
}

/// One that Rust makes.
#[hstack::function]
pub fn make_puppy(f: &Frame, name: String) -> Result<Handle<Puppy>> {
    f.new(puppy(name, 2.0))
}

/// Any animal.
#[hstack::function]
pub fn as_animal(f: &Frame, animal: Handle<Animal>) -> String {
    animal.payload(f).name.clone()
}

/// A downcast.
#[hstack::function]
pub fn is_dog(f: &Frame, animal: Handle<Animal>) -> bool {
    animal.try_cast::<Dog>(f).is_some()
}

/// A method through Python's look-up.
#[hstack::function]
pub fn sound_of(f: &Frame, animal: Handle<Animal>) -> Result<String> {
    animal.call_method(f, "speak", ())
}

/// Helper methods on handles.
trait Names<'f> {
    fn names(self, f: &Frame<'f>) -> Vec<String>;
}

impl<'f> Names<'f> for Handle<'f, Puppy> {
    fn names(self, f: &Frame<'f>) -> Vec<String> {
        vec![self.as_base().as_base().payload(f).name.clone()]
    }
}

/// Through a trait of the extension's own.
#[hstack::function]
pub fn names_of(f: &Frame, puppy: Handle<Puppy>) -> Vec<String> {
    puppy.names(f)
}

/// A list of handles of the base.
#[hstack::function]
pub fn kennel(f: &Frame) -> Result<Vec<Handle<Animal>>> {
    let dog =
        DogInit { base: Animal { name: "b".into(), _mark: Mark }, tricks: 2, friend: None, _mark: Mark };
    Ok(vec![f.new(Animal { name: "a".into(), _mark: Mark })?, *f.new(dog)?, **f.new(puppy("c".into(), 1.0))?])
}

macro_rules! of_builtin {
    ($($(#[$meta:meta])* $name:ident: $init:ident ($base:ident);)*) => { $(
        $(#[$meta])*
        #[hstack::class(extends = $base, subclass)]
        pub struct $name {
            #[hstack(get)]
            tag: String,
            extra: Field<Any>,
            _mark: Mark,
        }

        #[hstack::methods]
        impl $name {
            #[new]
            #[hstack(signature = (tag, *args, **kwargs))]
            fn new(tag: String, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> $init {
                let mut base = BaseArgs::from(args);
                if let Some(kwargs) = kwargs {
                    base = base.with_keywords(kwargs);
                }
                $init { base, tag, extra: Some(args.as_any()), _mark: Mark }
            }

            #[getter]
            fn extra(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
                this.find(f, $name::EXTRA)
            }
        }
    )* };
}
of_builtin! {
    /// An int.
    Amount: AmountInit (Int);
    /// A float.
    Fraction: FractionInit (Float);
    /// A str.
    Tagged: TaggedInit (Str);
    /// Bytes.
    Blob: BlobInit (Bytes);
    /// A list.
    Bag: BagInit (List);
    /// A dict.
    Lookup: LookupInit (Dict);
    /// A set.
    Pool: PoolInit (Set);
    /// A tuple.
    Row: RowInit (Tuple);
}

/// A str with a length of its own.
#[hstack::class(extends = Str)]
pub struct Lengthened;

#[hstack::methods]
impl Lengthened {
    #[new]
    fn new<'f>(f: &Frame<'f>, text: &str) -> Result<LengthenedInit<'f>> {
        Ok(LengthenedInit { base: BaseArgs::new(f, (text,))? })
    }

    fn __len__(&self) -> usize {
        99
    }
}

/// Not every Python has this class.
#[hstack::function]
pub fn lengthened_class<'f>(f: &Frame<'f>) -> Result<Handle<'f, Type>> {
    f.get_class::<Lengthened>()
}

/// An exception with a payload: its own instance, without arguments for the base.
#[hstack::class(extends = hstack::exceptions::ValueError, subclass)]
pub struct Coded {
    #[hstack(get)]
    code: i64,
}

#[hstack::methods]
impl Coded {
    #[new]
    fn new(f: &Frame, message: &str, code: i64) -> Result<CodedInit> {
        Ok(CodedInit { base: BaseArgs::new(f, (message,))?, code })
    }
}

/// Raises one.
#[hstack::function]
pub fn raise_coded(f: &Frame, code: i64) -> Result {
    let base = BaseArgs::new(f, ("coded",))?;
    Err(hstack::Error::from_value(f, ***f.new(CodedInit { base, code })?))
}

/// Over an exception that the extension defines itself.
#[hstack::class(extends = Refused)]
pub struct Alert {
    #[hstack(get)]
    level: u8,
}

#[hstack::methods]
impl Alert {
    #[new]
    fn new(level: u8) -> Self {
        Alert { level }
    }
}

import_class!(conformance_python_bases, Linkable);
import_class!(conformance_python_bases, Slotted);

/// Over a class of Python.
#[hstack::class(extends = Linkable, subclass)]
pub struct Linked {
    #[hstack(get)]
    rank: i64,
    other: Field<Any>,
    _mark: Mark,
}

#[hstack::methods]
impl Linked {
    #[new]
    #[hstack(signature = (rank, *args, other = None, **kwargs))]
    fn new(
        rank: i64,
        args: Handle<Tuple>,
        other: Option<Handle<Any>>,
        kwargs: Option<Handle<Dict>>,
    ) -> LinkedInit {
        let base = BaseArgs::from(args);
        let base = match kwargs {
            Some(kwargs) => base.with_keywords(kwargs),
            None => base,
        };
        LinkedInit { base, rank, other, _mark: Mark }
    }

    #[getter]
    fn other(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Linked::OTHER)
    }

    #[setter]
    fn set_other(this: Handle<Self>, f: &Frame, other: Option<Handle<Any>>) -> Result {
        this.store(f, Linked::OTHER, other)
    }

    /// The base's method.
    fn described(this: Handle<Self>, f: &Frame) -> Result<String> {
        f.super_(this)?.call_method(f, "describe", ())
    }
}

/// Over a class of Python with slots.
#[hstack::class(extends = Slotted)]
pub struct Holder {
    #[hstack(get)]
    x: f64,
}

#[hstack::methods]
impl Holder {
    #[new]
    fn new(x: f64) -> Self {
        Holder { x }
    }
}

/// Made when it is first asked for: not every interpreter can.
#[hstack::function]
pub fn linked_class(f: &Frame) -> Result<Handle<Type>> {
    f.get_class::<Linked>()
}

/// The same.
#[hstack::function]
pub fn holder_class(f: &Frame) -> Result<Handle<Type>> {
    f.get_class::<Holder>()
}

/// One that Rust makes.
#[hstack::function]
pub fn make_linked(f: &Frame, rank: i64) -> Result<Handle<Linked>> {
    f.new(LinkedInit { base: BaseArgs::new(f, ("rust",))?, rank, other: None, _mark: Mark })
}

/// The same.
#[hstack::function]
pub fn alert_class(f: &Frame) -> Result<Handle<Type>> {
    f.get_class::<Alert>()
}
