//! A variant with data that is equal to a number.
//~ a variant with data is not equal to a number: remove `eq_int`, or the data
use hstack::class;

#[class(eq_int)]
enum Shape {
    Circle(f64),
}

fn main() {}
