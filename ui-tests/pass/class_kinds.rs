//! Classes with and without fields, tuple structs, unit structs, properties and a constructor that fails.
use hstack::prelude::*;
use hstack::{class, methods};
use std::sync::Mutex;

#[class]
pub struct Unit;

#[class(subclass, name = "Pair")]
pub struct Two(i64, String);

#[class]
#[derive(Clone)]
pub struct Point {
    #[hstack(get)]
    x: f64,
    #[hstack(get, name = "Y")]
    y: f64,
}

#[class]
pub struct Stack {
    items: Mutex<Vec<i64>>,
    pub owner: Field<Any>,
    next: Field<Stack>,
}

#[methods]
impl Two {
    #[new]
    fn new(number: i64, text: String) -> Result<Self> {
        if number < 0 {
            return Err(ValueError::new_err("negative"));
        }
        Ok(Two(number, text))
    }

    #[staticmethod]
    fn zero() -> Two {
        Two(0, String::new())
    }

    #[classmethod]
    fn one() -> Two {
        Two(1, String::new())
    }

    fn __repr__(&self) -> String {
        format!("Two({}, {:?})", self.0, self.1)
    }

    fn __len__(&self) -> usize {
        self.1.len()
    }

    fn __bool__(&self) -> bool {
        self.0 != 0
    }
}

#[methods]
impl Stack {
    #[new]
    #[hstack(signature = (owner, next = None))]
    fn new(owner: Handle<Any>, next: Option<Handle<Stack>>) -> StackInit {
        StackInit { items: Mutex::default(), owner: Some(owner), next }
    }

    fn push(&self, item: i64) -> Result {
        self.items.lock().map_err(|_| RuntimeError::new_err("poisoned"))?.push(item);
        Ok(())
    }

    #[getter]
    fn get_owner(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Stack::OWNER)
    }

    #[setter]
    fn set_owner(this: Handle<Self>, f: &Frame, owner: Handle<Any>) -> Result {
        this.store(f, Stack::OWNER, owner)
    }
}

fn main() {}
