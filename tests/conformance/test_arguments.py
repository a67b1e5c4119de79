"""A native function binds its arguments as the `def` with the same signature does, errors included."""

import inspect

import pytest
from conformance import arguments
from support import PYPY, agree, outcome, raises, signature


def nothing(): pass
def one(a): return a
def one_only(a, /): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def optional(a, b=2, c=3): return a, b, c
def optional_only(a, b=2, /): return a, b
def positional_and(a, /, b): return a, b
def two_positional_and(a, b, /, c): return a, b, c
def keyword_only(a, *, b): return a, b
def keywords_only(*, a, b, c=3): return a, b, c
def star(*args): return args
def star_star(**kwargs): return kwargs
def stars(a, *args, b=5, **kwargs): return a, args, b, kwargs
def everything(a, /, b, c=3, *args, d, e=5, **kwargs): return (a, b, c), args, d, e, kwargs
def hidden(a, /, **kwargs): return a, kwargs


def check(function, *args, **kwargs):
    # PyPy words some of these differently in a `def`.
    native = getattr(arguments, function.__name__)
    agree(outcome(native, *args, **kwargs), outcome(function, *args, **kwargs), message=not PYPY)


def test_no_parameters():
    check(nothing)


def test_no_parameters_positional_given():
    # Built-in functions say this in their own words, which name the module.
    with pytest.raises(TypeError):
        arguments.nothing(1)


def test_no_parameters_keyword_given():
    with pytest.raises(TypeError):
        arguments.nothing(a=1)


def test_one_positional_only():
    check(one_only, 1)


def test_one_positional_only_missing():
    with pytest.raises(TypeError):
        arguments.one_only()


def test_one_positional_only_by_keyword():
    with pytest.raises(TypeError):
        arguments.one_only(a=1)


def test_one_positional_only_too_many():
    with pytest.raises(TypeError):
        arguments.one_only(1, 2)


def test_one():
    check(one, 1)
    check(one, a=1)


def test_one_missing():
    check(one)


def test_one_too_many():
    check(one, 1, 2)
    check(one, 1, 2, 3)


def test_one_twice():
    check(one, 1, a=1)


def test_unknown_keyword():
    check(one, zzz=1)
    check(one, 1, zzz=1)


def test_unknown_keyword_not_ascii():
    check(one, 1, **{"zzzé": 1})


def test_two():
    check(two, 1, 2)
    check(two, 1, b=2)
    check(two, b=2, a=1)


def test_two_missing():
    check(two)
    check(two, 1)
    check(two, b=1)


def test_three_missing_lists_all():
    check(three)
    check(three, b=1)


def test_defaults_are_taken():
    check(optional, 1)
    check(optional, 1, 5)
    check(optional, 1, c=7)
    check(optional, c=7, a=1)


def test_optional_too_many():
    check(optional, 1, 2, 3, 4)


def test_optional_missing():
    check(optional)
    check(optional, b=1)


def test_optional_positional_only():
    check(optional_only, 1)
    check(optional_only, 1, 3)


def test_positional_only_by_keyword():
    check(positional_and, a=1, b=2)
    check(optional_only, 1, b=2)


def test_two_positional_only_by_keyword():
    check(two_positional_and, a=1, b=2, c=3)
    check(two_positional_and, b=2, c=3, a=1)


def test_positional_only_then_keyword():
    check(positional_and, 1, 2)
    check(positional_and, 1, b=2)


def test_keyword_only():
    check(keyword_only, 1, b=2)
    check(keyword_only, a=1, b=2)


def test_keyword_only_missing():
    check(keyword_only, 1)
    check(keywords_only)
    check(keywords_only, c=1)


def test_keyword_only_by_position():
    check(keyword_only, 1, 2)
    check(keyword_only, 1, 2, b=3)
    check(keywords_only, 1)


def test_star():
    check(star)
    check(star, 1, "two", None)


def test_star_refuses_keywords():
    check(star, a=1)


def test_star_star():
    check(star_star)
    check(star_star, b=1, a=2)


def test_star_star_keeps_order():
    assert list(arguments.star_star(z=1, a=2, m=3)) == ["z", "a", "m"]


def test_star_star_refuses_positions():
    check(star_star, 1)


def test_star_star_is_a_new_dict():
    given = {"a": 1}
    got = arguments.star_star(**given)
    assert got == given and got is not given
    got["b"] = 2
    assert "b" not in given


def test_stars():
    check(stars, 1)
    check(stars, 1, 2, 3, b=4, z=5)
    check(stars, a=1, z=5)


def test_everything():
    check(everything, 1, 2, d=4)
    check(everything, 1, 2, 30, 31, 32, d=4, e=50, z=26)
    check(everything, 1, b=2, c=30, d=4)


def test_everything_missing():
    check(everything, 1)
    check(everything, 1, 2)


def test_hidden_positional_only_name_goes_to_kwargs():
    check(hidden, 1, a=2)


def test_default_values_of_all_types():
    assert arguments.defaults() == (7, "seven", 0.5, True, True)
    assert arguments.defaults(8, "eight", 0.25, False, 0) == (8, "eight", 0.25, False, False)
    assert arguments.defaults(nothing=None, flag=False) == (7, "seven", 0.5, False, True)


def test_default_of_an_option():
    assert arguments.some_default() == 5
    assert arguments.some_default(None) is None
    assert arguments.some_default(a=6) == 6


def test_twelve_arguments():
    assert arguments.twelve(*range(12)) == list(range(12))
    assert arguments.twelve(*range(11), m=11) == list(range(12))
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'm'"):
        arguments.twelve(*range(11))


def test_wrong_type_names_the_argument():
    raises(arguments.list_only, TypeError, "argument 'items': expected list, got str", "x")
    raises(arguments.typed, TypeError, "argument 'text': expected str, got int", 1, 2, [], True)
    raises(arguments.typed, TypeError, "argument 'flag': expected bool, got int", 1, "", [], 2)


def test_wrong_type_is_found_after_binding():
    # Binding comes first: the missing argument is what counts.
    with pytest.raises(TypeError, match="missing"):
        arguments.typed("not a number")


def test_overflow_keeps_its_type():
    with pytest.raises(OverflowError):
        arguments.three(2**100, 1, 1)


def test_converter_of_ones_own():
    assert arguments.converted(4) == 4
    raises(arguments.converted, TypeError, "argument 'n': expected an even number", 3)


def test_subclass_is_accepted():
    class L(list):
        pass

    mine = L([1])
    assert arguments.list_only(mine) is mine


def test_keyword_names_may_be_str_subclasses():
    class S(str):
        pass

    assert arguments.two(1, **{S("b"): 2}) == (1, 2)


def test_equal_keyword_that_is_another_object():
    name = "".join(["b"])
    assert arguments.two(1, **{name: 2}) == (1, 2)


def test_arguments_live_until_the_call_ends():
    import weakref

    class C:
        pass

    held = [C()]
    weak = weakref.ref(held[0])
    got = arguments.kept(held.clear, held[0])
    assert got is weak()


def test_signatures_are_introspectable():
    for function in (
        one, two, three, optional, optional_only, positional_and, two_positional_and, keyword_only,
        keywords_only, star, star_star, stars, everything, hidden, one_only, nothing,
    ):
        assert signature(getattr(arguments, function.__name__)) == str(inspect.signature(function))


def test_default_values_are_introspectable():
    text = signature(arguments.defaults)
    assert text == "(number=7, text='seven', real=0.5, flag=True, nothing=None)"
