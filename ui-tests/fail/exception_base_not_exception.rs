//! An exception whose base is no exception.
//~ `hstack::types::List` is not an exception type
use hstack::exception;

exception!(shop, OutOfStock, hstack::types::List);

fn main() {}
