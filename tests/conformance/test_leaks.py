"""Nothing is left of a call: neither of one that succeeds nor of one that fails.

Every function of the module tree is called with the arguments that cases.txt lists, HSTACK_LEAK_CALLS times
(2,000 by default) for each line of arguments, and what the process holds is measured before and after:

* CPython: the memory blocks of its allocator; on debug builds also the references that exist,
* PyPy: the bytes on its heap, per group of functions,
* everywhere: the resident memory of the process, and that every argument can be collected.

The measurements are printed, and written to the file that HSTACK_LEAK_REPORT names.
"""

import gc
import os
import sys
import warnings
import weakref

import cases
import pytest
from support import FREE_THREADED, IMMORTAL, PYPY, collect, outcome, resident

CALLS = int(os.environ.get("HSTACK_LEAK_CALLS", "2000"))
TABLE = cases.read()
FUNCTIONS = cases.functions()
# These are slow: they make threads, print panics or import.
SLOW = ("threads.", "panics.", "globals.drop_in_thread", "capsules.import_", "imports.", "classes_exclusive.Locked.slow", "errors.raise_custom",
        "globals.imported_missing", "errors.class_of_", "buffers.double", "text.build", "warnings.", "convert.ip")
GROUPS = sorted({name.split(".")[0] if "." in name else "" for name in FUNCTIONS})


def call(function, make):
    args, kwargs = make()
    try:
        function(*args, **kwargs)
    except BaseException:
        return False
    return True


def calls_of(name):
    good, bad = TABLE[name]
    return [make for make in [good, *bad] if make is not None]


def repeat(name, times):
    function = FUNCTIONS[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for make in calls_of(name):
            for _ in range(times):
                call(function, make)


def settle():
    """Closes what was dropped in threads that no interpreter knows: whoever detaches next does it."""
    cases.conformance.threads.detach_twice()
    for _ in range(3 if PYPY else 1):  # PyPy remembers the last exception for a while
        cases.conformance.errors.swallow_many(cases.noop_that_fails, 5)
        collect()


def held():
    """What the process holds now: numbers that stay the same when nothing leaks."""
    cases.conformance.threads.detach_twice()
    gc.collect()
    numbers = {"blocks": sys.getallocatedblocks()}
    if hasattr(sys, "gettotalrefcount"):
        numbers["references"] = sys.gettotalrefcount()
    return numbers


def write(line):
    print(line)
    report = os.environ.get("HSTACK_LEAK_REPORT")
    if report:
        with open(report, "a", encoding="utf-8") as file:
            file.write(line + "\n")


def names_of(group):
    names = [n for n in sorted(FUNCTIONS) if (n.split(".")[0] if "." in n else "") == group and n not in IMMORTAL]
    if PYPY:
        # It does not look into native objects: a cycle through them stays.
        names = [n for n in names if n != "fields.Tree.add"]
    if PYPY and sys.pypy_version_info < (8,):
        # Before, PyPy lost 96 bytes for every memoryview that native code saw, in C as well.
        names = [n for n in names if not n.startswith(("buffers.double", "buffers.memoryview"))]
    return names


def times_for(name, times=None):
    times = CALLS if times is None else times
    return max(times // 50, 20) if name.startswith(SLOW) else times


def test_every_entry_has_arguments():
    missing = sorted(set(FUNCTIONS) - set(TABLE))
    assert not missing, f"cases.txt has no arguments for {missing}"
    unknown = sorted(set(TABLE) - set(FUNCTIONS))
    assert not unknown, f"cases.txt lists what the extension does not have: {unknown}"


def test_good_arguments_succeed(fresh_warnings, capfd):
    for name, (good, _) in TABLE.items():
        if good is not None:
            args, kwargs = good()
            got = outcome(FUNCTIONS[name], *args, **kwargs)
            assert got.error is None, (name, got)


def test_bad_arguments_fail(fresh_warnings, capfd):
    for name, (_, bad) in TABLE.items():
        for make in filter(None, bad):
            args, kwargs = make()
            got = outcome(FUNCTIONS[name], *args, **kwargs)
            assert got.error is not None, (name, args, got)


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_is_left(group, capfd):
    if PYPY:
        heap_is_flat(group)
    else:
        for name in names_of(group):
            blocks_are_flat(name, times_for(name))


def blocks_are_flat(name, times):
    """Blocks of CPython's allocator, and references. Free-threaded builds free some memory only later."""
    slack = times // 10 + (100 if FREE_THREADED else 20)
    repeat(name, 20)
    for _ in range(5):
        before = held()
        repeat(name, times)
        after = held()
        grown = {key: after[key] - before[key] for key in before}
        if all(n < slack for n in grown.values()):
            break
    write("%-34s %6d calls: %s" % (name, times, ", ".join(f"{n:+d} {key}" for key, n in grown.items())))
    assert all(n < slack for n in grown.values()), (name, times, grown)


def heap_is_flat(group):
    """Bytes on PyPy's heap, which are exact after a collection."""
    import pypyjit

    def used():
        settle()
        return gc.get_stats()._s.total_gc_memory

    # What it compiles meanwhile is on the heap as well.
    pypyjit.set_param("off")
    try:
        measure_heap(group, used)
    finally:
        pypyjit.set_param("default")


def measure_heap(group, used):
    times = 100
    for name in names_of(group):
        repeat(name, 3)
    for _ in range(8):
        before = used()
        for name in names_of(group):
            repeat(name, times_for(name, times))
        grown = used() - before
        # One object in each call of one function would be 1,600 bytes at least.
        if grown < 8 * times:
            break
    write("%-34s %6d calls each: %+d bytes of heap" % (group or "conformance", times, grown))
    assert grown < 8 * times, (group, grown, {name: heap_growth(name, used) for name in names_of(group)})


def heap_growth(name, used):
    repeat(name, 100)
    before = used()
    repeat(name, 100)
    return used() - before


@pytest.mark.parametrize("group", GROUPS)
def test_arguments_are_released(group, fresh_warnings, capfd):
    held = []
    for name in names_of(group):
        for make in calls_of(name):
            args, kwargs = make()
            held += [(name, weakref.ref(x)) for x in instances((args, kwargs))]
            try:
                FUNCTIONS[name](*args, **kwargs)
            except BaseException as error:
                error.__traceback__ = None
            del args, kwargs
    settle()
    assert [name for name, weak in held if weak() is not None] == []


def instances(value):
    """Every object among arguments that there can be weak references to."""
    if isinstance(value, (cases.O, cases.C)):
        yield value
    if isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from instances(item)
    elif isinstance(value, dict):
        for item in value.items():
            yield from instances(item)


@pytest.mark.parametrize("group", GROUPS)
def test_memory_is_flat(group, capfd):
    """The memory of the process, which also shows what Rust leaks."""
    names = names_of(group)
    for name in names:
        repeat(name, times_for(name, CALLS // 20))
    settle()
    before = resident()
    total = 0
    for name in names:
        times = times_for(name, CALLS // 4)
        repeat(name, times)
        total += times * len(calls_of(name))
    settle()
    grown = resident() - before
    write("%-34s %6d calls: %+d bytes resident" % (group or "conformance", total, grown))
    # What leaks a word in each call leaks more than this; PyPy's heap breathes.
    assert grown < (24_000_000 if PYPY else 2_000_000) + 8 * total, (group, grown)
