//! Pickling a class whose base cannot be pickled.
//~ a class with `pickle` cannot extend `hstack::types::Set`, which has no `pickle`
use hstack::class;
use hstack::types::Set;

#[class(extends = Set, pickle)]
struct Log;

fn main() {}
