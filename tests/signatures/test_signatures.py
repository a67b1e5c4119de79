"""150 generated signatures: hstack's functions bind, fail and look like the same `def`.

Each signature is made twice, in Rust and with `def` on the running interpreter, and called in many
ways. Results are equal, and so are the types and texts of errors.

What hstack promises are the words of CPython 3.13, on every interpreter: `promised` below says them
once more in Python. On CPython it is compared with the interpreter's own words too; other
interpreters (PyPy) have words of their own, so there hstack is compared with `promised` alone. Older
than 3.13, CPython leaves out ". Did you mean 'x'?".

One difference is by choice. A function whose only parameter is positional-only and required has a
calling convention without names (METH_O), which saves 3 to 30 % of a call; there the interpreter counts
the arguments, with words of its own: "f() takes exactly one argument (2 given)".
"""

import inspect
import platform
import re
import sys

import generate
import pytest
import signatures

CPYTHON = platform.python_implementation() == "CPython"
SUGGESTS = CPYTHON and sys.version_info >= (3, 13)
ALL = generate.signatures()


def test_the_binary_is_the_one_under_test():
    assert signatures.__spec__.origin.endswith((".so", ".pyd", ".dylib")), signatures.__spec__.origin
    assert signatures.__spec__.loader.__class__.__name__ != "SourceFileLoader"


def test_generated_file_is_current():
    with open(generate.GENERATED, encoding="utf-8") as file:
        assert file.read() == generate.rust(), "run tests/signatures/generate.py"


def test_there_are_150():
    assert len(ALL) == 150
    assert len({s.written(True) for s in ALL}) > 130
    kinds = {p.kind for s in ALL for p in s.parameters}
    assert kinds == {"positional-only", "positional", "*", "keyword-only", "**"}


def python_function(signature):
    space = {"__name__": "signatures"}
    exec(signature.python(), space)
    return space[signature.python_name]


class Calls:
    """Calls of one signature: right ones, and wrong ones of each kind."""

    UNKNOWN = ["zzzzzzzzzzzz", "qqqqqqqqqqqqqqq", "0 not a name", ""]

    def __init__(self, signature):
        self.random = generate.Random(signature.number + 1)
        self.parameters = signature.parameters
        self.by_position = [p for p in self.parameters if p.kind.startswith("positional")]
        self.by_name = [p for p in self.parameters if p.kind in ("positional", "keyword-only")]
        self.only = [p for p in self.parameters if p.kind == "positional-only"]

    def value(self, parameter):
        values = parameter.values if parameter and parameter.values else generate.KINDS["any"][2]
        return eval(self.random.choice(values))

    def positional(self, count):
        of = self.by_position + [None] * count
        return tuple(self.value(of[i]) for i in range(count))

    def named(self, parameters):
        return {p.name: self.value(p) for p in self.random.shuffled(parameters)}

    def right(self):
        """Every split between positions and names, with and without what has a default."""
        for count in range(len(self.by_position) + 1):
            rest = [p for p in self.by_name if p not in self.by_position[:count]]
            for keep in (100, 50, 0):
                chosen = [p for p in rest if p.python_default is None or self.random.chance(keep)]
                yield self.positional(count), self.named(chosen)

    def wrong(self):
        everything = len(self.by_position)
        for extra in (1, 2, 5):
            yield self.positional(everything + extra), {}
            yield self.positional(everything + extra), self.named([p for p in self.by_name if p.kind == "keyword-only"])
            yield self.positional(everything + extra), self.named(self.by_name)
        for unknown in self.UNKNOWN:
            for args, names in list(self.right())[:4]:
                yield args, {**names, unknown: 1}
                yield args, {unknown: 1, **names}
        known = {p.name for p in self.parameters}
        for p in self.by_name:
            for typo in (p.name + "e", p.name.upper(), p.name[1:] + p.name[:1], p.name[:-1]):
                if typo not in known:
                    yield (), {typo: 1}
        for p in self.only:
            yield (), {p.name: 1}
            yield (), {**self.named(self.by_name), p.name: 1}
        if self.only:
            yield (), {p.name: 1 for p in self.only}
            yield (), {"zzzzzzzzzzzz": 1, **{p.name: 1 for p in self.only}}

    def any(self):
        names = [p.name for p in self.parameters] + self.UNKNOWN[:1]
        of = {p.name: p for p in self.parameters}
        for _ in range(60):
            chosen = self.random.shuffled(names)[: self.random.below(len(names) + 1)]
            yield (
                self.positional(self.random.below(len(self.by_position) + 3)),
                {name: self.value(of.get(name)) for name in chosen},
            )

    def all(self):
        yield (), {}
        for calls in (self.right(), self.wrong(), self.any()):
            for args, names in calls:
                yield args, names
                # Names that are not interned, and a str of another class.
                yield args, {"".join(list(name)): value for name, value in names.items()}
        for args, names in self.right():
            yield args, {Name(name): value for name, value in names.items()}


class Name(str):
    pass


def distance(a, b):
    """What it costs to make one name of another: 2 for a letter, 1 for its case."""
    row = [2 * j for j in range(len(b) + 1)]
    for i, x in enumerate(a):
        diagonal, row[0] = row[0], 2 * (i + 1)
        for j, y in enumerate(b):
            replaced = diagonal + (0 if x == y else 1 if x.lower() == y.lower() else 2)
            diagonal, row[j + 1] = row[j + 1], min(replaced, row[j] + 2, row[j + 1] + 2)
    return row[-1]


def closest(name, known):
    best = None
    for other in known:
        a, b = name.encode(), other.encode()
        cost = distance(a.decode("latin-1"), b.decode("latin-1"))
        if cost <= (len(a) + len(b) + 3) * 2 // 6 and (best is None or cost < best[0]):
            best = (cost, other)
    return "" if best is None else f". Did you mean '{best[1]}'?"


def promised(signature, args, names):
    """The text of the error of a call, or none: the words of CPython 3.13."""
    by_position = [p for p in signature.parameters if p.kind.startswith("positional")]
    keyword_only = [p for p in signature.parameters if p.kind == "keyword-only"]
    only = [p.name for p in by_position if p.kind == "positional-only"]
    by_name = [p.name for p in by_position + keyword_only if p.name not in only]
    kinds = [p.kind for p in signature.parameters]
    have = {p.name for p in by_position[: len(args)]}
    start = f"{signature.python_name}() "
    for name in names:
        if name in by_name:
            if name in have:
                return start + f"got multiple values for argument '{name}'"
            have.add(name)
        elif "**" not in kinds:
            wrong = [n for n in only if n in names]
            if wrong:
                return start + "got some positional-only arguments passed as keyword arguments: '%s'" % ", ".join(wrong)
            return start + f"got an unexpected keyword argument '{name}'{closest(name, by_name)}"
    if len(args) > len(by_position) and "*" not in kinds:
        least = sum(p.python_default is None for p in by_position)
        most, given = len(by_position), len(args)
        takes = str(most) if least == most else f"from {least} to {most}"
        s = "" if least == most == 1 else "s"
        named = sum(p.name in have for p in keyword_only)
        also = f" positional argument{'s' * (given != 1)} (and {named} keyword-only argument{'s' * (named != 1)})"
        return start + "takes {} positional argument{} but {}{} {} given".format(
            takes, s, given, also * (named > 0), "was" if given == 1 and not named else "were"
        )
    for kind, parameters in (("positional", by_position), ("keyword-only", keyword_only)):
        missing = [f"'{p.name}'" for p in parameters if p.python_default is None and p.name not in have]
        if missing:
            listed = " and ".join(missing) if len(missing) < 3 else ", ".join(missing[:-1]) + ", and " + missing[-1]
            return start + f"missing {len(missing)} required {kind} argument{'s' * (len(missing) != 1)}: {listed}"
    return None


def outcome(function, args, names):
    try:
        return function(*args, **names)
    except Exception as error:
        return type(error), str(error)


def same(a, b):
    """Equal, and of one type: 1 is not True."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (tuple, list)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(map(same, a.values(), b.values()))
    return a == b


METH_O = re.compile(r"takes exactly one argument \((\d+) given\)|takes no keyword arguments|takes exactly 1 positional argument")


@pytest.mark.parametrize("signature", ALL, ids=lambda s: s.name)
def test_calls(signature):
    ours, theirs = getattr(signatures, signature.python_name), python_function(signature)
    good = bad = 0
    for args, names in Calls(signature).all():
        expected, got = outcome(theirs, args, names), outcome(ours, args, names)
        words = promised(signature, args, names)
        call = f"{signature.python_name}({signature.written(True)}) called with *{args!r}, **{names!r}"
        if words is None:
            good += 1
            assert not (isinstance(expected, tuple) and expected[:1] == (TypeError,)), (call, expected)
            assert same(got, expected), (call, got, expected)
            continue
        bad += 1
        if CPYTHON:
            said = words if SUGGESTS else re.sub(r"\. Did you mean '.*'\?$", "", words)
            assert expected == (TypeError, said), (call, expected, said)
        if signature.convention == "O":
            assert got[0] is TypeError and METH_O.search(got[1]), (call, got)
        else:
            assert got == (TypeError, words), (call, got, words)
    assert good and (bad or {p.kind for p in signature.parameters} >= {"*", "**"})


@pytest.mark.parametrize("signature", ALL, ids=lambda s: s.name)
def test_looks(signature):
    ours, theirs = getattr(signatures, signature.python_name), python_function(signature)
    if all(p.name.isascii() for p in signature.parameters):
        assert str(inspect.signature(ours)) == str(inspect.signature(theirs))
        assert ours.__text_signature__ == f"({signature.shown()})"
    else:
        # `inspect` reads signatures of native functions as ASCII.
        assert ours.__text_signature__ is None
    assert ours.__name__ == theirs.__name__ == signature.python_name
    assert ours.__module__ == "signatures"
    assert (ours.__doc__ or None) == (theirs.__doc__ and inspect.cleandoc(theirs.__doc__))


def test_names_that_are_no_text():
    with pytest.raises(TypeError, match="keywords must be strings"):
        signatures.number1(**{1: 2})
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        signatures.number4(**{"\ud800": 1})
