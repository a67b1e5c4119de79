//! Rust code does not extend a shared class.
//~ a shared class is not extended in Rust, because another binary may have laid it out: keep one in a `Field`
#[hstack::class(shared = "shop.Item/1", subclass)]
struct Item {
    price: f64,
}

#[hstack::class(extends = Item)]
struct Book {
    pages: u32,
}

fn main() {}
