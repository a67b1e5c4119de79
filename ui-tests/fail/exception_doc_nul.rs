//! A NUL in an exception's docstring.
//~ a name or docstring cannot hold a NUL: remove `\0`
use hstack::exception;

exception!(shop, OutOfStock, hstack::exceptions::Exception, "text\0text");

fn main() {}
