//! A re-exported struct without `#[class]`.
//~ no associated item named `__exported_by_an_hstack_attribute` found for struct `inner::Job`
pub mod inner {
    pub struct Job;
}

#[hstack::module]
pub mod shop {
    pub use super::inner::Job;
}

fn main() {}
