"""Classes, functions and exceptions that another crate of the same binary defines."""

import pickle

import pytest
from conformance import classes_elsewhere as c
from support import outcome


def test_a_class_is_exported():
    swatch = c.Swatch("red", 3)
    assert (type(swatch), swatch.name, swatch.level) == (c.Swatch, "red", 3)


def test_the_module_is_the_one_that_exports():
    # `Label` is exported first, and needed its base.
    assert c.Swatch.__module__ == c.Label.__module__ == c.__name__


def test_instances_made_here():
    swatch = c.make_swatch("blue")
    assert type(swatch) is c.Swatch and (swatch.name, swatch.level) == ("blue", 7)


def test_instances_are_read_here():
    assert c.level_of(c.Swatch("red", 3)) == 3
    assert type(outcome(c.level_of, 3).error) is TypeError


def test_operators():
    both = c.Swatch("red", 3) + c.make_swatch("blue")
    assert type(both) is c.Swatch and (both.name, both.level) == ("red-blue", 10)


def test_a_class_derived_here():
    label = c.Label("red", 3, "stop")
    assert c.Label.__mro__ == (c.Label, c.Swatch, object)
    assert (label.name, label.level, label.text) == ("red", 3, "stop")
    assert c.level_of(label) == 3 and (label + label).level == 6


def test_a_class_derived_in_python():
    class Mine(c.Swatch):
        pass

    assert c.level_of(Mine("x", 5)) == 5


def test_equality_and_hash():
    assert c.Swatch("red", 3) == c.Swatch("red", 3) != c.Swatch("red", 4)
    assert hash(c.Swatch("red", 3)) == hash(c.Swatch("red", 3))


def test_pickle():
    assert pickle.loads(pickle.dumps(c.Swatch("red", 3))) == c.Swatch("red", 3)


def test_functions_and_exceptions():
    red = c.Swatch("red", 3)
    assert c.named([c.make_swatch("blue"), red], "red") is red
    with pytest.raises(c.NoSuchColor, match="^green$"):
        c.named([red], "green")
    assert issubclass(c.NoSuchColor, LookupError) and c.NoSuchColor.__module__ == "palette"
