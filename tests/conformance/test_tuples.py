import sys

import pytest
from conformance import tuples
from support import outcome, raises, same

HUGE = sys.maxsize
MOST = 2 * sys.maxsize + 1


def test_of():
    item = object()
    assert tuples.of(item, 1) == (item, 1) and tuples.of(item)[0] is item
    assert tuples.of(*range(1000)) == tuple(range(1000))


def test_empty():
    assert tuples.empty() == () and type(tuples.empty()) is tuple
    assert tuples.of() == ()


def test_len():
    for items in ((), (1,), tuple(range(500))):
        same(tuples.len, len, items)


def test_get():
    items = (object(), 1)
    assert tuples.get(items, 0) is items[0] and tuples.get(items, 1) == 1


def test_get_out_of_range():
    for index in (2, HUGE, HUGE + 1, MOST):
        raises(tuples.get, IndexError, "tuple index out of range", (1, 2), index)


def test_slice():
    items = tuple(range(10))
    for start in (0, 3, 10, 15, HUGE, MOST):
        for end in (0, 3, 7, 10, 15, HUGE, MOST):
            assert tuples.slice(items, start, end) == items[start:end]


def test_to_list():
    for items in ((), (1, 2)):
        same(tuples.to_list, list, items)


def test_concat():
    for a, b in (((), ()), ((1,), ()), ((1,), (2, 3))):
        same(tuples.concat, lambda x, y: x + y, a, b)


def test_count_and_index():
    for item in (1, 2, "zz"):
        same(tuples.count, tuple.count, (1, 2, 1), item)
        same(tuples.index, tuple.index, (1, 2, 1), item, message=False)


def test_items_as_handles():
    items = tuple(object() for _ in range(300))
    assert tuples.backwards(items) == items[::-1]


def test_pair_of_handles():
    a, b = [], {}
    got = tuples.swap((a, b))
    assert got[0] is b and got[1] is a


def test_tuple_of_values():
    assert tuples.mixed((5, "a", True)) == (True, "a", 5)


def test_tuple_of_wrong_length():
    raises(tuples.swap, ValueError, "argument 'pair': expected a tuple of 2, got one of 3", (1, 2, 3))


def test_tuple_of_wrong_type():
    raises(tuples.swap, TypeError, "argument 'pair': expected tuple, got list", [1, 2])


def test_tuple_with_a_wrong_item():
    assert type(outcome(tuples.mixed, ("x", "a", True)).error) is TypeError
    assert type(outcome(tuples.mixed, (5, 5, True)).error) is TypeError


def test_lengths():
    assert tuples.lengths() == ((1,), (1, 2), tuple(range(1, 13)))


def test_nested():
    assert tuples.nested(((1, 2), [("a", 0.5), ("b", 1)])) == (3, ["a", "b"], 1.5)
    with pytest.raises(TypeError):
        tuples.nested(((1, 2), [("a", "b")]))


def test_named_tuple():
    import collections

    Point = collections.namedtuple("Point", "x y")
    assert tuples.swap(Point(1, 2)) == (2, 1)
    assert tuples.len(Point(1, 2)) == 2
