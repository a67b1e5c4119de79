"""Several interpreters, several copies of the module, the end of the interpreter. Each in a process of its own."""

import importlib
import os
import sys

import conformance
from support import PYPY, ok, outcome, python

PRELUDE = """
import os, sys, threading
if sys.version_info >= (3, 13):
    import _interpreters
    def create(own): return _interpreters.create("isolated" if own else "legacy")
    def run(id, code):
        error = _interpreters.run_string(id, code)
        assert error is None, error
    destroy = _interpreters.destroy
else:
    import _xxsubinterpreters
    def create(own): return _xxsubinterpreters.create(isolated=own)
    run, destroy = _xxsubinterpreters.run_string, _xxsubinterpreters.destroy
import conformance
"""
WORK = """
import conformance
from conformance import lists, errors, globals as kept, calls, threads, panics
assert conformance.add(2, 3) == 5
items = []
for i in range(200):
    lists.append(items, {"price": i, "a": "x"})
assert conformance.totals(items, "a") == {"x": sum(range(200))}
try:
    errors.raise_custom(0, "mine")
except errors.Custom as error:
    assert error.args == ("mine",)
node = conformance.Node(1, conformance.Node(2))
assert node.next.value == 2
first = kept.count()
assert first == 0 and kept.count() == 1, first
kept.keep(items)
assert kept.kept(0) is items
assert calls.call1(len, items) == 200
assert calls.adder(5)(6) == 11
try:
    panics.text()
except BaseException as error:
    assert type(error) is panics.class_(), error
"""


def interpreters(code):
    """Runs code that makes interpreters; where Python has none, that is what is asserted."""
    if PYPY:
        assert outcome(importlib.import_module, "_xxsubinterpreters").error is not None
        return ""
    return ok(PRELUDE + code)


def test_shared_interpreter_lock():
    interpreters(f"id = create(False); run(id, {WORK!r}); destroy(id); exec({WORK!r})")


def test_own_interpreter_lock():
    interpreters(f"id = create(True); run(id, {WORK!r}); destroy(id); exec({WORK!r})")


def test_main_interpreter_goes_on():
    interpreters(f"exec({WORK!r})\nid = create(True)\nrun(id, {WORK!r})\nassert conformance.globals.count() == 2\ndestroy(id)")


def test_only_in_a_subinterpreter():
    interpreters(f"del conformance; sys.modules.clear; id = create(True); run(id, {WORK!r}); destroy(id)")


def test_one_after_the_other():
    interpreters(f"for i in range(12):\n    id = create(i % 2 == 0)\n    run(id, {WORK!r})\n    destroy(id)")


def at_the_same_time(own, count):
    return interpreters(f"""
code = {WORK!r} + '''
for n in range(2000):
    assert conformance.add(n, 1) == n + 1
    assert lists.of(n, n) == [n, n]
    node = conformance.Node(n, conformance.Node(n))
assert kept.count() == 2
'''
ids = [create({own}) for _ in range({count})]
failed = []
def work(id):
    try:
        run(id, code)
    except BaseException as error:
        failed.append(repr(error))
threads = [threading.Thread(target=work, args=(id,)) for id in ids]
for thread in threads: thread.start()
exec(code, dict())
for thread in threads: thread.join()
assert not failed, failed
for id in ids: destroy(id)
print("done")
""")


def test_two_own_locks_at_the_same_time():
    assert at_the_same_time(True, 2) in ("done\n", "")


def test_shared_locks_at_the_same_time():
    assert at_the_same_time(False, 2) in ("done\n", "")


def test_many_at_the_same_time():
    assert at_the_same_time(True, 6) in ("done\n", "")


def test_types_are_apart():
    interpreters("""
read, write = os.pipe()
id = create(True)
code = f'''
import conformance, os
os.write({write}, b"%d %d" % (id(conformance.Node), id(conformance.errors.Custom)))
'''
run(id, code)
other = set(map(int, os.read(read, 100).split()))
assert not other & {__builtins__.id(conformance.Node), __builtins__.id(conformance.errors.Custom)}
""".replace("__builtins__.id(", "address(").replace("read, write = os.pipe()", "address = id\nread, write = os.pipe()"))


def test_threads_of_rust_in_a_subinterpreter():
    code = "import conformance\nassert conformance.threads.in_threads(lambda i: i * i, 4) == [0, 1, 4, 9]"
    interpreters(f"id = create(False)\nrun(id, {code!r})\nexec({code!r})\ndestroy(id)")


def test_subinterpreter_that_is_left_open():
    interpreters(f"id = create(False); run(id, {WORK!r})")


def test_second_copy_of_the_module():
    """Two live copies do not know of each other."""
    first, names = conformance, [n for n in sys.modules if n == "conformance" or n.startswith("conformance.")]
    saved = {name: sys.modules.pop(name) for name in names}
    try:
        second = importlib.import_module("conformance")
        assert second is not first and second.lists is not first.lists
        assert second.Node is not first.Node and second.errors.Custom is not first.errors.Custom
        a, b = first.Node(1), second.Node(2)
        assert type(a) is first.Node and type(b) is second.Node
        assert type(outcome(lambda: a + b).error) is TypeError
        assert (a + first.Node(5)).value == 6 and (b + second.Node(5)).value == 7
        start = second.globals.count()
        first.globals.count()
        assert second.globals.count() == start + 1
        error = outcome(second.errors.raise_custom, 0, "x").error
        assert type(error) is second.errors.Custom and not isinstance(error, first.errors.Custom)
        assert type(outcome(first.errors.raise_custom, 0, "x").error) is first.errors.Custom
        assert second.imports.deeper.level() == 3 == first.imports.deeper.level()
    finally:
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(saved)
    assert importlib.import_module("conformance") is first and first.add(1, 1) == 2


def test_copy_that_fails_while_it_is_filled():
    names = [n for n in sys.modules if n == "conformance" or n.startswith("conformance.")]
    saved = {name: sys.modules.pop(name) for name in names}
    os.environ["HSTACK_CONFORMANCE_FAIL"] = "1"
    try:
        error = outcome(importlib.import_module, "conformance").error
        while error is not None and type(error) is not ValueError:
            error = error.__cause__ or error.__context__
        assert type(error) is ValueError and str(error) == "asked to fail"
    finally:
        del os.environ["HSTACK_CONFORMANCE_FAIL"]
        for name in [n for n in sys.modules if n == "conformance" or n.startswith("conformance.")]:
            sys.modules.pop(name)
        sys.modules.update(saved)
    assert conformance.add(1, 1) == 2 and conformance.imports.fragile.whole is True


def test_interpreter_ends_well():
    code = "import conformance\nfrom conformance import globals as g\n"
    assert ok(code + "g.keep([1]); g.keep(conformance); conformance.errors.Custom\nprint('end')") == "end\n"
    assert ok(code + "import atexit; atexit.register(lambda: print(conformance.add(1, 2)))") == "3\n"


def test_globals_at_the_end():
    code = """
import conformance
class C:
    def __del__(self):
        conformance.noop() if conformance else None
holders = [conformance.globals.Holder(C()) for _ in range(10)]
conformance.globals.keep(C())
keep = conformance.calls.keeper(C())
"""
    assert ok(code) == ""


def test_threads_of_rust_at_the_end():
    code = "import conformance, time\nconformance.threads.forever(lambda: time.sleep(0.0001), 4)\ntime.sleep(0.2)\nprint('end')"
    for _ in range(3):
        done = python(code, timeout=60)
        assert done.stdout == "end\n" and done.returncode == 0, (done.returncode, done.stderr)


def test_daemon_threads_at_the_end():
    code = """
import conformance, threading, time
for _ in range(4):
    threading.Thread(target=lambda: [conformance.threads.detach_around(lambda: 0) for _ in range(10**9)], daemon=True).start()
time.sleep(0.1)
print('end')
"""
    assert ok(code, timeout=60) == "end\n"


def test_fork():
    if not hasattr(os, "fork"):
        return
    code = """
import conformance, os
pid = os.fork()
if pid == 0:
    assert conformance.add(1, 2) == 3
    assert conformance.threads.in_threads(lambda i: i, 2) == [0, 1]
    os._exit(7)
_, status = os.waitpid(pid, 0)
assert os.WEXITSTATUS(status) == 7, status
assert conformance.add(1, 2) == 3
print("end")
"""
    assert ok("import warnings; warnings.simplefilter('ignore')\n" + code) == "end\n"
