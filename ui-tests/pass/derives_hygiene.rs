//! Names of fields, variants and functions that the derives use themselves.
use hstack::{FromPy, ToPy};

pub const NAME: i64 = 1;

#[derive(FromPy, ToPy)]
pub struct Names {
    f: i64,
    object: i64,
    temp: i64,
    tuple: i64,
    dict: i64,
    failures: i64,
    field_0: i64,
    r#type: i64,
    #[hstack(default = NAME)]
    default: i64,
    self_: i64,
}

#[allow(non_camel_case_types)]
#[derive(FromPy, ToPy)]
pub enum Ok {
    Ok(i64),
    Err(String),
    Some(i64, i64),
    None { value: i64 },
    f { f: i64 },
    Self_(Vec<i64>),
}

#[allow(non_snake_case, dead_code)]
mod shadows {
    use hstack::{FromPy, ToPy};

    struct Result;
    struct Option;
    struct Handle;
    struct Frame;
    struct Interned;
    struct Vec;
    trait Default {}
    fn convert() {}
    fn attribute() {}
    mod core {}
    mod std {}

    #[derive(FromPy, ToPy)]
    pub struct Shadowed {
        #[hstack(default)]
        a: i64,
        b: (i64, i64),
    }
}

macro_rules! made {
    ($name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(FromPy, ToPy)]
        pub struct $name {
            $($field: $ty,)*
            more: $crate::Inner,
        }
    };
}

#[derive(FromPy, ToPy)]
pub struct Inner(i64);

made!(Made { a: i64, b: Option<String> });

fn main() {
    let _: Option<shadows::Shadowed> = None;
}
