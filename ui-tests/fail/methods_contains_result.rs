//! `__contains__` that returns text.
//~ `String` cannot be the result of `__len__`, `__hash__`, `__bool__` or `__contains__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __contains__(&self, _item: i64) -> String {
        String::new()
    }
}

fn main() {}
