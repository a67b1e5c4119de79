"""`#[class(extends = ..)]`: chains of native classes, built-in bases, exceptions, bases from Python."""

import copy
import gc
import pickle
import sys
import weakref

import pytest
from conformance import classes_bases as c
from support import CPYTHON, PYPY, PYPY_7, collect, only, outcome, raises


# It takes the `__new__` of object where a class of Python stands before a native one, and lets Python code derive from
# classes that it should not.
PYPY7 = PYPY and sys.pypy_version_info < (8,)


def error(function, *args, **kwargs):
    return type(outcome(function, *args, **kwargs).error)


# Chains.


def test_chain():
    p = c.Puppy("rex", 3)
    assert (p.name, p.tricks, p.weeks) == ("rex", 1, 3.0)
    assert p.all() == ("rex", 1, 3.0)


def test_mro():
    assert c.Puppy.__mro__ == (c.Puppy, c.Dog, c.Animal, object)
    assert c.Puppy.__bases__ == (c.Dog,) and c.Dog.__base__ is c.Animal


def test_isinstance():
    p, d, a = c.Puppy("p", 1), c.Dog("d"), c.Animal("a")
    assert isinstance(p, c.Dog) and isinstance(p, c.Animal) and isinstance(d, c.Animal)
    assert not isinstance(a, c.Dog) and not isinstance(d, c.Puppy)
    assert issubclass(c.Puppy, c.Animal) and not issubclass(c.Animal, c.Puppy)


def test_methods_are_inherited():
    assert c.Puppy("p", 1).legs() == c.Dog("d").legs() == 4
    assert c.Puppy.legs is c.Animal.legs or PYPY


def test_methods_are_overridden():
    assert c.Animal("a").speak() == "a speaks"
    assert c.Dog("d").speak() == "d speaks: woof" == c.Puppy("d", 1).speak()


def test_payload_of_the_base():
    assert c.Dog("rex").shout() == "REX" == c.Puppy("rex", 1).shout()


def test_upcast_of_an_argument():
    assert [c.as_animal(x) for x in (c.Animal("a"), c.Dog("d"), c.Puppy("p", 1))] == ["a", "d", "p"]
    assert error(c.as_animal, 1) is TypeError


def test_downcast():
    assert [c.is_dog(x) for x in (c.Animal("a"), c.Dog("d"), c.Puppy("p", 1))] == [False, True, True]


def test_receiver_must_fit():
    assert error(c.Dog.speak, c.Animal("a")) is TypeError
    assert error(c.Puppy.all, c.Dog("d")) is TypeError
    assert c.Animal.speak(c.Dog("d")) == "d speaks"


def test_getter_of_the_base_wants_an_instance():
    assert error(c.Dog.tricks.__get__, c.Animal("a")) is TypeError
    assert c.Animal.name.__get__(c.Puppy("p", 1)) == "p"


def test_instances_from_rust():
    p = c.make_puppy("p")
    assert type(p) is c.Puppy and p.all() == ("p", 1, 2.0)
    assert [type(x) for x in c.kennel()] == [c.Animal, c.Dog, c.Puppy]
    assert [x.name for x in c.kennel()] == ["a", "b", "c"]


def test_helper_methods_on_handles():
    assert c.names_of(c.Puppy("p", 1)) == ["p"]


def test_python_class_at_the_end():
    class Cat(c.Animal):
        def speak(self):
            return super().speak() + ": meow"

    assert c.sound_of(Cat("tom")) == "tom speaks: meow" and c.as_animal(Cat("tom")) == "tom"


def test_python_class_over_a_chain():
    class Wolf(c.Dog):
        def __init__(self, *args):
            self.pack = args

    w = Wolf("w", 2)
    assert w.name == "w" and w.tricks == 2 and w.pack == ("w", 2)
    assert c.sound_of(w) == "w speaks: woof"


@only(not PYPY7)
def test_python_mixin():
    class Mixin:
        def speak(self):
            return "mixed " + super().speak()

    class Mixed(Mixin, c.Dog):
        pass

    assert Mixed("m").speak() == "mixed m speaks: woof" and isinstance(Mixed("m"), c.Animal)


def test_diamond():
    class Left(c.Animal):
        pass

    class Right(c.Animal):
        pass

    class Both(Left, Right):
        pass

    assert Both("b").speak() == "b speaks"


@only(not PYPY7)
def test_final_class_of_a_chain():
    assert error(type, "Sub", (c.Puppy,), {}) is TypeError


def test_payloads_are_dropped():
    collect()
    c.freed()
    p = c.Puppy("p", 1)
    assert c.freed() == 0
    del p
    collect()
    assert c.freed() == 3
    c.Dog("d")
    collect()
    assert c.freed() == 2


def test_failing_constructor_of_a_chain():
    collect()
    c.freed()
    for _ in range(5):
        assert error(c.Puppy, "p", "x") is TypeError
    collect()
    assert c.freed() == 0


def test_weakref_of_the_base():
    p = c.Puppy("p", 1)
    weak = weakref.ref(p)
    assert weak() is p
    del p
    collect()
    assert weak() is None


def test_dict_of_the_derived():
    p = c.Puppy("p", 1)
    p.x = 1
    assert p.__dict__ == {"x": 1}
    if CPYTHON:
        assert error(setattr, c.Dog("d"), "x", 1) is AttributeError


def test_field_in_a_chain():
    item = []
    d = c.Dog("d", 1, item)
    assert d.friend is item
    if CPYTHON:
        assert item in gc.get_referents(d)
        assert sys.getrefcount(item) == 3 or sys.version_info >= (3, 14)


def test_cycle_in_a_chain():
    if PYPY:
        return  # Cycles through objects of extensions are not collected there.
    box = []
    d = c.Dog("d", 1, box)
    box.append(d)
    weak = weakref.ref(d)
    del d, box
    collect()
    assert weak() is None


def test_cycle_through_the_dict():
    if PYPY:
        return
    p = c.Puppy("p", 1)
    p.me = p
    weak = weakref.ref(p)
    del p
    collect()
    assert weak() is None


# Built-in bases. The oracle is the same class in Python.

BUILTIN = [
    (c.Amount, int, (7,), {}),
    (c.Amount, int, ("ff", 16), {}),
    (c.Amount, int, (), {}),
    (c.Amount, int, (2**200,), {}),
    (c.Amount, int, (-(2**200),), {}),
    (c.Amount, int, ("12",), {"base": 3}),
    (c.Fraction, float, (2.5,), {}),
    (c.Fraction, float, ("inf",), {}),
    (c.Fraction, float, (), {}),
    (c.Tagged, str, ("text",), {}),
    (c.Tagged, str, ("\u20ac" * 100,), {}),
    (c.Tagged, str, (b"raw", "ascii"), {}),
    (c.Tagged, str, (), {"object": 5}),
    (c.Blob, bytes, (b"abc",), {}),
    (c.Blob, bytes, (100,), {}),
    (c.Blob, bytes, ("x",), {"encoding": "ascii"}),
    (c.Bag, list, (), {}),
    (c.Bag, list, ([1, 2, 3],), {}),
    (c.Bag, list, ("abc",), {}),
    (c.Lookup, dict, (), {}),
    (c.Lookup, dict, ({"a": 1},), {}),
    (c.Lookup, dict, ([("k", 2)],), {"z": 3}),
    (c.Pool, set, (), {}),
    (c.Pool, set, ([1, 2, 2],), {}),
    (c.Row, tuple, (), {}),
    (c.Row, tuple, ([1, "b", None],), {}),
    (c.Row, tuple, (range(50),), {}),
]


@pytest.mark.parametrize("native, base, args, kwargs", BUILTIN)
def test_builtin_base(native, base, args, kwargs):
    if PYPY and base is tuple:
        return  # The payload has no place there.
    got = native("tag", *args, **kwargs)
    assert base(got) == base(*args, **kwargs) and got == base(*args, **kwargs)
    assert got.tag == "tag" and isinstance(got, base) and type(got) is native
    assert got.extra == args
    assert repr(got) == repr(base(*args, **kwargs)) or base is set


@pytest.mark.parametrize("native, base, args", [
    (c.Amount, int, ("x",)), (c.Amount, int, (1, 2, 3)), (c.Fraction, float, ("x",)), (c.Tagged, str, (1, 2, 3, 4)),
    (c.Blob, bytes, (-1,)), (c.Bag, list, (1,)), (c.Bag, list, (1, 2)), (c.Lookup, dict, (1,)), (c.Pool, set, (1,)),
    (c.Pool, set, ([[]],)),
])
def test_base_refuses(native, base, args):
    oracle = type(native.__name__, (base,), {})
    mine, theirs = outcome(native, "t", *args).error, outcome(oracle, *args).error
    assert type(mine) is type(theirs) and (PYPY or str(mine) == str(theirs))


@pytest.mark.parametrize("native", [c.Amount, c.Fraction, c.Tagged, c.Blob, c.Bag, c.Lookup, c.Pool])
def test_payload_of_a_refused_instance_is_not_there(native):
    collect()
    c.freed()
    outcome(native, "t", object())
    collect()
    assert c.freed() in (0, 1)


def test_immutable_values_work_as_such():
    n = c.Amount("t", 41)
    assert n + 1 == 42 and hash(n) == hash(41) and {41: "x"}[n] == "x" and [0] * 42 and list(range(50))[n] == 41
    s = c.Tagged("t", "key")
    assert {"key": 1}[s] == 1 and s.upper() == "KEY" and "k" in s and f"{s:>5}" == "  key"
    f = c.Fraction("t", 0.5)
    assert f * 2 == 1.0 and f.as_integer_ratio() == (1, 2)


def test_mutable_bases_are_changed():
    bag = c.Bag("t", [3, 1, 2])
    bag.append(0)
    bag.sort()
    assert bag == [0, 1, 2, 3] and bag.tag == "t" and len(bag) == 4
    look = c.Lookup("t")
    look["a"] = 1
    look.update(b=2)
    assert dict(look) == {"a": 1, "b": 2} and look.tag == "t"
    pool = c.Pool("t", [1])
    pool |= {2}
    assert pool == {1, 2} and pool.tag == "t"


def test_python_class_over_a_builtin_base():
    class Sub(c.Lookup):
        def __missing__(self, key):
            return key * 2

    s = Sub("t", {"a": 1})
    assert s["a"] == 1 and s["b"] == "bb" and s.tag == "t"
    s.x = 1
    assert s.x == 1


def test_python_init_over_a_builtin_base():
    class Sub(c.Bag):
        def __init__(self, tag, *args):
            super().__init__(tag, *args)
            self.append("own")

    assert Sub("t", [1]) == [1, "own"]


@pytest.mark.parametrize("native, arg", [(c.Amount, 5), (c.Tagged, "x"), (c.Bag, [1]), (c.Lookup, {}), (c.Row, (1,))])
def test_builtin_bases_are_released(native, arg):
    if PYPY and native is c.Row:
        return
    collect()
    c.freed()
    things = [native("t", arg) for _ in range(10)]
    assert c.freed() == 0
    del things
    collect()
    assert c.freed() == 10


def test_cycle_through_a_builtin_base():
    if PYPY:
        return

    class Sub(c.Bag):
        pass

    bag = Sub("t")
    bag.append(bag)
    weak = weakref.ref(bag)
    del bag
    collect()
    assert weak() is None


def test_referents_of_a_list():
    if CPYTHON:
        item = object()
        bag = c.Bag("t", [item])
        referents = gc.get_referents(bag)
        assert sum(r is item for r in referents) == 1 and bag.extra in referents


# Exceptions.


def test_exception():
    e = c.Coded("text", 5)
    assert isinstance(e, ValueError) and e.code == 5 and e.args == ("text",) and str(e) == "text"
    assert repr(e) == "Coded('text')"


def test_exception_is_raised():
    def run():
        raise c.Coded("text", 7)

    got = outcome(run).error
    assert type(got) is c.Coded and got.code == 7 and got.__traceback__ is not None


def test_exception_raised_by_rust():
    got = outcome(c.raise_coded, 9).error
    assert type(got) is c.Coded and (got.code, got.args) == (9, ("coded",))


def test_exception_without_arguments_for_the_base():
    if PYPY:
        # An exception that an extension defines counts as one of Python there.
        raises(c.alert_class, TypeError, "cannot extend 'Refused': it was defined by Python code")
        return
    Alert = c.alert_class()
    e = Alert(3)
    assert isinstance(e, c.Refused) and e.level == 3 and error(Alert, 256) is OverflowError
    assert type(outcome(lambda: (_ for _ in ()).throw(e)).error) is Alert


def test_exception_subclass():
    class Sub(c.Coded):
        pass

    try:
        raise Sub("a", 1) from KeyError("why")
    except ValueError as e:
        assert e.code == 1 and type(e.__cause__) is KeyError


def test_exception_has_a_dict():
    e = c.Coded("a", 1)
    e.more = 2
    assert e.more == 2 and e.__dict__ == {"more": 2}


# Bases that Python code defines: CPython only.

needs_python_bases = only(CPYTHON)


def test_python_base_is_refused_where_it_cannot_be():
    if PYPY:
        raises(c.linked_class, TypeError, "cannot extend 'Linkable': it was defined by Python code")


@needs_python_bases
def test_python_base():
    Linked = c.linked_class()
    x = Linked(5, "name", mark="m")
    assert (x.rank, x.name, x.mark) == (5, "name", "m") and x.describe() == "Linked name"
    assert x.described() == "Linked name" and type(x).__base__.__name__ == "Linkable"


@needs_python_bases
def test_python_base_without_arguments():
    assert c.linked_class()(1).name == "none"


@needs_python_bases
def test_python_base_from_rust():
    x = c.make_linked(3)
    assert (x.rank, x.name) == (3, "rust") and type(x) is c.linked_class()


@needs_python_bases
def test_python_base_refuses():
    Linked = c.linked_class()
    assert error(Linked, 1, "a", "b", "c") is TypeError and error(Linked, 1, wrong=1) is TypeError


@needs_python_bases
def test_python_base_has_a_dict():
    x = c.linked_class()(1)
    x.more = 1
    assert x.more == 1 and x.__dict__["name"] == "none"


@needs_python_bases
def test_python_base_is_released():
    Linked = c.linked_class()
    collect()
    c.freed()
    x = Linked(1)
    weak = weakref.ref(x)
    del x
    collect()
    assert weak() is None and c.freed() == 1


@needs_python_bases
def test_python_base_in_a_cycle():
    Linked = c.linked_class()
    x, y = Linked(1), Linked(2)
    x.other, y.other = y, x
    weak = weakref.ref(x)
    del x, y
    collect()
    assert weak() is None


@needs_python_bases
def test_python_base_with_slots():
    Holder = c.holder_class()
    h = Holder(2.5)
    assert (h.x, h.place) == (2.5, "here")
    h.place = [1]
    assert h.place == [1]


@needs_python_bases
def test_python_class_over_a_python_base():
    class Sub(c.linked_class()):
        def describe(self):
            return "sub " + super().describe()

    assert Sub(1, "n").describe() == "sub Sub n"


@needs_python_bases
def test_copy_of_a_python_base_has_no_payload():
    x = c.linked_class()(1)
    got = outcome(copy.copy, x)
    assert got.error is not None or error(lambda: got.value.rank) is TypeError


def test_copy_of_a_class_without_pickling():
    def copied(copier):
        got = outcome(copier)
        # PyPy makes an object, which has no payload then, and says so when it is used.
        return got.error is None and outcome(got.value.speak).error is None

    assert not copied(lambda: copy.copy(c.Animal("a")))
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert not copied(lambda: pickle.loads(pickle.dumps(c.Animal("a"), protocol)))


def test_a_str_with_a_length_of_its_own():
    if PYPY_7:
        message = ("'Lengthened' derives from str, and PyPy 7 asks such a class for a length before an instance is there: "
                   "remove `__len__`, or use PyPy 8")
        raises(c.lengthened_class, TypeError, message)
        return
    text = c.lengthened_class()("abc")
    assert len(text) == 99 and str.__len__(text) == 3 and text == "abc" and text + "d" == "abcd"
