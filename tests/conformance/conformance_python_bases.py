"""Classes that native classes extend."""


class Linkable:
    """With a `__dict__` and an `__init__` that takes arguments."""

    made = []

    def __init__(self, name="none", *, mark=None):
        self.name = name
        self.mark = mark

    def describe(self):
        return f"{type(self).__name__} {self.name}"


class Slotted:
    """With slots and a `__new__`."""

    __slots__ = ("place", "__weakref__")

    def __new__(cls, *args):
        self = super().__new__(cls)
        self.place = "here"
        return self
