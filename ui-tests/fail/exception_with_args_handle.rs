//! Arguments of an error that hold a handle.
//~ cannot be sent between threads safely
use hstack::prelude::*;

fn t<'f>(x: Handle<'f, Any>) -> hstack::Error {
    ValueError::with_args(x)
}

fn main() {}
