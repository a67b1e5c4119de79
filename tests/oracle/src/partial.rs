//! A callable with arguments that it was given before.

use hstack::prelude::*;
use hstack::{class, methods};

/// What `functools.partial` does.
#[class(name = "Partial", subclass, weakref, dict, pickle)]
pub struct Partial {
    func: Field<Any>,
    args: Field<Tuple>,
    keywords: Field<Dict>,
}

/// Both tuples in one.
fn joined<'f>(
    f: &Frame<'f>,
    first: Handle<'f, Tuple>,
    second: Handle<'f, Tuple>,
) -> Result<Handle<'f, Tuple>> {
    first.concat(f, second)
}

/// Both dicts in one.
fn merged<'f>(
    f: &Frame<'f>,
    first: Handle<'f, Dict>,
    second: Option<Handle<'f, Dict>>,
) -> Result<Handle<'f, Dict>> {
    let all = first.copy(f)?;
    if let Some(second) = second {
        all.update(f, second.as_any())?;
    }
    Ok(all)
}

#[methods]
impl Partial {
    #[new]
    #[hstack(signature = (func, /, *args, **keywords))]
    fn new<'f>(
        f: &Frame<'f>,
        func: Handle<'f, Any>,
        args: Handle<'f, Tuple>,
        keywords: Option<Handle<'f, Dict>>,
    ) -> Result<PartialInit<'f>> {
        if !func.is_callable(f) {
            return Err(TypeError::new_err("the first argument must be callable"));
        }
        let keywords = merged(f, f.dict()?, keywords)?;
        if let Some(inner) = func.try_cast::<Partial>(f) {
            return Ok(PartialInit {
                func: inner.find(f, Partial::FUNC)?,
                args: Some(joined(f, inner.load(f, Partial::ARGS)?, args)?),
                keywords: Some(merged(f, inner.load(f, Partial::KEYWORDS)?, Some(keywords))?),
            });
        }
        Ok(PartialInit { func: Some(func), args: Some(args), keywords: Some(keywords) })
    }

    #[hstack(signature = (*args, **keywords))]
    fn __call__(
        this: Handle<Self>,
        f: &Frame,
        args: Handle<Tuple>,
        keywords: Option<Handle<Dict>>,
    ) -> Result<Handle<Any>> {
        let args = joined(f, this.load(f, Partial::ARGS)?, args)?;
        let keywords = merged(f, this.load(f, Partial::KEYWORDS)?, keywords)?;
        this.load(f, Partial::FUNC)?.call_tuple(f, args, Some(keywords))
    }

    #[getter]
    fn func(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Partial::FUNC)
    }

    #[getter]
    fn args(this: Handle<Self>, f: &Frame) -> Result<Handle<Tuple>> {
        this.load(f, Partial::ARGS)
    }

    #[getter]
    fn keywords(this: Handle<Self>, f: &Frame) -> Result<Handle<Dict>> {
        this.load(f, Partial::KEYWORDS)
    }
}
