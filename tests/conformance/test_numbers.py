"""Operators: the result, its type and the error are those of the operator in Python."""

import decimal
import fractions
import operator

import pytest
from conformance import numbers
from support import PYPY, Raiser, agree, outcome, own, same

VALUES = [0, 1, -1, 7, True, 2**70, -(2**70), 0.0, -2.5, 1e308, 3 + 4j, "ab", b"xy", [1], (1, 2), {1, 2}, {1: 2},
          frozenset([2]), None, fractions.Fraction(1, 3), decimal.Decimal("1.5")]


class Matrix:
    def __matmul__(self, other):
        return "matmul", other

    def __rmatmul__(self, other):
        return "rmatmul", other

    def __imatmul__(self, other):
        return "imatmul", other


def check(name, oracle, values=VALUES):
    native = getattr(numbers, name)
    for a in values:
        for b in values:
            if "pow" in name or "shift" in name or name.startswith("mul"):
                if any(isinstance(x, int) and abs(x) > 1000 for x in (a, b)):
                    continue
            # PyPy's own operators word some errors in another way than its C API does.
            same(native, oracle, a, b, message=not PYPY)


def passes_through(name, count=2):
    """What the operator raises comes out: the same object."""
    error = ZeroDivisionError("mine")
    args = [Raiser(error)] + [1] * (count - 1)
    got = outcome(getattr(numbers, name), *args)
    assert got.error is error, got


def test_add():
    check("add", operator.add)
    passes_through("add")


def test_sub():
    check("sub", operator.sub)
    passes_through("sub")


def test_mul():
    check("mul", operator.mul)
    passes_through("mul")


def test_matmul():
    check("matmul", operator.matmul, VALUES + [Matrix()])
    passes_through("matmul")


def test_matmul_reflected():
    m = Matrix()
    assert numbers.matmul(m, 5) == ("matmul", 5)
    assert numbers.matmul(5, m) == ("rmatmul", 5)


def test_div():
    check("div", operator.truediv)
    passes_through("div")


def test_floor_div():
    check("floor_div", operator.floordiv)
    passes_through("floor_div")


def test_rem():
    check("rem", operator.mod)
    passes_through("rem")


def test_rem_formats_str():
    assert numbers.rem("%d-%s", (1, "x")) == "1-x"


def test_divmod():
    check("divmod", divmod)
    passes_through("divmod")


def test_lshift():
    check("lshift", operator.lshift)
    passes_through("lshift")


def test_rshift():
    check("rshift", operator.rshift)
    passes_through("rshift")


def test_bitand():
    check("bitand", operator.and_)
    passes_through("bitand")


def test_bitor():
    check("bitor", operator.or_)
    passes_through("bitor")


def test_bitxor():
    check("bitxor", operator.xor)
    passes_through("bitxor")


def test_pow():
    check("pow", pow)
    passes_through("pow")


def test_pow_with_modulus():
    for args in ((3, 200, 13), (2, -1, 7), (2, 5, 0), (2, -1, 4), (2.0, 2, 3), ("a", 2, 3), (2, 2, "x")):
        same(numbers.pow, pow, *args, message=not PYPY)


def test_add_assign():
    check("add_assign", operator.iadd)
    passes_through("add_assign")


def test_sub_assign():
    check("sub_assign", operator.isub)
    passes_through("sub_assign")


def test_mul_assign():
    check("mul_assign", operator.imul)
    passes_through("mul_assign")


def test_matmul_assign():
    check("matmul_assign", operator.imatmul)
    passes_through("matmul_assign")
    assert numbers.matmul_assign(Matrix(), 5) == ("imatmul", 5)


def test_div_assign():
    check("div_assign", operator.itruediv)
    passes_through("div_assign")


def test_floor_div_assign():
    check("floor_div_assign", operator.ifloordiv)
    passes_through("floor_div_assign")


def test_rem_assign():
    check("rem_assign", operator.imod)
    passes_through("rem_assign")


def test_lshift_assign():
    check("lshift_assign", operator.ilshift)
    passes_through("lshift_assign")


def test_rshift_assign():
    check("rshift_assign", operator.irshift)
    passes_through("rshift_assign")


def test_bitand_assign():
    check("bitand_assign", operator.iand)
    passes_through("bitand_assign")


def test_bitor_assign():
    check("bitor_assign", operator.ior)
    passes_through("bitor_assign")


def test_bitxor_assign():
    check("bitxor_assign", operator.ixor)
    passes_through("bitxor_assign")


def test_pow_assign():
    check("pow_assign", operator.ipow)
    passes_through("pow_assign")


def test_in_place_keeps_the_object():
    for name, left, right in (
        ("add_assign", [1], [2]), ("mul_assign", [1], 3), ("bitand_assign", {1, 2}, {2}),
        ("bitor_assign", {1}, {2}), ("bitxor_assign", {1, 2}, {2}), ("sub_assign", {1, 2}, {2}),
    ):
        assert getattr(numbers, name)(left, right) is left


def test_in_place_of_a_value_makes_another():
    text = "a"
    assert numbers.add_assign(text, "b") == "ab" and text == "a"


def test_in_place_method_identity():
    class C:
        def __iadd__(self, other):
            self.seen = other
            return self

    c = C()
    assert numbers.add_assign(c, 5) is c and c.seen == 5


def test_in_place_method_may_return_anything():
    class C:
        def __iadd__(self, other):
            return "other"

    assert numbers.add_assign(C(), 5) == "other"


def test_reflected_operator():
    class C:
        def __radd__(self, other):
            return "radd", other

    assert numbers.add(5, C()) == ("radd", 5)


def test_subclass_takes_precedence():
    class C(int):
        def __radd__(self, other):
            return "mine"

    assert numbers.add(5, C(6)) == 5 + C(6) == "mine"


def test_not_implemented_on_both_sides():
    class C:
        def __add__(self, other):
            return NotImplemented

    same(numbers.add, operator.add, C(), C())


def unary(name, oracle):
    native = getattr(numbers, name)
    for value in VALUES:
        agree(outcome(native, value), outcome(oracle, *own([value])), message=not PYPY)
    passes_through(name, count=1)


def test_neg():
    unary("neg", operator.neg)


def test_pos():
    unary("pos", operator.pos)


def test_abs():
    unary("abs", abs)


def test_bitnot():
    native = numbers.bitnot
    for value in VALUES:
        if value is not True:  # deprecated for bool
            agree(outcome(native, value), outcome(operator.invert, value), message=not PYPY)
    passes_through("bitnot", count=1)


def test_index():
    unary("index", operator.index)


def test_int():
    for value in VALUES + ["12", b"13", " 14 ", "x", "1" * 100, float("inf"), float("nan")]:
        agree(outcome(numbers.int, value), outcome(int, value), message=not PYPY)
    passes_through("int", count=1)


def test_float():
    for value in VALUES + ["1.5", b"2.5", " 1e3 ", "x", "inf", 10**400]:
        agree(outcome(numbers.float, value), outcome(float, value), message=not PYPY)
    passes_through("float", count=1)


def test_int_of_an_int_method():
    class C:
        def __int__(self):
            return 77

    assert numbers.int(C()) == 77


def test_index_result_of_a_subclass_method():
    class C:
        def __index__(self):
            return 77

    assert numbers.index(C()) == 77


def test_rust_value_as_operand():
    assert numbers.plus_one(41) == 42
    assert numbers.plus_one(0.5) == 1.5
    with pytest.raises(TypeError):
        numbers.plus_one("x")


def test_many_operations_in_one_frame():
    def polynomial(x, degree):
        result = 0
        for i in range(degree + 1):
            result = result * x + i
        return result

    for x, degree in ((3, 10), (2.5, 4), (fractions.Fraction(1, 3), 20), (10, 200)):
        same(numbers.polynomial, polynomial, x, degree)
