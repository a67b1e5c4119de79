"""A pytest plugin that writes to `PORT_REPORT` what happened, as JSON.

Which tests passed, and from which file the module under test came, at the start and at the end. With
`PORT_REPEAT`, every test runs so often, and after each turn the memory in use is written down.
"""

import array
import gc
import hashlib
import importlib
import json
import os
import sys

import pytest
from _pytest.runner import runtestprotocol

OUTCOMES = {"passed": set(), "skipped": set(), "failed": set()}
REPORT = {"loaded": [], "memory": {}}


def loaded():
    """Where the module came from."""
    module = importlib.import_module(os.environ["PORT_MODULE"])
    origin = os.path.realpath(module.__spec__.origin)
    with open(origin, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    REPORT["loaded"].append({"origin": origin, "sha256": digest})


def pytest_sessionstart():
    loaded()


def pytest_runtest_logreport(report):
    if report.failed:
        OUTCOMES["failed"].add(report.nodeid)
    elif report.skipped:
        OUTCOMES["skipped"].add(report.nodeid)
    elif report.when == "call":
        OUTCOMES["passed"].add(report.nodeid)


def pytest_collectreport(report):
    if report.failed:
        OUTCOMES["failed"].add(report.nodeid)


def pytest_sessionfinish():
    loaded()
    passed = OUTCOMES["passed"] - OUTCOMES["failed"]
    REPORT.update(OUTCOMES, passed=passed, gil=getattr(sys, "_is_gil_enabled", lambda: True)())
    with open(os.environ["PORT_REPORT"], "w", encoding="utf-8") as file:
        json.dump(REPORT, file, default=sorted)


def native():
    """A function that says how many bytes `malloc` has given out; None where it cannot be asked."""
    try:
        import ctypes

        ask = ctypes.CDLL(None).mallinfo2
    except (ImportError, OSError, AttributeError):
        return None

    class Info(ctypes.Structure):
        names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
        _fields_ = [(name, ctypes.c_size_t) for name in names.split()]

    ask.restype = Info

    def bytes_given_out():
        info = ask()
        return info.uordblks + info.hblkhd

    return bytes_given_out


def resident():
    """Bytes of memory that belong to no file, swapped out or not: what the system pages out for others
    does not come and go."""
    with open("/proc/self/status", encoding="ascii") as file:
        lines = dict(line.split(":", 1) for line in file)
    return sum(int(lines.get(name, "0 kB").split()[0]) for name in ("RssAnon", "VmSwap")) * 1024


def measures():
    found = {}
    if hasattr(sys, "getallocatedblocks"):
        found["blocks"] = sys.getallocatedblocks
    if native():
        found["malloc"] = native()
    if os.path.exists("/proc/self/status"):
        found["rss"] = resident
    return found


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    turns = int(os.environ.get("PORT_REPEAT", "0"))
    if not turns or session.testsfailed:
        return None
    asked = measures()
    # Filled in place, so that writing down allocates nothing.
    memory = {name: array.array("q", bytes(8 * turns)) for name in asked}
    items = session.items
    for turn in range(turns):
        for i, item in enumerate(items):
            last = turn == turns - 1 and i == len(items) - 1
            following = None if last else items[(i + 1) % len(items)]
            for report in runtestprotocol(item, log=False, nextitem=following):
                if report.failed or turn == 0:
                    pytest_runtest_logreport(report)
                if report.failed:
                    print(report.longreprtext)
                    return True
        gc.collect()
        for name, ask in asked.items():
            memory[name][turn] = ask()
    REPORT["memory"] = {name: list(values) for name, values in memory.items()}
    return True
