//! `Duration` as `datetime.timedelta`, `SystemTime` as an aware `datetime.datetime`.
//!
//! Python counts microseconds: what is below one is cut off on the way to Python.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::{Error, Result, mismatch};
use crate::exceptions::{OverflowError, ValueError};
use crate::ffi::Live;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::imported::Imported;
use crate::types::Any;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

static TIMEDELTA: Imported = Imported::new("datetime", "timedelta");
static DATETIME: Imported = Imported::new("datetime", "datetime");
static TIMEZONE: Imported = Imported::new("datetime", "timezone");

const DAY: u64 = 24 * 60 * 60;

/// `datetime(1970, 1, 1, tzinfo=timezone.utc)`
#[inline]
fn epoch<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
    static EPOCH: Index = Index::new();
    f.cached(&EPOCH, |f| {
        let utc = f.api().get_attr(TIMEZONE.live(f)?, f.api().interned("utc")?.live())?;
        let (year, one, zero) = (1970.to_temp(f)?, 1.to_temp(f)?, 0.to_temp(f)?);
        let [year, one, zero] = [year.live(), one.live(), zero.live()].map(Some);
        let mut args = [None, year, one, one, zero, zero, zero, zero, Some(utc.live())];
        f.api().call_with(DATETIME.live(f)?, &mut args, 0, None)
    })
}

/// A timedelta: whether it is negative, and its size.
#[inline]
fn read<'f>(f: &Frame<'f>, delta: Handle<'f, Any>) -> Result<(bool, Duration)> {
    let days: i64 = delta.get_attr(f, name!("days"))?;
    let seconds: i64 = delta.get_attr(f, name!("seconds"))?;
    let micros: i64 = delta.get_attr(f, name!("microseconds"))?;
    Ok(split(days, seconds, micros))
}

/// Only the days of a timedelta can be negative; the rest is counted up from there.
#[inline]
fn split(days: i64, seconds: i64, micros: i64) -> (bool, Duration) {
    let total = (i128::from(days) * i128::from(DAY) + i128::from(seconds)) * 1_000_000 + i128::from(micros);
    let size = total.unsigned_abs();
    let duration = Duration::new((size / 1_000_000) as u64, (size % 1_000_000) as u32 * 1000);
    (total < 0, duration)
}

/// `datetime.timedelta`. A negative one is a `ValueError`.
impl<'f> FromPy<'f> for Duration {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if !f.api().has_type(object.live(), TIMEDELTA.live(f)?) {
            return Err(mismatch(f, "datetime.timedelta", object));
        }
        match read(f, object)? {
            (false, duration) => Ok(duration),
            (true, _) => Err(ValueError::new_err("a negative timedelta is no Duration")),
        }
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| Duration::from_py(s, s.adopt(temp)))
    }
}
impl FromPyOwned for Duration {}

/// `datetime.timedelta`, in whole microseconds; `OverflowError` when it is too long for one.
impl<'f> ToPy<'f> for Duration {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        let days = i64::try_from(self.as_secs() / DAY).map_err(|_| too_long())?.to_temp(f)?;
        let (seconds, micros) = ((self.as_secs() % DAY).to_temp(f)?, self.subsec_micros().to_temp(f)?);
        let mut args = [None, Some(days.live()), Some(seconds.live()), Some(micros.live())];
        f.api().call_with(TIMEDELTA.live(f)?, &mut args, 0, None)
    }
}

/// A `datetime.datetime` with a time zone; a naive one is a `TypeError`.
impl<'f> FromPy<'f> for SystemTime {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if !f.api().has_type(object.live(), DATETIME.live(f)?) {
            return Err(mismatch(f, "datetime.datetime", object));
        }
        let since = f.api().subtract(object.live(), epoch(f)?)?;
        let time = match f.scope(|s| read(s, s.adopt(since)))? {
            (false, after) => UNIX_EPOCH.checked_add(after),
            (true, before) => UNIX_EPOCH.checked_sub(before),
        };
        time.ok_or_else(|| OverflowError::new_err("the time does not fit into SystemTime"))
    }
}
impl FromPyOwned for SystemTime {}

/// A `datetime.datetime` in UTC, in whole microseconds towards 1970; `OverflowError` when it is beyond
/// what one can be.
impl<'f> ToPy<'f> for SystemTime {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match self.duration_since(UNIX_EPOCH) {
            Ok(after) => f.api().add(epoch(f)?, after.to_temp(f)?.live()),
            Err(before) => f.api().subtract(epoch(f)?, before.duration().to_temp(f)?.live()),
        }
    }
}

macro_rules! borrowed {
    ($($ty:ty)*) => { $(
        impl<'f> ToPy<'f> for &$ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
        }
    )* };
}
borrowed!(Duration SystemTime);

#[cold]
fn too_long() -> Error {
    OverflowError::new_err("the duration does not fit into a timedelta")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timedeltas() {
        assert_eq!(split(1, 2, 3), (false, Duration::new(DAY + 2, 3000)));
        assert_eq!(split(-1, DAY as i64 - 1, 999_999), (true, Duration::from_micros(1)));
        assert_eq!(split(-1, 0, 0), (true, Duration::from_secs(DAY)));
        assert_eq!(split(0, 0, 0), (false, Duration::ZERO));
        let (_, longest) = split(999_999_999, DAY as i64 - 1, 999_999);
        assert_eq!(longest.as_secs(), 1_000_000_000 * DAY - 1);
    }
}
