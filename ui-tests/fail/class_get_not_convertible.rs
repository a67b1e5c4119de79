//! A property of a type that cannot be made into an object.
//~ cannot be
use hstack::class;

struct Job;

#[class]
struct Point {
    #[hstack(get)]
    job: Job,
}

fn main() {}
