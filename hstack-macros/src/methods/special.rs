//! Which special method fills which slots, and in which shape.

/// The shape of a slot's entry, and which of the methods that share it this is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `(this) -> object`
    Unary,
    /// `(this, object) -> object`
    Item,
    /// `(this) -> object`, null at the end
    Next,
    /// `(this) -> object`, an exception at the end
    AsyncNext,
    /// `(this) -> Py_ssize_t`
    Length,
    /// `(this) -> Py_hash_t`
    Hash,
    /// `(this) -> int`
    Truth,
    /// `(this, object) -> int`
    Contains,
    /// `(this, object) -> object`, `this` where nothing is returned
    InPlace,
    /// The same with a modulus.
    InPlacePower,
    /// `(left, right) -> object`: `__op__`, `__rop__`
    Operator,
    /// `(left, right, modulus) -> object`: `__pow__`, `__rpow__`
    Power,
    /// `(this, object, operation) -> object`: the six comparisons, `__richcmp__`
    Compare,
    /// `(this, key, value or null) -> int`: set, delete
    AssignItem,
    /// The same for attributes.
    AssignAttribute,
    /// The same for descriptors.
    AssignDescriptor,
    /// `(this, name) -> object`: `__getattribute__`, `__getattr__`
    Attribute,
    /// `(this, instance or null, owner or null) -> object`
    Get,
    /// `(this, tuple, dict or null) -> object`
    Call,
    /// `(this, tuple, dict or null) -> int`
    Init,
    /// `(this)`
    Finalize,
    /// `(this, buffer) -> int`
    Memory,
}

/// One special method.
#[derive(Clone, Copy)]
pub struct Special {
    /// The slot.
    pub slot: &'static str,
    /// The slot of sequences that the same method fills.
    pub sequence: Option<&'static str>,
    pub shape: Shape,
    /// Which of the methods that share the slot.
    pub part: usize,
    /// How many arguments Python gives, at least and at most; `None`: as the method says.
    pub arity: Option<(usize, usize)>,
}

/// The six comparisons, in the order of Python's numbers for them.
pub const COMPARISONS: [&str; 6] = ["Lt", "Le", "Eq", "Ne", "Gt", "Ge"];
/// The part of `__getattr__`.
pub const GETATTR: usize = 1;
/// The part of `__eq__`.
pub const EQ: usize = 2;
/// The part of `__richcmp__`.
pub const RICHCMP: usize = 6;

/// The special method of a name, when it fills a slot. All others are plain methods.
pub fn special(name: &str) -> Option<Special> {
    use Shape::*;
    let inner = name.strip_prefix("__")?.strip_suffix("__")?;
    let of = |slot, shape, part, arguments| {
        Some(Special { slot, sequence: None, shape, part, arity: Some((arguments, arguments)) })
    };
    let between = |slot, shape, part, least, most| {
        Some(Special { slot, sequence: None, shape, part, arity: Some((least, most)) })
    };
    let open = |slot, shape| Some(Special { slot, sequence: None, shape, part: 0, arity: None });
    let both = |slot, sequence, shape, part, arguments| {
        let arity = Some((arguments, arguments));
        Some(Special { slot, sequence: Some(sequence), shape, part, arity })
    };
    match inner {
        "repr" => of("TP_REPR", Unary, 0, 0),
        "str" => of("TP_STR", Unary, 0, 0),
        "iter" => of("TP_ITER", Unary, 0, 0),
        "next" => of("TP_ITERNEXT", Next, 0, 0),
        "hash" => of("TP_HASH", Hash, 0, 0),
        "neg" => of("NB_NEGATIVE", Unary, 0, 0),
        "pos" => of("NB_POSITIVE", Unary, 0, 0),
        "abs" => of("NB_ABSOLUTE", Unary, 0, 0),
        "invert" => of("NB_INVERT", Unary, 0, 0),
        "int" => of("NB_INT", Unary, 0, 0),
        "float" => of("NB_FLOAT", Unary, 0, 0),
        "index" => of("NB_INDEX", Unary, 0, 0),
        "bool" => of("NB_BOOL", Truth, 0, 0),
        "len" => both("MP_LENGTH", "SQ_LENGTH", Length, 0, 0),
        "getitem" => both("MP_SUBSCRIPT", "SQ_ITEM", Item, 0, 1),
        "setitem" => both("MP_ASS_SUBSCRIPT", "SQ_ASS_ITEM", AssignItem, 0, 2),
        "delitem" => both("MP_ASS_SUBSCRIPT", "SQ_ASS_ITEM", AssignItem, 1, 1),
        "contains" => of("SQ_CONTAINS", Contains, 0, 1),
        "await" => of("AM_AWAIT", Unary, 0, 0),
        "aiter" => of("AM_AITER", Unary, 0, 0),
        "anext" => of("AM_ANEXT", AsyncNext, 0, 0),
        "lt" => of("TP_RICHCOMPARE", Compare, 0, 1),
        "le" => of("TP_RICHCOMPARE", Compare, 1, 1),
        "eq" => of("TP_RICHCOMPARE", Compare, 2, 1),
        "ne" => of("TP_RICHCOMPARE", Compare, 3, 1),
        "gt" => of("TP_RICHCOMPARE", Compare, 4, 1),
        "ge" => of("TP_RICHCOMPARE", Compare, 5, 1),
        "richcmp" => of("TP_RICHCOMPARE", Compare, RICHCMP, 2),
        "pow" => between("NB_POWER", Power, 0, 1, 2),
        "rpow" => between("NB_POWER", Power, 1, 1, 2),
        "ipow" => between("NB_INPLACE_POWER", InPlacePower, 0, 1, 2),
        "getattribute" => of("TP_GETATTRO", Attribute, 0, 1),
        "getattr" => of("TP_GETATTRO", Attribute, GETATTR, 1),
        "setattr" => of("TP_SETATTRO", AssignAttribute, 0, 2),
        "delattr" => of("TP_SETATTRO", AssignAttribute, 1, 1),
        "get" => between("TP_DESCR_GET", Get, 0, 1, 2),
        "set" => of("TP_DESCR_SET", AssignDescriptor, 0, 2),
        "delete" => of("TP_DESCR_SET", AssignDescriptor, 1, 1),
        "call" => open("TP_CALL", Call),
        "init" => open("TP_INIT", Init),
        "del" => of("TP_FINALIZE", Finalize, 0, 0),
        "buffer" => of("BF_GETBUFFER", Memory, 0, 0),
        _ => {
            if let Some((slot, _)) = operator(inner) {
                return of(slot, Operator, 0, 1);
            }
            if let Some((_, slot)) = inner.strip_prefix('i').and_then(operator)
                && inner != "idivmod"
            {
                return of(slot, InPlace, 0, 1);
            }
            let (slot, _) = operator(inner.strip_prefix('r')?)?;
            of(slot, Operator, 1, 1)
        }
    }
}

/// The slots of an operator: the plain one, and the one in place.
fn operator(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "add" => ("NB_ADD", "NB_INPLACE_ADD"),
        "sub" => ("NB_SUBTRACT", "NB_INPLACE_SUBTRACT"),
        "mul" => ("NB_MULTIPLY", "NB_INPLACE_MULTIPLY"),
        "matmul" => ("NB_MATRIX_MULTIPLY", "NB_INPLACE_MATRIX_MULTIPLY"),
        "truediv" => ("NB_TRUE_DIVIDE", "NB_INPLACE_TRUE_DIVIDE"),
        "floordiv" => ("NB_FLOOR_DIVIDE", "NB_INPLACE_FLOOR_DIVIDE"),
        "mod" => ("NB_REMAINDER", "NB_INPLACE_REMAINDER"),
        "divmod" => ("NB_DIVMOD", ""),
        "lshift" => ("NB_LSHIFT", "NB_INPLACE_LSHIFT"),
        "rshift" => ("NB_RSHIFT", "NB_INPLACE_RSHIFT"),
        "and" => ("NB_AND", "NB_INPLACE_AND"),
        "or" => ("NB_OR", "NB_INPLACE_OR"),
        "xor" => ("NB_XOR", "NB_INPLACE_XOR"),
        _ => return None,
    })
}

/// Why a method of this name cannot be, and what to write instead.
pub fn refused(name: &str) -> Option<&'static str> {
    Some(match name {
        "__new__" => "a constructor is marked: put `#[new]` on a function and give it any other name",
        "__traverse__" | "__clear__" => {
            "the collector sees the fields of a class by itself: keep objects in a `Field<T>` and remove this method"
        }
        "__getbuffer__" | "__releasebuffer__" | "__release_buffer__" => {
            "memory is exported in safe code: write `fn __buffer__(&self) -> Memory<'_>`"
        }
        "__concat__" => "Python has no `__concat__`: write `__add__`",
        "__repeat__" => "Python has no `__repeat__`: write `__mul__`",
        "__inplace_concat__" => "Python has no `__inplace_concat__`: write `__iadd__`",
        "__inplace_repeat__" => "Python has no `__inplace_repeat__`: write `__imul__`",
        "__idivmod__" => "Python has no `__idivmod__`: write `__ifloordiv__` or `__imod__`",
        "__nonzero__" => "Python has no `__nonzero__`: write `__bool__`",
        "__cmp__" => "Python has no `__cmp__`: write `__richcmp__`, or `__eq__`, `__lt__` and the like",
        "__div__" => "Python has no `__div__`: write `__truediv__` or `__floordiv__`",
        "__unicode__" => "Python has no `__unicode__`: write `__str__`",
        "__slots__" => "a class has the fields of its struct: remove `__slots__`",
        _ => return None,
    })
}

/// Methods that Python calls with the class, marked or not.
pub fn takes_class(name: &str) -> bool {
    matches!(name, "__class_getitem__" | "__init_subclass__")
}
