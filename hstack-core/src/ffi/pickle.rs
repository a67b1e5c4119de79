//! `#[class(pickle)]`: instances are taken apart into the values of their struct, which a hidden class
//! method makes a new one from, and their fields and `__dict__`, which are set afterwards: so cycles work.
//! What a base has comes first, in both lists. A built-in base hands out what its `__new__` makes it from again,
//! or, when it is a list or a dict, its items, which are added at the end, as they are to Python's own subclasses.

use super::entry::{Outcome, Returned, one_argument};
use super::slots::{Binary, Unary, receiver, unary};
use crate::class::{Base, BaseArgs, Class, ClassAttribute, Container, Instance, Key, Part, Readable};
use crate::convert::{FromPy, Temp};
use crate::error::Result;
use crate::exceptions::{TypeError, ValueError};
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::{Any, Bytes, Complex, Dict, Float, Int, List, Str, Tuple, Type};
use hstack_sys::{Convention, FunctionDef, Ref, type_flags};
use std::ffi::CStr;
use std::marker::PhantomData;
use std::sync::{Mutex, RwLock};

/// How an instance is taken apart and put together.
#[diagnostic::on_unimplemented(
    message = "a class with `pickle` cannot extend `{Self}`, which has no `pickle`",
    label = "its part of an instance would not be saved",
    note = "write `#[class(subclass, pickle)]` for the base too, when that is a class of yours; or write `__reduce__` instead of `pickle`"
)]
pub trait Pickle: PyType + Sized {
    /// How many values there are, those of the base among them.
    const VALUES: usize;
    /// How many fields.
    const FIELDS: usize;
    /// What an instance is made from.
    type Init<'f>: Part<'f>;
    /// Appends the values.
    fn values<'f>(f: &mut Frame<'f>, this: Handle<'f, Self>, values: Handle<'f, List>) -> Result;
    /// What is made from them, the fields empty.
    fn init<'f>(f: &Frame<'f>, values: Handle<'f, Tuple>) -> Result<Self::Init<'f>>;
    /// Appends the fields.
    fn fields<'f>(f: &Frame<'f>, this: Handle<'f, Self>, state: Handle<'f, List>) -> Result;
    /// Sets them.
    fn set_fields<'f>(f: &Frame<'f>, this: Handle<'f, Self>, state: Handle<'f, List>) -> Result;
    /// Iterators over the items of a base that is a list, and over those of one that is a dict.
    fn items<'f>(f: &Frame<'f>, this: Handle<'f, Self>) -> Result<Items<'f>>;
}

/// The last two of what `__reduce__` returns.
pub type Items<'f> = (Option<Handle<'f, Any>>, Option<Handle<'f, Any>>);

macro_rules! built_in {
    ($($name:ident: $count:literal, $values:expr, $init:expr, $items:expr;)*) => { $(
        impl Pickle for $name {
            const VALUES: usize = $count;
            const FIELDS: usize = 0;
            type Init<'f> = BaseArgs<'f, $name>;
            #[inline]
            fn values<'f>(f: &mut Frame<'f>, this: Handle<'f, Self>, values: Handle<'f, List>) -> Result {
                let append: for<'x> fn(&Frame<'x>, Handle<'x, $name>, Handle<'x, List>) -> Result = $values;
                append(f, this, values)
            }
            #[inline]
            fn init<'f>(f: &Frame<'f>, values: Handle<'f, Tuple>) -> Result<Self::Init<'f>> {
                let init: for<'x> fn(&Frame<'x>, Handle<'x, Tuple>) -> Result<BaseArgs<'x, $name>> = $init;
                init(f, values)
            }
            #[inline]
            fn fields<'f>(_: &Frame<'f>, _: Handle<'f, Self>, _: Handle<'f, List>) -> Result {
                Ok(())
            }
            #[inline]
            fn set_fields<'f>(_: &Frame<'f>, _: Handle<'f, Self>, _: Handle<'f, List>) -> Result {
                Ok(())
            }
            #[inline]
            fn items<'f>(f: &Frame<'f>, this: Handle<'f, Self>) -> Result<Items<'f>> {
                let items: for<'x> fn(&Frame<'x>, Handle<'x, $name>) -> Result<Items<'x>> = $items;
                items(f, this)
            }
        }
    )* };
    (by value: $($name:ident)*) => {
        built_in! { $(
            $name: 1,
            |f, this, values| {
                let class: Handle<Type> = f.push(Temp::of(f, <$name as Base>::class(f)?));
                let arguments: Handle<Tuple> = class.call_method(f, "__getnewargs__", (this,))?;
                values.append(f, arguments)
            },
            |f, values| Ok(BaseArgs::from(values.get::<Handle<Tuple>>(f, 0)?)),
            |_, _| Ok((None, None));
        )* }
    };
}
built_in!(by value: Int Float Complex Str Bytes Tuple);
built_in! {
    List: 0, |_, _, _| Ok(()), |_, _| Ok(BaseArgs::default()), |f, this| {
        let iter = crate::imported!("builtins", "iter").get(f)?;
        Ok((Some(iter.call(f, (this,))?), None))
    };
    Dict: 0, |_, _, _| Ok(()), |_, _| Ok(BaseArgs::default()), |f, this| {
        let iter = crate::imported!("builtins", "iter").get(f)?;
        let items: Handle<Any> = this.call_method(f, "items", ())?;
        Ok((None, Some(iter.call(f, (items,))?)))
    };
}

/// What a class without `pickle` has when its base has it.
pub struct Unpickled<B>(PhantomData<B>);

impl<B: Pickle + Class> Unpickled<B> {
    /// An attribute instead of the method, which says to [`reduce`] that there is more to an instance.
    pub const ATTRIBUTES: &'static [ClassAttribute] = &[ClassAttribute::new(RESTORE, |f| ().returned(f))];
}

/// What it has when its base has not.
pub trait NothingUnpickled {
    /// Nothing.
    const ATTRIBUTES: &'static [ClassAttribute] = &[];
}
impl<B> NothingUnpickled for Unpickled<B> {}

/// The name of the class method that makes an instance from the values of the struct.
const RESTORE: &str = "_hstack_restore";

/// A value of the struct that can be made from what it was saved as.
#[diagnostic::on_unimplemented(
    message = "a class with `pickle` cannot hold a `{Self}`: it cannot be made from a Python object",
    label = "does not implement `FromPy`, nor is it an atomic or a lock of what does",
    note = "implement `FromPy` and `ToPy` for it (the derives do), or write `__reduce__` instead of `pickle`"
)]
pub trait Restorable<'f>: Sized {
    /// Makes it.
    fn restore(f: &Frame<'f>, value: Handle<'f, Any>) -> Result<Self>;
}

impl<'f, T: FromPy<'f>> Restorable<'f> for T {
    #[inline]
    fn restore(f: &Frame<'f>, value: Handle<'f, Any>) -> Result<Self> {
        T::from_py(f, value)
    }
}

macro_rules! restorable {
    ($([$($parameters:tt)*] $ty:ty = $inner:ty;)*) => { $(
        impl<'f, $($parameters)*> Restorable<'f> for $ty {
            #[inline]
            fn restore(f: &Frame<'f>, value: Handle<'f, Any>) -> Result<Self> {
                Ok(<$ty>::new(<$inner as FromPy<'f>>::from_py(f, value)?))
            }
        }
    )* };
}
restorable! {
    [T: FromPy<'f>] crate::Lock<T> = T;
    [T: FromPy<'f>] Mutex<T> = T;
    [T: FromPy<'f>] RwLock<T> = T;
    [T: FromPy<'f> + crate::AtomicValue] crate::Atomic<T> = T;
    [] std::sync::atomic::AtomicBool = bool;
    [] std::sync::atomic::AtomicI8 = i8;
    [] std::sync::atomic::AtomicI16 = i16;
    [] std::sync::atomic::AtomicI32 = i32;
    [] std::sync::atomic::AtomicI64 = i64;
    [] std::sync::atomic::AtomicIsize = isize;
    [] std::sync::atomic::AtomicU8 = u8;
    [] std::sync::atomic::AtomicU16 = u16;
    [] std::sync::atomic::AtomicU32 = u32;
    [] std::sync::atomic::AtomicU64 = u64;
    [] std::sync::atomic::AtomicUsize = usize;
}

/// Appends a value of the struct.
#[inline]
pub fn save<'f, T: Readable<'f>>(f: &mut Frame<'f>, place: &'f T, values: Handle<'f, List>) -> Result {
    let code = place.read(f)?;
    values.append(f, f.push::<Any>(code.into_temp(f)))
}

/// A value of the struct.
#[inline]
pub fn load<'f, T: Restorable<'f>>(f: &Frame<'f>, values: Handle<'f, Tuple>, index: usize) -> Result<T> {
    T::restore(f, values.get(f, index)?)
}

/// Appends a field: a tuple of its value, or an empty one.
#[inline]
pub fn save_field<'f, C: Class, T: PyType>(
    f: &Frame<'f>,
    this: Handle<'f, C>,
    key: Key<C, T>,
    state: Handle<'f, List>,
) -> Result {
    match this.find(f, key)? {
        Some(value) => state.append(f, (value,)),
        None => state.append(f, f.tuple_of::<Any>(&[])?),
    }
}

/// Sets a field.
#[inline]
pub fn load_field<'f, C: Class, T: PyType>(
    f: &Frame<'f>,
    this: Handle<'f, C>,
    key: Key<C, T>,
    state: Handle<'f, List>,
    index: usize,
) -> Result {
    let saved: Handle<Tuple> = state.get(f, index)?;
    match saved.len(f)? {
        0 => this.store(f, key, None),
        _ => this.store(f, key, saved.get::<Handle<T>>(f, 0)?),
    }
}

/// Appends a field with many references.
#[inline]
pub fn save_container<'f, C: Class, F: Container>(
    f: &Frame<'f>,
    this: Handle<'f, C>,
    key: Key<C, F>,
    state: Handle<'f, List>,
) -> Result {
    f.api().list_append(state.live(), F::save(f, this.place(key))?.live())?;
    Ok(())
}

/// Fills a field with many references.
#[inline]
pub fn load_container<'f, C: Class, F: Container>(
    f: &Frame<'f>,
    this: Handle<'f, C>,
    key: Key<C, F>,
    state: Handle<'f, List>,
    index: usize,
) -> Result {
    F::load(f, this.place(key), state.get(f, index)?)
}

/// A method that a macro's option stands for, without a docstring.
pub(super) const fn method(
    name: &'static CStr,
    signature: &'static CStr,
    convention: Convention,
    flags: u32,
    entry: *const std::ffi::c_void,
) -> FunctionDef {
    FunctionDef {
        size: size_of::<FunctionDef>(),
        name: name.as_ptr(),
        doc: std::ptr::null(),
        signature: signature.as_ptr(),
        convention,
        flags,
        entry,
    }
}

/// `__reduce__`
#[inline]
pub const fn reduce<C: Pickle + Class>() -> FunctionDef {
    unsafe extern "C" fn entry<C: Pickle + Class>(this: Ref) -> Option<Ref> {
        // SAFETY: an interpreter calls the method.
        unsafe {
            unary(this, |f, this| {
                let object = receiver::<C>(f, this)?;
                let values = f.list()?;
                C::values(f, object, values)?;
                let fields = f.list()?;
                C::fields(f, object, fields)?;
                let dict: Option<Handle<Any>> = this.find_attr(f, "__dict__")?;
                let class = this.get_type(f);
                let Some(restore) = class.get_attr::<Option<Handle<Any>>>(f, RESTORE)? else {
                    return Err(TypeError::new_err(format!(
                        "cannot pickle '{}' object: a class whose base has `pickle` says itself what it is made from; write `#[class(pickle)]` for it too, or `__reduce__`",
                        class.get_attr::<String>(f, "__name__")?
                    )));
                };
                let (items, entries) = C::items(f, object)?;
                let arguments = (values.to_tuple(f)?,);
                (restore, arguments, (fields, dict), items, entries).returned(f)
            })
        }
    }
    method(c"__reduce__", c"($self, /)", Convention::NoArguments, 0, entry::<C> as Unary as *const _)
}

/// The class method that makes an instance from the values of the struct.
#[inline]
pub const fn restore<C: Pickle + Class>() -> FunctionDef
where
    for<'f> C::Init<'f>: Instance<'f, Class = C>,
{
    unsafe extern "C" fn entry<C: Pickle + Class>(class: Ref, values: Ref) -> Option<Ref>
    where
        for<'f> C::Init<'f>: Instance<'f, Class = C>,
    {
        // SAFETY: as above; the self of a class method is a class.
        unsafe {
            one_argument(class, values, |f, class, values| {
                let values = values.cast::<Tuple>(f)?;
                if values.len(f)? != C::VALUES {
                    return Err(ValueError::new_err(format!(
                        "a '{}' is made from {} values, not from {}: it was pickled by another version",
                        C::NAME,
                        C::VALUES,
                        values.len(f)?
                    )));
                }
                // What Python code calls it with is not checked by `tp_new`.
                f.new_checked(class.live(), C::init(f, values)?).map(Returned::new)
            })
        }
    }
    method(
        c"_hstack_restore",
        c"($type, values, /)",
        Convention::OneArgument,
        type_flags::METHOD_CLASS,
        entry::<C> as Binary as *const _,
    )
}

/// `__setstate__`
#[inline]
pub const fn set_state<C: Pickle + Class>() -> FunctionDef {
    unsafe extern "C" fn entry<C: Pickle + Class>(this: Ref, state: Ref) -> Option<Ref> {
        // SAFETY: as above.
        unsafe {
            one_argument(this, state, |f, this, state| {
                let object = receiver::<C>(f, this)?;
                let (fields, dict): (Handle<List>, Option<Handle<Dict>>) = state.extract(f)?;
                C::set_fields(f, object, fields)?;
                if let Some(dict) = dict {
                    this.get_attr::<Handle<Dict>>(f, "__dict__")?.update(f, dict.as_any())?;
                }
                ().returned(f)
            })
        }
    }
    method(
        c"__setstate__",
        c"($self, state, /)",
        Convention::OneArgument,
        0,
        entry::<C> as Binary as *const _,
    )
}
