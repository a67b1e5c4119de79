//! A union does not know what it holds.
//~ a union does not know what it holds: make it an enum
use hstack::ToPy;

#[derive(ToPy)]
pub union Bits {
    a: u32,
    b: f32,
}

fn main() {}
