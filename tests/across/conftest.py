"""Finds what the suites share, and makes sure that there are two binaries."""

import os
import sys

import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "conformance")]


def pytest_sessionstart(session):
    try:
        import across
        import conformance
    except ModuleNotFoundError as error:
        raise pytest.UsageError(
            f"two binaries share a class, and {error.name!r} was not built: cargo hstack test -p across --with conformance"
        ) from None
    files = {module.__spec__.origin for module in (across, conformance)}
    assert len(files) == 2 and all(file.endswith((".so", ".pyd", ".dylib")) for file in files), files
