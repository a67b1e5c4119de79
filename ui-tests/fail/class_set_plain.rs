//! A property that is set and cannot change through `&self`.
//~ a property of type `f64` cannot be set: instances are shared, and this is neither an atomic nor a lock
//~ write `Atomic<T>` for numbers and the like, `Lock<T>` for everything else
use hstack::class;

#[class]
struct Point {
    #[hstack(get, set)]
    x: f64,
}

fn main() {}
