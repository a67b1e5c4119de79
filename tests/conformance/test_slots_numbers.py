"""Operators of native classes, against classes of Python that do the same."""

import math
import operator

import pytest
from conformance import slots_numbers as native
from support import agree, identical, outcome, raises

NAMES = "add sub mul matmul truediv floordiv mod lshift rshift and or xor".split()


class Named:
    def __init__(self, name):
        self.name = name


def _define(name):
    def method(self, other):
        return f"{self.name} {name} {other}" if isinstance(other, str) else NotImplemented

    setattr(Named, f"__{name}__", method)


for _name in [*NAMES, "divmod"]:
    _define(_name)
    _define("r" + _name)
for _name in NAMES:
    _define("i" + _name)


def plain(name):
    return divmod if name == "divmod" else getattr(operator, f"__{name}__")


def kind(function, *args):
    got = outcome(function, *args)
    return got.value if got.error is None else type(got.error)


@pytest.mark.parametrize("name", [*NAMES, "divmod"])
def test_operator(name):
    assert plain(name)(native.Named("a"), "b") == plain(name)(Named("a"), "b") == f"a {name} b"


@pytest.mark.parametrize("name", [n for n in NAMES if n != "mod"] + ["divmod"])
def test_reflected_operator(name):
    # (A str has `%` of its own.)
    assert plain(name)("b", native.Named("a")) == plain(name)("b", Named("a")) == f"a r{name} b"


@pytest.mark.parametrize("name", NAMES)
def test_operator_in_place(name):
    op = getattr(operator, f"__i{name}__")
    assert op(native.Named("a"), "b") == op(Named("a"), "b") == f"a i{name} b"


@pytest.mark.parametrize("name", [*NAMES, "divmod"])
def test_operands_that_do_not_fit(name):
    for other in (1, None, b"x", object()):
        assert kind(plain(name), native.Named("a"), other) is TypeError
        assert kind(plain(name), other, native.Named("a")) is kind(plain(name), other, Named("a")) is TypeError
        assert getattr(native.Named("a"), f"__{name}__")(other) is NotImplemented


@pytest.mark.parametrize("name", NAMES)
def test_operands_in_place_that_do_not_fit(name):
    assert kind(getattr(operator, f"__i{name}__"), native.Named("a"), 5) is TypeError
    assert getattr(native.Named("a"), f"__i{name}__")(5) is NotImplemented


def test_subclass_with_a_reflected_operator_goes_first():
    class Sub(native.Named):
        def __radd__(self, other):
            return "sub"

    assert native.Named("a") + Sub("b") == "sub"


def test_operator_of_a_subclass():
    class Sub(native.Named):
        pass

    assert Sub("a") + "b" == "a add b" and "b" - Sub("a") == "a rsub b"


def test_operator_through_super():
    class Sub(native.Named):
        def __add__(self, other):
            return "<" + super().__add__(other) + ">"

    assert Sub("a") + "b" == "<a add b>"


def test_in_place_without_a_result_is_the_object():
    x = y = native.Total(5)
    x += 3
    assert x is y and x.value == 8


def test_in_place_with_an_empty_result_is_the_object():
    x = y = native.Total(5)
    x -= 3
    assert x is y and x.value == 2


def test_in_place_that_fails():
    x = y = native.Total(5)
    raises(lambda: operator.isub(x, -1), ValueError, "negative")
    assert x is y and x.value == 5


def test_in_place_that_returns_itself():
    x = y = native.Total(5)
    x *= 3
    assert x is y and x.value == 15


def test_in_place_that_returns_another():
    x = y = native.Total(5)
    x |= 2
    assert x is not y and type(x) is native.Total and x.value == 7 and y.value == 5


def test_in_place_falls_back_to_the_operator():
    x = native.Total(5)
    x += "!"
    assert x == "5!"


def test_in_place_not_implemented_by_hand():
    assert kind(operator.ifloordiv, native.Total(5), 1) is TypeError


def test_in_place_in_containers():
    xs = [native.Total(1)]
    xs[0] += 1
    assert xs[0].value == 2


def test_in_place_called_by_name():
    x = native.Total(1)
    assert x.__iadd__(1) is x


def test_pow():
    assert native.Power(2) ** 3 == ("pow", 2, 3, None)
    assert pow(native.Power(2), 3) == ("pow", 2, 3, None)


def test_pow_with_a_modulus():
    assert pow(native.Power(2), 3, 5) == ("pow", 2, 3, 5)


def test_rpow():
    assert 3 ** native.Power(2) == ("rpow", 2, 3, None)


def test_ipow():
    x = native.Power(2)
    x **= 3
    assert x == ("ipow", 2, 3, None)


def test_pow_with_operands_that_do_not_fit():
    assert kind(pow, native.Power(2), "x") is TypeError
    assert kind(pow, native.Power(2), 2, "x") is TypeError
    assert kind(pow, "x", native.Power(2)) is TypeError


def test_pow_without_a_modulus():
    assert native.PlainPower(2) ** 10 == 1024
    assert native.PlainPower(2) ** 100 is None
    assert kind(pow, native.PlainPower(2), 3, 5) is TypeError


class Index:
    """What `__index__` raises is not about the type."""

    def __init__(self, error):
        self.error = error

    def __index__(self):
        raise self.error


def test_what_an_operand_raises():
    # A type that fits, with a value that does not, or that cannot be had.
    for other, error in (-1, OverflowError), (2**40, OverflowError):
        assert kind(pow, native.PlainPower(2), other) is error
        assert kind(operator.ipow, native.PlainPower(2), other) is error
    for error in KeyError(), ValueError(), KeyboardInterrupt():
        for operation in pow, operator.ipow:
            assert outcome(operation, native.PlainPower(2), Index(error)).error is error
        assert outcome(operator.iadd, native.Total(1), Index(error)).error is error
    assert kind(pow, native.PlainPower(2), Index(TypeError())) is TypeError


def test_ipow_without_a_result():
    x = y = native.PlainPower(2)
    x **= 10
    assert x is y and x.value == 1024
    raises(lambda: operator.ipow(x, 100), OverflowError, "too big")


def test_pow_called_by_name():
    assert native.Power(2).__pow__(3) == ("pow", 2, 3, None)
    assert native.Power(2).__rpow__(3) == ("rpow", 2, 3, None)
    assert native.PlainPower(2).__pow__("x") is NotImplemented


def test_int_and_float():
    assert identical(int(native.Real(2.9)), 2) and identical(float(native.Real(2.5)), 2.5)


def test_index():
    assert operator.index(native.Real(2.0)) == 2 and [5, 6, 7][native.Real(1.0)] == 6
    raises(operator.index, TypeError, "not whole", native.Real(2.5))


def test_complex():
    assert complex(native.Real(2.5)) == 2.5 + 1j


def test_round():
    assert round(native.Real(2.6)) == (3.0, None) and round(native.Real(2.6), 1) == (3.0, 1)


def test_trunc_floor_ceil():
    assert (math.trunc(native.Real(-2.5)), math.floor(native.Real(-2.5)), math.ceil(native.Real(-2.5))) == (-2, -3, -2)


def test_unary_operators():
    x = native.Real(-2.5)
    assert float(-x) == 2.5 and +x is x and float(abs(x)) == 2.5
    raises(lambda: ~x, ArithmeticError, "no bits")


def test_bool():
    assert bool(native.Real(1.0)) is True and bool(native.Real(0.0)) is False
    assert not native.Real(0.0) and (native.Real(1.0) and 5) == 5
    raises(bool, ValueError, "neither", native.Real(math.nan))


def test_unary_called_by_name():
    assert native.Real(3.0).__int__() == 3 and native.Real(3.0).__bool__() is True


def test_operator_methods_are_found_by_name():
    for name in NAMES:
        assert hasattr(native.Named, f"__{name}__") and hasattr(native.Named, f"__i{name}__")


def test_operators_with_keyword_or_missing_arguments():
    for call in (lambda: native.Named("a").__add__(), lambda: native.Named("a").__add__(other="x")):
        assert type(outcome(call).error) is TypeError
