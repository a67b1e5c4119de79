"""Many threads at once: with and without an interpreter lock."""

import sys
import threading

import cases
import conformance
from conformance import basics, dicts, lists, sets, threads
from support import FREE_THREADED, ok, outcome

TABLE = cases.read()
FUNCTIONS = cases.functions()


def at_once(function, count=4):
    """Runs function(i) in threads that start together."""
    barrier, failed = threading.Barrier(count), []

    def run(i):
        barrier.wait()
        try:
            function(i)
        except BaseException as error:
            failed.append(error)

    workers = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if failed:
        raise failed[0]


def test_the_lock_stays_off():
    code = """
import sys, warnings
warnings.simplefilter("error")
before = getattr(sys, "_is_gil_enabled", lambda: True)()
import conformance
after = getattr(sys, "_is_gil_enabled", lambda: True)()
assert conformance.add(1, 2) == 3
print(before, after)
"""
    expected = not FREE_THREADED
    assert ok(code, env={"PYTHON_GIL": "0"} if FREE_THREADED else None) == f"{expected} {expected}\n"
    if FREE_THREADED:
        assert ok(code) == "False False\n"


def test_append_to_one_list():
    items = []
    at_once(lambda i: [lists.append(items, (i, n)) for n in range(2000)])
    assert len(items) == 8000 and len(set(items)) == 8000
    for i in range(4):
        assert [n for j, n in items if j == i] == list(range(2000))


def test_set_in_one_dict():
    d = {}
    at_once(lambda i: [dicts.set(d, (i, n), n) for n in range(2000)])
    assert len(d) == 8000 and all(d[i, n] == n for i in range(4) for n in range(2000))


def test_default_in_one_dict():
    d, seen = {}, []

    def work(i):
        for n in range(500):
            seen.append((n, dicts.set_default(d, n, (i, n))))

    at_once(work)
    # Everybody got the value that was there first.
    assert all(d[n] is value for n, value in seen) and len(seen) == 2000


def test_add_to_one_set():
    items = set()
    at_once(lambda i: [sets.add(items, n) for n in range(2000)])
    assert items == set(range(2000))


def test_pop_from_one_list():
    items, taken = list(range(4000)), []

    def work(i):
        while True:
            got = outcome(lists.pop, items)
            if got.error is not None or got.value is None:
                break
            taken.append(got.value)

    at_once(work)
    assert sorted(taken) == list(range(4000)) and items == []


def test_readers_and_writers():
    items = list(range(100))

    def work(i):
        for n in range(300):
            if i % 2:
                lists.set_slice(items, 0, 50, list(range(n % 60)))
            else:
                outcome(lists.to_ints, items)
                outcome(lists.to_tuple, items)
                outcome(lists.get, items, 30)

    at_once(work)
    assert all(type(x) is int for x in items)


def test_one_counter():
    start = conformance.globals.count()
    at_once(lambda i: [conformance.globals.count() for _ in range(1000)])
    assert conformance.globals.count() == start + 4001


def test_references_are_counted_right():
    item = cases.O()
    before = sys.getrefcount(item) if hasattr(sys, "getrefcount") else 0
    at_once(lambda i: [basics.identity(item) for _ in range(5000)] and None)
    at_once(lambda i: [basics.pair(item) for _ in range(2000)] and None)
    assert (sys.getrefcount(item) if before else 0) == before


def test_first_use_in_many_threads():
    # What is made once per interpreter is made by many threads at once.
    code = """
import threading, conformance
barrier, seen = threading.Barrier(8), []
def work():
    barrier.wait()
    seen.append((conformance.globals.ordered(), conformance.errors.class_of_custom(), conformance.panics.class_(),
                 conformance.globals.count(), conformance.globals.kind_of(Target), conformance.convert.path("x")))
class Target: kind = "k"
threads = [threading.Thread(target=work) for _ in range(8)]
for t in threads: t.start()
for t in threads: t.join()
assert len(seen) == 8 and len({row[:3] for row in seen}) == 1, seen
assert sorted(row[3] for row in seen) == list(range(8)), seen
print("same")
"""
    assert ok(code) == "same\n"


def test_every_function_in_many_threads(fresh_warnings, capfd):
    skipped = ("threads.forever", "threads.in_threads", "panics.", "threads.panic", "warnings.", "globals.forget_all")

    def work(i):
        for name, (good, bad) in TABLE.items():
            if name.startswith(skipped):
                continue
            for make in [good, *bad]:
                for _ in range(5 if make else 0):
                    args, kwargs = make()
                    outcome(FUNCTIONS[name], *args, **kwargs)

    at_once(work)
    conformance.globals.forget_all()


def test_every_function_with_shared_arguments(fresh_warnings, capfd):
    # Not those that double what is shared.
    skipped = ("threads.", "panics.", "warnings.", "globals.", "imports.", "numbers.mul_", "sequences.in_place_repeat")
    if FREE_THREADED and sys.version_info < (3, 14):
        # A bytearray has no lock there: `clear` and `extend` in three Python threads spoil the memory as well.
        skipped += ("bytes.array_",)
    for name, (good, _) in TABLE.items():
        if good is None or name.startswith(skipped):
            continue
        args, kwargs = good()
        at_once(lambda i: [outcome(FUNCTIONS[name], *args, **kwargs) for _ in range(20)] and None, 3)
    assert basics.identity(5) == 5


def test_detached_threads_overlap():
    at_once(lambda i: threads.sleep(0.05), 16)
