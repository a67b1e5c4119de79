//! An order without equality.
//~ `ord` has to agree with `==`, which is not defined: write `eq, ord`
use hstack::class;

#[class(ord)]
#[derive(PartialEq, PartialOrd)]
struct Version(u32);

fn main() {}
