//! An option that is given twice.
//~ `subclass` is given twice: keep one
use hstack::class;

#[class(subclass, subclass)]
struct Point;

fn main() {}
