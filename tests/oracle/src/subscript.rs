//! What stands between the brackets of a list, with the list's messages.

use hstack::prelude::*;
use hstack::types::{Selection, Subscript};

/// The arguments of the messages: the name of the type, and what is done.
pub fn select<'f>(f: &Frame<'f>, key: Handle<'f, Any>, len: usize, what: &'static str) -> Result<Selection> {
    subscript(f, key)?.select(f, len).map_err(|error| {
        if error.is_instance::<IndexError>(f) {
            IndexError::new_err(format!("{what} out of range"))
        } else {
            error
        }
    })
}

fn subscript<'f>(f: &Frame<'f>, key: Handle<'f, Any>) -> Result<Subscript<'f>> {
    if key.try_cast::<Slice>(f).is_none() && !is_index(f, key)? {
        let class = key.get_type(f).name(f)?;
        return Err(TypeError::new_err(format!("list indices must be integers or slices, not {class}")));
    }
    key.extract(f)
}

/// Whether an object has an `__index__`.
pub fn is_index<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<bool> {
    object.get_type(f).has_attr(f, name!("__index__"))
}

/// A bound of `index(value, start, stop)`: one that is too big is as good as the end.
pub fn bound<'f>(f: &Frame<'f>, value: Handle<'f, Any>, len: usize) -> Result<usize> {
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
