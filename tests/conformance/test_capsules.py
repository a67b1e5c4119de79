"""Capsules and weak references."""

import gc
import weakref

from conformance import capsules
from support import PYPY, collect, outcome, raises


class Target:
    pass


def freed(make):
    """What destructors counted while the capsule came and went."""
    collect()
    before = capsules.dropped()
    capsule = make()
    assert capsules.dropped() == before
    del capsule
    collect()
    return capsules.dropped() - before


def test_type():
    assert type(capsules.new("a.b", 1)).__name__ == "PyCapsule"


def test_value_is_dropped_once():
    assert freed(lambda: capsules.new("conformance.x", 7)) == 7


def test_destructor():
    assert freed(lambda: capsules.with_destructor("conformance.x", 5)) == 5


def test_destructor_that_panics():
    capsules.with_panicking_destructor()
    collect()
    assert capsules.is_valid(capsules.new("still works", 0), "still works")


def test_name():
    capsule = capsules.new("conformance.x", 0)
    assert capsules.is_valid(capsule, "conformance.x")
    for wrong in ("conformance.y", "", None, "conformance", "conformance.x "):
        assert not capsules.is_valid(capsule, wrong)


def test_no_name():
    capsule = capsules.new(None, 0)
    assert capsules.is_valid(capsule, None)
    assert not capsules.is_valid(capsule, "") and not capsules.is_valid(capsule, "x")


def test_name_is_copied():
    names = ["name%d" % i for i in range(100)]
    made = [capsules.new(name, 0) for name in names]
    for name, capsule in zip(names, made):
        assert capsules.is_valid(capsule, name)


def test_names_of_hstack():
    message = "the names of capsules that start with 'hstack.' are hstack's own: choose another one"
    raises(capsules.new, ValueError, message, "hstack.shared_class.1", 1)
    assert capsules.is_valid(capsules.new("hstacks", 1), "hstacks")


def test_pointer():
    one, two = capsules.new("x", 0), capsules.new("x", 0)
    assert capsules.address(one, "x") == capsules.address(one, "x") != capsules.address(two, "x")


def test_wrong_name_is_a_value_error():
    assert type(outcome(capsules.address, capsules.new("x", 0), "y").error) is ValueError
    assert type(outcome(capsules.address, capsules.new("x", 0), None).error) is ValueError


def test_other_objects_are_refused():
    raises(capsules.address, TypeError, "argument 'capsule': expected PyCapsule, got int", 5, "x")


def test_import():
    capsules.exported = capsules.new("conformance.capsules.exported", 0)
    try:
        expected = capsules.address(capsules.exported, "conformance.capsules.exported")
        assert capsules.import_("conformance.capsules.exported") == expected
    finally:
        del capsules.exported


def test_import_of_another_extension():
    import datetime

    if not hasattr(datetime, "datetime_CAPI"):
        assert PYPY
        return
    got = capsules.import_("datetime.datetime_CAPI")
    assert got == capsules.address(datetime.datetime_CAPI, "datetime.datetime_CAPI")


def test_import_errors():
    for name in ("no_such_module.x", "sys.no_such_name", "sys.path", "sys", ""):
        got = outcome(capsules.import_, name)
        assert isinstance(got.error, (ImportError, AttributeError, ValueError)), (name, got)


def test_import_under_another_name():
    capsules.exported = capsules.new("some other name", 0)
    try:
        assert type(outcome(capsules.import_, "conformance.capsules.exported").error) in (AttributeError, ImportError)
    finally:
        del capsules.exported


def test_weakref():
    target = Target()
    weak = capsules.weakref(target)
    assert isinstance(weak, weakref.ref) and weak() is target
    assert capsules.upgrade(weak) is target
    del target
    collect()
    assert weak() is None and capsules.upgrade(weak) is None


def test_weakref_callback():
    seen = []
    target = Target()
    weak = capsules.weakref_with_callback(target, seen.append)
    assert capsules.upgrade(weak) is target
    del target
    collect()
    assert seen == [weak] and capsules.upgrade(weak) is None


def test_weakref_made_in_python():
    target = Target()
    assert capsules.upgrade(weakref.ref(target)) is target


def test_weakref_of_what_has_none():
    for target in (5, "a", None, (), []):
        got = outcome(capsules.weakref, target)
        expected = outcome(weakref.ref, target)
        assert type(got.error) is type(expected.error)
        if not PYPY:
            assert str(got.error) == str(expected.error)
        got = outcome(capsules.weakref_with_callback, target, print)
        assert type(got.error) is type(expected.error)


def test_weakref_does_not_keep_alive():
    target = Target()
    weak = capsules.weakref(target)
    for _ in range(10):
        capsules.upgrade(weak)
    other = weakref.ref(target)
    del target
    collect()
    assert other() is None


def test_weakref_wrong_type():
    raises(capsules.upgrade, TypeError, "argument 'weak': expected weakref, got int", 5)
    assert type(outcome(capsules.upgrade, weakref.proxy(gc)).error) is TypeError
