"""CPython is the oracle: our classes do what built-in types and classes of Python do. Python 3.11 or later.

    python tests/oracle/run.py [--python PY]... [--all]
    python tests/oracle/run.py --workers [--python PY]

For each interpreter, with one and the same file:

1. CPython's own tests of lists, tuples, dicts and sets, with our classes in their place, where the
   interpreter has them (`python/cpython_tests.py`);
2. sequences of operations that hypothesis generates, on our classes and on what they are like: the
   same results, the same errors, the same state (`python/compare.py`). `--examples` says how many
   sequences there are for each class; they are the same in every run.

With `--workers`, instances go to other processes and come back: through `multiprocessing` and through
`dask.distributed` (`python/workers.py`).

Everything is made under `target/oracle`.
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
    sys.exit("this script itself needs Python 3.11 or later; name the interpreters to test with --python")

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "ports" / "harness"))

import interpreters
from environment import Failure, python_in, run, tools

# For every interpreter the same files, which have no native code.
LIBRARIES = [
    "hypothesis==6.135.26",
    "attrs==25.3.0",
    "sortedcontainers==2.4.0",
    "exceptiongroup==1.3.0",
    "typing_extensions==4.15.0",
]
DISTRIBUTED = ["dask==2025.5.1", "distributed==2025.5.1"]
COLUMNS = ("interpreter", "CPython's tests", "operations", "messages", "failures", "seconds")


class Oracle:
    """What is the same for all interpreters."""

    def __init__(self, options):
        self.options = options
        asked = ["cargo", "metadata", "--format-version=1", "--no-deps", "--offline"]
        metadata = json.loads(subprocess.check_output(asked, cwd=ROOT))
        self.folder = pathlib.Path(metadata["target_directory"]) / "oracle"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.built = pathlib.Path(options.built).resolve() if options.built else self.build()
        (binary,) = [file for file in self.built.glob("oracle.*") if file.suffix in (".so", ".pyd")]
        self.hash = hashlib.sha256(binary.read_bytes()).hexdigest()
        self.tools = tools(self.folder / "tools")
        self.libraries = self.install()

    def build(self):
        built = self.folder / "built"
        shutil.rmtree(built, ignore_errors=True)
        command = ["cargo", "hstack", "build", "--quiet", "--release", "--package", "oracle", "--output", built]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            sys.exit(done.returncode)
        return built

    def install(self):
        """The folder of the libraries."""
        folder = self.folder / "libraries"
        stamp = folder / "complete"
        if not stamp.exists() or stamp.read_text().split() != LIBRARIES:
            shutil.rmtree(folder, ignore_errors=True)
            pip = [self.tools, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:"]
            run([*pip, "--python-version", "3.9", "--target", folder, *LIBRARIES])
            stamp.write_text("\n".join(LIBRARIES))
        return folder


class Row:
    """What happened on one interpreter."""

    def __init__(self, oracle, interpreter):
        self.oracle, self.interpreter = oracle, interpreter
        self.folder = oracle.folder / interpreter.name
        self.cells = dict.fromkeys(COLUMNS, "-")
        self.problems = []

    def run(self):
        start = time.monotonic()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.attempt(self.cpython_tests)
        self.attempt(self.compare)
        self.cells.update(
            interpreter=self.interpreter.name, failures=str(len(self.problems)),
            seconds=f"{time.monotonic() - start:.0f}",
        )
        return self

    def attempt(self, part):
        try:
            part()
        except Failure as failure:
            self.problems.append(str(failure))

    def script(self, name):
        """Runs a script of ours, which writes a report."""
        report = self.folder / f"{name}.json"
        variables = {
            "PYTHONPATH": os.pathsep.join(map(str, (self.oracle.built, self.oracle.libraries))),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "ORACLE_EXAMPLES": str(self.oracle.options.examples),
        }
        command = [self.interpreter.path, "-X", "faulthandler", HERE / "python" / f"{name}.py", report]
        printed = run(command, variables, timeout=7200, cwd=self.folder)
        (self.folder / f"{name}.log").write_text(printed, encoding="utf-8")
        found = json.loads(report.read_text(encoding="utf-8"))
        if found and found["file"] != self.oracle.hash:
            raise Failure(f"{name}.py used another file of oracle")
        return found

    def cpython_tests(self):
        found = self.script("cpython_tests")
        if found is None:
            self.cells["CPython's tests"] = "not there"
            return
        self.problems += found["failed"]
        cell = f"{found['passed']} passed, {found['skipped']} skipped, {len(found['apart'])} apart"
        self.cells["CPython's tests"] = cell
        if not found["passed"]:
            self.problems.append("no test of CPython ran")

    def compare(self):
        found = self.script("compare")
        self.problems += found["failed"]
        self.cells["operations"] = f"{sum(found['compared'].values()):,}"
        self.cells["messages"] = f"{found['messages']:,}"
        self.problems += [f"{name}: nothing was compared" for name, count in found["compared"].items() if not count]


def table(rows):
    widths = {name: max(len(name), *(len(row.cells[name]) for row in rows)) for name in COLUMNS}
    for cells in [dict(zip(COLUMNS, COLUMNS)), *(row.cells for row in rows)]:
        print("  ".join(cells[name].ljust(widths[name]) for name in COLUMNS).rstrip())


def compare(oracle, chosen, jobs):
    rows = [Row(oracle, interpreter) for interpreter in chosen]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(row.run) for row in rows]):
            row = done.result()
            print(f"{row.cells['interpreter']}: {'failed' if row.problems else 'passed'}", file=sys.stderr)
    table(rows)
    for row in rows:
        for problem in row.problems:
            print(f"{row.interpreter.name}: {problem}")
    print("messages: errors whose text was the same as well; apart: named in python/cpython_tests.py, with the reason")
    return not any(row.problems for row in rows)


def workers(oracle, interpreter):
    """In a virtual environment with dask."""
    folder = oracle.folder / f"workers-{interpreter.name}"
    shutil.rmtree(folder, ignore_errors=True)
    run([interpreter.path, "-m", "venv", "--without-pip", folder])
    python = python_in(folder)
    run([oracle.tools, "-m", "pip", "--python", python, "install", "--quiet", *DISTRIBUTED])
    variables = {"PYTHONPATH": str(oracle.built)}
    try:
        printed = run([python, HERE / "python" / "workers.py", oracle.hash], variables, timeout=900, cwd=folder)
    except Failure as failure:
        print(f"{interpreter.name}: {failure}")
        return False
    print(f"{interpreter.name}:\n{printed.rstrip()}")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", action="append", default=[], metavar="PY", help="path, name or version; may be repeated")
    parser.add_argument("--all", action="store_true", help="every supported interpreter found")
    parser.add_argument("--workers", action="store_true", help="send instances to other processes instead")
    parser.add_argument("--examples", type=int, default=400, help="sequences of operations for each class")
    parser.add_argument("--jobs", type=int, default=2, help="how many interpreters run at a time")
    parser.add_argument("--built", metavar="DIR", help="take what `cargo hstack build` has put there")
    options = parser.parse_args()
    chosen = interpreters.every() if options.all else [interpreters.named(wanted) for wanted in options.python]
    chosen = list(dict.fromkeys(chosen)) or [interpreters.probe(sys.executable)]
    oracle = Oracle(options)
    print(f"oracle, SHA-256 {oracle.hash}")
    if options.workers:
        good = all([workers(oracle, interpreter) for interpreter in chosen])
    else:
        good = compare(oracle, chosen, options.jobs)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
