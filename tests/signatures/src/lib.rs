//! Functions with 150 generated signatures, which the test compares with a `def` of the same signature.

#[rustfmt::skip]
#[allow(non_snake_case, unused_variables, clippy::all)]
mod generated;
