//! Binding arguments to the parameters of a signature, with the errors that a `def` has.

use crate::error::{Error, Result};
use crate::exceptions::TypeError;
pub use crate::ffi::Arguments;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::name::Interned;
use crate::types::{Any, Dict, Tuple};

/// A signature, as the macros write it.
pub struct Signature {
    /// The function's name as errors show it.
    pub name: &'static str,
    /// The names of the parameters, without `*args` and `**kwargs`: positional ones first.
    pub names: &'static [Interned],
    /// How many of them are positional-only.
    pub positional_only: usize,
    /// How many of them can be given by position.
    pub positional: usize,
    /// How many of these have no default: they come first.
    pub required: usize,
    /// Which of [`Signature::names`] have a default.
    pub optional: &'static [bool],
    /// Whether a keyword-only parameter has no default.
    pub needs_keywords: bool,
    /// Whether there is `*args`.
    pub star: bool,
    /// Whether there is `**kwargs`.
    pub star_star: bool,
    /// Whether it is an `Option`: `None` instead of an empty dict.
    pub star_star_optional: bool,
    /// 1 for a method: a `def` counts its instance.
    pub receiver: usize,
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

type Value<'f> = Option<Handle<'f, Any>>;

impl Signature {
    /// Whether a call gives every required parameter by position, and nothing else. The signature is
    /// a static, so what remains of this in line is two comparisons.
    #[inline(always)]
    pub(crate) fn is_simple(&self, count: usize, named: bool) -> bool {
        !self.star
            && !self.star_star
            && !self.needs_keywords
            && !named
            && (self.required..=self.positional).contains(&count)
    }

    /// Binds the arguments of a call.
    ///
    /// # Errors
    /// `TypeError`, worded as for a Python function.
    #[inline]
    pub fn bind<'f, const N: usize>(&self, f: &Frame<'f>, arguments: Arguments<'f>) -> Result<Bound<'f, N>> {
        let mut bound = Bound { values: [None; N], star: None, star_star: None };
        self.bind_rest(f, arguments, &mut bound.values, &mut bound.star, &mut bound.star_star)?;
        Ok(bound)
    }

    #[inline]
    fn bind_rest<'f>(
        &self,
        f: &Frame<'f>,
        arguments: Arguments<'f>,
        values: &mut [Value<'f>],
        star: &mut Option<Handle<'f, Tuple>>,
        star_star: &mut Option<Handle<'f, Dict>>,
    ) -> Result {
        if self.star {
            let given = arguments.positional();
            *star = Some(f.tuple_of(&given[given.len().min(self.positional)..])?);
        }
        if self.star_star && (arguments.names().is_some() || !self.star_star_optional) {
            *star_star = Some(f.dict()?);
        }
        self.bind_values(f, arguments, values, star_star.map(Handle::live))?;
        if self.star_star_optional && matches!(star_star, Some(dict) if dict.len(f)? == 0) {
            *star_star = None;
        }
        Ok(())
    }

    /// Binds all but `*args` and `**kwargs`, which the caller makes.
    #[inline]
    pub(crate) fn bind_values<'v>(
        &self,
        f: &Frame<'_>,
        arguments: Arguments<'v>,
        values: &mut [Value<'v>],
        star_star: Option<Live<'_>>,
    ) -> Result {
        let given = arguments.positional();
        for (value, given) in values[..self.positional].iter_mut().zip(given) {
            *value = Some(*given);
        }
        if let Some(names) = arguments.names() {
            let count = f.api().tuple_len(names.live())?;
            // SAFETY: the names have as many values.
            let named = unsafe { arguments.values_of(count) };
            let by_position = given.len().min(self.positional);
            self.bind_keywords(f, names.live(), by_position, named, values, star_star)?;
        }
        if given.len() > self.positional && !self.star {
            return Err(self.too_many(given.len(), values));
        }
        if values.iter().zip(self.optional).any(|(value, optional)| value.is_none() && !optional) {
            return Err(self.missing(values));
        }
        Ok(())
    }

    #[inline]
    fn bind_keywords<'v>(
        &self,
        f: &Frame<'_>,
        names: Live<'_>,
        by_position: usize,
        given: &[Handle<'v, Any>],
        values: &mut [Value<'v>],
        star_star: Option<Live<'_>>,
    ) -> Result {
        // Callers mostly keep the order of the signature: the search starts behind what is given by
        // position, and goes on behind the last hit.
        let mut next = by_position.max(self.positional_only).min(self.names.len());
        for (i, value) in given.iter().enumerate() {
            let name = f.api().tuple_get(names, i as isize)?;
            match (self.place(f, name.live(), next), star_star) {
                (Some(place), _) if values[place].is_some() => {
                    let name = self.names[place].text();
                    return Err(self.error(format!("got multiple values for argument '{name}'")));
                }
                (Some(place), _) => {
                    values[place] = Some(*value);
                    next = place + 1;
                }
                (None, Some(dict)) => {
                    f.api().dict_set(dict, name.live(), value.live())?;
                }
                (None, None) => return Err(self.unexpected(f, names, name.live())),
            }
        }
        Ok(())
    }

    /// Which parameter a keyword names: names are nearly always interned, so their identity comes
    /// first.
    #[inline]
    fn place(&self, f: &Frame<'_>, name: Live<'_>, next: usize) -> Option<usize> {
        let (first, count) = (self.positional_only, self.names.len());
        for range in [next..count, first..next] {
            for i in range {
                if self.names[i].live(f).is_ok_and(|known| known.raw() == name.raw()) {
                    return Some(i);
                }
            }
        }
        (first..count).find(|&i| f.api().str_equals(name, self.names[i].text()))
    }

    #[cold]
    fn unexpected(&self, f: &Frame<'_>, names: Live<'_>, name: Live<'_>) -> Error {
        let given = |text: &str| {
            let count = f.api().tuple_len(names).unwrap_or(0);
            (0..count).any(|i| {
                let given = f.api().tuple_get(names, i as isize);
                given.is_ok_and(|given| f.api().str_equals(given.live(), text))
            })
        };
        let (positional_only, others) = self.names.split_at(self.positional_only);
        let wrong: Vec<&str> = positional_only.iter().map(Interned::text).filter(|n| given(n)).collect();
        if !wrong.is_empty() {
            return self.error(format!(
                "got some positional-only arguments passed as keyword arguments: '{}'",
                wrong.join(", ")
            ));
        }
        match f.api().utf8(name) {
            Ok(name) => {
                let hint = match crate::suggest::closest(name, others.iter().map(Interned::text)) {
                    Some(other) => format!(". Did you mean '{other}'?"),
                    None => String::new(),
                };
                self.error(format!("got an unexpected keyword argument '{name}'{hint}"))
            }
            // A lone surrogate.
            Err(_) => match f.api().ascii(name).and_then(|name| Ok(f.api().utf8(name.live())?.to_owned())) {
                Ok(name) => self.error(format!("got an unexpected keyword argument {name}")),
                Err(error) => error,
            },
        }
    }

    #[cold]
    fn too_many(&self, given: usize, values: &[Value<'_>]) -> Error {
        let (least, most) = (self.receiver + self.required, self.receiver + self.positional);
        let given = self.receiver + given;
        let plural = if least < most || most != 1 { "s" } else { "" };
        let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
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
    fn missing(&self, values: &[Value<'_>]) -> Error {
        let missing = |from: usize, to: usize| -> Vec<String> {
            (from..to)
                .filter(|&i| values[i].is_none() && !self.optional[i])
                .map(|i| format!("'{}'", self.names[i].text()))
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
