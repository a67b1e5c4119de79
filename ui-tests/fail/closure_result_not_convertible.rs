//! A closure for Python with a result that cannot be made into an object.
//~ `Job` cannot be made into a Python object
use hstack::Error;
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>) -> Result<Handle<'f, Any>> {
    f.closure("job", "", |_f, _args| Ok::<_, Error>(Job))
}

fn main() {}
