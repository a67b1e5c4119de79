//! Functions and parameters with the names that the macros use inside.
#[hstack::module]
pub mod module {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    fn t(
        this: i64,
        arguments: i64,
        count: i64,
        names: i64,
        result: i64,
        slot0: i64,
        given: i64,
        values: i64,
        bound: i64,
        entry: i64,
        module: i64,
        argument: i64,
    ) -> i64 {
        this + arguments + count + names + result + slot0 + given + values + bound + entry + module + argument
    }

    #[function]
    fn with_frame(f: i64, g: &Frame, x: Handle<Any>) -> Result<i64> {
        Ok(f + x.extract::<i64>(g)?)
    }

    #[function]
    #[hstack(signature = (f, this = 1, *args, **kwargs))]
    fn with_signature(
        f: i64,
        this: i64,
        args: Handle<Tuple>,
        kwargs: Option<Handle<Dict>>,
        frame: &Frame,
    ) -> Result<i64> {
        Ok(f + this + args.len(frame)? as i64 + i64::from(kwargs.is_some()))
    }

    #[function(pass_module)]
    fn passed(this: Handle<Module>, module: i64) -> i64 {
        let _ = this;
        module
    }

    #[function]
    fn f() {}
    #[function]
    fn this() {}
    #[function]
    fn arguments() {}
    #[function]
    fn count() {}
    #[function]
    fn names() {}
    #[function]
    fn result() {}
    #[function]
    fn entry() {}
    #[function]
    fn absent() {}
    #[function]
    fn main() {}

    const NAMES: i64 = 1;
    const SIGNATURE: i64 = 2;
    const DEFINITION: i64 = 3;

    #[function(signature = (a = NAMES, b = SIGNATURE, c = DEFINITION))]
    fn constants(a: i64, b: i64, c: i64) -> i64 {
        a + b + c
    }
}

fn main() {}
