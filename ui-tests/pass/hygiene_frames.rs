//! Frames and handles under other names, by full paths, and through an alias.
use hstack::{Frame as F, Handle as H, function};

type Text<'f> = hstack::Handle<'f, hstack::types::Str>;

#[function]
fn by_path(f: &hstack::Frame, x: hstack::Handle<hstack::types::Any>) -> hstack::Result<usize> {
    x.len(f)
}

#[function]
fn by_alias<'f>(text: Text<'f>) -> Text<'f> {
    text
}

pub fn renamed<'f>(f: &F<'f>, x: H<'f, hstack::types::List>) -> hstack::Result<usize> {
    x.len(f)
}

fn main() {}
