"""Basic use, on any Python."""

import kiwisolver
from kiwisolver import Solver, Variable, strength

solver = Solver()
x = Variable("x")
solver.addConstraint(x >= 1)
solver.updateVariables()
assert x.value() == 1, x.value()
