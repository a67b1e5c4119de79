//! What is known of the running interpreter: process-wide facts, found once.

use crate::capi;
use crate::probe;
use crate::symbols::{self, Newest};
use core::cell::UnsafeCell;
use core::ffi::{CStr, c_char};
use hstack_sys::{Counting, Ref};
use std::sync::{Mutex, PoisonError};

/// Where an int keeps its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum IntLayout {
    /// Not known: ask the interpreter.
    Unknown,
    /// A signed number of digits, then the digits (up to 3.11).
    Signed,
    /// A word with the sign in its lowest bits, then the digits (3.12 on).
    Tagged,
}

/// Where a str keeps its characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StrLayout {
    /// Where the word is that holds kind, compact and ascii; 0: the layout is not known.
    pub(crate) state: usize,
    /// The lowest bit of the kind in it.
    pub(crate) shift: u32,
    /// The bit that says whether the characters are in the object, counted from the kind's.
    pub(crate) inside: u32,
    /// The bit that says whether they are ASCII, counted from the kind's.
    pub(crate) plain: u32,
    /// Where the characters of an ASCII str start.
    pub(crate) ascii: usize,
    /// Where those of another compact str start; a str that is not compact has a pointer there.
    pub(crate) compact: usize,
}

/// The facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// Major and minor version of the language.
    pub(crate) version: (u32, u32),
    /// PyPy's C API.
    pub(crate) pypy: bool,
    /// CPython without a GIL.
    pub(crate) free_threaded: bool,
    /// The size of `object`.
    pub(crate) header: usize,
    /// Where an object keeps its type.
    pub(crate) type_offset: usize,
    /// How references are counted.
    pub(crate) counting: Counting,
    /// Whether the offsets in a type object are known: see [`crate::types`].
    pub(crate) types: bool,
    /// Where an int keeps its value.
    pub(crate) int: IntLayout,
    /// Whether a float's value follows its header.
    pub(crate) float: bool,
    /// Whether a list's length and array follow its header, and may be read under the GIL.
    pub(crate) list: bool,
    /// Where a tuple's items start; 0: not known.
    pub(crate) tuple: usize,
    /// Where a str keeps its characters.
    pub(crate) str: StrLayout,
}

/// The oldest version that is supported.
const OLDEST: (u32, u32) = (3, 9);

/// The newest version whose layouts were looked at.
const NEWEST_KNOWN: (u32, u32) = (3, 15);

/// The same of PyPy.
const NEWEST_PYPY: (u32, u32) = (3, 11);

const UNKNOWN: Facts = Facts {
    version: (0, 0),
    pypy: false,
    free_threaded: false,
    header: 16,
    type_offset: 8,
    counting: Counting::Unknown,
    types: false,
    int: IntLayout::Unknown,
    float: false,
    list: false,
    tuple: 0,
    str: StrLayout { state: 0, shift: 0, inside: 0, plain: 0, ascii: 0, compact: 0 },
};

struct Place(UnsafeCell<Facts>);

// SAFETY: it is written once, in `start`, before anything of this crate reads it.
unsafe impl Sync for Place {}

static PLACE: Place = Place(UnsafeCell::new(UNKNOWN));
static FILLED: Mutex<bool> = Mutex::new(false);

/// The facts; those of nothing at all before [`start`].
#[inline(always)]
pub(crate) fn facts() -> &'static Facts {
    // SAFETY: nothing writes any more once somebody reads.
    unsafe { &*PLACE.0.get() }
}

/// Finds the symbols and the facts, the first time.
///
/// # Errors
/// The name of what is missing.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn start() -> Result<(), &'static CStr> {
    let filled = || FILLED.lock().unwrap_or_else(PoisonError::into_inner);
    if *filled() {
        return Ok(());
    }
    let version = version().ok_or(c"Py_GetVersion")?;
    // SAFETY: attached.
    capi::fill(unsafe { newest() })?;
    let mut found = UNKNOWN;
    found.version = version;
    found.pypy = !symbols::find(c"PyPyModuleDef_Init").is_null();
    found.free_threaded = !symbols::find(c"PyUnstable_Module_SetGIL").is_null();
    // SAFETY: attached. No lock is held here, because other threads may do the same meanwhile and
    // a thread that waits for a lock while attached would stop a collection.
    unsafe { find(&mut found) }.ok_or(c"object.__basicsize__")?;
    let mut filled = filled();
    if !core::mem::replace(&mut *filled, true) {
        // SAFETY: this runs once, and readers come after it.
        unsafe { *PLACE.0.get() = found };
    }
    Ok(())
}

unsafe fn find(found: &mut Facts) -> Option<()> {
    // SAFETY: the caller is attached.
    unsafe {
        found.header = probe::header()?;
        found.type_offset = found.header - size_of::<usize>();
        let word = cfg!(all(target_pointer_width = "64", target_endian = "little"));
        let known = word && !found.pypy && found.version <= NEWEST_KNOWN;
        let counted = !symbols::find(c"_Py_NegativeRefcount").is_null();
        if known && !found.free_threaded && !counted && found.header == 16 {
            found.counting = if found.version <= (3, 11) { Counting::Word } else { Counting::Immortal32 };
        }
        // PyPy's types are laid out like those of the CPythons that it stands for.
        if known || (word && found.pypy && found.version <= NEWEST_PYPY) {
            found.types = probe::types(found);
        }
        if known {
            found.int = probe::int(found);
            found.float = probe::float(found);
            found.list = !found.free_threaded && probe::list(found);
            found.tuple = probe::tuple(found).unwrap_or(0);
        }
        if word {
            found.str = probe::str(found).unwrap_or(UNKNOWN.str);
        }
        if capi::PyErr_Occurred().is_some() {
            capi::PyErr_Clear();
        }
        Some(())
    }
}

/// What the interpreter says that it is.
#[inline]
pub(crate) fn description() -> Option<&'static CStr> {
    let address = symbols::find(c"Py_GetVersion");
    if address.is_null() {
        return None;
    }
    // SAFETY: the signature is the same in every version; the text is static.
    Some(unsafe {
        let get: unsafe extern "C" fn() -> *const c_char = core::mem::transmute(address);
        CStr::from_ptr(get())
    })
}

/// The version of the language, with which that starts.
#[inline]
fn version() -> Option<(u32, u32)> {
    parse_version(description()?.to_bytes())
}

#[inline(never)]
fn parse_version(text: &[u8]) -> Option<(u32, u32)> {
    let mut text = text.iter();
    let mut number = || {
        let mut number = None;
        while let Some(digit @ b'0'..=b'9') = text.next() {
            number = Some(number.unwrap_or(0) % 1000 * 10 + u32::from(digit - b'0'));
        }
        number
    };
    Some((number()?, number()?))
}

/// The test aid `HSTACK_CPYTHON_SYMBOLS=3.9`: optional symbols that appeared later are not used. It
/// is ignored by `python -E` and `-I`, and on free-threaded builds, whose older functions are not
/// safe there.
///
/// # Safety
/// The thread is attached.
unsafe fn newest() -> Newest {
    let text = std::env::var_os("HSTACK_CPYTHON_SYMBOLS");
    let Some(version) = text.and_then(|text| parse_version(text.as_encoded_bytes())) else {
        return Newest::ALL;
    };
    if !symbols::find(c"PyUnstable_Module_SetGIL").is_null() {
        return Newest::ALL;
    }
    // SAFETY: attached; both functions have one signature in all versions.
    let ignored = unsafe { probe::environment_ignored() };
    if ignored { Newest::ALL } else { Newest(version.max(OLDEST)) }
}

/// The type of an object, borrowed from it.
///
/// # Safety
/// The object is alive and the thread is attached.
#[inline(always)]
pub(crate) unsafe fn type_of(object: Ref) -> Ref {
    // SAFETY: an object keeps its type there.
    unsafe { *object.0.as_ptr().cast::<u8>().add(facts().type_offset).cast::<Ref>() }
}

#[cfg(test)]
mod tests {
    use super::parse_version;

    #[test]
    fn versions_are_read_off_descriptions() {
        assert_eq!(parse_version(b"3.9.18 (main, May  9 2026, 07:33:49)"), Some((3, 9)));
        assert_eq!(parse_version(b"3.15.0a1+ free-threading build"), Some((3, 15)));
        assert_eq!(parse_version(b"3.12"), Some((3, 12)));
        assert_eq!(parse_version(b"three"), None);
    }
}
