//! Containers: items, slices, membership, iteration.

#[hstack::module(submodule)]
pub mod slots_containers {
    use hstack::prelude::*;
    use hstack::types::{Selection, Subscript};
    use hstack::{class, methods};
    use std::collections::BTreeMap;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
        lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Items by whatever `__getitem__` is given: no length, no iterator.
    #[class]
    pub struct Squares;

    #[methods]
    impl Squares {
        #[new]
        fn new() -> Self {
            Squares
        }

        fn __getitem__(&self, index: i64) -> Result<i64> {
            if index < 5 { Ok(index * index) } else { Err(IndexError::new_err("five")) }
        }
    }

    /// A list of numbers that is indexed as a list is.
    #[class(subclass)]
    pub struct Numbers(Mutex<Vec<i64>>);

    #[methods]
    impl Numbers {
        #[new]
        fn new(items: Vec<i64>) -> Self {
            Numbers(Mutex::new(items))
        }

        fn __len__(&self) -> usize {
            open(&self.0).len()
        }

        fn __getitem__(&self, f: &Frame, key: Subscript) -> Result<Handle<Any>> {
            let items = open(&self.0);
            match key.select(f, items.len())? {
                Selection::Item(index) => items[index].to_handle(f),
                Selection::Items(indices) => {
                    indices.iter().map(|index| items[index]).collect::<Vec<_>>().to_handle(f)
                }
            }
        }

        fn __setitem__(&self, f: &Frame, key: Subscript, value: i64) -> Result {
            let mut items = open(&self.0);
            match key.select(f, items.len())? {
                Selection::Item(index) => items[index] = value,
                Selection::Items(indices) => indices.iter().for_each(|index| items[index] = value),
            }
            Ok(())
        }

        fn __delitem__(&self, f: &Frame, key: Subscript) -> Result {
            let mut items = open(&self.0);
            match key.select(f, items.len())? {
                Selection::Item(index) => {
                    items.remove(index);
                }
                Selection::Items(indices) => {
                    let mut gone: Vec<usize> = indices.iter().collect();
                    gone.sort_unstable();
                    for index in gone.into_iter().rev() {
                        items.remove(index);
                    }
                }
            }
            Ok(())
        }

        fn __contains__(&self, item: Handle<Any>, f: &Frame) -> bool {
            item.extract::<i64>(f).is_ok_and(|item| open(&self.0).contains(&item))
        }

        fn __reversed__(&self) -> Vec<i64> {
            open(&self.0).iter().rev().copied().collect()
        }

        fn __add__(&self, other: Vec<i64>) -> Numbers {
            Numbers::new([open(&self.0).clone(), other].concat())
        }

        fn __mul__(&self, times: usize) -> Numbers {
            Numbers::new(open(&self.0).repeat(times))
        }

        fn __iadd__(&self, other: Vec<i64>) {
            open(&self.0).extend(other);
        }
    }

    /// Negative indexes come counted from the end.
    #[class]
    pub struct Letters(Mutex<Vec<char>>);

    #[methods(sequence)]
    impl Letters {
        #[new]
        fn new(text: &str) -> Self {
            Letters(Mutex::new(text.chars().collect()))
        }

        fn __len__(&self) -> usize {
            open(&self.0).len()
        }

        fn __getitem__(&self, index: usize) -> Result<char> {
            open(&self.0).get(index).copied().ok_or_else(|| IndexError::new_err(format!("no letter {index}")))
        }

        fn __setitem__(&self, index: usize, letter: char) -> Result {
            match open(&self.0).get_mut(index) {
                Some(place) => *place = letter,
                None => return Err(IndexError::new_err(format!("no letter {index}"))),
            }
            Ok(())
        }

        fn __delitem__(&self, index: usize) -> Result {
            let mut letters = open(&self.0);
            if index >= letters.len() {
                return Err(IndexError::new_err(format!("no letter {index}")));
            }
            letters.remove(index);
            Ok(())
        }
    }

    /// A mapping: not a sequence.
    #[class(subclass)]
    pub struct Table(Mutex<BTreeMap<String, i64>>);

    #[methods(mapping)]
    impl Table {
        #[new]
        fn new() -> Self {
            Table(Mutex::default())
        }

        fn __len__(&self) -> usize {
            open(&self.0).len()
        }

        fn __getitem__(&self, key: &str) -> Result<i64> {
            open(&self.0).get(key).copied().ok_or_else(|| KeyError::new_err(key.to_owned()))
        }

        fn __setitem__(&self, key: String, value: i64) {
            open(&self.0).insert(key, value);
        }

        fn __delitem__(&self, key: &str) -> Result {
            match open(&self.0).remove(key) {
                Some(_) => Ok(()),
                None => Err(KeyError::new_err(key.to_owned())),
            }
        }

        fn __contains__(&self, key: &str) -> bool {
            open(&self.0).contains_key(key)
        }

        fn keys(&self) -> Vec<String> {
            open(&self.0).keys().cloned().collect()
        }

        fn __missing__(&self, key: Handle<Any>) -> (Handle<Any>, &'static str) {
            (key, "missing")
        }
    }

    /// Items can be set, not deleted.
    #[class]
    pub struct OnlySet(Mutex<Vec<String>>);

    #[methods]
    impl OnlySet {
        #[new]
        fn new() -> Self {
            OnlySet(Mutex::default())
        }

        #[getter]
        fn log(&self) -> Vec<String> {
            open(&self.0).clone()
        }

        fn __setitem__(&self, key: Handle<Any>, value: Handle<Any>, f: &Frame) -> Result {
            let line = format!("{}={}", key.str(f)?.as_str(f)?, value.str(f)?.as_str(f)?);
            open(&self.0).push(line);
            Ok(())
        }
    }

    /// Items can be deleted, not set.
    #[class]
    pub struct OnlyDelete;

    #[methods]
    impl OnlyDelete {
        #[new]
        fn new() -> Self {
            OnlyDelete
        }

        fn __delitem__(&self, key: i64) -> Result<()> {
            if key == 0 { Ok(()) } else { Err(KeyError::new_err("only 0")) }
        }
    }

    /// What `len` and `in` and `length_hint` say is up to the value.
    #[class]
    pub struct Sized(i64);

    #[methods]
    impl Sized {
        #[new]
        fn new(n: i64) -> Self {
            Sized(n)
        }

        fn __len__(&self) -> Result<i64> {
            if self.0 == 13 { Err(KeyError::new_err("unlucky")) } else { Ok(self.0) }
        }

        fn __contains__(&self, item: i64) -> Result<bool> {
            if item == 13 { Err(KeyError::new_err("unlucky")) } else { Ok(item == self.0) }
        }

        fn __length_hint__(&self) -> i64 {
            self.0 + 1
        }
    }

    /// A countdown: an iterator with a hint.
    #[class]
    pub struct Countdown(std::sync::atomic::AtomicI64);

    #[methods]
    impl Countdown {
        #[new]
        fn new(n: i64) -> Self {
            Countdown(n.into())
        }

        fn __iter__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __next__(&self) -> Result<Option<i64>> {
            match self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed) {
                13 => Err(ValueError::new_err("unlucky")),
                n => Ok((n > 0).then_some(n)),
            }
        }

        fn __length_hint__(&self) -> i64 {
            self.0.load(std::sync::atomic::Ordering::Relaxed)
        }
    }
}
