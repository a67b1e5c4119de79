//! A shared class has no base.
//~ a shared class has no base
#[hstack::class(shared = "shop.Price/1", extends = hstack::types::Float)]
struct Price {
    tax: f64,
}

fn main() {}
