"""The oracle: what Python itself does on the running interpreter."""

import copy
import inspect
import math
import os
import subprocess
import sys

PYPY = sys.implementation.name == "pypy"
# PyPy 7.3 drops the value of a StopIteration that an extension raises, and knows no signature of class methods.
PYPY_7 = PYPY and sys.pypy_version_info < (8,)
CPYTHON = sys.implementation.name == "cpython"
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()
FREE_THREADED = bool(CPYTHON and __import__("sysconfig").get_config_var("Py_GIL_DISABLED"))
# Free-threaded builds keep a block of memory for every class and every module that there ever was, and 3.13 the whole
# of them, with what they hold, once a thread was started. So does pure Python code there.
IMMORTAL = ("errors.class_of_impossible", "imports.add") if FREE_THREADED else ()
MUTABLE = (list, dict, set, bytearray)


class Outcome:
    """What a call gave: a value, or an exception."""

    def __init__(self, value=None, error=None):
        self.value = value
        self.error = error

    def __repr__(self):
        if self.error is not None:
            return "raises " + repr(self.error)
        return "returns %r (%s)" % (self.value, type(self.value).__name__)


def outcome(function, *args, **kwargs):
    try:
        return Outcome(function(*args, **kwargs))
    except BaseException as error:
        return Outcome(error=error)


def identical(a, b):
    """Equal in type and value, to the last bit."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return math.isnan(a) and math.isnan(b) or (a == b and math.copysign(1, a) == math.copysign(1, b))
    if isinstance(a, complex):
        return identical(a.real, b.real) and identical(a.imag, b.imag)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(identical, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(map(identical, a.items(), b.items()))
    return bool(a == b)


def agree(native, oracle, message=True):
    """Two outcomes are the same: the value, or the exception's type and message."""
    if native.error is None or oracle.error is None:
        assert native.error is None and oracle.error is None, f"{native!r}; Python {oracle!r}"
        assert identical(native.value, oracle.value), f"{native!r}; Python {oracle!r}"
        return
    assert type(native.error) is type(oracle.error), f"{native!r}; Python {oracle!r}"
    if message:
        assert str(native.error) == str(oracle.error), f"{native!r}; Python {oracle!r}"


def own(args):
    """Copies of what a call may change."""
    return [copy.deepcopy(a) if type(a) in MUTABLE else a for a in args]


def same(native, oracle, *args, message=True, **kwargs):
    """Native code does what Python does, to the result and to its arguments."""
    mine, theirs = own(args), own(args)
    agree(outcome(native, *mine, **kwargs), outcome(oracle, *theirs, **kwargs), message)
    for a, b in zip(mine, theirs):
        if type(a) in MUTABLE:
            assert identical(a, b), f"argument is {a!r} afterwards; with Python {b!r}"


def raises(function, error, message, *args, **kwargs):
    """The call raises exactly this."""
    got = outcome(function, *args, **kwargs)
    assert type(got.error) is error, f"{got!r}, not {error.__name__}"
    assert str(got.error) == message, f"{str(got.error)!r}, not {message!r}"
    return got.error


def signature(function):
    """The signature of a native function, as text."""
    got = inspect.signature(function)
    parameters = list(got.parameters.values())
    if parameters and parameters[0].name == "module":
        # PyPy 3.9 does not know that the first one is bound.
        got = got.replace(parameters=parameters[1:])
    return str(got)


def python(code, *arguments, timeout=120, env=None):
    """Runs code in a new process of this interpreter that can import what this one can."""
    import conformance

    here = os.path.dirname(os.path.abspath(__file__))
    path = [os.path.dirname(conformance.__spec__.origin), here] + [p for p in sys.path if p]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path), RUST_BACKTRACE="0", **(env or {}))
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=timeout,
        env=environment,
    )


def ok(code, *arguments, **options):
    """The new process ends well; gives what it printed."""
    done = python(code, *arguments, **options)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def only(where):
    """For a test that is there only where the interpreter has what it is about: a skip would look like success."""
    return (lambda test: test) if where else (lambda test: None)


def collect():
    """Runs the collector until nothing is left: PyPy needs several rounds."""
    import gc

    for _ in range(4):
        gc.collect()


def resident():
    """The memory of this process, in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Raiser:
    """Every special method raises the same object."""

    def __init__(self, error):
        self.error = error

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise self.error


def _raise(self, *args):
    raise self.error


for _name in """len bool hash repr str bytes format dir iter next contains getitem setitem delitem eq lt le gt
        ge ne call index int float complex add sub mul matmul truediv floordiv mod divmod pow lshift rshift and
        or xor iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor neg pos abs
        invert""".split():
    setattr(Raiser, f"__{_name}__", _raise)
