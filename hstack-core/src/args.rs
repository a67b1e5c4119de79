//! Binding arguments to the parameters of a signature, with the errors that a `def` has.

use crate::error::{Error, Result};
use crate::exceptions::TypeError;
pub use crate::ffi::Arguments;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::name::Interned;
use crate::types::{Any, Dict, Tuple};
use std::fmt;

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
        let given = arguments.positional();
        if self.is_simple(given.len(), arguments.names().is_some()) {
            bound.values.iter_mut().zip(given).for_each(|(value, given)| *value = Some(*given));
        } else {
            self.bind_rest(f, arguments, &mut bound.values, &mut bound.star, &mut bound.star_star)?;
        }
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
        for (value, given) in values.iter_mut().take(self.positional).zip(given) {
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
                    return Err(self.error(format_args!("got multiple values for argument '{name}'")));
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
        for i in next..next + (count - first) {
            let i = if i < count { i } else { i - (count - first) };
            let known = self.names.get(i)?;
            if known.live(f).is_ok_and(|known| known.raw() == name.raw()) {
                return Some(i);
            }
        }
        let equal = |known: &Interned| f.api().str_equals(name, known.text());
        self.names.iter().skip(first).position(equal).map(|i| first + i)
    }

    #[cold]
    fn unexpected(&self, f: &Frame<'_>, names: Live<'_>, name: Live<'_>) -> Error {
        let (positional_only, others) = self.names.split_at(self.positional_only);
        let mut wrong = positional_only.iter().map(Interned::text).filter(|text| contains(f, names, text));
        if let Some(first) = wrong.next() {
            let mut text = self.text(format_args!(
                "got some positional-only arguments passed as keyword arguments: '{first}"
            ));
            wrong.for_each(|name| add(&mut text, format_args!(", {name}")));
            add(&mut text, format_args!("'"));
            return raised(text);
        }
        match f.api().utf8(name) {
            Ok(name) => {
                let mut text = self.text(format_args!("got an unexpected keyword argument '{name}'"));
                if let Some(other) = crate::suggest::closest(name, others.iter().map(Interned::text)) {
                    add(&mut text, format_args!(". Did you mean '{other}'?"));
                }
                raised(text)
            }
            // A lone surrogate.
            Err(_) => match f.api().ascii(name).and_then(|name| Ok(f.api().utf8(name.live())?.to_owned())) {
                Ok(name) => self.error(format_args!("got an unexpected keyword argument {name}")),
                Err(error) => error,
            },
        }
    }

    #[cold]
    fn too_many(&self, given: usize, values: &[Value<'_>]) -> Error {
        let (least, most) = (self.receiver + self.required, self.receiver + self.positional);
        let given = self.receiver + given;
        let mut text = if least < most {
            self.text(format_args!("takes from {least} to {most} positional arguments"))
        } else {
            self.text(format_args!("takes {most} positional argument{}", plural(most)))
        };
        add(&mut text, format_args!(" but {given}"));
        let named = values.iter().skip(self.positional).filter(|v| v.is_some()).count();
        if named > 0 {
            let (s, named_s) = (plural(given), plural(named));
            let about = format_args!(" positional argument{s} (and {named} keyword-only argument{named_s})");
            add(&mut text, about);
        }
        add(&mut text, format_args!(" {} given", if named == 0 && given == 1 { "was" } else { "were" }));
        raised(text)
    }

    #[cold]
    fn missing(&self, values: &[Value<'_>]) -> Error {
        let missing =
            |i: &usize| matches!((values.get(*i), self.optional.get(*i)), (Some(None), Some(false)));
        let (mut kind, mut range) = ("positional", 0..self.positional);
        let mut count = range.clone().filter(missing).count();
        if count == 0 {
            (kind, range) = ("keyword-only", self.positional..self.names.len());
            count = range.clone().filter(missing).count();
        }
        let names = range.filter(missing).filter_map(|i| self.names.get(i));
        let mut text = self.text(format_args!("missing {count} required {kind} argument{}: ", plural(count)));
        for (done, name) in names.enumerate() {
            let before = match count - done {
                _ if done == 0 => "",
                1 if count == 2 => " and ",
                1 => ", and ",
                _ => ", ",
            };
            add(&mut text, format_args!("{before}'{}'", name.text()));
        }
        raised(text)
    }

    /// "NAME() TEXT"
    #[cold]
    #[inline(never)]
    fn text(&self, text: fmt::Arguments<'_>) -> String {
        format!("{}() {text}", self.name)
    }

    #[cold]
    fn error(&self, text: fmt::Arguments<'_>) -> Error {
        raised(self.text(text))
    }
}

#[cold]
#[inline(never)]
fn raised(text: String) -> Error {
    TypeError::new_err(text)
}

/// Whether a text is among the keywords of a call.
#[cold]
#[inline(never)]
fn contains(f: &Frame<'_>, names: Live<'_>, text: &str) -> bool {
    let count = f.api().tuple_len(names).unwrap_or(0);
    (0..count).any(|i| {
        let given = f.api().tuple_get(names, i as isize);
        given.is_ok_and(|given| f.api().str_equals(given.live(), text))
    })
}

/// Adds to a message: one call, where `write!` is in line and brings code of its own along.
#[cold]
#[inline(never)]
fn add(text: &mut String, more: fmt::Arguments<'_>) {
    text.push_str(&fmt::format(more));
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
