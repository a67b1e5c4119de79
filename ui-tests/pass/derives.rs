//! Derived conversions beside a user's own names.
use hstack::prelude::*;

#[derive(FromPy, ToPy, Debug, Clone, PartialEq)]
#[hstack(rename_all = "camelCase")]
pub struct Order {
    customer_id: u64,
    #[hstack(default)]
    notes: Vec<String>,
    object: Shape,
    f: Option<i64>,
}

#[derive(FromPy, ToPy, Debug, Clone, PartialEq)]
pub enum Shape {
    Circle { radius: f64 },
    Sides(Vec<f64>),
    Error(String),
    Output(i64, i64),
}

#[derive(FromPy, ToPy)]
pub struct Lent<'x> {
    text: &'x str,
}

#[derive(FromPy, ToPy)]
pub struct Wrapper<T>(T);

fn main() {}
