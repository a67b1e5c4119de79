"""Modules, imports and source text."""

import importlib
import sys
import types

import conformance
from conformance import imports
from support import agree, outcome, raises, same


def test_import():
    import collections.abc
    import json

    assert imports.import_("json") is json
    assert imports.import_("collections.abc") is collections.abc
    assert imports.import_object("".join(["js", "on"])) is json


def test_import_missing():
    for name in ("no_such_module", "json.no_such", "no_such.module"):
        same(imports.import_, importlib.import_module, name)


def test_import_empty_name():
    assert type(outcome(imports.import_, "").error) is ValueError


def test_import_that_raises(tmp_path, monkeypatch):
    (tmp_path / "broken_module_x.py").write_text("raise KeyError('while importing')")
    monkeypatch.syspath_prepend(str(tmp_path))
    raises(imports.import_, KeyError, "'while importing'", "broken_module_x")
    (tmp_path / "broken_module_y.py").write_text("def (")
    assert type(outcome(imports.import_, "broken_module_y").error) is SyntaxError


def test_import_and_call():
    assert imports.square_root(2.25) == 1.5
    import math

    same(imports.square_root, math.sqrt, -1.0)


def test_module_members():
    import json

    assert imports.get(json, "loads") is json.loads
    same(imports.get, getattr, json, "no_such_name")
    assert imports.name(json) == "json" and imports.dict(json) is json.__dict__


def test_module_without_name():
    module = types.ModuleType("m")
    del module.__name__
    same(imports.name, lambda m: m.__name__, module)


def test_add():
    module = types.ModuleType("m")
    value = object()
    imports.add(module, "member", value)
    assert module.member is value


def test_wrong_type():
    raises(imports.name, TypeError, "argument 'module': expected module, got int", 5)


def test_submodules_are_importable():
    assert importlib.import_module("conformance.imports") is imports is conformance.imports
    import conformance.imports.deeper as deeper

    assert deeper is imports.deeper and deeper.__name__ == "conformance.imports.deeper"
    assert deeper.level() == deeper.LEVEL == 3


def test_submodules_know_their_name():
    for name, module in vars(conformance).items():
        if isinstance(module, types.ModuleType):
            assert module.__name__ == f"conformance.{name}"
            assert sys.modules[module.__name__] is module


def test_submodule_docstring():
    assert imports.__doc__ == "Modules, imports, source text."
    assert imports.deeper.__doc__ == "A module inside a module inside a module."


def test_init_function():
    assert imports.filled == ("by", "init")
    assert not hasattr(imports, "init")


def test_eval():
    assert imports.eval("6 * 7") == 42
    assert imports.eval("  x + 1", {"x": 5}) == 6
    assert imports.eval("x + y", {"x": 5}, {"y": 6}) == 11
    assert imports.eval("None") is None


def test_eval_errors():
    for code in ("", "1 +", "x = 5", "1\n2"):
        assert type(outcome(imports.eval, code, {}).error) is SyntaxError
    for code in ("1 / 0", "no_such_name"):
        agree(outcome(imports.eval, code, {}), outcome(eval, code, {}))
    assert type(outcome(imports.eval, "1\0").error) is ValueError


def test_eval_with_any_mapping():
    class M(dict):
        def __missing__(self, key):
            return key.upper()

    assert imports.eval("abc", {}, M()) == "ABC"


def test_run():
    scope = {}
    assert imports.run("def f(x):\n    return x + 1\ny = f(5)", scope) is None
    assert scope["y"] == 6 and scope["f"](1) == 2


def test_run_with_locals():
    globals_, locals_ = {}, {}
    imports.run("x = 5", globals_, locals_)
    assert locals_ == {"x": 5} and "x" not in globals_


def test_run_errors():
    error = outcome(imports.run, "x = 1\nraise KeyError('k')", {}).error
    assert type(error) is KeyError and error.args == ("k",)
    error = outcome(imports.run, "x = (", {}).error
    assert type(error) is SyntaxError and error.filename == "<string>"


def test_run_in_main():
    name = "_hstack_conformance_test"
    imports.run(f"{name} = 5")
    assert getattr(sys.modules["__main__"], name) == 5
    assert imports.eval(name) == 5
    delattr(sys.modules["__main__"], name)


def test_unicode_source():
    assert imports.eval("'é€\U0001f980'", {}) == "é€\U0001f980"
    scope = {}
    imports.run("größe = 5", scope)
    assert scope["größe"] == 5


def test_module_spec():
    spec = conformance.__spec__
    assert spec.name == "conformance" and spec.origin == conformance.__file__
    assert type(conformance) is types.ModuleType


def test_module_cannot_be_confused_with_a_package():
    same(lambda: importlib.import_module("conformance.no_such_part").x, lambda: importlib.import_module("conformance.no_such_part"))


def test_reload_of_a_submodule_is_refused_or_harmless():
    got = outcome(importlib.reload, imports.deeper)
    assert got.error is not None or got.value.level() == 3
    assert imports.deeper.level() == 3
