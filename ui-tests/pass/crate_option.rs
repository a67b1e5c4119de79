//! `crate = path` where `hstack` has another name: for macros that expand to hstack's.
pub use hstack as python;

pub mod inner {
    pub use crate::python as reexported;
}

#[python::module(crate = crate::inner::reexported)]
pub mod m {
    use crate::inner::reexported as h;
    use h::prelude::*;

    #[h::function(crate = crate::inner::reexported, signature = (a, *, b = 1))]
    pub fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[h::class(crate = crate::inner::reexported)]
    pub struct Counter {
        #[hstack(get)]
        value: i64,
        next: Field<Counter>,
    }

    #[h::methods(crate = crate::inner::reexported)]
    impl Counter {
        #[new]
        fn new(value: i64, next: Option<Handle<Counter>>) -> CounterInit {
            CounterInit { value, next }
        }

        fn more(&self) -> i64 {
            self.value + 1
        }
    }

    #[derive(FromPy, ToPy)]
    #[hstack(crate = crate::inner::reexported)]
    pub struct Pair(i64, i64);

    #[derive(FromPy, ToPy)]
    #[hstack(crate = crate::inner::reexported)]
    pub enum Either {
        Left(i64),
        #[hstack(transparent)]
        Right {
            text: String,
        },
    }
}

fn main() {}
