//! A method that calls itself through Python and through Rust.
use hstack::prelude::*;
use hstack::{class, methods};

#[class]
pub struct Tree {
    value: i64,
    children: Field<List>,
}

#[methods]
impl Tree {
    #[new]
    fn new(value: i64, children: Handle<List>) -> TreeInit {
        TreeInit { value, children: Some(children) }
    }

    fn total(this: Handle<Self>, f: &Frame) -> Result<i64> {
        let mut sum = this.payload(f).value;
        if let Some(children) = this.find(f, Tree::CHILDREN)? {
            for_each!(f, child in children, {
                sum += match child.try_cast::<Tree>(f) {
                    Some(tree) => Tree::total(tree, f)?,
                    None => child.call_method(f, name!("total"), ())?,
                };
            });
        }
        Ok(sum)
    }
}

fn main() {}
