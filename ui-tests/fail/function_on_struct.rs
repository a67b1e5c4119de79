//! `#[function]` on a struct.
//~ `#[function]` stands on a `fn`: for a class use `#[class]`, for a module `#[module]`
use hstack::function;

#[function]
struct Point;

fn main() {}
