"""The same operations on classes of `oracle` and on what they are like: see `machine.py`.

    python compare.py REPORT [CLASS]...

`ORACLE_EXAMPLES` says how many sequences of operations there are for each class. The same ones are
generated in every run.
"""

import array
import fractions
import json
import math
import operator
import os
import sys
import traceback

import models
import module_file
import oracle
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from machine import COMPARISONS, Comparison, Subject, copies, method, operation, operators, unary
from values import OTHER, Angry, Reflected, SELF, Fresh, Index, Iterable, Keyed, indices, iterables, lists, objects, slices, small, subscripts

EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "400"))
RUN = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink],
)


class SubList(oracle.List):
    pass


class SubBuiltinList(list):
    pass


class SubTuple(oracle.Tuple):
    pass


class SubBuiltinTuple(tuple):
    pass


class SubDict(oracle.Dict):
    def __missing__(self, key):
        return "missing", key


class SubBuiltinDict(dict):
    def __missing__(self, key):
        return "missing", key


class SubSet(oracle.Set):
    pass


class SubBuiltinSet(models.Set):
    pass


class SubInt(oracle.Int):
    pass


class SubBuiltinInt(int):
    pass


def items(value):
    return [item for item in value]


def step_through(this, times):
    """An iterator, some of its items, and how many it says are left."""
    iterator = iter(this)
    return [next(iterator, "end") for _ in range(times)], operator.length_hint(iterator), iterator


def step_back(this, times):
    iterator = reversed(this)
    return [next(iterator, "end") for _ in range(times)], operator.length_hint(iterator), iterator


def set_state(this, state, function):
    iterator = function(this)
    iterator.__setstate__(state)
    return operator.length_hint(iterator), next(iterator, "end"), iterator


# PyPy's `index` takes `None` for a bound.
index_bounds = indices.filter(lambda x: x is not None) if sys.implementation.name == "pypy" else indices
# Messages that are not the same in all versions, or that no class can give.
ASSIGNING = [
    "can't multiply sequence by non-int", "must assign iterable", "can only assign", "cannot fit 'int'", "int too large", "expected integer", "integer argument expected",
    "slice indices",
    "'int' object is not iterable", "'NoneType' object is not iterable",
]
# An object that is compared with a built-in one is asked second, and then first with the reflected operation.
ORDERS = ["'%s' not supported between" % order for order in ("<", "<=", ">", ">=")]
times = st.one_of(small, indices)
containers = [
    unary(len=len, bool=bool, repr=lambda this: type(repr(this)).__name__, hash=lambda this: type(hash(this)).__name__),
    operation("contains", operator.contains, objects),
    operation("iterate", step_through, st.integers(0, 8)),
]

LIST = Comparison(
    "List",
    Subject((oracle.List, SubList, list), items),
    Subject((list, SubBuiltinList), items),
    st.tuples(lists),
    st.one_of(
        *containers,
        copies,
        unary(repr=repr, copy=lambda this: this.copy(), clear=lambda this: this.clear(), reverse=lambda this: this.reverse()),
        operation("iterate back", step_back, st.integers(0, 8)),
        operation("set state", set_state, st.integers(0, 9), st.sampled_from([iter, reversed])),
        operation("getitem", operator.getitem, subscripts),
        operation("setitem", operator.setitem, indices, objects),
        operation("setitem", operator.setitem, slices, iterables),
        operation("delitem", operator.delitem, subscripts),
        operation("iadd", operator.iadd, iterables),
        operation("imul", operator.imul, times),
        operation("init", lambda this, *args: this.__init__(*args), iterables),
        operators(["add"], st.one_of(objects, iterables)),
        operators(["mul"], times),
        operators(COMPARISONS, st.one_of(objects, iterables)),
        method("append", objects),
        method("extend", iterables),
        method("insert", indices, objects),
        method("pop"),
        method("pop", indices),
        method("remove", objects),
        method("count", objects),
        method("index", objects),
        method("index", objects, index_bounds),
        method("index", objects, index_bounds, index_bounds),
        method("sort", reverse=st.sampled_from([True, False, 0, 2, None, ""])),
        method("sort", key=st.sampled_from([None, repr, str, operator.neg, lambda x: isinstance(x, int)])),
    ),
    names=["List", "SubList", "list", "SubBuiltinList"],
    other=[*ASSIGNING, *ORDERS],
)

TUPLE = Comparison(
    "Tuple",
    Subject((oracle.Tuple, SubTuple, tuple), items, mutable=False),
    Subject((tuple, SubBuiltinTuple), items, mutable=False),
    st.tuples(lists),
    st.one_of(
        *containers,
        copies,
        unary(repr=repr),
        operation("getitem", operator.getitem, subscripts),
        operation("setitem", operator.setitem, indices, objects),
        operation("delitem", operator.delitem, subscripts),
        operation("iadd", operator.iadd, iterables),
        operation("imul", operator.imul, small),
        operators(["add"], st.one_of(objects, iterables)),
        operators(["mul"], times),
        operators(COMPARISONS, st.one_of(objects, iterables)),
        method("count", objects),
        method("index", objects),
        method("index", objects, index_bounds),
        method("index", objects, index_bounds, index_bounds),
        operation("hash", lambda this: hash(this) == hash(tuple(this))),
    ),
    names=["Tuple", "SubTuple", "tuple", "SubBuiltinTuple"],
    other=[*ASSIGNING, *ORDERS],
)

pairs = st.lists(st.tuples(st.sampled_from(["a", "b", "c", 1]), st.integers(0, 9)), max_size=4)
keys = st.one_of(
    st.sampled_from(["a", "b", 1, 1.0, True, 2, None, (1,), 2**70]),
    st.sampled_from([Fresh("[]", lambda this, other: []), Fresh("([],)", lambda this, other: ([],)), SELF]),
)
mappings = st.one_of(
    st.sampled_from([SELF, OTHER, None, 3, "ab", "a"]),
    st.builds(lambda pairs: Fresh("dict(%r)" % pairs, lambda this, other: dict(pairs)), pairs),
    st.builds(lambda pairs: Fresh("list(%r)" % pairs, lambda this, other: list(pairs)), pairs),
    st.builds(lambda pairs: Fresh("iter(%r)" % pairs, lambda this, other: iter(pairs)), pairs),
    st.builds(lambda pairs: Fresh("Keyed(%r)" % pairs, lambda this, other: Keyed(dict(pairs))), pairs),
    st.sampled_from([Fresh("[(1, 2), 3]", lambda this, other: [(1, 2), 3]), Fresh("[(1, 2), (3,)]", lambda this, other: [(1, 2), (3,)])]),
)


def items_of(this):
    return [(key, dict.__getitem__(this, key) if isinstance(this, dict) else this[key]) for key in this]


DICT = Comparison(
    "Dict",
    Subject((oracle.Dict, SubDict, dict), items_of),
    Subject((dict, SubBuiltinDict), items_of),
    st.tuples(pairs),
    st.one_of(
        unary(len=len, bool=bool, hash=lambda this: hash(this), repr=repr, reversed=lambda this: list(reversed(this))),
        copies,
        unary(
            keys=lambda this: this.keys(), values=lambda this: this.values(), items=lambda this: this.items(),
            copy=lambda this: this.copy(), clear=lambda this: this.clear(), popitem=lambda this: this.popitem(),
            star=lambda this: dict(**this), dict=lambda this: dict(this),
        ),
        operation("contains", operator.contains, keys),
        operation("getitem", operator.getitem, keys),
        operation("setitem", operator.setitem, keys, objects),
        operation("delitem", operator.delitem, keys),
        operators(["or_"], mappings),
        operation("ior", operator.ior, mappings),
        operators(COMPARISONS, mappings),
        method("get", keys),
        method("get", keys, objects),
        method("pop", keys),
        method("pop", keys, objects),
        method("setdefault", keys),
        method("setdefault", keys, objects),
        method("update", mappings, a=objects, x=objects),
        operation("init", lambda this, *args, **kwargs: this.__init__(*args, **kwargs), mappings),
        operation("fromkeys", lambda this, keys: type(this).fromkeys(keys), st.sampled_from(["ab", (1, 2), 3, ([],)])),
        operation("fromkeys", lambda this, keys, value: this.fromkeys(keys, value), st.just("ab"), objects),
    ),
    names=["Dict", "SubDict", "dict", "SubBuiltinDict"],
)

hashables = st.one_of(
    st.integers(-2, 6), st.sampled_from(["a", "b", None, (1, 2), 0.5, True]),
    st.sampled_from([SELF, OTHER, Fresh("[]", lambda this, other: []), Fresh("Angry()", lambda this, other: Angry())]),
)
sets = st.one_of(
    st.sampled_from([SELF, OTHER, None, 3]),
    st.builds(lambda items: Fresh("set(%r)" % items, lambda this, other: set(items)), st.lists(st.integers(0, 5), max_size=4)),
    st.builds(lambda items: Fresh("frozenset(%r)" % items, lambda this, other: frozenset(items)), st.lists(st.integers(0, 5), max_size=4)),
)
SET_METHODS = "union intersection difference symmetric_difference update intersection_update difference_update symmetric_difference_update"
SET = Comparison(
    "Set",
    Subject((oracle.Set, SubSet, set), frozenset),
    Subject((models.Set, SubBuiltinSet, set), frozenset),
    st.tuples(lists),
    st.one_of(
        unary(len=len, bool=bool, hash=lambda this: hash(this), clear=lambda this: this.clear(), copy=lambda this: this.copy()),
        copies,
        operation("contains", operator.contains, hashables),
        operators(["and_", "or_", "sub", "xor"], st.one_of(sets, iterables)),
        operation("iand", operator.iand, sets),
        operation("ior", operator.ior, sets),
        operation("isub", operator.isub, sets),
        operation("ixor", operator.ixor, sets),
        # The keys of a dict know nothing but the built-in sets.
        operators(COMPARISONS, st.one_of(sets, iterables.filter(lambda x: not repr(x).startswith("keys")))),
        *[method(name, st.one_of(sets, iterables)) for name in SET_METHODS.split()],
        *[method(name, sets, iterables) for name in ("union", "intersection", "difference", "update")],
        *[method(name) for name in ("union", "intersection", "difference", "update")],
        *[method(name, st.one_of(sets, iterables)) for name in ("issubset", "issuperset", "isdisjoint")],
        method("add", hashables),
        method("discard", hashables),
        method("remove", hashables),
        operation("init", lambda this, *args: this.__init__(*args), iterables),
        operation("pop all", lambda this: sorted(repr(this.pop()) for _ in range(len(this) + 1))),
    ),
    names=["Set", "SubSet", "set", "SubBuiltinSet"],
)

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

ALL = [LIST, TUPLE, DICT, SET, INT, RATIONAL, TEXT, PEEKABLE, PARTIAL, SUPPRESS, CELLS]


def main():
    chosen = [each for each in ALL if each.name in sys.argv[2:]] or ALL
    report = {"file": module_file.digest(), "compared": {}, "messages": 0, "tolerated": {}, "failed": []}
    for each in chosen:
        variants = st.integers(0, each.variants - 1)

        steps = st.lists(each.operations, min_size=20, max_size=60)
        try:
            RUN(given(variants, each.initial, steps)(each.run))()
        except Exception as error:
            report["failed"].append("%s: %s" % (each.name, (str(error) or repr(error)).splitlines()[0]))
            traceback.print_exc()
        report["compared"][each.name] = each.compared
        report["messages"] += each.messages
        report["tolerated"][each.name] = sorted(each.tolerated_texts)
    with open(sys.argv[1], "w") as file:
        json.dump(report, file, indent=1)


if __name__ == "__main__":
    main()
