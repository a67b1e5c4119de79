//! `#[hstack]` without options.
//~ `#[hstack]` has options: write `#[hstack(option, ..)]`
use hstack::function;

#[function]
#[hstack]
fn t() {}

fn main() {}
