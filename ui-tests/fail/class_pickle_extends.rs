//! Pickling a class whose base cannot be pickled.
//~ a class with `pickle` cannot extend `hstack::types::List`, which has no `pickle`
use hstack::class;
use hstack::types::List;

#[class(extends = List, pickle)]
struct Log;

fn main() {}
