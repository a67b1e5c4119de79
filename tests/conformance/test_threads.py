import threading
import time
import weakref

from conformance import threads
from support import collect, outcome, raises


def run(*functions):
    """Runs functions in threads of their own; their results."""
    results = [None] * len(functions)

    def call(i, function):
        results[i] = outcome(function)

    workers = [threading.Thread(target=call, args=(i, f)) for i, f in enumerate(functions)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for result in results:
        if result.error is not None:
            raise result.error
    return [result.value for result in results]


def test_detached_result():
    assert threads.detached_sum(list(range(1000))) == sum(range(1000))


def test_others_run_meanwhile():
    threads.set_flag(False)

    def setter():
        time.sleep(0.02)
        threads.set_flag(True)

    assert run(lambda: threads.wait_for_flag(30.0), setter)[0] is True
    threads.set_flag(False)


def test_flag_that_nobody_sets():
    threads.set_flag(False)
    assert threads.wait_for_flag(0.01) is False


def test_sleepers_sleep_at_the_same_time():
    start = time.monotonic()
    run(*[lambda: threads.sleep(0.3)] * 8)
    assert time.monotonic() - start < 1.8


def test_handles_survive_a_detach():
    item = object()
    got = threads.handles_survive(item)
    assert got[0] is item and got[1] == "made before"


def test_arguments_are_kept_alive_while_detached():
    class C:
        pass

    held = [C()]
    weak = weakref.ref(held[0])
    threads.set_flag(False)

    def clear():
        time.sleep(0.01)
        held.clear()
        collect()

    def work():
        return threads.handles_survive(held[0])[0]

    got = run(work, clear)[0]
    assert type(got) is C and weak() is got


def test_nested_detach():
    assert threads.detach_twice() == 3


def test_callback_between_detaches():
    assert threads.detach_around(lambda: 5) == 5
    assert type(outcome(threads.detach_around, lambda: 1 / 0).error) is ZeroDivisionError


def test_callbacks_with_detach_inside_in_many_threads():
    def work():
        total = 0
        for i in range(30):
            total += threads.detach_around(lambda: threads.detach_around(lambda: i))
        return total

    assert run(*[work] * 4) == [sum(range(30))] * 4


def test_threads_of_rust_call_python():
    main = threading.get_ident()
    seen = []

    def callback(i):
        seen.append(threading.get_ident())
        return i * i

    assert threads.in_threads(callback, 8) == [i * i for i in range(8)]
    assert len(seen) == 8 and main not in seen


def test_threads_of_rust_pass_errors():
    error = KeyError("from a thread")

    def callback(i):
        if i == 3:
            raise error
        return i

    assert outcome(threads.in_threads, callback, 5).error is error


def test_threads_of_rust_use_the_extension():
    assert threads.in_threads(lambda i: threads.detached_sum([i, i]), 4) == [0, 2, 4, 6]


def test_threads_of_rust_have_thread_locals():
    local = threading.local()

    def callback(i):
        assert not hasattr(local, "value")
        local.value = i
        return local.value

    assert threads.in_threads(callback, 6) == list(range(6))


def test_no_threads():
    assert threads.in_threads(None, 0) == []


def test_attach_often():
    assert threads.attach_often(2000) == sum(range(2000))


def test_panic_in_a_thread_of_rust():
    assert threads.panic_in_thread() is True
    assert threads.in_threads(lambda i: i, 2) == [0, 1]


def test_attach_while_attached_is_refused():
    error = outcome(threads.attach_while_attached).error
    assert type(error) is RuntimeError and "attach_nested" in str(error)


def test_attach_nested():
    assert threads.attach_nested(lambda: 5) == 5
    assert type(outcome(threads.attach_nested, lambda: 1 / 0).error) is ZeroDivisionError


def test_attach_nested_deeply():
    def go(depth):
        return threads.attach_nested(lambda: go(depth - 1)) if depth else 7

    assert go(20) == 7


def test_attach_nested_while_detached():
    assert threads.attach_while_detached(lambda: 6, True) == 6


def test_attach_while_detached():
    # A thread that gave the interpreter up has a thread state all the same.
    got = outcome(threads.attach_while_detached, lambda: 6, False)
    assert got.value == 6 or type(got.error) is RuntimeError


def test_error_made_in_a_thread():
    raises(threads.error_from_thread, ValueError, "made elsewhere", "made elsewhere")


def test_error_described_in_a_thread():
    assert threads.error_text_elsewhere(lambda: 1 / 0) == "a Python exception"


def test_same_objects_in_many_threads():
    shared = list(range(100))
    assert run(*[lambda: [threads.detached_sum(shared) for _ in range(50)]] * 4) == [[4950] * 50] * 4
