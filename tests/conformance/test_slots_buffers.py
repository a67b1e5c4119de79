"""Memory of native instances, against the memoryviews of bytes, bytearrays and arrays."""

import array
import hashlib
import io
import struct

import pytest
from conformance import slots_buffers as native
from support import PYPY, collect, outcome, raises

FACTS = "format itemsize ndim shape strides readonly nbytes c_contiguous f_contiguous contiguous suboffsets".split()


def exporter(x):
    # PyPy's struct module takes no memory of extensions but through a view.
    return memoryview(x) if PYPY else x


def facts(view):
    return {name: getattr(view, name) for name in FACTS}


def kind(function, *args):
    got = outcome(function, *args)
    return got.value if got.error is None else type(got.error)


@pytest.mark.parametrize("data", [b"", b"x", b"hello world", bytes(range(256)) * 40])
def test_bytes(data):
    assert bytes(native.Octets(data)) == data
    assert facts(memoryview(native.Octets(data))) == facts(memoryview(data))


def test_view_of_bytes():
    view = memoryview(native.Octets(b"hello"))
    assert view == b"hello" and view[1] == ord("e") and view[-1] == ord("o") and bytes(view[1:3]) == b"el"
    assert view.tolist() == list(b"hello") and b"hello"[::-1] == bytes(view[::-1])


def test_read_only_memory():
    view = memoryview(native.Octets(b"hello"))
    assert view.readonly and kind(view.__setitem__, 0, 1) is TypeError
    assert kind(io.BytesIO(b"abc").readinto, native.Octets(b"xyz")) is kind(io.BytesIO(b"abc").readinto, b"xyz")


def test_consumers_of_plain_bytes():
    x = native.Octets(b"hello")
    assert hashlib.sha256(x).digest() == hashlib.sha256(b"hello").digest()
    assert b"<".join([x, x]) == b"hello<hello" and b"hello".startswith(b"he") and bytearray(x) == b"hello"
    assert struct.unpack_from("<HB", exporter(x)) == struct.unpack_from("<HB", b"hello")
    assert io.BytesIO().write(x) == 5 and int(native.Octets(b"12")) == 12


def test_the_memory_outlives_the_name():
    collect()
    before = native.alive()
    view = memoryview(native.Octets(b"hello" * 100))
    collect()
    assert native.alive() == before + 1 and bytes(view) == b"hello" * 100
    part = view[5:10]
    view.release()
    collect()
    assert bytes(part) == b"hello"
    part.release()
    del view, part
    collect()
    assert native.alive() == before


def test_views_do_not_leak():
    x = native.Octets(b"hello")
    views = [memoryview(x) for _ in range(1000)]
    assert all(view == b"hello" for view in views)
    views[0].release()
    assert views[1] == b"hello"


def test_the_object_of_a_view():
    x = native.Octets(b"hello")
    assert memoryview(x).obj is x


def test_subclass_has_the_memory():
    class Sub(native.Octets):
        pass

    assert bytes(memoryview(Sub(b"hello"))) == b"hello"


def test_writable_memory():
    x = native.Scratch(b"hello")
    view = memoryview(x)
    assert facts(view) == facts(memoryview(bytearray(b"hello")))
    view[0] = ord("j")
    view[1:3] = b"EL"
    assert bytes(x) == b"jELlo" and x.total() == sum(b"jELlo")


def test_writable_memory_of_a_consumer_that_writes():
    x = native.Scratch(bytes(5))
    assert io.BytesIO(b"abc").readinto(x) == 3 and bytes(x) == b"abc\0\0"
    struct.pack_into("<H", exporter(x), 3, 0x4142)
    assert bytes(x) == b"abcBA"


def test_two_views_see_each_other():
    x = native.Scratch(b"hello")
    a, b = memoryview(x), memoryview(x)
    a[0] = 0
    assert b[0] == 0


def test_memory_that_only_rust_changes():
    view = memoryview(native.Sealed(b"hello"))
    assert view.readonly and bytes(view) == b"hello" and kind(view.__setitem__, 0, 1) is TypeError


def test_numbers():
    numbers = [1, -2, 2**31 - 1, -(2**31)]
    view, oracle = memoryview(native.Grid(numbers, [4])), memoryview(array.array("i", numbers))
    assert facts(view) == facts(oracle) and view.tolist() == numbers
    view[1] = 7
    assert view.tolist()[1] == 7 and view == array.array("i", [1, 7, 2**31 - 1, -(2**31)])


def test_number_that_does_not_fit():
    oracle = kind(memoryview(array.array("i", [1])).__setitem__, 0, 2**40)
    assert kind(memoryview(native.Grid([1], [1])).__setitem__, 0, 2**40) is oracle in (ValueError, TypeError)


@pytest.mark.parametrize("shape", [[24], [4, 6], [2, 3, 4], [1, 24, 1], [1] * 5 + [24]])
def test_shapes(shape):
    view = memoryview(native.Grid(range(24), shape))
    oracle = memoryview(array.array("i", range(24)))
    if len(shape) > 1:
        oracle = oracle.cast("B").cast("i", shape)
    assert facts(view) == facts(oracle)
    if not PYPY:
        assert view.tolist() == oracle.tolist() and view == oracle
    assert view.tobytes() == oracle.tobytes()


def test_items_of_several_dimensions():
    view = memoryview(native.Grid(range(12), [3, 4]))
    assert view[2, 1] == 9 and len(view) == 3
    view[2, 1] = 70
    assert view[2, 1] == 70


def test_no_dimensions():
    view = memoryview(native.Grid([7], []))
    assert view.ndim == 0 and view.shape == () and view[()] == 7


def test_empty_dimension():
    view = memoryview(native.Grid([], [0, 3]))
    assert view.shape == (0, 3) and view.nbytes == 0 and view.tobytes() == b""


def test_fortran_order():
    view = memoryview(native.Grid(range(6), [2, 3], True))
    assert view.strides == (4, 8) and view.f_contiguous and not view.c_contiguous
    if not PYPY:
        assert view.tolist() == [[0, 2, 4], [1, 3, 5]]


def test_fortran_order_for_a_consumer_of_plain_bytes():
    x = native.Grid(range(6), [2, 3], True)
    if PYPY:
        # It asks for no order.
        return
    error = outcome(struct.unpack_from, "i", x).error
    assert type(error) is BufferError and "C-contiguous" in str(error)
    assert memoryview(x).tobytes(order="A") == array.array("i", range(6)).tobytes()


def test_shape_that_does_not_fit():
    error = outcome(memoryview, native.Grid(range(6), [2, 2])).error
    assert type(error) in (ValueError, TypeError if PYPY else ValueError)


def test_floats():
    signal = native.Signal(1.5)
    view = memoryview(signal)
    assert facts(view) == facts(memoryview(array.array("d", [1.5] * 4)))
    view[2] = -0.25
    assert signal.samples == [1.5, 1.5, -0.25, 1.5]


def test_memory_that_fails():
    assert bytes(native.Moody(False)) == b"static"
    raises(memoryview, KeyError, "'moody'", native.Moody(True))


def test_class_without_memory():
    from conformance import slots_compare

    assert kind(memoryview, slots_compare.OnlyEq(1)) is TypeError


def test_reshaped_views():
    view = memoryview(native.Scratch(bytes(range(8)))).cast("I")
    assert view.shape == (2,) and view.tolist() == list(memoryview(bytes(range(8))).cast("I"))
