//! Method tables, as the interpreter wants them. It keeps pointers into them, so each is made once
//! for a definition and lives as long as the process.

use crate::facts::facts;
use crate::guard::guarded;
use crate::made::{Made, zeroed};
use crate::raise::raise;
use crate::{capi, text};
use core::ffi::{CStr, c_char, c_int, c_void};
use core::ptr::{null, null_mut};
use hstack_sys::{Convention, FunctionDef, GetSetDef, Ref, type_flags};

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

static METHODS: Made = Made::new();
static ATTRIBUTES: Made = Made::new();

/// The docstring with the signature in front, as the interpreter takes it apart into
/// `__text_signature__` and `__doc__`.
unsafe fn doc(definition: &FunctionDef) -> *const c_char {
    if definition.signature.is_null() {
        return definition.doc;
    }
    // SAFETY: the texts of a definition are NUL-terminated and static.
    unsafe {
        let bytes = |text: *const c_char| CStr::from_ptr(text).to_bytes();
        let doc = if definition.doc.is_null() { &[] } else { bytes(definition.doc) };
        let text = [bytes(definition.name), bytes(definition.signature), b"\n--\n\n", doc, b"\0"].concat();
        text.leak().as_ptr().cast()
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
    let table = METHODS.get_or([definitions as usize, count, 0], &mut || {
        let table = zeroed::<MethodDef>(count + 1);
        for index in 0..count {
            // SAFETY: as the caller says; the table is that long.
            unsafe { table.add(index).write(method(&*definitions.add(index))) };
        }
        Some(table as usize)
    });
    table.map_or(null_mut(), |table| table as *mut MethodDef)
}

/// The getter of an attribute that has none.
unsafe extern "C-unwind" fn unreadable(object: Ref, name: *mut c_void) -> Option<Ref> {
    guarded(|| {
        // SAFETY: the interpreter calls this attached, with the name that `attributes` put there.
        unsafe {
            let (name, class) = (CStr::from_ptr(name.cast()).to_string_lossy(), text::type_name(object));
            raise(
                capi::PyExc_AttributeError(),
                format_args!("attribute '{name}' of '{class}' objects is not readable"),
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
    // PyPy calls what is null.
    let missing: *const c_void = if facts().pypy { unreadable as *const () as *const c_void } else { null() };
    let table = ATTRIBUTES.get_or([owner, count, 0], &mut || {
        let table = zeroed::<Attribute>(count + 2);
        for index in 0..count {
            // SAFETY: as the caller says; the table is that long.
            unsafe {
                let given = &*definitions.add(index);
                let get = given.get.map_or(missing, |get| get as *const c_void);
                let set = given.set.map_or(null(), |set| set as *const c_void);
                let (name, doc, closure) = (given.name, given.doc, given.name.cast_mut().cast());
                table.add(index).write(Attribute { name, get, set, doc, closure });
            }
        }
        if let Some((get, set)) = dict {
            let (name, doc, closure) = (c"__dict__".as_ptr(), null(), null_mut());
            // SAFETY: as above.
            unsafe { table.add(count).write(Attribute { name, get, set, doc, closure }) };
        }
        Some(table as usize)
    });
    table.map_or(null_mut(), |table| table as *mut c_void)
}
