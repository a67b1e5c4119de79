"""Finds Python interpreters, and names them as `cargo hstack pythons` does."""

import json
import os
import pathlib
import subprocess
import sys
from dataclasses import dataclass

PROBE = """
import json, platform, sys, sysconfig
version = sys.version_info
own = getattr(sys, "pypy_version_info", None) or version
print(json.dumps({
    "version": list(version[:3]),
    "implementation": platform.python_implementation(),
    "own": list(own[:2]),
    "executable": sys.executable,
    "flags": ("t" if sysconfig.get_config_var("Py_GIL_DISABLED") else "")
             + ("d" if hasattr(sys, "gettotalrefcount") else ""),
}))
"""


@dataclass(frozen=True)
class Interpreter:
    name: str
    version: tuple
    path: str
    executable: str

    @property
    def is_cpython(self):
        return self.name.startswith("cp")

    @property
    def is_free_threaded(self):
        return self.is_cpython and "t" in self.name[2:]


def probe(path):
    """What the program at `path` says it is; None when it does not answer like a Python."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    try:
        answer = subprocess.run([path, "-c", PROBE], capture_output=True, env=environment, timeout=60, check=True)
        facts = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    major, minor, micro = facts["version"]
    number = f"{major}{minor}"
    if facts["implementation"] == "CPython":
        name = f"cp{number}{facts['flags']}"
    else:
        name = f"{facts['implementation'].lower()}{number}-{facts['own'][0]}.{facts['own'][1]}"
    return Interpreter(name, (major, minor, micro), str(path), os.path.realpath(facts["executable"]))


def zoo():
    """The folder of interpreters for testing: `bin/NAME` starts the interpreter NAME."""
    named = os.environ.get("HSTACK_ZOO")
    if named:
        return pathlib.Path(named)
    cache = os.environ.get("XDG_CACHE_HOME")
    if sys.platform == "win32":
        cache = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        cache = pathlib.Path.home() / "Library" / "Caches"
    return pathlib.Path(cache or pathlib.Path.home() / ".cache") / "hstack-zoo"


def named(wanted):
    """The interpreter that the user means: a path, a name of the zoo, a command or a version."""
    places = [wanted] if os.sep in wanted else []
    places.append(zoo() / "bin" / wanted)
    digits = wanted.removeprefix("python")
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        places += [os.path.join(folder, wanted), os.path.join(folder, f"python{digits}")]
    for place in places:
        found = probe(place) if os.path.isfile(place) else None
        if found:
            return found
    for found in every():
        version = ".".join(map(str, found.version[:2])) + found.name.lstrip("cp0123456789")
        if found.is_cpython and version == digits:
            return found
    sys.exit(f"no Python `{wanted}`: give a path, a name that `cargo hstack pythons` prints, or a version such as 3.12")


def every():
    """Each supported interpreter of `HSTACK_PYTHONS` and the zoo, and the one that runs this."""
    listed = [path for path in os.environ.get("HSTACK_PYTHONS", "").split(os.pathsep) if path]
    folder = zoo() / "bin"
    inside = sorted(map(str, folder.iterdir())) if folder.is_dir() else []
    found = {}
    for path in [*listed, *inside, sys.executable]:
        answer = probe(path)
        if answer and answer.version >= (3, 9):
            found.setdefault((answer.executable, answer.version), answer)
    apart, seen = [], {}
    for one in found.values():
        seen[one.name] = seen.get(one.name, 0) + 1
        suffix = f"-{seen[one.name]}" if seen[one.name] > 1 else ""
        apart.append(Interpreter(one.name + suffix, one.version, one.path, one.executable))
    return sorted(apart, key=lambda one: (not one.is_cpython, one.version[:2], one.name))
