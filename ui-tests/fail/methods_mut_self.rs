//! `&mut self`.
//~ instances are shared, so a method takes `&self`: change values through atomics or locks in the struct
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
