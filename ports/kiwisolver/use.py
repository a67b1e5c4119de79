"""Basic use, on any Python."""

import gc
import random
import sys
import threading

import kiwisolver
from kiwisolver import Constraint, Expression, Solver, Term, Variable, exceptions, strength

PYPY = sys.implementation.name == "pypy"


def raises(error, function, *arguments):
    try:
        function(*arguments)
    except error as raised:
        assert type(raised) is error, raised
        return raised
    raise AssertionError(f"{function} raises no {error.__name__}")


x, y, z = map(Variable, "xyz")

# Every pair of operands, in both orders.
values = {"x": x, "2 * y": 2 * y, "x - z + 3": x - z + 3, "5": 5, "0.5": 0.5, "True": True}
for variable, value in (x, 7.0), (y, -2.0), (z, 0.25):
    solver = Solver()
    solver.addConstraint(variable == value)
    solver.updateVariables()


def number(operand):
    return operand.value() if hasattr(operand, "value") else operand


for left in values.values():
    for right in values.values():
        if number(left) is left and number(right) is right:
            continue
        for symbol in "+", "-", "*", "/", "<=", ">=", "==":
            plain = f"l {symbol} r"
            scaling = symbol in "*/"
            fits = not scaling or number(right) is right or (symbol == "*" and number(left) is left)
            if not fits:
                raises(TypeError, eval, plain, {"l": left, "r": right})
                continue
            found = eval(plain, {"l": left, "r": right})
            if scaling or symbol in "+-":
                assert abs(found.value() - eval(plain, {"l": number(left), "r": number(right)})) < 1e-12, plain
                assert type(found) is (Term if scaling and type(left) in (Variable, Term) else type(found))
                continue
            turned = {"<=": ">=", ">=": "<=", "==": "=="}[symbol] if number(left) is left else symbol
            assert type(found) is Constraint and found.op() == turned, plain
            assert found.strength() == strength.required
            assert found.violated() is not eval(plain, {"l": number(left), "r": number(right)}), plain
        for symbol in "<", ">", "!=":
            raises(TypeError, eval, f"l {symbol} r", {"l": left, "r": right})
for operand in x, 2 * x, x + 1:
    assert (-operand).value() == -operand.value()
    assert (operand == "x") is False and (operand == None) is False
    for wrong in "x", None, [], 1j:
        for symbol in "+", "-", "*", "/", "<=", ">=", "<", ">", "!=":
            raises(TypeError, eval, f"l {symbol} r", {"l": operand, "r": wrong})
            raises(TypeError, eval, f"r {symbol} l", {"l": operand, "r": wrong})
    raises(ZeroDivisionError, lambda: operand / 0)
    raises(OverflowError, lambda: operand + 10**400)
    raises(TypeError, hash, operand)

# Texts.
assert str(x) == x.name() == "x" and str(2 * x) == "2 * x" and str(x / 3) == "0.333333 * x"
assert str(2 * x - y + 1e7) == "2 * x + -1 * y + 1e+07"
assert str((x + x >= 3) | "weak") == "2 * x + -3 >= 0 | strength = 1"
assert str(Constraint(x - 8, "==", 1e99)) == "1 * x + -8 == 0 | strength = 1.001e+09 (VIOLATED)"
x.setName("Δ🦀")
assert x.name() == "Δ🦀" and str(x) == "Δ🦀"
x.setName("x")

# Constructors.
assert Term(x).coefficient() == 1 and Term(x, 2).variable() is x and Term(variable=x, coefficient=3).coefficient() == 3
assert Expression([Term(x)]).constant() == 0 and Expression((Term(x) for _ in "ab"), 4.5).constant() == 4.5
terms = (Term(x), Term(y))
assert Expression(terms).terms() is terms
reduced = Constraint(Expression((Term(x), Term(y), Term(x, 2))), "<=").expression().terms()
assert [(term.coefficient(), term.variable().name()) for term in reduced] == [(3, "x"), (1, "y")]
for arguments in (Variable, 1), (Term, 1), (Term, x, "1"), (Expression, [x]), (Expression, 5), (Constraint, x, "=="):
    raises(TypeError, *arguments)
raises(TypeError, Constraint, x + 1, 5)
raises(TypeError, Constraint, x + 1, "==", None)
raises(ValueError, Constraint, x + 1, "<")
raises(ValueError, Constraint, x + 1, "==", "strongest")
raises(ValueError, lambda: (x == 1) | "strongest")
raises(TypeError, lambda: (x == 1) | None)
raises(TypeError, Solver, 1)
assert strength.create(1, 2, 3, 2) == 2_004_006 and strength.create(1e9, 0, 0) == 1e9
assert [((x == 1) | name).strength() for name in ("weak", "medium", "strong", "required", 5)] == [
    strength.weak, strength.medium, strength.strong, strength.required, 5.0,
]
assert ("weak" | (x == 1)).strength() == 1 and ((x == 1) | -5).strength() == 0
assert kiwisolver.__version__ == kiwisolver.__kiwi_version__ == "1.5.1"

# The solver, and its exceptions.
solver = Solver()
wide, narrow = x >= 10, x <= 5
solver.addConstraint(wide)
assert solver.hasConstraint(wide) and not solver.hasConstraint(narrow)
assert raises(exceptions.DuplicateConstraint, solver.addConstraint, wide).constraint is wide
assert raises(exceptions.UnsatisfiableConstraint, solver.addConstraint, narrow).constraint is narrow
assert raises(exceptions.UnknownConstraint, solver.removeConstraint, narrow).constraint is narrow
solver.addConstraint(narrow | "weak")
raises(exceptions.BadRequiredStrength, solver.addEditVariable, x, "required")
assert raises(exceptions.UnknownEditVariable, solver.suggestValue, x, 1).edit_variable is x
solver.addEditVariable(x, "strong")
assert raises(exceptions.DuplicateEditVariable, solver.addEditVariable, x, 5).edit_variable is x
for wanted, found in (20, 20), (3, 10), (11.5, 11.5):
    solver.suggestValue(x, wanted)
    solver.updateVariables()
    assert x.value() == found
dump = solver.dumps()
for title in "Objective", "Tableau", "Infeasible", "Variables", "Edit Variables", "Constraints":
    assert f"{title}\n{'-' * len(title)}\n" in dump, dump
assert "1 * x + -10 >= 0  | strength = 1.001e+09\n" in dump, dump
solver.removeEditVariable(x)
assert raises(exceptions.UnknownEditVariable, solver.removeEditVariable, x).edit_variable is x
solver.removeConstraint(wide)
solver.updateVariables()
assert x.value() <= 5
solver.reset()
assert not solver.hasConstraint(wide)
solver.addConstraint(wide)

# A constraint that is refused leaves nothing behind.
solver = Solver()
solver.addEditVariable(y, "strong")
for constraint in x + y == 0, y <= -1, (y >= 0) | "weak":
    solver.addConstraint(constraint)
before = solver.dumps()
raises(exceptions.UnsatisfiableConstraint, solver.addConstraint, y >= 1)
assert solver.dumps() == before
solver.suggestValue(y, -5)
solver.updateVariables()
assert (x.value(), y.value()) == (5, -5)

# Subclasses.
classes = {}
for base, arguments in (
    (Variable, ("v",)), (Term, (x, 2)), (Expression, ((Term(x),), 1)), (Constraint, (x + 1, "<=")), (Solver, ()),
):
    class Derived(base):
        def __init__(self, *arguments):
            super().__init__()
            self.own = arguments

    classes[base] = Derived(*arguments)
    assert classes[base].own == arguments and isinstance(classes[base], base)
solver = classes[Solver]
solver.addConstraint(classes[Variable] + classes[Term] - classes[Expression] == 3)
solver.addConstraint(classes[Constraint])
solver.addConstraint(x >= -4)
solver.updateVariables()
assert not classes[Constraint].violated() and classes[Variable].value() + classes[Term].value() == classes[Expression].value() + 3


# Cycles through what the objects hold are collected, except on PyPy, which does not look into objects of
# extensions.
class Mark:
    alive = 0

    def __init__(self):
        Mark.alive += 1

    def __del__(self):
        Mark.alive -= 1


def cycle():
    variable = Variable("v", Mark())
    assert isinstance(variable.context(), Mark)
    variable.setContext([Mark(), variable, 2 * variable, variable + 1, variable <= 2])


for _ in range(20):
    cycle()
for _ in range(5):
    gc.collect()
assert PYPY or Mark.alive == 0, Mark.alive


# Threads, each with a solver of its own, and all with the same one.
shared, edited = Solver(), Variable("edited")
shared.addEditVariable(edited, "strong")


def work(results, seed):
    rng = random.Random(seed)
    solver, variable = Solver(), Variable("v")
    solver.addEditVariable(variable, "strong")
    solver.addConstraint(variable >= 0)
    for _ in range(200):
        value = rng.randrange(1000)
        solver.suggestValue(variable, value)
        solver.updateVariables()
        if variable.value() != value:
            return
        constraint = edited <= 10_000 + value
        shared.addConstraint(constraint)
        shared.suggestValue(edited, value)
        shared.updateVariables()
        edited.setName(f"edited by {seed}")
        shared.dumps()
        shared.removeConstraint(constraint)
    results.append(seed)


results = []
threads = [threading.Thread(target=work, args=(results, seed)) for seed in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(results) == [0, 1, 2, 3], results
assert 0 <= edited.value() < 1000

INSIDE = """
from kiwisolver import Solver, UnsatisfiableConstraint, Variable
solver, x = Solver(), Variable("x")
solver.addConstraint(x == 3)
try:
    solver.addConstraint(x == 4)
except UnsatisfiableConstraint as error:
    assert "-4" in str(error.constraint)
solver.updateVariables()
assert x.value() == 3 and str(2 * x) == "2 * x"
"""
