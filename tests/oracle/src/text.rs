//! A str with native fields. It has no `__len__`: PyPy 7.3 asks for the length whenever native code gets
//! the str, and so would ask without end.

use hstack::prelude::*;
use hstack::{BaseArgs, class, methods};
use std::sync::atomic::{AtomicU64, Ordering};

/// A text in a language, which counts how often it was asked for its words.
#[class(name = "Text", extends = Str, subclass)]
pub struct Text {
    #[hstack(get)]
    language: String,
    asked: AtomicU64,
}

#[methods]
impl Text {
    #[new]
    #[hstack(signature = (text = None, language = "en"))]
    fn new<'f>(f: &Frame<'f>, text: Option<Handle<'f, Any>>, language: &str) -> Result<TextInit<'f>> {
        let base = match text {
            Some(text) => BaseArgs::new(f, (text,))?,
            None => BaseArgs::default(),
        };
        Ok(TextInit { base, language: language.to_owned(), asked: AtomicU64::new(0) })
    }

    #[getter]
    fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    fn words(this: Handle<Self>, f: &Frame) -> Result<Handle<List>> {
        this.payload(f).asked.fetch_add(1, Ordering::Relaxed);
        this.as_base().split(f, ())
    }

    /// The same text in another language.
    fn into(this: Handle<Self>, f: &Frame, language: &str) -> Result<Handle<Any>> {
        this.get_type(f).call(f, (this.as_base().as_any().str(f)?, language))
    }

    /// Texts of one language stay texts.
    fn __add__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        let sum: Handle<Any> = f.super_(this)?.call_method(f, name!("__add__"), (other,))?;
        match other.try_cast::<Text>(f) {
            Some(other) if other.payload(f).language == this.payload(f).language => {
                this.get_type(f).call(f, (sum, this.payload(f).language.as_str()))
            }
            _ => Ok(sum),
        }
    }

    fn __repr__(this: Handle<Self>, f: &Frame) -> Result<String> {
        let text: Handle<Str> = f.super_(this)?.call_method(f, name!("__repr__"), ())?;
        Ok(format!("Text({}, {:?})", text.as_str(f)?, this.payload(f).language))
    }

    fn __reduce__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        let text = this.as_base().substring(f, 0, usize::MAX)?;
        (this.get_type(f), (text, this.payload(f).language.as_str())).to_handle(f)
    }
}
