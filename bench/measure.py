"""Times the peers, which are importable: see run.py."""

import collections
import importlib.util
import math
import pathlib
import re
import sys
import time

import bench_c
import bench_hstack
import bench_pyo3

WORDS = [f"word{i * i % 97}" for i in range(2000)]
INTS = list(range(10**6, 10**6 + 2000))


def direct():
    path = pathlib.Path(bench_hstack.__file__).parent / "direct" / "bench_hstack.so"
    spec = importlib.util.spec_from_file_location("bench_hstack", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(module):
    return module.Point(1.5, -2.0), module.Point(1.5, -2.0)


def derived(module):
    return (type("Derived", (module.Point,), {})(1.5, -2.0),)


consume = collections.deque(maxlen=0).extend

# What `f` and `a` are, the statement, and what of its result `r` must be the same everywhere.
CASES = {
    "noop": (lambda m: (m.noop,), "f()", "r"),
    "add": (lambda m: (m.add,), "f(12345, 6789)", "r"),
    "list_sum_int_2000": (lambda m: (m.list_sum_int, INTS), "f(a)", "r"),
    "list_build_int_2000": (lambda m: (m.list_build_int,), "f(2000)", "r"),
    "word_count": (lambda m: (m.word_count, WORDS), "f(a)", "r"),
    "class_new": (lambda m: (m.Point,), "f(1.0, 2.0)", "(r.x, r.y)"),
    "class_new_kw": (lambda m: (m.Point,), "f(x=1.0, y=2.0)", "(r.x, r.y)"),
    "method": (same, "f.norm()", "r"),
    "getter": (same, "f.x", "r"),
    "setter": (lambda m: (m.Cell(1.0),), "f.value = 2.5", "f.value"),
    "add_objects": (same, "f + a", "(r.x, r.y)"),
    "mixed_mul": (same, "2 * f", "(r.x, r.y)"),
    "len": (lambda m: (len, m.Point(1.5, -2.0)), "f(a)", "r"),
    "getitem": (same, "f[1]", "r"),
    "instance_iter": (lambda m: (consume, m.Countdown), "f(a(1000))", "list(a(10))"),
    "compare": (same, "f == a", "r"),
    "hash": (lambda m: (hash, m.Point(1.5, -2.0)), "f(a)", "r"),
    "call": (same, "f(3.0)", "r"),
    "subclass_method": (derived, "f.norm()", "r"),
    "buffer_export": (lambda m: (memoryview, m.Point(1.5, -2.0)), "f(a)", "r.tolist()"),
}


def timer(scope, statement):
    """A function that runs the statement n times and returns the seconds."""
    source = f"def run(n, perf=perf, f=f, a=a):\n t = perf()\n for _ in range(n):\n  {statement}\n return perf() - t\n"
    scope = dict(scope, perf=time.perf_counter)
    exec(source, scope)
    return scope["run"]


def main():
    rounds, only = int(sys.argv[1]), re.compile(sys.argv[2])
    cases = {name: case for name, case in CASES.items() if only.search(name)}
    peers = {"C": bench_c, "PyO3": bench_pyo3, "universal": bench_hstack, "direct": direct()}
    print(f"Python {sys.version.split()[0]}, best of {rounds} rounds, ns per call (ratio to C)")
    print(f"{'case':<22}" + "".join(f"{name:>20}" for name in peers))
    logs = {name: 0.0 for name in peers}
    for case, (prepare, statement, look) in cases.items():
        runs, results = {}, []
        for name, module in peers.items():
            scope = dict(zip("fa", (*prepare(module), None)), r=None)
            exec(statement if " = " in statement else f"r = {statement}", scope)
            results.append(eval(look, scope))
            runs[name] = timer(scope, statement)
        assert all(r == results[0] for r in results), f"{case}: {results}"
        n = 1
        while runs["C"](n) < 0.002:
            n *= 2
        best = {name: math.inf for name in peers}
        for _ in range(rounds):
            for name, run in runs.items():
                best[name] = min(best[name], run(n) / n)
        row = f"{case:<22}"
        for name in peers:
            logs[name] += math.log(best[name] / best["C"])
            row += f"{best[name] * 1e9:>12.1f} ({best[name] / best['C']:.2f})"
        print(row, flush=True)
    print(f"{'geometric mean':<22}" + "".join(f"{'':>13}{math.exp(logs[n] / len(cases)):>7.2f}" for n in peers))


if __name__ == "__main__":
    main()
