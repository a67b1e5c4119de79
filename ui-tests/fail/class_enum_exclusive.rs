//! An enum whose values change.
//~ the values of an enum do not change: remove the option
use hstack::class;

#[class(exclusive)]
enum Color {
    Red,
}

fn main() {}
