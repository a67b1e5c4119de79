//! What the code of the derives calls.

use crate::convert::{FromPy, Temp, ToPy};
use crate::error::{Error, Result, prefixed};
use crate::exceptions::{AttributeError, Exception, LookupError, TypeError, ValueError};
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::name::Interned;
use crate::types::{Any, Tuple};

/// Reads a type that keeps nothing alive, in a scope, so that the caller's frame does not grow.
#[inline]
pub fn apart<'f, T>(
    f: &Frame<'f>,
    object: Handle<'f, Any>,
    read: impl for<'s> FnOnce(&Frame<'s>, Handle<'s, Any>) -> Result<T>,
) -> Result<T> {
    f.scope(|s| read(s, object))
}

/// The same for an object that nothing else keeps alive.
#[inline]
pub fn temp_apart<'f, T: for<'s> FromPy<'s>>(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<T> {
    f.scope(|s| T::from_py(s, s.adopt(temp)))
}

/// `object.name`
#[inline]
pub fn attribute<'a, 'f>(
    f: &'a Frame<'f>,
    object: Handle<'f, Any>,
    name: &'static Interned,
) -> Result<Temp<'a, 'f>> {
    f.api().get_attr(object.live(), name.live(f)?)
}

/// `object["name"]`
#[inline]
pub fn key<'a, 'f>(
    f: &'a Frame<'f>,
    object: Handle<'f, Any>,
    name: &'static Interned,
) -> Result<Temp<'a, 'f>> {
    f.api().get_item(object.live(), name.live(f)?)
}

/// `object[key]`
#[inline]
pub fn item<'a, 'f>(f: &'a Frame<'f>, object: Handle<'f, Any>, key: impl ToPy<'f>) -> Result<Temp<'a, 'f>> {
    key.lend(f, |key| f.api().get_item(object.live(), key))
}

/// `object.name`, if there is one.
#[inline]
pub fn find_attribute<'a, 'f>(
    f: &'a Frame<'f>,
    object: Handle<'f, Any>,
    name: &'static Interned,
    field: &str,
) -> Result<Option<Temp<'a, 'f>>> {
    let mut found = Found::new(f);
    let name = name.live(f)?;
    let result = f.api().find_attr(object.live(), name, &mut found.slot);
    result.map_err(|error| in_field(f, field, error))?;
    Ok(found.take())
}

/// `object["name"]`, if there is one.
#[inline]
pub fn find_key<'a, 'f>(
    f: &'a Frame<'f>,
    object: Handle<'f, Any>,
    name: &'static Interned,
    field: &str,
) -> Result<Option<Temp<'a, 'f>>> {
    let mut found = Found::new(f);
    let name = name.live(f)?;
    let result = f.api().find_item(object.live(), name, &mut found.slot);
    result.map_err(|error| in_field(f, field, error))?;
    Ok(found.take())
}

/// `object[key]`, if there is one.
pub fn find_item<'a, 'f>(
    f: &'a Frame<'f>,
    object: Handle<'f, Any>,
    key: impl ToPy<'f>,
    field: &str,
) -> Result<Option<Temp<'a, 'f>>> {
    let mut found = Found::new(f);
    let result = key.lend(f, |key| f.api().find_item(object.live(), key, &mut found.slot));
    result.map_err(|error| in_field(f, field, error))?;
    Ok(found.take())
}

/// The object as a tuple of `count`.
#[inline]
pub fn tuple<'f>(f: &Frame<'f>, object: Handle<'f, Any>, count: usize) -> Result<Handle<'f, Tuple>> {
    let tuple = object.cast::<Tuple>(f)?;
    match tuple.len(f)? {
        len if len == count => Ok(tuple),
        len => Err(ValueError::new_err(format!("expected a tuple of {count}, got one of {len}"))),
    }
}

/// `tuple[index]`
#[inline]
pub fn element<'a, 'f>(f: &'a Frame<'f>, tuple: Handle<'f, Tuple>, index: usize) -> Result<Temp<'a, 'f>> {
    f.api().tuple_reference(tuple.live(), index)
}

/// Converts a field's value; an error names the field.
#[inline]
pub fn convert<'f, T: FromPy<'f>>(f: &Frame<'f>, temp: Result<Temp<'_, 'f>>, field: &str) -> Result<T> {
    match temp.and_then(|temp| T::from_temp(f, temp)) {
        Ok(value) => Ok(value),
        Err(error) => Err(in_field(f, field, error)),
    }
}

/// The same with a function of the user's.
pub fn convert_with<'f, T>(
    f: &Frame<'f>,
    temp: Result<Temp<'_, 'f>>,
    field: &str,
    convert: impl FnOnce(&Frame<'f>, Handle<'f, Any>) -> Result<T>,
) -> Result<T> {
    temp.and_then(|temp| convert(f, f.push(temp))).map_err(|error| in_field(f, field, error))
}

/// The error of a field. That it is missing means that the object is of another type.
#[cold]
#[inline]
fn in_field(f: &Frame<'_>, field: &str, mut error: Error) -> Error {
    if !error.is_instance::<AttributeError>(f) && !error.is_instance::<LookupError>(f) {
        return prefixed(f, field, error);
    }
    f.scope(|f| {
        let text = match error.is_instance::<AttributeError>(f) {
            true => error.value(f).str(f).and_then(|text| text.as_str(f).map(str::to_owned)),
            false => error.value(f).repr(f).and_then(|text| text.as_str(f).map(str::to_owned)),
        };
        match text {
            Ok(text) => {
                let mut named = TypeError::new_err(format!("{field}: {text}"));
                let _ = named.set_cause(f, Some(error));
                named
            }
            Err(_) => error,
        }
    })
}

/// Reads one variant.
#[inline(always)]
pub fn attempt<'f, T>(
    f: &Frame<'f>,
    object: Handle<'f, Any>,
    read: impl FnOnce(&Frame<'f>, Handle<'f, Any>) -> Result<T>,
) -> Result<T> {
    read(f, object)
}

/// Reads one variant that is what its only field is, if that fits. `wrong` is as for [`unfit`].
#[inline(always)]
pub fn attempt_whole<'f, T: FromPy<'f>>(
    f: &Frame<'f>,
    object: Handle<'f, Any>,
    wrong: &mut Option<Error>,
) -> Result<Option<T>> {
    match T::try_from_py(f, object) {
        Ok(value) => Ok(value),
        Err(error) => unfit(f, error, wrong).map(|()| None),
    }
}

/// Why a variant does not fit: `wrong` is the first error about a value, not the type, which is raised when
/// no other variant fits. What is no `Exception`, such as `KeyboardInterrupt`, is not about the variant.
#[cold]
#[inline]
pub fn unfit(f: &Frame<'_>, error: Error, wrong: &mut Option<Error>) -> Result {
    if !error.is_instance::<Exception>(f) {
        return Err(error);
    }
    if wrong.is_none() && !error.is_instance::<TypeError>(f) {
        *wrong = Some(error);
    }
    Ok(())
}

/// What is known when no variant fitted.
#[inline(always)]
pub fn nothing<T>(wrong: Option<Error>) -> Result<Option<T>> {
    wrong.map_or(Ok(None), Err)
}

/// Why no variant of an enum fitted.
pub struct Failures {
    name: &'static str,
    /// Which variant, what it is called, and what was wrong with it.
    variants: Vec<(usize, &'static str, Error)>,
}

impl Failures {
    /// Of the enum `name`.
    #[inline]
    pub fn new(name: &'static str) -> Self {
        Failures { name, variants: Vec::new() }
    }

    /// As [`attempt_whole`], but the error is kept. Nothing is noted of a type that declines.
    #[inline(always)]
    pub fn attempt_whole<'f, T: FromPy<'f>>(
        &mut self,
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        place: usize,
        variant: &'static str,
    ) -> Result<Option<T>> {
        let attempt = if T::DECLINES { T::try_from_py(f, object) } else { T::from_py(f, object).map(Some) };
        match attempt {
            Ok(value) => Ok(value),
            Err(error) => self.add(f, place, variant, error).map(|()| None),
        }
    }

    /// One more. What is no `Exception`, such as `KeyboardInterrupt`, is not about the variant.
    #[cold]
    #[inline]
    pub fn add(&mut self, f: &Frame<'_>, place: usize, variant: &'static str, error: Error) -> Result {
        if !error.is_instance::<Exception>(f) {
            return Err(error);
        }
        self.variants.push((place, variant, error));
        Ok(())
    }

    /// Adds why a type has declined.
    #[cold]
    #[inline]
    pub fn explain<'f, T: FromPy<'f>>(
        &mut self,
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        place: usize,
        variant: &'static str,
    ) -> Result {
        if !T::DECLINES {
            return Ok(());
        }
        match T::from_py(f, object) {
            Err(error) if self.variants.iter().all(|(other, ..)| *other != place) => {
                self.add(f, place, variant, error)
            }
            _ => Ok(()),
        }
    }

    /// One error that names each variant's failure.
    #[cold]
    #[inline]
    pub fn error<'f>(mut self, f: &Frame<'f>, object: Handle<'f, Any>) -> Error {
        self.variants.sort_by_key(|(place, ..)| *place);
        let got = f.scope(|f| object.get_type(f).full_name(f).map(str::to_owned));
        let names: Vec<_> = self.variants.iter().map(|(_, name, _)| *name).collect();
        let got = got.unwrap_or_else(|_| "an object".to_owned());
        let mut text = format!("expected {} ({}), got {got}", self.name, names.join(" | "));
        for (_, variant, mut error) in self.variants {
            text.push_str(&format!("\n- {variant}: {}", error.line(f)));
        }
        TypeError::new_err(text)
    }
}

/// What `into_py_with` returned.
#[inline(always)]
pub fn converted<T>(result: Result<T>) -> Result<T> {
    result
}

/// An empty dict.
#[inline]
pub fn dict<'a, 'f>(f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
    f.api().dict_new()
}

/// A field's value; an error names the field.
#[inline]
pub fn made<'a, 'f>(f: &'a Frame<'f>, value: Result<Temp<'a, 'f>>, field: &str) -> Result<Temp<'a, 'f>> {
    value.map_err(|error| prefixed(f, field, error))
}

/// `dict["name"] = value`
#[inline]
pub fn set_key(f: &Frame<'_>, dict: &Temp<'_, '_>, name: &'static Interned, value: Temp<'_, '_>) -> Result {
    f.api().dict_set(dict.live(), name.live(f)?, value.live())?;
    Ok(())
}

/// `dict[key] = value`
pub fn set_item<'f>(f: &Frame<'f>, dict: &Temp<'_, 'f>, key: impl ToPy<'f>, value: Temp<'_, 'f>) -> Result {
    key.lend(f, |key| f.api().dict_set(dict.live(), key, value.live()))?;
    Ok(())
}

/// A tuple of some values.
pub fn tuple_of<'a, 'f, const N: usize>(f: &'a Frame<'f>, values: [Temp<'_, 'f>; N]) -> Result<Temp<'a, 'f>> {
    f.api().tuple_of(&values.each_ref().map(Temp::live))
}
