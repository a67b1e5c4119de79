//! A payload that is not `Send`: an instance may be freed on any thread.
//~ `std::sync::MutexGuard<'static, i64>` cannot be sent between threads safely
use hstack::class;
use std::sync::MutexGuard;

#[class]
struct Node {
    guard: MutexGuard<'static, i64>,
}

fn main() {}
