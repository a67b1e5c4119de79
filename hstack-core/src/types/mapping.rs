//! Anything that is a mapping, and `mappingproxy`.

use super::{Any, Dict, List, Mapping, MappingProxy, Type};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use hstack_sys::Constant;

impl<'f> Frame<'f> {
    /// `types.MappingProxyType(mapping)`: a read-only view of a mapping.
    ///
    /// # Errors
    /// `TypeError` when it is no mapping.
    #[inline]
    pub fn mappingproxy(&self, mapping: Handle<'f, Any>) -> Result<Handle<'f, MappingProxy>> {
        let class: Handle<Type> = self.known_constant(Constant::MappingProxy);
        class.call(self, (mapping,))
    }
}

impl<'f> Handle<'f, Dict> {
    /// The dict, as one of any mapping.
    #[inline]
    pub fn as_mapping(self) -> Handle<'f, Mapping> {
        // SAFETY: `Mapping::check` accepts every dict.
        unsafe { self.cast_unchecked() }
    }
}

macro_rules! reading {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// `self[key]`
            ///
            /// # Errors
            /// `KeyError` when there is none, and what converting raises.
            #[inline]
            pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<T> {
                self.get_item(f, key)
            }

            /// `self[key]`, or `None` when there is none: absence is not an error.
            ///
            /// # Errors
            /// What the look-up raises, except `LookupError`, and what converting does.
            #[inline]
            pub fn find<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<Option<T>> {
                self.find_item(f, key)
            }

            /// `list(self.keys())`
            ///
            /// # Errors
            /// What `keys` raises.
            #[inline]
            pub fn keys(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
                f.keep(f.api().mapping_keys(self.live()))
            }

            /// `list(self.values())`
            ///
            /// # Errors
            /// What `values` raises.
            #[inline]
            pub fn values(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
                f.keep(f.api().mapping_values(self.live()))
            }

            /// `list(self.items())`
            ///
            /// # Errors
            /// What `items` raises.
            #[inline]
            pub fn items(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
                f.keep(f.api().mapping_items(self.live()))
            }
        }
    )* };
}
reading!(Mapping MappingProxy);

impl<'f> Handle<'f, Mapping> {
    /// `self[key] = value`
    ///
    /// # Errors
    /// `TypeError` when the mapping cannot be changed, and what `__setitem__` raises.
    #[inline]
    pub fn set(self, f: &Frame<'f>, key: impl ToPy<'f>, value: impl ToPy<'f>) -> Result {
        self.set_item(f, key, value)
    }

    /// `del self[key]`
    ///
    /// # Errors
    /// `KeyError` when there is none; `TypeError` when the mapping cannot be changed.
    #[inline]
    pub fn del(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result {
        self.del_item(f, key)
    }
}
