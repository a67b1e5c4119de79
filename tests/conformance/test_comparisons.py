"""Comparisons, identity and types, against the operators."""

import collections
import operator
import sys

import pytest
from conformance import objects
from support import PYPY, Raiser, outcome, raises, same


class Value:
    pass


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


OPERATIONS = {"<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, ">=": operator.ge}


def test_rich_compare():
    values = [1, 2, 1.0, float("nan"), "a", "b", [1], [2], None, (1,), {1}, {1, 2}, 2**70]
    for name, oracle in OPERATIONS.items():
        for a in values:
            for b in values:
                same(lambda x, y: objects.rich_compare(x, name, y), oracle, a, b, message=not PYPY)


def test_rich_compare_may_return_anything():
    class C:
        def __lt__(self, other):
            return ["less", other]

    assert objects.rich_compare(C(), "<", 5) == ["less", 5]


def test_compares():
    for name, oracle in OPERATIONS.items():
        for a in (1, 2, "a", float("nan")):
            for b in (1, 2, "a", float("nan")):
                same(lambda x, y: objects.compares(x, name, y), lambda x, y: bool(oracle(x, y)), a, b, message=not PYPY)


def test_compares_takes_the_truth_of_the_result():
    class C:
        def __eq__(self, other):
            return Truth(other == 5)

    assert objects.compares(C(), "==", 5) is True
    assert objects.compares(C(), "==", 6) is False


def test_compares_identical_objects():
    nan = float("nan")
    assert objects.compares(nan, "==", nan) is (nan == nan) is False


def test_compares_errors():
    for name in OPERATIONS:
        error = OSError("mine")
        assert outcome(objects.compares, Raiser(error), name, 1).error is error


def test_compare_orders():
    assert [objects.compare(a, b) for a, b in ((1, 2), (2, 2), (3, 2), ("a", "b"))] == [-1, 0, 1, -1]


def test_compare_unordered():
    with pytest.raises(TypeError, match="neither equal nor ordered"):
        objects.compare(float("nan"), float("nan"))


def test_is_callable():
    for target in (len, lambda: 0, Value, Value(), 5, Value.__init__, type):
        same(objects.is_callable, callable, target)


def test_is():
    a, b = [], []
    assert objects.same(a, a) and not objects.same(a, b)
    assert objects.same(None, None) and objects.is_none(None) and not objects.is_none(0)


def test_type():
    for target in (5, True, None, "a", Value(), Value, type, len, sys):
        assert objects.get_type(target) is type(target)


def test_is_instance():
    for target, classes in (
        (5, int), (5, str), (True, int), (5, (str, int)), (5, ()), (Value(), Value), ([], collections.abc.Sequence),
    ):
        same(objects.is_instance, isinstance, target, classes)


def test_is_instance_errors():
    class Meta(type):
        def __instancecheck__(cls, instance):
            raise OSError("mine")

    class C(metaclass=Meta):
        pass

    same(objects.is_instance, isinstance, 5, C)
    same(objects.is_instance, isinstance, 5, 5, message=not PYPY)
    same(objects.is_instance, isinstance, 5, (str, 5), message=not PYPY)


def test_is_subclass():
    for a, b in ((bool, int), (int, bool), (int, (str, object)), (list, collections.abc.Sequence)):
        same(objects.is_subclass, issubclass, a, b)


def test_is_subclass_errors():
    same(objects.is_subclass, issubclass, int, 5, message=not PYPY)
    raises(objects.is_subclass, TypeError, "argument 'class': expected type, got int", 5, int)


def test_is_exact_instance():
    assert objects.is_exact_instance(5, int) and not objects.is_exact_instance(True, int)
    assert not objects.is_exact_instance(Value(), object)
