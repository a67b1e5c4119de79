"""Runs a script after making sure that the module is the one in the file: `use.py MODULE FILE SCRIPT`.

What the script leaves in `INSIDE` is run in interpreters with a GIL of their own, where there are any.
"""

import importlib
import os
import runpy
import sys

name, file, script = sys.argv[1:]
module = importlib.import_module(name)
origin = os.path.realpath(module.__spec__.origin)
if origin != os.path.realpath(file):
    sys.exit("%s came from %s, not from %s" % (name, origin, file))
inside = runpy.run_path(script, run_name="__main__")["INSIDE"]
if sys.implementation.name == "cpython" and sys.version_info >= (3, 12):
    try:
        import _interpreters as interpreters
    except ImportError:
        import _xxsubinterpreters as interpreters
    for _ in range(3):
        # From 3.12 on, only a module that supports a GIL for each interpreter can be imported there.
        interpreter = interpreters.create()
        failure = interpreters.run_string(interpreter, inside)
        assert not failure, failure
        interpreters.destroy(interpreter)
if getattr(sys, "_is_gil_enabled", lambda: True)() and "t" in getattr(sys, "abiflags", ""):
    sys.exit("importing %s turned the GIL on" % name)
print("used", origin)
