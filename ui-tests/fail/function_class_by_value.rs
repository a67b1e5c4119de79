//! A class instance by value.
//~ `Point` cannot be made from a Python object
//~ handles (`Handle<Point>` for a class)
use hstack::{class, function};

#[class]
struct Point;

#[function]
fn t(_point: Point) {}

fn main() {}
