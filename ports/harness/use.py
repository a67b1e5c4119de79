"""Runs a script after making sure that the module is the one in the file: `use.py MODULE FILE SCRIPT`."""

import importlib
import os
import runpy
import sys

name, file, script = sys.argv[1:]
module = importlib.import_module(name)
origin = os.path.realpath(module.__spec__.origin)
if origin != os.path.realpath(file):
    sys.exit("%s came from %s, not from %s" % (name, origin, file))
runpy.run_path(script, run_name="__main__")
if getattr(sys, "_is_gil_enabled", lambda: True)() and "t" in getattr(sys, "abiflags", ""):
    sys.exit("importing %s turned the GIL on" % name)
print("used", origin)
