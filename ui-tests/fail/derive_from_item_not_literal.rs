//! A key is a literal.
//~ a name or key is a literal: write `item("key")`, `item(0)` or `attribute("name")`
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(item(KEY))]
    a: i64,
}

pub const KEY: &str = "a";

fn main() {}
