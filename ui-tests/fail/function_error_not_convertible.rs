//! An error that does not become a Python exception.
//~ implement `From<YourError> for hstack::Error`
use hstack::function;

struct Failure;

#[function]
fn t() -> Result<i64, Failure> {
    Err(Failure)
}

fn main() {}
