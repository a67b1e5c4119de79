//! Two blocks of methods for one class.
//~ conflicting implementations of trait `hstack::macros::OneMethodsBlockPerClass`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn one(&self) {}
}

#[methods]
impl Counter {
    fn two(&self) {}
}

fn main() {}
