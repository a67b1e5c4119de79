"""Two live copies of the module: their classes are apart, and neither disturbs the other."""

import sys

from support import CPYTHON, ok, only

HEAD = """
import gc, importlib.machinery, importlib.util, pickle, sys, weakref
import conformance as a

def another():
    origin = a.__spec__.origin
    loader = importlib.machinery.ExtensionFileLoader("conformance", origin)
    spec = importlib.util.spec_from_file_location("conformance", origin, loader=loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module

def error(function, *args):
    try:
        function(*args)
    except Exception as e:
        return type(e)

b = another()
assert b is not a
"""

# PyPy imports an extension once.
needs_copies = only(CPYTHON)


@needs_copies
def test_classes_are_apart():
    ok(HEAD + """
for group, name in [("classes_options", "Plain"), ("classes_bases", "Puppy"), ("classes_bases", "Bag"), ("fields", "Tree"),
                    ("classes_enums", "Color"), ("classes_enums", "Shape"), ("classes_exclusive", "Register")]:
    mine, other = getattr(getattr(a, group), name), getattr(getattr(b, group), name)
    assert mine is not other and mine.__name__ == other.__name__
    assert not issubclass(mine, other) and not issubclass(other, mine)
""")


@needs_copies
def test_instances_are_apart():
    ok(HEAD + """
x, y = a.classes_bases.Puppy("x", 1), b.classes_bases.Puppy("y", 2)
assert x.all() == ("x", 1, 1.0) and y.all() == ("y", 1, 2.0)
assert a.classes_bases.as_animal(x) == "x" and b.classes_bases.as_animal(y) == "y"
assert error(a.classes_bases.as_animal, y) is TypeError and error(b.classes_bases.as_animal, x) is TypeError
assert error(type(x).all, y) is TypeError and error(type(y).name.__get__, x) is TypeError
assert a.classes_options.Newtype("t") != b.classes_options.Newtype("t")
assert type(a.classes_bases.make_puppy("m")) is type(x) and type(b.classes_bases.make_puppy("m")) is type(y)
""")


@needs_copies
def test_members_are_apart():
    ok(HEAD + """
A, B = a.classes_enums.Color, b.classes_enums.Color
assert A.Red is not B.Red and A.Red != B.Red
assert a.classes_enums.next_color(A.Red) is A.Green and b.classes_enums.next_color(B.Red) is B.Green
assert error(a.classes_enums.next_color, B.Red) is TypeError
""")


@needs_copies
def test_fields_do_not_mix():
    ok(HEAD + """
t = a.fields.Tree("t")
assert error(t.add, b.fields.Tree("u")) is TypeError
t.add(a.fields.Tree("u"))
three = a.fields.Three(b.fields.Three("inner"))
assert three.first.first == "inner"
""")


@needs_copies
def test_one_copy_goes():
    ok(HEAD + """
y = b.classes_bases.Dog("y", 3, [1])
kept = b.classes_options.Everything(4)
kind = weakref.ref(type(y))
del b, y
for _ in range(5):
    gc.collect()
assert kept.value == 4 and kept.__class__(5).value == 5
x = a.classes_bases.Dog("x", 3, [1])
assert x.speak() == "x speaks: woof" and x.friend == [1]
c = another()
assert c.classes_bases.Dog("z").shout() == "Z"
""")


@needs_copies
def test_many_copies():
    ok(HEAD + """
copies = [another() for _ in range(5)]
things = [m.classes_enums.Shape.Rect(i, 2) for i, m in enumerate(copies)]
assert [m.classes_enums.area(t) for m, t in zip(copies, things)] == [0.0, 2.0, 4.0, 6.0, 8.0]
assert len({type(t) for t in things}) == 5
del copies
for _ in range(5):
    gc.collect()
assert [t.area() for t in things] == [0.0, 2.0, 4.0, 6.0, 8.0]
""")


@needs_copies
def test_python_class_over_classes_of_both():
    ok(HEAD + """
class Mine(a.classes_bases.Animal):
    pass
class Other(b.classes_bases.Animal):
    pass
assert Mine("m").speak() == "m speaks" and Other("o").speak() == "o speaks"
assert error(type, "Both", (Mine, Other), {}) is TypeError
m = Mine("m")
try:
    m.__class__ = Other
except TypeError:
    pass
else:
    assert error(m.speak) is TypeError
""")


@only(CPYTHON and sys.version_info >= (3, 14))
def test_classes_of_two_interpreters():
    ok("""
import sys
from concurrent import interpreters
import conformance as a
x = a.classes_bases.Puppy("x", 1)
others = [interpreters.create() for _ in range(2)]
for other in others:
    other.exec(f"import sys; sys.path[:] = {sys.path!r}")
    other.exec('''
import gc, conformance as a
d = a.classes_bases.Puppy("y", 2)
assert d.all() == ("y", 1, 2.0) and a.classes_enums.next_color(a.classes_enums.Color.Red) is a.classes_enums.Color.Green
t = a.fields.Tree("t"); t.add(t); del t
r = a.classes_exclusive.Register(1); assert r.add(1) == 2
gc.collect()
''')
others[0].close()
assert x.all() == ("x", 1, 1.0)
others[1].exec('assert d.shout() == "Y" and a.classes_enums.Shape.Circle(2).area() == 12.0')
others[1].close()
assert x.speak() == "x speaks: woof"
""")
