//! Exported items of every visibility, and used from Rust as well.
pub mod parts {
    #[hstack::function]
    pub(crate) fn helper(n: i64) -> i64 {
        n + 1
    }

    #[hstack::class]
    pub(super) struct Part {
        #[hstack(get)]
        pub(crate) n: i64,
        pub(crate) next: hstack::Field<Part>,
    }
}

pub fn t() -> i64 {
    parts::helper(1)
}

pub(crate) fn part<'f>(f: &hstack::Frame<'f>) -> hstack::Result<hstack::Handle<'f, parts::Part>> {
    let part = f.new(parts::PartInit { n: t(), next: None })?;
    part.store(f, parts::Part::NEXT, part)?;
    Ok(part)
}

fn main() {}
