//! An enum with a type parameter.
//~ a class has no type parameters, because Python makes its instances: write one class for each type
use hstack::class;

#[class]
enum Maybe<T> {
    Some(T),
    None,
}

fn main() {}
