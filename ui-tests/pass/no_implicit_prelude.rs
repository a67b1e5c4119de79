//! The macros name everything by full paths.
#![no_implicit_prelude]

#[::hstack::module]
pub mod shop {
    use ::std::option::Option;
    use ::std::string::String;

    #[::hstack::function]
    #[hstack(signature = (a, b = "text", *args, **kwargs))]
    fn t(
        a: i64,
        b: &str,
        args: ::hstack::Handle<::hstack::types::Tuple>,
        kwargs: Option<::hstack::Handle<::hstack::types::Dict>>,
    ) -> i64 {
        let _ = (b, args, kwargs);
        a
    }

    #[::hstack::class]
    struct Node {
        #[hstack(get)]
        value: i64,
        next: ::hstack::Field<Node>,
    }

    #[::hstack::methods]
    impl Node {
        #[new]
        fn new(value: i64) -> NodeInit {
            NodeInit { value, next: Option::None }
        }

        fn __add__(&self, other: i64) -> i64 {
            self.value + other
        }

        #[getter]
        fn double(&self) -> i64 {
            self.value * 2
        }
    }

    #[derive(::hstack::FromPy, ::hstack::ToPy)]
    struct Order {
        id: u64,
        note: String,
    }

    ::hstack::exception!(shop, Gone, ::hstack::exceptions::Exception, "Gone.");
    ::hstack::import_exception!(json, JSONDecodeError);

    #[hstack(init)]
    fn init(f: &::hstack::Frame, module: ::hstack::Handle<::hstack::types::Module>) -> ::hstack::Result {
        ::hstack::for_each!(f, i in 0..3, { module.add(f, "n", i)?; });
        module.set_attr(f, ::hstack::name!("ready"), true)
    }
}

fn main() {}
