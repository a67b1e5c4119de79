//! Both derives report a mistake in common once.
//~ no such way to write names: `rename_all` is one of "camelCase", "kebab-case", "lowercase", "PascalCase", "SCREAMING-KEBAB-CASE", "SCREAMING_SNAKE_CASE", "snake_case", "UPPERCASE"
use hstack::FromPy;

#[derive(FromPy, hstack::ToPy)]
#[hstack(rename_all = "camel")]
pub struct S {
    a: i64,
}

#[hstack::function]
pub fn f(s: S) -> S {
    s
}

fn main() {}
