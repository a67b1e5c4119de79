//! Two kinds of equality.
//~ `eq_int` defines `==` and the hash, by the number: remove `eq` and `hash`
use hstack::class;

#[class(eq, eq_int)]
#[derive(PartialEq)]
enum Color {
    Red,
}

fn main() {}
