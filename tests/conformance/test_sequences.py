import collections
import operator
import sys

from conformance import sequences
from support import PYPY, Raiser, outcome, raises, same

MOST = 2 * sys.maxsize + 1


class Native(collections.abc.MutableSequence):
    """A sequence written in Python."""

    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)

    def __add__(self, other):
        return Native(self.items + list(other))

    def __mul__(self, count):
        return Native(self.items * count)

    def __eq__(self, other):
        return isinstance(other, Native) and self.items == other.items


def test_is_sequence():
    for target in ([], (), "a", b"a", range(3), bytearray(), Native([]), collections.deque(), memoryview(b"")):
        assert sequences.is_sequence(target) is isinstance(target, collections.abc.Sequence)
    for target in ({}, set(), 5, None, iter([])):
        assert not sequences.is_sequence(target)


def test_get():
    for target in ([1, 2, 3], (1, 2, 3), "abc", b"abc", range(5), Native("xyz")):
        for index in range(3):
            same(sequences.get, operator.getitem, target, index)


def test_get_out_of_range():
    for target in ([1, 2, 3], (1, 2, 3), "abc", Native("xyz"), []):
        for index in (3, 100, sys.maxsize):
            same(sequences.get, operator.getitem, target, index, message=not PYPY)


def test_index_beyond_all_sequences():
    # Not the last item: an index of usize is never negative.
    for target in ([1, 2, 3], (1, 2, 3), "abc", Native("xyz")):
        for index in (MOST, sys.maxsize + 1):
            assert type(outcome(sequences.get, target, index).error) is IndexError


def test_set():
    for target in ([1, 2, 3], bytearray(b"abc")):
        for index in range(3):
            same(sequences.set, operator.setitem, target, index, 65)
    target = Native("abc")
    sequences.set(target, 1, "X")
    assert target.items == ["a", "X", "c"]


def test_set_errors():
    for target, index in (([1], 5), ((1,), 0), ("a", 0)):
        same(sequences.set, operator.setitem, target, index, 65, message=not PYPY)
    for index in (MOST, sys.maxsize + 1):
        target = [1, 2]
        assert type(outcome(sequences.set, target, index, 0).error) is IndexError and target == [1, 2]


def test_del():
    for index in range(3):
        same(getattr(sequences, "del"), operator.delitem, [1, 2, 3], index)


def test_del_errors():
    delete = getattr(sequences, "del")
    for target, index in (([1], 5), ((1,), 0), ("a", 0)):
        same(delete, operator.delitem, target, index, message=not PYPY)
    target = [1, 2]
    assert type(outcome(delete, target, MOST).error) is IndexError and target == [1, 2]


def test_slice():
    for target in ([1, 2, 3, 4], (1, 2, 3, 4), "abcd", b"abcd", range(4), Native("abcd")):
        for start in (0, 1, 4, 9, MOST):
            for end in (0, 2, 4, 9, MOST):
                same(sequences.slice, lambda s, a, b: s[a:b], target, start, end)


def test_slice_errors():
    assert type(outcome(sequences.slice, collections.deque([1]), 0, 1).error) is TypeError


def test_set_slice():
    def oracle(s, a, b, items):
        s[a:b] = items

    for new in ([], [9], [9, 8, 7], (5,), "ab"):
        for start, end in ((0, 0), (1, 2), (0, 9), (2, 1), (0, MOST)):
            same(sequences.set_slice, oracle, [1, 2, 3], start, end, new)
    same(sequences.set_slice, oracle, [1], 0, 1, 5, message=False)
    same(sequences.set_slice, oracle, (1,), 0, 1, [], message=False)


def test_del_slice():
    def oracle(s, a, b):
        del s[a:b]

    for start, end in ((0, 0), (1, 2), (0, 9), (2, 1), (0, MOST)):
        same(sequences.del_slice, oracle, [1, 2, 3], start, end)
    same(sequences.del_slice, oracle, (1,), 0, 1, message=False)


def test_concat():
    for a, b in (([1], [2]), ((1,), (2,)), ("a", "b"), (b"a", b"b"), (Native("a"), "b")):
        same(sequences.concat, operator.concat, a, b)


def test_concat_errors():
    for a, b in (([1], (2,)), ("a", 5), (range(1), [1]), ((), None)):
        same(sequences.concat, operator.concat, a, b, message=False)


def test_repeat():
    for target in ([1, 2], (1, 2), "ab", b"ab", [], Native("ab")):
        for count in (0, 1, 3):
            same(sequences.repeat, operator.mul, target, count)


def test_repeat_too_often():
    for target in ([1, 2], (1, 2), "ab", b"ab"):
        assert type(outcome(sequences.repeat, target, sys.maxsize).error) in (MemoryError, OverflowError)
        assert type(outcome(sequences.repeat, target, MOST).error) in (MemoryError, OverflowError)


def test_repeat_errors():
    assert type(outcome(sequences.repeat, range(3), 2).error) is TypeError


def test_in_place_concat():
    target = [1]
    assert sequences.in_place_concat(target, (2, 3)) is target and target == [1, 2, 3]
    same(sequences.in_place_concat, operator.iconcat, (1,), (2,))
    same(sequences.in_place_concat, operator.iconcat, "a", 5, message=False)


def test_in_place_repeat():
    target = [1, 2]
    assert sequences.in_place_repeat(target, 2) is target and target == [1, 2, 1, 2]
    assert sequences.in_place_repeat((1,), 2) == (1, 1)
    assert type(outcome(sequences.in_place_repeat, range(3), 2).error) is TypeError


def test_count():
    for target in ([1, 2, 1], (1, 2, 1), "abca", b"abca", range(5), Native([1, 2, 1])):
        for item in (1, "a", 97, None):
            if isinstance(target, (str, bytes)) and type(item) is not type(target[0]):
                continue
            same(sequences.count, lambda s, x: sum(1 for y in s if y is x or y == x), target, item)


def test_count_errors():
    error = OSError("mine")
    assert outcome(sequences.count, [Raiser(error)], 1).error is error


def test_index():
    for target in ([1, 2, 1], (1, 2, 1), range(5), Native([5, 1])):
        same(sequences.index, lambda s, x: list(s).index(x), target, 1)
        assert type(outcome(sequences.index, target, 77).error) is ValueError


def test_to_list_and_tuple():
    for target in ([1, 2], (1, 2), "ab", range(3), Native("ab"), {1: 2}, {3}):
        same(sequences.to_list, list, target)
        same(sequences.to_tuple, tuple, target)
    for function in sequences.to_list, sequences.to_tuple:
        assert list(function(i * i for i in range(3))) == [0, 1, 4]
    same(sequences.to_list, list, 5)
    same(sequences.to_tuple, tuple, 5)
    items = 1, 2
    assert sequences.to_tuple(items) is items and sequences.to_list([*items]) == [1, 2]


def test_to_list_errors():
    error = OSError("mine")

    class Bad(Native):
        def __iter__(self):
            raise error

    assert outcome(sequences.to_list, Bad([])).error is error
    assert outcome(sequences.to_tuple, Bad([])).error is error


def test_list_as_sequence():
    assert sequences.list_as_sequence([5, 6], 1) == 6
    raises(sequences.list_as_sequence, IndexError, "list index out of range", [5], 1)


def test_unpack():
    def oracle(object):
        a, b, c = object
        return c, b, a

    for target in ([1, 2, 3], (1, 2, 3), "abc", {1: 2, 3: 4, 5: 6}, range(3), iter([1, 2, 3]), {1: 1}, [], "ab", [1] * 9):
        expected = outcome(oracle, list(target) if not hasattr(target, "__next__") else [1, 2, 3])
        got = outcome(sequences.unpack_three, target)
        if expected.error is None:
            assert got.value == expected.value
        else:
            assert type(got.error) is ValueError


def test_unpack_messages():
    raises(sequences.unpack_three, ValueError, "not enough values to unpack (expected 3, got 2)", [1, 2])
    assert str(outcome(sequences.unpack_three, [1] * 9).error).startswith("too many values to unpack (expected 3")


def test_unpack_nothing():
    assert sequences.unpack_none([]) is None
    assert type(outcome(sequences.unpack_none, [1]).error) is ValueError


def test_unpack_errors():
    assert type(outcome(sequences.unpack_three, 5).error) is TypeError
    error = OSError("mine")
    assert outcome(sequences.unpack_three, Raiser(error)).error is error

    def generator():
        yield 1
        raise error

    assert outcome(sequences.unpack_three, generator()).error is error


def test_unpack_takes_no_more_than_one_item_too_many():
    taken = []

    def generator():
        for i in range(10):
            taken.append(i)
            yield i

    assert type(outcome(sequences.unpack_three, generator()).error) is ValueError
    assert taken == [0, 1, 2, 3]


def test_wrong_type():
    raises(sequences.get, TypeError, "argument 'sequence': expected Sequence, got dict", {}, 0)
