"""Enums: singletons without data, classes with. Then what is borrowed exclusively, and locks."""

import copy
import pickle
import sys
import threading

import pytest
from conformance import classes_enums as c
from conformance import classes_exclusive as x
from support import CPYTHON, PYPY, only, outcome, raises


def error(function, *args):
    return type(outcome(function, *args).error)


def test_members_are_attributes():
    assert [type(m) for m in (c.Color.Red, c.Color.Green, c.Color.BLUE)] == [c.Color] * 3
    assert not hasattr(c.Color, "Blue")


def test_members_are_singletons():
    assert c.Color.Red is c.Color.Red and c.colors() == [c.Color.Red, c.Color.Green, c.Color.BLUE]
    assert all(a is b for a, b in zip(c.colors(), c.colors()))


def test_members_differ():
    assert c.Color.Red != c.Color.Green and c.Color.Red == c.Color.Red and len(set(c.colors())) == 3


def test_members_cross_both_ways():
    assert c.next_color(c.Color.Red) is c.Color.Green and c.next_color(c.Color.BLUE) is c.Color.Red
    assert [c.color_of(m) for m in c.colors()] == ["red", "green", "blue"]
    assert error(c.next_color, 1) is TypeError and error(c.next_color, c.Level.Low) is TypeError


def test_members_made_as_instances():
    assert [c.make_color(n) for n in range(3)] == c.colors()
    assert all(c.make_color(n) is c.colors()[n] for n in range(3))


def test_members_from_a_constructor():
    assert c.Signal(True) is c.Signal.Go and c.Signal(False) is c.Signal.Stop
    assert c.Signal.Go.other() is c.Signal.Stop and c.all_signals() == [c.Signal.Stop, c.Signal.Go]

    class Mine(c.Signal):
        pass

    assert type(Mine(True)) is Mine and type(Mine(True).other()) is c.Signal and Mine(True).other() is c.Signal.Stop


def test_shapes_by_value():
    shape = c.Shape.Rect(1, 2)
    assert c.scaled(shape, 2) == c.Shape.Rect(2, 4) and shape == c.Shape.Rect(1, 2)
    named = c.Shape.Named("n", [1])
    assert c.scaled(named, 2) == named and c.scaled(named, 2) is not named
    assert c.widest([c.Shape.Empty(), shape, named]) == shape and c.widest([]) is None
    assert error(c.scaled, 1, 2) is TypeError and error(c.scaled, c.Color.Red, 2) is TypeError
    assert error(c.widest, [shape, None]) is TypeError
    assert str(outcome(c.scaled, 1, 2).error) == "argument 'shape': expected Shape, got int"


def test_member_repr():
    assert [repr(m) for m in c.colors()] == ["Color.Red", "Color.Green", "Color.BLUE"]
    assert repr(c.Key.A) == "Key.A"


def test_member_int():
    assert [int(m) for m in c.colors()] == [0, 1, 2]
    assert [int(m) for m in (c.Level.Low, c.Level.Middle, c.Level.High)] == [-1, 5, 100]


def test_no_constructor():
    assert error(c.Color) is TypeError and error(c.Color, 0) is TypeError


@only(not (PYPY and sys.pypy_version_info < (8,)))  # It lets Python code derive from every class.
def test_no_subclass():
    assert error(type, "Sub", (c.Color,), {}) is TypeError


def test_not_equal_to_numbers():
    assert c.Color.Red != 0 and not c.Color.Red == 0


def test_equal_to_numbers():
    assert c.Level.Low == -1 and -1 == c.Level.Low and c.Level.High == 100 and c.Level.Middle != 6
    assert c.Level.Low != c.Level.High and c.Level.Low == c.Level.Low
    assert c.Level.Low != 2**70 and c.Level.Low != "x" and c.Level.Low != c.Color.Red
    assert error(lambda: c.Level.Low < 5) is TypeError


def test_hash_agrees_with_the_number():
    assert {100: "high", -1: "low"}[c.Level.High] == "high"
    assert all(hash(m) == hash(int(m)) for m in (c.Level.Low, c.Level.Middle, c.Level.High))


def test_derived():
    assert c.Key.A < c.Key.B and c.Key.B >= c.Key.A and c.Key.A == c.keyed_of(0) and hash(c.Key.A) != hash(c.Key.B)
    assert c.keyed_of(1) is c.Key.B and c.keyed_of(7) is None
    assert error(lambda: c.Key.A < c.Color.Red) is TypeError


def test_methods():
    assert c.Port.Input.is_input() and not c.Port.Output.is_input() and c.Port.default() is c.Port.Output
    assert repr(c.Port.Input) == "<in>"
    assert c.opposite(c.Port.Input) is c.Port.Output and c.opposite(None) is None


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_members_are_pickled(protocol):
    for member in [*c.colors(), c.Level.High, c.Key.B]:
        assert pickle.loads(pickle.dumps(member, protocol)) is member


def test_members_are_copied():
    assert copy.copy(c.Color.Red) is c.Color.Red and copy.deepcopy([c.Color.Red])[0] is c.Color.Red


def test_members_in_a_dict():
    assert {c.Color.Red: 1, c.Color.Green: 2}[c.Color.Green] == 2


# Variants with data.


def test_variants_are_classes():
    assert all(issubclass(v, c.Shape) for v in (c.Shape.Circle, c.Shape.Rect, c.Shape.Named, c.Shape.Empty))
    assert c.Shape.Circle.__name__ == "Circle" and c.Shape.Circle.__qualname__ == "Shape.Circle"
    assert c.Shape.Circle.__module__ == c.Shape.__module__ == c.__name__
    assert c.Shape.Circle.__doc__ == "Round."


def test_variants_are_made():
    s = c.Shape.Circle(2)
    assert isinstance(s, c.Shape) and type(s) is c.Shape.Circle and s.radius == 2.0 and s.area() == 12.0
    assert c.Shape.Circle(radius=3).radius == 3.0
    r = c.Shape.Rect(2, 3)
    assert (r._0, r._1, r.area()) == (2.0, 3.0, 6.0)
    n = c.Shape.Named("x", [1, 2])
    assert (n.name, n.corners) == ("x", [1, 2])
    assert type(c.Shape.Empty()) is c.Shape.Empty


def test_variants_check_their_arguments():
    assert error(c.Shape.Circle) is TypeError and error(c.Shape.Circle, "x") is TypeError
    assert error(c.Shape.Empty, 1) is TypeError and error(c.Shape.Rect, 1) is TypeError
    assert error(c.Shape.Circle, 1, 2) is TypeError


def test_enum_itself_is_not_made():
    assert error(c.Shape) is TypeError


def test_variants_from_rust():
    kinds = ["circle", "rect", "named", "empty"]
    assert [type(c.make_shape(k)) for k in kinds] == [c.Shape.Circle, c.Shape.Rect, c.Shape.Named, c.Shape.Empty]
    assert [c.area(c.make_shape(k)) for k in kinds] == [12.0, 6.0, 0.0, 0.0]
    assert error(c.make_shape, "x") is ValueError


def test_variants_compare():
    assert c.Shape.Circle(1) == c.Shape.Circle(1) != c.Shape.Circle(2)
    assert c.Shape.Empty() == c.Shape.Empty() != c.Shape.Rect(1, 2) and c.Shape.Rect(1, 2) == c.Shape.Rect(1, 2)
    assert repr(c.Shape.Rect(1, 2)) == "Rect(1.0, 2.0)"


def test_receiver_of_a_variant():
    assert error(c.Shape.Circle.radius.__get__, c.Shape.Empty()) is TypeError
    assert c.Shape.area(c.Shape.Empty()) == 0.0


def test_match_args():
    assert c.Shape.Circle.__match_args__ == ("radius",) and c.Shape.Rect.__match_args__ == ("_0", "_1")
    assert c.Shape.Empty.__match_args__ == ()


@only(sys.version_info >= (3, 10))
def test_match():
    scope = {"Shape": c.Shape, "Color": c.Color}
    exec("""
def show(x):
    match x:
        case Shape.Circle(radius=0): return "point"
        case Shape.Circle(r): return f"circle {r}"
        case Shape.Rect(a, b) if a == b: return "square"
        case Shape.Rect(a, b): return f"{a} by {b}"
        case Shape.Named(name=n, corners=[first, *rest]): return f"{n} {first} {len(rest)}"
        case Shape.Empty(): return "empty"
        case Color.Red: return "red"
        case Shape(): return "other"
        case _: return "nothing"
""", scope)
    S = c.Shape
    values = [S.Circle(0), S.Circle(2), S.Rect(1, 1), S.Rect(1, 2), S.Named("n", [5, 6, 7]), S.Empty(), c.Color.Red,
              S.Named("n", []), c.Color.Green]
    shown = ["point", "circle 2.0", "square", "1.0 by 2.0", "n 5 2", "empty", "red", "other", "nothing"]
    assert [scope["show"](v) for v in values] == shown


def test_forged_variants():
    for make in (lambda: object.__new__(c.Shape), lambda: object.__new__(c.Shape.Circle),
                 lambda: c.Shape.__new__(c.Shape.Circle), lambda: object.__new__(c.Color),
                 lambda: c.Shape.Empty.__new__(c.Shape.Circle)):
        got = outcome(make)
        if got.error is None:
            assert outcome(c.area, got.value).error is not None and outcome(c.color_of, got.value).error is not None
        else:
            assert type(got.error) is TypeError


# Exclusive borrows.


def test_exclusive_methods():
    r = x.Register(5)
    assert r.add(2) == 7 == r.value == r.read() == x.read_register(r)
    r.value = 9
    r.names = ["a", "b"]
    assert (r.value, r.names, len(r), r.first()) == (9, ["a", "b"], 2, "a")
    r += 1
    assert r.value == 10


def test_exclusive_values_compare():
    assert x.Register(1) == x.Register(1) != x.Register(2) and repr(x.Register(1)) == "Register { value: 1, names: [] }"


IN_USE = "{} cannot borrow this object, because {} is using it: end that before, or keep what both use in an `Atomic` or a `Lock`"


@pytest.mark.parametrize("call, who", [
    (lambda r: r.add(1), "Register.add"), (lambda r: r.read(), "Register.read"), (lambda r: r.value, "Register.value"),
    (lambda r: setattr(r, "value", 1), "Register.value"), (lambda r: len(r), "Register.__len__"),
    (lambda r: x.read_register(r), "Handle::borrow"), (lambda r: r == r, "a comparison"),
    (lambda r: r.update(int), "Register.update"),
])
def test_borrowed_exclusively(call, who):
    r, seen = x.Register(3), []

    def callback(value):
        seen.append(raises(call, RuntimeError, IN_USE.format(who, "Register.update"), r))
        return value + 1

    assert r.update(callback) == 4 and len(seen) == 1 and r.read() == 4
    outcome(call, r)


def test_borrowed_shared():
    r = x.Register(3)
    assert r.look(lambda value: r.read() + r.value + value) == 9
    raises(lambda: r.look(lambda value: r.add(1)), RuntimeError, IN_USE.format("Register.add", "Register.look"))
    raises(lambda: r.look(lambda value: setattr(r, "value", 1)), RuntimeError,
           IN_USE.format("Register.value", "Register.look"))
    assert r.add(1) == 4


def test_borrow_ends_with_an_error():
    r = x.Register(3)
    assert error(r.update, lambda value: 1 / 0) is ZeroDivisionError and r.add(1) == 4
    assert error(r.look, lambda value: 1 / 0) is ZeroDivisionError and r.add(1) == 5
    assert error(r.update, lambda value: "text") is TypeError and r.add(1) == 6


def test_borrows_of_two_objects():
    a, b = x.Register(1), x.Register(2)
    assert x.borrow_both(a, b) == 3
    raises(lambda: x.borrow_both(a, a), RuntimeError, IN_USE.format("Handle::borrow", "Handle::borrow_mut"))
    assert a.add(0) == 3


def test_conversion_before_the_borrow():
    r = x.Register(1)

    class Index:
        def __index__(self):
            return r.add(10)

    r.value = Index()
    assert r.value == 11


def test_old_value_is_dropped_after_the_borrow():
    r = x.Register(1)
    r.names = ["a"]
    r.names = ["b"]
    assert r.names == ["b"]


def test_exclusive_in_threads():
    r = x.Register(0)
    done = []

    def run():
        for _ in range(500):
            while True:
                got = outcome(r.add, 1)
                if got.error is None:
                    break
                assert type(got.error) is RuntimeError
        done.append(True)

    threads = [threading.Thread(target=run) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert len(done) == 4 and r.value == 2000


def test_python_class_over_an_exclusive_one():
    class Sub(x.Register):
        def add(self, n):
            return super().add(n * 2)

    assert Sub(1).add(2) == 5


# Locks.


def test_lock():
    k = x.Locked()
    k.push(1)
    assert k.update(lambda: 5) == 2 and k.items == [1, 5]
    k.items = [7]
    assert k.items == [7] and k.try_push(8) is True and k.items == [7, 8]


def test_lock_taken_twice():
    k = x.Locked()
    for call in (lambda: k.push(1), lambda: k.items, lambda: setattr(k, "items", []), lambda: k.update(int)):
        seen = []

        def callback():
            seen.append(outcome(call).error)
            return 1

        k.update(callback)
        assert type(seen[0]) is RuntimeError and "taken twice by one thread" in str(seen[0])
        assert "Vec<i64>" in str(seen[0]) and "classes_enums.rs" in str(seen[0]) or "property.rs" in str(seen[0])
    assert k.items == [1] * 4 and not [k.try_push(0) for _ in []]


def test_lock_is_given_back_after_an_error():
    k = x.Locked()
    assert error(k.update, lambda: 1 / 0) is ZeroDivisionError
    k.push(1)
    assert k.items == [1]


def test_try_lock():
    k = x.Locked()
    assert k.update(lambda: int(k.try_push(5))) == 1 and k.items == [0]


def test_waiting_for_a_lock_does_not_stop_the_holder():
    """The holder comes back from a detached section, or out of Python code, while others wait."""
    k = x.Locked()

    def run(n):
        for i in range(25):
            if i % 3 == 0:
                k.slow(n)
            elif i % 3 == 1:
                k.update(lambda: sum(range(100)))
            else:
                k.push(n)
            assert isinstance(k.items, list)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(4)]
    [t.start() for t in threads]
    [t.join(60) for t in threads]
    assert not any(t.is_alive() for t in threads) and len(k.items) == 100


@only(CPYTHON)
def test_collecting_while_threads_wait_for_a_lock():
    import gc

    k = x.Locked()

    def run():
        for _ in range(20):
            k.slow(1)

    threads = [threading.Thread(target=run) for _ in range(3)]
    [t.start() for t in threads]
    while any(t.is_alive() for t in threads):
        gc.collect()
    assert len(k.items) == 60
