"""Errors of Rust's standard library as exceptions."""

import errno
import os

from conformance import std_errors
from support import agree, outcome, raises


def test_parse_errors():
    assert std_errors.parse_int("42") == 42 and std_errors.parse_float("1.5") == 1.5
    for function in (std_errors.parse_int, std_errors.parse_float):
        got = outcome(function, "x")
        assert type(got.error) is ValueError and str(got.error)


def test_utf8_error_is_that_of_python():
    for data in (b"ok", b"\xff", b"ab\xe2\x82", b"\xc3(", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"a\x80"):
        agree(outcome(std_errors.utf8, data), outcome(data.decode, "utf-8"))


def test_utf8_error_has_its_fields():
    error = outcome(std_errors.utf8, b"ab\xff").error
    assert (error.encoding, error.object, error.start, error.end) == ("utf-8", b"ab\xff", 2, 3)


def test_os_errors():
    for number in (errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EPIPE, errno.EINTR, errno.EAGAIN, errno.EINVAL):
        error = outcome(std_errors.os_error, number).error
        expected = OSError(number, os.strerror(number))
        assert type(error) is type(expected) and error.args == expected.args and error.errno == number


def test_real_os_error(tmp_path):
    missing = str(tmp_path / "missing")
    error = outcome(std_errors.open, missing).error
    assert type(error) is FileNotFoundError and error.errno == errno.ENOENT
    assert std_errors.open(__file__) is None


def test_io_kinds():
    import builtins

    for name in """FileNotFoundError PermissionError ConnectionRefusedError ConnectionResetError
            ConnectionAbortedError BrokenPipeError FileExistsError BlockingIOError TimeoutError
            InterruptedError OSError""".split():
        error = outcome(std_errors.io_kind, name).error
        assert type(error) is getattr(builtins, name) and "the message" in str(error)


def test_exception_inside_an_io_error():
    error = KeyError("mine")

    def throw():
        raise error

    assert outcome(std_errors.through_io, throw).error is error
    assert outcome(std_errors.through_box, throw).error is error


def test_boxed_text():
    raises(std_errors.boxed_text, RuntimeError, "some text", "some text")
