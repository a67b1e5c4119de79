//! A handle in a payload.
//~ `hstack::Handle<'_, hstack::types::Any>` stays on its thread, and so does what holds it
use hstack::class;
use hstack::prelude::*;

#[class]
struct Node {
    next: Handle<'static, Any>,
}

fn main() {}
