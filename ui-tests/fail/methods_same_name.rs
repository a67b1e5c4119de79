//! A name stands for one method.
//~ the class has a method `get` already: give this one another name
#[hstack::class]
pub struct C {
    x: i64,
}

#[hstack::methods]
impl C {
    fn get(&self) -> i64 {
        self.x
    }

    #[hstack(name = "get")]
    fn other(&self) -> i64 {
        self.x
    }
}

fn main() {}
