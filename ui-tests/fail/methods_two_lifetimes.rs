//! There is one lifetime, that of the frame.
//~ a function that Python calls has one lifetime, that of its frame: remove the others
#[hstack::class]
pub struct C {
    x: i64,
}

#[hstack::methods]
impl C {
    fn pick<'a, 'b>(&'a self, text: &'b str) -> &'b str {
        text
    }
}

fn main() {}
