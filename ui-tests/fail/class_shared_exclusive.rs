//! Instances of a shared class do not change.
//~ the instances of a shared class do not change
#[hstack::class(shared = "shop.Item/1", exclusive)]
struct Item {
    price: f64,
}

fn main() {}
