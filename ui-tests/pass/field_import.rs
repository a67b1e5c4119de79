//! The type of a field is a name like any other: imported, it is used.
#![deny(unused)]

mod shapes {
    use hstack::types::List;
    use hstack::{Field, Frame, Handle, Result};

    #[hstack::class]
    pub struct Node {
        items: Field<List>,
    }

    pub fn items<'f>(f: &Frame<'f>, node: Handle<'f, Node>) -> Result<Handle<'f, List>> {
        node.load(f, Node::ITEMS)
    }
}

#[hstack::module]
pub mod m {
    pub use crate::shapes::Node;
}

fn main() {
    let _ = shapes::items;
}
