//! Vectors, maps and sets.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::exceptions::TypeError;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Str};

/// Any iterable but a str, whose letters are rarely meant.
impl<'f, T: FromPy<'f>> FromPy<'f> for Vec<T> {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if object.is_instance_of::<Str>(f) {
            return Err(TypeError::new_err("expected a sequence, got str"));
        }
        let mut items = Vec::new();
        let iterator = object.try_iter(f)?;
        while let Some(item) = iterator.next(f)? {
            items.push(item);
        }
        Ok(items)
    }
}
impl<T: FromPyOwned> FromPyOwned for Vec<T> {}

impl<'f, T: ToPy<'f>> ToPy<'f> for Vec<T> {
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        let list = f.api().list_of(&[])?;
        for item in self {
            item.lend(f, |item| f.api().list_append(list.live(), item))?;
        }
        Ok(list)
    }
}
