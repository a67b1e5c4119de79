//! An enum cannot be shared.
//~ an enum cannot be shared
#[hstack::class(shared = "shop.Kind/1")]
enum Kind {
    Book,
    Pen,
}

fn main() {}
