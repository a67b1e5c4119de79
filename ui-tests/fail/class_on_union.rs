//! `#[class]` on a union.
//~ `#[class]` stands on a struct or an enum: write `#[class] struct Name { .. }`
use hstack::class;

#[class]
union Point {
    x: i64,
    y: f64,
}

fn main() {}
