//! `__class_getitem__` that is no class method.
//~ Python calls `__class_getitem__` with the class: put `#[classmethod]` on it
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[staticmethod]
    fn __class_getitem__(_item: i64) -> i64 {
        1
    }
}

fn main() {}
