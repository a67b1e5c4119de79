"""The counting loader and the plugin that judges the counts: cargo hstack test -p counting --with conformance"""

import gc
import os
import subprocess
import sys
import threading
import weakref
from importlib.machinery import ExtensionFileLoader

import pytest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "conformance"))

import counting_plugin  # noqa: E402

counting = counting_plugin.install()
import conformance  # noqa: E402


@pytest.fixture(autouse=True)
def from_zero():
    counting.reset()


def fresh():
    """Another module object of the same binary."""
    old = sys.modules.pop("conformance")
    try:
        import conformance as new

        assert new is not old
        return new
    finally:
        sys.modules["conformance"] = old


def calls(outcome):
    """How many calls of any function ended like that."""
    return sum(count[outcome] for count in counting.counts().values())


SUCCESSES, FAILURES = 1, 2
# PyPy's collector does not follow what native instances refer to.
CPYTHON = sys.implementation.name == "cpython"


def test_the_table():
    counts = counting.counts()
    assert sorted(index for index, *_ in counts.values()) == list(range(len(counts)))
    # One function for each way of saying failure, and one for each way of not saying it.
    can = ("get_attr", "set_attr", "len", "str_as_utf8", "bytes_view", "capsule_pointer")
    cannot = ("close", "dup", "error_pending", "kinds_of", "as_pointer", "detach")
    assert all(counts[name][3] is True for name in can)
    assert all(counts[name][3] is False for name in cannot)
    assert counts["close"][0] == 0


def test_each_call_is_counted():
    assert calls(SUCCESSES) == calls(FAILURES) == counting.entries() == counting.exits() == 0
    for _ in range(10):
        assert conformance.add(1, 2) == 3
    counts = counting.counts()
    assert counts["int_from_i64"][SUCCESSES] == 10
    assert counting.entries() == counting.exits() == 10
    assert calls(FAILURES) == 0
    counting.reset()
    assert calls(SUCCESSES) == counting.entries() == counting.exits() == 0


def test_failures_are_counted_and_handed_on():
    for _ in range(10):
        with pytest.raises(OverflowError):
            conformance.add(2**70, 1)
    assert counting.counts()["int_as_i64"][FAILURES] == 10
    assert counting.entries() == counting.exits() == 10


def test_reference_counts_go_through_the_table():
    conformance.Node(1, next=[]).next
    gc.collect()
    counts = counting.counts()
    assert counts["dup"][SUCCESSES] + counts["field_load"][SUCCESSES] > 0
    assert counts["close"][SUCCESSES] + counts["close_many"][SUCCESSES] > 0


def test_the_collector_goes_through_the_table():
    node = conformance.Node(1)
    if CPYTHON:
        node.next = node
    del node
    for _ in range(4):
        gc.collect()
    counts = counting.counts()
    assert counts["instance_free"][SUCCESSES] == 1
    if CPYTHON:
        assert counts["instance_traverse"][SUCCESSES] > 0 and counts["instance_clear"][SUCCESSES] == 1


def test_threads_are_counted_together():
    def work():
        for _ in range(1000):
            conformance.add(1, 2)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counting.counts()["int_from_i64"][SUCCESSES] == 4000
    assert counting.entries() == counting.exits() == 4000


def test_the_module_is_as_imported_plainly():
    show = """if True:
        import sys
        import conformance as module
        print(module.__name__, module.__package__, repr(module.__doc__), module.__file__, repr(module))
        print(module.__spec__.name, module.__spec__.origin, module.__spec__.parent, module.__spec__.has_location)
        print([name for name in dir(module) if name not in ("__builtins__", "__cached__")])
        print(sorted(name for name in sys.modules if name.startswith("conformance.")))
        print(module.Node, module.Node.__module__, repr(module.Node(1)), module.add.__module__)
    """
    path = os.path.dirname(conformance.__spec__.origin)
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join([path] + [p for p in sys.path if p]))
    counted = "import counting_plugin; counting_plugin.install()\n" + show
    outputs = [
        subprocess.run([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, check=True).stdout
        for code in (show, counted)
    ]
    assert outputs[0].decode() == outputs[1].decode()
    assert isinstance(conformance.__loader__, ExtensionFileLoader) and conformance.__spec__.loader is conformance.__loader__


def test_two_modules_at_once():
    other = fresh()
    assert other.Node is not conformance.Node and type(other.Node(1)) is other.Node
    assert other.Node(2).doubled() == conformance.Node(2).doubled() == 4
    assert counting.counts()["type_new"][SUCCESSES] > 0
    with pytest.raises(TypeError):
        other.Node(1) + conformance.Node(1)
    with pytest.raises(TypeError):
        1 + conformance.Node(1)


SUBINTERPRETER = """
import counting_plugin, sys
counting = counting_plugin.install()
import conformance
node = conformance.Node(3)
try:
    import _interpreters as interpreters
    create, run = lambda: interpreters.create("legacy"), interpreters.exec
except ImportError:
    import _xxsubinterpreters as interpreters
    create, run = interpreters.create, interpreters.run_string
for _ in range(2):
    there = create()
    run(there, "import conformance; assert conformance.add(2, 3) == 5 and conformance.Node(4).doubled() == 8")
    counting.reset()
    assert node.doubled() == 6 and conformance.add(1, 2) == 3 and conformance.Node(5).doubled() == 10
    assert counting.entries() >= 3, counting.entries()
    interpreters.destroy(there)
    assert node.doubled() == 6 and conformance.add(1, 2) == 3 and conformance.Node(5).doubled() == 10
print("good")
"""


@pytest.mark.skipif(not CPYTHON, reason="PyPy has no subinterpreters")
def test_a_plain_module_in_a_subinterpreter():
    """Two providers at once: the binary's own one there, that of the counting loader here."""
    path = [os.path.dirname(conformance.__spec__.origin), os.path.dirname(counting_plugin.__file__)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path + [p for p in sys.path if p]))
    done = subprocess.run(
        [sys.executable, "-c", SUBINTERPRETER],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert (done.returncode, done.stdout) == (0, b"good\n"), done.stdout.decode()


def test_a_module_goes_away():
    other = fresh()
    gone = weakref.ref(other)
    assert other.add(1, 2) == 3
    for name in [name for name, module in sys.modules.items() if name.startswith("conformance.")]:
        # The submodules are now those of the other one, which they keep.
        del sys.modules[name]
    del other
    for _ in range(4):
        gc.collect()
    # On PyPy a module and the types in it keep each other.
    assert gone() is None or not CPYTHON
    assert conformance.add(1, 2) == 3


@pytest.mark.parametrize("arguments", [(), (1,), (1, 2, 3), ("x", None), (0, None), (2**70, None), (-1, None)])
def test_load_refuses(arguments):
    with pytest.raises((TypeError, ValueError, OverflowError)):
        counting.load(*arguments)


FUNCTIONS = {"a": (0, 1, 0, False), "b": (1, 1, 1, True), "c": (2, 1, 0, True), "d": (3, 0, 0, False)}


class Fake:
    """Has counted what it is told."""

    def __init__(self, functions, entries=1):
        self.functions = functions
        self.entries = self.exits = lambda: entries

    def counts(self):
        return self.functions


def judge(monkeypatch, tmp_path, text, functions=FUNCTIONS, entries=1, whole=True):
    path = tmp_path / "unreachable.txt"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(counting_plugin, "UNREACHABLE", str(path))
    counter = counting_plugin.Counter(Fake(functions, entries))
    counter.finish(whole)
    return counter


def test_what_is_missing_is_listed(monkeypatch, tmp_path):
    counter = judge(monkeypatch, tmp_path, "")
    assert counter.complete is False
    assert counter.lines[0] == (
        "counting: 3 of 4 functions called with success, 1 of 2 that can fail called with failure"
    )
    assert counter.lines[2:] == ["counting: MISSING d (3), success", "counting: MISSING c (2), failure"]


def test_an_interrupted_run_lists_nothing(monkeypatch, tmp_path):
    counter = judge(monkeypatch, tmp_path, "", whole=False)
    assert counter.complete is False and not any("MISSING" in line for line in counter.lines)


def test_what_cannot_be_reached_is_excused(monkeypatch, tmp_path):
    counter = judge(monkeypatch, tmp_path, "# why\n\nd success no way\nc failure never fails\n")
    assert counter.complete is True
    assert counter.lines[2:] == [
        "counting: unreachable d (3), success: no way",
        "counting: unreachable c (2), failure: never fails",
    ]
    counter = judge(monkeypatch, tmp_path, "d success no way\n")
    assert counter.complete is False


def test_an_excuse_may_be_for_one_implementation(monkeypatch, tmp_path):
    here, there = ("CPython", "PyPy") if CPYTHON else ("PyPy", "CPython")
    counter = judge(monkeypatch, tmp_path, f"d success on {here}: no way\nc failure on {there}: no way\n")
    assert counter.lines[2:] == [
        f"counting: unreachable d (3), success: on {here}: no way",
        "counting: MISSING c (2), failure",
    ]


def test_an_excuse_that_is_not_needed_is_told(monkeypatch, tmp_path):
    counter = judge(monkeypatch, tmp_path, "d success no way\nc failure never\nb failure never\n")
    assert counter.complete is True
    assert "counting: unreachable.txt lists b (1), failure, which was called" in counter.lines


def test_nothing_entered_is_a_failure(monkeypatch, tmp_path):
    called = {"a": (0, 1, 1, True)}
    assert judge(monkeypatch, tmp_path, "", called).complete is True
    assert judge(monkeypatch, tmp_path, "", called, entries=0).complete is False


@pytest.mark.parametrize("line", ["d success", "d sometimes no way", "e success no way", "a failure no way"])
def test_a_wrong_line_is_refused(monkeypatch, tmp_path, line):
    with pytest.raises(pytest.UsageError, match="unreachable.txt:1"):
        judge(monkeypatch, tmp_path, line)


TEST = """
import conformance
def test_add():
    assert conformance.add(1, 2) == 3
"""


def run_pytest(tmp_path, *arguments, **environment):
    (tmp_path / "test_add.py").write_text(TEST)
    path = [os.path.dirname(conformance.__spec__.origin), os.path.dirname(counting_plugin.__file__)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path + [p for p in sys.path if p]), **environment)
    command = [sys.executable, "-m", "pytest", "-p", "counting_plugin", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, cwd=str(tmp_path), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout.decode()


def test_an_incomplete_run_fails(tmp_path):
    code, output = run_pytest(tmp_path, "--counting", "-v")
    assert code == 1 and "1 passed" in output, output
    assert "MISSING str_builder_cancel (92), success" in output
    assert "MISSING int_as_i64 (76), failure" in output
    # With -v, all the counts.
    assert [line.split() for line in output.splitlines() if line.startswith("  209 ")] == [
        ["209", "recursion_leave", "0", "-"]
    ]


def test_nothing_is_counted_without_the_option(tmp_path):
    code, output = run_pytest(tmp_path)
    assert code == 0 and "counting:" not in output, output


def test_a_missing_binary_is_explained(tmp_path):
    code, output = run_pytest(tmp_path, "--counting", HSTACK_COUNTING=str(tmp_path))
    assert code == 4 and "cargo hstack build -p counting" in output, output
