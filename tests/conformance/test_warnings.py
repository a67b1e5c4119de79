import os
import signal
import sys
import time
import warnings as python_warnings

from conformance import warnings
from support import outcome, raises


def test_warning(fresh_warnings):
    assert warnings.warn("look out") is None
    (caught,) = fresh_warnings
    assert caught.category is UserWarning and str(caught.message) == "look out"


def test_warning_names_the_caller(fresh_warnings):
    warnings.warn("here")
    (caught,) = fresh_warnings
    assert os.path.basename(caught.filename) == os.path.basename(__file__)
    assert caught.lineno == sys._getframe().f_lineno - 3


def test_stack_level(fresh_warnings):
    def inner():
        warnings.warn("from above", 2)

    inner()
    (caught,) = fresh_warnings
    assert caught.lineno == sys._getframe().f_lineno - 2


def test_warning_goes_on(fresh_warnings):
    assert warnings.deprecated("old") == "went on"
    assert fresh_warnings[0].category is DeprecationWarning


def test_warning_as_error():
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("error")
        raises(warnings.warn, UserWarning, "now an error", "now an error")
        raises(warnings.deprecated, DeprecationWarning, "stop", "stop")


def test_warning_ignored():
    with python_warnings.catch_warnings(record=True) as caught:
        python_warnings.simplefilter("ignore")
        warnings.warn("nobody hears")
    assert caught == []


def test_warning_of_any_text(fresh_warnings):
    for text in ("", "é\U0001f980", "100% {}"):
        warnings.warn(text)
        assert str(fresh_warnings[-1].message) == text


def test_explicit(fresh_warnings):
    warnings.explicit("elsewhere", "file.x", 42)
    warnings.explicit("elsewhere", "file.x", 43, "module.name")
    assert [(c.category, c.filename, c.lineno) for c in fresh_warnings] == [
        (RuntimeWarning, "file.x", 42), (RuntimeWarning, "file.x", 43),
    ]


def test_explicit_as_error():
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("error")
        raises(warnings.explicit, RuntimeWarning, "x", "x", "f", 1)


def test_signal_handler_runs():
    error = KeyError("from the handler")

    def handler(number, frame):
        raise error

    old = signal.signal(signal.SIGALRM, handler)
    try:
        start = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        assert outcome(warnings.until_signal, 20.0).error is error
        assert time.monotonic() - start < 10
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def test_no_signal():
    assert warnings.until_signal(0.01) is None
