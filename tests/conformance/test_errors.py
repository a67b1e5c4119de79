"""Exceptions cross the border in both directions, unchanged."""

import builtins
import sys
import traceback

import cases
from conformance import errors
from support import PYPY, collect, outcome, raises, same


def thrower(error):
    def throw():
        raise error

    return throw


NAMES = """BaseException Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError
    BufferError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError EOFError FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
    MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
    PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration
    StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
    UnicodeError ValueError ZeroDivisionError Warning BytesWarning DeprecationWarning FutureWarning
    ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning
    UserWarning""".split()


def test_every_builtin_exception():
    for name in NAMES:
        got = outcome(errors.raise_, name, "the message")
        assert type(got.error) is getattr(builtins, name), name
        assert got.error.args == ("the message",), name


def test_exceptions_of_newer_pythons():
    for name in ("EncodingWarning", "PythonFinalizationError"):
        got = outcome(errors.raise_, name, "the message")
        if hasattr(builtins, name):
            assert type(got.error) is getattr(builtins, name)
        else:
            assert type(got.error) is AttributeError and str(got.error) == f"this Python has no {name}"


def test_message_of_any_text():
    for message in ("", "é€\U0001f980", "a\0b", "x" * 100000):
        raises(errors.raise_, ValueError, message, "ValueError", message)


def test_several_arguments():
    error = outcome(errors.raise_args).error
    assert type(error) is FileNotFoundError
    assert (error.errno, error.strerror, error.filename) == (2, "no such thing", "file.txt")
    same(errors.raise_args, thrower(OSError(2, "no such thing", "file.txt")))


def test_one_argument():
    assert outcome(errors.raise_one_arg).error.args == ("key",)
    same(errors.raise_one_arg, thrower(KeyError("key")))


def test_exception_of_ones_own():
    error = outcome(errors.raise_custom, 0, "mine").error
    assert type(error) is errors.Custom and error.args == ("mine",)
    assert isinstance(error, ValueError)


def test_exception_class():
    assert errors.Custom.__name__ == "Custom" and errors.Custom.__module__ == "conformance.errors"
    assert errors.Custom.__doc__ == "An exception of one's own." and errors.Custom.__bases__ == (ValueError,)
    assert not errors.Plain.__doc__ and errors.Plain.__bases__ == (Exception,)
    assert errors.class_of_custom() is errors.Custom


def test_exception_class_derived_from_ones_own():
    assert errors.Derived.__bases__ == (errors.Custom,)
    error = outcome(errors.raise_custom, 2, "d").error
    assert type(error) is errors.Derived and error.args == ("d", 2)


def test_exception_class_can_be_subclassed_and_pickled():
    import pickle

    class Sub(errors.Custom):
        pass

    assert isinstance(Sub("x"), errors.Custom)
    copy = pickle.loads(pickle.dumps(errors.Custom("x")))
    assert type(copy) is errors.Custom and copy.args == ("x",)


def test_imported_exception_that_is_missing():
    assert type(outcome(errors.raise_custom, 3, "x").error) is ModuleNotFoundError
    assert type(outcome(errors.class_of_missing).error) is ModuleNotFoundError


def test_exception_class_whose_base_refuses():
    assert cases.Sealed.__name__ == "Sealed"
    for _ in range(2):
        raises(errors.class_of_impossible, KeyError, "'sealed'")


def test_imported_class_that_is_no_exception():
    raises(errors.class_of_no_exception, TypeError, "collections.OrderedDict is not an exception class")


def test_error_type_of_ones_own():
    error = outcome(errors.raise_custom, 77, "").error
    assert type(error) is LookupError and error.args == ("my error", 77)
    assert errors.convert_error(5) == 5
    assert outcome(errors.convert_error, -1).error.args == ("my error", -1)


def test_raise_an_object():
    for error in (ValueError("x"), KeyError(), SystemExit(3), errors.Custom("y"), KeyboardInterrupt()):
        assert outcome(errors.raise_object, error).error is error


def test_raise_only_exceptions():
    for wrong in (5, ValueError, "x"):
        assert type(outcome(errors.raise_object, wrong).error) is TypeError


def test_same_object_passes_through():
    for error in (ValueError("x"), KeyboardInterrupt(), SystemExit(5), StopIteration(7), GeneratorExit()):
        got = outcome(errors.pass_on, thrower(error))
        assert got.error is error


def test_stop_iteration_keeps_its_value():
    assert outcome(errors.pass_on, thrower(StopIteration(7))).error.value == 7


def test_traceback_is_intact():
    def inner():
        raise ValueError("deep")

    def outer():
        inner()

    error = outcome(errors.pass_on, outer).error
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    assert names[-2:] == ["outer", "inner"]
    assert "outcome" in names


def test_traceback_through_many_levels():
    def level(n):
        if n == 0:
            raise ValueError("bottom")
        return errors.pass_on(lambda: level(n - 1))

    error = outcome(level, 10).error
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    assert names.count("level") == 11


def test_caught():
    error = ValueError("x")
    assert errors.caught(thrower(error)) is error
    assert errors.caught(lambda: None) is None


def test_nothing_is_pending_after_catching():
    assert errors.caught(thrower(ValueError("x"))) is not None
    assert sys.exc_info() == (None, None, None)
    assert errors.swallow_many(thrower(KeyError("k")), 1000) == 1000
    assert errors.swallow_many(lambda: 0, 10) == 0


def test_caught_error_does_not_become_context():
    errors.caught(thrower(ValueError("first")))
    error = outcome(errors.raise_, "KeyError", "second").error
    assert error.__context__ is None


def test_context_of_a_handled_exception():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            errors.raise_("KeyError", "second")
    except KeyError as error:
        assert type(error.__context__) is ValueError


def test_description():
    assert errors.describe(thrower(ValueError("the message"))) == ("ValueError: the message", "Error(ValueError: the message)")
    assert errors.describe(thrower(KeyError("k"))) == ("KeyError: 'k'", "Error(KeyError: 'k')")
    assert errors.describe(thrower(ValueError()))[0] == "ValueError"
    assert errors.describe(lambda: None) is None
    assert errors.describe_lazy("just text") == "just text"


def test_description_that_raises():
    class Bad(Exception):
        def __str__(self):
            raise OSError

    assert errors.describe(thrower(Bad()))[0] == "a Python exception"


def test_type():
    assert errors.get_type(thrower(KeyError())) is KeyError
    assert errors.get_type(thrower(errors.Custom())) is errors.Custom


def test_matches():
    for error, classes in (
        (KeyError(), KeyError), (KeyError(), LookupError), (KeyError(), IndexError), (KeyError(), (ValueError, LookupError)),
        (KeyError(), ()), (KeyboardInterrupt(), Exception), (SystemExit(), BaseException),
    ):
        assert errors.matches(thrower(error), classes) is isinstance(error, classes)


def test_is_instance():
    import json

    assert errors.kinds(thrower(KeyError())) == [True, True, False, False, False]
    assert errors.kinds(thrower(errors.Derived())) == [False, False, True, False, False]
    assert errors.kinds(lambda: json.loads("{")) == [False, False, False, True, False]
    assert errors.lazy_kinds() == [True, False]


def test_print(capfd):
    def throw():
        raise ValueError("printed é")

    errors.print(throw)
    sys.stderr.flush()
    text = capfd.readouterr().err
    assert text.startswith("Traceback (most recent call last):\n") and text.rstrip().endswith("ValueError: printed é")
    assert "in throw" in text


def test_print_leaves_the_error_alone(capsys):
    error = ValueError("x")
    errors.print(thrower(error))
    assert outcome(errors.raise_object, error).error is error


def test_unraisable():
    seen = []
    error = ValueError("nobody catches it")
    place = object()
    old, sys.unraisablehook = sys.unraisablehook, lambda args: seen.append((args.exc_value, args.object, args.exc_type))
    try:
        errors.unraisable(thrower(error), place)
        errors.unraisable(thrower(error))
    finally:
        sys.unraisablehook = old
    # PyPy does not pass the object on.
    assert seen[0][0] is error and seen[0][1] is (None if PYPY else place) and seen[0][2] is ValueError
    assert seen[1][0] is error and seen[1][1] is None


def test_same_exception_twice():
    error = ValueError("x")
    a, b = errors.cloned(thrower(error))
    assert a is error and b is error


def test_error_as_a_value():
    value = errors.as_value("text")
    assert type(value) is errors.Custom and value.args == ("text",) and value.__traceback__ is None


def test_exception_whose_constructor_fails():
    # UnicodeDecodeError needs five arguments: then that is the error.
    same(lambda: errors.raise_custom(1, "x"), thrower(errors.Plain("x")))


def test_exceptions_are_not_kept_alive():
    import weakref

    class E(Exception):
        pass

    def use():
        error = E("x")
        throw = thrower(error)
        errors.caught(throw)
        errors.describe(throw)
        errors.swallow_many(throw, 10)
        error.__traceback__ = None
        return weakref.ref(error)

    weak = use()
    for _ in range(6 if PYPY else 1):  # PyPy remembers the last exception for a while
        errors.swallow_many(thrower(KeyError()), 5)
        collect()
    assert weak() is None


def test_cast_to_an_exception_type():
    error = KeyError("k")
    assert errors.cast_to_key_error(error) is error
    raises(errors.cast_to_key_error, TypeError, "expected KeyError, got ValueError", ValueError())


def test_exception_group():
    if not hasattr(builtins, "ExceptionGroup"):
        assert sys.version_info < (3, 11)
        return
    group = ExceptionGroup("g", [ValueError(1), KeyError(2)])
    got = outcome(errors.pass_on, thrower(group)).error
    assert got is group and len(got.exceptions) == 2
