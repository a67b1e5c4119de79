"""Counts of references: an operation leaves them as they were, whether it succeeds or fails."""

import gc
import sys

import cases
from support import IMMORTAL, PYPY, identical, outcome

TABLE = cases.read()
FUNCTIONS = cases.functions()
OPERATORS = """add sub mul matmul div floor_div rem divmod lshift rshift bitand bitor bitxor add_assign sub_assign
    mul_assign matmul_assign div_assign floor_div_assign rem_assign lshift_assign rshift_assign bitand_assign
    bitor_assign bitxor_assign pow_assign pow""".split()


def count(object):
    # PyPy counts no references: there the tests only show that the calls work.
    return 0 if PYPY else sys.getrefcount(object)


def neutral(function, *args, times=20):
    before = [count(a) for a in args]
    for _ in range(times):
        outcome(function, *args)
    after = [count(a) for a in args]
    assert before == after, (function, args, before, after)


class Operand:
    def __init__(self, result):
        self.result = result

    def give(self, *args):
        if self.result is KeyError:
            raise KeyError("x")
        return self.result


for _name in """add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor iadd isub imul imatmul
        itruediv ifloordiv imod ipow ilshift irshift iand ior ixor neg pos abs invert""".split():
    setattr(Operand, f"__{_name}__", Operand.give)


def test_binary_operators():
    for name in OPERATORS:
        result = object()
        left, right = Operand(result), Operand(None)
        assert FUNCTIONS["numbers." + name](left, right) is result
        before = count(result)
        neutral(FUNCTIONS["numbers." + name], left, right)
        assert count(result) == before, name


def test_binary_operators_that_fail():
    for name in OPERATORS:
        left, right = Operand(KeyError), Operand(None)
        assert type(outcome(FUNCTIONS["numbers." + name], left, right).error) is KeyError
        neutral(FUNCTIONS["numbers." + name], left, right)
        neutral(FUNCTIONS["numbers." + name], cases.O(), cases.O())


def test_in_place_operators_that_return_the_object():
    for name in OPERATORS:
        if name.endswith("_assign"):
            left = Operand(None)
            left.result = left
            assert FUNCTIONS["numbers." + name](left, 1) is left
            neutral(FUNCTIONS["numbers." + name], left, object())
            left.result = None


def test_unary_operators():
    for name in ("neg", "pos", "abs", "bitnot"):
        result = object()
        operand = Operand(result)
        assert FUNCTIONS["numbers." + name](operand) is result
        before = count(result)
        neutral(FUNCTIONS["numbers." + name], operand)
        assert count(result) == before, name


def test_results_have_one_reference():
    def of(make, *args):
        result = make(*args)
        return count(result)

    assert of(FUNCTIONS["lists.new"]) == of(list)
    assert of(FUNCTIONS["dicts.copy"], {}) == of(dict)
    assert of(FUNCTIONS["numbers.add"], 10**20, 1) == of(lambda: 10**20 + int("1"))
    assert of(FUNCTIONS["text.concat"], "a", "bc" * 9) == of(lambda: "".join(["bc"] * 9))
    item = object()
    before = count(item)
    for name in ("basics.identity", "basics.identity_keyword"):
        FUNCTIONS[name](item)
    assert count(item) == before


def test_singletons():
    # Not counted since 3.12: then this shows nothing, and is right.
    before = count(None), count(True), count(NotImplemented), count(Ellipsis)
    for _ in range(1000):
        FUNCTIONS["basics.none"]()
        FUNCTIONS["basics.not_implemented"]()
        FUNCTIONS["basics.ellipsis"]()
        FUNCTIONS["basics.invert"](False)
        FUNCTIONS["basics.noop"]()
    after = count(None), count(True), count(NotImplemented), count(Ellipsis)
    assert all(abs(a - b) < 100 for a, b in zip(before, after)), (before, after)


def alone(make, i, function, collect=False):
    """How often the i-th argument is referred to, when all that was around it is gone."""
    args, kwargs = make()
    probe = args[i]
    for _ in range(3):
        if function is not None:
            outcome(function, *args, **kwargs)
    del args, kwargs
    FUNCTIONS["threads.detach_twice"]()
    if collect:
        gc.collect()
    return count(probe)


def test_every_function_leaves_its_arguments_alone(fresh_warnings, capfd):
    kinds = (cases.O, cases.C, cases.Raiser, list, dict, set, bytearray)
    wrong = []
    for name, (good, bad) in TABLE.items():
        for make in [good, *bad]:
            if make is None:
                continue
            for i, argument in enumerate(make()[0]):
                if name in IMMORTAL or type(argument) not in kinds:
                    continue
                expected, got = alone(make, i, None), alone(make, i, FUNCTIONS[name])
                if expected != got:
                    # What only the collector frees.
                    got = alone(make, i, FUNCTIONS[name], collect=True)
                if expected != got:
                    wrong.append((name, i, expected, got))
    assert wrong == []


def test_types_of_arguments():
    # The type of an object is referred to by its instances only.
    before = count(cases.O)
    for name in ("objects.get_type", "objects.kinds", "objects.cast_to_list", "lists.len", "convert.kind"):
        for _ in range(20):
            outcome(FUNCTIONS[name], cases.O())
    assert abs(count(cases.O) - before) < 5


def test_values_are_equal_afterwards():
    items = [1, "two", 3.0, [4], {5: 6}]
    copy = [1, "two", 3.0, [4], {5: 6}]
    for name in ("loops.over_list", "lists.backwards", "lists.to_tuple", "convert.handles", "objects.repr"):
        FUNCTIONS[name](items)
    assert identical(items, copy)
