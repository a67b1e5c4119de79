import operator

from conformance import sets
from support import PYPY, Raiser, outcome, raises, same


def test_new():
    assert sets.new() == set() and type(sets.new()) is set and sets.new() is not sets.new()


def test_from_rust_values():
    assert sets.from_ints([3, 1, 3]) == {1, 3}


def test_from_objects():
    for items in ([], [1, "a", None], [1, 1.0, True]):
        assert sets.from_objects(items) == set(items)
        got = sets.frozen_from(items)
        assert got == frozenset(items) and type(got) is frozenset


def test_from_unhashable():
    for make in (sets.from_objects, sets.frozen_from):
        same(make, set, [1, []], message=not PYPY)


def test_frozen():
    for items in ([], [1, 2], "abc", range(5), {1: 2}):
        same(sets.frozen, frozenset, items)


def test_frozen_errors():
    for items in (5, None, [[]]):
        same(sets.frozen, frozenset, items, message=not PYPY)
    error = OSError("mine")
    assert outcome(sets.frozen, Raiser(error)).error is error


def test_len():
    for items in (set(), {1}, set(range(1000))):
        same(sets.len, len, items)
        same(sets.frozen_len, len, frozenset(items))


def test_contains():
    for item in (1, 1.0, "x", None):
        same(sets.contains, operator.contains, {1, "a"}, item)
        same(sets.frozen_contains, operator.contains, frozenset([1, "a"]), item)


def test_contains_unhashable():
    same(sets.contains, operator.contains, {1}, [], message=not PYPY)
    same(sets.frozen_contains, operator.contains, frozenset([1]), [], message=not PYPY)


def test_add():
    for item in (1, 2, "a"):
        same(sets.add, set.add, {1}, item)
    same(sets.add, set.add, {1}, [], message=not PYPY)


def test_discard():
    items = {1, 2}
    assert sets.discard(items, 1) is True and items == {2}
    assert sets.discard(items, 1) is False and items == {2}
    same(sets.discard, set.discard, {1}, [], message=not PYPY)


def test_pop():
    items = {1, 2, 3}
    got = {sets.pop(items) for _ in range(3)}
    assert got == {1, 2, 3} and items == set()
    assert sets.pop(items) is None


def test_clear():
    same(sets.clear, set.clear, {1, 2})


def test_to_frozenset():
    for items in (set(), {1, 2}):
        same(sets.to_frozenset, frozenset, items)


def test_to_list():
    items = set(range(50))
    assert sorted(sets.to_list(items)) == list(range(50))


def test_comparison_that_raises():
    error = OSError("mine")

    class Key:
        def __hash__(self):
            return 7

        def __eq__(self, other):
            raise error

    items = {Key()}
    for function in (sets.contains, sets.add, sets.discard):
        assert outcome(function, items, Key()).error is error


def test_wrong_type():
    raises(sets.len, TypeError, "argument 'set': expected set, got frozenset", frozenset())
    raises(sets.frozen_len, TypeError, "argument 'set': expected frozenset, got set", set())
