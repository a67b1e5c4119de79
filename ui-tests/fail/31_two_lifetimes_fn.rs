//! A function for Python cannot take a handle of a frame that it does not have.
//~ a function that Python calls has one lifetime, that of its frame: remove the others
use hstack::function;
use hstack::prelude::*;

#[function]
fn user<'a, 'b>(f: &mut Frame<'a>, _h: Handle<'b, Any>) -> Result<Handle<'a, Int>> {
    f.int(1)
}

fn main() {}
