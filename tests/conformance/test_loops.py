
from conformance import loops
from support import PYPY, Raiser, collect, outcome, raises, resident, same


def reprs(items):
    return [repr(x) for x in items]


def test_over_lists():
    for items in ([], [1], ["a", None, 2.5], list(range(500))):
        same(loops.over_list, reprs, items)


def test_over_tuples():
    for items in ((), (1,), ("a", None), tuple(range(500))):
        same(loops.over_tuple, reprs, items)


def test_over_any_iterable():
    for items in ([1, 2], (1, 2), "abc", {1: 2}, range(3), b"ab"):
        same(loops.over_any, reprs, items)
    assert loops.over_any({7}) == ["7"]
    assert loops.over_any(i * i for i in range(4)) == ["0", "1", "4", "9"]


def test_over_what_is_not_iterable():
    for wrong in (5, None, object()):
        same(loops.over_any, iter, wrong)


def test_over_sequence_protocol():
    class S:
        def __getitem__(self, index):
            if index > 3:
                raise IndexError
            return index

    assert loops.over_any(S()) == ["0", "1", "2", "3"]


def test_over_rust_values():
    for count in (0, 1, 10, 1000):
        total = sum(range(count))
        assert loops.over_rust(count) == (total, total + count, total, 0)


def test_break_and_continue():
    assert loops.until([1, None, 2, "stop", 3], "stop") == [1, 2]
    assert loops.until([None, None], "stop") == []
    assert loops.until(iter(["stop", 1]), "stop") == []


def test_break_leaves_the_rest():
    iterator = iter([1, 2, 3, 4])
    assert loops.until(iterator, 2) == [1]
    assert list(iterator) == [3, 4]


def test_error_in_the_body():
    iterator = iter([1, 2, "x", 4])
    assert type(outcome(loops.total, iterator).error) is TypeError
    assert list(iterator) == [4]


def test_iterator_that_raises():
    error = KeyError("in the middle")

    def generate():
        yield 1
        yield 2
        raise error

    assert outcome(loops.total, generate()).error is error
    assert outcome(loops.next_items, generate(), 5).error is error


def test_iter_that_raises():
    error = KeyError("at the start")
    assert outcome(loops.total, Raiser(error)).error is error


def test_iter_that_returns_no_iterator():
    class C:
        def __iter__(self):
            return 5

    same(loops.total, iter, C(), message=not PYPY)


def test_stop_iteration_with_a_value():
    def generate():
        yield 1
        return "result"

    assert loops.total(generate()) == 1
    assert loops.next_items(generate(), 3) == [1, None, None]


def test_stop_iteration_subclass():
    class Stop(StopIteration):
        pass

    class It:
        def __iter__(self):
            return self

        def __next__(self):
            raise Stop

    assert loops.total(It()) == 0


def test_exhausted_iterator_stays_so():
    iterator = iter([1])
    assert loops.next_items(iterator, 4) == [1, None, None, None]
    assert loops.total(iterator) == 0


def test_nested_loops():
    assert loops.pairs([[1, 2], [], [3, None, 100], [4]]) == 10


def test_escape():
    items = ["a", "abc", "ab"]
    assert loops.longest(items) is items[1]
    assert loops.longest([]) is None


def test_a_loop_does_not_grow_the_frame():
    for items in (range(10), range(10000), [1] * 100):
        before, after = loops.growth(items)
        # The iterator, not the items.
        assert after - before == 1


def test_closure_form():
    assert loops.for_each_closure([1, 2, 3]) == 6
    assert type(outcome(loops.for_each_closure, [1, "x"]).error) is TypeError


def test_next():
    assert loops.next_items([5, 6], 3) == [5, 6, None]
    assert type(outcome(loops.next_items, ["x"], 1).error) is TypeError


def test_plain_iterator():
    iterator = iter([1, 2, 3])
    next(iterator)
    assert loops.remaining(iterator) == [2, 3]
    raises(loops.remaining, TypeError, "argument 'iterator': expected iterator, got list", [1])


def test_make_iterator():
    items = [1, 2]
    iterator = loops.make_iterator(items)
    assert list(iterator) == [1, 2]
    same(loops.make_iterator, iter, 5)


def test_detach_in_every_round():
    assert loops.detaching(500) == sum(range(500))


def test_nested_scopes():
    text = len("one handle of each scope")
    for depth in (0, 1, 10, 200):
        assert loops.scopes(depth) == depth * text + min(depth, 1)


def test_escape_from_nested_scopes():
    assert loops.escaped(10**10) == (10**10, 1)


def test_list_grows_under_the_loop():
    items = [1, 2, 3]

    def callback(item):
        if len(items) < 10:
            items.append(item)

    assert loops.each(items, callback) == 10


def test_list_shrinks_under_the_loop():
    items = list(range(10))
    assert loops.each(items, lambda item: items.pop()) == 5
    items = [[] for _ in range(10)]
    assert loops.each(items, lambda item: items.clear()) == 1


def test_generator_is_closed_when_nobody_wants_it():
    closed = []

    def generate():
        try:
            yield 1
            yield "x"
        finally:
            closed.append(True)

    assert type(outcome(loops.total, generate()).error) is TypeError
    collect()
    assert closed == [True]


def growth_of(function):
    """How many bytes a call adds to the process, after calls that warm up."""
    for _ in range(4 if PYPY else 1):  # PyPy first sizes its heap
        function()
        collect()
    before = resident()
    function()
    collect()
    return resident() - before


def test_a_million_items():
    def run():
        assert loops.total(i for i in range(1_000_000)) == sum(range(1_000_000))

    grown = growth_of(run)
    print(f"one million items grew the process by {grown / 1e6:.2f} MB")
    assert grown < 5_000_000, grown


def test_a_million_handles():
    def run():
        before, after = loops.growth(range(340_000))
        assert after - before == 1

    grown = growth_of(run)
    print(f"one million handles grew the process by {grown / 1e6:.2f} MB")
    assert grown < 5_000_000, grown
