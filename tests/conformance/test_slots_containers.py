"""Containers that are native classes, against lists, dicts and classes of Python."""

import collections.abc
import operator

import pytest
from conformance import slots_containers as native
from support import PYPY, outcome, raises

SLICES = [slice(a, b, c) for a in (None, -7, -2, 0, 1, 9) for b in (None, -7, -1, 0, 3, 9) for c in (None, -2, -1, 1, 3)]


class Squares:
    def __getitem__(self, index):
        if index < 5:
            return index * index
        raise IndexError("five")


def kind(function, *args):
    got = outcome(function, *args)
    return got.value if got.error is None else type(got.error)


def test_getitem_gets_what_is_written():
    assert native.Squares()[3] == 9 and native.Squares()[-3] == 9
    raises(lambda: native.Squares()[5], IndexError, "five")


def test_getitem_makes_iterable():
    assert list(native.Squares()) == list(Squares()) == [0, 1, 4, 9, 16]
    assert [x for x in native.Squares()] == [0, 1, 4, 9, 16]


def test_getitem_makes_searchable():
    assert 9 in native.Squares() and 10 not in native.Squares()
    assert operator.indexOf(native.Squares(), 9) == 3


def test_getitem_of_a_key_that_does_not_fit():
    assert kind(lambda: native.Squares()["x"]) is TypeError


def test_getitem_alone_has_no_length_and_no_assignment():
    x = native.Squares()
    assert kind(len, x) is kind(operator.setitem, x, 0, 1) is kind(operator.delitem, x, 0) is TypeError


def test_getitem_called_by_name():
    assert native.Squares().__getitem__(3) == 9


def test_len():
    assert len(native.Numbers([1, 2, 3])) == 3 and len(native.Numbers([])) == 0
    assert not native.Numbers([]) and native.Numbers([0])


@pytest.mark.parametrize("index", range(-5, 6))
def test_index(index):
    assert kind(operator.getitem, native.Numbers([4, 5, 6]), index) == kind(operator.getitem, [4, 5, 6], index)


def test_index_of_other_types():
    x = native.Numbers([4, 5, 6])
    assert x[True] == 5
    message = "Numbers indices must be integers or slices, not str"
    raises(lambda: x["a"], TypeError, message)
    raises(lambda: x.__setitem__("a", 1), TypeError, message)
    raises(lambda: x.__delitem__("a"), TypeError, message)

    class Derived(native.Numbers):
        pass

    raises(lambda: Derived([])["a"], TypeError, message)
    for key in ("a", 1.0, None, 2**100, object()):
        ours, lists = outcome(lambda: x[key]), outcome(lambda: [4, 5, 6][key])
        # PyPy 7.3 puts the type in quotes.
        ours, lists = (str(got.error).replace("'", "") for got in (ours, lists))
        assert ours == lists.replace("list", "Numbers"), key
    assert kind(lambda: x[1.0]) is kind(lambda: x[None]) is TypeError
    assert kind(lambda: x[2**100]) is kind(lambda: [][2**100]) is IndexError


def test_slices():
    items = list(range(10, 16))
    x = native.Numbers(items)
    for s in SLICES:
        assert x[s] == items[s], s


def test_slice_that_fails():
    x = native.Numbers([1, 2])
    assert kind(lambda: x[::0]) is ValueError and kind(lambda: x["a":]) is TypeError


@pytest.mark.parametrize("index", range(-4, 5))
def test_set_item(index):
    x, y = native.Numbers([4, 5, 6]), [4, 5, 6]
    assert kind(operator.setitem, x, index, 9) == kind(operator.setitem, y, index, 9)
    assert list(x) == y


def test_set_slice():
    x = native.Numbers(range(5))
    x[1:4:2] = 7
    assert list(x) == [0, 7, 2, 7, 4]


def test_set_item_of_another_type():
    x = native.Numbers([1])
    assert kind(operator.setitem, x, 0, "x") is TypeError and list(x) == [1]


@pytest.mark.parametrize("index", range(-4, 5))
def test_delete_item(index):
    x, y = native.Numbers([4, 5, 6]), [4, 5, 6]
    assert kind(operator.delitem, x, index) == kind(operator.delitem, y, index)
    assert list(x) == y


def test_delete_slices():
    for s in SLICES:
        x, y = native.Numbers(range(6)), list(range(6))
        del x[s], y[s]
        assert list(x) == y, s


def test_items_called_by_name():
    x = native.Numbers([1, 2])
    assert x.__setitem__(0, 5) is None and x.__getitem__(0) == 5 and x.__delitem__(0) is None and x.__len__() == 1


def test_contains():
    x = native.Numbers([4, 5, 6])
    assert 5 in x and 7 not in x and "x" not in x and operator.contains(x, 4)


def test_contains_called_by_name():
    assert native.Numbers([1]).__contains__(1) is True


def test_reversed():
    assert list(reversed(native.Numbers([4, 5, 6]))) == [6, 5, 4]


def test_iteration_over_items():
    x = native.Numbers([4, 5, 6])
    assert list(x) == [4, 5, 6] and tuple(x) == (4, 5, 6) and sum(x) == 15 and sorted(x, reverse=True) == [6, 5, 4]
    a, b, c = x
    assert (a, b, c) == (4, 5, 6)


def test_concatenation_and_repetition():
    assert list(native.Numbers([1]) + [2]) == [1, 2] and list(native.Numbers([1]) * 3) == [1, 1, 1]
    x = y = native.Numbers([1])
    x += [2]
    assert x is y and list(x) == [1, 2]


def test_concatenation_as_operator_functions():
    # As a class of Python: `concat` and `+` are one operator.
    assert list(operator.concat(native.Numbers([1]), [2])) == [1, 2]
    assert kind(lambda: native.Numbers([1]) + 5) is TypeError


def test_subclass_overrides_items():
    class Sub(native.Numbers):
        def __getitem__(self, key):
            return ("sub", super().__getitem__(key))

        def __len__(self):
            return 100

    x = Sub([1, 2])
    assert x[0] == ("sub", 1) and len(x) == 100


def test_sequence_counts_from_the_end():
    x = native.Letters("abc")
    for index in (*range(-5, 6), 10**30, -(10**30)):
        assert kind(operator.getitem, x, index) == kind(operator.getitem, "abc", index)


def test_sequence_tells_the_index():
    raises(lambda: native.Letters("abc")[3], IndexError, "no letter 3")


def test_sequence_sets_and_deletes_from_the_end():
    x = native.Letters("abc")
    x[-1] = "z"
    del x[-3]
    assert "".join(x) == "bz"
    assert kind(operator.delitem, x, -3) is kind(operator.setitem, x, -3, "a") is IndexError


def test_sequence_by_its_own_functions():
    # PySequence_GetItem and the iterator of sequences ask another slot than x[i].
    x = native.Letters("abc")
    assert list(x) == ["a", "b", "c"] and list(reversed(x)) == ["c", "b", "a"]
    assert "b" in x and operator.countOf(x, "b") == 1


def test_sequence_of_other_keys():
    assert kind(lambda: native.Letters("abc")["x"]) is TypeError
    assert kind(lambda: native.Letters("abc")[0:1]) is TypeError


def test_mapping():
    x = native.Table()
    x["a"] = 1
    x["b"] = 2
    assert x["a"] == 1 and len(x) == 2 and "a" in x and "z" not in x
    del x["a"]
    assert dict(x) == {"b": 2} and {**x} == {"b": 2}


def test_mapping_without_the_key():
    x = native.Table()
    assert kind(lambda: x["z"]) is KeyError and kind(operator.delitem, x, "z") is KeyError
    assert outcome(lambda: x["z"]).error.args == ("z",)


def test_mapping_of_another_key():
    assert kind(lambda: native.Table()[1]) is TypeError


def test_mapping_is_no_sequence():
    # PyPy makes `__getitem__` of the slot, and so it asks for item 0.
    assert kind(list if PYPY else iter, native.Table()) is TypeError


def test_missing():
    assert native.Table().__missing__("x") == ("x", "missing")


def test_registered_as_abstract_class():
    collections.abc.Mapping.register(native.Table)
    assert isinstance(native.Table(), collections.abc.Mapping)


def test_set_without_delete():
    x = native.OnlySet()
    x[1] = 2
    assert x.log == ["1=2"]
    assert kind(operator.delitem, x, 1) is TypeError
    if not PYPY:
        raises(operator.delitem, TypeError, "'OnlySet' object doesn't support item deletion", x, 1)


def test_delete_without_set():
    x = native.OnlyDelete()
    del x[0]
    assert kind(operator.delitem, x, 1) is KeyError
    assert kind(operator.setitem, x, 0, 1) is TypeError


def test_length_that_is_none():
    raises(len, ValueError, "__len__() should return >= 0", native.Sized(-1))
    raises(len, KeyError, "'unlucky'", native.Sized(13))
    assert len(native.Sized(2**31)) == 2**31


def test_contains_that_fails():
    x = native.Sized(1)
    assert 1 in x and 2 not in x
    raises(lambda: 13 in x, KeyError, "'unlucky'")
    assert kind(lambda: "x" in x) is TypeError


def test_length_hint():
    assert operator.length_hint(native.Sized(5)) == 5
    assert operator.length_hint(native.Countdown(5)) == 5


def test_iterator():
    assert list(native.Countdown(3)) == [3, 2, 1]
    it = native.Countdown(1)
    assert iter(it) is it and next(it) == 1 and next(it, "end") == "end"
    assert kind(next, it) is StopIteration and kind(it.__next__) is StopIteration


def test_iterator_that_fails():
    it = native.Countdown(14)
    assert next(it) == 14
    raises(next, ValueError, "unlucky", it)
    assert next(it) == 12


def test_iterator_is_an_abstract_iterator():
    assert isinstance(native.Countdown(1), collections.abc.Iterator)
    assert isinstance(native.Numbers([]), collections.abc.Sized)
    assert isinstance(native.Numbers([]), collections.abc.Container)
    assert isinstance(native.Numbers([]), collections.abc.Reversible) is hasattr(native.Numbers, "__iter__")


class Index:
    """An index that counts how often it is asked; it may fail."""

    def __init__(self, value):
        self.value, self.asked = value, 0

    def __index__(self):
        self.asked += 1
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


@pytest.mark.parametrize("make", [lambda: native.Numbers(range(5)), lambda: native.Letters("abcde")])
def test_index_is_asked_once_and_its_errors_are_kept(make):
    for value in (1, -1):
        index = Index(value)
        assert make()[index] == make()[value] and index.asked == 1
    for error in (TypeError("mine"), ValueError("mine"), OverflowError("mine"), KeyError("mine")):
        index = Index(error)
        got = outcome(lambda: make()[index]).error
        assert type(got) is type(error) and "mine" in str(got) and index.asked == 1
    for key, name in ((2**70, "int"), (Index(-(2**70)), "Index")):
        got = outcome(lambda: make()[key]).error
        assert type(got) is IndexError and str(got).endswith("cannot fit '%s' into an index-sized integer" % name)
