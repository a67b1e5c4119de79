"""Calls, attributes, descriptors and properties of native classes, against classes of Python that do the same."""

import contextlib
import copy
import functools
import inspect
import operator
import os
import sys
import types

import pytest
from conformance import slots_objects as native
from support import PYPY, PYPY_7, collect, only, outcome, raises


def kind(function, *args, **kwargs):
    got = outcome(function, *args, **kwargs)
    return got.value if got.error is None else type(got.error)


class Built:
    def __new__(cls, a, b=2, /, c=3, *, d=4):
        if a == 13:
            raise ValueError("unlucky")
        self = super().__new__(cls)
        self.given = tuple(map(operator.index, (a, b, c, d)))
        return self


class BuiltOfAll:
    def __new__(cls, a, *args, b=None, **kwargs):
        self = super().__new__(cls)
        self.given = repr((a, args, b, kwargs))
        return self


BUILT = [
    ((1,), {}),
    ((1, 5, 6), {}),
    ((1, 5, 6), dict(d=7)),
    ((1,), dict(d=7, c=6)),
    ((True,), {"".join(["c"]): 5}),
    ((), {}),
    ((1, 2, 3, 4), {}),
    ((1,), dict(b=5)),
    ((1,), dict(e=5)),
    ((1, 2, 3), dict(c=5)),
    (("x",), {}),
    ((1,), dict(c=None)),
    ((13,), dict(d=1)),
]


@pytest.mark.parametrize("name", ["Built", "BuiltOfAll"])
@pytest.mark.parametrize("args, kwargs", BUILT)
def test_construction(name, args, kwargs):
    mine, oracle = getattr(native, name), globals()[name]

    class Sub(mine):
        pass

    expected = kind(lambda: oracle(*args, **kwargs).given)
    ways = [mine, Sub, lambda *a, **k: type.__call__(mine, *a, **k), functools.partial(mine, *args[:1])]
    for way in ways[:3]:
        assert kind(lambda: way(*args, **kwargs).given) == expected
    assert kind(lambda: ways[3](*args[1:], **kwargs).given) == expected
    if not kwargs:
        assert kind(lambda: [made.given for made in map(mine, *([arg] for arg in args))]) in ([expected], expected)
    made = outcome(Sub, *args, **kwargs)
    assert made.error is not None or type(made.value) is Sub


def test_construction_with_what_python_code_replaced():
    class Oracle:
        def __new__(cls, value):
            self = super().__new__(cls)
            self.value = value
            return self

    def check(values, change):
        for cls in native.Patched, Oracle:
            seen = []
            change(cls, seen)
            assert [outcome(lambda: cls(*given).value).value for given in ((1,), (2,))] == values, cls
            yield seen

    def initialize(cls, seen):
        cls.__init__ = lambda self, value: seen.append((self.value, value))

    def restore(cls, seen):
        del cls.__init__

    def another(cls, seen):
        cls.__new__ = lambda cls, value: types.SimpleNamespace(value=value * 10)

    assert list(check([1, 2], initialize)) == [[(1, 1), (2, 2)]] * 2
    assert list(check([1, 2], restore)) == [[]] * 2
    assert list(check([10, 20], another)) == [[]] * 2
    assert list(check([10, 20], initialize)) == [[]] * 2


class Callable:
    def __call__(self, a, b=2, *args, c, d=4, **kwargs):
        return a, b, args, c, d, kwargs or None


CALLS = [
    ((1,), dict(c="c")),
    ((1, 5), dict(c="c", d=6)),
    ((1, 5, 6, 7), dict(c="c", e=8, f=9)),
    ((), dict(a=1, b=3, c=None)),
    ((1,), {}),
    ((), dict(c=1)),
    ((1, 2), dict(a=3, c=1)),
    ((), {}),
]


@pytest.mark.parametrize("args, kwargs", CALLS)
def test_call(args, kwargs):
    assert kind(native.Callable(), *args, **kwargs) == kind(Callable(), *args, **kwargs)


def test_call_by_name_and_through_a_subclass():
    class Sub(native.Callable):
        def __call__(self, *args, **kwargs):
            return ["sub", super().__call__(*args, **kwargs)]

    assert native.Callable().__call__(1, c=2) == (1, 2, (), 2, 4, None)
    assert Sub()(1, c=2) == ["sub", (1, 2, (), 2, 4, None)]


def test_call_of_an_argument_that_does_not_fit():
    error = outcome(native.Callable(), "x", c=1).error
    assert type(error) is TypeError and str(error).startswith("argument 'a': ")


def test_call_without_arguments():
    counter = native.Counter()
    assert callable(counter) and [counter(), counter(), counter()] == [0, 1, 2]
    raises(counter, RuntimeError, "enough")
    assert kind(counter, 1) is TypeError and kind(counter, x=1) is TypeError


def test_call_in_map():
    assert list(map(native.Callable().__call__, [])) == []
    assert [c() for c in [native.Counter()] * 2] == [0, 1]


def test_init_alone():
    point = native.Point(1, 2, label="p")
    assert (point.x, point.y, point.label) == (1, 2, "p")
    assert native.Point(x=5).y == 0


def test_init_that_fails():
    raises(native.Point, ValueError, "unlucky", 13)
    assert kind(native.Point) is TypeError and kind(native.Point, 1, 2, 3) is TypeError
    assert kind(native.Point, "x") is TypeError


def test_object_before_init():
    point = native.Point.__new__(native.Point)
    assert (point.x, point.y, point.label) == (0, 0, None)
    point.__init__(3, 4)
    assert (point.x, point.y) == (3, 4)


def test_init_again():
    point = native.Point(1, label=[1])
    assert point.__init__(7) is None and point.x == 7 and point.label is None


def test_init_of_a_subclass():
    class Sub(native.Point):
        def __init__(self, text):
            super().__init__(int(text), label=text)

    assert Sub("5").x == 5 and Sub("5").label == "5"


def test_init_of_a_subclass_that_is_not_called():
    class Sub(native.Point):
        def __init__(self):
            pass

    assert Sub().x == 0


def test_new_and_init_get_the_arguments():
    both = native.Both(5)
    assert (both.made, both.filled) == (5, 5)
    both.__init__(6)
    assert (both.made, both.filled) == (5, 6)
    assert native.Both.__new__(native.Both, 7).filled == -1


def test_init_of_another_object_does_not_run():
    class Sub(native.Both):
        def __new__(cls, n):
            return n

    assert Sub(5) == 5


def test_constructor_that_gets_the_class():
    class Sub(native.Made):
        pass

    assert native.Made("!").name == "Made!" and Sub("?").name == "Sub?"


def test_class_method_gets_the_class():
    class Sub(native.Made):
        pass

    assert native.Made.which() is native.Made and Sub.which() is Sub and Sub("x").which() is Sub


def test_class_method_with_arguments():
    class Sub(native.Made):
        pass

    assert native.Made.build(5).name == "Made5" and Sub.build(n=5, twice=True).name == "Sub10"
    assert kind(native.Made.build) is TypeError and kind(native.Made.build, 1, 2) is TypeError


def test_signature_of_a_class_method():
    assert PYPY_7 or str(inspect.signature(native.Made.build)) == "(n, *, twice=False)"


def test_static_method():
    assert native.Made.plain(1) == native.Made("").plain(1) == 2


def test_class_getitem():
    class Sub(native.Made):
        pass

    assert native.Made[int] == (native.Made, int) and Sub[1, 2] == (Sub, (1, 2))


def test_init_subclass():
    class Plain(native.Made):
        pass

    class Sub(native.Made, a=1, b=2):
        pass

    assert Plain.options in (None, {}) and Sub.options == {"a": 1, "b": 2}


def test_getattr_is_the_fallback():
    x = native.Fallback()
    assert x.real == 1 and x.method() == "method" and x.other == "<other>" and getattr(x, "ä") == "<ä>"


def test_getattr_that_fails():
    x = native.Fallback()
    raises(lambda: x.missing, AttributeError, "not even here")
    raises(lambda: x.broken, KeyError, "'broken'")
    assert getattr(x, "missing", 5) == 5 and not hasattr(x, "missing") and hasattr(x, "anything")


def test_getattr_is_not_asked_after_another_error():
    raises(lambda: native.Fallback().fails, ValueError, "fails")


def test_getattr_sees_the_type_first():
    assert type(native.Fallback().__class__) is type and native.Fallback().__class__ is native.Fallback


def test_getattr_of_a_subclass():
    class Sub(native.Fallback):
        own = "own"

        def __init__(self):
            self.mine = "mine"

    x = Sub()
    assert (x.own, x.mine, x.other, x.real) == ("own", "mine", "<other>", 1)


def test_getattr_of_a_subclass_goes_first():
    class Sub(native.Fallback):
        def __getattr__(self, name):
            return name.upper()

    assert Sub().abc == "ABC" and Sub().real == 1


def test_getattr_through_super():
    class Sub(native.Fallback):
        def __getattr__(self, name):
            return "sub " + super().__getattr__(name)

    # PyPy's `__getattr__` of a native class is all of the look-up, which asks the subclass first.
    assert PYPY or Sub().abc == "sub <abc>"
    assert native.Fallback().__getattr__("x") == "<x>"


def test_getattribute_is_asked_first():
    x = native.All()
    assert x.asked == "always" and x.method() == 5


def test_getattribute_before_getattr():
    x = native.All()
    assert x.secret == "fallback secret" and x.other == "fallback other"


def test_setattr_and_delattr():
    bag = native.Bag()
    bag.a = 1
    setattr(bag, "b", 2)
    assert (bag.a, bag.b) == (1, 2)
    del bag.a
    raises(lambda: bag.a, AttributeError, "a")
    raises(delattr, AttributeError, "a", bag, "a")


def test_setattr_that_fails():
    bag = native.Bag()
    raises(setattr, AttributeError, "locked", bag, "locked", 1)
    assert kind(setattr, bag, "x", "text") is TypeError and not hasattr(bag, "x")


def test_dir():
    bag = native.Bag()
    bag.b = bag.a = 1
    assert dir(bag) == ["a", "b"]


def test_setattr_through_the_usual_one():
    x = native.Loud()
    x.abc = 1
    assert x.ABC == 1 and not hasattr(x, "abc")


def test_setattr_without_delattr_deletes_as_always():
    x = native.Loud()
    x.abc = 1
    del x.ABC
    assert not hasattr(x, "ABC")
    assert kind(delattr, x, "ABC") is AttributeError


def test_setattr_of_a_subclass():
    class Sub(native.Bag):
        def __setattr__(self, name, value):
            super().__setattr__(name, value + 1)

    x = Sub()
    x.a = 1
    assert x.a == 2


class Owner:
    data = native.Descriptor()
    giver = native.Giver()


def test_descriptor_get():
    owner = Owner()
    assert owner.data == (owner, Owner)
    assert Owner.data is vars(Owner)["data"]


def test_descriptor_set_and_delete():
    class Own:
        data = native.Descriptor()

    own = Own()
    raises(lambda: delattr(own, "data"), AttributeError, "never set")
    own.data = 5
    del own.data
    assert vars(Own)["data"].log == ["set 5", "delete"]
    assert kind(setattr, own, "data", "x") is TypeError


def test_descriptor_knows_its_name():
    assert vars(Owner)["data"].name == "data"


def test_descriptor_by_name():
    data = native.Descriptor()
    assert data.__get__(5) == (5, None) and data.__get__(5, int) == (5, int)
    assert data.__set__(5, 6) is None and data.log == ["set 6"]


def test_data_descriptor_goes_before_the_dict():
    owner = Owner()
    owner.__dict__["data"] = 1
    assert owner.data == (owner, Owner)


def test_plain_descriptor_comes_after_the_dict():
    owner = Owner()
    assert owner.giver is owner and Owner.giver is None
    owner.giver = 1
    assert owner.giver == 1


def test_property():
    x = native.Properties()
    raises(lambda: x.value, AttributeError, "no value")
    x.value = 5
    assert x.value == 5
    del x.value
    raises(delattr, AttributeError, "no value to delete", x, "value")


def test_property_of_a_value_that_does_not_fit():
    assert kind(setattr, native.Properties(), "value", "x") is TypeError


@only(not PYPY or sys.version_info >= (3, 10))  # PyPy 3.9 shows no docstring of a native property
def test_property_documentation():
    assert native.Properties.value.__doc__ == "The value."


def test_property_that_is_read_only():
    x = native.Properties()
    assert x.read_only == 1
    assert kind(setattr, x, "read_only", 1) is AttributeError and kind(delattr, x, "read_only") is AttributeError


def test_property_that_is_write_only():
    x = native.Properties()
    x.write_only = 5
    assert x.value == 5 and kind(getattr, x, "write_only") is AttributeError
    assert kind(delattr, x, "write_only") is AttributeError


def test_property_that_is_read_and_deleted():
    x = native.Properties()
    assert getattr(x, "class") == "renamed"
    delattr(x, "class")
    assert x.value == -1
    raises(setattr, AttributeError, "cannot set 'class'", x, "class", 1)


def test_class_constants():
    assert native.Constants.LIMIT == 100 and native.Constants(1).LIMIT == 100
    assert native.Constants.title == "constants" and not hasattr(native.Constants, "TITLE")
    assert not hasattr(native.Constants, "HIDDEN")


def test_class_attributes_that_are_instances():
    low, high = native.Constants.LOW, native.Constants.HIGH
    assert type(low) is type(high) is native.Constants and (low.level, high.level) == (1, 5)
    assert native.Constants.LOW is low


def test_class_attributes_of_a_subclass():
    class Sub(native.Constants):
        LIMIT = 5

    assert Sub.LIMIT == 5 and Sub.LOW is native.Constants.LOW


def test_match_args():
    assert native.Constants.__match_args__ == ("level",)
    if sys.version_info >= (3, 10):
        scope = {"Constants": native.Constants}
        exec("match Constants(7):\n case Constants(level): found = level", scope)
        assert scope["found"] == 7


def test_context_manager():
    x = native.Plain(1)
    with x as entered:
        pass
    assert entered is x and x.log == ["nothing false"]


def test_context_manager_that_swallows():
    x = native.Plain(1)
    with x:
        raise KeyError
    with contextlib.suppress(ValueError):
        with x:
            raise ValueError
    assert x.log == ["KeyError true", "ValueError true"]


def test_copy():
    assert copy.copy(native.Plain(1)).n == 2 and copy.deepcopy(native.Plain(1)).n == 3
    assert copy.deepcopy([native.Plain(1)])[0].n == 3


def test_pickle_by_reduce():
    assert native.Plain(5).__reduce__() == (native.Plain, (5,))


def test_sizeof():
    assert native.Plain(1).__sizeof__() == 1000
    if not PYPY:
        assert sys.getsizeof(native.Plain(1)) >= 1000


def test_dir_format_bytes_fspath():
    x = native.Plain(7)
    assert dir(x) == ["a", "b"] and format(x, ">5") == f"{x:>5}" == "7:>5" and f"{x}" == "7:"
    assert bytes(x) == b"\x07\x07\x07" and os.fspath(x) == "/7"


def test_str_and_repr():
    assert str(native.Plain(1)) == "plain" and f"{native.Plain(1)!s}" == "plain"
    raises(str, ValueError, "unlucky", native.Plain(13))
    assert repr(native.Plain(1)).startswith("<conformance.slots_objects.Plain object at 0x")


def test_instance_and_subclass_checks():
    assert isinstance(5, native.Plain(5)) and not isinstance(6, native.Plain(5))
    assert issubclass(int, native.Plain(1)) and not issubclass(int, native.Plain(2))


def test_objects_are_freed_after_use():
    import weakref

    class Item:
        pass

    item = Item()
    weak = weakref.ref(item)
    point = native.Point(1, label=item)
    point.__init__(2, label=[item])
    del item, point
    collect()
    assert weak() is None


