//! What is called with a tuple and a dict: constructors, initializers, instances.

use crate::class::{Class, Instance};
use crate::error::{Error, Result};
use crate::ffi::contexts::context;
use crate::ffi::entry::{Code, Returned, arguments, lent, run_lent};
use crate::ffi::{Arguments, Ctx, Live};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Tuple, Type};
use core::ffi::{c_int, c_void};
use hstack_sys::{Constant, Ref};

/// `tp_new`: a class, a tuple and perhaps a dict.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn new(
    class: Ref,
    arguments: Ref,
    keywords: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Type>, Arguments<'f>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter passes a class that is alive for the call.
    unsafe {
        called(class, arguments, keywords, |f, class, arguments| {
            body(f, class.cast_unchecked(), arguments).map(Returned::into_code)
        })
    }
}

/// `tp_call`: an instance, a tuple and perhaps a dict.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn call(
    this: Ref,
    arguments: Ref,
    keywords: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Arguments<'f>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe {
        called(this, arguments, keywords, |f, this, arguments| {
            body(f, this, arguments).map(Returned::into_code)
        })
    }
}

/// `tp_init`: an instance, a tuple and perhaps a dict.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn init(
    this: Ref,
    arguments: Ref,
    keywords: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Arguments<'f>) -> Result,
) -> c_int {
    // SAFETY: as for the other entries.
    unsafe { called(this, arguments, keywords, |f, this, arguments| body(f, this, arguments).map(|()| 0)) }
}

/// `tp_vectorcall`: what calling the class comes down to, until Python code replaces its `__new__` or its
/// `__init__`. `new` is the class's `tp_new`.
///
/// # Safety
/// An interpreter calls the slot, of a class that `object` is the base of.
#[inline(always)]
pub unsafe fn construct(
    class: Ref,
    arguments: *const Ref,
    count: isize,
    names: Option<Ref>,
    new: *const c_void,
    entry: impl FnOnce(isize) -> Option<Ref>,
) -> Option<Ref> {
    // The highest bit says that the caller lends the place before the arguments.
    let count = count & isize::MAX;
    // SAFETY: as for the other entries.
    unsafe {
        if is_unchanged(context([Some(class)]), class, new) {
            entry(count)
        } else {
            as_type_does(class, arguments, count, names)
        }
    }
}

/// Whether a class is made by `new` alone: then the provider says where to see that.
#[inline(always)]
unsafe fn is_unchanged(ctx: Ctx, class: Ref, new: *const c_void) -> bool {
    let types = ctx.get().accelerators.types;
    let (Some(object), true) = (ctx.constant(Constant::Object), types.new != 0) else { return false };
    // SAFETY: the provider publishes where a type has these.
    unsafe {
        let read =
            |class: Ref, place: u32| class.0.as_ptr().byte_add(place as usize).cast::<*const c_void>().read();
        read(class, types.new) == new && read(class, types.init) == read(object, types.init)
    }
}

/// `type.__call__(class, ..)`
#[cold]
#[inline(never)]
unsafe fn as_type_does(class: Ref, values: *const Ref, count: isize, names: Option<Ref>) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe {
        arguments(class, values, count, names, |f, class, given| {
            let all: Handle<Type> = f.known_constant(Constant::Type);
            let call = f.api().get_attr(all.live(), f.api().interned("__call__")?.live())?;
            let values = given.keyword_values(f);
            let mut every = vec![None, Some(class.live())];
            every.extend(given.positional().iter().chain(values).map(|value| Some(value.live())));
            let result =
                f.api().call_with(call.live(), &mut every, values.len(), given.names().map(Handle::live));
            result.map(Returned::new)
        })
    }
}

/// The tuple and the dict become an array.
#[inline(always)]
unsafe fn called<C: Code>(
    this: Ref,
    arguments: Ref,
    keywords: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Arguments<'f>) -> Result<C>,
) -> C {
    // SAFETY: the interpreter lends what it passes until the entry returns.
    unsafe {
        run_lent([this, arguments], [keywords], |f, [this, arguments], [keywords]| {
            let mut values: Vec<Ref> = Vec::new();
            let arguments = match (f.api().tuple_items(Live::new(arguments)), keywords) {
                // The caller keeps the tuple, which never changes.
                (Some((items, count)), None) => Arguments::new(items, count, None),
                _ => {
                    let keywords = keywords.map(|keywords| Live::new(keywords));
                    let (count, names) = unpack(f, lent(f, arguments), keywords, &mut values)?;
                    Arguments::new(values.as_ptr(), count, names.map(Handle::raw))
                }
            };
            body(f, lent(f, this), arguments)
        })
    }
}

/// Puts the items of the tuple into `values`, and behind them the values of the dict. How many the
/// former are, and the names of the latter.
#[inline]
fn unpack<'f>(
    f: &Frame<'f>,
    tuple: Handle<'f, Tuple>,
    keywords: Option<Live<'_>>,
    values: &mut Vec<Ref>,
) -> Result<(usize, Option<Handle<'f, Tuple>>)> {
    let count = tuple.len(f)?;
    for i in 0..count {
        values.push(tuple.get::<Handle<Any>>(f, i)?.raw());
    }
    let names = match keywords {
        Some(keywords) => keyword_names(f, keywords, values)?,
        None => None,
    };
    Ok((count, names))
}

/// The names of a dict's entries; the values go behind `values`. The frame keeps both: the dict may
/// be the caller's own, and change.
#[inline]
fn keyword_names<'f>(
    f: &Frame<'f>,
    dict: Live<'_>,
    values: &mut Vec<Ref>,
) -> Result<Option<Handle<'f, Tuple>>> {
    let mut names: Vec<Handle<'f, Any>> = Vec::new();
    let mut position = 0;
    while let Some((name, value)) = f.api().dict_entry(dict, &mut position)? {
        names.push(f.push(name));
        values.push(f.push::<Any>(value).raw());
    }
    if names.is_empty() { Ok(None) } else { f.tuple_of(&names).map(Some) }
}

/// What a constructor may return: an instance, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `#[new]`",
    label = "not an instance",
    note = "return `Self`, for a class with fields the `Init` struct that its macro writes, or `Result` of one"
)]
pub trait Constructed<'f> {
    /// Makes the instance.
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned>;
}

impl<'f, I: Instance<'f>> Constructed<'f> for I {
    #[inline(always)]
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned> {
        f.new_of(class.live(), self).map(Returned::new)
    }
}

impl<'f, I: Instance<'f>, E: Into<Error>> Constructed<'f> for Result<I, E> {
    #[inline(always)]
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned> {
        match self {
            Ok(instance) => instance.construct(f, class),
            Err(error) => Err(error.into()),
        }
    }
}

/// A class that is made empty and filled by `__init__`.
#[diagnostic::on_unimplemented(
    message = "a class with `__init__` and without `#[new]` starts empty, and `{Self}` has no `Default`",
    label = "no `Default`",
    note = "put `#[derive(Default)]` on the struct, or write a constructor with `#[new]` instead of `__init__`"
)]
pub trait Empty: Class {
    /// The payload before `__init__`.
    fn empty() -> Self;
}

impl<C: Class + Default> Empty for C {
    #[inline]
    fn empty() -> C {
        C::default()
    }
}

/// Makes an instance for `__init__` to fill.
#[inline]
pub fn empty<'f, C: Empty + Instance<'f>>(f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned> {
    f.new_of(class.live(), C::empty()).map(Returned::new)
}
