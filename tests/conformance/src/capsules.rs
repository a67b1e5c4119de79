//! Capsules and weak references.

/// Capsules and weak references.
#[hstack::module(submodule)]
pub mod capsules {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::{Capsule, Weakref};
    use std::ffi::CString;
    use std::sync::atomic::{AtomicI64, Ordering};

    static DROPPED: AtomicI64 = AtomicI64::new(0);

    struct Counted(i64);

    impl Drop for Counted {
        fn drop(&mut self) {
            DROPPED.fetch_add(self.0, Ordering::Relaxed);
        }
    }

    #[function]
    #[hstack(signature = (name, value))]
    pub fn new(f: &Frame, name: Option<CString>, value: i64) -> Result<Handle<Capsule>> {
        f.capsule(name.as_deref(), Counted(value))
    }

    #[function]
    pub fn with_destructor(f: &Frame, name: CString, value: i64) -> Result<Handle<Capsule>> {
        f.capsule_with_destructor(name.as_c_str(), value, |value| {
            DROPPED.fetch_add(value, Ordering::Relaxed);
        })
    }

    /// A destructor that panics must not bring the process down.
    #[function]
    pub fn with_panicking_destructor(f: &Frame) -> Result<Handle<Capsule>> {
        f.capsule_with_destructor(c"conformance.panics", 1, |_| panic!("in a destructor"))
    }

    #[function]
    pub fn dropped() -> i64 {
        DROPPED.load(Ordering::Relaxed)
    }

    #[function]
    #[hstack(signature = (capsule, name))]
    pub fn is_valid(f: &Frame, capsule: Handle<Capsule>, name: Option<CString>) -> bool {
        capsule.is_valid(f, name.as_deref())
    }

    #[function]
    #[hstack(signature = (capsule, name))]
    pub fn address(f: &Frame, capsule: Handle<Capsule>, name: Option<CString>) -> Result<usize> {
        Ok(capsule.pointer(f, name.as_deref())?.as_ptr().addr())
    }

    #[function]
    pub fn import_(f: &Frame, name: CString) -> Result<usize> {
        Ok(f.import_capsule(&name)?.as_ptr().addr())
    }

    #[function]
    pub fn weakref(f: &Frame, object: Handle<Any>) -> Result<Handle<Weakref>> {
        f.weakref(object)
    }

    #[function]
    pub fn weakref_with_callback<'f>(
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        callback: Handle<'f, Any>,
    ) -> Result<Handle<'f, Weakref>> {
        f.weakref_with_callback(object, callback)
    }

    #[function]
    pub fn upgrade(f: &Frame, weak: Handle<Weakref>) -> Result<Option<Handle<Any>>> {
        weak.upgrade(f)
    }
}
