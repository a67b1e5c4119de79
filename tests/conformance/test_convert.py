"""Conversions between Rust and Python values."""

import datetime
import ipaddress
import os
import pathlib
import sys

from conformance import convert
from support import Raiser, identical, outcome, raises, same


def test_i128():
    for value in (0, -1, 2**63, -(2**63) - 1, 2**64, 2**127 - 1, -(2**127), 2**100):
        same(convert.i128_, int, value)


def test_i128_overflow():
    for value in (2**127, -(2**127) - 1, 2**1000, -(2**1000)):
        assert type(outcome(convert.i128_, value).error) is OverflowError


def test_u128():
    for value in (0, 2**63, 2**64, 2**128 - 1, 2**127):
        same(convert.u128_, int, value)


def test_u128_overflow():
    for value in (-1, 2**128, -(2**200), 2**1000):
        assert type(outcome(convert.u128_, value).error) is OverflowError


def test_128_bit_types():
    class I:
        def __index__(self):
            return 2**100

    for function in (convert.i128_, convert.u128_):
        assert function(I()) == 2**100 and function(True) == 1
        for wrong in (1.5, "1", None):
            assert type(outcome(function, wrong).error) is TypeError


def test_big_ints_through_bytes():
    for value in (0, 1, -1, 127, 128, -128, -129, 255, 256, 2**63, -(2**63), 2**64, 3**500, -(3**500)):
        data = convert.int_to_bytes(value)
        assert int.from_bytes(data, "little", signed=True) == value
        assert convert.int_from_bytes(data, True) == value


def test_ints_from_bytes():
    for data in (b"", b"\0", b"\xff", b"\xff\x7f", b"\x80", bytes(range(256)), b"\xff" * 40):
        for signed in (True, False):
            assert convert.int_from_bytes(data, signed) == int.from_bytes(data, "little", signed=signed)


def test_non_zero():
    assert convert.non_zero(5) == 5
    raises(convert.non_zero, ValueError, "argument 'value': invalid zero value", 0)
    assert type(outcome(convert.non_zero, 2**40).error) is OverflowError


def test_vectors():
    for items in ([], [1, 2, 3], list(range(1000)), [-(2**63), 2**63 - 1]):
        same(convert.vector, list, items)
        same(convert.boxed_slice, list, items)


def test_vectors_from_any_iterable():
    for items in ((1, 2), range(5), {3: "x"}.keys(), iter([1]), {7}, bytearray(b"ab"), b"ab"):
        expected = [1] if hasattr(items, "__next__") else list(items)
        assert convert.vector(items) == expected


def test_vectors_refuse_text_and_dicts():
    raises(convert.texts, TypeError, "argument 'value': expected a sequence, got str", "abc")
    raises(convert.vector, TypeError, "argument 'value': expected a sequence, got dict", {1: 2})


def test_vector_errors():
    assert type(outcome(convert.vector, 5).error) is TypeError
    assert type(outcome(convert.vector, [1, "x"]).error) is TypeError
    assert type(outcome(convert.vector, [2**63]).error) is OverflowError
    error = KeyError("mine")

    def generate():
        yield 1
        raise error

    assert outcome(convert.vector, generate()).error is error
    assert outcome(convert.vector, Raiser(error)).error is error


def test_vector_of_a_list_subclass_uses_its_iterator():
    class L(list):
        def __iter__(self):
            return iter([7, 8])

    assert convert.vector(L([1])) == [7, 8]


def test_vector_while_the_list_changes():
    items = []

    class I:
        def __index__(self):
            items.clear()
            return 5

    items[:] = [1, I(), 3]
    assert convert.vector(items) == [1, 5]


def test_float_vectors():
    for items in ([], [0.5, -0.0, float("nan"), float("inf")], [1e300] * 100):
        same(convert.floats, list, items)
    assert identical(convert.floats([1, True]), [1.0, 1.0])
    assert type(outcome(convert.floats, ["x"]).error) is TypeError


def test_nested_vectors():
    same(convert.nested, list, [[1], [], [2, 3]])
    assert type(outcome(convert.nested, [[1], 2]).error) is TypeError


def test_arrays():
    assert convert.array([1, 2, 3]) == [1, 2, 3] == convert.array((1, 2, 3))
    raises(convert.array, ValueError, "argument 'value': expected a sequence of length 3, got one of 2", [1, 2])


def test_slices_and_constants():
    assert identical(
        convert.slices(), ([1, -2, 2**63 - 1], [0.5, -0.0], ["a", "é"], [True, False], [1, None])
    )


def test_options():
    assert convert.option(None) is None and convert.option("x") == "x"
    assert type(outcome(convert.option, 5).error) is TypeError


def test_vector_of_tuples():
    assert convert.pairs([("a", 1), ("b", 2)]) == [("a", 1), ("b", 2)]
    for wrong in ([("a",)], [["a", 1]], [("a", "b")]):
        assert outcome(convert.pairs, wrong).error is not None


def test_vector_of_handles():
    items = [object(), [], None] * 100
    got = convert.handles(items)
    assert got == items and all(a is b for a, b in zip(got, items)) and got is not items
    assert convert.dicts([{}, {1: 2}]) == 2
    assert type(outcome(convert.dicts, [{}, 5]).error) is TypeError


def test_maps():
    for value in ({}, {"a": 1, "b": -2}, {"é": 2**62}):
        assert convert.hash_map(value) == value
    assert convert.tree_map({"b": [1], "a": []}) == {"a": [], "b": [1]}
    assert convert.int_map({1: "a", -5: "b"}) == {1: "a", -5: "b"}


def test_map_of_a_tree_is_sorted():
    assert list(convert.int_map({3: "c", 1: "a", 2: "b"})) == [1, 2, 3]


def test_maps_from_any_mapping():
    import collections
    import types

    for value in (collections.OrderedDict(a=1), types.MappingProxyType({"a": 1}), collections.ChainMap({"a": 1})):
        assert convert.hash_map(value) == {"a": 1}


def test_map_errors():
    for wrong in ([("a", 1)], 5, "x", None, {1: 1}, {"a": "b"}):
        assert type(outcome(convert.hash_map, wrong).error) is TypeError
    assert type(outcome(convert.hash_map, {"a": 2**70}).error) is OverflowError


def test_map_while_the_dict_changes():
    value = {}

    class I:
        def __index__(self):
            value.setdefault("new%d" % len(value), 1)
            return 1

    value.update(a=I(), b=I())
    assert type(outcome(convert.hash_map, value).error) is RuntimeError


def test_sets():
    for value in (set(), {1, 2, -3}, set(range(100))):
        same(convert.hash_set, set, value)
    assert convert.hash_set(frozenset([1])) == {1}
    same(convert.tree_set, set, {"a", "b"})
    for wrong in ([1], {1: 2}, 5):
        assert type(outcome(convert.hash_set, wrong).error) is TypeError


def test_unit():
    assert convert.unit(5) is None and convert.unit(None) is None


def test_boxed_and_borrowed_text():
    for value in ("", "abc", "é\U0001f980"):
        same(convert.boxed_str, str, value)
        same(convert.cow, str, value)
    assert type(outcome(convert.cow, "\ud800").error) is UnicodeEncodeError


def test_borrowed_bytes():
    assert convert.cow_bytes(b"abc") == (b"abc", True)
    assert convert.cow_bytes(bytearray(b"abc")) == (b"abc", False)
    assert type(outcome(convert.cow_bytes, "abc").error) is TypeError


def test_cell():
    assert convert.cell(5) == 5


def test_paths(tmp_path):
    for value in ("a/b", pathlib.Path("a/b"), "", str(tmp_path)):
        got = convert.path(value)
        assert isinstance(got, pathlib.PurePath) and got == pathlib.Path(value)
    assert convert.path(b"a/b") == pathlib.Path("a/b")


def test_paths_of_any_bytes():
    name = os.fsdecode(b"a\xff")
    assert str(convert.path(name)) == name
    assert convert.os_string(name) == name


def test_path_protocol():
    class P:
        def __fspath__(self):
            return "from/protocol"

    assert convert.path(P()) == pathlib.Path("from/protocol")
    for wrong in (5, None, []):
        assert type(outcome(convert.path, wrong).error) is TypeError
    error = KeyError("mine")

    class Bad:
        def __fspath__(self):
            raise error

    assert outcome(convert.path, Bad()).error is error


def test_os_string():
    same(convert.os_string, str, "é")
    assert type(outcome(convert.os_string, 5).error) is TypeError


def test_duration():
    for value in (
        datetime.timedelta(0), datetime.timedelta(seconds=1, microseconds=5), datetime.timedelta(days=400),
        datetime.timedelta(microseconds=999999), datetime.timedelta.max,
    ):
        same(convert.duration, lambda x: x, value)


def test_duration_errors():
    assert type(outcome(convert.duration, datetime.timedelta(-1)).error) is ValueError
    for wrong in (5, 1.5, None):
        assert type(outcome(convert.duration, wrong).error) is TypeError


def test_time():
    for value in (
        datetime.datetime(2024, 2, 29, 12, 30, 15, 123456, datetime.timezone.utc),
        datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc),
        datetime.datetime(1900, 1, 1, tzinfo=datetime.timezone.utc),
        datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=5))),
    ):
        assert convert.time(value) == value


def test_time_errors():
    assert outcome(convert.time, datetime.datetime(2024, 1, 1)).error is not None
    assert type(outcome(convert.time, 5).error) is TypeError


def test_addresses():
    for value in ("127.0.0.1", "::1", "2001:db8::ff"):
        address = ipaddress.ip_address(value)
        assert convert.ip(address) == address == convert.ip(value)
    assert convert.ipv4("1.2.3.4") == ipaddress.IPv4Address("1.2.3.4")
    assert convert.ipv6(ipaddress.IPv6Address("::1")) == ipaddress.IPv6Address("::1")


def test_address_errors():
    assert type(outcome(convert.ip, "not an address").error) is ValueError
    assert type(outcome(convert.ip, 5).error) is TypeError
    assert outcome(convert.ipv4, ipaddress.IPv6Address("::1")).error is not None


def test_conversion_of_ones_own():
    assert convert.celsius(20) == 21.0
    raises(convert.celsius, ValueError, "argument 'temperature': below absolute zero", -300)
    assert type(outcome(convert.celsius, "x").error) is TypeError


def test_kind():
    import types

    for value, name in (
        (None, "None"), (True, "Bool"), (5, "Int"), (1.5, "Float"), ("a", "Str"), (b"a", "Bytes"), ([], "List"),
        ((), "Tuple"), ({}, "Dict"), (set(), "Set"), (frozenset(), "FrozenSet"), (1j, "Complex"),
        (bytearray(), "ByteArray"), (memoryview(b""), "MemoryView"), (slice(1), "Slice"), (range(1), "Range"),
        (int, "Type"), (OSError(), "Exception"), (sys, "Module"), (test_kind, "Function"),
        (convert.kind, "BuiltinFunction"), (Raiser(0).__len__, "Method"), (types.MappingProxyType({}), "MappingProxy"),
        (object(), "Other"), (Raiser(0), "Other"),
    ):
        assert convert.kind(value) == name, value


def test_kind_of_derived_types():
    import collections
    import enum

    class E(enum.IntEnum):
        A = 1

    assert convert.kind(E.A) == "Int"
    assert convert.kind(collections.namedtuple("P", "x")(1)) == "Tuple"
    assert convert.kind(collections.OrderedDict()) == "Dict"
