//! Nothing from Python is `'static`.
//~ a value from Python lives as long as its frame, never `'static`: remove the lifetime, or copy the value (`String`, `Global`)
use hstack::FromPy;

#[derive(FromPy)]
pub struct Name {
    text: &'static str,
}

fn main() {}
