"""Floats and complex numbers, to the last bit."""

import math
import struct
import sys

import pytest
from conformance import floats
from support import identical, outcome, raises

VALUES = [
    0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, math.pi, 1e300, -1e300, 5e-324, sys.float_info.max, sys.float_info.min,
    2.0**53 + 2, float("inf"), float("-inf"), float("nan"), -2.5, -0.75, 3.0, 16777217.0,
]


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def test_f64_is_exact():
    for value in VALUES:
        got = floats.echo_f64(value)
        assert type(got) is float and bits(got) == bits(value)


def test_bits_in():
    for value in VALUES:
        assert floats.bits(value) == bits(value)


def test_bits_out():
    for value in VALUES:
        assert bits(floats.from_bits(bits(value))) == bits(value)


def test_nan_payload_survives():
    payload = 0x7FF8_0000_0000_1234
    assert floats.bits(floats.from_bits(payload)) == payload


def test_negative_zero():
    assert math.copysign(1, floats.echo_f64(-0.0)) == -1
    assert math.copysign(1, floats.echo_f32(-0.0)) == -1


def test_f32_rounds_as_struct_does():
    for value in VALUES:
        if abs(value) > 1e38 and not math.isinf(value):
            continue
        expected = struct.unpack("<f", struct.pack("<f", value))[0]
        assert identical(floats.echo_f32(value), expected)


def test_constants():
    assert floats.constants() == (sys.float_info.max, sys.float_info.min, 5e-324, sys.float_info.epsilon, math.inf, 0)
    assert math.copysign(1, floats.constants()[5]) == -1


def test_int_to_float():
    for value in (0, -1, 2**53, 2**53 + 1, 10**300):
        assert identical(floats.echo_f64(value), float(value))


def test_int_too_large_for_float():
    for value in (10**400, -(10**400)):
        assert type(outcome(floats.echo_f64, value).error) is type(outcome(float, value).error) is OverflowError


def test_bool_to_float():
    assert identical(floats.echo_f64(True), 1.0)


def test_float_method_is_used():
    class F:
        def __float__(self):
            return 2.5

    assert floats.echo_f64(F()) == 2.5


def test_index_method_is_used():
    class I:
        def __index__(self):
            return 7

    assert identical(floats.echo_f64(I()), 7.0)


def test_float_method_that_raises():
    error = LookupError("mine")

    class F:
        def __float__(self):
            raise error

    assert outcome(floats.echo_f64, F()).error is error


def test_float_method_that_returns_no_float():
    class F:
        def __float__(self):
            return "no"

    assert type(outcome(floats.echo_f64, F()).error) is type(outcome(float, F()).error) is TypeError


def test_other_types_are_refused():
    for value in ("1.5", None, b"1", [], 1j):
        assert type(outcome(floats.echo_f64, value).error) is TypeError


def test_error_names_the_argument():
    assert str(outcome(floats.echo_f64, "x").error).startswith("argument 'x': ")


def test_float_subclass():
    class F(float):
        pass

    got = floats.echo_f64(F(1.5))
    assert identical(got, 1.5)
    assert floats.value(F(2.5)) == 2.5


def test_make():
    for value in VALUES:
        assert identical(floats.make(value), value)


def test_handle_of_float():
    for value in VALUES:
        assert identical(floats.value(value), value)
    raises(floats.value, TypeError, "argument 'x': expected float, got int", 1)


def test_complex():
    for real in (0.0, -0.0, 1.5, math.inf, math.nan):
        for imaginary in (0.0, -0.0, -2.5, math.nan):
            assert identical(floats.complex(real, imaginary), complex(real, imaginary))


def test_complex_parts():
    for number in (0j, 1 + 2j, complex(-0.0, -0.0), complex(math.inf, math.nan)):
        assert identical(floats.parts(number), (number.real, number.imag))


def test_complex_subclass():
    class C(complex):
        pass

    assert floats.parts(C(1, 2)) == (1.0, 2.0)


def test_complex_handle_refuses_floats():
    raises(floats.parts, TypeError, "argument 'number': expected complex, got float", 1.5)


def test_floats_in_bulk():
    values = [0.1] * 10 + [1e16, 1.0, -1e16]
    total = 0.0
    for value in values:
        total += value
    assert floats.total(values) == total
    with pytest.raises(TypeError):
        floats.total([1.0, "x"])
