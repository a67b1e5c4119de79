//! A future of Rust that owns its data is run inside `detach`.
use hstack::function;
use hstack::prelude::*;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

#[function]
fn wait(f: &mut Frame, text: &str) -> Option<usize> {
    f.detach(|| {
        let future = pin!(async { text.len() });
        match future.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(n) => Some(n),
            Poll::Pending => None,
        }
    })
}

fn main() {}
