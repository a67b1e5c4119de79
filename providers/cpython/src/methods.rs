//! Method tables, as the interpreter wants them. It keeps pointers into them, so each is made once
//! for a definition and lives as long as the process.

use crate::facts::facts;
use crate::guard::guarded;
use crate::raise::raise;
use crate::{capi, text};
use core::ffi::{CStr, c_char, c_int, c_void};
use core::ptr::null;
use hstack_sys::{Convention, FunctionDef, GetSetDef, Ref, type_flags};
use std::collections::BTreeMap;
use std::ffi::CString;
use std::sync::{Mutex, PoisonError};

/// The interpreter's `PyMethodDef`.
#[repr(C)]
pub(crate) struct MethodDef {
    pub(crate) name: *const c_char,
    pub(crate) entry: *const c_void,
    pub(crate) flags: c_int,
    pub(crate) doc: *const c_char,
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for MethodDef {}

/// The interpreter's `PyGetSetDef`.
#[repr(C)]
struct Attribute {
    name: *const c_char,
    get: *const c_void,
    set: *const c_void,
    doc: *const c_char,
    closure: *mut c_void,
}

const NO_ARGUMENTS: c_int = 0x4;
const ONE_ARGUMENT: c_int = 0x8;
const CLASS: c_int = 0x10;
const STATIC: c_int = 0x20;
const FAST: c_int = 0x80;
/// Arguments in a tuple, and keywords in a dict.
pub(crate) const TUPLE_KEYWORDS: c_int = 0x1 | 0x2;
/// Positional and keyword arguments in an array.
pub(crate) const FAST_KEYWORDS: c_int = FAST | 0x2;

/// A table that is made once for a key and never freed.
struct Made(Mutex<BTreeMap<(usize, usize), usize>>);

impl Made {
    const fn new() -> Made {
        Made(Mutex::new(BTreeMap::new()))
    }

    /// The table of a key. `make` runs no Python code.
    fn get<T>(&self, key: (usize, usize), make: impl FnOnce() -> Vec<T>) -> *mut T {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *made.entry(key).or_insert_with(|| make().leak().as_mut_ptr() as usize) as *mut T
    }
}

static METHODS: Made = Made::new();
static ATTRIBUTES: Made = Made::new();
static NAMES: Mutex<BTreeMap<Vec<u8>, usize>> = Mutex::new(BTreeMap::new());

/// Text that lives as long as the process; equal texts are kept once.
pub(crate) fn keep(text: &[u8]) -> *const c_char {
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || CString::new(text).unwrap_or_default().into_raw() as usize;
    *names.entry(text.to_vec()).or_insert_with(make) as *const c_char
}

/// The docstring with the signature in front, as the interpreter takes it apart into
/// `__text_signature__` and `__doc__`.
unsafe fn doc(definition: &FunctionDef) -> *const c_char {
    if definition.signature.is_null() {
        return definition.doc;
    }
    // SAFETY: the texts of a definition are NUL-terminated and static.
    unsafe {
        let mut text = CStr::from_ptr(definition.name).to_bytes().to_vec();
        text.extend_from_slice(CStr::from_ptr(definition.signature).to_bytes());
        text.extend_from_slice(b"\n--\n\n");
        if !definition.doc.is_null() {
            text.extend_from_slice(CStr::from_ptr(definition.doc).to_bytes());
        }
        keep(&text)
    }
}

unsafe fn method(definition: &FunctionDef) -> MethodDef {
    let mut flags = match definition.convention {
        Convention::NoArguments => NO_ARGUMENTS,
        Convention::OneArgument => ONE_ARGUMENT,
        Convention::Positional => FAST,
        Convention::Keywords => FAST_KEYWORDS,
    };
    if definition.flags & type_flags::METHOD_CLASS != 0 {
        flags |= CLASS;
    }
    if definition.flags & type_flags::METHOD_STATIC != 0 {
        flags |= STATIC;
    }
    // SAFETY: as the caller says.
    let doc = unsafe { doc(definition) };
    MethodDef { name: definition.name, entry: definition.entry, flags, doc }
}

/// The table of some definitions, with the interpreter's end mark.
///
/// # Safety
/// `count` definitions stand there, and they are static.
pub(crate) unsafe fn methods(definitions: *const FunctionDef, count: usize) -> *mut MethodDef {
    METHODS.get((definitions as usize, count), || {
        // SAFETY: as the caller says.
        let given = (0..count).map(|index| unsafe { method(&*definitions.add(index)) });
        let end = MethodDef { name: null(), entry: null(), flags: 0, doc: null() };
        given.chain([end]).collect()
    })
}

/// The getter of an attribute that has none.
unsafe extern "C-unwind" fn unreadable(object: Ref, name: *mut c_void) -> Option<Ref> {
    guarded(|| {
        // SAFETY: the interpreter calls this attached, with the name that `attributes` put there.
        unsafe {
            let (name, class) = (CStr::from_ptr(name.cast()).to_string_lossy(), text::type_name(object));
            raise(
                capi::PyExc_AttributeError(),
                &format!("attribute '{name}' of '{class}' objects is not readable"),
            );
        }
        None
    })
}

/// The same for computed attributes; `dict`: with `__dict__`. `owner` is the address of the layout of
/// the types that the table is for: another layout has another table, by which the types are told
/// apart.
///
/// # Safety
/// As for [`methods`].
pub(crate) unsafe fn attributes(
    owner: usize,
    definitions: *const GetSetDef,
    count: usize,
    dict: Option<(*const c_void, *const c_void)>,
) -> *mut c_void {
    let closure = core::ptr::null_mut();
    let table = ATTRIBUTES.get((owner, count), || {
        let given = (0..count).map(|index| {
            // SAFETY: as the caller says.
            let given = unsafe { &*definitions.add(index) };
            // PyPy calls what is null.
            let missing: *const c_void =
                if facts().pypy { unreadable as *const () as *const c_void } else { null() };
            Attribute {
                name: given.name,
                get: given.get.map_or(missing, |get| get as *const c_void),
                set: given.set.map_or(null(), |set| set as *const c_void),
                doc: given.doc,
                closure: given.name.cast_mut().cast(),
            }
        });
        let dict =
            dict.map(|(get, set)| Attribute { name: c"__dict__".as_ptr(), get, set, doc: null(), closure });
        let end = Attribute { name: null(), get: null(), set: null(), doc: null(), closure };
        given.chain(dict).chain([end]).collect()
    });
    table.cast()
}
