"""Basic use, on any Python."""

import math
import threading

import piconumpy
from piconumpy import array, cos, empty, sin, zeros

items = [0.5, -1.25, 1e300]
a = array(items)
assert a.tolist() == list(a) == items and a.size == len(a) == 3
assert (a + a).tolist() == [1.0, -2.5, 2e300]
assert (a * 2).tolist() == (2.0 * a).tolist() == [1.0, -2.5, 2e300]
assert (a / 2).tolist() == [0.25, -0.625, 5e299]
assert sin(a).tolist() == list(map(math.sin, items)) and cos(a).tolist() == list(map(math.cos, items))
assert zeros(2).tolist() == [0.0, 0.0] and len(empty(5)) == 5
a[0], a[-1] = 7, 8.5
assert [a[0], a[1], a[2], a[-3]] == [7.0, -1.25, 8.5, 7.0]


def fails(error, function, *arguments):
    try:
        function(*arguments)
    except error as found:
        return str(found)
    raise AssertionError((error, arguments))


for wrong in None, (1.0,), 1.0, "1":
    assert fails(TypeError, array, wrong) == "parameter must be a list"
fails(TypeError, array, ["a"])
fails(TypeError, array)
fails(TypeError, sin, 1.0)
fails(IndexError, a.__getitem__, 3)
fails(IndexError, a.__setitem__, -4, 1.0)
fails(ValueError, zeros, -1)
fails(MemoryError, zeros, 2**62)
fails(ValueError, lambda: a + zeros(2))
fails(TypeError, lambda: a * a)
fails(TypeError, lambda: 2.0 / a)
fails(TypeError, lambda: a + 1.0)


def work(results):
    total = zeros(8)
    for i in range(20_000):
        total = total + array([float(i)] * 8)
    results.append(total.tolist() == [float(sum(range(20_000)))] * 8)


results = []
threads = [threading.Thread(target=work, args=(results,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert results == [True] * 4

INSIDE = """
from piconumpy import array
assert (array([1.0, 2.0]) * 2).tolist() == [2.0, 4.0]
"""
