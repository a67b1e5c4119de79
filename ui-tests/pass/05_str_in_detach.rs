//! Text lives as long as its frame, so it is used inside `detach`, on other threads too.
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, text: Handle<'f, Str>, names: Handle<'f, List>) -> Result<usize> {
    let (text, first) = (text.as_str(f)?, names.get::<&str>(f, 0)?);
    Ok(f.detach(|| std::thread::scope(|s| s.spawn(|| text.len() + first.len()).join().unwrap())))
}

fn main() {}
