"""What operations are given: plain values, and objects that are made anew for each side."""

from hypothesis import strategies as st


class Named:
    """Its repr is the same in every run."""

    def __repr__(self):
        return str(self.plain())


class Index(Named):
    """An object with `__index__`, whose result may be an error."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value

    def plain(self):
        return "Index", repr(self.value)


class Reflected(Named):
    """It knows how to be combined with anything from the right."""

    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"

    def __ror__(self, other):
        return "ror"

    def __rsub__(self, other):
        return "rsub"

    def __rpow__(self, other):
        return "rpow"

    def __eq__(self, other):
        return "eq"

    def __gt__(self, other):
        return "gt"

    __hash__ = object.__hash__

    def plain(self):
        return "Reflected"


class Angry(Named):
    """It cannot be compared."""

    def __eq__(self, other):
        raise ArithmeticError("angry")

    __lt__ = __gt__ = __eq__

    def __hash__(self):
        return 1

    def plain(self):
        return "Angry"


class Evil(Named):
    """It changes what it is in while it is compared."""

    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        if hasattr(self.target, "clear"):
            self.target.clear()
        return False

    def __lt__(self, other):
        if hasattr(self.target, "append"):
            self.target.append(0)
        return True

    __hash__ = object.__hash__

    def plain(self):
        return "Evil"


class Small(int):
    """A class of Python over int."""

    def plain(self):
        return "Small", int(self)


class Fresh:
    """What is made anew for each side: `make(this, other)`."""

    def __init__(self, name, make):
        self.name, self.make = name, make

    def __repr__(self):
        return self.name


def generator(items, error):
    yield from items
    if error:
        raise LookupError("the generator")


class Iterable:
    """Nothing but `__getitem__`."""

    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Keyed(Iterable):
    """Enough of a mapping for `dict.update`."""

    def keys(self):
        return list(self.items)


SELF = Fresh("SELF", lambda this, other: this)
OTHER = Fresh("OTHER", lambda this, other: other)
SAME_INDEX_ERRORS = [TypeError("from __index__"), ValueError("from __index__"), OverflowError("from __index__")]

small = st.integers(-3, 3)
indices = st.one_of(
    st.integers(-7, 7),
    st.integers(-3, 3),
    st.sampled_from([2**70, -(2**70), True, None, "a", 1.5]),
    st.builds(Small, st.integers(-4, 4)),
    st.builds(Index, st.one_of(st.integers(-4, 4), st.sampled_from([2**70, *SAME_INDEX_ERRORS]))),
)
bounds = st.one_of(st.none(), st.integers(-7, 7), st.integers(-2, 2), st.builds(Index, st.integers(-3, 3)))
slices = st.one_of(
    st.builds(slice, bounds, bounds, st.sampled_from([None, None, 1, 2, -1, -2, 0])),
    st.builds(slice, indices, bounds),
)
subscripts = st.one_of(indices, slices)
plain_items = st.one_of(
    st.integers(-2, 6),
    st.sampled_from(["", "a", "bc", None, True, 0.5, (1, 2), -0.0, 2**64]),
)
objects = st.one_of(
    plain_items,
    plain_items,
    st.sampled_from(
        [
            SELF,
            OTHER,
            Fresh("Angry()", lambda this, other: Angry()),
            Fresh("Evil()", lambda this, other: Evil(this)),
            Fresh("Reflected()", lambda this, other: Reflected()),
            Fresh("[]", lambda this, other: []),
            Fresh("[1]", lambda this, other: [1]),
        ]
    ),
)
lists = st.lists(plain_items, max_size=5)


def _fresh_iterable(kind, items):
    makers = {
        "generator": lambda this, other: generator(items, False),
        "failing": lambda this, other: generator(items, True),
        "list": lambda this, other: list(items),
        "tuple": lambda this, other: tuple(items),
        "getitem": lambda this, other: Iterable(items),
        "keys": lambda this, other: dict.fromkeys(items).keys(),
    }
    return Fresh("%s(%r)" % (kind, items), makers[kind])


iterables = st.one_of(
    st.builds(_fresh_iterable, st.sampled_from(["generator", "failing", "list", "tuple", "getitem", "keys"]), lists),
    st.sampled_from([SELF, OTHER, "ab", 3, None]),
)
