//! Recursion through `for_each!` with an accumulator, and with an error of one's own.
use hstack::function;
use hstack::prelude::*;

pub enum Stop {
    Deep,
    Python(hstack::Error),
}

impl From<hstack::Error> for Stop {
    fn from(error: hstack::Error) -> Self {
        Stop::Python(error)
    }
}

impl From<Stop> for hstack::Error {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Deep => ValueError::new_err("too deep"),
            Stop::Python(error) => error,
        }
    }
}

fn walk<'f>(f: &Frame<'f>, x: Handle<'f, Any>, depth: usize, seen: &mut Vec<String>) -> Result<(), Stop> {
    if depth > 10 {
        return Err(Stop::Deep);
    }
    if let Some(list) = x.try_cast::<List>(f) {
        for_each!(f, item in list, { walk(f, item, depth + 1, seen)? });
    } else {
        seen.push(x.str(f)?.as_str(f)?.to_owned());
    }
    Ok(())
}

#[function]
fn flat(f: &Frame, x: Handle<Any>) -> Result<Vec<String>, Stop> {
    let mut seen = Vec::new();
    walk(f, x, 0, &mut seen)?;
    Ok(seen)
}

fn main() {}
