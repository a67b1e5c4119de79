//! A payload is used by several threads inside `detach`; a non-`Send` value may go along.
use hstack::class;
use hstack::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

#[class]
pub struct Count(AtomicUsize);

pub fn t<'f>(f: &mut Frame<'f>, c: Handle<'f, Count>) -> usize {
    let (c, rc) = (c.payload(f), std::rc::Rc::new(1));
    f.detach(|| {
        std::thread::scope(|s| {
            s.spawn(|| c.0.fetch_add(1, Relaxed));
        });
        c.0.load(Relaxed) + *rc
    })
}

fn main() {}
