"""Instances that our constructor did not make, or whose payload is another's: an exception each time, never a payload
that was not written. CPython refuses most of these ways; PyPy refuses few, so the methods do."""

import copy
import copyreg
import pickle
import sys
import types

import pytest
from conformance import classes_bases as b
from conformance import classes_options as o
from conformance import fields
from support import CPYTHON, PYPY, only, outcome

def dog(x):
    """Whether there is the payload of a dog."""
    if not b.is_dog(x):
        raise TypeError(x)


# A class, how to make an instance, and everything that touches the payload.
CASES = [
    (o.Plain, lambda: o.Plain(1, 2), [lambda x: x.x, lambda x: x.y]),
    (o.Open, lambda: o.Open(1), [lambda x: x.value]),
    (o.Everything, lambda: o.Everything(1), [lambda x: x.value]),
    (o.Set, lambda: o.Set(), [lambda x: x.float, lambda x: x.tell(), lambda x: x.text, lambda x: setattr(x, "int", 1)]),
    (o.Newtype, lambda: o.Newtype("x"), [lambda x: x.value, lambda x: x == x.__class__("x"), hash, repr]),
    (o.Ordered, lambda: o.Ordered("x"), [lambda x: x < o.Ordered("y"), lambda x: o.Ordered("y") < x, hash]),
    (o.Shown, lambda: o.Shown(), [repr]),
    (b.Animal, lambda: b.Animal("a"), [lambda x: x.name, lambda x: x.speak(), b.as_animal]),
    (b.Dog, lambda: b.Dog("a"), [lambda x: x.name, lambda x: x.tricks, lambda x: x.shout(), lambda x: x.friend, dog]),
    (b.Puppy, lambda: b.Puppy("a", 1), [lambda x: x.weeks, lambda x: x.all(), lambda x: x.tricks, b.names_of]),
    (b.Bag, lambda: b.Bag("t"), [lambda x: x.tag, lambda x: x.extra]),
    (b.Lookup, lambda: b.Lookup("t"), [lambda x: x.tag, lambda x: x.extra]),
    (b.Amount, lambda: b.Amount("t", 5), [lambda x: x.tag, lambda x: x.extra]),
    (b.Tagged, lambda: b.Tagged("t", "s"), [lambda x: x.tag, lambda x: x.extra]),
    (b.Coded, lambda: b.Coded("t", 5), [lambda x: x.code]),
    (fields.Three, lambda: fields.Three(), [lambda x: x.first, lambda x: x.third, lambda x: setattr(x, "first", 1)]),
    (fields.Tree, lambda: fields.Tree("t"), [lambda x: x.name, len, lambda x: x.children()]),
]
# `copyreg` calls the constructor of these with the value of the base, or with nothing, and that is good.
RECONSTRUCTED = {o.Set, o.Shown, fields.Three, b.Bag, b.Lookup, b.Amount, b.Tagged, b.Coded}
IDS = [case[0].__name__ for case in CASES]
others = pytest.mark.parametrize(
    "cls, make, uses", [case for case in CASES if case[0] not in RECONSTRUCTED],
    ids=[case[0].__name__ for case in CASES if case[0] not in RECONSTRUCTED],
)


def refused(make, uses, kind=Exception):
    """Nothing is made, or what is made cannot be used."""
    got = outcome(make)
    if got.error is not None:
        assert isinstance(got.error, (TypeError, pickle.PicklingError, AttributeError, ValueError)), got
        return
    for use in uses:
        done = outcome(use, got.value)
        assert isinstance(done.error, (TypeError, AttributeError)), (use, done)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_uses_work_with_an_instance(cls, make, uses):
    for use in uses:
        error = outcome(use, make()).error
        assert error is None or "has no value" in str(error)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_object_new(cls, make, uses):
    refused(lambda: object.__new__(cls), uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_new_of_the_base(cls, make, uses):
    for base in cls.__mro__[1:]:
        if base is b.Animal or base is b.Dog:
            args = ("x",)
        else:
            args = ()
        refused(lambda: base.__new__(cls, *args), uses[-1:] if base in (b.Animal, b.Dog) and not CPYTHON else uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_new_of_the_class_for_another(cls, make, uses):
    assert type(outcome(cls.__new__, int, 1).error) is TypeError
    assert type(outcome(cls.__new__, o.Final, 1).error) is TypeError
    if not PYPY:  # It has an internal error here, or crashes.
        assert type(outcome(cls.__new__).error) is TypeError
        assert type(outcome(cls.__new__, 1).error) is TypeError


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_subclass_whose_new_avoids_ours(cls, make, uses):
    def derive():
        return type("Sub", (cls,), {"__new__": lambda c: object.__new__(c), "__init__": lambda self: None})()

    refused(derive, uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_subclass_with_slots_whose_new_avoids_ours(cls, make, uses):
    def derive():
        return type("Sub", (cls,), {"__slots__": ("x",), "__new__": lambda c: object.__new__(c), "__init__": lambda self: None})()

    refused(derive, uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_metaclass_that_avoids_ours(cls, make, uses):
    class Meta(type):
        def __call__(self, *args):
            return object.__new__(self)

    refused(lambda: Meta("Sub", (cls,), {})(), uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_reconstructor(cls, make, uses):
    refused(lambda: copyreg._reconstructor(cls, object, None), uses)


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_newobj(cls, make, uses):
    got = outcome(lambda: copyreg.__newobj__(cls))
    if got.error is None:
        assert cls in (o.Set, o.Shown, fields.Three) or PYPY
    else:
        assert type(got.error) is TypeError


@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_class_assignment(cls, make, uses):
    class Python:
        pass

    def change(x):
        x.__class__ = cls
        return x

    refused(lambda: change(Python()), uses)
    for other, make_other, _ in CASES:
        if other is cls or issubclass(other, cls):
            continue
        if not issubclass(cls, other):
            refused(lambda: change(make_other()), uses)
        elif outcome(lambda: change(make_other())).error is None:
            # PyPy 7.3: what only needs the base's payload, which is there, works.
            assert any(outcome(use, change(make_other())).error is not None for use in uses)


def test_class_assignment_between_python_subclasses():
    class A(o.Open):
        pass

    class B(o.Open):
        pass

    class C(o.Everything):
        pass

    a = A(7)
    a.__class__ = B
    assert type(a) is B and a.value == 7

    def change():
        a.__class__ = C
        return a

    got = outcome(change)
    if got.error is None:
        assert outcome(lambda: a.value).error is not None
    else:
        assert type(got.error) is TypeError


@only(not (PYPY and sys.pypy_version_info < (8,)))  # It crashes by itself where one class joins two native ones.
@pytest.mark.parametrize("cls, make, uses", CASES, ids=IDS)
def test_two_payloads(cls, make, uses):
    for other, make_other, other_uses in CASES:
        if other is cls or issubclass(cls, other) or issubclass(other, cls):
            continue
        got = outcome(type, "Both", (cls, other), {})
        if got.error is not None:
            assert type(got.error) is TypeError
            continue
        # PyPy joins them: only one of the payloads is written.
        made = outcome(got.value, *([1, 2] if cls is o.Plain else ["x"]))
        if made.error is None:
            assert any(outcome(use, made.value).error is not None for use in uses + other_uses)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@others
def test_pickle(cls, make, uses, protocol):
    refused(lambda: pickle.loads(pickle.dumps(make(), protocol)), uses)


@others
def test_copy(cls, make, uses):
    refused(lambda: copy.copy(make()), uses)
    refused(lambda: copy.deepcopy(make()), uses)


def test_second_construction():
    """`__init__` and `__new__` again do not touch the payload."""
    p = o.Plain(1, 2)
    outcome(p.__init__, 3, 4)
    p2 = type(p).__new__(type(p), 5, 6)
    assert (p.x, p.y, p2.x) == (1, 2, 5) and p2 is not p


def test_new_that_returns_an_old_instance():
    old = o.Open(1)

    class Sub(o.Open):
        def __new__(cls, value):
            return old

    assert Sub(5) is old and old.value == 1


def test_methods_on_other_objects():
    for cls, _, _ in CASES:
        for name, member in vars(cls).items():
            if isinstance(member, (types.GetSetDescriptorType, types.MemberDescriptorType)) and not name.startswith("__"):
                assert type(outcome(member.__get__, 1).error) is TypeError
            elif callable(member) and not name.startswith("_"):
                assert type(outcome(member, 1).error) is TypeError
                assert type(outcome(member).error) is TypeError
