//! What holds for all is not said again.
//~ `from_item_all` makes every field an item: remove `item` here
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(from_item_all)]
pub struct S {
    #[hstack(item)]
    a: i64,
}

fn main() {}
