"""Options of `#[class]`: kinds of structs, properties, derived special methods. The oracle is a class in Python."""

import gc
import math
import operator
import struct
import sys
import weakref

import pytest
from conformance import classes_options as c
from support import CPYTHON, PYPY, collect, only, outcome, raises

COMPARISONS = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]


PYPY7 = PYPY and sys.pypy_version_info < (8,)


def error(function, *args):
    return type(outcome(function, *args).error)


def test_payload_alone():
    p = c.Plain(1.5, y=-2.0)
    assert (p.x, p.y) == (1.5, -2.0)


def test_size_of_two_floats():
    if CPYTHON:
        assert c.Plain.__basicsize__ == object.__basicsize__ + 16
        assert sys.getsizeof(c.Plain(0, 0)) == c.Plain.__basicsize__
        assert object.__basicsize__ != 16 or sys.getsizeof(c.Plain(0, 0)) == 32


def test_no_collector_header_without_fields():
    if CPYTHON:
        assert not gc.is_tracked(c.Plain(0, 0))


def test_property_is_read_only():
    p = c.Plain(1, 2)
    assert error(setattr, p, "x", 3) is AttributeError
    assert error(delattr, p, "x") is AttributeError
    assert p.x == 1


def test_no_dict_by_default():
    p = c.Plain(1, 2)
    if CPYTHON:  # Every instance has one on PyPy.
        assert error(setattr, p, "other", 3) is AttributeError
        assert not hasattr(p, "__dict__")


def test_no_weakref_by_default():
    if CPYTHON:
        assert error(weakref.ref, c.Plain(1, 2)) is TypeError


def test_dict():
    a = c.Attributes(1)
    a.other = [2]
    assert a.other == [2] and a.value == 1
    del a.other
    assert error(getattr, a, "other") is AttributeError


def test_dict_is_a_dict():
    a = c.Attributes(1)
    a.x = 1
    assert a.__dict__ == {"x": 1} and vars(a) is a.__dict__


def test_dict_can_be_replaced():
    a = c.Attributes(1)
    a.x = 1
    if CPYTHON:
        a.__dict__ = {"y": 2}
        assert a.y == 2 and not hasattr(a, "x")


def test_dict_of_each_instance():
    a, b = c.Attributes(1), c.Attributes(2)
    a.x = 1
    assert not hasattr(b, "x")


def test_dict_does_not_hide_a_property():
    a = c.Attributes(1)
    a.__dict__["value"] = 5
    assert a.value == 1


def test_dict_is_collected():
    if PYPY:
        return  # Cycles through objects of extensions are not collected there.
    a = c.Everything(1)
    weak = weakref.ref(a)
    a.me = a
    del a
    collect()
    assert weak() is None


def test_dict_is_released():
    a, item = c.Attributes(1), c.Weak(2)
    weak = weakref.ref(item)
    a.item = item
    del a, item
    collect()
    assert weak() is None


def test_weakref():
    w = c.Weak(1)
    called = []
    weak = weakref.ref(w, called.append)
    assert weak() is w
    del w
    collect()
    assert weak() is None and called == [weak]


def test_weakref_without_dict():
    if CPYTHON:
        assert error(setattr, c.Weak(1), "x", 1) is AttributeError


def test_weak_key():
    w = c.Weak(1)
    d = weakref.WeakKeyDictionary({w: 1})
    assert d[w] == 1
    del w
    collect()
    assert len(d) == 0


def test_dict_and_weakref():
    b = c.Both(1)
    weak = weakref.ref(b)
    b.x = 1
    assert weak() is b and b.x == 1 and b.value == 1
    del b
    collect()
    assert weak() is None


def test_offsets():
    if CPYTHON:
        assert c.Both.__weakrefoffset__ > 0 and c.Both.__dictoffset__ > 0
        assert c.Plain.__weakrefoffset__ == 0 and c.Plain.__dictoffset__ == 0


def test_subclass():
    class Sub(c.Open):
        def twice(self):
            return self.value * 2

    s = Sub(4)
    assert s.twice() == 8 and isinstance(s, c.Open) and type(s) is Sub
    s.other = 1
    assert s.other == 1 and weakref.ref(s)() is s


def test_subclass_of_a_class_with_a_dict():
    class Sub(c.Everything):
        pass

    s = Sub(1)
    s.x = 2
    assert s.__dict__ == {"x": 2} and weakref.ref(s)() is s


def test_subclass_with_slots():
    class Sub(c.Open):
        __slots__ = ("x",)

    s = Sub(1)
    s.x = [5]
    assert s.x == [5] and s.value == 1
    if CPYTHON:
        assert error(setattr, s, "y", 1) is AttributeError


@only(not PYPY7)  # It lets Python code derive from every class.
def test_subclass_is_refused():
    assert error(type, "Sub", (c.Final,), {}) is TypeError


def test_subclass_with_init():
    class Sub(c.Open):
        def __new__(cls, a, b):
            return super().__new__(cls, a + b)

        def __init__(self, a, b):
            self.pair = a, b

    s = Sub(1, 2)
    assert s.value == 3 and s.pair == (1, 2)


def test_frozen():
    f = c.Frozen(1)
    assert f.value == 1 and error(setattr, f, "value", 2) is AttributeError


def test_name():
    assert not hasattr(c, "Renamed")
    assert c.NewName.__name__ == c.NewName.__qualname__ == "NewName"
    assert "NewName" in repr(c.NewName(1))


def test_module():
    assert c.Moved.__module__ == "elsewhere.inner" and c.Moved.__name__ == "Moved"
    assert repr(c.Moved) == "<class 'elsewhere.inner.Moved'>"


def test_module_by_default():
    assert c.Plain.__module__ == c.__name__


def test_doc():
    assert c.Plain.__doc__ == "Only payload."
    if PYPY7:
        return  # Descriptors have no docstrings there.
    assert c.Set.float.__doc__ == "A float."
    assert c.Pair.second.__doc__ == "The other one." and c.Pair.first.__doc__ is None


def test_unit_struct():
    c.dropped()
    units = [c.Unit() for _ in range(10)]
    assert c.dropped() == 0
    del units
    collect()
    assert c.dropped() == 10


def test_newtype():
    n = c.Newtype("text")
    assert n.value == "text" and n == c.Newtype("text") and n != c.Newtype("other")
    assert hash(n) == hash(c.Newtype("text")) and repr(n) == 'Newtype("text")'


def test_tuple_struct():
    p = c.Pair(3, 4)
    assert (p.first, p.second) == (3, 4)
    assert [op(c.Pair(1, 2), c.Pair(1, 3)) for op in COMPARISONS] == [op((1, 2), (1, 3)) for op in COMPARISONS]


def test_eq():
    assert c.Place(1) == c.Place(1) and not c.Place(1) != c.Place(1)
    assert c.Place(1) != c.Place(2) and not c.Place(1) == c.Place(2)


def test_eq_with_something_else():
    class Yes:
        def __eq__(self, other):
            return "yes"

    assert (c.Place(1) == 1) is False and (c.Place(1) != 1) is True
    assert (c.Place(1) == Yes()) == "yes"
    assert c.Place(1).__eq__(1) is NotImplemented


def test_eq_alone_has_no_order():
    class Oracle:
        def __eq__(self, other):
            return True

    for op in [operator.lt, operator.le, operator.gt, operator.ge]:
        assert error(op, c.Place(1), c.Place(1)) is error(op, Oracle(), Oracle()) is TypeError


def test_eq_alone_has_no_hash():
    assert error(hash, c.Place(1)) is TypeError
    assert c.Place.__hash__ is None


def test_eq_with_a_subclass():
    class Sub(c.Place):
        pass

    assert Sub(1) == c.Place(1) == Sub(1)


def test_hash():
    assert hash(c.Hashed(1)) == hash(c.Hashed(1)) != hash(c.Hashed(2))
    assert {c.Hashed(1): "one"}[c.Hashed(1)] == "one"
    assert len({c.Hashed(i % 3) for i in range(10)}) == 3


def test_hash_of_a_subclass():
    class Sub(c.Hashed):
        pass

    assert hash(Sub(1)) == hash(c.Hashed(1))


def test_hash_is_spread():
    assert len({hash(c.Hashed(i)) for i in range(1000)}) == 1000


@pytest.mark.parametrize("op", COMPARISONS)
def test_ord(op):
    words = ["", "a", "ab", "b", "\u20ac"]
    for a in words:
        for b in words:
            assert op(c.Ordered(a), c.Ordered(b)) is op(a, b)


def test_ord_sorts():
    words = ["pear", "apple", "fig"]
    assert sorted(map(c.Ordered, words)) == [c.Ordered(w) for w in sorted(words)]
    assert max(map(c.Ordered, words)) == c.Ordered("pear")


@pytest.mark.parametrize("op", COMPARISONS)
def test_partial_ord(op):
    values = [0.0, -0.0, 1.0, math.nan, math.inf]
    for a in values:
        for b in values:
            assert op(c.Partial(a), c.Partial(b)) is op(a, b)


@pytest.mark.parametrize("op", [operator.lt, operator.le, operator.gt, operator.ge])
def test_ord_with_something_else(op):
    assert error(op, c.Ordered("a"), "a") is TypeError
    assert error(op, c.Ordered("a"), c.Partial(1)) is TypeError


def test_str_and_repr():
    s = c.Shown()
    assert str(s) == f"{s}" == "\u2039me\u203a"
    assert repr(s) == 'Shown { name: "me", size: 3 }'


def test_repr_by_default():
    p = c.Plain(1, 2)
    assert repr(p).startswith("<conformance.classes_options.Plain object at 0x") and str(p) == repr(p)


SETTABLE = [
    ("float", [1.5, -0.0, math.inf, 3], [], TypeError, "x"),
    ("int", [5, -(2**63), 2**63 - 1, True], [2**63], TypeError, 1.5),
    ("byte", [0, 255], [256, -1], TypeError, "x"),
    ("flag", [True, False], [], TypeError, 1),
    ("letter", ["x", "\U0010ffff", "\0"], [], TypeError, 1),
    ("pair", [(1, -2), (-(2**31), 2**31 - 1)], [(2**31, 0)], TypeError, 1),
    ("maybe", [0, 7, None, 2**32 - 1], [2**32], TypeError, "x"),
    ("text", ["", "text", "\u20ac"], [], TypeError, 1),
    ("list", [[], [1, 2, 3]], [[2**64]], TypeError, 1),
    ("words", [[], ["a", "b"]], [], TypeError, 1),
    ("type", [None, "x"], [], TypeError, 1),
]


@pytest.mark.parametrize("name, values, big, wrong, bad", SETTABLE)
def test_set(name, values, big, wrong, bad):
    s = c.Set()
    for value in values:
        setattr(s, name, value)
        assert getattr(s, name) == value
    kept = getattr(s, name)
    for value in big:
        assert error(setattr, s, name, value) is OverflowError
    assert error(setattr, s, name, bad) is wrong
    assert getattr(s, name) == kept


@pytest.mark.parametrize("name", [row[0] for row in SETTABLE])
def test_property_cannot_be_deleted(name):
    raises(delattr, AttributeError, f"cannot delete '{name}'", c.Set(), name)


def test_negative_zero_is_kept():
    s = c.Set()
    s.float = -0.0
    assert struct.pack("d", s.float) == struct.pack("d", -0.0)


def test_write_only():
    s = c.Set()
    s.secret = 7
    assert s.tell() == 7 and error(getattr, s, "secret") is AttributeError


def test_get_all_and_set_all():
    a = c.All(1, "x")
    a.a += 5
    a.b += "y"
    assert (a.a, a.b) == (6, "xy")


def test_setting_from_threads():
    import threading

    s = c.Set()

    def run(n):
        for i in range(300):
            s.text = f"{n}" * 10
            s.list = [n] * 5
            s.words = [str(n)] * 3
            assert len(set(s.text)) == 1 and len(set(s.list)) == 1 and len(set(s.words)) == 1

    threads = [threading.Thread(target=run, args=(n,)) for n in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert len(s.text) == 10
