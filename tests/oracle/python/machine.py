"""The same operations on two objects: the same results, the same errors, the same state afterwards."""

import copy
import operator
import pickle
import re

from hypothesis import strategies as st

from values import Fresh

# How deep a value is looked at: lists may contain themselves.
DEPTH = 6


class Subject:
    """One side: how its objects are made, and what is in them."""

    def __init__(self, classes, state, mutable=True):
        self.classes, self.state = classes, state
        # Whether it matters that a result is the object itself.
        self.mutable = mutable


class Plain:
    """Values as what can be compared without calling them: the two sides are called the same."""

    def __init__(self, subject, this, other):
        self.subject, self.this, self.other = subject, this, other

    def of(self, value, depth=0):
        if value is self.this and self.subject.mutable:
            return "this"
        if value is self.other and self.subject.mutable:
            return "other"
        if hasattr(type(value), "plain"):
            return value.plain()
        if isinstance(value, self.subject.classes):
            return "like", self.inside(value, depth + 1)
        return self.parts(value, depth)

    def parts(self, value, depth):
        """What a value of a built-in type is made of."""
        if depth > DEPTH:
            return type(value).__name__
        if isinstance(value, (list, tuple)):
            return type(value).__name__, [self.of(item, depth + 1) for item in value]
        if isinstance(value, (set, frozenset)):
            return type(value).__name__, sorted(repr(self.of(item, depth + 1)) for item in value)
        if isinstance(value, dict):
            return "dict", [(self.of(k, depth + 1), self.of(v, depth + 1)) for k, v in value.items()]
        if hasattr(type(value), "__next__"):
            return "iterator", [self.of(item, depth + 1) for _, item in zip(range(100), value)]
        if type(value).__name__ in ("dict_keys", "dict_values", "dict_items"):
            return type(value).__name__, [self.of(item, depth + 1) for item in value]
        return type(value).__name__, repr(value)

    def inside(self, value, depth):
        return self.parts(self.subject.state(value), depth)


def operation(name, function, *arguments, **options):
    """A strategy of one operation."""
    keywords = st.fixed_dictionaries({}, optional=options) if options else st.just({})
    return st.tuples(st.just((name, function)), st.tuples(*arguments), keywords)


def method(name, *arguments, **options):
    def call(this, *args, **kwargs):
        return getattr(this, name)(*args, **kwargs)

    return operation(name, call, *arguments, **options)


def operators(names, operand):
    """Each operator, from the left and from the right."""
    chosen = []
    for name in names:
        function = getattr(operator, name, None) or {"divmod": divmod, "pow": pow}[name]
        chosen.append(operation(name, function, operand))
        chosen.append(operation("reflected " + name, lambda this, x, function=function: function(x, this), operand))
    return st.one_of(chosen)


def unary(**functions):
    return st.one_of([operation(name, function) for name, function in functions.items()])


IN_PLACE = ["iadd", "isub", "imul", "iand", "ior", "ixor"]
COMPARISONS = ["eq", "ne", "lt", "le", "gt", "ge"]


def pickled(this, protocol):
    return pickle.loads(pickle.dumps(this, protocol))


copies = st.one_of(
    operation("pickle", pickled, st.integers(0, 5)),
    operation("copy.copy", copy.copy),
    operation("copy.deepcopy", copy.deepcopy),
)


class Side:
    """The objects of one side while the operations run."""

    def __init__(self, subject, this, other):
        self.subject, self.this, self.other = subject, this, other

    def build(self, argument):
        if isinstance(argument, Fresh):
            return argument.make(self.this, self.other)
        return argument

    def run(self, step):
        """The result or the error, and the state afterwards."""
        (name, function), arguments, keywords = step
        plain = Plain(self.subject, self.this, self.other)
        arguments = [self.build(argument) for argument in arguments]
        keywords = {key: self.build(value) for key, value in keywords.items()}
        try:
            result = function(self.this, *arguments, **keywords)
            if name in IN_PLACE and isinstance(result, self.subject.classes):
                same = result is self.this and self.subject.mutable
                outcome = "in place", same, plain.of(result)
                self.this = result
            else:
                outcome = "value", plain.of(result)
        except Exception as error:
            outcome = "error", type(error), str(error)
        plain = Plain(self.subject, self.this, self.other)
        return outcome, plain.inside(self.this, 1), plain.inside(self.other, 1)


class Comparison:
    """One class of ours, what it is compared with, and the operations."""

    def __init__(self, name, ours, theirs, initial, operations, names, other=()):
        self.name, self.initial, self.operations = name, initial, operations
        # Starts of Python's messages where ours is another one, because no class can say it.
        self.other = tuple(other)
        self.ours, self.theirs = ours, theirs
        # The class itself, and one of Python that is derived from it.
        self.variants = min(2, len(theirs.classes))
        # The names of the classes of both sides, which are the same for messages.
        self.names = re.compile(r"\b(oracle\.)?(%s)\b" % "|".join(names))
        self.compared = self.messages = self.tolerated = 0
        self.tolerated_texts = set()

    def same_error(self, mine, yours):
        """Types must be the same, and texts, too, unless Python's names a built-in type."""
        if mine[1] is not yours[1]:
            return False
        if self.names.sub("CLASS", mine[2]) == self.names.sub("CLASS", yours[2]):
            self.messages += 1
            return True
        if self.names.search(yours[2]) or yours[2].startswith(self.other):
            self.tolerated += 1
            self.tolerated_texts.add((mine[2], yours[2]))
            return True
        return False

    def run(self, variant, initial, steps):
        mine, yours = (
            Side(subject, subject.classes[variant](*initial), subject.classes[0](*initial))
            for subject in (self.ours, self.theirs)
        )
        for step in steps:
            my_outcome, *my_state = mine.run(step)
            your_outcome, *your_state = yours.run(step)
            self.compared += 1
            context = "%s after %s: %r, not %r" % (self.name, (step[0][0], step[1], step[2]), my_outcome, your_outcome)
            if my_outcome[0] == your_outcome[0] == "error":
                assert self.same_error(my_outcome, your_outcome), context
            else:
                assert my_outcome == your_outcome, context
            assert my_state == your_state, "%s is %r, not %r" % (context, my_state, your_state)
            if len(repr(your_state)) > 20_000:
                break
