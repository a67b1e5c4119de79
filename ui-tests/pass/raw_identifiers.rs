//! Raw identifiers as functions, parameters, methods, fields and constants.
#[hstack::module]
pub mod r#mod {
    use hstack::prelude::*;
    use hstack::{class, function, methods};

    #[function]
    fn r#type(r#in: i64, r#for: i64) -> i64 {
        r#in + r#for
    }

    #[function]
    #[hstack(signature = (r#match, r#as = 1, *, r#if = None))]
    fn r#loop(r#match: i64, r#as: i64, r#if: Option<i64>) -> i64 {
        r#match + r#as + r#if.unwrap_or(0)
    }

    #[class]
    struct Node {
        #[hstack(get)]
        r#type: i64,
        r#ref: Field<Any>,
    }

    #[methods]
    impl Node {
        fn r#move(&self, r#where: i64) -> i64 {
            self.r#type + r#where
        }

        #[getter]
        fn r#ref(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
            this.find(f, Node::REF)
        }
    }

    #[derive(FromPy, ToPy)]
    struct Order {
        r#type: i64,
    }
}

fn main() {}
