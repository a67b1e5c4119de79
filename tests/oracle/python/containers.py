"""Lists, tuples, dicts and sets against the built-in ones."""

import operator
import sys

import models
import oracle
from hypothesis import strategies as st
from machine import COMPARISONS, Comparison, Subject, copies, method, operation, operators, unary
from values import OTHER, SELF, Angry, Fresh, Keyed, indices, iterables, lists, objects, slices, small, subscripts


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
# PyPy's empty dicts do not look at what cannot be hashed.
pop_keys = keys.filter(lambda x: not isinstance(x, Fresh)) if sys.implementation.name == "pypy" else keys
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
        method("pop", pop_keys),
        method("pop", pop_keys, objects),
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
