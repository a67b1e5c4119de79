//! Handles leave loops by `escape`, one level at a time.
use hstack::prelude::*;

pub fn longest<'f>(f: &Frame<'f>, rows: Handle<'f, List>) -> Result<Option<Handle<'f, Any>>> {
    let mut longest = (0, None);
    for_each!(f, row in rows, {
        let mut best = None;
        for_each!(f, word in row, {
            let n = word.len(f)?;
            if n > longest.0 {
                longest.0 = n;
                best = Some(f.escape(word));
            }
        });
        if let Some(best) = best {
            longest.1 = Some(f.escape(best));
        }
    });
    Ok(longest.1)
}

fn main() {}
