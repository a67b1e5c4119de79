"""Virtual environments with upstream's extension, and our file over it."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

PYTEST = "pytest==8.4.2"
# pip must know the oldest Python, and the newest.
PIP = "pip>=25.1,<26"


class Failure(Exception):
    """A step did not work; the text says why."""


def run(command, environment=None, timeout=1800, **options):
    """What the command prints."""
    inherited = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    command = [str(part) for part in command]
    try:
        done = subprocess.run(
            command, env={**inherited, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace", timeout=timeout, **options,
        )
    except subprocess.TimeoutExpired:
        raise Failure(f"took longer than {timeout} s: {' '.join(command)}") from None
    if done.returncode:
        lines = "\n".join(done.stdout.strip().splitlines()[-30:])
        raise Failure(f"exit status {done.returncode}: {' '.join(command)}\n{lines}")
    return done.stdout


def python_in(environment):
    windows = pathlib.Path(environment) / "Scripts" / "python.exe"
    return windows if windows.exists() else pathlib.Path(environment) / "bin" / "python"


def tools(folder):
    """A pip that installs for every interpreter, most of which need none of their own."""
    stamp = pathlib.Path(folder) / "complete"
    if not stamp.exists() or stamp.read_text() != PIP:
        run([sys.executable, "-m", "venv", "--clear", folder])
        run([python_in(folder), "-m", "pip", "install", "--quiet", PIP])
        stamp.write_text(PIP)
    return python_in(folder)


class Environment:
    """A virtual environment of one interpreter in `folder`, with upstream's extension."""

    def __init__(self, interpreter, port, folder):
        self.interpreter, self.port, self.folder = interpreter, port, pathlib.Path(folder)
        self.python = python_in(self.folder / "venv")

    def make(self, tools):
        shutil.rmtree(self.folder, ignore_errors=True)
        run([self.interpreter.path, "-m", "venv", "--without-pip", self.folder / "venv"])
        self.python = python_in(self.folder / "venv")
        pip = [tools, "-m", "pip", "--python", self.python, "install", "--quiet", "--only-binary=:all:"]
        package = [] if self.port.c else [f"{self.port.package}=={self.port.version}"]
        run([*pip, *package, PYTEST, *self.port.requirements])
        if self.port.c:
            self.compile()

    def compile(self):
        """Puts the port's own C extension where upstream's would be."""
        text = "import json, sysconfig as s; print(json.dumps([s.get_path(n) for n in ('include', 'platlib')]))"
        # Asked outside: the headers of a virtual environment are those of its packages.
        include, _ = json.loads(run([self.interpreter.path, "-c", text]))
        _, packages = json.loads(run([self.python, "-c", text]))
        suffix = run([self.python, "-c", "import sysconfig as s; print(s.get_config_var('EXT_SUFFIX'))"]).strip()
        place = pathlib.Path(packages, *self.port.module.split("."))
        compiler = [os.environ.get("CC", "cc"), "-O3", "-shared", "-fPIC", "-DNDEBUG", "-I", include]
        run([*compiler, self.port.c, "-o", place.with_name(place.name + suffix), "-lm"])

    def origin(self):
        """The file that the module comes from."""
        name = self.port.module
        text = f"import importlib, json; print(json.dumps(importlib.import_module({name!r}).__spec__.origin))"
        return pathlib.Path(json.loads(run([self.python, "-c", text])))

    @property
    def upstream(self):
        """Upstream's extension file, once ours is in its place."""
        (file,) = (self.folder / "upstream").iterdir()
        return file

    def overlay(self, files):
        """Takes upstream's extension file away and puts our files where it was."""
        origin = self.origin()
        last = self.port.module.rpartition(".")[2]
        if origin.suffix not in (".so", ".pyd") or not origin.is_relative_to(self.folder):
            raise Failure(f"upstream's {self.port.module} is no extension of this environment: {origin}")
        (self.folder / "upstream").mkdir()
        shutil.move(origin, self.folder / "upstream" / origin.name)
        left = [path.name for path in origin.parent.glob(f"{last}.*") if path.suffix in (".so", ".pyd", ".py")]
        if left:
            raise Failure(f"there is another {last} beside upstream's extension: {left}")
        for file in files:
            shutil.copy(file, origin.parent)
