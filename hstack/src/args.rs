//! Binding arguments to the parameters of a signature, with the errors that a `def` has.

use crate::error::{Error, Result};
use crate::exceptions::TypeError;
pub use crate::ffi::Arguments;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Dict, Tuple};

/// A signature, as the macros write it.
pub struct Signature {
    /// The function's name as errors show it.
    pub name: &'static str,
    /// The names of the parameters, without `*args` and `**kwargs`: positional ones first.
    pub names: &'static [&'static str],
    /// How many of them are positional-only.
    pub positional_only: usize,
    /// How many of them can be given by position.
    pub positional: usize,
    /// Which of them have a default.
    pub optional: &'static [bool],
    /// Whether there is `*args`.
    pub star: bool,
    /// Whether there is `**kwargs`.
    pub star_star: bool,
}

/// The values of `N` parameters, and what `*args` and `**kwargs` hold.
pub struct Bound<'f, const N: usize> {
    /// In the order of [`Signature::names`]; none: the default.
    pub values: [Option<Handle<'f, Any>>; N],
    /// `*args`
    pub star: Option<Handle<'f, Tuple>>,
    /// `**kwargs`
    pub star_star: Option<Handle<'f, Dict>>,
}

impl Signature {
    /// Binds the arguments of a call.
    ///
    /// # Errors
    /// `TypeError`, worded as for a Python function.
    #[inline]
    pub fn bind<'f, const N: usize>(&self, f: &Frame<'f>, arguments: Arguments<'f>) -> Result<Bound<'f, N>> {
        let given = arguments.positional();
        let mut bound = Bound { values: [None; N], star: None, star_star: None };
        if arguments.names().is_none()
            && !self.star
            && !self.star_star
            && given.len() == N
            && self.positional == N
        {
            for (value, given) in bound.values.iter_mut().zip(given) {
                *value = Some(*given);
            }
            return Ok(bound);
        }
        let (star, star_star) = self.bind_slow(f, arguments, &mut bound.values)?;
        (bound.star, bound.star_star) = (star, star_star);
        Ok(bound)
    }

    #[inline(never)]
    #[allow(clippy::type_complexity)]
    fn bind_slow<'f>(
        &self,
        f: &Frame<'f>,
        arguments: Arguments<'f>,
        values: &mut [Option<Handle<'f, Any>>],
    ) -> Result<(Option<Handle<'f, Tuple>>, Option<Handle<'f, Dict>>)> {
        let given = arguments.positional();
        let taken = given.len().min(self.positional);
        for (value, given) in values.iter_mut().zip(&given[..taken]) {
            *value = Some(*given);
        }
        let star = if self.star { Some(f.tuple_of(&given[taken..])?) } else { None };
        let star_star = if self.star_star { Some(f.dict()?) } else { None };
        if let Some(names) = arguments.names() {
            self.bind_keywords(f, names, arguments.keyword_values(f), values, star_star)?;
        }
        if given.len() > self.positional && !self.star {
            return Err(self.too_many(given.len(), values));
        }
        if values.iter().zip(self.optional).any(|(value, optional)| value.is_none() && !optional) {
            return Err(self.missing(values));
        }
        Ok((star, star_star))
    }

    fn bind_keywords<'f>(
        &self,
        f: &Frame<'f>,
        names: Handle<'f, Tuple>,
        given: &[Handle<'f, Any>],
        values: &mut [Option<Handle<'f, Any>>],
        star_star: Option<Handle<'f, Dict>>,
    ) -> Result {
        for (i, value) in given.iter().enumerate() {
            let name = f.api().tuple_get(names.live(), i as isize)?;
            let place = self.names.iter().position(|n| f.api().str_equals(name.live(), n));
            match (place, star_star) {
                (Some(place), _) if place >= self.positional_only => {
                    if values[place].is_some() {
                        let name = self.names[place];
                        return Err(self.error(format!("got multiple values for argument '{name}'")));
                    }
                    values[place] = Some(*value);
                }
                (_, Some(dict)) => {
                    f.api().dict_set(dict.live(), name.live(), value.live())?;
                }
                (Some(_), None) => return Err(self.positional_as_keywords(f, names)),
                (None, None) => {
                    let name = f.api().utf8(name.live())?;
                    // A positional-only parameter that comes by name is reported first, as in a `def`.
                    if self.any_positional_only(f, names)? {
                        return Err(self.positional_as_keywords(f, names));
                    }
                    return Err(self.error(format!("got an unexpected keyword argument '{name}'")));
                }
            }
        }
        Ok(())
    }

    fn any_positional_only(&self, f: &Frame<'_>, names: Handle<'_, Tuple>) -> Result<bool> {
        let count = f.api().tuple_len(names.live())?;
        for i in 0..count {
            let name = f.api().tuple_get(names.live(), i as isize)?;
            if self.names[..self.positional_only].iter().any(|n| f.api().str_equals(name.live(), n)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[cold]
    fn positional_as_keywords(&self, f: &Frame<'_>, names: Handle<'_, Tuple>) -> Error {
        let count = f.api().tuple_len(names.live()).unwrap_or(0);
        let mut wrong = Vec::new();
        for name in &self.names[..self.positional_only] {
            for i in 0..count {
                match f.api().tuple_get(names.live(), i as isize) {
                    Ok(given) if f.api().str_equals(given.live(), name) => wrong.push(*name),
                    _ => {}
                }
            }
        }
        self.error(format!(
            "got some positional-only arguments passed as keyword arguments: '{}'",
            wrong.join(", ")
        ))
    }

    #[cold]
    fn too_many(&self, given: usize, values: &[Option<Handle<'_, Any>>]) -> Error {
        let optional = self.optional[..self.positional].iter().filter(|o| **o).count();
        let plural = if optional > 0 || self.positional != 1 { "s" } else { "" };
        let takes = if optional > 0 {
            format!("from {} to {}", self.positional - optional, self.positional)
        } else {
            self.positional.to_string()
        };
        let keyword_only = values[self.positional..].iter().filter(|v| v.is_some()).count();
        let (also, verb) = if keyword_only > 0 {
            let s = if given == 1 { "" } else { "s" };
            let ks = if keyword_only == 1 { "" } else { "s" };
            (format!(" positional argument{s} (and {keyword_only} keyword-only argument{ks})"), "were")
        } else {
            (String::new(), if given == 1 { "was" } else { "were" })
        };
        self.error(format!("takes {takes} positional argument{plural} but {given}{also} {verb} given"))
    }

    #[cold]
    fn missing(&self, values: &[Option<Handle<'_, Any>>]) -> Error {
        let missing = |from: usize, to: usize| -> Vec<String> {
            (from..to)
                .filter(|&i| values[i].is_none() && !self.optional[i])
                .map(|i| format!("'{}'", self.names[i]))
                .collect()
        };
        let positional = missing(0, self.positional);
        let (kind, names) = match positional.is_empty() {
            false => ("positional", positional),
            true => ("keyword-only", missing(self.positional, self.names.len())),
        };
        let list = match names.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
            [] => String::new(),
        };
        let s = if names.len() == 1 { "" } else { "s" };
        self.error(format!("missing {} required {kind} argument{s}: {list}", names.len()))
    }

    #[cold]
    fn error(&self, text: String) -> Error {
        TypeError::new_err(format!("{}() {text}", self.name))
    }
}
