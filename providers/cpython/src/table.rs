//! The context: every function of the table, and which of them are the interpreter's own.

use crate::capi::{self, Symbols};
use crate::facts::{Facts, IntLayout, facts};
use crate::functions;
use crate::guard::guarded;
use crate::home::resolve;
use crate::module::Host;
use crate::{owned, types};
use core::ffi::{c_char, c_int, c_void};
use core::mem::offset_of;
use core::ptr::{null, null_mut};
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack_sys::*;

macro_rules! empty {
    ({ $($field:ident: $value:expr,)* } $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        Context { $($field: $value,)* $($name: None,)* }
    };
}

macro_rules! fill {
    ({ $context:ident } $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => { $(
        // SAFETY: the two conventions differ in what may unwind, and the functions do not.
        $context.$name = Some(unsafe {
            core::mem::transmute::<
                unsafe extern "C-unwind" fn($($ty,)* *const Context) $(-> $ret)?,
                unsafe extern "C" fn($($ty,)* *const Context) $(-> $ret)?,
            >(functions::$name)
        });
    )* };
}

/// Fills the whole table. Only hosts need that: what an extension calls of its own provider it names
/// itself, so that the linker leaves out the rest of the functions.
#[inline]
pub(crate) fn complete(context: &mut Context) {
    for_each_function!(fill { context });
}

/// `_Py_Dealloc` for the extension, which counts in line.
unsafe extern "C-unwind" fn deallocate(object: Ref) {
    // SAFETY: the caller gave up the last reference, attached.
    guarded(|| unsafe { owned::deallocate(object) })
}

/// "cpython 3.13", "pypy 3.11": static text.
fn name() -> *const c_char {
    let facts = facts();
    let implementation = if facts.pypy { "pypy" } else { "cpython" };
    let threads = if facts.free_threaded { "t" } else { "" };
    let (major, minor) = (facts.version.0, facts.version.1);
    let text = format!("{implementation} {major}.{minor}{threads}\0");
    text.leak().as_ptr().cast()
}

fn accelerators() -> Accelerators {
    let facts = facts();
    // Numbers are immutable, so their layout is all that has to be known to read them; an unknown
    // version has none, and neither has PyPy.
    let numbers = match facts.int {
        IntLayout::Signed if facts.float => Numbers::Signed,
        IntLayout::Tagged if facts.float => Numbers::Tagged,
        _ => return Accelerators::NONE,
    };
    let counts = facts.counting != Counting::Unknown;
    // SAFETY: the two conventions differ in what may unwind, and the function does not.
    let deallocator = unsafe {
        core::mem::transmute::<unsafe extern "C-unwind" fn(Ref), unsafe extern "C" fn(Ref)>(deallocate)
    };
    Accelerators {
        counting: facts.counting,
        type_offset: facts.type_offset as u32,
        deallocate: counts.then_some(deallocator),
        numbers,
        number_offset: facts.header as u32,
        texts: texts(facts),
        items: items(facts),
        types: type_functions(facts),
        ..Accelerators::NONE
    }
}

/// A tuple never changes; a list does, so that it is read in line only under a GIL, and a reference
/// is counted before anything else happens.
fn items(facts: &Facts) -> Items {
    let (len, next) = (facts.header as u32, (facts.header + size_of::<usize>()) as u32);
    let (list_len, list_items) = if facts.list { (len, next) } else { (0, 0) };
    let (tuple_len, tuple_items) = if facts.tuple != 0 { (len, facts.tuple as u32) } else { (0, 0) };
    Items { list_len, list_items, tuple_len, tuple_items }
}

/// A type never moves, and who replaces one of its functions stores a word.
fn type_functions(facts: &Facts) -> Types {
    if !facts.types {
        return Types::NONE;
    }
    let place = |offset| (facts.header + size_of::<usize>() + offset) as u32;
    Types {
        alloc: place(types::ALLOC),
        free: place(types::FREE),
        new: place(types::NEW),
        init: place(types::INIT),
    }
}

/// A compact str holds its characters, and never changes.
fn texts(facts: &Facts) -> Texts {
    let layout = &facts.str;
    let bits = |kind: u64, ascii: u64| (kind | 1 << layout.inside | ascii << layout.plain) << layout.shift;
    let (mask, widest) = (bits(7, 1), u64::from(u32::MAX));
    if layout.state == 0 || mask > widest {
        return Texts::NONE;
    }
    Texts {
        state: layout.state as u32,
        mask: mask as u32,
        kinds: [bits(1, 1), bits(1, 0), bits(2, 0), bits(4, 0)].map(|bits| bits as u32),
        len: facts.header as u32,
        ascii: layout.ascii as u32,
        wide: layout.compact as u32,
        reserved: 0,
    }
}

/// The context for what outlives its module: see `Context::orphan`. It has no constants, so nothing
/// of an interpreter.
fn orphan(host: Option<&Host>) -> &'static Context {
    static ORPHANS: [AtomicPtr<Context>; 2] = [const { AtomicPtr::new(null_mut()) }; 2];
    let place = &ORPHANS[usize::from(host.is_some())];
    if place.load(Ordering::Acquire).is_null() {
        let new = Box::into_raw(Box::new(build(0, name(), null(), host)));
        if place.compare_exchange(null_mut(), new, Ordering::AcqRel, Ordering::Acquire).is_err() {
            // SAFETY: made above; another thread was first, and nobody has seen this one.
            drop(unsafe { Box::from_raw(new) });
        }
    }
    // SAFETY: what is stored there once lives as long as the process.
    unsafe { &*place.load(Ordering::Acquire) }
}

/// A context of the interpreter with this number, without constants; complete for a host.
pub(crate) fn make(interpreter: u64, host: Option<&Host>) -> Context {
    let orphan = orphan(host);
    build(interpreter, orphan.name, orphan, host)
}

fn build(interpreter: u64, name: *const c_char, orphan: *const Context, host: Option<&Host>) -> Context {
    // SAFETY: as for the functions.
    let resolver = unsafe {
        core::mem::transmute::<
            unsafe extern "C-unwind" fn(Option<Ref>) -> *const Context,
            unsafe extern "C" fn(Option<Ref>) -> *const Context,
        >(resolve)
    };
    let mut context = for_each_function!(empty {
        size: size_of::<Context>(),
        abi: ABI_VERSION,
        flags: 0,
        name: name,
        interpreter: interpreter,
        hooks: null(),
        resolve: resolver,
        orphan: orphan,
        extension: AtomicPtr::new(null_mut()),
        provider: null_mut(),
        accelerators: accelerators(),
        constants: [None; CONSTANT_CAPACITY],
    });
    if let Some(host) = host {
        (host.complete)(&mut context);
    }
    stand_in(&mut context);
    context
}

/// Where a function is in a context, and the interpreter's that does the same in
/// [`capi::Symbols`], both in words.
type Pair = (u16, u16);

macro_rules! pairs {
    ($($name:ident $function:ident;)*) => { &[$((
        (offset_of!(Context, $name) / size_of::<usize>()) as u16,
        (offset_of!(Symbols, $function) / size_of::<usize>()) as u16,
    ),)*] };
}

/// Leaves: see [`crate::capi`].
static LEAVES: &[Pair] = pairs! {
    int_from_i64 PyLong_FromLongLong;
    int_from_u64 PyLong_FromUnsignedLongLong;
    float_from_f64 PyFloat_FromDouble;
    complex_new PyComplex_FromDoubles;
    is_callable PyCallable_Check;
    is_iterator PyIter_Check;
    list_len PyList_Size;
    tuple_len PyTuple_Size;
    dict_len PyDict_Size;
    set_len PySet_Size;
};

/// What needs a guard where threads are unwound.
static OTHERS: &[Pair] = pairs! {
    get_attr PyObject_GetAttr;
    get_item PyObject_GetItem;
    set_item PyObject_SetItem;
    del_item PyObject_DelItem;
    len PyObject_Size;
    contains PySequence_Contains;
    is_true PyObject_IsTrue;
    repr PyObject_Repr;
    str PyObject_Str;
    ascii PyObject_ASCII;
    bytes PyObject_Bytes;
    dir PyObject_Dir;
    compare PyObject_RichCompare;
    compare_bool PyObject_RichCompareBool;
    is_instance PyObject_IsInstance;
    is_subclass PyObject_IsSubclass;
    iter PyObject_GetIter;
    iter_next PyIter_NextItem;
    find_attr PyObject_GetOptionalAttr;
    call_tuple PyObject_Call;
    add PyNumber_Add;
    subtract PyNumber_Subtract;
    multiply PyNumber_Multiply;
    matrix_multiply PyNumber_MatrixMultiply;
    true_divide PyNumber_TrueDivide;
    floor_divide PyNumber_FloorDivide;
    remainder PyNumber_Remainder;
    divmod PyNumber_Divmod;
    power PyNumber_Power;
    lshift PyNumber_Lshift;
    rshift PyNumber_Rshift;
    and PyNumber_And;
    or PyNumber_Or;
    xor PyNumber_Xor;
    add_in_place PyNumber_InPlaceAdd;
    subtract_in_place PyNumber_InPlaceSubtract;
    multiply_in_place PyNumber_InPlaceMultiply;
    matrix_multiply_in_place PyNumber_InPlaceMatrixMultiply;
    true_divide_in_place PyNumber_InPlaceTrueDivide;
    floor_divide_in_place PyNumber_InPlaceFloorDivide;
    remainder_in_place PyNumber_InPlaceRemainder;
    power_in_place PyNumber_InPlacePower;
    lshift_in_place PyNumber_InPlaceLshift;
    rshift_in_place PyNumber_InPlaceRshift;
    and_in_place PyNumber_InPlaceAnd;
    or_in_place PyNumber_InPlaceOr;
    xor_in_place PyNumber_InPlaceXor;
    negative PyNumber_Negative;
    positive PyNumber_Positive;
    absolute PyNumber_Absolute;
    invert PyNumber_Invert;
    index PyNumber_Index;
    int PyNumber_Long;
    float PyNumber_Float;
    str_as_utf8 PyUnicode_AsUTF8AndSize;
    str_equals_utf8 PyUnicode_EqualToUTF8AndSize;
    str_encode PyUnicode_AsEncodedString;
    str_encode_fs PyUnicode_EncodeFSDefault;
    str_concat PyUnicode_Concat;
    str_join PyUnicode_Join;
    list_get PyList_GetItemRef;
    list_append PyList_Append;
    list_insert PyList_Insert;
    list_slice PyList_GetSlice;
    list_set_slice PyList_SetSlice;
    list_sort PyList_Sort;
    list_reverse PyList_Reverse;
    tuple_slice PyTuple_GetSlice;
    sequence_list PySequence_List;
    sequence_tuple PySequence_Tuple;
    sequence_concat PySequence_Concat;
    sequence_repeat PySequence_Repeat;
    sequence_concat_in_place PySequence_InPlaceConcat;
    sequence_repeat_in_place PySequence_InPlaceRepeat;
    sequence_get PySequence_GetItem;
    sequence_set PySequence_SetItem;
    sequence_del PySequence_DelItem;
    sequence_slice PySequence_GetSlice;
    sequence_set_slice PySequence_SetSlice;
    sequence_del_slice PySequence_DelSlice;
    sequence_count PySequence_Count;
    sequence_index PySequence_Index;
    dict_new PyDict_New;
    dict_find PyDict_GetItemRef;
    dict_set PyDict_SetItem;
    dict_del PyDict_DelItem;
    dict_contains PyDict_Contains;
    dict_set_default PyDict_SetDefaultRef;
    dict_copy PyDict_Copy;
    dict_keys PyDict_Keys;
    dict_values PyDict_Values;
    dict_items PyDict_Items;
    mapping_keys PyMapping_Keys;
    mapping_values PyMapping_Values;
    mapping_items PyMapping_Items;
    set_new PySet_New;
    frozenset_new PyFrozenSet_New;
    set_contains PySet_Contains;
    set_add PySet_Add;
    set_discard PySet_Discard;
    set_pop PySet_Pop;
    set_clear PySet_Clear;
    slice_new PySlice_New;
    memoryview_from PyMemoryView_FromObject;
    capsule_pointer PyCapsule_GetPointer;
    weakref_new PyWeakref_NewRef;
    weakref_get PyWeakref_GetRef;
    exception_new PyErr_NewExceptionWithDoc;
    import PyImport_Import;
    error_matches PyErr_GivenExceptionMatches;
    check_signals PyErr_CheckSignals;
    recursion_leave Py_LeaveRecursiveCall;
    call PyObject_Vectorcall;
    call_method PyObject_VectorcallMethod;
    detach PyEval_SaveThread;
    reattach PyEval_RestoreThread;
};

/// Puts the interpreter's functions in place of ours where they do the same.
fn stand_in(context: &mut Context) {
    if !cfg!(any(target_arch = "x86_64", target_arch = "aarch64")) {
        return;
    }
    let (context, symbols) =
        ((&raw mut *context).cast::<usize>(), (&raw const *capi::table()).cast::<usize>());
    // Before 3.14 a thread that comes back during shutdown is unwound, and has to be stopped first.
    let others = if facts().pypy || facts().version < (3, 14) { &[] } else { OTHERS };
    for &(place, function) in LEAVES.iter().chain(others) {
        // SAFETY: both are words of these structs. The C function has the arguments and the result of
        // the table's, whose last argument the calling conventions of these targets let a callee ignore.
        unsafe {
            let address = symbols.add(function.into()).read();
            if address != 0 {
                context.add(place.into()).write(address);
            }
        }
    }
}
