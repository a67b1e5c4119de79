"""Asynchronous protocols of native classes, and their finalizers."""

import asyncio
import gc
import sys
import weakref

from conformance import slots_async as native
from support import PYPY, PYPY_7, collect, ok, only, outcome, raises

# PyPy 3.9 cannot call the finalizer of a native object, so there is none.
FINALIZERS = not PYPY or sys.version_info >= (3, 10)


def drive(coroutine):
    """Runs a coroutine: how often it waited, and its result."""
    rounds = 0
    while True:
        try:
            coroutine.send(None)
        except StopIteration as end:
            return rounds, end.value
        rounds += 1


def kind(function, *args):
    got = outcome(function, *args)
    return got.value if got.error is None else type(got.error)


def test_await():
    if PYPY_7:
        return
    async def wait():
        return await native.Wait(3, 7)

    assert drive(wait()) == (3, 7)


def test_await_at_once():
    if PYPY_7:
        return
    async def wait():
        return await native.Wait(0, 7) + await native.Wait(0, 1)

    assert drive(wait()) == (0, 8)


def test_await_by_name():
    wait = native.Wait(1, 2)
    assert wait.__await__() is wait


def test_await_in_an_event_loop():
    if PYPY_7:
        return
    async def wait():
        return await asyncio.wait_for(asyncio.ensure_future(inner()), 30)

    async def inner():
        return await native.Wait(3, 7)

    assert asyncio.run(wait()) == 7


def test_async_for():
    if PYPY_7:
        return
    async def ticks():
        return [n async for n in native.Ticker(5)]

    assert drive(ticks()) == (0 + 1 + 2 + 0 + 1, [0, 1, 2, 3, 4])


def test_async_for_over_nothing():
    async def ticks():
        return [n async for n in native.Ticker(0)]

    assert drive(ticks()) == (0, [])


def test_async_for_that_fails():
    if PYPY_7:
        return
    async def ticks():
        found = []
        try:
            async for n in native.Ticker(20):
                found.append(n)
        except ValueError as error:
            return found, str(error)

    assert drive(ticks())[1] == (list(range(13)), "unlucky")


def test_anext_at_the_end():
    ticker = native.Ticker(0)
    assert ticker.__aiter__() is ticker
    assert kind(ticker.__anext__) is StopAsyncIteration


def test_async_with():
    if PYPY_7:
        return
    session = native.Session()

    async def use():
        async with session as value:
            assert session.state == 1
            return value

    assert drive(use()) == (3, 5) and session.state == 2


@only(FINALIZERS)
def test_del():
    ended = []
    x = native.Ending(5, lambda x: ended.append(x.n))
    assert ended == []
    del x
    collect()
    assert ended == [5]


@only(FINALIZERS)
def test_del_sees_the_object_whole():
    ended = []
    x = native.Ending(5, lambda x: ended.append((type(x), x.n)))
    del x
    collect()
    assert ended == [(native.Ending, 5)]


@only(FINALIZERS)
def test_del_runs_once():
    ended = []
    xs = [native.Ending(i, lambda x: ended.append(x.n)) for i in range(100)]
    del xs
    collect()
    assert sorted(ended) == list(range(100))


@only(FINALIZERS)
def test_del_without_references():
    before = native.ended()
    for n in range(10):
        native.Small(n)
    collect()
    assert native.ended() == before + 45


@only(FINALIZERS)
def test_del_of_a_subclass():
    class Sub(native.Ending):
        pass

    ended = []
    x = Sub(5, lambda x: ended.append(type(x)))
    del x
    collect()
    assert ended == [Sub]


@only(FINALIZERS)
def test_del_of_a_subclass_without_references():
    class Sub(native.Small):
        pass

    class Slotted(native.Small):
        __slots__ = ()

    before = native.ended()
    Sub(100), Slotted(1000)
    collect()
    assert native.ended() == before + 1100


@only(FINALIZERS)
def test_del_of_a_subclass_goes_first():
    ended = []

    class Sub(native.Ending):
        def __del__(self):
            ended.append("sub")
            super().__del__()

    x = Sub(5, lambda x: ended.append(x.n))
    del x
    collect()
    assert ended == ["sub", 5]


@only(FINALIZERS)
def test_del_that_fails_is_unraisable():
    seen = []
    old, sys.unraisablehook = sys.unraisablehook, lambda args: seen.append((args.exc_type, str(args.exc_value)))
    try:
        native.Small(13)
        collect()
    finally:
        sys.unraisablehook = old
    assert seen == [(ValueError, "unlucky")]


@only(FINALIZERS)
def test_del_while_an_exception_is_handled():
    ended = []

    def fail():
        x = native.Ending(5, lambda x: ended.append(x.n))
        raise KeyError(x.n)

    raises(fail, KeyError, "5")
    collect()
    assert ended == [5]


@only(FINALIZERS)
def test_del_that_fails_while_an_exception_is_pending():
    seen = []
    old, sys.unraisablehook = sys.unraisablehook, lambda args: seen.append(args.exc_type)
    try:
        raises(lambda: [int(native.Small(13) and "x")], ValueError, "invalid literal for int() with base 10: 'x'")
        collect()
    finally:
        sys.unraisablehook = old
    assert seen == [ValueError]


@only(FINALIZERS)
def test_resurrection():
    kept = []
    x = native.Ending(5, kept.append)
    del x
    collect()
    assert [x.n for x in kept] == [5] and type(kept[0]) is native.Ending
    weak = weakref.ref(kept[0])
    kept.clear()
    collect()
    # It has ended once.
    assert weak() is None and kept == []


@only(FINALIZERS)
def test_del_in_a_cycle():
    if PYPY:
        # It does not collect cycles through objects of extensions.
        return
    ended = []
    box = []

    class Call:
        def __init__(self):
            self.box = box

        def __call__(self, x):
            ended.append(x.n)

    x = native.Ending(6, Call())
    box.append(x)
    del x, box
    collect()
    assert ended == [6]
    assert not gc.garbage


def test_del_at_the_end_of_the_process():
    text = ok(
        "from conformance import slots_async as s; import sys\n"
        "x = s.Ending(5, lambda x: None)\n"
        "y = s.Small(3)\n"
        "sys.keep = [s.Small(4), s.Ending(6, print)]\n"
        "print('done')"
    )
    assert text.startswith("done")


@only(FINALIZERS)
def test_del_by_name():
    ended = []
    x = native.Ending(5, lambda x: ended.append(x.n))
    assert x.__del__() is None and ended == [5]


@only(FINALIZERS)
def test_collection_inside_a_finalizer():
    ended = []
    for _ in range(20):
        native.Ending(1, lambda x: (gc.collect(), ended.append(1)))
    collect()
    assert len(ended) == 20
