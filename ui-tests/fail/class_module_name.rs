//! A module that cannot have that name.
//~ "my-package" is not the name of a module: write Python names with dots between them
use hstack::class;

#[class(module = "my-package")]
struct Point;

fn main() {}
