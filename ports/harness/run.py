"""Judges a port by upstream's own tests. Python 3.11 or later.

    python ports/harness/run.py PORT [--python PY]... [--all]     # the tests
    python ports/harness/run.py PORT [--python PY] --bench        # ours against upstream's extension

For each interpreter that upstream supports, in a fresh virtual environment: upstream's wheel is
installed and its tests run; then our file replaces upstream's extension and the tests run again.
They are copied out of the pinned source distribution, unedited. A package that is not on the index is
played by a C extension of the port's own, against the whole C API, with the port's own tests.

1. overlay: upstream's extension file is gone, ours is in its place;
2. identity: the module that the tests used came from our file, which needs no `Py*` symbol;
3. superset: every test that passes with upstream's extension passes with ours;
4. one file: the same for all interpreters, and the port's script runs on those that upstream does
   not support, too;
5. leaks: the tests that use the module, 200 times in one process, leave memory flat.

`PORT/port.toml` describes the port. Everything is made under `target/ports`.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

if sys.version_info < (3, 11):
    sys.exit("the harness itself needs Python 3.11 or later; name the interpreters to test with --python")

import tomllib

import elf
import index
import interpreters
from environment import Environment, Failure, run, tools

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# What may come and go, and how much more than upstream's may be added per turn. The tests allocate
# by themselves; a leak of one block in one test is one block per turn.
FLAT = {"blocks": (64, 0.25), "malloc": (16_384, 64), "rss": (262_144, 2048)}
COLUMNS = ("interpreter", "upstream", "ours", "blocks", "malloc", "rss", "script", "seconds")


class Port:
    def __init__(self, name):
        self.folder = HERE.parent / name
        if not (self.folder / "port.toml").exists():
            ports = ", ".join(sorted(path.parent.name for path in HERE.parent.glob("*/port.toml")))
            sys.exit(f"there is no port {name}; the ports: {ports}")
        with open(self.folder / "port.toml", "rb") as file:
            facts = tomllib.load(file)
        self.name = name
        self.package, self.module, self.crate = facts["package"], facts["module"], facts["crate"]
        # A package of the index, or a C extension of the port's own.
        self.c = self.folder / facts["c"] if "c" in facts else None
        if not self.c:
            self.version, self.sources = facts["version"], facts["sources"]
            self.file, self.sha256 = facts["file"], facts["sha256"]
        self.tests = facts["tests"]
        self.requirements = facts.get("requirements", [])
        self.leaks, self.supported = facts["leaks"], facts["upstream"]
        self.script, self.expected = self.folder / facts["script"], facts["expected"]


class Judge:
    """The judgement of one port: what is the same for all interpreters."""

    def __init__(self, port, turns, built=None):
        self.port, self.turns = port, turns
        asked = ["cargo", "metadata", "--format-version=1", "--no-deps", "--offline"]
        metadata = json.loads(subprocess.check_output(asked, cwd=ROOT))
        self.target = pathlib.Path(metadata["target_directory"])
        self.output = self.target / "ports" / port.name
        self.output.mkdir(parents=True, exist_ok=True)
        self.files = self.build(built)
        (self.binary,) = (file for file in self.files if file.suffix in (".so", ".pyd"))
        self.hash = hashlib.sha256(self.binary.read_bytes()).hexdigest()
        self.source = port.folder
        if not port.c:
            archive = index.download(port.package, port.file, port.sha256, self.target / "ports" / "downloads")
            self.source = index.unpack(archive, self.output / "source")
        self.tools = tools(self.target / "ports" / "tools")

    def build(self, built):
        """Our importable files, in the folder of their package."""
        folder = pathlib.Path(built) if built else self.output / "built"
        if not built:
            start(["cargo", "build", "--quiet", "--release", "--package", "cargo-hstack"], {})
            shutil.rmtree(folder, ignore_errors=True)
            command = self.target / "release" / ("cargo-hstack.exe" if os.name == "nt" else "cargo-hstack")
            profile = {"CARGO_PROFILE_RELEASE_LTO": "fat", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "1"}
            build = [command, "build", "--quiet", "--release", "--package", self.port.crate, "--output", folder]
            start(build, profile)
        package, _, last = self.port.module.rpartition(".")
        files = list((folder / package.replace(".", os.sep)).glob(f"{last}.*"))
        if not files:
            sys.exit(f"no {self.port.module} in {folder}")
        return files

    def symbols(self):
        """The `Py*` symbols that our file needs."""
        undefined = elf.undefined(self.binary)
        if undefined is None:
            print(f"note: {self.binary.name} is no ELF file; `cargo hstack build` has looked at its symbols")
        return [name for name in undefined or [] if name.lstrip("_").startswith("Py")]

    def plain(self):
        """The package without any extension but ours, for interpreters that upstream does not support."""
        folder = self.output / "plain"
        shutil.rmtree(folder, ignore_errors=True)
        if not self.port.c:
            shutil.copytree(
                self.source / self.port.sources, folder,
                ignore=lambda at, names: [n for n in names if not (pathlib.Path(at, n).is_dir() or n.endswith(".py"))],
            )
        place = folder / self.port.module.rpartition(".")[0].replace(".", os.sep)
        place.mkdir(parents=True, exist_ok=True)
        for file in self.files:
            shutil.copy(file, place)
        return folder


def start(command, variables):
    """Runs a command of ours, whose messages are for the user."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, **variables})
    if done.returncode:
        sys.exit(done.returncode)


class Row:
    """What happened on one interpreter."""

    def __init__(self, judge, interpreter, plain):
        self.judge, self.port, self.interpreter, self.plain = judge, judge.port, interpreter, plain
        self.environment = Environment(interpreter, judge.port, judge.output / interpreter.name)
        self.cells = dict.fromkeys(COLUMNS, "-")
        self.problems = []

    def run(self):
        start = time.monotonic()
        try:
            if self.interpreter.name in self.port.supported:
                self.judge_all()
            else:
                self.use(self.interpreter.path, self.plain)
        except Failure as failure:
            self.problems.append(str(failure))
        self.cells.update(interpreter=self.interpreter.name, seconds=f"{time.monotonic() - start:.0f}")
        return self

    def judge_all(self):
        self.environment.make(self.judge.tools)
        theirs, leaks = self.test("upstream"), self.repeat("upstream")
        self.environment.overlay(self.judge.files)
        ours = self.test("ours")
        counts = {name: len(theirs[name]) for name in self.port.expected}
        self.demand(counts == self.port.expected, f"upstream's tests gave {counts}, not {self.port.expected}")
        missing = sorted(set(theirs["passed"]) - set(ours["passed"]))
        self.demand(not missing, f"{len(missing)} tests that pass with upstream do not: {', '.join(missing[:3])}")
        self.demand(not ours["failed"], f"{len(ours['failed'])} tests fail: {', '.join(ours['failed'][:3])}")
        self.flat(leaks)
        self.use(self.environment.python, None)

    def demand(self, holds, problem):
        if not holds:
            self.problems.append(problem)

    def pytest(self, whose, what, **variables):
        """Runs the tests, in a fresh copy."""
        folder = self.environment.folder / f"{whose}-{what}"
        folder.mkdir()
        for name in self.port.tests:
            source = self.judge.source / name
            shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder)
        report = folder / "report.json"
        variables.update(PYTHONPATH=str(HERE / "plugin"), PORT_REPORT=str(report), PORT_MODULE=self.port.module)
        command = [self.environment.python, "-m", "pytest", "-q", "-p", "port_plugin", "-p", "no:cacheprovider"]
        if what.startswith("leaks"):
            command += ["-k", self.port.leaks]
        failure = None
        try:
            (folder / "log").write_text(run(command, variables, cwd=folder), encoding="utf-8")
        except Failure as error:
            failure = error
        if not report.exists():
            raise failure or Failure(f"pytest wrote no report: {folder}")
        found = json.loads(report.read_text(encoding="utf-8"))
        if failure and not found["failed"]:
            raise failure
        self.identity(whose, found)
        return found

    def identity(self, whose, found):
        for loaded in found["loaded"]:
            inside = pathlib.Path(loaded["origin"]).is_relative_to(self.environment.folder.resolve())
            right = (loaded["sha256"] == self.judge.hash) == (whose == "ours")
            self.demand(inside and right, f"{whose}: the tests used {loaded['origin']}")
        if self.interpreter.is_free_threaded:
            self.demand(not found["gil"], f"{whose}: importing turned the GIL on")

    def test(self, whose):
        found = self.pytest(whose, "tests")
        self.cells[whose] = f"{len(found['passed'])} passed, {len(found['skipped'])} skipped"
        if found["failed"]:
            self.cells[whose] += f", {len(found['failed'])} failed"
        return found

    def repeat(self, whose, what="leaks"):
        """Growth of each measure after a quarter of the turns, and the number of turns that it took."""
        found = self.pytest(whose, what, PORT_REPEAT=str(self.judge.turns), PYTHONHASHSEED="0")
        if not found["passed"] or found["failed"] or not found["memory"]:
            raise Failure(f"{whose}: the tests cannot be repeated: {found['failed'][:3]}")
        growth = {}
        for name, values in found["memory"].items():
            tenth = max(1, len(values) // 10)
            start = len(values) // 4
            first, last = min(values[start : start + tenth]), min(values[-tenth:])
            growth[name] = last - first
        return growth, len(values) - start - tenth

    def flat(self, upstream):
        """A leak is there every time; what grows by chance does not grow twice."""
        theirs = upstream[0]
        for what in "leaks", "leaks-again":
            ours, turns = self.repeat("ours", what)
            most = {}
            for name, (noise, per_turn) in FLAT.items():
                most[name] = max(0, theirs.get(name, 0)) + noise + per_turn * turns
            grown = {name: value for name, value in ours.items() if value > most[name]}
            if not grown:
                break
        for name, value in ours.items():
            self.cells[name] = f"{value:+,} ({theirs[name]:+,})"
        for name, value in grown.items():
            self.problems.append(f"{name} grow by {value:,} in {turns} turns, twice; with upstream by {theirs[name]:,}")

    def use(self, python, folder):
        """Runs the port's script."""
        place = self.port.module.replace(".", os.sep).rpartition(os.sep)[0]
        file = (folder / place if folder else self.environment_place()) / self.judge.binary.name
        variables = {"PYTHONPATH": str(folder)} if folder else {}
        run([python, "-B", HERE / "use.py", self.port.module, file, self.port.script], variables)
        same = hashlib.sha256(file.read_bytes()).hexdigest() == self.judge.hash
        self.demand(same, f"{file} is another file")
        self.cells["script"] = "runs"

    def environment_place(self):
        return self.environment.origin().parent


def table(rows):
    widths = {name: max(len(name), *(len(row.cells[name]) for row in rows)) for name in COLUMNS}
    print("  ".join(name.ljust(widths[name]) for name in COLUMNS).rstrip())
    for row in rows:
        print("  ".join(row.cells[name].ljust(widths[name]) for name in COLUMNS).rstrip())


def test(judge, chosen, jobs):
    plain = judge.plain()
    port = judge.port
    print(f"{port.package} {'in C' if port.c else port.version}: {judge.binary.name}, SHA-256 {judge.hash}")
    needed = judge.symbols()
    rows = [Row(judge, interpreter, plain) for interpreter in chosen]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(row.run) for row in rows]):
            row = done.result()
            if sys.stderr.isatty():
                print(f"{row.cells['interpreter']}: {'failed' if row.problems else 'passed'}", file=sys.stderr)
    table(rows)
    print("blocks, malloc (bytes), rss (bytes): growth while the tests are repeated, in brackets that of upstream")
    for row in rows:
        for problem in row.problems:
            print(f"{row.cells['interpreter']}: {problem}")
    if needed:
        print(f"{judge.binary.name} needs {', '.join(needed)}")
    failed = len(rows) if needed else sum(bool(row.problems) for row in rows)
    print(f"{len(rows) - failed} passed, {failed} failed")
    return failed == 0


def bench(judge, interpreter, rounds):
    environment = Environment(interpreter, judge.port, judge.output / f"bench-{interpreter.name}")
    environment.make(judge.tools)
    environment.overlay(judge.files)
    files = [environment.upstream, environment.origin()]
    command = [environment.python, HERE / "measure.py", judge.port.folder, judge.port.module, *files, str(rounds)]
    return subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "1"}).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("port", help="the folder in ports/")
    parser.add_argument("--python", action="append", default=[], metavar="PY", help="path, name or version; may be repeated")
    parser.add_argument("--all", action="store_true", help="every supported interpreter found")
    parser.add_argument("--bench", action="store_true", help="time it instead")
    parser.add_argument("--rounds", type=int, default=40, help="of the benchmark")
    parser.add_argument("--turns", type=int, default=200, help="how often the tests are repeated to find leaks")
    parser.add_argument("--jobs", type=int, default=2, help="how many interpreters run at a time")
    parser.add_argument("--built", metavar="DIR", help="take what `cargo hstack build` has put there")
    options = parser.parse_args()
    port = Port(options.port)
    chosen = interpreters.every() if options.all else [interpreters.named(wanted) for wanted in options.python]
    chosen = list(dict.fromkeys(chosen)) or [interpreters.probe(sys.executable)]
    judge = Judge(port, options.turns, options.built)
    if options.bench:
        good = all([bench(judge, interpreter, options.rounds) for interpreter in chosen])
    else:
        good = test(judge, chosen, options.jobs)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
