//! It has no signature of its own.
//~ Python decides what `__getitem__` is given, so it has no signature: remove the option
#[hstack::class]
pub struct C {
    x: i64,
}

#[hstack::methods]
impl C {
    #[hstack(signature = (n = 1))]
    fn __getitem__(&self, n: i64) -> i64 {
        self.x + n
    }
}

fn main() {}
