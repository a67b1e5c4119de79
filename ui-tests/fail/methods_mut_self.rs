//! `&mut self`.
//~ instances of `Counter` are shared, so a method takes `&self`
//~ change values through an `Atomic` or a `Lock` in the struct, or write `#[class(exclusive)]`
use hstack::{class, methods};

#[class]
struct Counter {
    n: i64,
}

#[methods]
impl Counter {
    fn add(&mut self) {
        self.n += 1;
    }
}

fn main() {}
