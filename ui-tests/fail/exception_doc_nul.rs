//! A NUL in an exception's docstring.
//~ NUL inside a text
use hstack::exception;

exception!(shop, OutOfStock, hstack::exceptions::Exception, "text\0text");

fn main() {}
