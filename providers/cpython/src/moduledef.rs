//! The interpreter's own description of a module, laid out for whatever runs: a `PyModuleDef` with
//! slots (PEP 489), or a slot array (PEP 793). They live for ever, made once for each definition.

use crate::facts::facts;
use crate::made::{Made, zeroed};
use crate::module::{Host, clear, exec, free, traverse};
use core::ffi::c_void;
use core::ptr::{null, null_mut};
use hstack_sys::ModuleDef;

/// What a module is made from.
pub(crate) struct Record {
    pub(crate) definition: &'static ModuleDef,
    pub(crate) host: Option<&'static Host>,
}

/// By definition, host and kind: what the interpreter gets.
static MADE: Made = Made::new();
/// By what a module tells of its origin (its definition or its token): the record.
static RECORDS: Made = Made::new();

/// The record behind what a module says it was made from, when that is one of ours.
pub(crate) fn known(origin: *mut c_void) -> Option<&'static Record> {
    let record = RECORDS.get_or([origin as usize, 0, 0], &mut || None)?;
    // SAFETY: records live as long as the process.
    Some(unsafe { &*(record as *const Record) })
}

fn remember(origin: usize, record: &'static Record) {
    let record: *const Record = record;
    RECORDS.get_or([origin, 0, 0], &mut || Some(record as usize));
}

/// How the interpreter gets a module described.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// A `PyModuleDef` for what is filled by whoever made it.
    Plain,
    /// A `PyModuleDef` for multi-phase initialization.
    MultiPhase,
    /// A slot array.
    Slots,
}

/// The description of a module.
pub(crate) fn get(definition: &'static ModuleDef, host: Option<&'static Host>, form: Form) -> *mut c_void {
    let address: *const ModuleDef = definition;
    let key = [address as usize, host.map_or(null(), core::ptr::from_ref) as usize, form as usize];
    let made = MADE.get_or(key, &mut || {
        let record = Box::leak(Box::new(Record { definition, host }));
        Some(match form {
            Form::Plain => module_def(record, false),
            Form::MultiPhase => module_def(record, true),
            Form::Slots => slot_array(record),
        })
    });
    made.map_or(null_mut(), |address| address as *mut c_void)
}

// Slots of a `PyModuleDef`: their first numbers, which 3.15 still takes.
const EXEC: usize = 2;
const INTERPRETERS: usize = 3;
const GIL: usize = 4;
/// An interpreter with a GIL of its own may load the module.
const OWN_GIL: usize = 2;
/// The module needs no GIL.
const NOT_USED: usize = 1;

/// Fills the header of an object that never goes away, as a static initializer would.
fn header(words: &mut [usize]) {
    let facts = facts();
    // Where the count of references is: of a debug build, behind two words more.
    let index = match (facts.free_threaded, facts.pypy) {
        (true, _) => 1,
        (_, true) => 0,
        _ => words.len() - 2,
    };
    if let Some(word) = words.get_mut(index) {
        // Without a GIL: at byte 8 the flags (from 3.14: statically allocated), at byte 12 the thread's
        // own count.
        let flags: u64 = if facts.version >= (3, 14) { 4 } else { 0 };
        *word = if facts.free_threaded { (flags | 0xffff_ffff << 32) as usize } else { 1 };
    }
}

fn module_def(record: &'static Record, with_slots: bool) -> usize {
    let facts = facts();
    // A slot that this version does not know ends them.
    let interpreters = if facts.version >= (3, 12) { INTERPRETERS } else { 0 };
    let gil = if facts.version >= (3, 13) && !facts.pypy { GIL } else { 0 };
    let slots = [EXEC, exec as *const () as usize, interpreters, OWN_GIL, gil, NOT_USED, 0, 0];
    let fields = [
        0, // m_init
        0, // m_index
        0, // m_copy
        record.definition.name as usize,
        record.definition.doc as usize,
        size_of::<usize>(), // m_size: the state is one pointer
        0,                  // m_methods
        if with_slots { Box::leak(Box::new(slots)).as_ptr() as usize } else { 0 },
        traverse as *const () as usize,
        clear as *const () as usize,
        free as *const () as usize,
    ];
    let count = facts.header / size_of::<usize>();
    let words = zeroed::<usize>(count + fields.len());
    // SAFETY: there is room for the header and the fields.
    unsafe {
        header(core::slice::from_raw_parts_mut(words, count));
        words.add(count).cast::<[usize; 11]>().write(fields);
    }
    remember(words as usize, record);
    words as usize
}

/// The interpreter's `PySlot`.
#[repr(C)]
struct Slot {
    id: u16,
    flags: u16,
    reserved: u32,
    value: u64,
}

/// The interpreter's `PyABIInfo`.
#[repr(C)]
struct AbiInfo {
    major: u8,
    minor: u8,
    flags: u16,
    build: u32,
    version: u32,
}

/// Built for the stable ABI, of builds with a GIL and without.
const STABLE_ANY: u16 = 1 | 2 | 4;
static ABI: AbiInfo = AbiInfo { major: 1, minor: 0, flags: STABLE_ANY, build: 0, version: 0x0309_0000 };

/// What a slot points to lives for ever.
const STATIC: u16 = 2;

fn slot_array(record: &'static Record) -> usize {
    let token: *const Record = record;
    let definition = record.definition;
    let abi: *const AbiInfo = &ABI;
    let pointer = |id, value: usize| Slot { id, flags: STATIC, reserved: 0, value: value as u64 };
    let doc = definition.doc as usize;
    let slots = [
        pointer(109, abi as usize),
        pointer(100, definition.name as usize),
        pointer(85, exec as *const () as usize),
        Slot { id: 102, flags: 0, reserved: 0, value: size_of::<usize>() as u64 },
        pointer(104, traverse as *const () as usize),
        pointer(105, clear as *const () as usize),
        pointer(106, free as *const () as usize),
        pointer(110, token as usize),
        pointer(86, OWN_GIL),
        pointer(87, NOT_USED),
        // Without a docstring this is the end mark.
        pointer(if doc == 0 { 0 } else { 101 }, doc),
        pointer(0, 0),
    ];
    remember(token as usize, record);
    Box::leak(Box::new(slots)).as_ptr() as usize
}
