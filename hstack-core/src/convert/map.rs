//! Maps and sets.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::exceptions::RuntimeError;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Dict, Mapping, Tuple};
use hstack_sys::kind;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

/// Hands every entry of a dict or another mapping to `put`.
fn entries<'f, K: FromPy<'f>, V: FromPy<'f>>(
    f: &Frame<'f>,
    object: Handle<'f, Any>,
    mut put: impl FnMut(K, V),
) -> Result {
    let Some(dict) = object.try_cast::<Dict>(f) else {
        let items = object.cast::<Mapping>(f)?.items(f)?;
        for i in 0..items.len(f)? {
            let (key, value) = f.api().list_get(items.live(), i as isize).and_then(|entry| {
                let entry: Handle<Tuple> = f.push::<Any>(entry).cast(f)?;
                entry.extract::<(K, V)>(f)
            })?;
            put(key, value);
        }
        return Ok(());
    };
    let (len, mut position) = (dict.len(f)?, 0);
    while let Some((key, value)) = f.api().dict_entry(dict.live(), &mut position)? {
        put(K::from_temp(f, key)?, V::from_temp(f, value)?);
        // Converting may run Python code.
        if dict.len(f)? != len {
            return Err(RuntimeError::new_err("dictionary changed size during iteration"));
        }
    }
    Ok(())
}

/// A dict of converted entries.
fn dict_of<'a, 'f, K: ToPy<'f>, V: ToPy<'f>>(
    f: &'a Frame<'f>,
    entries: impl IntoIterator<Item = (K, V)>,
) -> Result<Temp<'a, 'f>> {
    let dict = f.api().dict_new()?;
    for (key, value) in entries {
        key.lend(f, |key| value.put_in_dict(f, dict.live(), key))?;
    }
    Ok(dict)
}

/// Hands every item of a set or frozenset to `put`.
fn items<'f, T: FromPy<'f>>(f: &Frame<'f>, object: Handle<'f, Any>, mut put: impl FnMut(T)) -> Result {
    if object.kinds(f) & (kind::SET | kind::FROZENSET) == 0 {
        return Err(crate::error::mismatch(f, "set", object));
    }
    let iterator = f.api().iter(object.live())?;
    let next = || -> Result<Option<T>> {
        let mut found = crate::ffi::Found::new(f);
        f.api().iter_next(iterator.live(), &mut found.slot)?;
        found.take().map(|item| T::from_temp(f, item)).transpose()
    };
    while let Some(item) = next()? {
        put(item);
    }
    Ok(())
}

/// A set of converted items.
fn set_of<'a, 'f, T: ToPy<'f>>(f: &'a Frame<'f>, items: impl IntoIterator<Item = T>) -> Result<Temp<'a, 'f>> {
    let set = f.api().set_new(None)?;
    let add = |item: Live<'_>| f.api().set_add(set.live(), item);
    for item in items {
        item.lend(f, add)?;
    }
    Ok(set)
}

macro_rules! maps {
    ($([$($bounds:tt)*] [$($hasher:tt)*] $ty:ty = $new:expr;)*) => { $(
        /// From a dict, or another mapping.
        impl<'f, K: FromPy<'f> + $($bounds)*, V: FromPy<'f>, $($hasher)*> FromPy<'f> for $ty {
            #[inline]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                let mut map: Self = $new;
                entries(f, object, |key, value| {
                    map.insert(key, value);
                })?;
                Ok(map)
            }
        }
        impl<K: FromPyOwned + $($bounds)*, V: FromPyOwned, $($hasher)*> FromPyOwned for $ty {}

        /// A dict.
        impl<'f, K: ToPy<'f>, V: ToPy<'f>, $($hasher)*> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                dict_of(f, self)
            }
        }
        /// A dict.
        impl<'f, 'x, K, V, $($hasher)*> ToPy<'f> for &'x $ty
        where
            &'x K: ToPy<'f>,
            &'x V: ToPy<'f>,
        {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                dict_of(f, self)
            }
        }
    )* };
}
maps! {
    [Eq + Hash] [S: BuildHasher + Default] HashMap<K, V, S> = HashMap::default();
    [Ord] [] BTreeMap<K, V> = BTreeMap::new();
}

macro_rules! sets {
    ($([$($bounds:tt)*] [$($hasher:tt)*] $ty:ty = $new:expr;)*) => { $(
        /// From a set or frozenset.
        impl<'f, K: FromPy<'f> + $($bounds)*, $($hasher)*> FromPy<'f> for $ty {
            #[inline]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                let mut set: Self = $new;
                items(f, object, |item| {
                    set.insert(item);
                })?;
                Ok(set)
            }
        }
        impl<K: FromPyOwned + $($bounds)*, $($hasher)*> FromPyOwned for $ty {}

        /// A set.
        impl<'f, K: ToPy<'f>, $($hasher)*> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                set_of(f, self)
            }
        }
        /// A set.
        impl<'f, 'x, K, $($hasher)*> ToPy<'f> for &'x $ty
        where
            &'x K: ToPy<'f>,
        {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                set_of(f, self)
            }
        }
    )* };
}
sets! {
    [Eq + Hash] [S: BuildHasher + Default] HashSet<K, S> = HashSet::default();
    [Ord] [] BTreeSet<K> = BTreeSet::new();
}
