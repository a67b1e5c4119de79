//! The loop macro.

/// A loop with a scope per item: `for_each!(f, x in xs, { .. })`.
///
/// `xs` is a handle (list, tuple, dict with `(key, value)`, iterator, or any object for the iterator
/// protocol), a range, a `Vec` or a slice. Inside, `f` is the scope: handles made in the body are closed
/// at the end of each round, and [`escape`](crate::Scope::escape) brings one out. `break`, `continue`
/// and `?` work; `?` converts to the error of the function around it, which must return a `Result`.
///
/// The body is a closure, so `return` with a value and labels of outer loops do not work in it.
///
/// ```
/// use hstack::prelude::*;
///
/// fn count<'f>(f: &Frame<'f>, words: Handle<'f, List>) -> Result<Handle<'f, Dict>> {
///     let out = f.dict()?;
///     for_each!(f, word in words, {
///         if word.is_none(f) {
///             continue;
///         }
///         let n: i64 = out.find(f, word)?.unwrap_or(0);
///         out.set(f, word, n + 1)?;
///     });
///     Ok(out)
/// }
/// ```
// The body runs in a `while` that turns once, so that the two keywords mean what they say: `continue`
// (and falling through) asks the condition again, `break` does not.
#[macro_export]
macro_rules! for_each {
    ($f:ident, $x:pat in $xs:expr, $body:block) => {
        match $crate::iterate::Iterable::run(
            $xs,
            $f,
            |$f, $x| -> ::core::result::Result<$crate::iterate::NoReturnFromForEach, _> {
                let mut broke;
                let mut turn = 0u8;
                while {
                    turn += 1;
                    broke = turn == 1;
                    broke
                } $body
                ::core::result::Result::Ok(if broke {
                    $crate::iterate::NoReturnFromForEach::BREAK
                } else {
                    $crate::iterate::NoReturnFromForEach::CONTINUE
                })
            },
        ) {
            ::core::result::Result::Ok(_) => {}
            ::core::result::Result::Err(error) => return ::core::result::Result::Err(error),
        }
    };
}
