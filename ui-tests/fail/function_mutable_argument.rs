//! Nothing is lent for writing.
//~ `&mut [u8]` cannot be made from a Python object
use hstack::function;

#[function]
pub fn fill(n: i64, data: &mut [u8]) {
    data[0] = n as u8;
}

fn main() {}
