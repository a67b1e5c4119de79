"""The tables cases.txt, cases_more.txt and cases_slots.txt: calls of every function of the extension."""

import array as array_module
import datetime
import operator
import os
import sys
import types
import weakref

import conformance

HERE = os.path.dirname(os.path.abspath(__file__))


class O:
    """Nothing that any function could take for something else. There can be weak references to it."""

    __slots__ = ("__weakref__",)


class Failure(Exception):
    pass


class Raiser:
    """Whatever is asked of it fails."""

    def _fail(self, *args):
        raise Failure

    __repr__ = __str__ = __eq__ = __bool__ = __dir__ = _fail
    __hash__ = object.__hash__
    bad = property(_fail)


class C:
    kind = "kind"

    def __init__(self):
        self.own = self.value = O()

    def fail(self, *args, **kwargs):
        raise Failure(args)

    def echo(self, *args, **kwargs):
        return args, kwargs

    def __matmul__(self, other):
        return [other]


class M(dict):
    pass


class Sealed(Exception):
    """A base that refuses: `conformance.errors` wants to derive from it."""

    def __init_subclass__(cls):
        raise KeyError("sealed")


sys.modules["conformance_bases"] = types.ModuleType("conformance_bases")
sys.modules["conformance_bases"].Sealed = Sealed


def noop(*args, **kwargs):
    pass


def echo(*args, **kwargs):
    return args, kwargs


def fail(*args, **kwargs):
    raise Failure(args)


def noop_that_fails():
    raise KeyError


def fail_from(*args):
    try:
        raise Failure(args)
    except Failure as error:
        raise KeyError(O()) from error


def bad_iterator():
    yield 1
    raise Failure


def tree_of(count):
    tree = conformance.fields.Tree("root")
    for _ in range(count):
        tree.insert(0, conformance.fields.Tree("leaf"))
    return tree


def pack_shelf():
    shelf = conformance.fields.Shelf()
    shelf.put("a", O())
    return shelf


def functions():
    """Every function and class of the module tree by its name, every method of its classes, and the special
    methods that the tables list."""
    found = tree()
    for name in read():
        if name.endswith("__"):
            found[name] = operator.attrgetter(name)(conformance)
    return found


def tree(module=conformance, prefix=""):
    found = {}
    for name, member in vars(module).items():
        if name.startswith("__"):
            continue
        if isinstance(member, types.ModuleType):
            found.update(tree(member, f"{prefix}{name}."))
        elif callable(member):
            found[prefix + name] = member
            if isinstance(member, type):
                for method in vars(member):
                    # (Not what stands in the dict: that of a class method is no function.)
                    value = getattr(member, method)
                    if not method.startswith("_") and callable(value):
                        found[f"{prefix}{name}.{method}"] = value
    return found


def namespace():
    scope = dict(vars(conformance))
    scope.update(
        O=O, C=C, M=M, tree_of=tree_of, pack_shelf=pack_shelf, Raiser=Raiser, noop=noop, echo=echo, fail=fail, fail_from=fail_from, bad_iterator=bad_iterator,
        array=array_module.array, ints=lambda *n: array_module.array("i", n),
        doubles=lambda *n: array_module.array("d", n), datetime=datetime, types=types, weakref=weakref,
        slots=types.SimpleNamespace(**{
            name: getattr(module, name)
            for module in vars(conformance).values()
            if getattr(module, "__name__", "").startswith("conformance.slots_")
            for name in vars(module)
        }),
        MOST=2 * sys.maxsize + 1, pack=lambda *a, **k: (a, k),
    )
    return scope


def read():
    """For every name: what makes arguments of a good call, or none, and of bad ones."""
    table, scope = {}, namespace()
    for file in ("cases.txt", "cases_more.txt", "cases_slots.txt"):
        section = ""
        with open(os.path.join(HERE, file), encoding="utf-8") as lines:
            for line in map(str.strip, lines):
                if not line or line.startswith("#"):
                    continue
                if line.startswith("["):
                    section = line[1:-1] and line[1:-1] + "."
                    continue
                name, *calls = (part.strip() for part in line.split(" |"))
                make = [None if c == "!" else eval(f"lambda: pack({c})", scope) for c in calls]
                assert len(make) >= 2 and section + name not in table, line
                table[section + name] = make[0], make[1:]
    return table
