//! So it cannot be missing.
//~ a field without a name is read by its position: remove this option
use hstack::FromPy;

#[derive(FromPy)]
pub struct S(i64, #[hstack(default)] i64);

fn main() {}
