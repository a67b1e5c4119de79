//! Loops and scopes.

/// Loops and scopes.
#[hstack::module(submodule)]
pub mod loops {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn over_list(f: &Frame, items: Handle<List>) -> Result<Vec<String>> {
        let mut out = Vec::new();
        for_each!(f, item in items, {
            out.push(item.repr(f)?.as_str(f)?.to_owned());
        });
        Ok(out)
    }

    #[function]
    pub fn over_tuple(f: &Frame, items: Handle<Tuple>) -> Result<Vec<String>> {
        let mut out = Vec::new();
        for_each!(f, item in items, {
            out.push(item.repr(f)?.as_str(f)?.to_owned());
        });
        Ok(out)
    }

    #[function]
    pub fn over_any(f: &Frame, items: Handle<Any>) -> Result<Vec<String>> {
        let mut out = Vec::new();
        for_each!(f, item in items, {
            out.push(item.repr(f)?.as_str(f)?.to_owned());
        });
        Ok(out)
    }

    #[function]
    pub fn over_rust(f: &Frame, count: i64) -> Result<(i64, i64, i64, usize)> {
        let (mut range, mut inclusive, mut vector) = (0, 0, 0);
        for_each!(f, i in 0..count, {
            let object = f.int(i)?;
            range += object.extract::<i64>(f)?;
        });
        for_each!(f, i in 0..=count, {
            inclusive += f.int(i)?.extract::<i64>(f)?;
        });
        let items: Vec<i64> = (0..count).collect();
        for_each!(f, i in &items, {
            vector += f.int(*i)?.extract::<i64>(f)?;
        });
        Ok((range, inclusive, vector, f.handle_count()))
    }

    /// `continue` and `break`.
    #[function]
    pub fn until<'f>(
        f: &Frame<'f>,
        items: Handle<'f, Any>,
        stop: Handle<'f, Any>,
    ) -> Result<Handle<'f, List>> {
        let out = f.list()?;
        for_each!(f, item in items, {
            if item.is_none(f) {
                continue;
            }
            if item.eq(f, stop)? {
                break;
            }
            out.append(f, item)?;
        });
        Ok(out)
    }

    #[function]
    pub fn total(f: &Frame, items: Handle<Any>) -> Result<i64> {
        let mut sum = 0;
        for_each!(f, item in items, {
            sum += item.extract::<i64>(f)?;
        });
        Ok(sum)
    }

    #[function]
    pub fn pairs(f: &Frame, rows: Handle<List>) -> Result<i64> {
        let mut sum = 0;
        for_each!(f, row in rows, {
            let row = row.cast::<List>(f)?;
            for_each!(f, item in row, {
                if item.is_none(f) {
                    break;
                }
                sum += item.extract::<i64>(f)?;
            });
        });
        Ok(sum)
    }

    #[function]
    pub fn longest(f: &Frame, items: Handle<List>) -> Result<Option<Handle<Any>>> {
        let mut longest = (0, None);
        for_each!(f, item in items, {
            let n = item.len(f)?;
            if n > longest.0 {
                longest = (n, Some(f.escape(item)));
            }
        });
        Ok(longest.1)
    }

    /// How many handles the frame has after a long loop that makes three in each round.
    #[function]
    pub fn growth(f: &Frame, items: Handle<Any>) -> Result<(usize, usize)> {
        let before = f.handle_count();
        for_each!(f, item in items, {
            let text = item.repr(f)?;
            let other = f.str("another")?;
            let _ = text.concat(f, other)?;
        });
        Ok((before, f.handle_count()))
    }

    #[function]
    pub fn for_each_closure(f: &Frame, items: Handle<List>) -> Result<i64> {
        let mut sum = 0;
        items.for_each(f, |f, item| {
            sum += item.extract::<i64>(f)?;
            Ok(())
        })?;
        Ok(sum)
    }

    /// One `next` after the other.
    #[function]
    pub fn next_items(f: &Frame, items: Handle<Any>, count: usize) -> Result<Vec<Option<i64>>> {
        let iterator = items.try_iter(f)?;
        (0..count).map(|_| iterator.next(f)).collect()
    }

    #[function]
    pub fn remaining(f: &Frame, iterator: Handle<Iter>) -> Result<Vec<i64>> {
        iterator.items::<i64>(f).collect()
    }

    #[function]
    pub fn make_iterator(f: &Frame, items: Handle<Any>) -> Result<Handle<Iter>> {
        items.try_iter(f)
    }

    /// Every round gives up the interpreter.
    #[function]
    pub fn detaching<'f>(f: &mut Frame<'f>, count: i64) -> Result<i64> {
        let mut sum = 0;
        for i in 0..count {
            sum += f.scope_mut(|f| {
                let object = f.int(i)?;
                f.detach(|| ());
                object.extract::<i64>(f)
            })?;
        }
        Ok(sum)
    }

    #[function]
    pub fn scopes(f: &Frame, depth: usize) -> Result<usize> {
        fn go(f: &Frame, depth: usize) -> Result<usize> {
            if depth == 0 {
                return Ok(f.handle_count());
            }
            f.scope(|f| {
                let text = f.str("one handle of each scope")?;
                Ok(go(f, depth - 1)? + text.len(f)?)
            })
        }
        go(f, depth)
    }

    /// Escaped as often as there are outer scopes.
    #[function]
    pub fn escaped<'f>(f: &Frame<'f>, n: i64) -> Result<(Handle<'f, Any>, usize)> {
        let object = f.scope(|f| {
            let inner = f.scope(|f| Ok::<_, hstack::Error>(f.escape(f.int(n)?)))?;
            Ok::<_, hstack::Error>(f.escape(inner.as_any()))
        })?;
        Ok((object, f.handle_count()))
    }

    /// The body may change the list that it runs over.
    #[function]
    pub fn each<'f>(f: &Frame<'f>, items: Handle<'f, List>, callback: Handle<'f, Any>) -> Result<usize> {
        let mut rounds = 0;
        for_each!(f, item in items, {
            callback.call::<()>(f, (item,))?;
            rounds += 1;
        });
        Ok(rounds)
    }
}
