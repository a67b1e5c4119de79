//! An option that a field does not have.
//~ unknown option `got`: the options here are
use hstack::class;

#[class]
struct Point {
    #[hstack(got)]
    x: f64,
}

fn main() {}
