import collections
import operator

import pytest
from conformance import dicts
from support import PYPY, Raiser, agree, outcome, raises, same


class Key:
    """A key that is compared in Python."""

    def __init__(self, value, error=None):
        self.value = value
        self.error = error

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.error:
            raise self.error
        return self.value == other.value


def test_new():
    assert dicts.new() == {} and type(dicts.new()) is dict and dicts.new() is not dicts.new()


def test_len():
    for d in ({}, {1: 2}, dict.fromkeys(range(500))):
        same(dicts.len, len, d)


def test_get():
    value = object()
    assert dicts.get({"k": value}, "k") is value
    assert dicts.get({None: 1, 1.5: 2}, 1.5) == 2


def test_get_missing_key():
    for key in ("k", 5, None, (1, 2), "", "é"):
        native = outcome(dicts.get, {}, key)
        agree(native, outcome(operator.getitem, {}, key))
        assert native.error.args == (key,)


def test_get_missing_tuple_key():
    error = outcome(dicts.get, {}, (1, 2)).error
    assert error.args == ((1, 2),)


def test_get_missing_text_key():
    same(dicts.get_text, operator.getitem, {}, "missing")
    assert dicts.get_text({"a": 1}, "a") == 1


def test_get_unhashable():
    same(dicts.get, operator.getitem, {}, [], message=not PYPY)


def test_get_does_not_call_missing():
    class D(dict):
        def __missing__(self, key):
            return "made"

    assert type(outcome(dicts.get, D(), 1).error) is KeyError
    assert type(outcome(dicts.get, collections.defaultdict(list), 1).error) is KeyError


def test_get_with_a_key_whose_comparison_raises():
    error = OSError("mine")
    d = {Key(1, error): "a"}
    assert outcome(dicts.get, d, Key(2, error)).error is error
    assert outcome(dicts.find, d, Key(2, error)).error is error
    assert outcome(dicts.contains, d, Key(2, error)).error is error
    assert outcome(dicts.set, d, Key(2, error), 0).error is error


def test_find():
    assert dicts.find({"k": None}, "k") == (True, None)
    assert dicts.find({}, "k") == (False, None)
    assert dicts.find({Key(1): "a"}, Key(1)) == (True, "a")
    same(dicts.find, operator.getitem, {}, [], message=not PYPY)


def test_find_int():
    assert dicts.find_int({"k": 2**40}, "k") == 2**40
    assert dicts.find_int({}, "k") is None
    for d, key, error in (({"k": "x"}, "k", TypeError), ({"k": 2**64}, "k", OverflowError), ({}, [], TypeError)):
        assert type(outcome(dicts.find_int, d, key).error) is error


def test_set():
    for d, key in (({}, "k"), ({"k": 1}, "k"), ({1: 2}, True), ({}, None)):
        same(dicts.set, dict.__setitem__, d, key, "new")


def test_set_unhashable():
    same(dicts.set, dict.__setitem__, {}, [], 1, message=not PYPY)


def test_set_rust_values():
    d = {}
    dicts.set_text(d, "é", "ü")
    dicts.set_int(d, "n", 2**40)
    assert d == {"é": "ü", "n": 2**40}
    same(dicts.set_int, dict.__setitem__, {}, [], 1, message=not PYPY)


def test_del():
    for d, key in (({"k": 1}, "k"), ({}, "k"), ({}, [])):
        same(dicts.del_item, operator.delitem, d, key, message=not PYPY)


def test_contains():
    for d, key in (({"k": None}, "k"), ({}, "k"), ({}, [])):
        same(dicts.contains, operator.contains, d, key, message=not PYPY)


def test_set_default():
    for d, key in (({"k": 1}, "k"), ({}, "k"), ({}, [])):
        same(dicts.set_default, dict.setdefault, d, key, "default", message=not PYPY)


def test_clear():
    same(dicts.clear, dict.clear, {1: 2})


def test_copy():
    d = {1: [], 2: 3}
    got = dicts.copy(d)
    assert got == d and got is not d and got[1] is d[1] and type(got) is dict


def test_update():
    for other in ({}, {"k": "new"}, collections.OrderedDict(a=1), collections.ChainMap({"k": 9})):
        same(dicts.update, dict.update, {"k": 1}, other)


def test_update_if_missing():
    d = {"k": 1}
    dicts.update_if_missing(d, {"k": 2, "z": 3})
    assert d == {"k": 1, "z": 3}
    dicts.update_if_missing(d, collections.ChainMap({"k": 5, "y": 6}))
    assert d == {"k": 1, "z": 3, "y": 6}


def test_update_errors():
    for update in (dicts.update, dicts.update_if_missing):
        assert type(outcome(update, {}, 5).error) in (AttributeError, TypeError)


def test_update_with_keys_that_raise():
    error = OSError("mine")

    class M:
        def keys(self):
            raise error

    assert outcome(dicts.update, {}, M()).error is error


def test_keys_values_items():
    for d in ({}, {1: "a", 2: "b"}, dict.fromkeys(range(100))):
        assert dicts.keys(d) == list(d.keys())
        assert dicts.values(d) == list(d.values())
        assert dicts.items(d) == list(d.items())
        assert type(dicts.items(d)) is list


def test_iteration_in_order():
    d = {"z": 1, "a": 2}
    d["m"] = 3
    del d["a"]
    d["a"] = 4
    assert dicts.entries(d) == list(d.items())


def test_iteration_of_many():
    d = {i: str(i) for i in range(1000)}
    assert dicts.entries(d) == list(d.items())
    assert dicts.swapped(d) == {v: k for k, v in d.items()}


def test_iteration_while_the_dict_grows():
    d = {1: 2, 3: 4}

    def native():
        dicts.each(d, lambda k, v: d.setdefault(k + 100, v))

    raises(native, RuntimeError, "dictionary changed size during iteration")


def test_iteration_while_the_dict_shrinks():
    d = {i: i for i in range(50)}
    raises(lambda: dicts.each(d, lambda k, v: d.clear()), RuntimeError, "dictionary changed size during iteration")


def test_iteration_while_values_change():
    d = {i: i for i in range(50)}
    dicts.each(d, lambda k, v: d.__setitem__(k, -v))
    assert d == {i: -i for i in range(50)}


def test_iteration_callback_raises():
    error = KeyError("stop")

    def callback(key, value):
        raise error

    assert outcome(dicts.each, {1: 2}, callback).error is error


def test_count_words():
    words = "a b a c b a".split()
    assert dicts.count_words(words) == dict(collections.Counter(words))
    with pytest.raises(TypeError):
        dicts.count_words([[]])


def test_subclass_without_its_overrides():
    class D(dict):
        def __getitem__(self, key):
            return "overridden"

    assert dicts.get(D(k=1), "k") == 1
    assert dicts.len(collections.OrderedDict(a=1)) == 1


def test_wrong_type():
    raises(dicts.len, TypeError, "argument 'dict': expected dict, got list", [])


def test_values_that_raise_are_not_touched():
    d = {"k": Raiser(OSError("x"))}
    assert dicts.get(d, "k") is d["k"]
