"""What is like a class of Python: see `models.py`."""

import array
import operator

import models
import oracle
from hypothesis import strategies as st
from machine import COMPARISONS, Comparison, Subject, copies, method, operation, operators, unary
from values import OTHER, SELF, Fresh, Index, indices, iterables, lists, objects, slices, small, subscripts


texts = st.text("abAB \u00e9\u4e2d\U0001f600", max_size=6)
FRENCH = Fresh("OTHER.into('fr')", lambda this, other: other.into("fr"))
others = st.one_of(texts, st.sampled_from([SELF, OTHER, FRENCH, None, 3, "a"]))


def text_state(this):
    return str.__str__(this)[:], this.language, this.asked


TEXT = Comparison(
    "Text",
    Subject((oracle.Text,), text_state, mutable=False),
    Subject((models.Text,), text_state, mutable=False),
    st.tuples(texts, st.sampled_from(["en", "de"])),
    st.one_of(
        operators(["add"], others),
        operators(COMPARISONS, others),
        unary(
            len=len, bool=bool, hash=hash, str=str, repr=repr, words=lambda this: this.words(), upper=lambda this: this.upper(),
            lower=lambda this: this.lower(), swapcase=lambda this: this.swapcase(), strip=lambda this: this.strip(),
            encode=lambda this: this.encode(), isalpha=lambda this: this.isalpha(), reduce=lambda this: this.__reduce__()[1],
            key=lambda this: {str(this): 1}[this], list=list, language=lambda this: this.language,
        ),
        operation("contains", operator.contains, others),
        operation("getitem", operator.getitem, subscripts),
        operation("mul", operator.mul, st.one_of(small, st.none())),
        operation("join", lambda this, items: this.join(items), st.lists(texts, max_size=3)),
        operation("find", lambda this, x: this.find(x), others),
        operation("replace", lambda this, x: this.replace(x, "z"), others),
        operation("split", lambda this, x: this.split(x), others),
        operation("format", format, st.sampled_from(["", ">9", "d"])),
        operation("into", lambda this, language: this.into(language), st.sampled_from(["en", "fr"])),
        operation("iadd", operator.iadd, others),
        copies,
    ),
    names=["Text"],
)

PEEKABLE = Comparison(
    "Peekable",
    Subject((oracle.Peekable,), lambda this: None),
    Subject((models.Peekable,), lambda this: None),
    st.tuples(lists),
    st.one_of(
        operation("next", next),
        operation("next", next, objects),
        operation("peek", lambda this: this.peek()),
        operation("peek", lambda this, default: this.peek(default), st.integers(5, 9)),
        operation("prepend", lambda this, *items: this.prepend(*items)),
        operation("prepend", lambda this, *items: this.prepend(*items), objects, objects),
        operation("bool", bool),
        operation("hint", operator.length_hint),
        operation("iter", lambda this: iter(this) is this),
        operation("take", lambda this, n: [item for _, item in zip(range(n), this)], small),
        operation("new", lambda this, iterable: list(type(this)(iterable)), iterables.filter(lambda x: x is not SELF and x is not OTHER)),
    ),
    names=["Peekable"],
)


def target(*args, **kwargs):
    if "fail" in kwargs:
        raise kwargs["fail"]
    return args, sorted(kwargs.items())


def partial_state(this):
    return this.func, this.args, sorted(this.keywords.items())


names = st.dictionaries(st.sampled_from("abc"), st.integers(0, 9), max_size=3)
PARTIAL = Comparison(
    "Partial",
    Subject((oracle.Partial,), partial_state),
    Subject((models.Partial,), partial_state),
    st.tuples(st.just(target), st.integers(0, 3)),
    st.one_of(
        operation("call", lambda this, args, keywords: this(*args, **keywords), lists, names),
        operation("call", lambda this: this(fail=KeyError("failed"))),
        operation("call", lambda this: this(func=1, self=2)),
        operation("new", lambda this, args, keywords: type(this)(this, *args, **keywords), lists, names),
        operation("nested", lambda this, args, keywords: type(this)(type(this)(this, *args, a=1), **keywords)(5), lists, names),
        operation("new", lambda this, function: type(this)(function), st.sampled_from([3, None, len, str])),
        operation("other", lambda this, other: other(this) == (), st.just(len)),
        operation("attribute", lambda this: setattr(this, "note", 3) or this.note),
        copies,
    ),
    names=["Partial"],
)

ERRORS = [KeyError, IndexError, LookupError, ValueError, TypeError, BaseException]


def within(this, error):
    with this as entered:
        if error is not None:
            raise error("inside")
        return entered is this


def nested(this, first, second):
    with this:
        try:
            with this:
                raise first("first")
        finally:
            if second is not None:
                raise second("second")


SUPPRESS = Comparison(
    "Suppress",
    Subject((oracle.Suppress,), lambda this: (this.depth, this.suppressed)),
    Subject((models.Suppress,), lambda this: (this.depth, this.suppressed)),
    st.lists(st.sampled_from(ERRORS[:5]), max_size=2).map(tuple),
    st.one_of(
        operation("with", within, st.sampled_from([*ERRORS[:5], None, ArithmeticError])),
        operation("nested", nested, st.sampled_from(ERRORS[:5]), st.sampled_from([*ERRORS[:5], None])),
        operation("enter", lambda this: this.__enter__() is this),
        operation("exit", lambda this, class_: this.__exit__(class_, None, None), st.sampled_from([*ERRORS[:5], None])),
    ),
    names=["Suppress"],
)

octets = st.one_of(st.integers(0, 255), st.sampled_from([-1, 256, 2**70, None, "a", True]), st.builds(Index, st.sampled_from([7, 256, *[TypeError("from __index__")]])))


def through_memory(this, index, value):
    with memoryview(this) as memory:
        memory[index] = value
        return memory.tobytes(), memory.nbytes, memory.format, memory.readonly


def copy_into(this, data):
    with memoryview(this) as memory:
        memory[: len(data)] = data[: len(memory)]


CELLS = Comparison(
    "Cells",
    Subject((oracle.Cells,), bytes),
    Subject((models.Cells,), bytes),
    st.tuples(st.binary(max_size=9)),
    st.one_of(
        unary(len=len, bool=bool, bytes=bytes, list=list, hash=lambda this: hash(this), reverse=lambda this: this.reverse(), reversed=lambda this: list(reversed(this))),
        operation("getitem", operator.getitem, subscripts),
        operation("setitem", operator.setitem, indices, octets),
        operation("setitem", operator.setitem, slices, st.one_of(st.binary(max_size=5), lists.map(lambda items: [i for i in items if type(i) is int and 0 <= i < 256]))),
        operation("contains", operator.contains, octets),
        operation("memory", through_memory, st.integers(-9, 9), st.integers(-1, 256)),
        operation("copy into", copy_into, st.binary(max_size=9)),
        operation("array", lambda this: array.array("B", bytes(this)).tolist()),
        operation("join", lambda this: b",".join([this, this])),
        operation("bytearray", lambda this: bytearray(this)),
        operation("from int", lambda this: int.from_bytes(this, "little")),
        operators(["eq", "ne"], st.sampled_from([SELF, OTHER, None, 3])),
        method("fill", octets),
        method("rotate", st.integers(-12, 12)),
    ),
    names=["Cells", "bytearray"],
)
