//! Another binary may free an instance of a shared class.
//~ a shared class has nothing to drop
#[hstack::class(shared = "shop.Item/1")]
struct Item {
    price: f64,
}

impl Drop for Item {
    fn drop(&mut self) {}
}

fn main() {}
