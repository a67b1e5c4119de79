"""What is timed: escaping strings of each width and length, clean and dirty.

Every string is a new object in every round, as in a program that has just read or formatted it.
"""

import functools
import random
from collections import deque
from typing import Any, Callable, NamedTuple

WIDTHS = {"ASCII": "", "Latin-1": "é", "UCS-2": "★", "UCS-4": "🦀"}
LENGTHS = {"short": 20, "medium": 300, "long": 20_000}


class Case(NamedTuple):
    name: str
    calls: int
    prepare: Callable[[Any], Callable[[], object]]
    results: Callable[[Any], object]


def text(length, extra, share, rng):
    """Words, with a special character in place of a `share` of all characters, and one `extra`."""
    letters = "abcdefghijklmnopqrstuvwxyz      ,."
    chars = [rng.choice("&<>'\"") if rng.random() < share else rng.choice(letters) for _ in range(length)]
    if extra:
        for i in range(0, length, 12):
            chars[i] = extra
    elif share:
        chars[0] = "<"
    if extra and share:
        chars[1] = "<"
    return "".join(chars)


def fresh(strings):
    """Equal strings that nobody has looked at yet."""
    return [string[:1] + string[1:] for string in strings]


def case(name, strings):
    def prepare(module):
        return functools.partial(deque, map(module._escape_inner, fresh(strings)), 0)

    def results(module):
        return [module._escape_inner(string) for string in fresh(strings)]

    return Case(name, len(strings), prepare, results)


def cases():
    rng = random.Random(18)
    for width, extra in WIDTHS.items():
        for length, n in LENGTHS.items():
            calls = max(20, min(2000, 100_000 // n))
            for kind, share in ("clean", 0.0), ("dirty", 0.06):
                strings = [text(n, extra, share, rng) for _ in range(calls)]
                yield case(f"{width}, {length}, {kind}", strings)
    yield case("ASCII, long, only special", [text(20_000, "", 1.0, rng) for _ in range(20)])
    yield case("ASCII, one character", list("abcdefgh") * 200)
