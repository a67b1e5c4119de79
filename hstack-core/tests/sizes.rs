//! Sizes and auto traits that the documentation promises.

use hstack::prelude::*;
use hstack::{Error, Interpreter};
use static_assertions::{assert_impl_all, assert_not_impl_any};
use std::mem::size_of;

#[test]
fn handles_are_words() {
    let word = size_of::<usize>();
    assert_eq!(size_of::<Handle<Any>>(), word);
    assert_eq!(size_of::<Option<Handle<Any>>>(), word);
    assert_eq!(size_of::<Error>(), word);
    assert_eq!(size_of::<Result>(), word);
    assert_eq!(size_of::<Result<Handle<Any>>>(), 2 * word);
    assert_eq!(size_of::<Global<Any>>(), 2 * word);
}

assert_impl_all!(Global<List>: Send, Sync);
assert_impl_all!(Error: Send, Sync, std::error::Error);
assert_impl_all!(Interpreter: Send, Sync, Clone);
assert_impl_all!(Handle<'static, Any>: Copy);
assert_not_impl_any!(Handle<'static, Any>: Send, Sync);
assert_not_impl_any!(Frame<'static>: Send, Sync, Clone);
assert_not_impl_any!(Temp<'static, 'static>: Send, Sync, Clone);
