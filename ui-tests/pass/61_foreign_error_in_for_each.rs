//! `?` in the body of `for_each!` converts to the error of the function around it.
use hstack::prelude::*;

pub enum Failure {
    Python,
    Number,
}

impl From<hstack::Error> for Failure {
    fn from(_: hstack::Error) -> Self {
        Failure::Python
    }
}

impl From<std::num::ParseIntError> for Failure {
    fn from(_: std::num::ParseIntError) -> Self {
        Failure::Number
    }
}

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result<i64, Failure> {
    let mut n = 0;
    for_each!(f, x in l, { n += x.extract::<String>(f)?.parse::<i64>()? });
    Ok(n)
}

fn main() {}
