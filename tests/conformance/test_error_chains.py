"""Tracebacks, causes, contexts and notes of exceptions."""

import traceback

from conformance import errors
from support import PYPY, outcome, same


def thrower(error):
    def throw():
        raise error

    return throw


def test_traceback_object():
    def throw():
        raise ValueError

    tb = errors.traceback(throw)
    assert tb.tb_frame.f_code is throw.__code__ and tb.tb_next is None


def test_cause_and_context():
    first = OSError("first")

    def chained():
        raise ValueError("second") from first

    def during():
        try:
            raise first
        except OSError:
            raise ValueError("second")

    assert errors.cause(chained) is first
    assert errors.cause(thrower(ValueError())) is None
    assert errors.context(during) is first
    assert errors.context(thrower(ValueError())) is None


def test_set_cause():
    first = OSError("first")
    error = outcome(errors.wrap, thrower(first)).error
    assert type(error) is RuntimeError and error.__cause__ is first and error.__suppress_context__
    assert [f.name for f in traceback.extract_tb(first.__traceback__)][-1] == "throw"


def test_set_context():
    other = OSError("other")
    error = outcome(errors.set_context, other).error
    assert error.__context__ is other and error.__cause__ is None


def test_set_traceback():
    def throw():
        raise ValueError("x")

    error = outcome(errors.without_traceback, throw).error
    names = [f.name for f in traceback.extract_tb(error.__traceback__)]
    assert "throw" not in names
    same(errors.set_bad_traceback, lambda t: RuntimeError("x").__setattr__("__traceback__", t), 5, message=not PYPY)


def test_notes():
    got = outcome(errors.add_note, "look here").error
    if hasattr(BaseException, "add_note"):
        assert type(got) is RuntimeError and got.__notes__ == ["look here"]
    else:
        assert type(got) is AttributeError
