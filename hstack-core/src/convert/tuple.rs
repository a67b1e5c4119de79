//! Tuples of up to twelve.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::call::Args;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Tuple};

macro_rules! tuple {
    ($($n:literal: $($name:ident $index:tt)*;)*) => { $(
        impl<'f, $($name: FromPy<'f>),*> FromPy<'f> for ($($name,)*) {
            #[inline]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                let tuple = object.cast::<Tuple>(f)?;
                match tuple.len(f)? {
                    $n => Ok(($(f.api().tuple_item::<$name>(tuple.live(), $index)?,)*)),
                    other => Err(wrong_length($n, other)),
                }
            }
        }
        impl<$($name: FromPyOwned),*> FromPyOwned for ($($name,)*) {}

        impl<'f, $($name: ToPy<'f>),*> ToPy<'f> for ($($name,)*) {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                self.with(f, None, |args| f.api().tuple_of(&crate::call::lives(args)))
            }
        }

        impl<'f, 'x, $($name),*> ToPy<'f> for &'x ($($name,)*)
        where
            $(&'x $name: ToPy<'f>),*
        {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                ($(&self.$index,)*).to_temp(f)
            }
        }
    )* };
}
tuple! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}

#[cold]
fn wrong_length(expected: usize, got: usize) -> crate::Error {
    crate::exceptions::ValueError::new_err(format!("expected a tuple of {expected}, got one of {got}"))
}
