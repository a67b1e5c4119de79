"""`pytest --counting`: the suite runs through a context that counts the calls of each table function.

The binary `counting` (package `tests/counting`) makes the conformance module with a context of its own around
the interpreter's. At the end every function of the table must have been called with success, and every one that
can fail also with failure, except those in unreachable.txt, one `function success|failure reason` per line. A reason
that starts with `on PyPy:` or `on CPython:` counts there only.

    cargo hstack test -p conformance --all --counting
    HSTACK_CPYTHON_SYMBOLS=3.9 cargo hstack test -p conformance --python cp314 --counting
"""

import gc
import importlib
import os
import platform
import sys
from importlib.machinery import ExtensionFileLoader
from importlib.util import find_spec, module_from_spec, spec_from_file_location

import pytest

NAME = "conformance"
HERE = os.path.dirname(os.path.abspath(__file__))
UNREACHABLE = os.path.join(HERE, "unreachable.txt")
ELSEWHERE = {"on CPython", "on PyPy"} - {"on " + platform.python_implementation()}
ENDINGS = (".so", ".pyd", ".dylib", ".dll")

HELP = """\
--counting needs the binary of the package `counting`, and there is none in {}
  help: cargo hstack test -p conformance --counting builds and finds it; by hand: cargo hstack build -p counting,
  which puts it beside the conformance module, or set HSTACK_COUNTING to the directory that it is in"""


def binary(directory, name):
    """The file of a native module, also under the name that plain cargo gives it."""
    for candidate in (prefix + name + ending for ending in ENDINGS for prefix in ("", "lib")):
        path = os.path.join(directory, candidate)
        if os.path.isfile(path):
            return path
    return None


class Loader(ExtensionFileLoader):
    """Makes the module with a counting context. Making one also fills it."""

    counting = None
    # PyPy unloads a library that nothing refers to any more.
    binaries = []

    def create_module(self, spec):
        import ctypes

        binary = ctypes.CDLL(self.path)
        self.binaries.append(binary)
        host = ctypes.cast(getattr(binary, "hstack_module_" + NAME), ctypes.c_void_p)
        return self.counting.load(host.value, spec)

    def exec_module(self, module):
        pass


class Finder:
    """Every import of the module in this interpreter gets a counting context."""

    def __init__(self, path):
        self.path = path

    def find_spec(self, name, path=None, target=None):
        if name != NAME:
            return None
        return spec_from_file_location(name, self.path, loader=Loader(name, self.path))


def install():
    """From here on `import conformance` makes counted modules."""
    if NAME in sys.modules:
        raise pytest.UsageError(f"--counting comes too late: {NAME} was imported by {sys.modules[NAME].__spec__}")
    spec = find_spec(NAME)
    if spec is None or not spec.origin:
        raise pytest.UsageError(f"--counting: there is no module {NAME} to count; build it: cargo hstack build -p {NAME}")
    # PyPy finds a Python file that stands beside the binary.
    beside = os.path.dirname(os.path.abspath(spec.origin))
    path = binary(beside, NAME)
    if path is None:
        raise pytest.UsageError(f"--counting works with the universal build only, not with {spec.origin}")
    directory = os.environ.get("HSTACK_COUNTING") or beside
    counting = binary(directory, "counting")
    if counting is None:
        raise pytest.UsageError(HELP.format(directory))
    Loader.counting = import_file("counting", counting)
    sys.meta_path.insert(0, Finder(path))
    importlib.import_module(NAME)
    return Loader.counting


def import_file(name, path):
    """Imports a native module from a file of any name."""
    if name not in sys.modules:
        spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))
        sys.modules[name] = module = module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


class Unreachable:
    """What need not be called: (function, outcome) to the reason."""

    def __init__(self, text, functions):
        self.reasons = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            words = line.split(None, 2)
            if len(words) < 3 or words[1] not in ("success", "failure"):
                raise pytest.UsageError(f"{UNREACHABLE}:{number}: not `function success|failure reason`: {line}")
            if words[0] not in functions:
                raise pytest.UsageError(f"{UNREACHABLE}:{number}: the table has no function {words[0]}")
            if words[1] == "failure" and not functions[words[0]][3]:
                raise pytest.UsageError(f"{UNREACHABLE}:{number}: {words[0]} has no result that says failure")
            place, _, _ = words[2].partition(":")
            if place not in ELSEWHERE:
                self.reasons[words[0], words[1]] = words[2]


class Counter:
    """What was called, and what is missing."""

    def __init__(self, counting):
        self.counting = counting
        if os.path.exists(UNREACHABLE):
            with open(UNREACHABLE, encoding="utf-8") as file:
                text = file.read()
        else:
            text = ""
        self.unreachable = Unreachable(text, counting.counts()).reasons
        self.lines = []
        self.complete = None

    def finish(self, whole=True):
        """Reads the counts: the lines of the summary, and whether they are complete. `whole`: all tests ran."""
        # Garbage is freed through the table too.
        for _ in range(4):
            gc.collect()
        table = self.counting.counts()
        called = {(name, "success"): ok for name, (_, ok, _, _) in table.items()}
        called.update({(name, "failure"): bad for name, (_, _, bad, can_fail) in table.items() if can_fail})
        kinds = {kind: [key for key in called if key[1] == kind] for kind in ("success", "failure")}
        number = {kind: sum(called[key] > 0 for key in keys) for kind, keys in kinds.items()}
        self.lines = [
            "counting: %d of %d functions called with success, %d of %d that can fail called with failure"
            % (number["success"], len(kinds["success"]), number["failure"], len(kinds["failure"])),
            "counting: %d calls; %d entries with hooks, %d of them left"
            % (sum(called.values()), self.counting.entries(), self.counting.exits()),
        ]
        self.complete = self.counting.entries() > 0
        if not whole:
            self.complete = False
            self.lines.append("counting: not every test ran, so what is missing is not listed")
            return
        if not self.complete:
            self.lines.append("counting: no entry point was entered: the suite did not use the counted module")
        for key in sorted(called, key=lambda key: (key[1] == "failure", table[key[0]][0])):
            reason = self.unreachable.get(key)
            text = "%s (%d), %s" % (key[0], table[key[0]][0], key[1])
            if called[key] == 0 and reason is None:
                self.complete = False
                self.lines.append("counting: MISSING %s" % text)
            elif called[key] == 0:
                self.lines.append("counting: unreachable %s: %s" % (text, reason))
            elif reason is not None:
                self.lines.append("counting: unreachable.txt lists %s, which was called" % text)

    def table(self):
        """Every function with its counts."""
        yield "%5s %-32s %10s %10s" % ("index", "function", "successes", "failures")
        for name, (index, ok, bad, can_fail) in sorted(self.counting.counts().items(), key=lambda item: item[1]):
            yield "%5d %-32s %10d %10s" % (index, name, ok, bad if can_fail else "-")


KEY = "hstack_counter"


def pytest_addoption(parser):
    parser.addoption(
        "--counting", action="store_true", help="count the calls of each table function; -v prints all counts"
    )


def pytest_configure(config):
    if config.getoption("--counting"):
        setattr(config, KEY, Counter(install()))


def pytest_report_header(config):
    counter = getattr(config, KEY, None)
    if counter is not None:
        symbols = os.environ.get("HSTACK_CPYTHON_SYMBOLS", "")
        hidden = ", without interpreter symbols newer than " + symbols if symbols else ""
        return "counting: by %s%s" % (counter.counting.__spec__.origin, hidden)


def pytest_sessionfinish(session):
    counter = getattr(session.config, KEY, None)
    if counter is None:
        return
    counter.finish(session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED))
    if not counter.complete and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    counter = getattr(config, KEY, None)
    if counter is None or counter.complete is None:
        return
    terminalreporter.section("counting")
    if config.option.verbose > 0:
        for line in counter.table():
            terminalreporter.write_line(line)
    for line in counter.lines:
        terminalreporter.write_line(line, red="MISSING" in line)
