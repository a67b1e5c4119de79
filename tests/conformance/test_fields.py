"""Fields: what an instance refers to, one by one, in vectors and in maps. The collector is asked."""

import gc
import sys
import threading
import weakref
from random import Random

import pytest
from conformance import fields as c
from support import CPYTHON, FREE_THREADED, PYPY, collect, only, outcome, raises

# PyPy does not see into objects of extensions.
cpython = only(CPYTHON)


class Item:
    pass


def error(function, *args):
    return type(outcome(function, *args).error)


def referents(x):
    return [r for r in gc.get_referents(x) if not isinstance(r, type)]


def test_unset():
    t = c.Three()
    raises(lambda: t.first, AttributeError, "'Three' object has no value for 'first'")
    assert t.third is None


def test_set_in_the_constructor():
    item, inner = Item(), c.Three()
    t = c.Three(item, [1], inner)
    assert t.first is item and t.second == [1] and t.third is inner


def test_types_are_checked():
    t = c.Three()
    assert error(setattr, t, "second", (1,)) is TypeError and error(setattr, t, "third", 1) is TypeError
    assert error(c.Three, None, 1) is TypeError and error(c.Three, None, None, Item()) is TypeError


def test_constructor_sees_none_as_unset():
    assert error(lambda: c.Three(None).first) is AttributeError
    t = c.Three()
    t.first = None
    assert t.first is None


def test_store_and_load_keep_identity():
    t, items = c.Three(), [Item() for _ in range(5)]
    for item in items:
        t.first = item
        assert t.first is item


def test_take():
    item = Item()
    t = c.Three(item)
    assert t.take() is item and t.take() is None and error(lambda: t.first) is AttributeError


def test_replace():
    a, b = Item(), Item()
    t = c.Three(a)
    assert t.replace(b) is a and t.first is b and t.replace(None) is b and t.replace(a) is None and t.first is a


@only(CPYTHON and not FREE_THREADED)
def test_counts():
    item = Item()
    before = sys.getrefcount(item)
    t = c.Three(item)
    assert sys.getrefcount(item) == before + 1
    t.first = item
    assert sys.getrefcount(item) == before + 1
    t.first
    assert sys.getrefcount(item) == before + 1
    t.replace(item)
    assert sys.getrefcount(item) == before + 1
    t.take()
    assert sys.getrefcount(item) == before
    t.first = item
    del t
    assert sys.getrefcount(item) == before


@cpython
def test_referents_are_the_fields():
    a, b, inner = Item(), [1], c.Three()
    assert referents(c.Three()) == []
    assert referents(c.Three(a)) == [a]
    assert referents(c.Three(a, b, inner)) == [a, b, inner]


@cpython
def test_the_type_is_reported():
    expected = [c.Three] if sys.version_info >= (3, 9) else []
    assert [r for r in gc.get_referents(c.Three()) if isinstance(r, type)] == expected


@cpython
def test_tracked_when_there_are_fields():
    assert gc.is_tracked(c.Three()) and gc.is_tracked(c.Tree("t")) and gc.is_tracked(c.Shelf())


def test_owner_releases():
    item = Item()
    weak = weakref.ref(item)
    t = c.Three(item)
    del item
    collect()
    assert weak() is t.first
    del t
    collect()
    assert weak() is None


def test_overwriting_releases():
    item = Item()
    weak = weakref.ref(item)
    t = c.Three(item)
    del item
    t.first = 1
    collect()
    assert weak() is None


def test_finalizer_that_looks_at_the_owner():
    seen = []

    class Noisy:
        def __del__(self):
            seen.append(outcome(lambda: owner.first).value)
            owner.second = [len(seen)]

    owner = c.Three(Noisy())
    owner.first = "new"
    collect()
    assert seen == ["new"] and owner.second == [1]


def make_cycles():
    """One instance in a cycle through each kind of thing."""

    class Sub(c.Three):
        pass

    a, b = c.Three(), c.Three()
    a.third, b.third = b, a
    yield "two fields", a
    own = c.Three()
    own.third = own
    yield "itself", own
    listed = c.Three(None, [])
    listed.second.append(listed)
    yield "list", listed
    closed = c.Three()
    closed.first = lambda: closed
    yield "closure", closed
    sub = Sub()
    sub.me = sub
    yield "dict of a subclass", sub
    sub = Sub()
    sub.first = sub.__dict__
    sub.up = sub
    yield "field and dict", sub
    tree = c.Tree("t")
    tree.add(c.Tree("u"))
    yield "vector", tree
    tree = c.Tree("t")
    tree.add(tree)
    yield "vector of itself", tree
    shelf = c.Shelf()
    shelf.put("me", shelf)
    yield "map", shelf
    shelf = c.Shelf()
    shelf.put_number(1, [shelf])
    yield "map and list", shelf
    hidden = Item()
    hidden.box = c.closure_over(hidden)
    yield "no weak references", hidden


@cpython
@pytest.mark.parametrize("kind", [name for name, _ in make_cycles()])
def test_cycle_is_collected(kind):
    cycles = dict(make_cycles())
    weak = weakref.ref(cycles[kind])
    cycles.clear()
    collect()
    assert weak() is None


@cpython
def test_cycle_with_a_finalizer_that_resurrects():
    saved = []

    class Phoenix(c.Three):
        def __del__(self):
            saved.append(self)

    p = Phoenix()
    p.third, p.first = p, "kept"
    del p
    collect()
    assert len(saved) == 1 and saved[0].first == "kept" and saved[0].third is saved[0]
    weak = weakref.ref(saved[0])
    saved.clear()
    collect()
    assert weak() is None


@cpython
def test_weak_callback_in_a_cycle():
    called = []
    t = c.Three()
    t.third = t
    weak = weakref.ref(t, called.append)
    del t
    collect()
    assert called == [weak]


def test_vector():
    t, oracle = c.Tree("root"), []
    for name in "abc":
        child = c.Tree(name)
        t.add(child)
        oracle.append(child)
    assert t.children() == oracle and len(t) == 3 and t.child(1) is oracle[1]
    assert all(x.parent is t for x in t.children())
    child = c.Tree("d")
    t.insert(1, child)
    oracle.insert(1, child)
    assert t.children() == oracle
    t.set(0, child)
    oracle[0] = child
    assert t.remove(2) is oracle.pop(2) and t.children() == oracle
    assert t.replace(1, child) is oracle[1]
    oracle[1] = child
    assert t.children() == oracle
    assert t.pop() is oracle.pop() and t.children() == oracle
    t.clear()
    assert t.children() == [] and len(t) == 0 and t.pop() is None


def test_vector_out_of_range():
    t = c.Tree("t")
    for call in (lambda: t.child(0), lambda: t.set(0, t), lambda: t.replace(0, t), lambda: t.remove(0)):
        raises(call, IndexError, "index out of range")
    t.add(t)
    for call in (lambda: t.child(1), lambda: t.set(1, t), lambda: t.replace(1, t), lambda: t.remove(1)):
        assert error(call) is IndexError
    assert t.children() == [t]
    t.clear()


def test_vector_does_what_a_list_does():
    """The same operations on both, many of them, chosen by a fixed sequence."""
    t, oracle = c.Tree("t"), []
    pool = [c.Tree(str(n)) for n in range(10)]
    random = Random(5)
    for _ in range(3000):
        a, b, item = random.randrange(12), random.randrange(12), random.choice(pool)
        some = random.choices(pool, k=random.randrange(5))
        match_list = [
            (lambda: t.insert(a, item), lambda: oracle.insert(a, item)),
            (lambda: t.set(a, item), lambda: oracle.__setitem__(a, item)),
            (lambda: t.remove(a), lambda: oracle.pop(a)),
            (lambda: t.pop(), lambda: oracle.pop() if oracle else None),
            (lambda: t.child(a), lambda: oracle[a]),
            (lambda: t.splice(a, b, some), lambda: oracle.__setitem__(slice(a, b), some)),
            (lambda: t.splice(a, b, []), lambda: oracle.__delitem__(slice(a, max(a, b)))),
        ]
        ours, theirs = map(outcome, random.choice(match_list))
        assert ours.value is theirs.value and type(ours.error) is type(theirs.error)
        assert t.children() == oracle and len(t) == len(oracle)
        if len(oracle) > 12:
            t.clear()
            oracle.clear()


def test_loop_over_a_vector():
    t = c.Tree("t")
    assert t.names() == ["t"] and t.search("x") is None
    for name in "abc":
        t.add(c.Tree(name))
    t.child(1).add(c.Tree("inner"))
    assert t.names() == ["t", "a", "b", "inner", "c"]
    assert t.search("a") == 0 and t.search("c") == 2 and t.search("x") is None and len(t) == 3
    t.set(0, c.Tree("grow"))
    assert t.search("x") is None and [x.name for x in t.children()] == ["grow", "b", "c", "grow", "grow"]


def test_vector_of_another_type():
    t = c.Tree("t")
    assert error(t.add, c.Three()) is TypeError and len(t) == 0


def test_vectors_are_apart():
    a, b = c.Tree("a"), c.Tree("b")
    a.add(c.Tree("x"))
    assert len(a) == 1 and len(b) == 0


def test_vector_releases():
    t, child = c.Tree("t"), c.Tree("c")
    weak = weakref.ref(child)
    t.insert(0, child)
    del child
    collect()
    assert weak() is t.child(0)
    t.clear()
    collect()
    assert weak() is None


@cpython
def test_referents_are_the_items_of_a_vector():
    t, items = c.Tree("t"), [c.Tree(name) for name in "abc"]
    assert referents(t) == []
    t.splice(0, 0, items)
    assert referents(t) == items
    assert t in gc.get_referrers(items[1])
    items[0].add(t)
    assert referents(t) == [items[0], *items]


@only(CPYTHON and not FREE_THREADED)
def test_counts_of_a_vector():
    t, x, y = c.Tree("t"), c.Tree("x"), c.Tree("y")
    before = sys.getrefcount(x), sys.getrefcount(y)

    def more():
        return sys.getrefcount(x) - before[0], sys.getrefcount(y) - before[1]

    steps = [
        (lambda: t.insert(0, x), (1, 0)),
        (lambda: t.splice(0, 1, [x, x, y]), (2, 1)),
        (lambda: t.replace(0, y), (1, 2)),
        (lambda: t.set(0, y), (1, 2)),
        (lambda: (t.children(), t.child(2)), (1, 2)),
        (lambda: t.remove(0), (1, 1)),
        (lambda: t.pop(), (1, 0)),
        (lambda: error(t.set, 5, y), (1, 0)),
        (lambda: error(t.replace, 5, y), (1, 0)),
        (lambda: t.clear(), (0, 0)),
        (lambda: t.splice(0, 0, [x, y]), (1, 1)),
    ]
    for number, (step, expected) in enumerate(steps):
        step()
        assert (number, more()) == (number, expected)
    del t, steps, step
    assert more() == (0, 0)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.clear(),
        lambda t: t.set(0, c.Tree("new")),
        lambda t: t.splice(0, 2, [c.Tree("new")]),
        lambda t: t.remove(0),
        lambda t: t.pop(),
    ],
)
def test_finalizer_that_changes_the_vector(change):
    """What is taken out is closed when the vector is whole again."""
    seen = []

    class Noisy(c.Tree):
        def __del__(self):
            seen.append([x.name for x in t.children()])
            t.insert(0, c.Tree("late"))
            if len(t) > 3:
                t.clear()

    t, oracle = c.Tree("t"), [Noisy("a")]
    t.insert(0, oracle.pop())
    change(t)
    collect()
    new = [x.name for x in t.children() if x.name == "new"]
    assert seen == [new] and [x.name for x in t.children()] == ["late"] + new


def test_finalizers_run_from_the_last_to_the_first():
    """As those of the items of a list do."""
    seen = []

    class Noisy(c.Tree):
        def __del__(self):
            seen.append(self.name)

    def names(keep):
        del seen[:]
        keep([Noisy(name) for name in "abcd"])
        collect()
        return list(seen)

    def in_a_vector(items):
        t = c.Tree("t")
        t.splice(0, 0, items)
        items.clear()
        t.clear()

    def in_a_list(items):
        inside = list(items)
        items.clear()
        inside.clear()

    assert sorted(names(in_a_vector)) == list("abcd")
    if CPYTHON:
        assert names(in_a_vector) == names(in_a_list)


@cpython
def test_collecting_while_threads_change_a_vector():
    t, pool = c.Tree("t"), [c.Tree(str(n)) for n in range(8)]
    stop, failed = threading.Event(), []

    def run(n):
        try:
            while not stop.is_set():
                t.splice(0, 3, pool[n:])
                t.insert(n, pool[n])
                t.pop()
                assert all(type(x) is c.Tree for x in t.children())
                if len(t) > 50:
                    t.clear()
                cycle = c.Tree("cycle")
                cycle.add(cycle)
        except BaseException as e:
            failed.append(e)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(8)]
    [x.start() for x in threads]
    for _ in range(100):
        gc.collect()
        assert set(referents(t)) <= set(pool)
    stop.set()
    [x.join() for x in threads]
    assert not failed


def test_threads_take_each_item_of_a_vector_once():
    t, taken = c.Tree("t"), [[] for _ in range(8)]

    def run(n):
        for i in range(300):
            t.insert(i, c.Tree(f"{n}.{i}"))
            taken[n].append(t.pop() if i % 3 else t.replace(0, c.Tree(f"{n}.{i}!")))
            taken[n].append(t.pop())

    threads = [threading.Thread(target=outcome, args=(run, n)) for n in range(8)]
    [x.start() for x in threads]
    [x.join() for x in threads]
    names = [x.name for own in taken for x in own if x is not None] + [x.name for x in t.children()]
    assert len(names) == len(set(names))


def test_map():
    s, oracle = c.Shelf(), {}
    for key in ["a", "b", "", "\u20ac"]:
        oracle[key] = item = Item()
        s.put(key, item)
    assert s.items() == list(oracle.items()) and len(s) == 4
    assert s.get("a") is oracle["a"] and s.get("zz") is None
    s.put("a", 5)
    oracle["a"] = 5
    s.remove("b")
    del oracle["b"]
    assert s.items() == list(oracle.items())
    assert error(s.remove, "b") is KeyError
    s.clear()
    assert s.items() == [] and len(s) == 0


def test_map_with_numbers():
    s = c.Shelf()
    s.put_number(2**40, "x")
    s.put_number(-1, "y")
    assert s.numbers() == [(2**40, "x"), (-1, "y")] and s.items() == []


def test_map_releases():
    s, item = c.Shelf(), Item()
    weak = weakref.ref(item)
    s.put("a", item)
    del item
    collect()
    assert weak() is s.get("a")
    del s
    collect()
    assert weak() is None


def test_long_vector():
    t = c.Tree("t")
    for i in range(2000):
        t.insert(0, c.Tree(str(i)))
    assert [x.name for x in t.children()] == [str(i) for i in reversed(range(2000))]


def test_deep_tree_is_freed():
    root = c.Tree("t")
    weak = weakref.ref(root)
    for i in range(2 if PYPY else 20_000):
        up = c.Tree("u")
        up.insert(0, root)
        root = up
    del root, up
    collect()
    assert weak() is None


def test_threads_on_one_field():
    t, items = c.Three(0), [Item() for _ in range(8)]
    failed = []

    def run(n):
        try:
            for _ in range(2000):
                t.first = items[n]
                got = t.first
                assert got == 0 or got in items
        except BaseException as e:
            failed.append(e)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(8)]
    [x.start() for x in threads]
    [x.join() for x in threads]
    assert not failed


def test_take_gives_each_value_once():
    t, taken = c.Three(), []
    done = threading.Event()

    def taker():
        while not done.is_set():
            got = t.take()
            if got is not None:
                taken.append(got)

    threads = [threading.Thread(target=taker) for _ in range(3)]
    [x.start() for x in threads]
    put = 0
    for i in range(3000):
        old = t.replace((i,))
        if old is not None:
            taken.append(old)
        put += 1
    done.set()
    [x.join() for x in threads]
    rest = t.take()
    assert sorted(x[0] for x in taken + ([rest] if rest else [])) == list(range(put))


def test_threads_on_one_vector():
    t = c.Tree("t")

    def run(n):
        for i in range(500):
            t.insert(0, c.Tree(f"{n}.{i}"))

    threads = [threading.Thread(target=run, args=(n,)) for n in range(4)]
    [x.start() for x in threads]
    [x.join() for x in threads]
    assert len(t) == 2000 and len({x.name for x in t.children()}) == 2000


@cpython
def test_collecting_while_threads_store():
    t = c.Three()
    stop = threading.Event()

    def run():
        while not stop.is_set():
            inner = c.Three(None, [t], t)
            t.third = inner
            t.second = [inner]

    threads = [threading.Thread(target=run) for _ in range(2)]
    [x.start() for x in threads]
    for _ in range(50):
        gc.collect()
        gc.get_referents(t)
    stop.set()
    [x.join() for x in threads]
    assert t.third.third is t


def test_slices_of_many_are_replaced():
    tree, expected = c.Tree("t"), []
    a, b, d = (c.Tree(name) for name in "abd")
    for start, end, items in [(0, 0, [a, b]), (1, 1, [d]), (0, 2, [b]), (1, 9, []), (5, 9, [a]), (0, sys.maxsize, [d])]:
        tree.splice(start, end, items)
        expected[start:end] = items
        assert tree.children() == expected
