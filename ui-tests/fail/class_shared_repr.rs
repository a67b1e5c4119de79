//! The layout of a shared class is that of C.
//~ a shared class has the layout of C
#[hstack::class(shared = "shop.Item/1")]
#[repr(packed)]
struct Item {
    price: f64,
}

fn main() {}
