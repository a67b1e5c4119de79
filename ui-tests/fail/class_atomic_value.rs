//! An atomic of what has no bits.
//~ an `Atomic` cannot hold a `String`
//~ an `Atomic` holds numbers up to 64 bits, `bool` and `char`: write `Lock<String>`
use hstack::Atomic;

fn t() -> Atomic<String> {
    Atomic::new(String::new())
}

fn main() {}
