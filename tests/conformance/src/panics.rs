//! Panics at every depth become exceptions.

/// Panics.
#[hstack::module(submodule)]
pub mod panics {
    use hstack::PanicException;
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn text() {
        panic!("a plain message");
    }

    #[function]
    pub fn formatted(n: i64) {
        panic!("the number {n}");
    }

    #[function]
    pub fn payload() {
        std::panic::panic_any(5);
    }

    #[function]
    pub fn index(items: Vec<i64>, i: usize) -> i64 {
        items[i]
    }

    #[function]
    pub fn unwrap(f: &Frame, object: Handle<Any>) -> i64 {
        object.extract(f).unwrap()
    }

    /// With handles in the frame, in a scope and in a loop.
    #[function]
    pub fn in_loop(f: &Frame, list: Handle<List>) -> Result {
        let _kept = f.str("kept by the frame")?;
        f.scope(|f| {
            let _inner = f.str("kept by the scope")?;
            for_each!(f, item in list, {
                let text = item.repr(f)?;
                assert!(text.as_str(f)? != "'stop'", "found the item");
            });
            Ok(())
        })
    }

    #[function]
    pub fn in_detach(f: &mut Frame) {
        f.detach(|| panic!("while detached"));
    }

    #[function]
    pub fn in_drop() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("in a drop");
            }
        }
        let _bomb = Bomb;
    }

    #[function]
    pub fn in_closure(f: &Frame) -> Result<Handle<Any>> {
        f.closure("explode", "", |_, _| -> Result { panic!("in a closure") })
    }

    /// Below a Python call that is below Rust.
    #[function]
    pub fn below(f: &Frame, callable: Handle<Any>, depth: i64) -> Result {
        if depth == 0 {
            panic!("at the bottom");
        }
        callable.call(f, (callable, depth - 1))
    }

    #[function]
    pub fn is_panic(f: &Frame, callable: Handle<Any>) -> Option<bool> {
        callable.call::<()>(f, ()).err().map(|error| error.is_instance::<PanicException>(f))
    }

    #[function]
    pub fn class_(f: &Frame) -> Result<Handle<Type>> {
        f.exception_class::<PanicException>()
    }
}
