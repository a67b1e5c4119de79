//! A re-exported function without `#[function]`.
//~ cannot find module or crate `t` in this scope
pub mod inner {
    pub fn t() {}
}

#[hstack::module]
pub mod shop {
    pub use super::inner::t;
}

fn main() {}
