//! An `async fn`.
//~ an `async fn` cannot be called from Python: write a plain `fn` that runs the future
use hstack::function;

#[function]
async fn t() {}

fn main() {}
