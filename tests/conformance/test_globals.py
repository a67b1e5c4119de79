"""What outlives a frame."""

import collections
import os
import weakref

import pytest
from conformance import globals as native
from support import PYPY, collect, outcome, raises, same


class Target:
    kind = "target"


@pytest.fixture(autouse=True)
def empty():
    native.forget_all()
    yield
    native.forget_all()
    collect()


def test_identity():
    items = [object(), [], "text", 5, None]
    for item in items:
        native.keep(item)
    assert all(native.kept(i) is item for i, item in enumerate(items))


def test_keeps_alive():
    target = Target()
    weak = weakref.ref(target)
    native.keep(target)
    del target
    collect()
    assert weak() is not None and native.kept(0) is weak()
    native.forget_all()
    collect()
    assert weak() is None


def test_many():
    for i in range(1000):
        native.keep(i * 10**10)
    assert native.all_kept() == [i * 10**10 for i in range(1000)]
    assert native.forget_all() == 1000


def test_missing():
    raises(native.kept, IndexError, "no such global", 0)


def test_borrow_takes_no_slot():
    holder = native.Holder([1, 2, 3])
    assert holder.length() == (3, 0)
    assert holder.get() == [1, 2, 3] and holder.get() is holder.get()
    assert type(outcome(native.Holder(5).length).error) is TypeError


def test_dropped_with_its_owner():
    target = Target()
    weak = weakref.ref(target)
    holder = native.Holder(target)
    del target
    collect()
    assert weak() is not None
    del holder
    collect()
    assert weak() is None


def test_dropped_in_another_thread():
    target = Target()
    weak = weakref.ref(target)
    native.drop_in_thread(target)
    del target
    # The next thread that comes back to the interpreter closes it.
    native.drop_detached(None)
    collect()
    assert weak() is None


def test_dropped_while_detached():
    target = Target()
    weak = weakref.ref(target)
    native.drop_detached(target)
    del target
    collect()
    assert weak() is None


def test_finalizer_runs_where_the_global_is_dropped():
    ran = []

    class Final:
        def __del__(self):
            ran.append(native.count() is not None)

    native.keep(Final())
    collect()
    assert ran == []
    native.forget_all()
    collect()
    assert ran == [True]


def test_belongs_to():
    assert native.belongs(object()) is True


def test_typed_global():
    items = []
    assert native.echo(items) is items
    raises(native.echo, TypeError, "argument 'list': expected list, got tuple", ())


def test_per_interpreter_value():
    first = native.count()
    assert [native.count(), native.count()] == [first + 1, first + 2]


def test_per_interpreter_value_that_fails():
    for _ in range(3):
        raises(native.fails, ValueError, "not yet")


def test_imported_member():
    assert native.ordered() is collections.OrderedDict
    a, b = native.imported_path()
    assert a is b is os.path.join


def test_imported_member_that_is_missing():
    for _ in range(2):
        same(lambda: native.imported_missing(True), lambda: __import__("no_such_module_here"))
        assert type(outcome(native.imported_missing, False).error) is AttributeError


def test_interned_name():
    assert native.kind_of(Target()) == "target"
    same(native.kind_of, lambda x: x.kind, 5)


def test_what_a_payload_drops_while_an_exception_is_pending():
    seen = []

    def leave(then):
        parting = native.Parting(lambda: (seen.append("called"), then()), True)
        raise KeyError("pending")

    for then in list, lambda: 1 / 0:
        raises(lambda: leave(then), KeyError, "'pending'")
        collect()
    assert seen == ["called"] * 2


def test_a_long_chain_through_payloads_is_freed():
    # PyPy frees one link in each collection.
    length = 10 if PYPY else 100_000
    item = Target()
    weak, chain = weakref.ref(item), item
    for _ in range(length):
        chain = native.Parting(chain, False)
    del item, chain
    for _ in range(5):
        collect()
    assert weak() is None
