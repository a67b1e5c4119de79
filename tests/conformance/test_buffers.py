"""Memory of other objects, as a consumer."""

import array
import struct
import sys

from conformance import buffers
from support import PYPY, agree, identical, outcome, raises, same

# type codes of array.array, by the Rust type of the same size
CODES = {"i8": "b", "u8": "B", "i16": "h", "u16": "H", "i32": "i", "u32": "I", "i64": "q", "u64": "Q", "f32": "f", "f64": "d"}


def items(name):
    return getattr(buffers, "items_" + name)


def limits(name):
    bits = int(name[1:])
    if name[0] == "f":
        return [0.5, -0.0, float("inf"), -1.25, 3.0]
    if name[0] == "i":
        return [-(1 << bits - 1), -1, 0, 1, (1 << bits - 1) - 1]
    return [0, 1, 2, (1 << bits) - 2, (1 << bits) - 1]


def values(got):
    # A vector of u8 is bytes in Python.
    return list(got)


def test_every_element_type():
    for name, code in CODES.items():
        for data in ([], limits(name), limits(name) * 50):
            assert identical(values(items(name)(array.array(code, data))), list(array.array(code, data))), name


def test_native_long():
    # `l` has the size of C's long.
    name = "i%d" % (8 * struct.calcsize("l"))
    assert items(name)(array.array("l", [-1, 5])) == [-1, 5]


def test_isize_and_usize():
    view = memoryview(struct.pack("nn", -1, 5)).cast("n")
    assert buffers.items_isize(view) == [-1, 5]
    view = memoryview(struct.pack("NN", sys.maxsize, 5)).cast("N")
    assert buffers.items_usize(view) == [sys.maxsize, 5]


def test_wrong_element_type():
    for name in CODES:
        for other, code in CODES.items():
            if other != name:
                got = outcome(items(name), array.array(code, [1, 2]))
                assert type(got.error) is BufferError, (name, other, got)


def test_foreign_byte_order():
    import ctypes

    swapped = (ctypes.c_int32.__ctype_be__ if sys.byteorder == "little" else ctypes.c_int32.__ctype_le__) * 2
    got = outcome(buffers.items_i32, swapped(1, 2))
    assert type(got.error) is BufferError or PYPY and type(got.error) in (BufferError, TypeError)


def test_structures_are_refused():
    import ctypes

    class Point(ctypes.Structure):
        _fields_ = [("x", ctypes.c_int32), ("y", ctypes.c_int32)]

    assert type(outcome(buffers.items_i32, (Point * 2)()).error) in (BufferError, TypeError)


def test_objects_without_memory():
    for wrong in (5, "text", None, [1, 2], object()):
        assert type(outcome(buffers.describe, wrong).error) is TypeError
        assert type(outcome(buffers.to_list, wrong).error) is TypeError


def test_description_of_bytes():
    for data in (b"abc", b"", bytearray(b"xyz"), memoryview(b"abcd")):
        length, dimensions, shape, strides, format, readonly, contiguous = buffers.describe(data)
        view = memoryview(data)
        assert (length, dimensions, shape, strides) == (len(data), 1, [len(data)], [1])
        assert readonly is view.readonly and contiguous is True


def test_description_of_ints():
    data = array.array("i", range(6))
    assert buffers.describe_i32(data) == (6, 1, [6], [4], "i", False, True)


def test_two_dimensions():
    view = memoryview(bytearray(struct.pack("6i", *range(6)))).cast("B").cast("i", [2, 3])
    assert buffers.describe_i32(view) == (6, 2, [2, 3], [12, 4], "i", False, True)
    assert [[buffers.item(view, [i, j]) for j in range(3)] for i in range(2)] == view.tolist()
    assert buffers.to_list(view) == list(range(6))


def test_item():
    data = array.array("i", [5, 6, 7])
    assert [buffers.item(data, [i]) for i in range(3)] == [5, 6, 7]


def test_item_out_of_range():
    data = array.array("i", [5, 6, 7])
    for index in ([3], [sys.maxsize], [2 * sys.maxsize + 1], [], [0, 0]):
        raises(buffers.item, IndexError, "buffer index out of range", data, index)
        assert type(outcome(buffers.set_item, data, index, 0).error) is IndexError


def test_set_item():
    data = array.array("i", [5, 6, 7])
    buffers.set_item(data, [1], -1)
    assert data.tolist() == [5, -1, 7]


def test_readonly():
    data = memoryview(array.array("i", [5, 6]))
    data = data.toreadonly() if hasattr(data, "toreadonly") else memoryview(data.tobytes()).cast("i")
    assert data.readonly
    for call in (
        lambda: buffers.set_item(data, [0], 1),
        lambda: buffers.copy_from(data, [1, 2]),
    ):
        raises(call, BufferError, "the memory is read-only")
    assert buffers.to_list(data) == [5, 6]


def test_copy_from():
    data = array.array("i", [0] * 3)
    buffers.copy_from(data, [7, 8, 9])
    assert data.tolist() == [7, 8, 9]
    for wrong in ([], [1], [1, 2, 3, 4]):
        assert type(outcome(buffers.copy_from, data, wrong).error) is ValueError
    assert data.tolist() == [7, 8, 9]


def test_copy_to():
    data = array.array("i", [7, 8, 9])
    assert buffers.copy_to(data, 3) == [7, 8, 9]
    assert type(outcome(buffers.copy_to, data, 2).error) is ValueError


def test_strided():
    data = memoryview(array.array("i", range(10)))[::2]
    got = outcome(buffers.describe_i32, data)
    if got.error is None:
        assert got.value == (5, 1, [5], [8], "i", False, False)
        assert buffers.to_list(data) == [0, 2, 4, 6, 8]
        assert buffers.item(data, [3]) == 6
        buffers.set_item(data, [3], 60)
        assert data.tolist() == [0, 2, 4, 60, 8]
    else:
        assert PYPY and type(got.error) is BufferError


def test_reversed():
    data = memoryview(array.array("i", range(5)))[::-1]
    assert buffers.to_list(data) == [4, 3, 2, 1, 0]
    assert buffers.item(data, [0]) == 4


def test_copy_into_strided():
    base = array.array("i", [0] * 6)
    buffers.copy_from(memoryview(base)[1::2], [1, 2, 3])
    assert base.tolist() == [0, 1, 0, 2, 0, 3]


def test_blocks_need_contiguous_memory():
    data = memoryview(array.array("d", range(10)))[::2]
    raises(buffers.double, BufferError, "the memory is not contiguous", data, 4)


def test_blocks():
    for count in (0, 1, 5, 100, 1001):
        for block in (1, 3, 1000, 5000):
            data = array.array("d", range(count))
            buffers.double(data, block)
            assert data.tolist() == [2.0 * i for i in range(count)]


def test_empty_blocks_are_a_panic():
    assert type(outcome(buffers.double, array.array("d", [1]), 0).error).__name__ == "PanicException"


def test_sum_while_detached():
    data = array.array("d", [0.5] * 1000)
    assert buffers.total(data) == 500.0


def test_bytes_of_any_items():
    data = array.array("i", [1, 2])
    assert buffers.bytes_of(data) == data.tobytes()
    assert buffers.bytes_of(b"abc") == b"abc"


def test_exporter_is_locked_while_exported():
    data = bytearray(b"abc")

    def grow():
        data.append(1)

    got = outcome(buffers.while_exported, data, grow)
    if PYPY:
        assert got.error is None or type(got.error) is BufferError
    else:
        assert type(got.error) is BufferError and data == b"abc"


def test_exporter_is_free_afterwards():
    data = bytearray(b"abc")
    buffers.while_exported(data, lambda: None)
    outcome(buffers.while_exported, data, lambda: 1 / 0)
    data.append(1)
    assert data == b"abc\1"


def test_exporter_is_kept_alive():
    data = [bytearray(b"abc")]
    assert buffers.while_exported(data[0], data.clear) == 3


def test_error_leaves_nothing_exported():
    data = array.array("d", [1.0])
    for _ in range(3):
        assert type(outcome(buffers.to_list, data).error) is BufferError
    data.append(2.0)


def test_memoryview():
    for data in (b"abc", bytearray(b"xyz"), array.array("i", [1, 2])):
        got = buffers.memoryview(data)
        assert type(got) is memoryview and got == memoryview(data)
        got.release()
    same(buffers.memoryview, memoryview, 5, message=not PYPY)


def test_memoryview_bytes():
    assert buffers.memoryview_bytes(memoryview(b"abc")) == b"abc"
    raises(buffers.memoryview_bytes, TypeError, "argument 'view': expected memoryview, got bytes", b"")


def test_memoryview_release():
    view = memoryview(bytearray(b"abc"))
    buffers.memoryview_release(view)
    agree(outcome(buffers.describe, view), outcome(memoryview, view), message=False)


def test_mmap():
    import mmap

    with mmap.mmap(-1, 4096) as memory:
        memory[:3] = b"abc"
        assert buffers.bytes_of(memory)[:3] == b"abc"
        assert buffers.describe(memory)[0] == 4096
