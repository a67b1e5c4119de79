//! The C symbols of the interpreter that this crate calls: the one list of them.
//!
//! `required` ones are in every supported CPython (3.9 on) and PyPy; an import fails where one is
//! missing. `optional` ones say in which version they appeared, and are `None` before it and
//! wherever else they are missing. Signatures are those of CPython's headers.
//!
//! Leaves run no Python code, raise nothing where their arguments are of the right type, and make
//! nothing that a collection could start for: no thread ends in them, and they need no guard.
#![allow(clippy::too_many_arguments, clippy::missing_safety_doc)]

use crate::symbols::{Newest, symbols};
use core::ffi::{c_char, c_int, c_longlong, c_ulonglong, c_void};
use hstack_sys::{Ref, Size, Status};

type Null = Option<Ref>;
type Out = *mut Option<Ref>;
type Text = *const c_char;

symbols! {
required {
    fn Py_DecRef(object: Null);
    fn PyObject_GetAttr(object: Ref, name: Ref) -> Null;
    fn PyObject_GenericGetAttr(object: Ref, name: Ref) -> Null;
    fn PyObject_GenericSetAttr(object: Ref, name: Ref, value: Null) -> Status;
    fn PyObject_GetAttrString(object: Ref, name: Text) -> Null;
    fn PyObject_SetAttr(object: Ref, name: Ref, value: Null) -> Status;
    fn PyObject_SetAttrString(object: Ref, name: Text, value: Null) -> Status;
    fn PyObject_GetItem(object: Ref, key: Ref) -> Null;
    fn PyObject_SetItem(object: Ref, key: Ref, value: Ref) -> Status;
    fn PyObject_DelItem(object: Ref, key: Ref) -> Status;
    fn PyObject_Size(object: Ref) -> Size;
    fn PySequence_Contains(object: Ref, item: Ref) -> Status;
    fn PyObject_IsTrue(object: Ref) -> Status;
    fn PyObject_Hash(object: Ref) -> isize;
    fn PyObject_Repr(object: Ref) -> Null;
    fn PyObject_Str(object: Ref) -> Null;
    fn PyObject_ASCII(object: Ref) -> Null;
    fn PyObject_Bytes(object: Ref) -> Null;
    fn PyObject_Format(object: Ref, spec: Null) -> Null;
    fn PyObject_Dir(object: Ref) -> Null;
    fn PyObject_RichCompare(left: Ref, right: Ref, operation: c_int) -> Null;
    fn PyObject_RichCompareBool(left: Ref, right: Ref, operation: c_int) -> Status;
    fn PyObject_GetIter(object: Ref) -> Null;
    fn PyIter_Next(iterator: Ref) -> Null;
    fn PyObject_IsInstance(object: Ref, class: Ref) -> Status;
    fn PyObject_IsSubclass(class: Ref, base: Ref) -> Status;
    fn PyType_FromModuleAndSpec(module: Null, spec: *mut c_void, bases: Null) -> Null;
    fn PyType_GetModule(class: Ref) -> Null;
    fn PyObject_Call(callable: Ref, arguments: Ref, keywords: Null) -> Null;
    fn PyObject_VectorcallDict(callable: Ref, arguments: *const Ref, flags: usize, keywords: Null) -> Null;
    fn PyObject_VectorcallMethod(name: Ref, arguments: *const Ref, flags: usize, names: Null) -> Null;
    fn PyObject_ClearWeakRefs(object: Ref);
    fn PyNumber_Add(left: Ref, right: Ref) -> Null;
    fn PyNumber_Subtract(left: Ref, right: Ref) -> Null;
    fn PyNumber_Multiply(left: Ref, right: Ref) -> Null;
    fn PyNumber_MatrixMultiply(left: Ref, right: Ref) -> Null;
    fn PyNumber_TrueDivide(left: Ref, right: Ref) -> Null;
    fn PyNumber_FloorDivide(left: Ref, right: Ref) -> Null;
    fn PyNumber_Remainder(left: Ref, right: Ref) -> Null;
    fn PyNumber_Divmod(left: Ref, right: Ref) -> Null;
    fn PyNumber_Power(left: Ref, right: Ref, modulus: Ref) -> Null;
    fn PyNumber_Lshift(left: Ref, right: Ref) -> Null;
    fn PyNumber_Rshift(left: Ref, right: Ref) -> Null;
    fn PyNumber_And(left: Ref, right: Ref) -> Null;
    fn PyNumber_Or(left: Ref, right: Ref) -> Null;
    fn PyNumber_Xor(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceAdd(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceSubtract(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceMultiply(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceMatrixMultiply(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceTrueDivide(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceFloorDivide(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceRemainder(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlacePower(left: Ref, right: Ref, modulus: Ref) -> Null;
    fn PyNumber_InPlaceLshift(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceRshift(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceAnd(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceOr(left: Ref, right: Ref) -> Null;
    fn PyNumber_InPlaceXor(left: Ref, right: Ref) -> Null;
    fn PyNumber_Negative(object: Ref) -> Null;
    fn PyNumber_Positive(object: Ref) -> Null;
    fn PyNumber_Absolute(object: Ref) -> Null;
    fn PyNumber_Invert(object: Ref) -> Null;
    fn PyNumber_Index(object: Ref) -> Null;
    fn PyNumber_Long(object: Ref) -> Null;
    fn PyNumber_Float(object: Ref) -> Null;
    fn PyLong_AsLongLong(object: Ref) -> c_longlong;
    fn PyLong_AsUnsignedLongLong(object: Ref) -> c_ulonglong;
    fn PyLong_AsUnsignedLongLongMask(object: Ref) -> c_ulonglong;
    fn PyFloat_AsDouble(object: Ref) -> f64;
    fn PyComplex_RealAsDouble(object: Ref) -> f64;
    fn PyComplex_ImagAsDouble(object: Ref) -> f64;
    fn PyUnicode_FromStringAndSize(text: Text, len: isize) -> Null;
    fn PyUnicode_FromKindAndData(kind: c_int, data: *const c_void, len: isize) -> Null;
    fn PyUnicode_InternInPlace(text: Out);
    fn PyUnicode_AsUTF8AndSize(object: Ref, len: *mut isize) -> Text;
    fn PyUnicode_ReadChar(object: Ref, index: isize) -> u32;
    fn PyUnicode_AsEncodedString(object: Ref, encoding: Text, errors: Text) -> Null;
    fn PyUnicode_Decode(data: Text, len: isize, encoding: Text, errors: Text) -> Null;
    fn PyUnicode_EncodeFSDefault(object: Ref) -> Null;
    fn PyUnicode_DecodeFSDefaultAndSize(data: Text, len: isize) -> Null;
    fn PyUnicode_Concat(left: Ref, right: Ref) -> Null;
    fn PyUnicode_Join(separator: Ref, iterable: Ref) -> Null;
    fn PyUnicode_Substring(object: Ref, start: isize, end: isize) -> Null;
    fn PyBytes_AsStringAndSize(object: Ref, data: *mut *mut u8, len: *mut isize) -> c_int;
    fn PyByteArray_Resize(object: Ref, len: isize) -> c_int;
    fn PyList_New(len: isize) -> Null;
    fn PyList_GetItem(list: Ref, index: isize) -> Null;
    fn PyList_SetItem(list: Ref, index: isize, item: Null) -> Status;
    fn PyList_Append(list: Ref, item: Ref) -> Status;
    fn PyList_Insert(list: Ref, index: isize, item: Ref) -> Status;
    fn PyList_GetSlice(list: Ref, start: isize, end: isize) -> Null;
    fn PyList_SetSlice(list: Ref, start: isize, end: isize, items: Null) -> Status;
    fn PyList_Sort(list: Ref) -> Status;
    fn PyList_Reverse(list: Ref) -> Status;
    fn PyTuple_New(len: isize) -> Null;
    fn PyTuple_GetItem(tuple: Ref, index: isize) -> Null;
    fn PyTuple_SetItem(tuple: Ref, index: isize, item: Null) -> c_int;
    fn PyTuple_GetSlice(tuple: Ref, start: isize, end: isize) -> Null;
    fn PySequence_List(object: Ref) -> Null;
    fn PySequence_Tuple(object: Ref) -> Null;
    fn PySequence_Concat(left: Ref, right: Ref) -> Null;
    fn PySequence_Repeat(object: Ref, count: isize) -> Null;
    fn PySequence_InPlaceConcat(left: Ref, right: Ref) -> Null;
    fn PySequence_InPlaceRepeat(object: Ref, count: isize) -> Null;
    fn PySequence_GetItem(object: Ref, index: isize) -> Null;
    fn PySequence_SetItem(object: Ref, index: isize, item: Ref) -> Status;
    fn PySequence_DelItem(object: Ref, index: isize) -> Status;
    fn PySequence_GetSlice(object: Ref, start: isize, end: isize) -> Null;
    fn PySequence_SetSlice(object: Ref, start: isize, end: isize, items: Ref) -> Status;
    fn PySequence_DelSlice(object: Ref, start: isize, end: isize) -> Status;
    fn PySequence_Index(object: Ref, item: Ref) -> Size;
    fn PyDict_New() -> Null;
    fn PyDict_GetItemWithError(dict: Ref, key: Ref) -> Null;
    fn PyDict_SetItem(dict: Ref, key: Ref, value: Ref) -> Status;
    fn PyDict_SetItemString(dict: Ref, key: Text, value: Ref) -> Status;
    fn PyDict_DelItem(dict: Ref, key: Ref) -> Status;
    fn PyDict_Contains(dict: Ref, key: Ref) -> Status;
    fn PyDict_Clear(dict: Ref);
    fn PyDict_Copy(dict: Ref) -> Null;
    fn PyDict_Merge(dict: Ref, other: Ref, replace: c_int) -> Status;
    fn PyDict_SetDefault(dict: Ref, key: Ref, value: Ref) -> Null;
    fn PyDict_Keys(dict: Ref) -> Null;
    fn PyDict_Values(dict: Ref) -> Null;
    fn PyDict_Items(dict: Ref) -> Null;
    fn PyMapping_Keys(object: Ref) -> Null;
    fn PyMapping_Values(object: Ref) -> Null;
    fn PyMapping_Items(object: Ref) -> Null;
    fn PySet_New(iterable: Null) -> Null;
    fn PyFrozenSet_New(iterable: Null) -> Null;
    fn PySet_Contains(set: Ref, item: Ref) -> Status;
    fn PySet_Add(set: Ref, item: Ref) -> Status;
    fn PySet_Discard(set: Ref, item: Ref) -> Status;
    fn PySet_Pop(set: Ref) -> Null;
    fn PySet_Clear(set: Ref) -> Status;
    fn PySlice_New(start: Null, stop: Null, step: Null) -> Null;
    fn PySlice_Unpack(slice: Ref, start: *mut isize, stop: *mut isize, step: *mut isize) -> c_int;
    fn PyObject_GetBuffer(object: Ref, buffer: *mut c_void, flags: c_int) -> Status;
    fn PyBuffer_Release(buffer: *mut c_void);
    fn PyMemoryView_FromObject(object: Ref) -> Null;
    fn PyCapsule_New(pointer: *mut c_void, name: Text, destructor: Option<unsafe extern "C-unwind" fn(Ref)>) -> Null;
    fn PyCapsule_GetPointer(capsule: Ref, name: Text) -> *mut c_void;
    fn PyCapsule_Import(name: Text, no_block: c_int) -> *mut c_void;
    fn PyWeakref_NewRef(object: Ref, callback: Null) -> Null;
    fn PyModuleDef_Init(definition: *mut c_void) -> *mut c_void;
    fn PyModule_AddFunctions(module: Ref, functions: *mut c_void) -> c_int;
    fn PyModule_Create2(definition: *mut c_void, version: c_int) -> Null;
    fn PyImport_ImportModule(name: Text) -> Null;
    fn PyImport_Import(name: Ref) -> Null;
    fn PyErr_NewExceptionWithDoc(name: Text, doc: Text, base: Null, dict: Null) -> Null;
    fn PyErr_SetObject(class: Ref, value: Null);
    fn PyErr_SetNone(class: Ref);
    fn PyErr_Clear();
    fn PyErr_Restore(class: Null, value: Null, traceback: Null);
    fn PyErr_NormalizeException(class: Out, value: Out, traceback: Out);
    fn PyErr_WriteUnraisable(object: Null);
    fn PyErr_WarnEx(category: Ref, message: Text, stack_level: isize) -> Status;
    fn PyErr_CheckSignals() -> Status;
    fn PyException_SetTraceback(exception: Ref, traceback: Ref) -> c_int;
    fn PyEval_SaveThread() -> *mut c_void;
    fn PyEval_RestoreThread(state: *mut c_void);
    fn PyGILState_Ensure() -> c_int;
    fn PyGILState_Release(state: c_int);
    fn PyThreadState_Clear(state: *mut c_void);
    fn PyThreadState_DeleteCurrent();
    fn PyEval_EvalCode(code: Ref, globals: Ref, locals: Ref) -> Null;
    fn PyImport_AddModule(name: Text) -> Null;
    fn PyCMethod_New(definition: *mut c_void, this: Null, module: Null, class: Null) -> Null;
    fn Py_EnterRecursiveCall(place: Text) -> Status;
}
required_leaves {
    fn Py_IncRef(object: Null);
    fn PyCallable_Check(object: Ref) -> c_int;
    fn PyIter_Check(object: Ref) -> c_int;
    fn PyType_IsSubtype(class: Ref, base: Ref) -> c_int;
    fn PyType_GetFlags(class: Ref) -> usize;
    fn PyType_GetSlot(class: Ref, slot: c_int) -> *mut c_void;
    fn PyLong_FromLongLong(value: c_longlong) -> Null;
    fn PyLong_FromUnsignedLongLong(value: c_ulonglong) -> Null;
    fn PyFloat_FromDouble(value: f64) -> Null;
    fn PyComplex_FromDoubles(real: f64, imaginary: f64) -> Null;
    fn PyUnicode_New(len: isize, max_char: u32) -> Null;
    fn PyUnicode_GetLength(object: Ref) -> isize;
    fn PyBytes_FromStringAndSize(data: *const u8, len: isize) -> Null;
    fn PyByteArray_FromStringAndSize(data: *const u8, len: isize) -> Null;
    fn PyByteArray_AsString(object: Ref) -> *mut u8;
    fn PyByteArray_Size(object: Ref) -> isize;
    fn PyList_Size(list: Ref) -> Size;
    fn PyTuple_Size(tuple: Ref) -> Size;
    fn PyDict_Size(dict: Ref) -> Size;
    fn PyDict_Next(dict: Ref, position: *mut isize, key: Out, value: Out) -> c_int;
    fn PySet_Size(set: Ref) -> Size;
    fn PySlice_AdjustIndices(len: isize, start: *mut isize, stop: *mut isize, step: isize) -> isize;
    fn PyCapsule_GetName(capsule: Ref) -> Text;
    fn PyCapsule_GetContext(capsule: Ref) -> *mut c_void;
    fn PyCapsule_SetContext(capsule: Ref, context: *mut c_void) -> c_int;
    fn PyModule_GetDef(module: Ref) -> *mut c_void;
    fn PyModule_GetState(module: Ref) -> *mut c_void;
    fn PyModule_GetDict(module: Ref) -> Null;
    fn PyImport_GetModuleDict() -> Null;
    fn PyErr_Occurred() -> Null;
    fn PyErr_NoMemory() -> Null;
    fn PyErr_Fetch(class: Out, value: Out, traceback: Out);
    fn PyErr_GivenExceptionMatches(exception: Ref, class: Ref) -> c_int;
    fn PyErr_ExceptionMatches(class: Ref) -> c_int;
    fn PyException_GetTraceback(exception: Ref) -> Null;
    fn PyEval_GetBuiltins() -> Null;
    fn Py_IsInitialized() -> c_int;
    fn Py_LeaveRecursiveCall();
    fn _PyLong_FromByteArray(bytes: *const u8, len: usize, little: c_int, signed: c_int) -> Null;
}
optional {
    (3, 9) fn _Py_Dealloc(object: Ref);
    (3, 9) fn _PyObject_LookupAttr(object: Ref, name: Ref, value: Out) -> c_int;
    (3, 9) fn _PyLong_AsByteArray(object: Ref, bytes: *mut u8, len: usize, little: c_int, signed: c_int, raise: c_int) -> c_int;
    (3, 9) fn _PyLong_NumBits(object: Ref) -> usize;
    (3, 9) fn _PyUnicode_Ready(object: Ref) -> c_int;
    (3, 9) fn PyObject_CallFinalizerFromDealloc(object: Ref) -> c_int;
    (3, 9) fn PyObject_GC_Track(object: Ref);
    (3, 9) fn PyObject_GC_UnTrack(object: Ref);
    (3, 9) fn PyObject_DelAttr(object: Ref, name: Ref) -> Status;
    (3, 9) fn PySequence_Count(object: Ref, item: Ref) -> Size;
    (3, 9) fn PyWeakref_GetObject(weak: Ref) -> Null;
    (3, 9) fn PyErr_WarnExplicitObject(category: Ref, message: Ref, filename: Ref, line: c_int, module: Null, registry: Null) -> Status;
    (3, 9) fn PyErr_Display(class: Null, value: Null, traceback: Null);
    (3, 9) fn PyModule_FromDefAndSpec2(definition: *mut c_void, spec: Ref, version: c_int) -> Null;
    (3, 9) fn PyModule_ExecDef(module: Ref, definition: *mut c_void) -> c_int;
    (3, 9) fn PyInterpreterState_Get() -> *mut c_void;
    (3, 9) fn PyInterpreterState_Main() -> *mut c_void;
    (3, 9) fn PyInterpreterState_GetDict(interpreter: *mut c_void) -> Null;
    (3, 9) fn PyThreadState_New(interpreter: *mut c_void) -> *mut c_void;
    (3, 9) fn PyThreadState_GetInterpreter(state: *mut c_void) -> *mut c_void;
    (3, 9) fn _PyThreadState_UncheckedGet() -> *mut c_void;
    (3, 9) fn PyGILState_Check() -> c_int;
    (3, 9) fn PyEval_InitThreads();
    (3, 9) fn PyGILState_GetThisThreadState() -> *mut c_void;
    (3, 9) fn _Py_IsFinalizing() -> c_int;
    (3, 9) fn PyObject_Vectorcall(callable: Ref, arguments: *const Ref, flags: usize, names: Null) -> Null;
    (3, 11) fn PyType_GetName(class: Ref) -> Null;
    (3, 12) fn PyErr_GetRaisedException() -> Null;
    (3, 12) fn PyErr_SetRaisedException(exception: Null);
    (3, 12) fn PyErr_DisplayException(exception: Ref);
    (3, 13) fn PyObject_GetOptionalAttr(object: Ref, name: Ref, value: Out) -> Status;
    (3, 13) fn PyList_GetItemRef(list: Ref, index: isize) -> Null;
    (3, 13) fn PyDict_GetItemRef(dict: Ref, key: Ref, value: Out) -> Status;
    (3, 13) fn PyDict_SetDefaultRef(dict: Ref, key: Ref, value: Ref, found: Out) -> Status;
    (3, 13) fn PyUnicode_EqualToUTF8AndSize(object: Ref, text: Text, len: isize) -> c_int;
    (3, 13) fn PyType_GetFullyQualifiedName(class: Ref) -> Null;
    (3, 13) fn PyLong_FromNativeBytes(bytes: *const c_void, len: usize, flags: c_int) -> Null;
    (3, 13) fn PyLong_FromUnsignedNativeBytes(bytes: *const c_void, len: usize, flags: c_int) -> Null;
    (3, 13) fn PyLong_AsNativeBytes(object: Ref, bytes: *mut c_void, len: isize, flags: c_int) -> isize;
    (3, 13) fn PyWeakref_GetRef(weak: Ref, object: Out) -> Status;
    (3, 13) fn PyImport_AddModuleRef(name: Text) -> Null;
    (3, 13) fn Py_IsFinalizing() -> c_int;
    (3, 13) fn PyCriticalSection_Begin(section: *mut c_void, object: Ref);
    (3, 13) fn PyCriticalSection_End(section: *mut c_void);
    (3, 14) fn PyIter_NextItem(iterator: Ref, item: Out) -> Status;
    // Never hidden by the test aid: from 3.13 on it is the name of `_PyThreadState_UncheckedGet`.
    (3, 9) fn PyThreadState_GetUnchecked() -> *mut c_void;
    // Never hidden by the test aid: modules of 3.15 are known by it.
    (3, 9) fn PyModule_GetToken(module: Ref, token: *mut *mut c_void) -> c_int;
}
exceptions {
    PyExc_AttributeError PyExc_BufferError PyExc_IndexError PyExc_LookupError PyExc_OverflowError PyExc_RuntimeError
    PyExc_SystemError PyExc_TypeError PyExc_ValueError
}
types {
    PyBaseObject_Type PyType_Type PyLong_Type PyFloat_Type PyComplex_Type PyUnicode_Type PyList_Type PyTuple_Type
    PyDict_Type PyModule_Type PyBool_Type
}
}
