//! The prelude as a glob hides none of std's names.
use hstack::prelude::*;

pub trait Own: Sized {
    fn own(self) -> Option<Self> {
        Some(self)
    }
}
impl Own for u8 {}

pub fn t() -> Result<String> {
    let boxed: Box<dyn Fn(i64) -> Option<i64>> = Box::new(|n| if n > 0 { Some(n) } else { None });
    let vec: Vec<i64> = vec![1, 2, 3].into_iter().map(Into::into).collect();
    let text: String = ToString::to_string("a") + &ToOwned::to_owned("b");
    let _: Result<u8, u8> = Ok::<u8, u8>(1).or(Err(2));
    let _ = <u8 as TryFrom<i64>>::try_from(1).is_ok() && TryInto::<u8>::try_into(1i64).is_ok();
    let _: i64 = Iterator::sum(vec.iter().rev().copied());
    let mut all: Vec<i64> = FromIterator::from_iter(boxed(1));
    Extend::extend(&mut all, IntoIterator::into_iter([1]));
    let _ = (DoubleEndedIterator::next_back(&mut all.iter()), ExactSizeIterator::len(&all.iter()));
    let _ = (Default::default(), ()) == ((), Clone::clone(&()));
    let _ = (PartialEq::eq(&1, &1), PartialOrd::lt(&1, &2), Ord::cmp(&1, &2));
    let _ = (AsRef::<str>::as_ref("a"), AsMut::<[i64]>::as_mut(&mut all), <u64 as From<u8>>::from(1u8));
    let _ = Own::own(1u8);
    fn marked<T: Send + Sync + Unpin + Copy + Sized>(_: T) {}
    marked(1);
    fn called(g: impl FnOnce(), h: impl FnMut(), i: impl Fn()) {
        let _ = (g, h, i);
    }
    called(|| (), || (), || ());
    let _ = (size_of::<u8>(), align_of::<u8>(), size_of_val(&1));
    let _ = format!("{:?}", (0..3).map(|n| n + 1).filter(|n| n % 2 == 0).for_each(|_| ()));
    Ok(text)
}

fn main() {}
