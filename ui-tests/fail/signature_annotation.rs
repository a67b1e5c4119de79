//! An annotation is text.
//~ an annotation is text, for people: write `a: "int"`, or leave it out
use hstack::function;

#[function(signature = (a: int, b))]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
