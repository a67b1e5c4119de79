//! A property of a tuple struct without a name.
//~ this property has no name, because the field has none: write `#[hstack(get, name = "..")]`
use hstack::class;

#[class]
struct Meters(#[hstack(get)] f64);

fn main() {}
