//! Classes that several binaries of an interpreter share: `#[class(shared = "name/version")]`.
//!
//! The type is made once in an interpreter, by the binary that needs it first, and all that is done with it as a type
//! is that binary's code: methods, how an instance is made and freed. The others find it in a dict of the
//! interpreter's, `sys._hstack`, in a capsule, and read and write payloads.
//!
//! # Why the payload of a class that another binary made can be borrowed
//!
//! 1. A capsule of our name was made by `offer`, here or in another binary. Python code can move and delete
//!    capsules, but neither make nor change one; so a capsule itself says whose it is, and not the key at which it is.
//! 2. It knows the type by a weak reference of its own, which gives that type or nothing. The maker's provider
//!    makes objects of that type only from the maker's definition.
//! 3. Both binaries say the same of the payload (`compare`): size, alignment, and where each number of which type
//!    is, in an order that `#[repr(C)]` fixes. The bytes of a [`Portable`] type mean the same to every compiler.
//! 4. Nothing in a payload can be dropped, locked or changed, so there is nothing else to agree about.
//! 5. What a [`SharedDef`] points to is static, and a binary with a module is never unloaded.

use super::contexts::{context, context_for_drop};
use super::entry::Returned;
use super::slots::unary;
use super::{Live, state::Index};
use crate::class::{Class, Definition};
use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::exceptions::ImportError;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Capsule, Dict, Weakref};
use core::ffi::{c_char, c_void};
use hstack_sys::{Ref, SHARED_CLASS, SharedClass, SharedDef, SharedField};
use std::ffi::CStr;
use std::mem::{needs_drop, size_of};
use std::ptr;

/// A type of numbers whose bytes mean the same in every binary of a process.
///
/// # Safety
/// A value is `COUNT` numbers of the type that Rust calls `ELEMENT`, one after the other, and nothing else.
#[diagnostic::on_unimplemented(
    message = "a shared class cannot hold a `{Self}`",
    label = "its bytes need not mean the same in another binary",
    note = "other binaries read the payload of a shared class: use `i8` to `i64`, `u8` to `u64`, `isize`, `usize`, `f32`, `f64`, `bool`, `char` and arrays of them, or remove `shared`"
)]
pub unsafe trait Portable {
    /// The type of a number, NUL-terminated.
    const ELEMENT: &'static CStr;
    /// How many.
    const COUNT: usize = 1;
}

macro_rules! portable {
    ($($ty:ident)*) => { $(
        // SAFETY: one number. Its layout is that of the C type, which the platform fixes.
        unsafe impl Portable for $ty {
            const ELEMENT: &'static CStr = crate::private::c_str(concat!(stringify!($ty), "\0"));
        }
    )* };
}
portable!(i8 i16 i32 i64 u8 u16 u32 u64 isize usize f32 f64 bool char);

// SAFETY: an array is its items, one after the other.
unsafe impl<T: Portable, const N: usize> Portable for [T; N] {
    const ELEMENT: &'static CStr = T::ELEMENT;
    const COUNT: usize = N * T::COUNT;
}

/// How a class is shared. The functions stand here, so that they are in no binary that shares nothing.
#[derive(Clone, Copy)]
pub struct Shared {
    pub(crate) definition: &'static SharedDef,
    pub(crate) find: for<'a, 'f> fn(&'a Frame<'f>, &'static Definition) -> Result<Option<Temp<'a, 'f>>>,
    pub(crate) offer:
        for<'a, 'f> fn(&'a Frame<'f>, &'static Definition, Live<'_>) -> Result<Option<Temp<'a, 'f>>>,
}

impl Shared {
    /// From what is said of the class.
    #[inline]
    pub const fn new(definition: &'static SharedDef) -> Self {
        Shared { definition, find, offer }
    }
}

/// What a binary says of its class.
///
/// # Safety
/// `fields` are all fields of `C`, which is `#[repr(C)]`: each one where it says, and of the type that it says.
#[inline]
pub const unsafe fn definition<C: Class<Stored = C>>(
    name: &'static CStr,
    version: u32,
    fields: &'static [SharedField],
) -> SharedDef {
    assert!(
        !needs_drop::<C>(),
        "a shared class has nothing to drop, because another binary may free its instances: remove `Drop`, or `shared`"
    );
    SharedDef {
        size: size_of::<SharedDef>(),
        name: name.as_ptr(),
        version,
        payload_size: size_of::<C>(),
        payload_align: align_of::<C>(),
        fields: fields.as_ptr(),
        field_count: fields.len(),
        new: new::<C>,
        payload: payload::<C>,
    }
}

/// What it says of a field.
#[inline]
pub const fn field<T: Portable>(name: &'static CStr, offset: usize) -> SharedField {
    SharedField { name: name.as_ptr(), element: T::ELEMENT.as_ptr(), count: T::COUNT, offset }
}

/// [`SharedDef::new`]
unsafe extern "C" fn new<C: Class>(class: Ref) -> Option<Ref> {
    // SAFETY: another binary calls it as an interpreter would, attached, with the type that this one made.
    unsafe {
        unary(class, |f, class| f.api().instance(class.live(), &C::definition().type_def).map(Returned::new))
    }
}

/// [`SharedDef::payload`]
unsafe extern "C" fn payload<C: Class>(object: Ref) -> *mut c_void {
    // SAFETY: as above, with an instance of that type.
    unsafe { context([Some(object)]).instance_payload(object, &C::definition().type_def) }
}

/// How this binary uses a type that another one made.
#[derive(Clone, Copy)]
pub(crate) struct Maker {
    definition: &'static SharedDef,
    payload_offset: usize,
}

impl Maker {
    /// Where an instance's payload is; null, with an exception pending, when it has none.
    ///
    /// # Safety
    /// Attached; an instance of the type.
    #[inline(always)]
    pub(crate) unsafe fn payload(&self, object: Ref) -> *mut c_void {
        // SAFETY: the maker says so; both are as the caller says.
        unsafe {
            match self.payload_offset {
                0 => (self.definition.payload)(object),
                offset => object.0.as_ptr().byte_add(offset).cast(),
            }
        }
    }

    /// Whether an instance has a payload.
    #[inline]
    pub(crate) fn check(&self, f: &Frame<'_>, object: Live<'_>) -> Result {
        // SAFETY: the callers have checked the object's type.
        match unsafe { self.payload(object.raw()) }.is_null() {
            true => Err(Error::take(f)),
            false => Ok(()),
        }
    }
}

impl<'f> Frame<'f> {
    /// The maker of a shared class, when that is another binary.
    #[inline(always)]
    pub(crate) fn maker<C: Class>(&self) -> Option<&Maker> {
        self.value_if_any(&C::definition().index)
    }

    /// A new instance of a class that another binary made.
    #[inline]
    pub(crate) fn instance_of_other<C: Class>(&self, class: Live<'_>) -> Result<Temp<'_, 'f>> {
        // SAFETY: attached; the class is the maker's.
        match self.maker::<C>().and_then(|maker| unsafe { (maker.definition.new)(class.raw()) }) {
            // SAFETY: a new reference, ours.
            Some(object) => Ok(unsafe { Temp::new(self, object) }),
            None => Err(Error::take(self)),
        }
    }
}

/// The type that a binary of this interpreter has made, if any.
#[inline]
fn find<'a, 'f>(f: &'a Frame<'f>, definition: &'static Definition) -> Result<Option<Temp<'a, 'f>>> {
    look(f, definition, |dict, key| dict.find(f, key))
}

/// Lets other binaries use a type that was just made; the type of another one, if that was faster.
#[inline]
fn offer<'a, 'f>(
    f: &'a Frame<'f>,
    definition: &'static Definition,
    class: Live<'_>,
) -> Result<Option<Temp<'a, 'f>>> {
    let Some(shared) = definition.shared else { return Ok(None) };
    let content = Box::new(SharedClass {
        size: size_of::<SharedClass>(),
        definition: shared.definition,
        class: f.api().weakref_new(class, None)?.into_raw(),
        payload_offset: definition.type_def.payload_offset.load(std::sync::atomic::Ordering::Relaxed),
    });
    let content: *mut c_void = Box::into_raw(content).cast();
    // SAFETY: `close` gets the box back, once.
    let capsule = match unsafe { f.api().capsule_of(Some(SHARED_CLASS), content, Some(close)) } {
        Ok(capsule) => f.push::<Any>(capsule),
        Err(error) => {
            // SAFETY: no capsule owns it.
            unsafe { close(content) };
            return Err(error);
        }
    };
    look(f, definition, |dict, key| {
        let there: Handle<Any> = dict.set_default(f, key, capsule)?;
        Ok(Some(there).filter(|there| there.raw() != capsule.raw()))
    })
}

/// Drops what a capsule of ours has.
#[inline]
unsafe extern "C" fn close(content: *mut c_void) {
    // SAFETY: boxed in `offer`; the interpreter drops a capsule attached, and once.
    unsafe { context_for_drop().release(Box::from_raw(content.cast::<SharedClass>()).class) }
}

/// Looks for a type that is alive. The entry of one that is gone stays, so that nobody has to replace it while
/// others do; the next one has the next number.
#[inline]
fn look<'a, 'f>(
    f: &'a Frame<'f>,
    definition: &'static Definition,
    mut get: impl FnMut(Handle<'f, Dict>, &str) -> Result<Option<Handle<'f, Any>>>,
) -> Result<Option<Temp<'a, 'f>>> {
    let Some(Shared { definition: own, .. }) = definition.shared else { return Ok(None) };
    // A context that counts or checks calls keeps its types to itself: what others do with them would pass it by.
    if !f.ctx().get().hooks.is_null() {
        return Ok(None);
    }
    let sys: Handle<Dict> = f.import("sys")?.get_attr(f, "__dict__")?;
    let dict: Handle<Dict> = sys.set_default(f, "_hstack", f.dict()?)?;
    let (name, mut number) = (text(own.name), 0);
    while let Some(entry) = get(dict, &format!("class {name} {number}"))? {
        if let Some(class) = adopt(f, own, &definition.index, entry)? {
            return Ok(Some(class));
        }
        number += 1;
    }
    Ok(None)
}

/// The type of an entry, unless it is gone.
#[inline]
fn adopt<'a, 'f>(
    f: &'a Frame<'f>,
    own: &'static SharedDef,
    index: &Index,
    entry: Handle<'f, Any>,
) -> Result<Option<Temp<'a, 'f>>> {
    let capsule = entry.cast::<Capsule>(f)?;
    let Ok(content) = capsule.pointer(f, SHARED_CLASS) else {
        return Err(ImportError::new_err(format!(
            "binaries that share a class are built with versions of hstack that agree how: '{}' was made by another one; build both with the same",
            text(own.name)
        )));
    };
    // SAFETY: a capsule of this name has such a content, whose references live as long as it; the frame keeps it.
    let (content, weak) = unsafe {
        let content = content.cast::<SharedClass>().as_ref();
        (content, f.push::<Weakref>(Temp::of(f, Live::new(content.class))))
    };
    let Some(class) = weak.upgrade::<Handle<Any>>(f)? else { return Ok(None) };
    // SAFETY: a definition is static, in a binary that stays.
    let other: &'static SharedDef = unsafe { &*content.definition };
    if let Some(difference) = compare(own, other) {
        let module: String = class.get_attr(f, "__module__")?;
        return Err(ImportError::new_err(format!(
            "binaries that share a class agree about it: '{}' {difference} in '{module}'; change its version where its fields change, and build both with the same",
            text(own.name)
        )));
    }
    if !ptr::eq(own, other) {
        let maker = Maker { definition: other, payload_offset: content.payload_offset };
        f.value(index, || Ok(maker))?;
    }
    Ok(Some(Temp::of(f, class.live())))
}

/// How two definitions differ.
#[inline]
fn compare(own: &SharedDef, other: &SharedDef) -> Option<String> {
    let (name, version) = (text(other.name), other.version);
    if name != text(own.name) {
        return Some(format!("stands where '{name}' does"));
    }
    if version != own.version {
        return Some(format!("is version {} here and version {version}", own.version));
    }
    let all = |definition: &SharedDef| {
        (definition.payload_size, definition.payload_align, payload_text(definition))
    };
    let (here, there) = (all(own), all(other));
    (here != there).then(|| format!("is {} here and {}", here.2, there.2))
}

/// A payload in the words of Rust, with the places that do not follow from the order.
#[inline]
fn payload_text(definition: &SharedDef) -> String {
    // SAFETY: a definition has so many.
    let fields = unsafe { std::slice::from_raw_parts(definition.fields, definition.field_count) };
    let field = |field: &SharedField| {
        let (name, element, offset) = (text(field.name), text(field.element), field.offset);
        match field.count {
            1 => format!("{name}: {element} at {offset}"),
            count => format!("{name}: [{element}; {count}] at {offset}"),
        }
    };
    let fields: Vec<_> = fields.iter().map(field).collect();
    format!("{{{}}} of {} bytes", fields.join(", "), definition.payload_size)
}

/// A text of a definition.
#[inline]
fn text(text: *const c_char) -> &'static str {
    // SAFETY: static and NUL-terminated.
    unsafe { CStr::from_ptr(text) }.to_str().unwrap_or("?")
}
