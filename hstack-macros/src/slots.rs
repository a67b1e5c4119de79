//! Which special method fills which slot, and in which shape.

/// The shape of a slot's entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `(this) -> object`
    Unary,
    /// `(this, object) -> object`
    Binary,
    /// `(this) -> object`, null at the end
    Next,
    /// `(this) -> Py_ssize_t`
    Length,
    /// `(this) -> int`
    Truth,
}

/// Special methods that fill one slot each.
pub fn simple(name: &str) -> Option<(&'static str, Shape)> {
    Some(match name {
        "__repr__" => ("TP_REPR", Shape::Unary),
        "__str__" => ("TP_STR", Shape::Unary),
        "__iter__" => ("TP_ITER", Shape::Unary),
        "__next__" => ("TP_ITERNEXT", Shape::Next),
        "__neg__" => ("NB_NEGATIVE", Shape::Unary),
        "__pos__" => ("NB_POSITIVE", Shape::Unary),
        "__abs__" => ("NB_ABSOLUTE", Shape::Unary),
        "__invert__" => ("NB_INVERT", Shape::Unary),
        "__int__" => ("NB_INT", Shape::Unary),
        "__float__" => ("NB_FLOAT", Shape::Unary),
        "__index__" => ("NB_INDEX", Shape::Unary),
        "__len__" => ("MP_LENGTH", Shape::Length),
        "__bool__" => ("NB_BOOL", Shape::Truth),
        "__hash__" => ("TP_HASH", Shape::Length),
        "__getitem__" => ("MP_SUBSCRIPT", Shape::Binary),
        "__await__" => ("AM_AWAIT", Shape::Unary),
        "__aiter__" => ("AM_AITER", Shape::Unary),
        _ => return None,
    })
}

/// Operators: the slot, for `__op__` and `__rop__` alike.
pub fn operator(name: &str) -> Option<(&'static str, bool)> {
    let inner = name.strip_prefix("__")?.strip_suffix("__")?;
    let slot = |op: &str| {
        Some(match op {
            "add" => "NB_ADD",
            "sub" => "NB_SUBTRACT",
            "mul" => "NB_MULTIPLY",
            "matmul" => "NB_MATRIX_MULTIPLY",
            "truediv" => "NB_TRUE_DIVIDE",
            "floordiv" => "NB_FLOOR_DIVIDE",
            "mod" => "NB_REMAINDER",
            "divmod" => "NB_DIVMOD",
            "lshift" => "NB_LSHIFT",
            "rshift" => "NB_RSHIFT",
            "and" => "NB_AND",
            "or" => "NB_OR",
            "xor" => "NB_XOR",
            _ => return None,
        })
    };
    match slot(inner) {
        Some(slot) => Some((slot, false)),
        None => Some((slot(inner.strip_prefix('r')?)?, true)),
    }
}
