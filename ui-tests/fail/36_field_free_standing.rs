//! A field cannot be made outside a class.
//~ no function or associated item named `new`
use hstack::Field;
use hstack::prelude::*;

pub fn t() -> Field<List> {
    Field::new()
}

fn main() {}
