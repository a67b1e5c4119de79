import sys

from conformance import slices
from support import PYPY, Raiser, outcome, raises, same

PARTS = [None, 0, 1, 2, 5, -1, -3, -100, 100, sys.maxsize, -sys.maxsize - 1, 2**100, -(2**100)]


def test_new():
    for parts in ((None, None, None), (1, 2, 3), ("a", [], object())):
        got = slices.new(*parts)
        assert type(got) is slice and (got.start, got.stop, got.step) == parts


def test_new_of_rust_values():
    assert slices.every_other() == slice(1, None, 2)
    assert list(range(7))[slices.every_other()] == [1, 3, 5]


def test_indices():
    for start in PARTS:
        for stop in PARTS:
            for step in (None, 1, -1, 2, -2, 3, 100, -(2**100), 2**100):
                for length in (0, 1, 5, 10, sys.maxsize):
                    s = slice(start, stop, step)
                    expected = range(*s.indices(length))
                    got = slices.indices(s, length)
                    assert range(*got[:3]) == expected, (s, length, got)
                    assert abs(step or 1) > 100 or got[3] == len(expected)


def test_indices_errors():
    for s in (slice("a"), slice(None, 1.5), slice(None, None, "x"), slice(None, None, 0)):
        same(slices.indices, lambda s, n: s.indices(n), s, 5, message=False)
    error = OSError("mine")
    assert outcome(slices.indices, slice(Raiser(error)), 5).error is error


def test_index_method():
    class I:
        def __index__(self):
            return 2

    assert slices.indices(slice(I(), None), 5) == (2, 5, 1, 3)


def test_selected():
    for s in (slice(None), slice(1, 4), slice(None, None, -1), slice(8, 2, -3), slice(3, 3), slice(-3, None)):
        assert slices.selected(s, 10) == list(range(10))[s]


def test_parts():
    for parts in ((1, 2, 3), (None, "x", None)):
        assert slices.parts(slice(*parts)) == parts


def test_range():
    for args in ((0, 5, 1), (5, 0, -2), (0, 10**20, 3)):
        same(slices.range, range, *args)


def test_range_errors():
    for args in ((0, 5, 0), ("a", 5, 1), (0, 1.5, 1)):
        same(slices.range, range, *args, message=not PYPY)


def test_range_parts():
    assert slices.range_parts(range(1, 9, 2)) == (1, 9, 2)
    assert slices.range_list(range(5)) == [0, 1, 2, 3, 4]
    raises(slices.range_list, TypeError, "argument 'range': expected range, got list", [])
