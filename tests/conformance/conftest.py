"""The suite tests the built binary and nothing else: here that is checked before any test runs."""

import os
import sys

import pytest

pytest_plugins = ["counting_plugin"]

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


def check_binary():
    import conformance

    origin = conformance.__spec__.origin
    assert origin and origin.endswith((".so", ".pyd", ".dylib")), f"not a native module: {origin}"
    with open(origin, "rb") as file:
        data = file.read()
    assert not data.startswith((b"#", b'"')) and b"\0" in data[:64], f"not a binary: {origin}"
    assert b"hstack_module_conformance" in data, f"not the conformance extension: {origin}"
    assert conformance.__doc__ == "The conformance extension."


def pytest_sessionstart(session):
    check_binary()


@pytest.fixture
def fresh_warnings():
    """Every warning is recorded, however often it was given before."""
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught
