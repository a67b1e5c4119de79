//! The payload of an object that is no class's.
//~ the method `payload` exists for struct `hstack::Handle<'f, hstack::types::Any>`, but its trait bounds were not satisfied
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) {
    x.payload(f);
}

fn main() {}
