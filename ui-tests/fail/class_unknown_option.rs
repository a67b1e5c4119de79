//! An option that `#[class]` does not have.
//~ unknown option `unsendable`: the options here are
use hstack::class;

#[class(unsendable)]
struct Point;

fn main() {}
