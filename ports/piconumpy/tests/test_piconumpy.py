"""What piconumpy is: pure Python's floats are the oracle, to the last bit."""

import math
import random

import piconumpy
import pytest
from piconumpy import array, cos, empty, sin, zeros

RANDOM = random.Random(7)
FLOATS = [0.0, -0.0, 1.0, -1.5, 1e-308, 5e-324, 1e308, math.pi, math.inf, -math.inf, math.nan]
LISTS = [[], [1.5], FLOATS, [RANDOM.uniform(-100.0, 100.0) for _ in range(1000)]]
NUMBERS = [2.5, -0.0, 1e300, math.inf, math.nan, 3, -7, 2**80, True]
lists = pytest.mark.parametrize("items", LISTS, ids=len)
numbers = pytest.mark.parametrize("number", NUMBERS, ids=str)


def same(found, expected):
    """Equal floats, bit for bit but for which NaN it is."""
    assert type(found) is array
    assert list(map(float.hex, found.tolist())) == list(map(float.hex, expected))


def apply(function, item):
    """As C does: the sine of infinity is no number."""
    return function(item) if math.isfinite(item) else math.nan


@lists
def test_tolist(items):
    found = array(items).tolist()
    assert type(found) is list and all(type(item) is float for item in found)
    same(array(items), items)


def test_items_are_made_floats():
    class Number:
        def __float__(self):
            return 4.5

    same(array([1, True, Number(), 2**70]), [1.0, 1.0, 4.5, float(2**70)])


@pytest.mark.parametrize("wrong", [None, 1, 1.5, (1.0, 2.0), "12", range(3), {1.0: 2.0}], ids=repr)
def test_parameter_must_be_a_list(wrong):
    with pytest.raises(TypeError, match="^parameter must be a list$"):
        array(wrong)


def test_subclasses_of_list():
    class Items(list):
        pass

    same(array(Items([1.0, 2.0])), [1.0, 2.0])


@pytest.mark.parametrize("arguments", [(), ([1.0], [2.0])], ids=len)
def test_one_argument(arguments):
    with pytest.raises(TypeError):
        array(*arguments)
    with pytest.raises(TypeError):
        array(*arguments, items=[1.0])


@pytest.mark.parametrize("wrong", ["a", None, [1.0], 1j], ids=repr)
def test_items_must_be_numbers(wrong):
    with pytest.raises(TypeError):
        array([1.0, wrong])
    a = array([1.0, 2.0])
    with pytest.raises(TypeError):
        a[0] = wrong
    same(a, [1.0, 2.0])


def test_errors_of_items_are_kept():
    class Broken:
        def __float__(self):
            raise LookupError("broken")

    with pytest.raises(LookupError, match="broken"):
        array([Broken()])
    with pytest.raises(OverflowError):
        array([10**400])


def test_a_list_that_shrinks_while_it_is_read():
    class Shrinks:
        def __float__(self):
            items.clear()
            return 1.0

    items = [Shrinks(), 2.0, 3.0]
    try:
        found = array(items)
    except RuntimeError:
        return
    same(found, [1.0])


@lists
def test_size(items):
    a = array(items)
    assert a.size == len(a) == len(items)
    with pytest.raises(AttributeError):
        a.size = 1
    with pytest.raises(AttributeError):
        del a.size


@lists
def test_get_items(items):
    a = array(items)
    for index in range(-len(items), len(items)):
        assert type(a[index]) is float and a[index].hex() == float(items[index]).hex()


@lists
def test_set_items(items):
    items, a = list(items), array(items)
    for index in range(-len(items), len(items)):
        items[index] = a[index] = index / 3
    same(a, items)


def test_items_that_are_set_are_made_floats():
    a = zeros(3)
    a[0], a[1], a[True] = 7, True, 2**70
    same(a, [7.0, float(2**70), 0.0])


@lists
def test_index_error(items):
    a, size = array(items), len(items)
    for index in (size, size + 1, -size - 1, 10**30, -(10**30)):
        with pytest.raises(IndexError):
            a[index]
        with pytest.raises(IndexError):
            a[index] = 1.0
    same(a, items)


@pytest.mark.parametrize("wrong", [1.0, "0", None, (0,)], ids=repr)
def test_an_index_is_an_int(wrong):
    a = array([1.0])
    with pytest.raises(TypeError):
        a[wrong]
    with pytest.raises(TypeError):
        a[wrong] = 2.0


def test_items_cannot_be_deleted():
    a = array([1.0])
    with pytest.raises(TypeError):
        del a[0]
    same(a, [1.0])


@lists
def test_iteration(items):
    assert list(map(float.hex, array(items))) == list(map(float.hex, items))


@lists
def test_add(items):
    other = [item * 3 + 1 for item in items]
    a, b = array(items), array(other)
    same(a + b, [x + y for x, y in zip(items, other)])
    same(a, items)
    same(b, other)
    assert a + b is not a + b


def test_add_different_sizes():
    with pytest.raises(ValueError):
        array([1.0]) + array([1.0, 2.0])


@lists
@numbers
def test_multiply(items, number):
    same(array(items) * number, [item * float(number) for item in items])
    same(number * array(items), [float(number) * item for item in items])


@lists
@numbers
def test_divide(items, number):
    if number == 0:
        expected = [math.nan if item == 0 or item != item else item * math.copysign(math.inf, number) for item in items]
    else:
        expected = [item / float(number) for item in items]
    same(array(items) / number, expected)


@pytest.mark.parametrize("wrong", ["a", None, [1.0], object(), 1j], ids=lambda wrong: type(wrong).__name__)
def test_operators_with_what_is_no_number(wrong):
    a = array([1.0])
    for operation in (
        lambda: a * wrong,
        lambda: wrong * a,
        lambda: a / wrong,
        lambda: a + wrong,
        lambda: wrong + a,
        lambda: wrong / a,
    ):
        with pytest.raises(TypeError):
            operation()


def test_operators_that_there_are_not():
    a = array([1.0])
    for operation in (lambda: a * a, lambda: a / a, lambda: 2.0 / a, lambda: a + 1.0, lambda: 1.0 + a, lambda: a - a):
        with pytest.raises(TypeError):
            operation()


def test_a_number_that_is_too_large():
    a = array([1.0])
    for operation in (lambda: a * 10**400, lambda: 10**400 * a, lambda: a / 10**400):
        with pytest.raises((OverflowError, TypeError)):
            operation()


def test_others_may_answer():
    class Other:
        def __radd__(self, other):
            return "radd", other.tolist()

        def __rmul__(self, other):
            return "rmul", other.tolist()

        def __rtruediv__(self, other):
            return "rtruediv", other.tolist()

    a = array([1.5])
    assert a + Other() == ("radd", [1.5])
    assert a * Other() == ("rmul", [1.5])
    assert a / Other() == ("rtruediv", [1.5])


@lists
def test_cos_and_sin(items):
    same(cos(array(items)), [apply(math.cos, item) for item in items])
    same(sin(array(items)), [apply(math.sin, item) for item in items])


@pytest.mark.parametrize("wrong", [1.0, [1.0], None], ids=repr)
def test_cos_and_sin_of_arrays_only(wrong):
    for function in cos, sin:
        with pytest.raises(TypeError):
            function(wrong)


@pytest.mark.parametrize("size", [0, 1, 2, 1000])
def test_zeros_and_empty(size):
    same(zeros(size), [0.0] * size)
    assert len(empty(size)) == empty(size).size == size


def test_sizes_that_do_not_work():
    for function in zeros, empty:
        with pytest.raises(ValueError):
            function(-1)
        with pytest.raises(OverflowError):
            function(2**70)
        with pytest.raises(MemoryError):
            function(2**62)
        with pytest.raises(TypeError):
            function(1.0)


def test_the_class():
    assert array.__module__ == "piconumpy" == piconumpy.__name__
    assert array.__name__ == array.__qualname__ == "array"
    assert not isinstance([], array) and isinstance(zeros(1), array)


def test_identity_and_equality():
    a, b = array([1.0]), array([1.0])
    assert a == a and a != b


def test_many():
    arrays = [array([float(i)] * (i % 7)) for i in range(2000)]
    total = sum(map(len, arrays))
    while len(arrays) > 1:
        arrays = [a + a for a in arrays[::2]]
    assert total == sum(i % 7 for i in range(2000))


def test_runge_kutta():
    """One equation whose solution is known: x'' = -x."""

    def derivative(x):
        out = empty(2)
        out[0], out[1] = x[1], -x[0]
        return out

    x, dt = array([1.0, 0.0]), 0.01
    for _ in range(100):
        k1 = derivative(x) * dt
        k2 = derivative(x + k1 / 2) * dt
        k3 = derivative(x + k2 / 2) * dt
        k4 = derivative(x + k3) * dt
        x = x + (k1 + 2 * k2 + 2 * k3 + k4) / 6
    assert abs(x[0] - math.cos(1.0)) < 1e-9 and abs(x[1] + math.sin(1.0)) < 1e-9
