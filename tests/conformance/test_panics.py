"""A panic becomes hstack.PanicException, and the interpreter goes on."""

import sys

from conformance import basics, panics
from support import outcome

Panic = panics.class_()


def panicked(function, *args):
    got = outcome(function, *args)
    assert type(got.error) is Panic, got
    # The next call is as if nothing had been.
    assert basics.identity(5) == 5 and sys.exc_info() == (None, None, None)
    return str(got.error)


def test_class():
    assert Panic.__name__ == "PanicException" and Panic.__module__ == "hstack"
    assert Panic.__bases__ == (BaseException,)
    assert not issubclass(Panic, Exception)


def test_message():
    assert "a plain message" in panicked(panics.text)
    assert "the number 5" in panicked(panics.formatted, 5)


def test_payload_that_is_no_text():
    assert panicked(panics.payload)


def test_index_out_of_bounds():
    assert panics.index([1, 2], 1) == 2
    assert "index out of bounds" in panicked(panics.index, [1, 2], 5)


def test_unwrap():
    assert panics.unwrap(7) == 7
    assert "TypeError" in panicked(panics.unwrap, "x") or "unwrap" in panicked(panics.unwrap, "x")


def test_in_a_loop_with_handles():
    assert panics.in_loop(["go", "on"]) is None
    assert "found the item" in panicked(panics.in_loop, ["go", "stop", "on"])


def test_while_detached():
    assert "while detached" in panicked(panics.in_detach)


def test_in_a_drop():
    assert "in a drop" in panicked(panics.in_drop)


def test_in_a_closure():
    assert "in a closure" in panicked(panics.in_closure())


def test_below_python():
    assert "at the bottom" in panicked(panics.below, panics.below, 20)
    assert "at the bottom" in panicked(panics.below, lambda f, n: panics.below(f, n), 20)


def test_not_caught_by_except_exception():
    caught = None
    try:
        try:
            panics.text()
        except Exception:
            caught = "Exception"
    except BaseException as error:
        caught = type(error)
    assert caught is Panic


def test_recognised_in_rust():
    assert panics.is_panic(panics.text) is True
    assert panics.is_panic(lambda: 1 / 0) is False
    assert panics.is_panic(lambda: None) is None


def test_many_times():
    for _ in range(200):
        panicked(panics.formatted, 1)


def test_in_a_thread():
    import threading

    seen = []

    def run():
        try:
            panics.text()
        except BaseException as error:
            seen.append(type(error))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [Panic]


def test_through_a_generator():
    def generate():
        yield panics.text()

    assert type(outcome(next, generate()).error) is Panic
