"""Ints and fractions against Python's."""

import fractions
import math
import operator

import oracle
from hypothesis import strategies as st
from machine import COMPARISONS, Comparison, Subject, copies, method, operation, operators, unary
from values import OTHER, SELF, Fresh, Reflected


class SubInt(oracle.Int):
    pass


class SubBuiltinInt(int):
    pass


integers = st.one_of(st.integers(-9, 9), st.integers(-(2**80), 2**80), st.sampled_from([True, 2**63 - 1, -(2**63)]))
numbers = st.one_of(
    integers, st.sampled_from([0.5, -2.0, 1e300, float("inf"), 1j, None, "a"]),
    st.sampled_from([SELF, OTHER, Fresh("Reflected()", lambda this, other: Reflected())]),
)
shifts = st.one_of(st.integers(-3, 70), st.sampled_from([SELF, None, 1.5, True]))
modulus = st.one_of(st.integers(-9, 9), st.none(), st.sampled_from([OTHER, 0, 1.5, "a"]))


def smaller(this):
    """Powers of what is not too big."""
    return this if -100 < this < 100 else type(this)(3)


def int_state(this):
    return repr(int(this))


INT = Comparison(
    "Int",
    Subject((oracle.Int, SubInt, int), int_state, mutable=False),
    Subject((int, SubBuiltinInt), int_state, mutable=False),
    st.tuples(integers),
    st.one_of(
        operators(["add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "and_", "or_", "xor"], numbers),
        operators(COMPARISONS, numbers),
        operation("lshift", operator.lshift, shifts.filter(lambda shift: shift is not SELF)),
        operation("rshift", operator.rshift, shifts),
        operation("pow", lambda this, x: pow(smaller(this), x), st.one_of(st.integers(-6, 20), st.sampled_from([0.5, None, 2.0]))),
        operation("rpow", lambda this, x: pow(x, smaller(this) % 20), st.one_of(st.integers(-6, 20), st.sampled_from([0.5, None, 2.0]))),
        operation("pow modulus", pow, st.integers(-9, 9), modulus),
        unary(
            neg=operator.neg, pos=operator.pos, abs=abs, invert=operator.invert, bool=bool, repr=repr, str=str, hash=hash,
            int=int, index=operator.index, round=round, float=float, complex=complex, bit_length=lambda this: this.bit_length(),
            conjugate=lambda this: this.conjugate(), ratio=lambda this: this.as_integer_ratio(), real=lambda this: this.real,
            imag=lambda this: this.imag, numerator=lambda this: this.numerator, denominator=lambda this: this.denominator,
            trunc=math.trunc, floor=math.floor, ceil=math.ceil, hex=hex, bin=bin, chr=chr,
        ),
        operation("round", round, st.one_of(st.integers(-5, 3), st.none(), st.sampled_from([1.5]))),
        operation("format", format, st.sampled_from(["", "d", "x", "08b", ",", "+", "e", ".2f", "c", "s", "%", "q", "<9"])),
        operation("percent", lambda this, spec: spec % this, st.sampled_from(["%d", "%x", "%s", "%5.1f", "%c"])),
        operation("as index", lambda this: list(range(5))[this]),
        operation("as times", lambda this: "ab" * (smaller(this) % 9)),
        method("to_bytes", st.integers(0, 12), st.sampled_from(["little", "big", "middle"]), signed=st.booleans()),
        operation("from_bytes", lambda this, data, order: type(this).from_bytes(data, order), st.binary(max_size=9), st.sampled_from(["little", "big"])),
        operation("iadd", operator.iadd, numbers),
        operation("isub", operator.isub, integers),
        copies,
    ),
    names=["Int", "SubInt", "int", "SubBuiltinInt"],
    other=["integer ", "long division", "division by zero"],
)

ratios = st.one_of(
    st.integers(-9, 9), st.sampled_from([0.5, -1.25, 0.0, float("inf"), None, "a", True]), st.sampled_from([SELF, OTHER]),
)
RATIONAL = Comparison(
    "Rational",
    Subject((oracle.Rational,), repr, mutable=False),
    Subject((fractions.Fraction,), repr, mutable=False),
    st.tuples(st.integers(-30, 30), st.integers(-12, 12).filter(bool)),
    st.one_of(
        operators(["add", "sub", "mul", "truediv", "floordiv", "mod"], ratios),
        operators(COMPARISONS, ratios),
        unary(
            neg=operator.neg, pos=operator.pos, abs=abs, bool=bool, repr=repr, str=str, hash=hash, float=float,
            trunc=math.trunc, floor=math.floor, ceil=math.ceil,
            numerator=lambda this: this.numerator, denominator=lambda this: this.denominator,
        ),
        operation("new", lambda this, a, b: type(this)(a, b), st.integers(-100, 100), st.integers(-100, 100)),
        operation("limit", lambda this, limit: this.limit_denominator(limit), st.integers(-1, 20)),
        operation("ratio", lambda this: (this.numerator, this.denominator)),
        copies,
    ),
    names=["Rational", "Fraction"],
    other=["integer", "division"],
)
