//! Python extension modules in Rust: one binary for every Python, safe handles in frames.
//!
//! ```
//! #[hstack::module]
//! mod words {
//!     use hstack::function;
//!     use hstack::prelude::*;
//!
//!     /// Count the words of a list.
//!     #[function]
//!     fn count(f: &Frame, words: Handle<List>) -> Result<Handle<Dict>> {
//!         let counts = f.dict()?;
//!         for_each!(f, word in words, {
//!             let n: i64 = counts.find(f, word)?.unwrap_or(0);
//!             counts.set(f, word, n + 1)?;
//!         });
//!         Ok(counts)
//!     }
//! }
//! ```
//!
//! # Frames and handles
//!
//! A function gets a [`Frame`], and every object that it touches is a [`Handle`] that lives in that frame:
//! one word, `Copy`, closed by nobody, because the frame closes all of them when it ends. Every operation
//! takes the frame as an argument; a handle without one is inert.
//!
//! Whether a handle is made at all is up to the type of the result: `list.get::<i64>(f, 0)` makes a
//! number and leaves nothing behind, `list.get::<Handle<Any>>(f, 0)` takes a slot of the frame. A loop
//! gives each round a frame of its own, which is what [`for_each!`] is for; [`Frame::scope`] makes one
//! anywhere else, and [`Scope::escape`] brings a handle out of it.
//!
//! A frame knows its interpreter, and a handle its frame, by lifetimes that no code can make up. So what
//! would crash an extension in C does not compile here: a handle that outlives its frame, that moves to
//! another thread or another interpreter, or that is used while the interpreter is given up.
//!
//! # Giving up the interpreter
//!
//! [`Frame::detach`] takes `&mut Frame`, so nothing that needs the interpreter can be used inside, while
//! `&str` and `&[u8]` that were borrowed from objects stay usable. [`Interpreter::attach`] lends a frame
//! to a thread that has none. A [`Global`] keeps an object alive outside any frame.
//!
//! # Errors
//!
//! An [`Error`] is a Python exception, raised or to be raised: `Err(ValueError::new_err("too big"))`. `?`
//! converts the errors of the standard library. A panic becomes an `hstack.PanicException`.
//!
//! # Classes
//!
//! ```
//! #[hstack::module]
//! mod shapes {
//!     use hstack::prelude::*;
//!     use hstack::{class, methods};
//!
//!     /// A point in the plane.
//!     #[class]
//!     struct Point {
//!         #[hstack(get)]
//!         x: f64,
//!         #[hstack(get)]
//!         y: f64,
//!     }
//!
//!     #[methods]
//!     impl Point {
//!         #[new]
//!         fn new(x: f64, y: f64) -> Self {
//!             Point { x, y }
//!         }
//!
//!         fn __add__(&self, other: Handle<Point>, f: &Frame) -> Point {
//!             let other = other.payload(f);
//!             Point { x: self.x + other.x, y: self.y + other.y }
//!         }
//!     }
//! }
//! ```
//!
//! Instances are shared, so methods take `&self`; what changes is an atomic or stands behind a lock.
//! References to other objects are [`Field`]s: they stand beside the struct, where the collector sees
//! them, and are read and written through the object that owns them.
//!
//! # Building
//!
//! The crate type is `cdylib`; `cargo hstack build`, `run`, `test` and `wheel` do the rest.

pub use hstack_core::*;
/// Makes a struct or an enum from a Python object: implements the trait of the same name.
///
/// A struct with named fields is read from the object's attributes, a tuple struct from a tuple, one with
/// a single field (or `#[hstack(transparent)]`) from the object itself. An enum takes the first variant
/// that fits; the error names each variant's failure, and calls it by its `annotation = "int"`. A type
/// without lifetime parameters keeps no handle, so it gets [`FromPyOwned`] too; one lifetime is the
/// frame's.
///
/// Options of the type or a variant: `from_item_all` (items, `object["field"]`, instead of attributes),
/// `rename_all = "camelCase"` (or `PascalCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`,
/// `SCREAMING-KEBAB-CASE`, `lowercase`, `UPPERCASE`), `transparent`, `crate = path`. Options of a field:
/// `attribute`, `attribute("name")`, `item`, `item("key")`, `default` or `default = expression` (when
/// nothing is there), `from_py_with = path`, a function `fn(&Frame, Handle<Any>) -> Result<T>`.
///
/// ```
/// use hstack::prelude::*;
///
/// #[derive(FromPy)]
/// #[hstack(from_item_all)]
/// struct Order {
///     #[hstack(item("customer_id"))]
///     customer: u64,
///     #[hstack(default)]
///     notes: Vec<String>,
///     price: Price,
/// }
///
/// #[derive(FromPy)]
/// enum Price {
///     #[hstack(annotation = "int")]
///     Cents(u64),
///     #[hstack(annotation = "str")]
///     Text(String),
/// }
///
/// fn customer<'f>(f: &Frame<'f>, order: Handle<'f, Any>) -> Result<u64> {
///     Ok(order.extract::<Order>(f)?.customer)
/// }
/// ```
pub use hstack_macros::FromPy;
/// Makes a Python object from a struct or an enum, or from a reference to one: implements the trait of
/// the same name.
///
/// A struct with named fields becomes a dict, a tuple struct a tuple, one with a single field (or
/// `#[hstack(transparent)]`) what its field becomes; an enum what its variant does.
///
/// Options of the type or a variant: `rename_all` as for [`FromPy`](derive@FromPy), `transparent`,
/// `crate = path`. Options of a field: `item("key")`, and `into_py_with = path`, a function
/// `fn(&Frame, &T) -> Result<U>` whose result has [`ToPy`].
///
/// ```
/// use hstack::prelude::*;
///
/// #[derive(ToPy)]
/// struct Match<'x> {
///     text: &'x str,
///     #[hstack(item("span"))]
///     place: (usize, usize),
/// }
///
/// fn first_word<'f>(f: &Frame<'f>, text: &str) -> Result<Handle<'f, Any>> {
///     let end = text.find(' ').unwrap_or(text.len());
///     Match { text: &text[..end], place: (0, end) }.to_handle(f)
/// }
/// ```
pub use hstack_macros::ToPy;
/// Makes a struct or an enum a Python class.
///
/// Options of the class: `name = "Name"`, `module = "package.module"` (what `__module__` says),
/// `subclass` (Python code may derive from it), `dict` (instances have a `__dict__`), `weakref` (they can be
/// referenced weakly), `extends = Base` (see below), `frozen` (nothing can be set; a check, because that is how classes are), `crate =
/// path`. Special methods from Rust's traits: `eq` ([`PartialEq`]), `ord` ([`PartialOrd`]), `hash`
/// ([`Hash`]), `str` ([`Display`](std::fmt::Display)), `repr` ([`Debug`]); without the last two, Python's
/// own `<module.Name object at 0x..>` is shown.
///
/// A field of the struct has `#[hstack(get)]`, `#[hstack(set)]` or both to be a property, `name = "n"` with
/// them for another name; `get_all` and `set_all` on the class say so for all. What is set has to be
/// an atomic, an [`Atomic`], a [`Lock`] or a lock of std. A `Field<T>` becomes a [`Key`] of the struct,
/// `Node::NEXT` for `next`, and an `Init` struct beside the class lists it;
/// [`FieldVec`] and [`FieldMap`] hold many references.
///
/// ```
/// use hstack::Atomic;
///
/// #[hstack::class(eq, repr, get_all)]
/// #[derive(PartialEq, Debug)]
/// struct Pixel {
///     /// The column.
///     x: u32,
///     y: u32,
///     #[hstack(set)]
///     alpha: Atomic<f32>,
/// }
/// ```
///
/// With `pickle`, instances can be pickled and copied: from the values of the struct, which need
/// [`FromPy`] and [`ToPy`], from the fields, and from the `__dict__`. Cycles through fields are kept.
/// A class that extends another one saves what that has first, so the base needs `pickle` too, or is [`Str`](types::Str),
/// `Bytes`, `Int`, `Float`, `Complex` or `Tuple`, whose value is what an instance is made from again, or `List` or
/// `Dict`, whose items are added at the end. An instance of a class without `pickle` over one with it cannot be pickled.
///
/// An enum none of whose variants has data becomes a class whose members are single objects,
/// `Color.Red`, with `eq_int` equal to their numbers; it converts both ways. In an enum with data each
/// variant is a class derived from that of the enum, with a constructor, properties and `__match_args__`:
/// `Shape.Circle(radius=1.0)`; the methods are those of the enum. It converts both ways, too, when it is [`Clone`].
///
/// ```
/// #[hstack::class(eq)]
/// #[derive(PartialEq)]
/// enum Shape {
///     Circle { radius: f64 },
///     Square(f64),
///     Empty,
/// }
///
/// #[hstack::methods]
/// impl Shape {
///     fn area(&self) -> f64 {
///         match self {
///             Shape::Circle { radius } => radius * radius * std::f64::consts::PI,
///             Shape::Square(side) => side * side,
///             Shape::Empty => 0.0,
///         }
///     }
/// }
/// ```
///
/// With `exclusive`, for code that is ported, methods may take `&mut self`, and `set` needs no atomic: each
/// call borrows the object, and raises `RuntimeError` when another one has borrowed it (a callback, say, or
/// another thread). Handles have [`Handle::borrow`] and [`Handle::borrow_mut`] then instead of
/// [`Handle::payload`].
///
/// With `shared = "name/version"`, the class is one in all binaries of an interpreter that contain it, though each
/// has its own copy of the code: an instance made in one is an instance in the others. Whichever needs it first makes
/// the type, and its code is what methods run; the others compare name, version and fields, and raise `ImportError`
/// when they differ. So change the version when the struct changes, or what its methods do. Other binaries read the
/// payload: it has the layout of C, and holds numbers, `bool`, `char` and arrays of them, which never change. A shared
/// class has no base, no `Field` and no `exclusive`; what Rust code extends is not shared.
///
/// ```
/// /// A point, which a plotting library and a geometry library may both be built with.
/// #[hstack::class(shared = "geometry.Point/1", get_all, eq)]
/// #[derive(PartialEq)]
/// pub struct Point {
///     pub x: f64,
///     pub y: f64,
/// }
/// ```
///
/// A base is another class with `subclass`, a built-in type, an exception type or one that
/// [`import_class!`] names (on PyPy, a class of Python or an exception type of an extension cannot be
/// one). The `Init` struct has a field `base` then: what an instance of the base is
/// made from, or the arguments for it ([`BaseArgs`]). A handle of the class is one of its base too
/// ([`Handle::as_base`]), [`Frame::super_`] calls the base's methods, and a class that extends an exception
/// type is one itself.
///
/// ```
/// use hstack::prelude::*;
///
/// #[hstack::class(subclass)]
/// struct Animal {
///     name: String,
/// }
///
/// #[hstack::class(extends = Animal)]
/// struct Dog {
///     tricks: u32,
/// }
///
/// #[hstack::methods]
/// impl Dog {
///     #[new]
///     fn new(name: String, tricks: u32) -> DogInit {
///         DogInit { base: Animal { name }, tricks }
///     }
///
///     fn describe(this: Handle<Self>, f: &Frame) -> String {
///         format!("{} knows {}", this.as_base().payload(f).name, this.payload(f).tricks)
///     }
/// }
/// ```
pub use hstack_macros::class;
/// Makes a function callable from Python.
///
/// Parameters are converted with [`FromPy`], the result with [`ToPy`]; the function may return a `Result`
/// with any error that converts into [`Error`]. A parameter `f: &Frame` or `f: &mut Frame` gets the frame
/// and is not seen by Python. Lifetimes that are left out are the frame's, and so is a `'f` that is not declared.
///
/// Options, here or in `#[hstack(..)]` below it: `name = "name"`, `signature = (a, b = 1, /, *args, c,
/// **kwargs)`, `text_signature = "(..)"` or `None`, `pass_module` (the first parameter gets the module),
/// `crate = path`. A parameter may have `#[hstack(from_py_with = path)]`, a function
/// `fn(&Frame, Handle<Any>) -> Result<T>`.
///
/// The name is also that of a hidden type, which is how a module exports the function.
///
/// ```
/// use hstack::function;
/// use hstack::prelude::*;
///
/// /// Repeat a text.
/// #[function]
/// #[hstack(signature = (text, times = 2, *, separator = ""))]
/// fn repeat(text: &str, times: usize, separator: &str) -> String {
///     vec![text; times].join(separator)
/// }
/// ```
pub use hstack_macros::function;
/// Makes the functions of an inherent `impl` block methods of a class. A class has one such block.
///
/// A method takes `&self`, or `this: Handle<Self>` for the object itself. What else there is:
///
/// | attribute | on | makes |
/// |---|---|---|
/// | `#[new]` | `fn(..) -> Self`, or the `Init` struct, or a `Result` | the constructor; with `#[classmethod]` it gets `cls: Handle<Type>` first |
/// | `#[getter]`, `#[setter]`, `#[deleter]` | methods | a property; `get_`, `set_`, `delete_` are cut off |
/// | `#[staticmethod]` | functions | a static method |
/// | `#[classmethod]` | functions | a class method, with `cls: Handle<Type>` first |
/// | `#[classattr]` | constants, functions | an attribute of the class |
///
/// Special methods have their Python names, and do what they do in a class of Python:
///
/// * An operand of another type (`TypeError`) gives `NotImplemented`, and so does the other side of a
///   comparison that does not convert. Other errors of the conversion are raised.
/// * A method in place (`__iadd__`) that returns nothing returns the object.
/// * `__eq__` without `__hash__` makes the class unhashable; `__richcmp__(&self, other, op: CompareOp)` is
///   all six comparisons.
/// * `__init__` without `#[new]` fills an instance that starts as `Default`.
/// * `__next__` and `__anext__` return an `Option`, where `None` is the end.
/// * `__get__` gets `None` where there is no instance, `__pow__` one or two arguments.
/// * `__del__` runs before the instance is freed; an error in it is unraisable.
/// * `__buffer__(&self) -> Memory<'_>` exports [memory](buffer::Memory).
///
/// Options: `sequence` (negative indexes come counted from the end, as a list does it), `mapping` (the
/// class is no sequence, and not iterable by its items), `crate = path`. [`types::Subscript`] is the
/// argument of a `__getitem__` that takes indexes and slices.
///
/// ```
/// #[hstack::module]
/// mod grades {
///     use hstack::prelude::*;
///     use hstack::types::CompareOp;
///
///     #[hstack::class]
///     struct Grade(i64);
///
///     #[hstack::methods]
///     impl Grade {
///         #[classattr]
///         const BEST: i64 = 100;
///
///         #[new]
///         fn new(points: i64) -> Self {
///             Grade(points)
///         }
///
///         fn __richcmp__(&self, other: Handle<Grade>, op: CompareOp, f: &Frame) -> bool {
///             op.matches(self.0.cmp(&other.payload(f).0))
///         }
///
///         fn __call__(&self, bonus: i64) -> Grade {
///             Grade(self.0 + bonus)
///         }
///     }
/// }
/// ```
pub use hstack_macros::methods;
/// Makes an inline module a Python module.
///
/// What it exports: functions with `#[function]`, structs with `#[class]`, `pub const`s, exceptions made
/// with [`exception!`], modules with `#[module]` inside it, and what `pub use` brings in from elsewhere (a
/// module from elsewhere has `#[module(submodule)]`). A function with `#[hstack(init)]`, which takes
/// `f: &Frame` and `module: Handle<Module>`, runs at the end. The doc comment becomes `__doc__`.
///
/// Options: `name = "name"`, `submodule`, `crate = path`. The name must be that of the file.
pub use hstack_macros::module;

mod hidden {
    /// What most modules want.
    // Hidden, so that the compiler names types by their own modules, not by this one.
    #[doc(hidden)]
    pub mod prelude {
        pub use crate::{FromPy, ToPy};
        pub use hstack_core::prelude::*;
    }
}
#[doc(inline)]
pub use hidden::prelude;
