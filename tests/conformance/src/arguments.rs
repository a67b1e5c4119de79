//! Signatures, in every shape that a `def` can have without defaults of its own kind.

/// Binding of arguments.
#[hstack::module(submodule)]
pub mod arguments {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn nothing() {}

    #[function]
    #[hstack(signature = (a, /))]
    pub fn one_only(a: Handle<Any>) -> Handle<Any> {
        a
    }

    #[function]
    pub fn one(a: Handle<Any>) -> Handle<Any> {
        a
    }

    #[function]
    pub fn two(a: Handle<Any>, b: Handle<Any>) -> (Handle<Any>, Handle<Any>) {
        (a, b)
    }

    #[function]
    pub fn three(a: i64, b: i64, c: i64) -> (i64, i64, i64) {
        (a, b, c)
    }

    #[function]
    #[hstack(signature = (a, b = 2, c = 3))]
    pub fn optional(a: i64, b: i64, c: i64) -> (i64, i64, i64) {
        (a, b, c)
    }

    #[function]
    #[hstack(signature = (a, b = 2, /))]
    pub fn optional_only(a: i64, b: i64) -> (i64, i64) {
        (a, b)
    }

    #[function]
    #[hstack(signature = (a, /, b))]
    pub fn positional_and(a: i64, b: i64) -> (i64, i64) {
        (a, b)
    }

    #[function]
    #[hstack(signature = (a, b, /, c))]
    pub fn two_positional_and(a: i64, b: i64, c: i64) -> (i64, i64, i64) {
        (a, b, c)
    }

    #[function]
    #[hstack(signature = (a, *, b))]
    pub fn keyword_only(a: i64, b: i64) -> (i64, i64) {
        (a, b)
    }

    #[function]
    #[hstack(signature = (*, a, b, c = 3))]
    pub fn keywords_only(a: i64, b: i64, c: i64) -> (i64, i64, i64) {
        (a, b, c)
    }

    #[function]
    #[hstack(signature = (*args))]
    pub fn star(args: Handle<Tuple>) -> Handle<Tuple> {
        args
    }

    #[function]
    #[hstack(signature = (**kwargs))]
    pub fn star_star(kwargs: Handle<Dict>) -> Handle<Dict> {
        kwargs
    }

    #[function]
    #[hstack(signature = (a, *args, b = 5, **kwargs))]
    pub fn stars(
        a: i64,
        args: Handle<Tuple>,
        b: i64,
        kwargs: Handle<Dict>,
    ) -> (i64, Handle<Tuple>, i64, Handle<Dict>) {
        (a, args, b, kwargs)
    }

    #[function]
    #[hstack(signature = (a, /, b, c = 3, *args, d, e = 5, **kwargs))]
    #[allow(clippy::type_complexity)]
    pub fn everything(
        a: i64,
        b: i64,
        c: i64,
        args: Handle<Tuple>,
        d: i64,
        e: i64,
        kwargs: Handle<Dict>,
    ) -> ((i64, i64, i64), Handle<Tuple>, i64, i64, Handle<Dict>) {
        ((a, b, c), args, d, e, kwargs)
    }

    #[function]
    #[hstack(signature = (a, /, **kwargs))]
    pub fn hidden(a: i64, kwargs: Handle<Dict>) -> (i64, Handle<Dict>) {
        (a, kwargs)
    }

    #[function]
    #[hstack(signature = (number = 7, text = "seven", real = 0.5, flag = true, nothing = None))]
    pub fn defaults(
        number: i64,
        text: &str,
        real: f64,
        flag: bool,
        nothing: Option<Handle<Any>>,
    ) -> (i64, String, f64, bool, bool) {
        (number, text.to_owned(), real, flag, nothing.is_none())
    }

    #[function]
    #[hstack(signature = (a = 5))]
    pub fn some_default(a: Option<i64>) -> Option<i64> {
        a
    }

    /// Twelve arguments are more than the inline slots of a frame.
    #[function]
    #[allow(clippy::too_many_arguments)]
    pub fn twelve(
        a: i64,
        b: i64,
        c: i64,
        d: i64,
        e: i64,
        g: i64,
        h: i64,
        i: i64,
        j: i64,
        k: i64,
        l: i64,
        m: i64,
    ) -> Vec<i64> {
        vec![a, b, c, d, e, g, h, i, j, k, l, m]
    }

    #[function]
    pub fn list_only(items: Handle<List>) -> Handle<List> {
        items
    }

    #[function]
    pub fn typed(n: i64, text: &str, items: Handle<List>, flag: bool) -> (i64, String, Handle<List>, bool) {
        (n, text.to_owned(), items, flag)
    }

    fn even<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<i64> {
        let n: i64 = object.extract(f)?;
        if n % 2 == 0 { Ok(n) } else { Err(TypeError::new_err("expected an even number")) }
    }

    #[function]
    pub fn converted(#[hstack(from_py_with = even)] n: i64) -> i64 {
        n
    }

    /// Keeps its arguments alive until it returns, whatever the callback does to the caller's.
    #[function]
    #[hstack(signature = (callback, *args))]
    pub fn kept<'f>(
        f: &Frame<'f>,
        callback: Handle<'f, Any>,
        args: Handle<'f, Tuple>,
    ) -> Result<Handle<'f, Any>> {
        callback.call::<()>(f, ())?;
        args.get(f, 0)
    }
}
