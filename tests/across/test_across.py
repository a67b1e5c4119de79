"""A class that two binaries share: each has a copy of the crate that defines it, and of hstack.

`cargo hstack test -p across --with conformance` builds both.
"""

import copy
import pickle
import sys

import across
import conformance
import pytest
from support import CPYTHON, FREE_THREADED, collect, ok, only, outcome

elsewhere = conformance.classes_elsewhere
Pigment = across.Pigment
# A test runs for both binaries, one of which made the type, in this order.
both = pytest.mark.parametrize("here, there", [(across, elsewhere), (elsewhere, across)], ids=["across", "elsewhere"])


def refused(which, text):
    error = outcome(across.claim, which).error
    assert type(error) is ImportError and text in str(error), error


def test_one_type():
    assert across.Pigment is elsewhere.Pigment is across.claim("")
    assert Pigment.__name__ == "Pigment" and Pigment.__module__ in ("across", elsewhere.__name__)


@both
def test_instances_of_one_are_read_by_the_other(here, there):
    made = here.make_pigment(0.1)
    assert type(made) is Pigment and there.strength_of(made) == here.strength_of(made) == 0.1
    assert (made.opaque, made.strength, list(made.parts)) == (False, 0.1, [1, 2, 3])


@both
def test_instances_that_python_makes(here, there):
    made = here.Pigment(2.5, (7, 8, 9))
    assert there.strength_of(made) == 2.5 and made == there.Pigment(2.5, (7, 8, 9)) != here.make_pigment(2.5)


@both
def test_results(here, there):
    half = here.faded([there.make_pigment(4.0), here.make_pigment(1.0), there.faded([here.Pigment(8.0, (0, 0, 1))])[0]])
    assert [type(p) for p in half] == [Pigment] * 3
    assert [p.strength for p in half] == [2.0, 0.5, 2.0] and list(half[2].parts) == [0, 0, 1]


@both
def test_methods_and_attributes(here, there):
    covered = here.make_pigment(3.0).covered()
    assert covered.opaque and type(covered) is Pigment and there.strength_of(covered) == 3.0
    assert there.strength_of(here.make_pigment(1.0) + there.make_pigment(2.0)) == 3.0
    assert Pigment.LAYERS == 3
    assert repr(covered) == "Pigment { opaque: true, strength: 3.0, parts: [1, 2, 3] }"
    assert type(outcome(lambda: covered + 1).error) is TypeError


@both
def test_derived_in_python(here, there):
    class Mine(here.Pigment):
        def twice(self):
            return there.strength_of(self) * 2

    mine = Mine(1.5, (0, 0, 0))
    mine.x = 3
    assert mine.twice() == 3.0 and here.faded([mine])[0].strength == 0.75 and across.is_pigment(mine)
    with pytest.raises(TypeError):
        class Both(Mine, there.Swatch if hasattr(there, "Swatch") else here.Swatch):
            pass
        # PyPy makes such a class; an instance has not both payloads.
        here.strength_of(Both.__new__(Both))


def test_copies_and_pickles():
    made = across.make_pigment(0.25)
    for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert type(other) is Pigment and other == made and other is not made


@both
def test_others_are_refused(here, there):
    class Fake:
        strength = 1.0

    for other in (1, None, Pigment, Fake(), elsewhere.make_swatch("x")):
        assert type(outcome(here.strength_of, other).error) is TypeError
    assert not across.is_pigment(Fake()) and not across.is_pigment(elsewhere.make_swatch("x"))
    fake = Fake()
    if outcome(setattr, fake, "__class__", Pigment).error is None:
        assert type(outcome(here.strength_of, fake).error) is TypeError
    swatch = elsewhere.make_swatch("x")
    if outcome(setattr, swatch, "__class__", Pigment).error is None:
        assert type(outcome(here.strength_of, swatch).error) is TypeError


@both
def test_instances_without_a_payload(here, there):
    made = outcome(object.__new__, here.Pigment)
    if made.error is None:
        assert type(outcome(there.strength_of, made.value).error) is TypeError
        assert type(outcome(lambda: made.value.strength).error) is TypeError


def test_a_class_that_nobody_exports():
    spot = across.make_spot(7, "\u1234")
    assert across.is_spot(spot, 7, "\u1234") and not across.is_spot(across.make_pigment(1.0), 7, "\u1234")
    assert type(spot).__name__ == "Spot" and type(spot).__module__ == "across"
    assert type(spot.dot) is type(spot) and across.is_spot(type(spot).dot, 1, ".")


def test_another_version_is_refused():
    refused("later", "'palette.Pigment' is version 2 here and version 1 in '")


def test_other_fields_are_refused():
    refused("narrow", "'palette.Pigment' is {_opaque: bool at 0, _strength: f32 at 4, _parts: [u8; 3] at 8} of 12 bytes here and "
            "{opaque: bool at 0, strength: f64 at 8, parts: [u8; 3] at 16} of 24 bytes in '")
    refused("renamed", "change its version where its fields change, and build both with the same")


def test_nothing_leaks():
    import weakref

    kept = [across.make_pigment(1.0), elsewhere.make_pigment(1.0)]
    gone = [weakref.ref(p) for p in kept]
    counted = CPYTHON and not FREE_THREADED
    before = sys.getrefcount(Pigment) if counted else 0
    for _ in range(100):
        across.faded(kept), elsewhere.faded(kept), outcome(across.claim, "later")
    if counted:
        assert abs(sys.getrefcount(Pigment) - before) < 5
    del kept
    collect()
    assert [ref() for ref in gone] == [None, None]


ORDERS = [("across", "conformance"), ("conformance", "across")]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_whoever_is_first_makes_it(order):
    ok("""
import importlib, sys
first, second = map(importlib.import_module, sys.argv[1:])
first, second = (m if m.__name__ == "across" else m.classes_elsewhere for m in (first, second))
assert first.Pigment is second.Pigment and first.Pigment.__module__ == first.__name__
for here, there in [(first, second), (second, first)]:
    made = here.make_pigment(1.5)
    assert type(made) is first.Pigment and there.strength_of(made) == 1.5
    assert there.faded([made])[0].covered().opaque
""", *order)


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_the_module_of_the_maker_goes(order):
    ok("""
import gc, importlib, sys
first, second = map(importlib.import_module, sys.argv[1:])
second = second if second.__name__ == "across" else second.classes_elsewhere
made = (first if first.__name__ == "across" else first.classes_elsewhere).make_pigment(1.5)
for name in [name for name in sys.modules if name.split(".")[0] == sys.argv[1]]:
    del sys.modules[name]
del first
for _ in range(5):
    gc.collect()
assert second.strength_of(made) == 1.5 and second.make_pigment(2.0).covered().strength == 2.0
assert type(made) is second.Pigment and second.faded([made])[0].strength == 0.75
""", *order)


# Python code that reaches the capsules.
REGISTRY = """
import sys
registry = sys.__dict__.setdefault("_hstack", {})
def fails(error, text):
    import importlib
    try:
        importlib.import_module("across")
    except error as e:
        assert text in str(e), e
    else:
        raise AssertionError("no error")
"""
KEY = "class palette.Pigment 0"


def test_what_is_no_capsule_is_refused():
    ok(REGISTRY + f"""
sys._hstack = 1
fails(TypeError, "expected dict, got int")
sys._hstack = registry
registry["{KEY}"] = 1
fails(TypeError, "expected PyCapsule, got int")
registry["{KEY}"] = sys.modules
fails(TypeError, "expected PyCapsule, got dict")
del registry["{KEY}"]
import across
assert across.strength_of(across.make_pigment(1.0)) == 1.0
""")


def test_capsules_of_others_are_refused():
    ok(REGISTRY + f"""
import conformance
registry["{KEY}"] = conformance.capsules.new("other", 1)
fails(ImportError, "'palette.Pigment' was made by another one; build both with the same")
""")


def test_capsules_at_other_places_are_refused():
    ok(REGISTRY + f"""
import across
across.make_spot(1, "x")
registry["{KEY}"] = registry["class across.Spot 0"]
try:
    import conformance
except ImportError as e:
    assert "'palette.Pigment' stands where 'across.Spot' does in 'across'" in str(e), e
else:
    raise AssertionError("no error")
assert across.strength_of(across.make_pigment(1.0)) == 1.0
""")


def test_a_deleted_entry_makes_two_types():
    ok(REGISTRY + f"""
import across
del registry["{KEY}"]
import conformance
other = conformance.classes_elsewhere
assert other.Pigment is not across.Pigment
for here, there in [(across, other), (other, across)]:
    made = here.make_pigment(1.0)
    assert here.strength_of(made) == 1.0
    for function in (there.strength_of, there.Pigment.covered, there.make_pigment(1.0).__add__):
        try:
            assert function(made) is NotImplemented
        except TypeError:
            pass
""")


needs_copies = only(CPYTHON)
COPY = """
import gc, importlib.machinery, importlib.util, os, shutil, sys, tempfile, weakref
folder = tempfile.mkdtemp()
def load(name, number):
    origin = os.path.splitext(importlib.util.find_spec(name).origin)[0] + ".so"
    path = os.path.join(folder, f"{name}{number}.so")
    shutil.copyfile(origin, path)
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module
"""


def test_many_files():
    ok(COPY + """
modules = [load("across", n) for n in range(6)]
assert len({m.Pigment for m in modules}) == 1
things = [m.make_pigment(n) for n, m in enumerate(modules)]
assert all(m.strength_of(t) == n for m in modules for n, t in enumerate(things))
spots = [m.make_spot(n, "y") for n, m in enumerate(modules)]
assert len(set(map(type, spots))) == 1 and all(m.is_spot(s, n, "y") for m in modules for n, s in enumerate(spots))
shutil.rmtree(folder)
""")


@needs_copies
def test_the_type_goes_with_its_last_user():
    ok(COPY + """
first = load("across", 1)
gone = weakref.ref(first.Pigment)
del first
for _ in range(5):
    gc.collect()
assert gone() is None
second, third = load("across", 2), load("across", 3)
assert second.Pigment is third.Pigment and second.strength_of(third.make_pigment(1.0)) == 1.0
kept = third.make_pigment(2.0)
gone = weakref.ref(second.Pigment)
del second, third
for _ in range(5):
    gc.collect()
assert gone() is type(kept) and kept.covered().strength == 2.0
fourth = load("across", 4)
assert fourth.Pigment is type(kept) and fourth.strength_of(kept) == 2.0
shutil.rmtree(folder)
""")


@needs_copies
def test_a_file_twice():
    ok(COPY + """
first = load("across", 1)
second = importlib.util.module_from_spec(first.__spec__)
first.__spec__.loader.exec_module(second)
third = load("across", 2)
assert first is not second and first.Pigment is second.Pigment is third.Pigment
for here in (first, second, third):
    for there in (first, second, third):
        assert here.strength_of(there.make_pigment(1.0).covered()) == 1.0
shutil.rmtree(folder)
""")


@only(CPYTHON and sys.version_info >= (3, 14))
def test_interpreters_have_their_own():
    ok("""
import across, conformance, sys
from concurrent import interpreters
code = '''
import conformance, across
here, there = across, conformance.classes_elsewhere
assert here.Pigment is there.Pigment and here.Pigment.__module__ == there.__name__
made = [here.make_pigment(1.0), there.make_pigment(2.0)]
assert [here.strength_of(m) for m in made] == [there.strength_of(m) for m in made] == [1.0, 2.0]
'''
others = [interpreters.create() for _ in range(3)]
for other in others:
    other.exec(f"import sys; sys.path[:] = {sys.path!r}")
    other.exec(code)
others[0].close()
made = across.make_pigment(3.0)
assert conformance.classes_elsewhere.strength_of(made) == 3.0 and type(made).__module__ == "across"
others[1].exec("assert here.faded(made)[1].strength == 1.0")
""")


@only(CPYTHON)
def test_threads_that_import_at_once():
    ok(COPY + """
import threading
for round in range(10):
    start, modules = threading.Barrier(6), []
    def work(n):
        start.wait()
        modules.append(load("across", 10 * round + n))
    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    [t.start() for t in threads], [t.join() for t in threads]
    assert len(modules) == 6 and len({m.Pigment for m in modules}) == 1
    assert all(here.strength_of(there.make_pigment(1.0)) == 1.0 for here in modules for there in modules)
    del modules
    gc.collect()
shutil.rmtree(folder)
""")
