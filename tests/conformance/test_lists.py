import sys

import pytest
from conformance import lists
from support import PYPY, Raiser, identical, outcome, raises, same

HUGE = sys.maxsize
MOST = 2 * sys.maxsize + 1  # the largest usize


def test_new():
    first, second = lists.new(), lists.new()
    assert first == [] and type(first) is list and first is not second


def test_of():
    item = object()
    got = lists.of(item, 1, item)
    assert got == [item, 1, item] and got[0] is item
    assert lists.of() == []
    assert lists.of(*range(1000)) == list(range(1000))


def test_from_rust_iterator():
    assert lists.from_range(0) == [] and lists.from_range(1000) == list(range(1000))


def test_len():
    for items in ([], [1], list(range(1000))):
        same(lists.len, len, items)


def test_get():
    items = [object(), 1, "a"]
    for i in range(3):
        assert lists.get(items, i) is items[i]


def test_get_out_of_range():
    for index in (3, 100, HUGE, HUGE + 1, MOST):
        raises(lists.get, IndexError, "list index out of range", [1, 2, 3], index)
    raises(lists.get, IndexError, "list index out of range", [], 0)


def test_negative_index_is_not_a_usize():
    with pytest.raises(OverflowError):
        lists.get([1], -1)


def test_get_converts():
    assert lists.get_int([1, 2**40], 1) == 2**40
    with pytest.raises(TypeError):
        lists.get_int(["x"], 0)


def test_set():
    for index in range(3):
        same(lists.set, list.__setitem__, [1, 2, 3], index, "new")


def test_set_out_of_range():
    for index in (3, HUGE, HUGE + 1, MOST):
        raises(lists.set, IndexError, "list assignment index out of range", [1, 2, 3], index, 0)


def test_append():
    for item in (1, None, []):
        same(lists.append, list.append, [1], item)


def test_append_to_itself():
    items = []
    lists.append(items, items)
    assert items[0] is items
    items.clear()


def test_append_rust_values():
    items = []
    lists.append_values(items)
    assert identical(items, [1, 2.5, "three", True, None, (4, "five"), [6, 7]])


def test_append_many():
    items = []
    for i in range(1000):
        lists.append(items, i)
    assert items == list(range(1000))


def test_insert():
    for index in (0, 1, 3, 5, -1, -3, -5, HUGE, -HUGE - 1):
        same(lists.insert, list.insert, [1, 2, 3], index, "new")


def test_slice():
    items = list(range(10))
    for start in (0, 3, 10, 15, HUGE, MOST):
        for end in (0, 3, 7, 10, 15, HUGE, MOST):
            assert lists.slice(items, start, end) == items[start:end]


def test_slice_is_a_copy():
    items = [1, 2]
    got = lists.slice(items, 0, 2)
    got.append(3)
    assert items == [1, 2]


def test_set_slice():
    def oracle(items, start, end, new):
        items[start:end] = new

    for start, end in ((0, 0), (0, 2), (1, 3), (3, 3), (2, 1), (5, 9), (0, HUGE), (0, MOST)):
        for new in ([], ["a"], ["a", "b", "c", "d"], ("t",), "str", range(2)):
            same(lists.set_slice, oracle, [1, 2, 3], start, end, new)


def test_set_slice_with_itself():
    items = [1, 2, 3]
    lists.set_slice(items, 1, 2, items)
    assert items == [1, 1, 2, 3, 3]


def test_set_slice_errors():
    def oracle(items, start, end, new):
        items[start:end] = new

    same(lists.set_slice, oracle, [1], 0, 1, 5, message=False)
    error = OSError("mine")
    assert outcome(lists.set_slice, [1], 0, 1, Raiser(error)).error is error


def test_del_slice():
    def oracle(items, start, end):
        del items[start:end]

    for start, end in ((0, 0), (0, 2), (1, 3), (2, 1), (5, 9), (0, HUGE), (0, MOST)):
        same(lists.del_slice, oracle, [1, 2, 3], start, end)


def test_del():
    def oracle(items, index):
        del items[index]

    for index in range(3):
        same(lists.del_item, oracle, [1, 2, 3], index)
    for index in (3, HUGE, MOST):
        assert type(outcome(lists.del_item, [1, 2, 3], index).error) is IndexError


def test_remove():
    for item in (1, 2, 2.0, "x"):
        same(lists.remove, list.remove, [3, 2, 1, 2], item, message=not PYPY)


def test_pop():
    items = [1, 2]
    assert [lists.pop(items), lists.pop(items), lists.pop(items)] == [2, 1, None] and items == []


def test_extend():
    for new in ([], [1], (1, 2), "ab", range(3), {1: 2}, iter([7])):
        items = [0]
        expected = [0] + (list(new) if not hasattr(new, "__next__") else [7])
        lists.extend(items, new)
        assert items == expected
    with pytest.raises(TypeError):
        lists.extend([], 5)


def test_extend_with_itself():
    items = [1, 2]
    lists.extend(items, items)
    assert items == [1, 2, 1, 2]


def test_clear():
    same(lists.clear, list.clear, [1, 2])


def test_sort():
    for items in ([], [3, 1, 2], ["b", "a"], [1.5, 1, float("inf")], list(range(100, 0, -1))):
        same(lists.sort, list.sort, items)


def test_sort_is_stable():
    items = [1.0, True, 1]
    lists.sort(items)
    assert identical(items, [1.0, True, 1])


def test_sort_errors():
    same(lists.sort, list.sort, [1, "a"], message=not PYPY)
    error = OSError("mine")
    assert outcome(lists.sort, [Raiser(error), Raiser(error)]).error is error


def test_reverse():
    for items in ([], [1], [1, 2, 3]):
        same(lists.reverse, list.reverse, items)


def test_to_tuple():
    for items in ([], [1], list(range(100))):
        same(lists.to_tuple, tuple, items)


def test_count_and_index():
    items = [1, 2, 2.0, "a"]
    for item in (1, 2, "a", "zz"):
        same(lists.count, list.count, items, item)
        same(lists.index, list.index, items, item, message=False)


def test_items_as_handles():
    items = [object() for _ in range(300)]
    got = lists.backwards(items)
    assert got == items[::-1] and got is not items


def test_ints_in_bulk():
    for items in ([], [1], list(range(-100, 100)), [2**63 - 1, -(2**63)], [True, False]):
        assert lists.to_ints(items) == items


def test_ints_in_bulk_errors():
    assert type(outcome(lists.to_ints, [1, "x"]).error) is TypeError
    assert type(outcome(lists.to_ints, [1, 1.5]).error) is TypeError
    assert type(outcome(lists.to_ints, [1, 2**63]).error) is OverflowError


def test_floats_in_bulk():
    for items in ([], [0.5], [-0.0, float("inf"), float("nan"), 5e-324]):
        assert identical(lists.to_floats(items), items)
    assert identical(lists.to_floats([1, 2**53 + 1, True]), [1.0, float(2**53 + 1), 1.0])


def test_floats_in_bulk_errors():
    assert type(outcome(lists.to_floats, [1.5, "x"]).error) is TypeError
    assert type(outcome(lists.to_floats, [10**400]).error) is OverflowError


def test_bulk_read_while_the_list_changes():
    items = []

    class Shrink:
        def __index__(self):
            del items[2:]
            return 7

        def __float__(self):
            del items[2:]
            return 7.5

    items[:] = [1, Shrink(), 3, 4]
    assert lists.to_ints(items) == [1, 7]
    items[:] = [1, Shrink(), 3, 4]
    assert lists.to_floats(items) == [1.0, 7.5]


def test_plain_iterator():
    assert lists.sum_iter(list(range(1000))) == sum(range(1000))
    with pytest.raises(TypeError):
        lists.sum_iter([1, None])


def test_conversion_that_fails_halfway():
    with pytest.raises(UnicodeEncodeError):
        lists.from_failing("\udc80")
    assert lists.from_failing("ok") == [0, 1, 2, "ok"]


def test_list_changes_under_the_loop():
    items, seen = [1, 2, 3], []

    def callback(item):
        seen.append(item)
        if item == 2:
            items.append("late")

    assert lists.drain(items, callback) == 4
    assert seen == [1, 2, 3, "late"] and items == []


def test_wrong_type():
    for wrong in ((), "a", None, {}):
        raises(lists.len, TypeError, f"argument 'list': expected list, got {type(wrong).__name__}", wrong)


def test_subclass_without_its_overrides():
    class L(list):
        def __len__(self):
            return 99

        def append(self, item):
            raise AssertionError("not called")

    mine = L([1, 2])
    assert lists.len(mine) == 2
    lists.append(mine, 3)
    assert list.__len__(mine) == 3


def test_operations_on_the_list_pass_a_subclass_by():
    def overridden(self, *args):
        raise KeyError("overridden")

    class Sub(list):
        __len__ = overridden
        # PyPy's function that deletes a slice asks the object.
        if not PYPY:
            __delitem__ = overridden

    items = Sub([1, 2, 3])
    lists.del_item(items, 1)
    assert list.__eq__(items, [1, 3])
    raises(lists.del_item, IndexError, "list assignment index out of range", items, 2)
