//! Every macro under `forbid(unsafe_code)`.
#![forbid(unsafe_code)]

#[hstack::module]
pub mod shop {
    use hstack::prelude::*;
    use hstack::{class, function, methods};

    #[function]
    #[hstack(signature = (a, /, b = 1, *args, c = None, **kwargs))]
    fn call(a: i64, b: i64, args: Vec<i64>, c: Option<String>, kwargs: Option<Handle<Dict>>) -> i64 {
        a + b + args.len() as i64 + i64::from(c.is_some()) + i64::from(kwargs.is_some())
    }

    #[class(subclass)]
    struct Node {
        #[hstack(get)]
        value: i64,
        next: Field<Node>,
    }

    #[methods]
    impl Node {
        #[new]
        fn new(value: i64) -> NodeInit {
            NodeInit { value, next: None }
        }

        fn __add__(&self, other: i64) -> i64 {
            self.value + other
        }

        #[getter]
        fn double(&self) -> i64 {
            self.value * 2
        }
    }

    #[hstack::module]
    mod inner {}

    hstack::exception!(shop, OutOfStock, hstack::exceptions::Exception, "Nothing left.");
    hstack::import_exception!(json, JSONDecodeError);

    #[derive(FromPy, ToPy)]
    struct Order {
        id: u64,
    }

    #[hstack(init)]
    fn init(f: &Frame, module: Handle<Module>) -> Result {
        for_each!(f, i in 0..3, { module.add(f, &format!("n{i}"), i)? });
        module.set_attr(f, name!("ready"), true)
    }
}

fn main() {}
