//! An `unsafe fn`.
//~ an `unsafe fn` cannot be called from Python, which keeps no promise: make it safe by checking its arguments
use hstack::function;

#[function]
unsafe fn t() {}

fn main() {}
