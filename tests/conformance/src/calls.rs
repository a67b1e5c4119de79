//! Calling Python, being called back, closures, recursion.

/// Calls.
#[hstack::module(submodule)]
pub mod calls {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::{BuiltinFunction, Function};
    use std::sync::atomic::{AtomicI64, Ordering};

    #[function]
    pub fn call0(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, ())
    }

    #[function]
    pub fn call1(f: &Frame, callable: Handle<Any>, a: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, (a,))
    }

    #[function]
    pub fn call_values(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, (1, "two", 3.5, true, (), (6u8, 7i8), vec![8], 'n'))
    }

    #[function]
    pub fn call12(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    }

    #[function]
    pub fn call_to_int(f: &Frame, callable: Handle<Any>) -> Result<i64> {
        callable.call(f, ())
    }

    /// An argument that cannot be converted: the call does not happen.
    #[function]
    pub fn call_with_bad_argument(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, (c"\xff",))
    }

    #[function]
    pub fn call_with<'f>(
        f: &Frame<'f>,
        callable: Handle<'f, Any>,
        a: Handle<'f, Any>,
        keywords: Handle<'f, Dict>,
    ) -> Result<Handle<'f, Any>> {
        callable.call_with(f, (a,), keywords)
    }

    #[function]
    #[hstack(signature = (callable, args, keywords = None))]
    pub fn call_tuple<'f>(
        f: &Frame<'f>,
        callable: Handle<'f, Any>,
        args: Handle<'f, Tuple>,
        keywords: Option<Handle<'f, Dict>>,
    ) -> Result<Handle<'f, Any>> {
        callable.call_tuple(f, args, keywords)
    }

    #[function]
    pub fn call_method<'f>(
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        method: &'f str,
        a: Handle<'f, Any>,
    ) -> Result<Handle<'f, Any>> {
        object.call_method(f, method, (a,))
    }

    #[function]
    pub fn call_method_with<'f>(
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        method: &'f str,
        a: Handle<'f, Any>,
        keywords: Handle<'f, Dict>,
    ) -> Result<Handle<'f, Any>> {
        object.call_method_with(f, method, (a,), keywords)
    }

    #[function]
    pub fn compose<'f>(
        f: &Frame<'f>,
        outer: Handle<'f, Any>,
        inner: Handle<'f, Any>,
        a: Handle<'f, Any>,
    ) -> Result<Handle<'f, Any>> {
        outer.call(f, (inner.call::<Handle<Any>>(f, (a,))?,))
    }

    /// Python to Rust to Python, as deep as Python lets it.
    #[function]
    pub fn bounce<'f>(f: &Frame<'f>, callback: Handle<'f, Any>, depth: i64) -> Result<Handle<'f, Any>> {
        let kept = f.list()?;
        let result: Handle<Any> = callback.call(f, (depth,))?;
        kept.append(f, result)?;
        kept.get(f, 0)
    }

    /// Recursion in Rust alone, over nested lists.
    #[function]
    pub fn depth<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<i64> {
        let Some(list) = object.try_cast::<List>(f) else { return Ok(0) };
        f.recursion(|f| {
            let mut deepest = 0;
            for_each!(f, item in list, {
                deepest = deepest.max(depth(f, item)?);
            });
            Ok(deepest + 1)
        })
    }

    #[function]
    pub fn adder(f: &Frame, n: i64) -> Result<Handle<Any>> {
        f.closure("add", "Adds a number.", move |f, args| Ok::<_, hstack::Error>(args.get::<i64>(f, 0)? + n))
    }

    #[function]
    pub fn counter(f: &Frame) -> Result<Handle<Any>> {
        let count = AtomicI64::new(0);
        f.closure("count", "", move |_, _| Ok::<_, hstack::Error>(count.fetch_add(1, Ordering::Relaxed)))
    }

    /// A closure that describes its arguments.
    #[function]
    pub fn describer(f: &Frame) -> Result<Handle<Any>> {
        f.closure("describe", "", |f, args| {
            let option: Option<i64> = args.find(f, "option")?;
            Ok::<_, hstack::Error>((args.len(), args.is_empty(), option))
        })
    }

    #[function]
    pub fn first_of(f: &Frame) -> Result<Handle<Any>> {
        f.closure_with_handle("first", "", |f, args| args.get(f, 0))
    }

    #[function]
    pub fn failing(f: &Frame, message: String) -> Result<Handle<Any>> {
        f.closure("fail", "", move |_, _| Err::<(), _>(ValueError::new_err(message.clone())))
    }

    #[function]
    pub fn named_closure(f: &Frame, name: String, doc: String) -> Result<Handle<Any>> {
        f.closure(&name, &doc, |_, _| Ok::<_, hstack::Error>(()))
    }

    /// A closure that owns an object.
    #[function]
    pub fn keeper<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
        let kept = Global::new(f, object);
        f.closure_with_handle("keep", "", move |f, _| Ok(kept.get(f)))
    }

    #[function]
    pub fn function_names(f: &Frame, function: Handle<Function>) -> Result<(&str, &str, Option<&str>)> {
        Ok((function.name(f)?, function.qualname(f)?, function.module(f)?))
    }

    #[function]
    pub fn builtin_name(f: &Frame, function: Handle<BuiltinFunction>) -> Result<&str> {
        function.name(f)
    }
}
