//! Numbers in arguments.

use hstack::prelude::*;

/// A float or an int, and nothing that merely converts to one.
pub struct Number(pub f64);

impl<'f> FromPy<'f> for Number {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if !object.is_instance_of::<Int>(f) {
            object.cast::<Float>(f)?;
        }
        object.extract(f).map(Number)
    }

    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        let fits = object.is_instance_of::<Int>(f) || object.is_instance_of::<Float>(f);
        if fits { object.extract(f).map(|number| Some(Number(number))) } else { Ok(None) }
    }
}
