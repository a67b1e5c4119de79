//! A NUL in a class's docstring.
//~ a docstring cannot hold a NUL: remove `\0`
use hstack::class;

#[class]
#[doc = "text\0text"]
struct Point;

fn main() {}
