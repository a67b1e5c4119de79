"""Instances of native classes, seen from the collector. (What classes can do is tested elsewhere.)"""

import gc
import sys
import weakref

import conformance
from conformance import Counter, Node, add, totals
from support import PYPY, collect, outcome


class Sub(Node):
    """A class of Python over a native one; there can be weak references to it."""


def test_functions_of_the_top_module():
    assert add(2, 3) == 5
    assert totals([{"a": "x", "p": 0, "price": 2}, {"a": "y", "price": 3}, {"a": "x", "price": 4}], "a") == {"x": 6, "y": 3}


def test_payload_and_field():
    item = object()
    node = Node(5, item)
    assert node.value == 5 and node.next is item and node.doubled() == 10
    node.next = None
    assert node.next is None
    assert repr(node) == "Node(5)"


def test_field_is_unset_at_first():
    assert Node(1).next is None


def test_field_holds_one_reference():
    item = Sub(1)
    weak = weakref.ref(item)
    node = Node(2, item)
    del item
    collect()
    assert weak() is node.next
    node.next = Node(3)
    collect()
    assert weak() is None


def test_field_is_released_with_its_owner():
    item = Sub(1)
    weak = weakref.ref(item)
    node = Node(2, item)
    del item, node
    collect()
    assert weak() is None


def test_cycles_are_collected():
    weak = []

    def make():
        a, b = Sub(1), Sub(2)
        a.next, b.next = b, a
        weak.extend([weakref.ref(a), weakref.ref(b)])
        loop = Sub(3)
        loop.next = loop
        weak.append(weakref.ref(loop))
        if PYPY:
            # It does not collect cycles through objects of extensions: they have to be opened.
            a.next = loop.next = None

    make()
    collect()
    assert [w() for w in weak] == [None] * 3


def test_long_chain_is_freed():
    node = None
    for i in range(100_000):
        node = Node(i, node)
    first = weakref.ref(Sub(0))
    del node
    collect()
    assert first() is None


def test_referents():
    if PYPY:
        assert Node(1, []).next == []
        return
    item = []
    node = Node(1, item)
    referents = gc.get_referents(node)
    assert item in referents and sum(r is item for r in referents) == 1
    assert gc.is_tracked(node)


def test_collection_during_construction():
    old = None if PYPY else gc.get_threshold()
    if old:
        gc.set_threshold(1, 1, 1)
    try:
        nodes = [Sub(i, Node(i, [i, PYPY and gc.collect(0)])) for i in range(300)]
        for a, b in zip(nodes, nodes[1:]):
            a.next = b
        nodes[-1].next = nodes[0]
    finally:
        if old:
            gc.set_threshold(*old)
    assert [n.value for n in nodes] == list(range(300))
    assert nodes[0].next is nodes[1] and nodes[-1].next is nodes[0]


def test_collection_from_inside_a_constructor():
    class Argument:
        def __index__(self):
            gc.collect()
            return 7

    for _ in range(20):
        assert Node(Argument(), [gc.collect()]).value == 7


def test_constructor_that_fails():
    item = Sub(1)
    weak = weakref.ref(item)
    for _ in range(10):
        assert type(outcome(Node, "x", item).error) is TypeError
    del item
    collect()
    assert weak() is None


def test_iterator():
    assert list(Node(3)) == [0, 1, 2]
    iterator = iter(Node(2))
    assert type(iterator) is Counter and iter(iterator) is iterator
    assert [next(iterator), next(iterator), next(iterator, "end")] == [0, 1, "end"]


def test_class_without_constructor():
    assert type(outcome(Counter).error) is TypeError


def test_operator():
    assert (Node(2) + Node(3)).value == 5
    assert type(outcome(lambda: Node(2) + 1).error) is TypeError


def test_instance_without_its_constructor():
    got = outcome(object.__new__, Node)
    if got.error is None:
        # Python code can make one (PyPy): then it has no value, and says so.
        assert type(outcome(got.value.doubled).error) is TypeError
        assert type(outcome(lambda: got.value.value).error) is TypeError
    else:
        assert type(got.error) is TypeError


def test_class_belongs_to_its_module():
    assert Node.__module__ == "conformance" and Node.__name__ == Node.__qualname__ == "Node"
    assert conformance.Node is Node


def test_final_class():
    derived = outcome(lambda: type("Derived", (Counter,), {}))
    if PYPY and sys.version_info < (3, 10):
        # It does not ask a native type whether it is final; but then there are no instances.
        assert type(outcome(derived.value).error) is TypeError
    else:
        assert type(derived.error) is TypeError
