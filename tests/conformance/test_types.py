"""Types as objects, and the checks of handle types."""

import sys
import types

from conformance import objects
from support import outcome, raises


class Base:
    class Inner:
        pass


def function():
    pass


SAMPLES = {
    "Type": int,
    "Bool": True,
    "Int": 5,
    "Float": 1.5,
    "Complex": 1j,
    "Str": "a",
    "Bytes": b"a",
    "ByteArray": bytearray(),
    "List": [],
    "Tuple": (),
    "Dict": {},
    "Set": set(),
    "FrozenSet": frozenset(),
    "Slice": slice(1),
    "Range": range(1),
    "MemoryView": memoryview(b""),
    "Module": sys,
    "Function": function,
    "NoneType": None,
    "MappingProxy": types.MappingProxyType({}),
    "BaseException": OSError(),
    "Any": object(),
}


def kinds_of(target):
    got = set()
    for name, by_instance, by_cast in objects.kinds(target):
        assert by_instance is by_cast, name
        if by_instance:
            got.add(name)
    return got


def test_every_builtin_type_is_recognised():
    for name, sample in SAMPLES.items():
        expected = {name, "Any"} | ({"Int"} if name == "Bool" else set())
        assert kinds_of(sample) == expected, name


def test_builtin_function():
    assert "BuiltinFunction" in kinds_of(objects.len)


def test_capsule():
    import datetime

    capsule = getattr(datetime, "datetime_CAPI", None)
    if capsule is not None:
        assert "Capsule" in kinds_of(capsule)
    else:
        assert sys.implementation.name == "pypy"


def test_derived_types_are_recognised():
    for base in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, OSError):
        derived = type("Derived", (base,), {})
        name = {"OSError": "BaseException", "bytearray": "ByteArray", "frozenset": "FrozenSet"}.get(
            base.__name__, base.__name__.capitalize()
        )
        assert kinds_of(derived()) == {name, "Any"}


def test_class_attribute_does_not_fool_the_check():
    class Liar:
        __class__ = list

    assert isinstance(Liar(), list)
    assert kinds_of(Liar()) == {"Any"}
    assert type(outcome(objects.cast_to_list, Liar()).error) is TypeError


def test_cast():
    mine = [1]
    assert objects.cast_to_list(mine) is mine
    raises(objects.cast_to_list, TypeError, "expected list, got str", "a")


def test_cast_message_names_the_module_of_a_class():
    raises(objects.cast_to_list, TypeError, f"expected list, got {__name__}.Base", Base())


def test_type_names():
    for cls in (int, Base, Base.Inner, OSError, types.SimpleNamespace, type):
        name, qualname, full = objects.type_names(cls)
        assert name == cls.__name__ and qualname == cls.__qualname__
        module = cls.__module__
        assert full == (qualname if module == "builtins" else f"{module}.{qualname}")


def test_type_name_not_ascii():
    cls = type("Größe", (), {})
    assert objects.type_names(cls)[0] == "Größe"


def test_type_bases():
    for cls in (int, bool, OSError, Base):
        assert objects.type_bases(cls) == (cls.__mro__, cls.__bases__)


def test_type_full_name_with_a_strange_module():
    cls = type("Strange", (), {"__module__": 5})
    got = outcome(objects.type_names, cls)
    assert got.error is None and got.value[0] == "Strange" and got.value[2].endswith("Strange")


def test_type_full_name_without_a_module():
    cls = eval("type('Lost', (), {})", {})
    got = outcome(objects.type_names, cls)
    if got.error is None:
        assert got.value[0] == "Lost" and got.value[2].endswith("Lost")
    else:
        assert type(got.error) is AttributeError and not hasattr(cls, "__module__")


def test_type_name_that_raises():
    class Meta(type):
        @property
        def __module__(cls):
            raise OSError("mine")

    cls = Meta("Odd", (), {})
    got = outcome(objects.type_names, cls)
    assert got.error is None and got.value[0] == "Odd" or type(got.error) is OSError
