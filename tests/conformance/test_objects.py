"""What every object can do, against the built-in functions and operators."""

import collections
import operator
import sys

from conformance import objects
from support import PYPY, Raiser, outcome, raises, same


class Value:
    """Something with attributes, items and its own comparisons."""

    kind = "class attribute"

    def __init__(self, value=1):
        self.value = value

    @property
    def bad(self):
        raise LookupError("bad property")

    @property
    def absent(self):
        raise AttributeError("from a property")

    @property
    def readonly(self):
        return 5


class Slots:
    __slots__ = ("value",)


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


def test_get_attr():
    value = Value([])
    assert objects.get_attr(value, "value") is value.value
    same(objects.get_attr, getattr, value, "kind")


def test_get_attr_missing():
    for target in (Value(), 5, None, Slots(), sys, Value):
        same(objects.get_attr, getattr, target, "no_such_name")


def test_get_attr_property_that_raises():
    same(objects.get_attr, getattr, Value(), "bad")
    same(objects.get_attr, getattr, Value(), "absent")


def test_get_attr_with_getattr_method():
    error = KeyError("mine")
    assert outcome(objects.get_attr, Raiser(error), "anything").error is error


def test_get_attr_by_object():
    name = "".join(["va", "lue"])
    assert objects.get_attr_object(Value(7), name) == 7
    same(objects.get_attr_object, getattr, Value(), "no_such_name")


def test_get_attr_by_interned_name():
    assert objects.get_value(Value(7)) == 7
    same(objects.get_value, operator.attrgetter("value"), 5)


def test_get_attr_name_not_ascii():
    value = Value()
    setattr(value, "größe", 3)
    assert objects.get_attr(value, "größe") == 3


def test_get_attr_empty_name():
    same(objects.get_attr, getattr, Value(), "")


def test_find_attr():
    assert objects.find_attr(Value(7), "value") == (True, 7)
    assert objects.find_attr(Value(None), "value") == (True, None)
    assert objects.find_attr(Value(), "nothing") == (False, None)


def test_find_attr_takes_attribute_error_for_absence():
    assert objects.find_attr(Value(), "absent") == (False, None)


def test_find_attr_passes_other_errors():
    raises(objects.find_attr, LookupError, "bad property", Value(), "bad")


def test_has_attr():
    for name in ("value", "kind", "nothing", "absent", "bad", ""):
        same(objects.has_attr, hasattr, Value(), name)


def test_set_attr():
    value, item = Value(), []
    assert objects.set_attr(value, "new", item) is None
    assert value.new is item
    objects.set_attr_object(value, "".join(["o", "ther"]), 5)
    assert value.other == 5


def test_set_attr_refused():
    for target, name in ((5, "x"), (Value(), "readonly"), (object(), "x"), (Slots(), "other"), (int, "x")):
        same(objects.set_attr, setattr, target, name, 1)


def test_del_attr():
    value = Value()
    assert objects.del_attr(value, "value") is None
    assert not hasattr(value, "value")


def test_del_attr_missing():
    for target, name in ((Value(), "nothing"), (Slots(), "value"), (5, "real"), (Value(), "readonly")):
        same(objects.del_attr, delattr, target, name)


def test_get_item():
    for target, key in (
        ([1, 2, 3], 0), ([1, 2, 3], -1), ((1, 2), 1), ("abc", 2), (b"abc", 0), ({"k": "v"}, "k"), (range(9), 5),
        ([1, 2, 3], slice(0, 2)), ({1: 2}, True), (collections.defaultdict(list), 7),
    ):
        same(objects.get_item, operator.getitem, target, key)


def test_get_item_errors():
    for target, key in (
        ([1], 5), ([1], -2), ([1], "x"), ((), 0), ({"k": 1}, "z"), ({}, []), (5, 0), (None, 0), ("abc", 9),
    ):
        same(objects.get_item, operator.getitem, target, key, message=not PYPY)


def test_get_item_by_rust_value():
    assert objects.get_item_int([5, 6], 1) == 6
    assert objects.get_item_int([5, 6], -1) == 6
    assert objects.get_item_int({2: "x"}, 2) == "x"
    assert objects.get_item_str({"a": "b"}, "a") == "b"
    same(objects.get_item_str, operator.getitem, {}, "missing")


def test_get_item_class():
    if sys.version_info >= (3, 9):
        assert objects.get_item(list, int) == list[int]


def test_find_item():
    assert objects.find_item({"a": None}, "a") == (True, None)
    assert objects.find_item({"a": 1}, "b") == (False, None)
    assert objects.find_item([1, 2], 1) == (True, 2)
    assert objects.find_item([1, 2], 2) == (False, None)


def test_find_item_passes_other_errors():
    same(objects.find_item, operator.getitem, {}, [], message=not PYPY)
    same(objects.find_item, operator.getitem, 5, 0, message=not PYPY)
    error = ZeroDivisionError("mine")
    assert outcome(objects.find_item, Raiser(error), 0).error is error


def test_set_item():
    for target, key in (([1, 2], 0), ([1, 2], -1), ({}, "k"), (bytearray(b"ab"), 1), ([1, 2, 3], slice(0, 2))):
        value = [9] if isinstance(key, slice) else 65
        same(objects.set_item, operator.setitem, target, key, value)


def test_set_item_errors():
    for target, key, value in (([1], 5, 0), ((1,), 0, 0), ("a", 0, "b"), ({}, [], 0), (5, 0, 0), (bytearray(1), 0, 256)):
        same(objects.set_item, operator.setitem, target, key, value, message=not PYPY)


def test_set_item_by_rust_value():
    target = {}
    objects.set_item_str(target, "key", 7)
    assert target == {"key": 7}


def test_del_item():
    for target, key in (([1, 2], 0), ([1, 2], -1), ({"k": 1}, "k"), ([1, 2, 3], slice(0, 2))):
        same(objects.del_item, operator.delitem, target, key)


def test_del_item_errors():
    for target, key in (([1], 5), ((1,), 0), ({}, "z"), ({}, []), (5, 0)):
        same(objects.del_item, operator.delitem, target, key, message=not PYPY)


def test_len():
    for target in ([], [1], (1, 2), "abc", b"ab", {1: 2}, {1, 2}, range(7), range(10**9)):
        same(objects.len, len, target)


def test_len_errors():
    class Negative:
        def __len__(self):
            return -1

    class Huge:
        def __len__(self):
            return 2**100

    for target in (5, None, object(), Negative(), Huge()):
        same(objects.len, len, target, message=not PYPY)


def test_is_empty():
    for target in ([], [1], "", "a", {}, range(0)):
        same(objects.is_empty, lambda x: len(x) == 0, target)


def test_contains():
    for target, item in (
        ([1, 2], 2), ([1, 2], 3), ("abc", "b"), ({"k": 1}, "k"), ({1, 2}, 5), (range(10**9), 10**8), (iter([1, 2]), 2),
    ):
        got = objects.contains(target, item)
        assert got is (item in (target if not hasattr(target, "__next__") else [1, 2]))


def test_contains_errors():
    for target, item in ((5, 1), ("abc", 1), ({}, []), (Raiser(OSError("x")), 1)):
        same(objects.contains, operator.contains, target, item, message=not PYPY)


def test_is_truthy():
    for target in (0, 1, "", "a", [], [0], None, 0.0, float("nan"), Truth(True), Truth(False), object()):
        same(objects.is_truthy, bool, target)


def test_is_truthy_errors():
    for target in (Truth("no bool"), Raiser(OSError("x"))):
        same(objects.is_truthy, bool, target, message=not PYPY)


def test_hash():
    for target in (0, 1, -1, -2, 2**61 - 1, 2**100, "text", b"bytes", (1, 2), None, 1.5, object(), frozenset([1])):
        same(objects.hash, hash, target)


def test_hash_errors():
    for target in ([], {}, set(), ([],), Raiser(OSError("x"))):
        same(objects.hash, hash, target)


def test_hash_minus_one():
    class Minus:
        def __hash__(self):
            return -1

    assert objects.hash(Minus()) == -2 == hash(Minus())


def test_repr_str_ascii():
    for target in (1, "tëxt\n", b"bytes", [1, "é"], None, 1.5, "\U0001f980", "\udc80", Value, {"k": ()}):
        same(objects.repr, repr, target)
        same(objects.str, str, target)
        same(objects.ascii, ascii, target)


def test_repr_errors():
    class Bad:
        def __repr__(self):
            return 5

        __str__ = __repr__

    for native, oracle in ((objects.repr, repr), (objects.str, str), (objects.ascii, ascii)):
        same(native, oracle, Bad(), message=not PYPY)
        same(native, oracle, Raiser(OSError("x")))


def test_bytes():
    class Has:
        def __bytes__(self):
            return b"from method"

    for target in (b"abc", bytearray(b"abc"), [1, 2, 255], range(3), memoryview(b"xyz"), Has(), ()):
        same(objects.bytes, bytes, target)


def test_bytes_errors():
    # `PyObject_Bytes` is `bytes(object)` but for an int, which is no length there.
    for target in ("text", None, [256], [-1], ["x"], Raiser(OSError("x"))):
        same(objects.bytes, bytes, target, message=False)


def test_format():
    for target, spec in ((5, "04d"), (1.5, ".3f"), ("a", ">5"), ("a", ""), (5, ""), (None, ""), (255, "x")):
        same(objects.format, format, target, spec)


def test_format_errors():
    for target, spec in ((5, "s"), (None, "x"), (object(), "d"), ("a", "d"), (Raiser(OSError("x")), "")):
        same(objects.format, format, target, spec, message=not PYPY)


def test_dir():
    for target in (5, "a", Value(), sys, Value):
        assert sorted(objects.dir(target)) == dir(target)


def test_dir_errors():
    same(objects.dir, dir, Raiser(OSError("x")))
