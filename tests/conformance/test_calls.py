"""Calls in both directions."""


from conformance import calls
from support import PYPY, collect, identical, outcome, raises, same


def show(*args, **kwargs):
    return args, kwargs


def test_call_without_arguments():
    assert calls.call0(show) == ((), {})


def test_call_with_one():
    item = []
    assert calls.call1(show, item)[0][0] is item


def test_call_with_values():
    assert identical(calls.call_values(show), ((1, "two", 3.5, True, None, (6, 7), [8], "n"), {}))


def test_call_with_twelve():
    assert calls.call12(show) == (tuple(range(1, 13)), {})


def test_call_with_wrong_number():
    for function in (lambda: 0, lambda a, b: 0, len):
        same(calls.call1, lambda f, a: f(a), function, [1, 2])


def test_call_of_what_is_not_callable():
    for target in (5, None, "x", []):
        same(calls.call0, lambda f: f(), target, message=not PYPY)


def test_call_kinds():
    class C:
        def __init__(self, *args):
            self.args = args

        def method(self, *args):
            return args

        def __call__(self, *args):
            return "called", args

        @classmethod
        def klass(cls, *args):
            return cls, args

    assert calls.call1(C, 1).args == (1,)
    assert calls.call1(C().method, 2) == (2,)
    assert calls.call1(C(), 3) == ("called", (3,))
    assert calls.call1(C.klass, 4) == (C, (4,))
    assert calls.call1(int, "5") == 5
    assert calls.call1("a-b".split, "-") == ["a", "b"]
    assert calls.call1(calls.call0, show) == ((), {})


def test_result_is_converted():
    assert calls.call_to_int(lambda: 2**40) == 2**40
    assert type(outcome(calls.call_to_int, lambda: "x").error) is TypeError


def test_argument_that_cannot_be_converted():
    called = []
    assert type(outcome(calls.call_with_bad_argument, called.append).error) is UnicodeDecodeError
    assert called == []


def test_keywords():
    assert calls.call_with(show, 1, {"b": 2, "c": 3}) == ((1,), {"b": 2, "c": 3})
    assert calls.call_with(show, 1, {}) == ((1,), {})


def test_keywords_errors():
    for keywords in ({"zz": 1}, {"a": 2}):
        same(calls.call_with, lambda f, a, k: f(a, **k), lambda a: a, 1, keywords, message=not PYPY)
    assert type(outcome(calls.call_with, show, 1, {5: 1}).error) is TypeError


def test_keywords_are_not_changed():
    keywords = {"b": 2}

    def change(a, **given):
        given["c"] = 3

    calls.call_with(change, 1, keywords)
    assert keywords == {"b": 2}


def test_call_with_a_tuple():
    assert calls.call_tuple(show, (1, 2)) == ((1, 2), {})
    assert calls.call_tuple(show, (), {"a": 1}) == ((), {"a": 1})
    assert calls.call_tuple(show, tuple(range(100)), {str(i): i for i in range(100)}) == (
        tuple(range(100)), {str(i): i for i in range(100)},
    )


def test_call_with_a_tuple_of_the_wrong_type():
    raises(calls.call_tuple, TypeError, "argument 'args': expected tuple, got list", show, [1])
    raises(calls.call_tuple, TypeError, "argument 'keywords': expected dict, got list", show, (), [])


def test_call_with_a_tuple_errors():
    same(calls.call_tuple, lambda f, a: f(*a), 5, (), message=not PYPY)
    same(calls.call_tuple, lambda f, a: f(*a), lambda: 0, (1,), message=not PYPY)


def test_method():
    assert calls.call_method("a,b", "split", ",") == ["a", "b"]
    items = []
    assert calls.call_method(items, "append", 5) is None and items == [5]


def test_method_missing():
    for target in (5, "x", None, object()):
        same(calls.call_method, lambda o, n, a: getattr(o, n)(a), target, "no_such_method", 1)


def test_method_that_is_no_method():
    class C:
        data = 5

    same(calls.call_method, lambda o, n, a: getattr(o, n)(a), C(), "data", 1, message=not PYPY)


def test_method_of_the_instance():
    class C:
        def __init__(self):
            self.method = show

    assert calls.call_method(C(), "method", 1) == ((1,), {})


def test_method_through_getattr():
    class C:
        def __getattr__(self, name):
            return lambda *args: (name, args)

    assert calls.call_method(C(), "anything", 1) == ("anything", (1,))


def test_method_with_keywords():
    class C:
        method = staticmethod(show)

    assert calls.call_method_with(C(), "method", 1, {"k": 2}) == ((1,), {"k": 2})
    assert calls.call_method_with("{}-{k}", "format", 1, {"k": 2}) == "1-2"
    same(calls.call_method_with, lambda o, n, a, k: getattr(o, n)(a, **k), 5, "missing", 1, {})


def test_composition():
    assert calls.compose(str, abs, -5) == "5"


def test_native_calls_native():
    assert calls.compose(calls.call0, lambda x: (lambda: x), 7) == 7
    assert calls.call1(calls.call0, calls.call0.__class__ and (lambda: 8)) == 8


def test_reentrancy():
    def back(depth):
        return calls.bounce(back, depth - 1) if depth else "bottom"

    assert calls.bounce(back, 100) == "bottom"


def test_reentrancy_to_the_recursion_error():
    deepest = [0]

    def back(depth):
        deepest[0] = max(deepest[0], depth)
        return calls.bounce(back, depth + 1)

    for _ in range(3):
        assert type(outcome(calls.bounce, back, 0).error) is RecursionError
    assert deepest[0] > 50
    assert calls.bounce(lambda depth: "works again", 0) == "works again"


def test_native_calls_at_every_level_of_a_deep_recursion():
    from conformance import basics, errors, objects

    def recurse(n):
        basics.pair(n)
        objects.has_attr(n, "missing")
        errors.caught(lambda: 1 / 0)
        recurse(n + 1)

    for _ in range(2):
        # PyPy: a RecursionError that native code swallows may come out as a SystemError.
        assert type(outcome(recurse, 0).error) in ((RecursionError, SystemError) if PYPY else (RecursionError,))
    assert calls.call0(lambda: 5) == 5
    # PyPy 3.9: after such an error the next RecursionError is lost, unless another exception comes first.
    assert type(outcome(calls.call0, lambda: 1 / 0).error) is ZeroDivisionError


def test_reentrancy_keeps_each_level_apart():
    def back(depth):
        return [depth, calls.bounce(back, depth - 1) if depth else None]

    expected = None
    for depth in range(51):
        expected = [depth, expected]
    assert calls.bounce(back, 50) == expected


def test_recursion_in_rust():
    nested = []
    for _ in range(20):
        nested = [nested, 1]
    assert calls.depth(nested) == 21
    assert calls.depth(5) == 0


def test_recursion_in_rust_ends():
    endless = []
    endless.append(endless)
    assert type(outcome(calls.depth, endless).error) is RecursionError
    assert calls.depth([[]]) == 2
    endless.clear()


def test_closure():
    add = calls.adder(5)
    assert add(10) == 15 and callable(add)
    assert add.__name__ == "add" and add.__doc__ == "Adds a number."


def test_closures_are_apart():
    a, b = calls.counter(), calls.counter()
    assert [a(), a(), a(), b()] == [0, 1, 2, 0]


def test_closure_without_docstring():
    assert not calls.counter().__doc__


def test_closure_arguments():
    describe = calls.describer()
    assert describe() == (0, True, None)
    assert describe(1, 2, option=5) == (2, False, 5)
    assert describe(option=6, other=7) == (0, True, 6)
    assert type(outcome(describe, option="x").error) is TypeError


def test_closure_missing_argument():
    raises(calls.adder(1), TypeError, "missing positional argument 1")
    assert type(outcome(calls.adder(1), "x").error) is TypeError


def test_closure_returns_handles():
    item = []
    assert calls.first_of()(item) is item


def test_closure_errors():
    raises(calls.failing("my message"), ValueError, "my message")


def test_closure_name():
    assert calls.named_closure("größe", "doc é").__name__ == "größe"
    assert calls.named_closure("x", "doc é").__doc__ == "doc é"
    assert type(outcome(calls.named_closure, "a\0b", "").error) is ValueError
    assert type(outcome(calls.named_closure, "a", "\0").error) is ValueError


def test_closure_owns_what_it_captures():
    import weakref

    class C:
        pass

    item = C()
    weak = weakref.ref(item)
    keep = calls.keeper(item)
    assert keep() is item
    del item
    collect()
    assert weak() is not None and keep() is weak()
    del keep
    collect()
    assert weak() is None


def test_closure_outlives_its_maker():
    made = [calls.adder(i) for i in range(100)]
    collect()
    assert [add(1) for add in made] == [i + 1 for i in range(100)]


def test_closure_from_many_threads():
    import threading

    count = calls.counter()
    threads = [threading.Thread(target=lambda: [count() for _ in range(100)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count() == 400


def test_function_names():
    assert calls.function_names(show) == ("show", "show", __name__)
    inner = lambda: 0  # noqa: E731
    assert calls.function_names(inner) == (inner.__name__, inner.__qualname__, __name__)


def test_builtin_function_name():
    assert calls.builtin_name(calls.call0) == "call0"
    assert type(outcome(calls.builtin_name, show).error) is TypeError
