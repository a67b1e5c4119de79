"""Integers of every width: exact, or an error."""

import operator

import pytest
from conformance import ints
from support import outcome, raises, same

SIGNED = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "isize": 64}
UNSIGNED = {"u8": 8, "u16": 16, "u32": 32, "u64": 64, "usize": 64}


def echo(name):
    return getattr(ints, "echo_" + name)


def limits(name):
    if name in SIGNED:
        bits = SIGNED[name] - 1
        return -(1 << bits), (1 << bits) - 1
    return 0, (1 << UNSIGNED[name]) - 1


def exact(name):
    low, high = limits(name)
    values = [low, low + 1, high - 1, high, 0, 1, 2**5 - 1]
    if name in SIGNED:
        values += [-1, -5, -6]
    for bits in (15, 30, 45, 60, 53, 31, 32, 63):
        values += [n for n in (2**bits - 1, 2**bits, 2**bits + 1) if n <= high]
        values += [n for n in (-(2**bits) - 1, -(2**bits), 1 - 2**bits) if n >= low]
    for value in values:
        got = echo(name)(value)
        assert type(got) is int and got == value, (name, value, got)


def overflows(name):
    low, high = limits(name)
    for value in (low - 1, high + 1, low - 2**8, high + 2**8, 2**64, -(2**64), 2**200, -(2**200)):
        got = outcome(echo(name), value)
        assert type(got.error) is OverflowError, (name, value, got)


def test_i8():
    exact("i8")


def test_i16():
    exact("i16")


def test_i32():
    exact("i32")


def test_i64():
    exact("i64")


def test_isize():
    exact("isize")


def test_u8():
    exact("u8")


def test_u16():
    exact("u16")


def test_u32():
    exact("u32")


def test_u64():
    exact("u64")


def test_usize():
    exact("usize")


def test_signed_overflow():
    for name in SIGNED:
        overflows(name)


def test_unsigned_overflow():
    for name in UNSIGNED:
        overflows(name)


def test_negative_to_unsigned():
    for name in UNSIGNED:
        assert type(outcome(echo(name), -1).error) is OverflowError
        assert type(outcome(echo(name), -(2**63)).error) is OverflowError


def test_overflow_message_names_the_type():
    raises(ints.echo_i8, OverflowError, "argument 'n': Python int does not fit into i8", 128)
    raises(ints.echo_u32, OverflowError, "argument 'n': Python int does not fit into u32", 2**32)


def test_limits_come_out_exactly():
    for name, low, high in ints.limits():
        expected = limits(name)
        assert (low or 0, high) == expected


def test_bool_is_an_int():
    for name in list(SIGNED) + list(UNSIGNED):
        got = echo(name)(True)
        assert got == 1 and type(got) is int


def test_float_is_refused():
    for name in list(SIGNED) + list(UNSIGNED):
        for value in (1.0, 1.5, float("nan")):
            assert type(outcome(echo(name), value).error) is TypeError


def test_other_types_are_refused():
    for name in ("i8", "i64", "u8", "u64"):
        for value in (None, "1", b"1", [], 1j, object()):
            assert type(outcome(echo(name), value).error) is TypeError


def test_type_error_names_the_argument():
    error = outcome(ints.echo_i64, "x").error
    assert str(error).startswith("argument 'n': ")


def test_index_method_is_used():
    class Index:
        def __index__(self):
            return 77

    for name in list(SIGNED) + list(UNSIGNED):
        assert echo(name)(Index()) == 77


def test_index_method_that_overflows():
    class Index:
        def __index__(self):
            return 2**70

    for name in ("i64", "u64", "i8", "u8"):
        assert type(outcome(echo(name), Index()).error) is OverflowError


def test_index_method_that_raises():
    error = KeyError("mine")

    class Index:
        def __index__(self):
            raise error

    for name in ("i64", "u64"):
        assert outcome(echo(name), Index()).error is error


def test_index_method_that_returns_no_int():
    class Index:
        def __index__(self):
            return "no"

    for name in ("i64", "u64"):
        same(echo(name), operator.index, Index(), message=False)


def test_int_method_is_not_used():
    class Int:
        def __int__(self):
            return 5

    for name in ("i64", "u64", "u8"):
        assert type(outcome(echo(name), Int()).error) is TypeError


def test_int_subclass():
    class I(int):
        pass

    for name in ("i64", "u64", "u8"):
        got = echo(name)(I(9))
        assert got == 9 and type(got) is int


def test_enum_member():
    import enum

    class E(enum.IntEnum):
        A = 3

    assert ints.echo_i32(E.A) == 3


def test_make():
    for value in (0, -1, 2**62, -(2**63), 2**63 - 1):
        assert ints.make(value) == value


def test_bit_length():
    for value in (0, 1, -1, 255, 256, -256, 2**31, 2**63, 2**64, -(2**64), 2**100 - 1, 3**500, -(3**500)):
        same(ints.bit_length, int.bit_length, value)


def test_bit_length_of_bool():
    same(ints.bit_length, int.bit_length, True)


def test_wrapping():
    for value in (0, 1, -1, 2**64 - 1, 2**64, 2**64 + 5, -(2**63), 2**200 + 17, -(2**200) - 17):
        same(ints.wrapping, lambda n: n & (2**64 - 1), value)


def test_wrapping_refuses_floats():
    raises(ints.wrapping, TypeError, "argument 'value': expected int, got float", 1.5)


def test_vector_of_ints():
    assert ints.sum([1, 2, 2**40]) == 3 + 2**40
    assert ints.sum(range(1000)) == sum(range(1000))
    with pytest.raises(TypeError):
        ints.sum([1, "x"])


def test_many_ints_of_one_frame():
    assert ints.powers_of_two() == [1 << n for n in range(63)]


def test_two_to_53_plus_one():
    # What a detour through a double would lose.
    for value in (2**53 + 1, -(2**53) - 1, 2**63 - 1, 2**62 + 1):
        assert ints.echo_i64(value) == value


def test_small_and_large_values_of_one_call():
    for value in range(-300, 300):
        assert ints.echo_i16(value) is ints.echo_i16(value) or value < -5 or value > 256
        assert ints.echo_i16(value) == value
