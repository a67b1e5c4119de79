//! The name and the version of a shared class are a text.
//~ does not say which class is shared
#[hstack::class(shared = "geometry.Point")]
struct Point {
    x: f64,
}

fn main() {}
