//! An exception without a base.
//~ unexpected end of macro invocation
use hstack::exception;

exception!(shop, OutOfStock);

fn main() {}
