//! An argument that cannot be made from an object.
//~ `Job` cannot be made from a Python object
//~ or types with `#[derive(FromPy)]` or `impl FromPy`
use hstack::function;

struct Job;

#[function]
fn t(_job: Job) {}

fn main() {}
