//! Threads inside `detach`, each with a frame of its own, and work that is given to one.
use hstack::function;
use hstack::prelude::*;
use std::sync::mpsc;
use std::thread;

#[function]
fn sums(f: &mut Frame, rows: Handle<List>) -> Result<Vec<i64>> {
    let rows: Vec<Global<List>> = rows.to_vec(f)?;
    let python = f.interpreter();
    f.detach(|| {
        thread::scope(|s| {
            let threads: Vec<_> =
                rows.iter().map(|row| s.spawn(|| python.attach(|f| row.borrow_sum(f)))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        })
    })
}

trait BorrowSum {
    fn borrow_sum(&self, f: &Frame<'_>) -> Result<i64>;
}

impl BorrowSum for Global<List> {
    fn borrow_sum(&self, f: &Frame<'_>) -> Result<i64> {
        self.get(f).iter::<i64>(f).sum()
    }
}

pub fn worker<'f>(f: &Frame<'f>) -> mpsc::Sender<Global<Any>> {
    let (sender, jobs) = mpsc::channel::<Global<Any>>();
    let python = f.interpreter();
    thread::spawn(move || {
        for job in jobs {
            let _ = python.attach(|f| job.get(f).call::<()>(f, ()));
        }
    });
    sender
}

fn main() {}
