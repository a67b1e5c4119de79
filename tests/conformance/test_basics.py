import sys

import conformance
import pytest
from conformance import basics
from support import PYPY, outcome, raises, same, signature


def test_binary_is_what_is_tested():
    assert conformance.__spec__.origin.endswith((".so", ".pyd"))
    assert conformance.__name__ == conformance.__spec__.name == "conformance"


def test_function_without_arguments_returns_none():
    assert basics.noop() is None


def test_identity():
    for given in (None, 1, 2**100, "text", [1], {}, object(), basics):
        assert basics.identity(given) is given


def test_identity_by_keyword():
    object = []
    assert basics.identity_keyword(object=object) is object
    assert basics.identity_keyword(object) is object


def test_same_handle_twice_in_a_result():
    object = []
    pair = basics.pair(object)
    assert type(pair) is tuple and pair[0] is object and pair[1] is object


def test_booleans_are_the_singletons():
    assert basics.invert(True) is False
    assert basics.invert(False) is True


def test_bool_takes_only_bools():
    for wrong in (0, 1, None, "", []):
        raises(
            basics.invert,
            TypeError,
            f"argument 'value': expected bool, got {type(wrong).__name__}",
            wrong,
        )


def test_singletons():
    assert basics.none() is None
    assert basics.not_implemented() is NotImplemented
    assert basics.ellipsis() is Ellipsis


def test_frame_bool():
    assert basics.boolean(7) is True and basics.boolean(0) is False


def test_handle_of_bool():
    assert basics.is_true(True) is True and basics.is_true(False) is False


def test_optional_argument_none():
    assert basics.maybe(None) is None
    assert basics.maybe(41) == 42
    with pytest.raises(TypeError):
        basics.maybe("x")


def test_function_gets_its_module():
    assert basics.own_module() is basics
    assert sys.modules["conformance.basics"] is basics


def test_renamed_function():
    assert basics.renamed() == "renamed"
    assert basics.renamed.__name__ == "renamed"
    assert not hasattr(basics, "some_rust_name")


def test_raw_identifiers_lose_their_prefix():
    assert basics.type(5) == 5
    assert basics.type(match=6) == 6


def test_parameters_may_have_any_name():
    assert basics.shadows(1, 2, 3, 4) == basics.shadows(f=1, this=2, arguments=3, bound=4) == 1234


def test_function_attributes():
    assert basics.noop.__name__ == "noop"
    assert basics.noop.__qualname__ == "noop"
    assert basics.noop.__doc__ == "Does nothing."
    # PyPy 3.9 has no such attribute.
    assert getattr(basics.noop, "__self__", basics) is basics
    assert type(basics.noop) is type(len) or PYPY


def test_function_module():
    assert basics.noop.__module__ == "conformance.basics"


def test_docstring_keeps_its_lines():
    assert basics.identity.__doc__ == "Gives its argument back.\n\nThe same object, not a copy."


def test_function_without_docstring():
    assert not basics.pair.__doc__


def test_signature_of_nothing():
    assert signature(basics.noop) == "()"


def test_signature_positional_only():
    assert signature(basics.identity) == "(object, /)"


def test_signature_positional():
    assert signature(basics.identity_keyword) == "(object)"


def test_signature_written_by_hand():
    assert basics.signed.__text_signature__ == "($module, whatever, /)"
    assert signature(basics.signed) == "(whatever, /)"


def test_functions_compare_as_objects():
    assert basics.noop == basics.noop and basics.noop != basics.pair
    assert len({basics.noop, basics.noop, basics.pair}) == 2


def test_function_repr():
    text = repr(basics.noop)
    if PYPY:
        assert text.startswith("<builtin_function_or_method object")
    else:
        assert text == "<built-in function noop>"


def test_constants():
    assert basics.ANSWER == 42 and type(basics.ANSWER) is int
    assert basics.GREETING == "hello" and basics.HALF == 0.5 and basics.YES is True


def test_many_handles_in_one_frame():
    for count in (0, 1, 7, 8, 9, 71, 72, 73, 1000, 20000):
        handles, total = basics.many_handles(count)
        assert handles == count
        assert total == sum(1_000_000 + i for i in range(count))


def test_values_take_no_slot():
    by_value, by_handle = basics.slots_taken([1, 2, 3])
    assert by_value == 0 and by_handle == 3


def test_calls_through_other_callables():
    import functools

    assert list(map(basics.identity, [1, 2])) == [1, 2]
    assert functools.partial(basics.identity, 5)() == 5
    assert basics.identity.__call__(3) == 3


def test_calls_with_star():
    same(basics.identity, lambda object, /: object, *[7])
    same(basics.identity_keyword, lambda object: object, **{"object": 8})


def test_function_as_method():
    class C:
        function = basics.identity
        static = staticmethod(basics.identity)

    # A built-in function is no descriptor: it does not bind.
    assert outcome(C().function, 1).value == 1
    assert C.static(2) == 2
