"""Classes of Python that do what those of `oracle` do, where no built-in type does it."""

import operator
import sys


class Set(set):
    """The name is in its repr, as it is in ours."""


class Text(str):
    def __new__(cls, text="", language="en"):
        self = super().__new__(cls, text)
        self.language = language
        self.asked = 0
        return self

    def words(self):
        self.asked += 1
        return self.split()

    def into(self, language):
        return type(self)(str(self), language)

    def __add__(self, other):
        total = super().__add__(other)
        if isinstance(other, Text) and other.language == self.language:
            return type(self)(total, self.language)
        return total

    def __repr__(self):
        quoted = '"%s"' % self.language
        return "Text(%s, %s)" % (super().__repr__(), quoted)

    def __reduce__(self):
        return type(self), (self[:], self.language)


class Peekable:
    def __init__(self, iterable):
        self._inner = iter(iterable)
        self._ahead = []

    def __iter__(self):
        return self

    def _look(self):
        if not self._ahead:
            self._ahead.append(next(self._inner))
        return self._ahead[-1]

    def __next__(self):
        self._look()
        return self._ahead.pop()

    def __bool__(self):
        try:
            self._look()
        except StopIteration:
            return False
        return True

    def peek(self, *default):
        try:
            return self._look()
        except StopIteration:
            if default:
                return default[0]
            raise

    def prepend(self, *items):
        self._ahead.extend(reversed(items))

    def __length_hint__(self):
        return operator.length_hint(self._inner) + len(self._ahead)


class Partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, Partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func, self.args, self.keywords = func, args, keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __reduce__(self):
        return type(self), (self.func,), (self.args, self.keywords, self.__dict__)

    def __setstate__(self, state):
        self.args, self.keywords, attributes = state
        self.__dict__.update(attributes)


class Suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions
        self.depth = self.suppressed = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, class_, value, traceback):
        self.depth -= 1
        if class_ is None:
            return False
        wanted = issubclass(class_, self._exceptions)
        self.suppressed += wanted
        return wanted


def byte(value):
    value = operator.index(value)
    if not 0 <= value <= 255:
        raise ValueError("byte must be in range(0, 256)")
    return value


class Cells(bytearray):
    """A bytearray whose length never changes."""

    def __getitem__(self, key):
        found = super().__getitem__(key)
        return Cells(found) if isinstance(key, slice) else found

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            value = bytes(value)
            if len(value) != len(range(*key.indices(len(self)))):
                raise ValueError("the length of cells never changes")
        else:
            # First the key, then the value, then whether there is such a place.
            place = operator.index(key) if hasattr(type(key), "__index__") else None
            if place is None or abs(place) > sys.maxsize:
                super().__getitem__(key)
            key, value = place, byte(value)
        super().__setitem__(key, value)

    def __contains__(self, value):
        return byte(value) in bytes(self)

    def __eq__(self, other):
        return bytes(self) == bytes(other) if isinstance(other, Cells) else NotImplemented

    __hash__ = None

    def fill(self, value):
        super().__setitem__(slice(None), bytes([byte(value)]) * len(self))

    def rotate(self, places):
        if self:
            places %= len(self)
            super().__setitem__(slice(None), self[-places:] + self[:-places] if places else bytes(self))
