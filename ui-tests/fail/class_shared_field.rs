//! Other binaries read the payload of a shared class.
//~ a shared class cannot hold a `String`
#[hstack::class(shared = "shop.Item/1")]
struct Item {
    name: String,
    price: f64,
}

fn main() {}
