//! Types with derived conversions, and a function for each that returns what it is given.

use hstack::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// From attributes, to a dict.
#[derive(FromPy, ToPy, Clone, Debug, PartialEq)]
pub struct Point {
    x: f64,
    y: f64,
}

/// From items, with other names.
#[derive(FromPy, ToPy)]
#[hstack(from_item_all, rename_all = "camelCase")]
pub struct Row {
    first_name: String,
    #[hstack(item("n"))]
    number: i64,
    #[hstack(item(0))]
    by_number: Option<i64>,
    #[hstack(attribute("real_name"), default)]
    attribute: Option<String>,
}

/// Every way to say where a value is, and what stands there without one.
#[derive(FromPy, ToPy)]
pub struct Places {
    plain: i64,
    #[hstack(attribute)]
    attribute: i64,
    #[hstack(attribute("other"))]
    renamed: i64,
    #[hstack(item)]
    item: i64,
    #[hstack(item("key"))]
    keyed: i64,
    #[hstack(item(-1))]
    last: i64,
    #[hstack(item(true), default)]
    truth: Option<bool>,
    #[hstack(default)]
    empty: Vec<String>,
    #[hstack(default = 40 + 2)]
    answer: i64,
    #[hstack(item("d"), default = "none".to_owned())]
    text: String,
    #[hstack(from_py_with = doubled, into_py_with = halved)]
    doubled: i64,
    #[hstack(default = 7, from_py_with = doubled)]
    both: i64,
    r#type: String,
}

fn doubled<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<i64> {
    Ok(object.extract::<i64>(f)? * 2)
}

fn halved(_: &Frame, value: &i64) -> Result<i64> {
    if value % 2 != 0 {
        return Err(ValueError::new_err(format!("{value} is odd")));
    }
    Ok(value / 2)
}

/// From and to a tuple.
#[derive(FromPy, ToPy)]
pub struct Pair(i64, #[hstack(from_py_with = doubled)] i64);

/// What its field is.
#[derive(FromPy, ToPy)]
pub struct Id(u32);

/// What its field is, by option.
#[derive(FromPy, ToPy)]
#[hstack(transparent)]
pub struct Names {
    names: Vec<String>,
}

/// What its field is, through converters.
#[derive(FromPy, ToPy)]
pub struct Even(#[hstack(from_py_with = doubled, into_py_with = halved)] i64);

/// One of several.
#[derive(FromPy, ToPy)]
pub enum Shape {
    /// An int.
    #[hstack(transparent, annotation = "int")]
    Number {
        /// The int.
        n: i64,
    },
    /// A str.
    Text(String),
    /// With attributes.
    Circle {
        /// How big.
        radius: f64,
        /// Where.
        center: Point,
    },
    /// A tuple.
    Two(i64, i64),
    /// From items.
    #[hstack(from_item_all, rename_all = "UPPERCASE")]
    Items {
        /// The item `FIRST`.
        first: i64,
    },
}

/// The options of an enum hold for its variants.
#[derive(FromPy, ToPy)]
#[hstack(from_item_all, rename_all = "kebab-case")]
pub enum Event {
    /// `{"key-name": ..}`
    Key {
        /// Which.
        key_name: String,
    },
    /// `{"buttonNumber": ..}`
    #[hstack(rename_all = "camelCase")]
    Button {
        /// Which.
        button_number: i64,
    },
}

/// Text and handles of the frame.
#[derive(FromPy, ToPy)]
pub struct View<'a> {
    name: &'a str,
    object: Handle<'a, Any>,
    items: Vec<Handle<'a, Any>>,
    #[hstack(attribute("class_"))]
    class: Option<&'a str>,
}

/// A variant with a lifetime.
#[derive(FromPy, ToPy)]
pub enum TextOr<'f> {
    /// Borrowed.
    Text(&'f str),
    /// Anything else.
    Other(Handle<'f, Any>),
}

/// Handles and text, each of which is looked at without an error.
#[derive(FromPy, ToPy)]
pub enum Operand<'f> {
    /// A list.
    Items(Handle<'f, List>),
    /// A str.
    Text(&'f str),
    /// Another enum.
    Inner(Inner<'f>),
    /// A number, of which there may be an error.
    Number(i8),
}

/// Inside of it.
#[derive(FromPy, ToPy)]
pub enum Inner<'f> {
    /// A dict.
    Map(Handle<'f, Dict>),
    /// A bool.
    Truth(bool),
}

/// An enum in itself.
#[derive(FromPy, ToPy)]
pub enum Json {
    /// A number.
    Number(f64),
    /// Several.
    Items(Vec<Json>),
}

/// Parameters with and without bounds.
#[derive(FromPy, ToPy)]
pub struct Generic<T, K: Hash + Eq, const N: usize>
where
    T: Clone,
{
    value: T,
    more: Vec<T>,
    map: HashMap<K, T>,
    sorted: BTreeMap<String, Vec<T>>,
    array: [i64; N],
}

/// The type of a handle as a parameter.
#[derive(FromPy, ToPy)]
pub struct Typed<'f, T: hstack::PyType> {
    handle: Handle<'f, T>,
}

/// A type that holds itself.
#[derive(FromPy, ToPy)]
pub struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

/// Names that the macros and traits use themselves.
#[derive(FromPy, ToPy)]
pub enum Clashes<T> {
    /// As in results.
    Ok {
        /// As the frame.
        f: T,
        /// As the object.
        object: i64,
    },
    /// As in results.
    Err(i64, i64),
    /// As the trait's.
    Some(T),
}

/// Only from Python, with a field that has no `ToPy`.
#[derive(FromPy)]
pub struct OneWay {
    #[hstack(from_py_with = special)]
    value: Special,
}
struct Special(i64);
fn special<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Special> {
    object.extract(f).map(Special)
}

/// Only to Python; the text need not live as long as the frame.
#[derive(ToPy)]
pub struct Report<'x> {
    text: &'x str,
    points: &'x [i64],
    nested: Nested<'x>,
}
#[derive(ToPy)]
struct Nested<'x> {
    #[hstack(into_py_with = first)]
    all: &'x [i64],
}
fn first(_: &Frame, all: &&[i64]) -> Result<Option<i64>> {
    Ok(all.first().copied())
}

/// Types with derived conversions.
#[hstack::module]
mod derives {
    use super::*;
    use hstack::function;

    #[function]
    pub fn point(x: Point) -> Point {
        x
    }
    #[function]
    pub fn row(x: Row) -> Row {
        x
    }
    #[function]
    pub fn places(x: Places) -> Places {
        x
    }
    #[function]
    pub fn pair(x: Pair) -> Pair {
        x
    }
    #[function]
    pub fn id(x: Id) -> Id {
        x
    }
    #[function]
    pub fn names(x: Names) -> Names {
        x
    }
    #[function]
    pub fn even(x: Even) -> Even {
        x
    }
    /// Leaves out the doubling on the way in.
    #[function]
    pub fn odd(x: i64) -> Even {
        Even(x)
    }
    #[function]
    pub fn shape(x: Shape) -> Shape {
        x
    }
    #[function]
    pub fn event(x: Event) -> Event {
        x
    }
    #[function]
    pub fn view(x: View<'_>) -> View<'_> {
        x
    }
    #[function]
    pub fn text_or(x: TextOr<'_>) -> TextOr<'_> {
        x
    }
    #[function]
    pub fn operand(x: Operand<'_>) -> Operand<'_> {
        x
    }
    /// Its value, or nothing when it is of another type.
    #[function]
    pub fn try_operand<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result<Option<Operand<'f>>> {
        x.try_extract(f)
    }
    #[function]
    pub fn try_inner<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result<Option<Inner<'f>>> {
        x.try_extract(f)
    }
    #[function]
    pub fn try_shape(f: &Frame, x: Handle<Any>) -> Result<Option<Shape>> {
        x.try_extract(f)
    }
    #[function]
    pub fn try_id(f: &Frame, x: Handle<Any>) -> Result<Option<Id>> {
        x.try_extract(f)
    }
    #[function]
    pub fn try_pair(f: &Frame, x: Handle<Any>) -> Result<Option<Pair>> {
        x.try_extract(f)
    }
    #[function]
    pub fn json(x: Json) -> Json {
        x
    }
    #[function]
    pub fn generic(x: Generic<i64, String, 2>) -> Generic<i64, String, 2> {
        x
    }
    #[function]
    pub fn typed(x: Typed<'_, List>) -> Typed<'_, List> {
        x
    }
    #[function]
    pub fn tree(x: Tree<i64>) -> Tree<i64> {
        x
    }
    #[function]
    pub fn clashes(x: Clashes<String>) -> Clashes<String> {
        x
    }
    #[function]
    pub fn one_way(x: OneWay) -> i64 {
        x.value.0
    }
    #[function]
    pub fn report(f: &Frame, text: String) -> Result<Handle<Any>> {
        let points = [text.len() as i64];
        let nested = Nested { all: &points };
        Report { text: &text, points: &points, nested }.to_handle(f)
    }

    /// By reference, twice.
    #[function]
    pub fn twice(f: &Frame, x: Point, y: Shape) -> Result<Handle<List>> {
        let list = f.list()?;
        for _ in 0..2 {
            list.append(f, &x)?;
            list.append(f, &y)?;
        }
        Ok(list)
    }

    /// Owned types come from plain loops.
    #[function]
    pub fn sum(f: &Frame, points: Handle<List>) -> Result<f64> {
        let mut sum = 0.0;
        for point in points.iter::<Point>(f) {
            let point = point?;
            sum += point.x + point.y;
        }
        Ok(sum)
    }

    /// How many handles the frame has more when every kind of owned type has been read.
    #[function]
    pub fn growth(
        f: &Frame,
        shapes: Handle<List>,
        tree: Handle<Any>,
        generic: Handle<Any>,
        places: Handle<Any>,
    ) -> Result<usize> {
        let before = f.handle_count();
        for shape in shapes.iter::<Shape>(f) {
            drop(shape?);
        }
        drop(tree.extract::<Tree<i64>>(f)?);
        drop(generic.extract::<Generic<String, String, 2>>(f)?);
        drop(places.extract::<Places>(f)?);
        Ok(f.handle_count() - before)
    }

    /// The same for the types that keep handles.
    #[function]
    pub fn growth_of_views(f: &Frame, x: Handle<Any>) -> Result<usize> {
        let before = f.handle_count();
        let view: View = x.extract(f)?;
        assert!(!view.name.is_empty());
        Ok(f.handle_count() - before)
    }
}
