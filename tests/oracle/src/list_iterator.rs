//! The iterators of a list, which let go of it at the end.

use crate::list::{ListLike, items};
use hstack::imported;
use hstack::prelude::*;
use hstack::{class, methods};
use std::sync::atomic::{AtomicIsize, Ordering};

/// From the first item on.
#[class(name = "ListIterator")]
pub struct ListIterator {
    pub(crate) list: Field<ListLike>,
    pub(crate) next: AtomicIsize,
}

/// From the last item on.
#[class(name = "ListReverseIterator")]
pub struct ListReverseIterator {
    pub(crate) list: Field<ListLike>,
    pub(crate) next: AtomicIsize,
}

macro_rules! iterator {
    ($name:ident, $function:literal, $step:literal, $left:expr) => {
        #[methods]
        impl $name {
            fn __iter__(this: Handle<Self>) -> Handle<Self> {
                this
            }

            fn __next__(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
                let Some(list) = this.find(f, $name::LIST)? else { return Ok(None) };
                let items = items(list);
                let index = this.payload(f).next.fetch_add($step, Ordering::Relaxed);
                match usize::try_from(index) {
                    Ok(index) if index < items.len(f)? => items.get(f, index).map(Some),
                    _ => {
                        this.store(f, $name::LIST, None)?;
                        Ok(None)
                    }
                }
            }

            fn __length_hint__(this: Handle<Self>, f: &Frame) -> Result<isize> {
                let Some(list) = this.find(f, $name::LIST)? else { return Ok(0) };
                let left: fn(isize, isize) -> isize = $left;
                let len = items(list).len(f)? as isize;
                Ok(left(len, this.payload(f).next.load(Ordering::Relaxed)).max(0))
            }

            fn __reduce__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                match this.find(f, $name::LIST)? {
                    Some(list) => {
                        let next = this.payload(f).next.load(Ordering::Relaxed);
                        (imported!("builtins", $function).get(f)?, (list,), next).to_handle(f)
                    }
                    None => (imported!("builtins", "iter").get(f)?, (f.tuple()?,)).to_handle(f),
                }
            }

            fn __setstate__(this: Handle<Self>, f: &Frame, next: isize) -> Result {
                let Some(list) = this.find(f, $name::LIST)? else { return Ok(()) };
                let len = items(list).len(f)? as isize;
                let next = if $step > 0 { next.min(len).max(0) } else { next.min(len - 1).max(-1) };
                this.payload(f).next.store(next, Ordering::Relaxed);
                Ok(())
            }
        }
    };
}
iterator!(ListIterator, "iter", 1, |len, next| len - next);
iterator!(ListReverseIterator, "reversed", -1, |len, next| if next < len { next + 1 } else { 0 });
