//! What stands between the brackets of a list, with the list's messages.

use hstack::prelude::*;
use hstack::types::{Selection, Subscript};

/// What a key selects; `class` and `what` are for the messages.
pub fn select<'f>(
    f: &Frame<'f>,
    key: Handle<'f, Any>,
    len: usize,
    class: &str,
    what: &str,
) -> Result<Selection> {
    within(f, subscript(f, key, class)?, len, class, what)
}

/// The same in two steps, for what looks at the value in between: what the key is.
pub fn subscript<'f>(f: &Frame<'f>, key: Handle<'f, Any>, class: &str) -> Result<Subscript<'f>> {
    if key.try_cast::<Slice>(f).is_none() && !is_index(f, key)? {
        let other = key.get_type(f).name(f)?;
        return Err(TypeError::new_err(format!("{class} indices must be integers or slices, not {other}")));
    }
    key.extract(f)
}

/// And what it selects.
pub fn within<'f>(
    f: &Frame<'f>,
    key: Subscript<'f>,
    len: usize,
    class: &str,
    what: &str,
) -> Result<Selection> {
    key.select(f, len).map_err(|error| match error.is_instance::<IndexError>(f) {
        true => IndexError::new_err(format!("{class} {what} out of range")),
        false => error,
    })
}

/// Whether an object has an `__index__`.
pub fn is_index<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<bool> {
    object.get_type(f).has_attr(f, name!("__index__"))
}

/// An argument for which `None` is a value as any other.
pub enum Given<'f> {
    /// It was left out.
    Default,
    /// It was not.
    Value(Handle<'f, Any>),
}

impl<'f> FromPy<'f> for Given<'f> {
    fn from_py(_: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Ok(Given::Value(object))
    }
}

/// A number of items or places, as list's methods take it.
pub fn size<'f>(f: &Frame<'f>, given: Given<'f>, default: isize) -> Result<isize> {
    let Given::Value(value) = given else { return Ok(default) };
    value
        .index(f)?
        .extract(f)
        .map_err(|_| OverflowError::new_err("Python int too large to convert to C ssize_t"))
}

/// How often to repeat.
pub fn times<'f>(f: &Frame<'f>, value: Handle<'f, Any>) -> Result<isize> {
    let class = value.get_type(f).name(f)?;
    value
        .index(f)?
        .extract(f)
        .map_err(|_| OverflowError::new_err(format!("cannot fit '{class}' into an index-sized integer")))
}

/// A bound of `index(value, start, stop)`: one that is too big is as good as the end.
pub fn bound<'f>(f: &Frame<'f>, given: Given<'f>, default: usize, len: usize) -> Result<usize> {
    let Given::Value(value) = given else { return Ok(default) };
    if !is_index(f, value)? {
        return Err(TypeError::new_err("slice indices must be integers or have an __index__ method"));
    }
    let value = value.index(f)?;
    let index: isize = match value.extract(f) {
        Ok(index) => index,
        Err(_) if value.lt(f, 0)? => return Ok(0),
        Err(_) => return Ok(usize::MAX),
    };
    Ok(if index < 0 { index.saturating_add_unsigned(len).max(0) } else { index } as usize)
}
