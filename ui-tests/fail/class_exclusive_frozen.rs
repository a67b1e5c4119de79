//! A class that changes and does not.
//~ a class is either `frozen` or `exclusive`, whose instances change: keep one
use hstack::class;

#[class(frozen, exclusive)]
struct Point;

fn main() {}
