//! A hash without equality.
//~ `hash` has to agree with `==`, which is not defined: write `eq, hash`
use hstack::class;

#[class(hash)]
#[derive(PartialEq, Hash)]
struct Version(u32);

fn main() {}
