//! The layouts of the process, by definition; and where, by them, the payload of an instance is.

use crate::capi;
use crate::facts::{facts, type_of};
use crate::layout::{self, Layout};
use crate::types::{self, flag};
use core::ffi::c_void;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use hstack_sys::{Ref, TypeDef};
use std::sync::{Mutex, PoisonError};

const BUCKETS: usize = 512;
static TABLE: [AtomicPtr<Layout>; BUCKETS] = [const { AtomicPtr::new(null_mut()) }; BUCKETS];
static BY_TABLE: [AtomicPtr<Layout>; BUCKETS] = [const { AtomicPtr::new(null_mut()) }; BUCKETS];
static WRITE: Mutex<()> = Mutex::new(());

/// Whether some type of ours has a foreign base that is a heap type.
static FOREIGN_HEAP: AtomicBool = AtomicBool::new(false);

fn bucket(definition: *const TypeDef) -> &'static AtomicPtr<Layout> {
    &TABLE[(definition as usize / align_of::<TypeDef>() / 3) % BUCKETS]
}

fn by_table(table: usize) -> &'static AtomicPtr<Layout> {
    &BY_TABLE[table / 16 % BUCKETS]
}

/// The layouts of a bucket.
fn chain(
    bucket: &AtomicPtr<Layout>,
    next: impl Fn(&'static Layout) -> &'static AtomicPtr<Layout>,
) -> impl Iterator<Item = &'static Layout> {
    // SAFETY: layouts live as long as the process, and are complete before they are in a bucket.
    let load = |place: &AtomicPtr<Layout>| unsafe { place.load(Ordering::Acquire).as_ref() };
    core::iter::successors(load(bucket), move |layout| load(next(layout)))
}

/// The layouts of a definition, the newest first.
fn all(definition: *const TypeDef) -> impl Iterator<Item = &'static Layout> {
    chain(bucket(definition), |layout| &layout.next).filter(move |layout| layout.definition == definition)
}

fn known(definition: *const TypeDef) -> Option<&'static Layout> {
    all(definition).next()
}

/// The layout that an instance has as one of `definition`.
///
/// # Safety
/// Attached; the object is an instance of a type that was made with this definition.
#[inline(always)]
pub(crate) unsafe fn find(object: Ref, definition: *const TypeDef) -> &'static Layout {
    // SAFETY: the caller's promise means that a type was made, and so was its layout.
    unsafe {
        let layout = known(definition).unwrap_unchecked();
        if layout.varies.load(Ordering::Relaxed) { of_instance(object, definition) } else { layout }
    }
}

#[cold]
unsafe fn of_instance(object: Ref, definition: *const TypeDef) -> &'static Layout {
    // SAFETY: as for `find`.
    unsafe {
        let mut next = of_type(type_of(object));
        while let Some(layout) = next {
            if layout.definition == definition {
                return layout;
            }
            next = layout.parent;
        }
        known(definition).unwrap_unchecked()
    }
}

/// The layout of a type, when it or one of its bases is ours. It is found by the table of attributes
/// that the type was made with: that stays while the collector takes the type apart.
///
/// # Safety
/// The type is alive.
#[inline(never)]
pub(crate) unsafe fn of_type(class: Ref) -> Option<&'static Layout> {
    let mut class = class;
    // SAFETY: bases are alive with the type, and only heap types are asked.
    unsafe {
        while types::flags(class) & flag::HEAP != 0 {
            let table = types::attributes(class) as usize;
            let named = |layout: &&Layout| layout.table.load(Ordering::Relaxed) == table;
            if table != 0
                && let Some(layout) = chain(by_table(table), |layout| &layout.next_by_table).find(named)
            {
                return Some(layout);
            }
            class = types::base(class)?;
        }
        None
    }
}

/// Whether a type itself is ours, whatever its bases are.
///
/// # Safety
/// The type is alive.
pub(crate) unsafe fn is_ours(class: Ref) -> bool {
    // SAFETY: as the caller says.
    unsafe {
        let heap = types::flags(class) & flag::HEAP != 0;
        let table = if heap { types::attributes(class) as usize } else { 0 };
        heap && of_type(class).is_some_and(|layout| layout.table.load(Ordering::Relaxed) == table)
    }
}

/// Lets [`of_type`] find the layout of the types that are made with this table of attributes.
pub(crate) fn name(layout: &'static Layout, table: *mut c_void) {
    let _writing = WRITE.lock().unwrap_or_else(PoisonError::into_inner);
    if layout.table.load(Ordering::Relaxed) != 0 {
        return;
    }
    let bucket = by_table(table as usize);
    layout.table.store(table as usize, Ordering::Relaxed);
    layout.next_by_table.store(bucket.load(Ordering::Acquire), Ordering::Relaxed);
    bucket.store(core::ptr::from_ref(layout).cast_mut(), Ordering::Release);
}

/// Whether an instance of a type of ours is a plain piece of memory, with no foreign base that has
/// to make it and no mark.
///
/// # Safety
/// Attached; the type is alive and derives from one of ours.
#[inline(always)]
pub(crate) unsafe fn is_plain(class: Ref) -> bool {
    if facts().pypy {
        return false;
    }
    let object = capi::PyBaseObject_Type();
    let mut class = class;
    // SAFETY: bases are alive with the type, and what is asked is a heap type.
    unsafe {
        loop {
            match types::base(class) {
                Some(base) if base == object => return !FOREIGN_HEAP.load(Ordering::Relaxed),
                Some(base) if types::flags(base) & flag::HEAP != 0 => class = base,
                _ => return false,
            }
        }
    }
}

/// Puts a layout into the table; the one that is there already, when it is the same.
///
/// # Safety
/// The definition is alive.
pub(crate) unsafe fn add(layout: Layout) -> &'static Layout {
    let definition = layout.definition;
    let _writing = WRITE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(same) = all(definition).find(|other| other.is_same(&layout)) {
        return same;
    }
    if layout.foreign.is_some_and(|foreign| foreign.heap) || layout.held.is_some() {
        FOREIGN_HEAP.store(true, Ordering::Relaxed);
    }
    let others = known(definition).is_some();
    for other in all(definition) {
        other.varies.store(true, Ordering::Relaxed);
    }
    let fixed = !others && layout.item == 0 && layout.held.is_none() && !facts().pypy;
    let offset = if fixed { layout.payload } else { 0 };
    let plain = fixed && layout.plain && layout.mark == 0;
    // SAFETY: as the caller says.
    unsafe {
        (*definition).payload_offset.store(offset, Ordering::Relaxed);
        (*definition).plain.store(plain.into(), Ordering::Relaxed);
    }
    let bucket = bucket(definition);
    layout.varies.store(others, Ordering::Relaxed);
    layout.next.store(bucket.load(Ordering::Acquire), Ordering::Relaxed);
    let layout: &'static Layout = Box::leak(Box::new(layout));
    bucket.store(core::ptr::from_ref(layout).cast_mut(), Ordering::Release);
    layout
}

/// Makes an exception pending for an instance without a payload.
#[cold]
unsafe fn refuse(object: Ref) -> *mut c_void {
    // SAFETY: as for `find`.
    let name = unsafe { crate::text::type_name(object) };
    let message = format_args!("this '{name}' object was not made by its constructor");
    // SAFETY: attached.
    unsafe { crate::raise::raise(capi::PyExc_TypeError(), message) };
    null_mut()
}

/// Where the payload of an instance is; null, with an exception pending, when it has none.
///
/// # Safety
/// As for [`find`].
#[inline(always)]
pub(crate) unsafe fn payload(object: Ref, definition: *const TypeDef) -> *mut c_void {
    // SAFETY: as the caller says.
    unsafe {
        match (*definition).payload_offset.load(Ordering::Relaxed) {
            0 => payload_by_layout(object, definition),
            offset => object.0.as_ptr().cast::<u8>().add(offset).cast(),
        }
    }
}

#[inline(never)]
unsafe fn payload_by_layout(object: Ref, definition: *const TypeDef) -> *mut c_void {
    // SAFETY: as for `find`.
    unsafe {
        match find(object, definition).seat(object) {
            Some((object, layout)) => layout.payload_of(object),
            None => refuse(object),
        }
    }
}

/// Where a field of an instance is; `None`, with an exception pending, when it has no payload.
///
/// # Safety
/// As for [`find`]; there is such a field.
#[inline(always)]
pub(crate) unsafe fn field(
    object: Ref,
    definition: *const TypeDef,
    index: usize,
) -> Option<*mut Option<Ref>> {
    // SAFETY: the fields stand directly before the payload.
    unsafe {
        let payload = payload(object, definition).cast::<Option<Ref>>();
        if payload.is_null() { None } else { Some(payload.sub(layout::words(&*definition)).add(index)) }
    }
}
