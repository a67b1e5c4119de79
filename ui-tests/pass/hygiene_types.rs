//! Types and traits of the user's with the names of hstack's and of std's.
pub struct Frame;
pub struct Scope;
pub struct Handle;
pub struct Temp;
pub struct Error;
pub struct Arguments;
pub struct Option;
pub struct Result;
pub struct Some;
pub struct None;
pub struct Ok;
pub struct Err;
pub struct Vec;
pub struct String;
pub struct Box;
pub trait Send {}
pub trait Sync {}
pub trait ToPy {}
pub trait FromPy {}
pub trait PyType {}
pub trait Class {}
pub trait Clone {}
pub trait From {}
pub trait Into {}

#[hstack::function]
fn t(a: i64, b: &str) -> i64 {
    a + b.len() as i64
}

#[hstack::class]
pub struct Point {
    #[hstack(get)]
    x: f64,
}

#[hstack::methods]
impl Point {
    #[new]
    fn new(x: f64) -> Point {
        Point { x }
    }

    fn __add__(&self, other: f64) -> Point {
        Point { x: self.x + other }
    }

    #[setter]
    fn set_x(&self, _x: f64) {}
}

hstack::exception!(shop, Gone, hstack::exceptions::Exception, "Gone.");

fn main() {}
