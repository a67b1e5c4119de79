//! `?` on an error that does not become a Python exception.
//~ `?` couldn't convert the error to `hstack::Error`
use hstack::function;
use hstack::prelude::*;

struct Failure;

fn work() -> Result<i64, Failure> {
    Err(Failure)
}

#[function]
fn t() -> Result<i64> {
    Ok(work()?)
}

fn main() {}
