"""What is timed: resizing a window of boxes, making its layout, and writing expressions and constraints."""

import functools
from typing import Any, Callable, NamedTuple

SIZES = 5, 20, 80, 300
WINDOWS = [(400, 600), (6000, 400), (800, 1200), (120, 80), (40_000, 800), (9000, 10)]


class Case(NamedTuple):
    name: str
    calls: int
    prepare: Callable[[Any], Callable[[], object]]
    results: Callable[[Any], object]


class Layout:
    """Boxes in a row. When there is not the room for all, those that count least shrink first, so that
    there is one best solution."""

    def __init__(self, module, boxes):
        self.module = module
        names = "left", "right", "top", "bottom"
        self.boxes = [[module.Variable(f"{name}{i}") for name in names] for i in range(boxes)]
        self.width, self.height = module.Variable("width"), module.Variable("height")
        self.solver = None

    def constraints(self):
        create = self.module.strength.create
        for i, (left, right, top, bottom) in enumerate(self.boxes):
            yield left == (self.boxes[i - 1][1] + 10 if i else 10)
            yield right - left >= 20
            yield (right - left == 40 + 10 * (i % 7)) | create(0, 0, 1, 1 + i)
            yield top == 5
            yield bottom - top >= 10
            yield (bottom + 5 == self.height) | "medium"
        yield self.boxes[-1][1] + 10 <= self.width
        yield (self.boxes[0][1] >= 0.1 * self.width) | "weak"

    def solve(self, constraints):
        self.solver = self.module.Solver()
        self.solver.addEditVariable(self.width, "strong")
        self.solver.addEditVariable(self.height, "strong")
        for constraint in constraints:
            self.solver.addConstraint(constraint)

    def values(self):
        return [[round(variable.value(), 5) for variable in box] for box in self.boxes]


def resized(module, boxes, turns):
    """A function that resizes a window."""
    layout = Layout(module, boxes)
    layout.solve(layout.constraints())
    solver, width, height = layout.solver, layout.width, layout.height
    suggest, update, windows = solver.suggestValue, solver.updateVariables, WINDOWS * turns

    def run(seen=None):
        for w, h in windows:
            suggest(width, w)
            suggest(height, h)
            update()
            if seen is not None:
                seen.append(layout.values())

    return run


def resize(boxes):
    turns = max(1, 300 // boxes)

    def results(module):
        seen = []
        resized(module, boxes, 2)(seen)
        return seen

    return Case(f"resize, {boxes} boxes", len(WINDOWS) * turns, functools.partial(resized, boxes=boxes, turns=turns), results)


def solve(boxes):
    """Adds constraints to a new solver. The figure is for one."""

    def prepare(module):
        layout = Layout(module, boxes)
        return functools.partial(layout.solve, list(layout.constraints()))

    def results(module):
        layout = Layout(module, boxes)
        layout.solve(layout.constraints())
        layout.solver.updateVariables()
        return layout.values()

    return Case(f"solve, {boxes} boxes", 6 * boxes + 2, prepare, results)


def writing(name, write, calls=2000):
    """Makes objects of a few variables."""

    def prepare(module):
        variables = [module.Variable(name) for name in "abcdefghij"]

        def run():
            for _ in range(calls):
                write(module, variables)

        return run

    def results(module):
        return str(write(module, [module.Variable("x") for _ in range(10)]))

    return Case(name, calls, prepare, results)


def cases():
    for boxes in SIZES:
        yield resize(boxes)
    for boxes in SIZES[:-1]:
        yield solve(boxes)
    yield writing("Variable('name')", lambda module, v: module.Variable("name"))
    yield writing("Term(v, 2)", lambda module, v: module.Term(v[0], 2))
    yield writing("2 * v", lambda module, v: 2 * v[0])
    yield writing("v + 1", lambda module, v: v[0] + 1)
    yield writing("v + w", lambda module, v: v[0] + v[1])
    yield writing("2 * v - w / 4 + 1", lambda module, v: 2 * v[0] - v[1] / 4 + 1)
    yield writing("sum of 10 terms", lambda module, v: sum(v, 0), 500)
    yield writing("v <= 1", lambda module, v: v[0] <= 1)
    yield writing("v + w >= 2 * x", lambda module, v: v[0] + v[1] >= 2 * v[2])
    yield writing("(v == w) | 'weak'", lambda module, v: (v[0] == v[1]) | "weak")
    yield writing("v.value()", lambda module, v: v[0].value())
    yield writing("(v + w).value()", lambda module, v: (v[0] + v[1]).value())
