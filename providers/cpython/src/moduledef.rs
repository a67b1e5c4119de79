//! The interpreter's own description of a module, laid out for whatever runs: a `PyModuleDef` with
//! slots (PEP 489), or a slot array (PEP 793). They live for ever, made once for each definition.

use crate::facts::facts;
use crate::module::{Host, clear, exec, free, traverse};
use core::ffi::c_void;
use core::ptr::null;
use hstack_sys::ModuleDef;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What a module is made from.
pub(crate) struct Record {
    pub(crate) definition: &'static ModuleDef,
    pub(crate) host: Option<&'static Host>,
}

/// By definition, host and kind: what the interpreter gets.
static MADE: Mutex<BTreeMap<(usize, usize, u8), usize>> = Mutex::new(BTreeMap::new());
/// By what a module tells of its origin (its definition or its token): the record.
static RECORDS: Mutex<BTreeMap<usize, usize>> = Mutex::new(BTreeMap::new());

/// The record behind what a module says it was made from, when that is one of ours.
pub(crate) fn known(origin: *mut c_void) -> Option<&'static Record> {
    let records = RECORDS.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: records live as long as the process.
    records.get(&(origin as usize)).map(|&record| unsafe { &*(record as *const Record) })
}

fn remember(origin: usize, record: &'static Record) {
    let record: *const Record = record;
    RECORDS.lock().unwrap_or_else(PoisonError::into_inner).insert(origin, record as usize);
}

fn made(
    definition: &'static ModuleDef,
    host: Option<&'static Host>,
    kind: u8,
    make: impl FnOnce(&'static Record) -> usize,
) -> *mut c_void {
    let definition_address: *const ModuleDef = definition;
    let host_address = host.map_or(null(), core::ptr::from_ref);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (definition_address as usize, host_address as usize, kind);
    let address = *made.entry(key).or_insert_with(|| make(Box::leak(Box::new(Record { definition, host }))));
    address as *mut c_void
}

// Slots of a `PyModuleDef`: their first numbers, which 3.15 still takes.
const EXEC: usize = 2;
const INTERPRETERS: usize = 3;
const GIL: usize = 4;
/// An interpreter with a GIL of its own may load the module.
const OWN_GIL: usize = 2;
/// The module needs no GIL.
const NOT_USED: usize = 1;

/// The header of an object that never goes away, as a static initializer would write it.
fn header(words: &mut Vec<usize>) {
    let facts = facts();
    let start = words.len();
    words.resize(start + facts.header / size_of::<usize>(), 0);
    if facts.free_threaded {
        // At byte 8 the flags (from 3.14: statically allocated), at byte 12 the thread's own count.
        let flags: u64 = if facts.version >= (3, 14) { 4 } else { 0 };
        words[start + 1] = (flags | 0xffff_ffff << 32) as usize;
    } else {
        words[start
            + (facts.header - 2 * size_of::<usize>()) / size_of::<usize>() * usize::from(!facts.pypy)] = 1;
    }
}

fn module_def(record: &'static Record, with_slots: bool) -> usize {
    let facts = facts();
    let mut words = Vec::new();
    header(&mut words);
    // m_init, m_index, m_copy.
    words.extend([0, 0, 0]);
    let mut slots = Vec::new();
    if with_slots {
        slots.extend([EXEC, exec as *const () as usize]);
        if facts.version >= (3, 12) {
            slots.extend([INTERPRETERS, OWN_GIL]);
        }
        if facts.version >= (3, 13) && !facts.pypy {
            slots.extend([GIL, NOT_USED]);
        }
        slots.extend([0, 0]);
    }
    let slots = if with_slots { slots.leak().as_ptr() } else { null() };
    words.extend([
        record.definition.name as usize,
        record.definition.doc as usize,
        size_of::<usize>(), // m_size: the state is one pointer
        0,                  // m_methods
        slots as usize,
        traverse as *const () as usize,
        clear as *const () as usize,
        free as *const () as usize,
    ]);
    let address = words.leak().as_ptr() as usize;
    remember(address, record);
    address
}

/// The `PyModuleDef` of a definition; `with_slots`: for multi-phase initialization.
pub(crate) fn get(
    definition: &'static ModuleDef,
    host: Option<&'static Host>,
    with_slots: bool,
) -> *mut c_void {
    made(definition, host, with_slots.into(), |record| module_def(record, with_slots))
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
    let mut slots = vec![
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
    ];
    if !definition.doc.is_null() {
        slots.push(pointer(101, definition.doc as usize));
    }
    slots.push(Slot { id: 0, flags: 0, reserved: 0, value: 0 });
    remember(token as usize, record);
    slots.leak().as_ptr() as usize
}

/// The slot array of a definition.
pub(crate) fn slots(definition: &'static ModuleDef) -> *mut c_void {
    made(definition, None, 2, slot_array)
}
