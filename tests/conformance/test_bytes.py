import sys

from conformance import bytes as native
from support import PYPY, agree, outcome, raises, same

DATA = [b"", b"a", b"a\0b", bytes(range(256)), b"\xff" * 100000]
MOST = 2 * sys.maxsize + 1


def test_echo():
    for data in DATA:
        same(native.echo, bytes, data)
        same(native.echo_vec, bytes, data)


def test_vec_from_other_types():
    for data in (bytearray(b"abc"), [1, 2, 255], (0, 1), range(5)):
        assert native.echo_vec(data) == bytes(data)


def test_vec_refuses():
    for wrong in ("abc", 5, None):
        assert type(outcome(native.echo_vec, wrong).error) is TypeError
    assert type(outcome(native.echo_vec, [256]).error) is OverflowError
    assert type(outcome(native.echo_vec, [-1]).error) is OverflowError


def test_array_of_fixed_length():
    assert native.echo_array(b"abcd") == b"abcd"
    assert native.echo_array([1, 2, 3, 4]) == b"\1\2\3\4"
    for wrong in (b"abc", b"abcde", [1]):
        assert type(outcome(native.echo_array, wrong).error) is ValueError


def test_slice_takes_only_bytes():
    for wrong in ("abc", bytearray(b"x"), memoryview(b"x"), [1], None):
        raises(native.echo, TypeError, f"argument 'data': expected bytes, got {type(wrong).__name__}", wrong)


def test_bytes_subclass():
    class B(bytes):
        pass

    got = native.echo(B(b"abc"))
    assert got == b"abc" and type(got) is bytes


def test_make_and_len():
    for data in DATA:
        same(native.make, bytes, data)
        same(native.len, len, data)


def test_contents():
    for data in DATA:
        same(native.sum, sum, data)


def test_decode():
    for data, encoding, errors in (
        (b"abc", "utf-8", "strict"), (b"\xff", "utf-8", "strict"), (b"\xff", "utf-8", "replace"),
        (b"\xe9", "latin-1", "strict"), (b"x", "no-such", "strict"), (b"", "utf-8", "strict"),
    ):
        agree(outcome(native.decode, data, encoding, errors), outcome(data.decode, encoding, errors))


def test_bytes_while_detached():
    data = bytes(range(256)) * 1000
    assert native.detached_sum(data) == sum(data)


def test_bytearray():
    for data in DATA:
        got = native.array(data)
        assert got == bytearray(data) and type(got) is bytearray


def test_bytearray_to_bytes():
    for data in DATA:
        same(native.array_to_bytes, bytes, bytearray(data))


def test_bytearray_read():
    array = bytearray(b"0123456789")
    for offset, count in ((0, 10), (0, 0), (3, 4), (10, 0), (9, 1)):
        assert native.array_read(array, offset, count) == bytes(array[offset:offset + count])


def test_bytearray_read_out_of_range():
    array = bytearray(b"0123456789")
    for offset, count in ((0, 11), (10, 1), (11, 0), (5, 6), (sys.maxsize, 1), (MOST, 1), (MOST, 2)):
        assert type(outcome(native.array_read, array, offset, count).error) is IndexError


def test_bytearray_write():
    for offset, data in ((0, b""), (0, b"abc"), (7, b"xyz"), (10, b"")):
        array, expected = bytearray(b"0123456789"), bytearray(b"0123456789")
        native.array_write(array, offset, data)
        expected[offset:offset + len(data)] = data
        assert array == expected


def test_bytearray_write_out_of_range():
    array = bytearray(b"0123456789")
    for offset, data in ((8, b"abc"), (10, b"a"), (11, b""), (sys.maxsize, b"ab"), (MOST, b"a")):
        assert type(outcome(native.array_write, array, offset, data).error) is IndexError
    assert array == b"0123456789"


def test_bytearray_resize():
    array = bytearray(b"abc")
    native.array_resize(array, 5)
    assert len(array) == 5 and array.startswith(b"abc")
    native.array_resize(array, 1)
    assert array == b"a"
    native.array_resize(array, 0)
    assert array == b""


def test_bytearray_resize_while_exported():
    array = bytearray(b"abc")
    view = memoryview(array)
    if PYPY:
        # PyPy's bytearray can be resized while it is exported, in Python too.
        agree(outcome(native.array_resize, array, 3), outcome(lambda: None))
    else:
        agree(outcome(native.array_resize, array, 5), outcome(array.append, 1))
        agree(outcome(native.array_extend, array, b"x"), outcome(array.append, 1))
    view.release()
    native.array_resize(array, 5)
    assert len(array) == 5


def test_bytearray_resize_too_large():
    array = bytearray(b"abc")
    assert type(outcome(native.array_resize, array, MOST).error) in (MemoryError, OverflowError, ValueError, SystemError)
    assert array == b"abc"


def test_bytearray_extend_and_clear():
    array = bytearray()
    for i in range(100):
        native.array_extend(array, bytes([i]) * i)
    assert array == b"".join(bytes([i]) * i for i in range(100))
    native.array_clear(array)
    assert array == b"" and type(array) is bytearray


def test_bytearray_wrong_type():
    raises(native.array_clear, TypeError, "argument 'array': expected bytearray, got bytes", b"")
