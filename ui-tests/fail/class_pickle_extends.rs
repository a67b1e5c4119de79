//! Pickling a class with a base.
//~ `pickle` saves the fields of one struct, and not while they change: remove `extends` or `exclusive`, or write `__reduce__`
use hstack::class;
use hstack::types::List;

#[class(extends = List, pickle)]
struct Log;

fn main() {}
