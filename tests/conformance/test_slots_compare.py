"""Comparisons and hashes of native classes, against classes of Python that do the same."""

import operator
import random

import pytest
from conformance import slots_compare as native
from support import agree, outcome, raises

OPERATORS = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]


class OnlyEq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, OnlyEq) else NotImplemented


class OnlyLt:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, OnlyLt) else NotImplemented


class Rich:
    def __init__(self, n):
        self.n = n


for _op in OPERATORS:

    def _method(self, other, op=_op):
        return op(self.n, other) if isinstance(other, int) else NotImplemented

    setattr(Rich, f"__{_op.__name__}__", _method)


class Moody:
    def __init__(self, mood):
        self.mood = mood

    def __eq__(self, other):
        if self.mood == "raise":
            raise KeyError("moody")
        if self.mood == "pass":
            return NotImplemented
        return None if self.mood == "none" else self.mood


class Other:
    """It compares with anything."""

    def __eq__(self, other):
        return "other"

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__


def type_of_failure(function, *args):
    """Types of values, or of exceptions: messages name the classes, which differ in their modules."""
    got = outcome(function, *args)
    return type(got.error) if got.error is not None else got.value


def test_eq():
    assert native.OnlyEq(1) == native.OnlyEq(1)
    assert not native.OnlyEq(1) == native.OnlyEq(2)


def test_ne_inverts_eq():
    for a in range(3):
        for b in range(3):
            assert (native.OnlyEq(a) != native.OnlyEq(b)) is (OnlyEq(a) != OnlyEq(b))


def test_eq_of_another_type_is_identity():
    x = native.OnlyEq(1)
    assert not x == 1 and x != 1 and not 1 == x and 1 != x
    assert not x == None and x != None  # noqa: E711


def test_eq_called_by_name():
    assert native.OnlyEq(1).__eq__(native.OnlyEq(1)) is True
    assert native.OnlyEq(1).__eq__(1) is NotImplemented
    assert native.OnlyEq(1).__ne__(native.OnlyEq(2)) is True
    assert native.OnlyEq(1).__ne__(1) is NotImplemented


def test_eq_without_hash_is_unhashable():
    assert native.OnlyEq.__hash__ is OnlyEq.__hash__ is None
    assert type(outcome(hash, native.OnlyEq(1)).error) is TypeError
    assert type(outcome(lambda: {native.OnlyEq(1): 1}).error) is TypeError


def test_eq_alone_does_not_order():
    for op in (operator.lt, operator.le, operator.gt, operator.ge):
        assert type_of_failure(op, native.OnlyEq(1), native.OnlyEq(2)) is TypeError
        assert type_of_failure(op, OnlyEq(1), OnlyEq(2)) is TypeError


def test_the_other_side_is_asked():
    for op in OPERATORS:
        assert op(native.OnlyEq(1), Other()) == op(OnlyEq(1), Other()) == "other"
        assert op(native.OnlyLt(1), Other()) == op(OnlyLt(1), Other()) == "other"


def test_eq_in_containers():
    xs = [native.OnlyEq(i) for i in range(5)]
    assert native.OnlyEq(3) in xs and native.OnlyEq(7) not in xs
    assert xs.index(native.OnlyEq(2)) == 2 and xs.count(native.OnlyEq(2)) == 1


def test_eq_and_hash():
    assert hash(native.EqHash(5)) == 5
    assert {native.EqHash(1): "a"}[native.EqHash(1)] == "a"
    assert len({native.EqHash(i % 3) for i in range(10)}) == 3


def test_lt():
    assert native.OnlyLt(1) < native.OnlyLt(2) and not native.OnlyLt(2) < native.OnlyLt(1)


def test_gt_is_the_reflected_lt():
    assert native.OnlyLt(2) > native.OnlyLt(1) and not native.OnlyLt(1) > native.OnlyLt(2)


def test_lt_alone_has_no_le():
    assert type_of_failure(operator.le, native.OnlyLt(1), native.OnlyLt(2)) is TypeError
    assert type_of_failure(operator.ge, native.OnlyLt(1), native.OnlyLt(2)) is TypeError


def test_lt_alone_keeps_identity():
    x = native.OnlyLt(1)
    assert x == x and x != native.OnlyLt(1)


def test_lt_alone_keeps_the_hash():
    x = native.OnlyLt(1)
    assert hash(x) == object.__hash__(x) == hash(x)
    assert {x: 1}[x] == 1


def test_sorting():
    numbers = random.Random(5).sample(range(1000), 200)
    native_sorted = sorted(native.OnlyLt(n) for n in numbers)
    assert all(not b < a for a, b in zip(native_sorted, native_sorted[1:]))
    assert min(native_sorted) is native_sorted[0] and max(native_sorted) is native_sorted[-1]


def test_any_object_is_a_result():
    other = object()
    for op in OPERATORS:
        name, given = op(native.Named(), other)
        assert name == op.__name__ and given is other


def test_reflected_comparisons():
    reflected = dict(lt="gt", le="ge", eq="eq", ne="ne", gt="lt", ge="le")
    for op in OPERATORS:
        name, given = op(5, native.Named())
        assert name == reflected[op.__name__] and given == 5


@pytest.mark.parametrize("op", OPERATORS)
def test_richcmp(op):
    for n in (-1, 0, 1):
        for other in (-1, 0, 1, True):
            assert op(native.Rich(n), other) is op(Rich(n), other)
            assert op(other, native.Rich(n)) is op(other, Rich(n))


@pytest.mark.parametrize("op", OPERATORS)
def test_richcmp_with_operands_that_do_not_fit(op):
    for other in ("x", None, 1.5, [], object()):
        assert type_of_failure(op, native.Rich(1), other) == type_of_failure(op, Rich(1), other)


def test_richcmp_is_unhashable():
    assert native.Rich.__hash__ is None


def test_richcmp_called_by_name():
    assert native.Rich(1).__le__(1) is True and native.Rich(1).__le__("x") is NotImplemented


def test_what_the_other_side_raises():
    class Index:
        def __init__(self, error):
            self.error = error

        def __index__(self):
            raise self.error

    for other in 2**70, Index(TypeError()), Index(ValueError()), Index(OverflowError()):
        assert (native.Rich(1) == other) is False and (native.Rich(1) != other) is True
        assert type_of_failure(operator.lt, native.Rich(1), other) is TypeError
    for error in KeyError(), KeyboardInterrupt():
        for op in OPERATORS:
            assert outcome(op, native.Rich(1), Index(error)).error is error


def test_an_error_comes_out():
    for op in (operator.eq, operator.ne):
        agree(outcome(op, native.Moody("raise"), 1), outcome(op, Moody("raise"), 1))


def test_results_that_are_not_bools():
    for mood in ("none", "", "yes"):
        agree(outcome(operator.eq, native.Moody(mood), 1), outcome(operator.eq, Moody(mood), 1))
        agree(outcome(operator.ne, native.Moody(mood), 1), outcome(operator.ne, Moody(mood), 1))


def test_not_implemented_by_hand():
    x, y = native.Moody("pass"), Moody("pass")
    assert (x == x) is (y == y) is True and (x == 1) is (y == 1) is False
    assert (x != x) is (y != y) is False and (x != 1) is (y != 1) is True


def test_comparing_with_an_instance_of_a_subclass():
    class Sub(native.OnlyEq):
        def __eq__(self, other):
            return "sub"

    assert (native.OnlyEq(1) == Sub(1)) == "sub" and (Sub(1) == native.OnlyEq(1)) == "sub"


def test_subclass_inherits_comparison_and_no_hash():
    class Sub(native.OnlyEq):
        pass

    assert Sub(1) == Sub(1) == native.OnlyEq(1) and Sub(1) != Sub(2)
    assert type(outcome(hash, Sub(1)).error) is TypeError


def test_subclass_overrides_one_comparison():
    class Sub(native.OnlyLt):
        __hash__ = object.__hash__

        def __eq__(self, other):
            return True

    assert Sub(1) == Sub(2) and Sub(1) < Sub(2)


def test_super_comparison():
    class Sub(native.OnlyEq):
        def __eq__(self, other):
            return not super().__eq__(other)

    assert Sub(1) == Sub(2) and not Sub(1) == Sub(1)


def test_hash_values():
    for n in (0, 1, -1, -2, 2**62, -(2**62)):
        assert hash(native.Hashed(n)) == (-2 if n == -1 else n)


def test_hash_that_fails():
    raises(hash, ValueError, "unlucky", native.Hashed(13))


def test_hash_without_eq():
    assert native.Hashed(1) != native.Hashed(1)


def test_other_classes_payload_is_no_operand():
    assert native.OnlyEq(1) != native.EqHash(1)
    assert native.EqHash(1) != native.OnlyEq(1)


def test_comparisons_of_the_base():
    a, b = native.LtOfEq(1), native.LtOfEq(2)
    assert a < b and b > a and a == native.LtOfEq(1) and a != b
    assert a == native.OnlyEq(1) and native.OnlyEq(2) != a


def test_no_hash_of_the_base():
    raises(hash, TypeError, "unhashable type: 'LtOfEq'", native.LtOfEq(1))


def test_class_that_says_that_it_has_no_hash():
    assert native.Unhashable.__hash__ is None
    assert type(outcome(hash, native.Unhashable()).error) is TypeError
    assert native.Unhashable() != native.Unhashable()
