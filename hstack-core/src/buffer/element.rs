//! Which Rust type an item of a buffer is.

use std::ffi::{CStr, c_int, c_long, c_longlong, c_short};

/// A type that items of a [`Buffer`](super::Buffer) can have.
///
/// # Safety
/// Any bytes of its size are a value of the type, and [`Element::matches`] accepts only formats of
/// items that are laid out as this type is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the item of a buffer",
    label = "not an integer or float of fixed size",
    note = "use `i8` to `i64`, `u8` to `u64`, `isize`, `usize`, `f32` or `f64`"
)]
pub unsafe trait Element: Copy + Send + Sync + 'static {
    /// The `struct` format of an item.
    const FORMAT: &'static CStr;

    /// Whether items of this `struct` format are of this type.
    fn matches(format: &CStr) -> bool;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    Signed,
    Unsigned,
    Float,
}

/// What a `struct` format of one item says: its class and size. None: not one number in the byte order
/// of this machine.
fn parse(format: &CStr) -> Option<(Class, usize)> {
    use Class::{Float, Signed, Unsigned};
    let (order, code) = match *format.to_bytes() {
        [code] => (b'@', code),
        [order @ (b'@' | b'=' | b'<' | b'>' | b'!'), code] => (order, code),
        _ => return None,
    };
    let native = order == b'@';
    let size = |native_size: usize, standard_size| if native { native_size } else { standard_size };
    let (class, size) = match code {
        b'b' => (Signed, 1),
        b'B' | b'c' => (Unsigned, 1),
        b'h' => (Signed, size(size_of::<c_short>(), 2)),
        b'H' => (Unsigned, size(size_of::<c_short>(), 2)),
        b'i' => (Signed, size(size_of::<c_int>(), 4)),
        b'I' => (Unsigned, size(size_of::<c_int>(), 4)),
        b'l' => (Signed, size(size_of::<c_long>(), 4)),
        b'L' => (Unsigned, size(size_of::<c_long>(), 4)),
        b'q' => (Signed, size(size_of::<c_longlong>(), 8)),
        b'Q' => (Unsigned, size(size_of::<c_longlong>(), 8)),
        b'n' if native => (Signed, size_of::<isize>()),
        b'N' if native => (Unsigned, size_of::<usize>()),
        b'f' => (Float, 4),
        b'd' => (Float, 8),
        _ => return None,
    };
    let ours = match order {
        b'<' => cfg!(target_endian = "little"),
        b'>' | b'!' => cfg!(target_endian = "big"),
        _ => true,
    };
    (ours || size == 1).then_some((class, size))
}

macro_rules! elements {
    ($($class:ident: $($ty:ty = $format:literal)*;)*) => { $($(
        // SAFETY: a number has no invalid bytes, and the format was compared in class and size.
        unsafe impl Element for $ty {
            const FORMAT: &'static CStr = $format;
            #[inline]
            fn matches(format: &CStr) -> bool {
                parse(format) == Some((Class::$class, size_of::<$ty>()))
            }
        }
    )*)* };
}
elements! {
    Signed: i8 = c"b" i16 = c"h" i32 = c"i" i64 = c"q" isize = c"n";
    Unsigned: u8 = c"B" u16 = c"H" u32 = c"I" u64 = c"Q" usize = c"N";
    Float: f32 = c"f" f64 = c"d";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        assert!(u8::matches(c"B") && u8::matches(c"c") && u8::matches(c"@B") && u8::matches(c">B"));
        assert!(!u8::matches(c"b") && !i8::matches(c"B") && !u8::matches(c"?"));
        assert!(i32::matches(c"i") && i32::matches(c"=i") && i32::matches(c"=l"));
        assert!(f64::matches(c"d") && f32::matches(c"f") && !f64::matches(c"f") && !f64::matches(c"q"));
        assert!(i64::matches(c"q") && i64::matches(c"=q") && !u64::matches(c"q"));
        assert_eq!(i64::matches(c"l"), size_of::<c_long>() == 8, "native `l` is C's long");
        assert!(!i64::matches(c"=l"), "standard `l` has four bytes");
        assert!(isize::matches(c"n") && usize::matches(c"N") && !isize::matches(c"=n"));
    }

    #[test]
    fn byte_order() {
        assert_eq!(i32::matches(c"<i"), cfg!(target_endian = "little"));
        assert_eq!(i32::matches(c">i"), cfg!(target_endian = "big"));
        assert_eq!(f64::matches(c"!d"), cfg!(target_endian = "big"));
    }

    #[test]
    fn not_one_number() {
        for format in [c"", c"ii", c"2i", c"T{i:x:}", c"<", c"@@i", c"x", c"e", c"g", c"Zd", c"s", c"P"] {
            assert_eq!(parse(format), None, "{format:?}");
        }
    }
}
