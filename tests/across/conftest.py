"""Finds what the suites share, and makes sure that there are two binaries."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "conformance")]


def pytest_sessionstart(session):
    import across
    import conformance

    files = {module.__spec__.origin for module in (across, conformance)}
    assert len(files) == 2 and all(file.endswith((".so", ".pyd", ".dylib")) for file in files), files
