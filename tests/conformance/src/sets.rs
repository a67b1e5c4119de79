//! `set` and `frozenset`

/// Sets.
#[hstack::module(submodule)]
pub mod sets {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn new(f: &Frame) -> Result<Handle<Set>> {
        f.set()
    }

    #[function]
    pub fn from_ints(f: &Frame, items: Vec<i64>) -> Result<Handle<Set>> {
        f.set_from(items)
    }

    #[function]
    pub fn from_objects<'f>(f: &Frame<'f>, items: Handle<'f, List>) -> Result<Handle<'f, Set>> {
        f.set_from(items.to_vec::<Handle<Any>>(f)?)
    }

    #[function]
    pub fn frozen(f: &Frame, items: Handle<Any>) -> Result<Handle<FrozenSet>> {
        f.frozenset(items)
    }

    #[function]
    pub fn frozen_from<'f>(f: &Frame<'f>, items: Handle<'f, List>) -> Result<Handle<'f, FrozenSet>> {
        f.frozenset_from(items.to_vec::<Handle<Any>>(f)?)
    }

    #[function]
    pub fn len(f: &Frame, set: Handle<Set>) -> Result<usize> {
        set.len(f)
    }

    #[function]
    pub fn frozen_len(f: &Frame, set: Handle<FrozenSet>) -> Result<usize> {
        set.len(f)
    }

    #[function]
    pub fn contains(f: &Frame, set: Handle<Set>, item: Handle<Any>) -> Result<bool> {
        set.contains(f, item)
    }

    #[function]
    pub fn frozen_contains(f: &Frame, set: Handle<FrozenSet>, item: Handle<Any>) -> Result<bool> {
        set.contains(f, item)
    }

    #[function]
    pub fn add(f: &Frame, set: Handle<Set>, item: Handle<Any>) -> Result {
        set.add(f, item)
    }

    #[function]
    pub fn discard(f: &Frame, set: Handle<Set>, item: Handle<Any>) -> Result<bool> {
        set.discard(f, item)
    }

    #[function]
    pub fn pop(f: &Frame, set: Handle<Set>) -> Result<Option<Handle<Any>>> {
        set.pop(f)
    }

    #[function]
    pub fn clear(f: &Frame, set: Handle<Set>) -> Result {
        set.clear(f)
    }

    #[function]
    pub fn to_frozenset(f: &Frame, set: Handle<Set>) -> Result<Handle<FrozenSet>> {
        set.to_frozenset(f)
    }

    #[function]
    pub fn to_list(f: &Frame, set: Handle<Set>) -> Result<Handle<List>> {
        set.to_list(f)
    }
}
