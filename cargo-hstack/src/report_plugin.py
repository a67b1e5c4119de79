"""A pytest plugin that tells `cargo hstack test` what happened, one JSON object per line.

Written line by line, so that after a crash the last line names the test that was running.
"""

import hashlib
import json
import os
import sys

import pytest

stream = open(os.environ["HSTACK_REPORT"], "w", encoding="utf-8")
modules = os.environ["HSTACK_MODULES"].split(",")
process = os.getpid()


def tell(event, **fields):
    # A forked test process shares the file but is not the run.
    if os.getpid() == process and not stream.closed:
        stream.write(json.dumps(dict(event=event, **fields)) + "\n")
        stream.flush()


def reason(report):
    text = report.longrepr
    if isinstance(text, tuple):
        text = text[2]
    return str(text or "").split("\n")[-1]


def pytest_collection_finish(session):
    tell("collected", tests=len(session.items))


def pytest_runtest_logstart(nodeid):
    tell("start", test=nodeid)


def pytest_runtest_logreport(report):
    if report.failed:
        tell("result", test=report.nodeid, outcome="failed" if report.when == "call" else "error")
    elif report.skipped:
        why = getattr(report, "wasxfail", None)
        why = reason(report) if why is None else "expected to fail: " + why
        tell("result", test=report.nodeid, outcome="skipped", reason=why)
    elif report.when == "call":
        tell("result", test=report.nodeid, outcome="passed")


def pytest_collectreport(report):
    if report.failed:
        tell("result", test=report.nodeid, outcome="error")
    elif report.skipped:
        tell("result", test=report.nodeid, outcome="skipped", reason=reason(report))


def imported(name):
    """Which file the module came from; None when no test imported it."""
    found = sys.modules.get(name)
    if found is None:
        return None
    spec = getattr(found, "__spec__", None)
    path = getattr(spec, "origin", None) or getattr(found, "__file__", None)
    if not path or not os.path.isfile(path):
        return {"name": name, "path": str(path), "hash": None}
    with open(path, "rb") as file:
        return {"name": name, "path": path, "hash": hashlib.sha256(file.read()).hexdigest()}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    gil = getattr(sys, "_is_gil_enabled", None)
    seen = [module for module in map(imported, modules) if module]
    tell("end", status=int(session.exitstatus), gil=gil() if gil else True, modules=seen)
