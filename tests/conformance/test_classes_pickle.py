"""`#[class(pickle)]`: every protocol, copy, deepcopy, other processes, other interpreters."""

import copy
import pickle
import sys
import weakref

import pytest
from conformance import classes_pickle as c
from support import CPYTHON, collect, ok, only, outcome

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
WAYS = [lambda x, p=p: pickle.loads(pickle.dumps(x, p)) for p in PROTOCOLS]
WAYS += [lambda x: pickle._loads(pickle._dumps(x)), copy.copy, copy.deepcopy]
IDS = [f"protocol {p}" for p in PROTOCOLS] + ["in Python", "copy", "deepcopy"]
ways = pytest.mark.parametrize("way", WAYS, ids=IDS)


class Sub(c.Point):
    def __init__(self, *args):
        self.more = [1]


class SubGraph(c.Graph):
    pass


@ways
def test_values(way):
    p = c.Point("1.5 -2")
    q = way(p)
    assert type(q) is c.Point and q is not p and q == p and (q.x, q.y, q.name) == (1.5, -2.0, "1.5 -2")


@ways
def test_atomics_and_locks(way):
    a = c.Cell()
    a.number, a.count, a.words = 2.5, -3, ["x", "\u20ac"]
    b = way(a)
    assert (b.number, b.count, b.words) == (2.5, -3, ["x", "\u20ac"])
    b.count = 9
    assert a.count == -3


@ways
def test_tuple_struct(way):
    assert way(c.Wrapped([1, 2**40])) == c.Wrapped([1, 2**40]) and way(c.Wrapped([])).inner == []


@ways
def test_unit_struct(way):
    assert type(way(c.Nothing())) is c.Nothing


@ways
def test_by_hand(way):
    assert way(c.Record(7)).value == 7


@ways
def test_python_class_over_it(way):
    s = Sub("3 4")
    t = way(s)
    assert type(t) is Sub and t == s and t.more == [1] and t.__dict__ == {"more": [1]}


@ways
def test_unset_field(way):
    g = way(c.Graph("g"))
    assert g.name == "g" and type(outcome(lambda: g.next).error) is AttributeError
    assert g.parts == [] and g.by_name == []


@ways
def test_field(way):
    g = c.Graph("g")
    g.next = [1, "x"]
    assert way(g).next == [1, "x"]
    g.next = None
    assert way(g).next is None


@ways
def test_containers(way):
    g = c.Graph("g")
    g.add(c.Graph("a"))
    g.add(c.Graph("b"))
    g.put("k", 5)
    h = way(g)
    assert [p.name for p in h.parts] == ["a", "b"] and h.by_name == [("k", 5)]
    h.add(c.Graph("c"))
    assert len(g.parts) == 2


@ways
def test_dict(way):
    g = c.Graph("g")
    g.extra = {"a": [1]}
    h = way(g)
    assert h.extra == {"a": [1]} and h.__dict__ is not g.__dict__


@pytest.mark.parametrize("way", WAYS[:-2] + WAYS[-1:], ids=IDS[:-2] + IDS[-1:])
def test_cycles(way):
    g = SubGraph("g")
    g.next = g
    g.me = [g]
    g.add(g)
    g.put("g", g)
    h = way(g)
    assert type(h) is SubGraph and h is not g
    assert h.next is h and h.me[0] is h and h.parts[0] is h and h.by_name[0][1] is h


def test_copy_is_shallow():
    g, item = c.Graph("g"), []
    g.next = item
    assert copy.copy(g).next is item and copy.deepcopy(g).next is not item


def test_shared_objects_stay_shared():
    g, item = c.Graph("g"), []
    g.next = item
    g.other = item
    h = pickle.loads(pickle.dumps(g))
    assert h.next is h.other


@pytest.mark.parametrize("state", [None, 1, (), ([],), ([(), [], {}], 5), ([1, [], {}], None), ([(), [], 1], None),
                                   ([(), 1, {}], None), ((), None)])
def test_wrong_state(state):
    g = c.Graph("g")
    got = outcome(g.__setstate__, state)
    assert isinstance(got.error, (TypeError, ValueError, IndexError)), got
    g.next = 1
    assert g.parts == []


def test_state_with_a_foreign_object():
    g = c.Graph("g")
    got = outcome(g.__setstate__, ([(), [g, 1], {}], None))
    assert type(got.error) is TypeError and g.parts == []


@pytest.mark.parametrize("values", [None, (), (1.0,), (1.0, 2.0, 3.0), (1.0, "x", None), [1.0, 2.0, None], (1.0,) * 9])
def test_wrong_values(values):
    assert isinstance(outcome(c.Point._hstack_restore, values).error, (TypeError, ValueError))


def test_message_for_another_version():
    got = outcome(c.Point._hstack_restore, (1.0,)).error
    assert str(got) == "a 'Point' is made from 3 values, not from 1: it was pickled by another version"


def test_a_value_that_cannot_be_pickled():
    g = c.Graph("g")
    g.next = lambda: None
    assert outcome(pickle.dumps, g).error is not None
    assert copy.copy(g).next is g.next


def test_nothing_is_kept():
    g = c.Graph("g")
    weak = weakref.ref(pickle.loads(pickle.dumps(g)))
    collect()
    assert weak() is None


def test_another_process():
    code = """
import pickle, sys
from conformance import classes_pickle as c
x = pickle.loads(bytes.fromhex(sys.argv[1]))
assert x == c.Point("1 2") and type(x) is c.Point
x = pickle.loads(pickle.dumps([x, x]))
assert x[0] is x[1]
sys.stdout.write(pickle.dumps(x).hex())
"""
    back = pickle.loads(bytes.fromhex(ok(code, pickle.dumps(c.Point("1 2")).hex())))
    assert back[0] is back[1] and back[0] == c.Point("1 2")


def test_multiprocessing():
    code = """
import multiprocessing
from conformance import classes_pickle as c
def twice(p):
    return c.Point(f"{p.x * 2} {p.y * 2}")
if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        got = pool.map(twice, [c.Point(f"{i} 1") for i in range(8)])
    assert [(p.x, p.y) for p in got] == [(i * 2.0, 2.0) for i in range(8)]
"""
    ok(code)


@only(CPYTHON and sys.version_info >= (3, 14))
def test_another_interpreter():
    from concurrent import interpreters

    interpreter = interpreters.create()
    try:
        interpreter.exec(f"import sys; sys.path[:] = {sys.path!r}")
        interpreter.prepare_main(data=pickle.dumps(c.Point("1 2")))
        interpreter.exec("import pickle; from conformance import classes_pickle as c; x = pickle.loads(data); assert x == c.Point('1 2')")
    finally:
        interpreter.close()


@ways
def test_what_a_base_has_is_kept(way):
    circle = c.Circle("c", 2.5, ["second"])
    circle.first, circle.note = ("first",), "note"
    circle.add(1)
    circle.add("two")
    twin = way(circle)
    assert type(twin) is c.Circle and twin is not circle
    assert (twin.name, twin.radius, twin.note) == ("c", 2.5, "note")
    assert (twin.first, twin.second, twin.all) == (("first",), ["second"], [1, "two"])
    twin.radius = 1.0
    twin.add(3)
    assert circle.radius == 2.5 and circle.all == [1, "two"]


@ways
def test_what_all_bases_have_is_kept(way):
    ring = c.Ring("r", 4.0)
    ring.second = {"a": 1}
    twin = way(ring)
    assert type(twin) is c.Ring
    assert (twin.name, twin.radius, twin.inner, twin.outer) == ("r", 5.0, 4.0, (1, "o"))
    assert (twin.first, twin.second, twin.all) == (None, {"a": 1}, [])


@pytest.mark.parametrize("way", WAYS[:-2] + WAYS[-1:], ids=IDS[:-2] + IDS[-1:])
def test_cycles_through_the_fields_of_a_base(way):
    circle = c.Circle("c", 1.0)
    circle.first = circle.second = circle
    circle.add(circle)
    twin = way(circle)
    assert twin is not circle and twin.first is twin and twin.second is twin and twin.all[0] is twin


def test_a_class_without_pickle_over_one_that_has_it():
    class Sub(c.Bare):
        pass

    message = ("cannot pickle '%s' object: a class whose base has `pickle` says itself what it is made from; "
               "write `#[class(pickle)]` for it too, or `__reduce__`")
    for bare in (c.Bare("b", 1), Sub("b", 1)):
        for save in [lambda x, p=p: pickle.dumps(x, p) for p in PROTOCOLS] + [pickle._dumps, copy.copy, copy.deepcopy]:
            got = outcome(save, bare).error
            assert type(got) is TypeError and str(got) == message % type(bare).__name__, got


def test_a_python_class_says_itself_what_it_is_made_from():
    copied = copy.copy(Own("b", 1))
    assert type(copied) is Own and copied.hidden == 7


class Own(c.Bare):
    def __reduce__(self):
        return Own, ("b", 7)


class PyTitle(c.Title):
    def __str__(self):
        return "another"

    def __getnewargs__(self):
        raise AssertionError


class PyLog(c.Log):
    pass


class PyLabels(c.Labels):
    pass


# What the base's part of an instance is made from, and how it is read.
BUILT_IN = [(c.Title, "x\u20ac\ud800", str.__str__), (PyTitle, "x" * 99, lambda t: t[:]), (c.Count, -(2**99), int.__int__),
            (c.Weight, -0.0, float.hex), (c.Weight, 5e-324, float.hex), (c.Phase, 1 - 2j, complex.__repr__),
            (c.Raw, b"\0\xff", bytes.hex), (c.Pair, (1, [2], "x"), lambda t: t[:]), (c.Pair, (), lambda t: t[:]),
            (c.Log, [1, ["x"]], lambda l: l[:]), (PyLog, [], lambda l: l[:]), (c.Labels, {"a": 1, 2: []}, dict.items),
            (PyLabels, {None: 0}, dict.items)]


@ways
@pytest.mark.parametrize("kind, value, read", BUILT_IN, ids=[f"{k.__name__}{i}" for i, (k, _, _) in enumerate(BUILT_IN)])
def test_built_in_bases(way, kind, value, read):
    thing = kind("tag", value)
    thing.other = ["other"]
    # A base with items leaves no room for a `__dict__`.
    if hasattr(thing, "__dict__"):
        thing.more = 5
    twin = way(thing)
    assert type(twin) is kind and twin is not thing
    assert read(twin) == read(kind("", value)) and (twin.tag, twin.other) == ("tag", ["other"])
    assert getattr(twin, "more", None) == getattr(thing, "more", None)
    assert type(read(twin)) is type(read(kind("", value)))


@pytest.mark.parametrize("way", WAYS[:-2] + WAYS[-1:], ids=IDS[:-2] + IDS[-1:])
def test_cycles_through_the_items_of_a_base(way):
    log, labels = PyLog("l", [1]), PyLabels("d", {})
    log.append(log)
    log.append(labels)
    labels["self"] = labels.other = labels
    labels["log"] = log
    twin = way(log)
    assert twin[0] == 1 and twin[1] is twin and twin[2]["log"] is twin
    assert twin[2]["self"] is twin[2] and twin[2].other is twin[2] and (twin.tag, twin[2].tag) == ("l", "d")


def test_wrong_values_for_a_built_in_base():
    for kind, values in [(c.Title, ()), (c.Title, ("x", "t")), (c.Count, (("x",), "t")), (c.Title, ((1, 2, 3, 4), "t")),
                         (c.Raw, (("text",), "t")), (c.Log, ((), "t"))]:
        assert isinstance(outcome(kind._hstack_restore, values).error, (TypeError, ValueError)), kind


def test_values_of_a_base_are_counted():
    got = outcome(c.Circle._hstack_restore, ("c",)).error
    assert str(got) == "a 'Circle' is made from 2 values, not from 1: it was pickled by another version"
    assert c.Circle._hstack_restore(("c", 2.0)).radius == 2.0
    state = c.Circle("c", 2.0, "s").__reduce__()[2][0]
    assert state == [(None,), [], ("s",)] or state == [(), [], ("s",)]


@ways
def test_values_that_change(way):
    account = c.Account(10, ["owner"])
    account.pay(3, "bread")
    twin = way(account)
    assert type(twin) is c.Account and (twin.balance, twin.log, twin.owner) == (7, ["bread"], ["owner"])
    twin.pay(7, "\u20ac")
    assert (twin.balance, account.balance, account.log) == (0, 7, ["bread"])


def test_values_are_not_saved_while_they_change():
    account = c.Account(1)
    got = outcome(account.during, lambda: pickle.dumps(account)).error
    assert type(got) is RuntimeError
    assert str(got).startswith("Account.__reduce__ cannot borrow this object, because Account.during is using it")
    assert pickle.loads(account.during(lambda: pickle.dumps(c.Account(5)))).balance == 5
