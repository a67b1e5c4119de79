//! Two attributes of the class of one name.
//~ the class has a method `LIMIT` already: give this one another name
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classattr]
    const LIMIT: i64 = 1;

    #[classattr]
    #[hstack(name = "LIMIT")]
    fn limit() -> i64 {
        1
    }
}

fn main() {}
