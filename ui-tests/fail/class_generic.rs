//! A class with a type parameter.
//~ a class has no type parameters and no lifetimes: Python makes and keeps its instances; write one class for each type
use hstack::class;

#[class]
struct Stack<T> {
    items: Vec<T>,
}

fn main() {}
