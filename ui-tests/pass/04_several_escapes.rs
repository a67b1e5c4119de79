//! Several handles leave one scope, also through several levels.
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) -> Result<(Handle<'f, Int>, Handle<'f, Int>, &'f str)> {
    let (a, b, text) = f.scope(|s| {
        let deep = s.scope(|t| two(t))?;
        Ok::<_, hstack::Error>((s.escape(s.int(1)?), s.escape(deep), s.escape(s.str("text")?)))
    })?;
    Ok((a, b, text.as_str(f)?))
}

fn two<'s, 'f>(s: &Scope<'s, 'f>) -> Result<Handle<'f, Int>> {
    Ok(s.escape(s.int(2)?))
}

fn main() {}
