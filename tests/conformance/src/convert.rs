//! Conversions of the standard library's types.

use hstack::function;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZero;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

macro_rules! echo {
    ($($name:ident $ty:ty;)*) => { $(
        #[function]
        #[hstack(signature = (value, /))]
        pub fn $name(value: $ty) -> $ty {
            value
        }
    )* };
}
echo! {
    i128_ i128;
    u128_ u128;
    non_zero NonZero<i32>;
    boxed_str Box<str>;
    vector Vec<i64>;
    floats Vec<f64>;
    texts Vec<String>;
    nested Vec<Vec<i64>>;
    boxed_slice Box<[i64]>;
    array [i64; 3];
    option Option<String>;
    pairs Vec<(String, i64)>;
    hash_map HashMap<String, i64>;
    tree_map BTreeMap<String, Vec<i64>>;
    int_map BTreeMap<i64, String>;
    hash_set HashSet<i64>;
    tree_set BTreeSet<String>;
    os_string OsString;
    path PathBuf;
    duration Duration;
    time SystemTime;
    ip IpAddr;
    ipv4 Ipv4Addr;
    ipv6 Ipv6Addr;
    cell std::cell::Cell<i64>;
}

/// Conversions.
#[hstack::module(submodule)]
pub mod convert {
    use super::*;
    pub use super::{
        array, boxed_slice, boxed_str, cell, duration, floats, hash_map, hash_set, i128_, int_map, ip, ipv4,
        ipv6, nested, non_zero, option, os_string, pairs, path, texts, time, tree_map, tree_set, u128_,
        vector,
    };
    use hstack::prelude::*;

    #[function]
    pub fn cow(text: Cow<str>) -> Cow<str> {
        text
    }

    #[function]
    pub fn cow_bytes(data: Cow<[u8]>) -> (Cow<[u8]>, bool) {
        let borrowed = matches!(data, Cow::Borrowed(_));
        (data, borrowed)
    }

    #[function]
    pub fn handles(items: Vec<Handle<Any>>) -> Vec<Handle<Any>> {
        items
    }

    #[function]
    pub fn dicts(items: Vec<Handle<Dict>>) -> usize {
        items.len()
    }

    #[function]
    pub fn unit(value: ()) -> () {
        value
    }

    #[function]
    pub fn int_from_bytes(f: &Frame, bytes: Vec<u8>, signed: bool) -> Result<Handle<Int>> {
        f.int_from_bytes(&bytes, signed)
    }

    #[function]
    pub fn int_to_bytes(f: &Frame, value: Handle<Int>) -> Result<Vec<u8>> {
        value.to_bytes(f)
    }

    #[function]
    pub fn slices() -> (Vec<i64>, Vec<f64>, Vec<&'static str>, [bool; 2], Vec<Option<i64>>) {
        (vec![1, -2, i64::MAX], vec![0.5, -0.0], vec!["a", "é"], [true, false], vec![Some(1), None])
    }

    /// What kind of built-in an object is.
    #[function]
    pub fn kind(f: &Frame, object: Handle<Any>) -> String {
        let text = format!("{:?}", object.kind(f));
        text.split('(').next().unwrap_or_default().to_owned()
    }

    /// A type with a conversion of its own.
    #[function]
    pub fn celsius(temperature: Celsius) -> Celsius {
        Celsius(temperature.0 + 1.0)
    }

    pub struct Celsius(f64);

    impl<'f> FromPy<'f> for Celsius {
        fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
            let value: f64 = object.extract(f)?;
            if value < -273.15 { Err(ValueError::new_err("below absolute zero")) } else { Ok(Celsius(value)) }
        }
    }

    impl<'f> ToPy<'f> for Celsius {
        fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<hstack::Temp<'a, 'f>> {
            self.0.to_temp(f)
        }
    }
}
