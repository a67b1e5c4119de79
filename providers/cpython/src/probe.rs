//! Looking at objects whose contents are known, to find out how they are laid out. What does not
//! look as expected is not used.

use crate::capi;
use crate::facts::{Facts, IntLayout, StrLayout};
use crate::owned::Owned;
use crate::{symbols, types};
use core::ffi::{CStr, c_char, c_void};
use hstack_sys::Ref;

unsafe fn at<T: Copy>(object: Ref, offset: usize) -> T {
    // SAFETY: the caller knows that the object is that long.
    unsafe { object.0.as_ptr().cast::<u8>().add(offset).cast::<T>().read_unaligned() }
}

/// `class.__basicsize__`
#[inline(never)]
pub(crate) unsafe fn basic_size(class: Ref) -> Option<usize> {
    // SAFETY: the caller is attached.
    unsafe {
        let size = Owned::new(capi::PyObject_GetAttrString(class, c"__basicsize__".as_ptr()))?;
        usize::try_from(capi::PyLong_AsLongLong(size.get())).ok()
    }
}

/// The size of `object`. PyPy has no attribute for it, but its type objects are laid out like
/// CPython's: behind the header and a length there are a name and a size.
pub(crate) unsafe fn header() -> Option<usize> {
    let object = capi::PyBaseObject_Type();
    let word = size_of::<usize>();
    // SAFETY: the caller is attached; a type object is far longer than what is read, and where the
    // size is right, the name before it is a pointer to text.
    unsafe {
        if let Some(size) = basic_size(object) {
            return Some(size);
        }
        capi::PyErr_Clear();
        (2..=6).map(|words| words * word).find(|&header| {
            at::<usize>(object, header + word + types::BASIC_SIZE) == header
                && CStr::from_ptr(at::<*const c_char>(object, header + word)) == c"object"
        })
    }
}

/// `sys.flags.ignore_environment`, before the symbols are filled.
pub(crate) unsafe fn environment_ignored() -> bool {
    let (get, attr, truth) = (
        symbols::find(c"PySys_GetObject"),
        symbols::find(c"PyObject_GetAttrString"),
        symbols::find(c"PyObject_IsTrue"),
    );
    if get.is_null() || attr.is_null() || truth.is_null() {
        return true;
    }
    // SAFETY: the signatures are the same in all versions, and the caller is attached.
    unsafe {
        let get: unsafe extern "C" fn(*const c_char) -> Option<Ref> = core::mem::transmute(get);
        let attr: unsafe extern "C" fn(Ref, *const c_char) -> Option<Ref> = core::mem::transmute(attr);
        let truth: unsafe extern "C" fn(Ref) -> i32 = core::mem::transmute(truth);
        let Some(flags) = get(c"flags".as_ptr()) else { return true };
        // The answer is a small int or a bool: leaving it unclosed leaks one count of it.
        attr(flags, c"ignore_environment".as_ptr()).is_none_or(|value| truth(value) != 0)
    }
}

/// Whether what [`crate::types`] reads of a type is where it expects it.
pub(crate) unsafe fn types(facts: &Facts) -> bool {
    let var = facts.header + size_of::<usize>();
    let all = [
        capi::PyLong_Type(),
        capi::PyUnicode_Type(),
        capi::PyList_Type(),
        capi::PyDict_Type(),
        capi::PyTuple_Type(),
        capi::PyBool_Type(),
    ];
    // SAFETY: types are far longer than what is read.
    unsafe {
        // PyPy's types have no attribute with their size.
        let same = opaque(&all).iter().all(|&class| {
            at::<usize>(class, var + types::FLAGS) == capi::PyType_GetFlags(class)
                && (facts.pypy || basic_size(class) == Some(at(class, var + types::BASIC_SIZE)))
        });
        let base = at::<Option<Ref>>(capi::PyBool_Type(), var + types::BASE) == Some(capi::PyLong_Type());
        let object = at::<usize>(capi::PyBaseObject_Type(), var + types::BASIC_SIZE) == facts.header;
        if facts.pypy {
            return same && base && object;
        }
        let list = capi::PyList_Type();
        let alloc = at::<usize>(list, var + types::ALLOC) == symbols::find(c"PyType_GenericAlloc") as usize;
        let free = at::<usize>(list, var + types::FREE) == symbols::find(c"PyObject_GC_Del") as usize;
        same && base && object && alloc && free
    }
}

/// The layout of an int.
pub(crate) unsafe fn int(facts: &Facts) -> IntLayout {
    let layout = if facts.version <= (3, 11) { IntLayout::Signed } else { IntLayout::Tagged };
    #[rustfmt::skip]
    static VALUES: [i64; 16] = [
        0, 1, -1, 7, -5, 255, 256, 257, -300, (1 << 29) + 12345, -(1 << 29) - 54321, (1 << 30) - 1,
        1 << 30, -(1 << 30), i64::MAX, i64::MIN,
    ];
    let right = opaque(&VALUES).iter().all(|&value| {
        let expected = (value.unsigned_abs() < 1 << 30).then_some(value);
        // SAFETY: an int is at least as long as what is read.
        unsafe {
            Owned::new(capi::PyLong_FromLongLong(value)).is_some_and(|object| {
                crate::functions::int::compact(object.get(), layout, facts.header) == expected
            })
        }
    });
    if right { layout } else { IntLayout::Unknown }
}

/// Whether a float is its header and its value.
pub(crate) unsafe fn float(facts: &Facts) -> bool {
    [1.5, -0.0, 1e300].iter().all(|&value: &f64| {
        // SAFETY: a float is at least a header and a double.
        unsafe {
            Owned::new(capi::PyFloat_FromDouble(value))
                .is_some_and(|object| at::<f64>(object.get(), facts.header).to_bits() == value.to_bits())
        }
    })
}

/// Whether a list is its header, its length and its array.
pub(crate) unsafe fn list(facts: &Facts) -> bool {
    // SAFETY: a list is longer than what is read; its items are set before it is used.
    unsafe {
        let Some(list) = Owned::new(capi::PyList_New(0)) else { return false };
        let items = [capi::PyLong_Type(), capi::PyList_Type(), capi::PyDict_Type()];
        if items.iter().any(|&item| capi::PyList_Append(list.get(), item).0 < 0) {
            return false;
        }
        let array = at::<*const Ref>(list.get(), facts.header + size_of::<usize>());
        at::<isize>(list.get(), facts.header) == 3
            && !array.is_null()
            && (0..3).all(|index| *array.add(index) == items[index])
    }
}

/// Where a tuple's items start: behind its length, and from 3.14 on its hash.
pub(crate) unsafe fn tuple(facts: &Facts) -> Option<usize> {
    // SAFETY: a tuple of three items is longer than what is read before they are found.
    unsafe {
        let tuple = Owned::new(capi::PyTuple_New(3))?;
        let items = [capi::PyLong_Type(), capi::PyList_Type(), capi::PyDict_Type()];
        for (index, item) in items.into_iter().enumerate() {
            if capi::PyTuple_SetItem(tuple.get(), index as isize, Some(crate::owned::dup(item))) < 0 {
                return None;
            }
        }
        let word = size_of::<usize>();
        let first = facts.header + word;
        let starts =
            |&start: &usize| (0..3).all(|index| at::<Ref>(tuple.get(), start + index * word) == items[index]);
        [first, first + word]
            .into_iter()
            .find(|start| at::<isize>(tuple.get(), facts.header) == 3 && starts(start))
    }
}

const LENGTH: usize = 19;

/// What a str is made of.
struct Text {
    /// The bytes of a character.
    kind: u64,
    ascii: bool,
    characters: [u32; LENGTH],
}

/// ASCII, and one of each width.
static TEXTS: [Text; 4] =
    [text(1, true, 0x61, 1), text(1, false, 0xe0, 1), text(2, false, 0x4e00, 3), text(4, false, 0x1f600, 5)];

const fn text(kind: u64, ascii: bool, first: u32, step: u32) -> Text {
    let mut characters = [first; LENGTH];
    let mut i = 1;
    while i < LENGTH {
        characters[i] = characters[i - 1] + step;
        i += 1;
    }
    Text { kind, ascii, characters }
}

/// Values of which the compiler does not know how many they are: loops over them are not unrolled.
fn opaque<T>(values: &[T]) -> &[T] {
    core::hint::black_box(values)
}

/// A text, and a str of it.
struct Sample(&'static Text, Owned);

/// The layout of a str, found with four of them. The bytes of a word are read as they lie on a
/// little-endian machine.
pub(crate) unsafe fn str(facts: &Facts) -> Option<StrLayout> {
    // SAFETY: the caller is attached; what is read is inside the objects: a str has at least four
    // words after its header in every known version.
    unsafe {
        let mut samples = Vec::with_capacity(TEXTS.len());
        for text in opaque(&TEXTS) {
            let characters = text.characters.as_ptr();
            let object = Owned::new(capi::PyUnicode_FromKindAndData(4, characters.cast(), LENGTH as isize))?;
            if at::<usize>(object.get(), facts.header) != LENGTH {
                return None;
            }
            samples.push(Sample(text, object));
        }
        let layout = if facts.pypy { pypy_str(facts, &samples) } else { cpython_str(facts, &samples) }?;
        for Sample(text, object) in &samples {
            // A str that the C API made, and one that the interpreter made: PyPy's differ.
            let twice = Owned::new(capi::PyUnicode_Concat(object.get(), object.get()))?;
            if !shows(object, &layout, facts, text, LENGTH)
                || !shows(&twice, &layout, facts, text, 2 * LENGTH)
            {
                return None;
            }
        }
        let Sample(_, ascii) = samples.first()?;
        let mut len = 0;
        let utf8 = capi::PyUnicode_AsUTF8AndSize(ascii.get(), &mut len);
        let same = facts.pypy
            || utf8.cast::<c_void>()
                == crate::functions::string::view(ascii.get(), &layout, facts.header).data;
        same.then_some(layout)
    }
}

/// Whether a str, read by a layout, is that long and starts with a text.
#[inline(never)]
unsafe fn shows(object: &Owned, layout: &StrLayout, facts: &Facts, text: &Text, len: usize) -> bool {
    // SAFETY: as for `str`.
    unsafe {
        crate::functions::string::ready_view(object.get(), layout, facts.header).is_some_and(|view| {
            u64::from(view.kind) == text.kind && view.len == len && starts(view.data, text)
        })
    }
}

/// Whether the word at `state`, shifted, has kind and ascii (at bit `plain`) of each sample, and the bits
/// of `always`, where `mask` is set.
#[inline(never)]
unsafe fn says(samples: &[Sample], state: usize, shift: u32, mask: u64, always: u64, plain: u32) -> bool {
    samples.iter().all(|Sample(text, object)| {
        // SAFETY: as for `str`.
        let bits = unsafe { at::<u64>(object.get(), state) } >> shift;
        bits & mask == text.kind | always | u64::from(text.ascii) << plain
    })
}

/// CPython keeps kind, compact and ascii in neighbouring bits of one word, at a place that changed.
/// The characters follow the header, whose length changed too.
unsafe fn cpython_str(facts: &Facts, samples: &[Sample]) -> Option<StrLayout> {
    let word = size_of::<usize>();
    let state = facts.header + 2 * word;
    // SAFETY: as for `str`; looking for the characters ends where they are.
    unsafe {
        let shift = (0..32).find(|&shift| says(samples, state, shift, 0b11111, 0b1000, 4))?;
        let start = |Sample(text, object): &Sample| {
            let start: *const u8 = object.get().0.as_ptr().cast();
            (1..=5).map(|words| state + words * word).find(|&offset| starts(start.add(offset).cast(), text))
        };
        let [ascii, compact, ..] = samples else { return None };
        Some(StrLayout { state, shift, inside: 3, plain: 4, ascii: start(ascii)?, compact: start(compact)? })
    }
}

/// PyPy keeps them in bytes, behind the length and, in newer versions, the hash. Then come a
/// pointer, two lengths and another pointer, and the one to the characters.
unsafe fn pypy_str(facts: &Facts, samples: &[Sample]) -> Option<StrLayout> {
    let word = size_of::<usize>();
    let shift = 8;
    let state = [facts.header + word, facts.header + 2 * word]
        .into_iter()
        // SAFETY: as for `str`.
        .find(|&state| unsafe { says(samples, state, shift, 0xff_00ff, 0, 16) })?;
    Some(StrLayout { state, shift, inside: 8, plain: 16, ascii: state + 2 * word, compact: state + 5 * word })
}

/// Whether the characters of a text lie there.
#[inline(never)]
unsafe fn starts(data: *const c_void, text: &Text) -> bool {
    let width = text.kind as usize;
    opaque(&text.characters).iter().enumerate().all(|(index, &character)| {
        let mut found = 0;
        // SAFETY: the caller's memory is long enough up to the first difference. A character is as wide
        // as its kind says, which is no more than an `u32`.
        unsafe {
            let place: *mut u32 = &mut found;
            data.cast::<u8>().add(index * width).copy_to_nonoverlapping(place.cast(), width);
        }
        found == character
    })
}
