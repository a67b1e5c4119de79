//! References, types and objects.

use crate::capi;
use crate::facts::{facts, type_of as read_type};
use crate::guard::{functions, passed};
use crate::owned::{self, Owned};
use crate::raise::{self, Aside, catch};
use crate::types::{self, flag};
use core::ffi::{c_int, c_void};
use hstack_sys::{Constant, Context, Flag, Ref, Size, Status};

/// `object.name`, or `None` without an exception when there is no such attribute.
pub(crate) unsafe fn attribute(object: Ref, name: Ref) -> Result<Option<Ref>, ()> {
    let mut value = None;
    // SAFETY: the references are live, as the caller says.
    unsafe {
        if let Some(get) = capi::PyObject_GetOptionalAttr() {
            return if get(object, name, &mut value).0 < 0 { Err(()) } else { Ok(value) };
        }
        if let Some(get) = capi::_PyObject_LookupAttr() {
            return if get(object, name, &mut value) < 0 { Err(()) } else { Ok(value) };
        }
        match capi::PyObject_GetAttr(object, name) {
            Some(value) => Ok(Some(value)),
            None if catch(capi::PyExc_AttributeError()) => Ok(None),
            None => Err(()),
        }
    }
}

/// Stores what a look-up found, as a `find_` function answers.
pub(crate) unsafe fn found(result: Result<Option<Ref>, ()>, value: *mut Option<Ref>) -> Status {
    let (status, found) = match result {
        Ok(Some(found)) => (Status::YES, Some(found)),
        Ok(None) => (Status::OK, None),
        Err(()) => (Status::FAILED, None),
    };
    // SAFETY: the caller of the table function gave the place.
    unsafe { *value = found };
    status
}

fn bit(constant: Constant) -> u32 {
    1 << constant as u32
}

/// The kinds that the flags of a type tell, by flag from [`flag::INT`] on: a type has one of them at most.
const FLAGGED: [Constant; 8] = [
    Constant::Int,
    Constant::List,
    Constant::Tuple,
    Constant::Bytes,
    Constant::Str,
    Constant::Dict,
    Constant::BaseException,
    Constant::Type,
];

/// The kind that the flags of a type tell, or 0.
#[inline(always)]
fn flagged(flags: usize) -> u32 {
    let told = (flags / flag::INT) as u8;
    if told == 0 { 0 } else { bit(FLAGGED[told.trailing_zeros() as usize]) }
}

/// The built-in types that no flag tells.
const UNFLAGGED: [Constant; 16] = [
    Constant::Float,
    Constant::NoneType,
    Constant::Complex,
    Constant::ByteArray,
    Constant::Set,
    Constant::FrozenSet,
    Constant::Slice,
    Constant::Range,
    Constant::MemoryView,
    Constant::Module,
    Constant::Function,
    Constant::BuiltinFunction,
    Constant::Method,
    Constant::Capsule,
    Constant::Super,
    Constant::Property,
];

#[inline]
unsafe fn kinds(object: Ref, context: *const Context) -> u32 {
    // SAFETY: the object is live, as the caller says.
    unsafe {
        let class = read_type(object);
        let all = bit(Constant::Object);
        let kinds = flagged(types::flags(class));
        if kinds != 0 {
            let truth = class == capi::PyBool_Type();
            return all | kinds | if truth { bit(Constant::Bool) } else { 0 };
        }
        let constants = &(*context).constants;
        let same = |&&constant: &&Constant| constants[constant as usize] == Some(class);
        if let Some(&constant) = UNFLAGGED.iter().find(same) {
            return all | bit(constant);
        }
        if constants[Constant::MappingProxy as usize] == Some(class) {
            return all | bit(Constant::MappingProxy);
        }
        let derived = |&&constant: &&Constant| {
            constants[constant as usize].is_some_and(|base| types::derives(class, base))
        };
        all | UNFLAGGED.iter().find(derived).map_or(0, |&constant| bit(constant))
    }
}

/// `bytes(object)`, pending the error that there is none: PyPy 3.9 knows only buffers and `__bytes__`.
#[cold]
#[inline]
unsafe fn bytes_of(object: Ref, class: Ref) -> Option<Ref> {
    // SAFETY: the object and the class are alive.
    unsafe {
        let error = Aside::new();
        let name = Owned::new(raise::text("__index__"))?;
        // A number would be a length.
        if let Some(method) = attribute(read_type(object), name.get()).ok()? {
            owned::close(method);
            return None;
        }
        error.drop_it();
        capi::PyObject_VectorcallDict(class, &object, 1, None)
    }
}

passed! {
    fn get_attr_generic(object: Ref, name: Ref) -> Option<Ref> = PyObject_GenericGetAttr;
    fn set_attr_generic(object: Ref, name: Ref, value: Option<Ref>) -> Status = PyObject_GenericSetAttr;
    fn is_instance(object: Ref, class: Ref) -> Status = PyObject_IsInstance;
    fn is_subclass(class: Ref, base: Ref) -> Status = PyObject_IsSubclass;
    fn get_attr(object: Ref, name: Ref) -> Option<Ref> = PyObject_GetAttr;
    fn get_item(object: Ref, key: Ref) -> Option<Ref> = PyObject_GetItem;
    fn set_item(object: Ref, key: Ref, value: Ref) -> Status = PyObject_SetItem;
    fn del_item(object: Ref, key: Ref) -> Status = PyObject_DelItem;
    fn len(object: Ref) -> Size = PyObject_Size;
    fn contains(object: Ref, item: Ref) -> Status = PySequence_Contains;
    fn is_true(object: Ref) -> Status = PyObject_IsTrue;
    fn repr(object: Ref) -> Option<Ref> = PyObject_Repr;
    fn str(object: Ref) -> Option<Ref> = PyObject_Str;
    fn ascii(object: Ref) -> Option<Ref> = PyObject_ASCII;
    fn dir(object: Ref) -> Option<Ref> = PyObject_Dir;
    fn compare(left: Ref, right: Ref, operation: c_int) -> Option<Ref> = PyObject_RichCompare;
    fn compare_bool(left: Ref, right: Ref, operation: c_int) -> Status = PyObject_RichCompareBool;
    fn iter(object: Ref) -> Option<Ref> = PyObject_GetIter;
}

functions! {
    fn close(object: Ref; context) {
        owned::close(object);
    }

    fn close_many(objects: *const Ref, count: usize; context) {
        for index in (0..count).rev() {
            owned::close(*objects.add(index));
        }
    }

    fn dup(object: Ref; context) -> Ref {
        owned::dup(object)
    }

    fn as_pointer(object: Ref; context) -> usize {
        object.0.as_ptr() as usize
    }

    fn from_pointer(pointer: *mut c_void; context) -> Option<Ref> {
        core::ptr::NonNull::new(pointer.cast()).map(|pointer| owned::dup(Ref(pointer)))
    }

    fn type_of(object: Ref; context) -> Ref {
        owned::dup(read_type(object))
    }

    fn kinds_of(object: Ref; context) -> u32 {
        kinds(object, context)
    }

    fn has_type(object: Ref, class: Ref; context) -> Flag {
        Flag(types::derives(read_type(object), class).into())
    }

    fn type_name(class: Ref; context) -> Option<Ref> {
        match capi::PyType_GetName() {
            Some(get) => get(class),
            None => capi::PyObject_GetAttrString(class, c"__name__".as_ptr()),
        }
    }

    fn type_full_name(class: Ref; context) -> Option<Ref> {
        if let Some(get) = capi::PyType_GetFullyQualifiedName() {
            return get(class);
        }
        let name = Owned::new(capi::PyObject_GetAttrString(class, c"__qualname__".as_ptr()))?;
        let Some(module) = Owned::new(capi::PyObject_GetAttrString(class, c"__module__".as_ptr())) else {
            return if catch(capi::PyExc_AttributeError()) { Some(name.release()) } else { None };
        };
        if !types::is(module.get(), flag::STR)
            || super::string::equals(module.get(), "builtins")
            || super::string::equals(module.get(), "__main__")
        {
            return Some(name.release());
        }
        let dot = Owned::new(raise::text("."))?;
        let start = Owned::new(capi::PyUnicode_Concat(module.get(), dot.get()))?;
        capi::PyUnicode_Concat(start.get(), name.get())
    }

    fn find_attr(object: Ref, name: Ref, value: *mut Option<Ref>; context) -> Status {
        found(attribute(object, name), value)
    }

    fn set_attr(object: Ref, name: Ref, value: Ref; context) -> Status {
        capi::PyObject_SetAttr(object, name, Some(value))
    }

    fn del_attr(object: Ref, name: Ref; context) -> Status {
        // A macro over PyObject_SetAttr before 3.13, a function on old PyPys, whose other one does not
        // tell when there is nothing to delete.
        match capi::PyObject_DelAttr() {
            Some(delete) => delete(object, name),
            None => capi::PyObject_SetAttr(object, name, None),
        }
    }

    fn find_item(object: Ref, key: Ref, value: *mut Option<Ref>; context) -> Status {
        let result = match capi::PyObject_GetItem(object, key) {
            Some(item) => Ok(Some(item)),
            None if catch(capi::PyExc_LookupError()) => Ok(None),
            None => Err(()),
        };
        found(result, value)
    }

    fn hash(object: Ref, value: *mut isize; context) -> Status {
        *value = capi::PyObject_Hash(object);
        if *value == -1 { Status::FAILED } else { Status::OK }
    }

    fn bytes(object: Ref; context) -> Option<Ref> {
        let bytes = capi::PyObject_Bytes(object);
        if bytes.is_none() && facts().pypy && capi::PyErr_ExceptionMatches(capi::PyExc_TypeError()) != 0 {
            return bytes_of(object, (*context).constants[Constant::Bytes as usize]?);
        }
        bytes
    }

    fn format(object: Ref, spec: Ref; context) -> Option<Ref> {
        capi::PyObject_Format(object, Some(spec))
    }

    fn is_callable(object: Ref; context) -> Flag {
        Flag(capi::PyCallable_Check(object))
    }

    fn iter_next(iterator: Ref, item: *mut Option<Ref>; context) -> Status {
        if let Some(next) = capi::PyIter_NextItem() {
            return next(iterator, item);
        }
        *item = None;
        if capi::PyIter_Check(iterator) == 0 {
            let name = crate::text::type_name(iterator);
            raise::raise(capi::PyExc_TypeError(), format_args!("'{name}' object is not an iterator"));
            return Status::FAILED;
        }
        *item = capi::PyIter_Next(iterator);
        match *item {
            Some(_) => Status::YES,
            None if raise::pending() => Status::FAILED,
            None => Status::OK,
        }
    }

    fn is_iterator(object: Ref; context) -> Flag {
        Flag(capi::PyIter_Check(object))
    }
}
