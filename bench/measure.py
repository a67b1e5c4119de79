"""Times the peers, which are importable: see run.py."""

import importlib.util
import math
import pathlib
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


def points(module):
    return module.Point(1.0, 2.0), module.Point(3.0, 4.5)


CASES = {
    "noop": (lambda m: ((m.noop,), "f()"), None),
    "add": (lambda m: ((m.add,), "f(12345, 6789)"), None),
    "list_sum_int_2000": (lambda m: ((m.list_sum_int, INTS), "f(a)"), None),
    "list_build_int_2000": (lambda m: ((m.list_build_int,), "f(2000)"), None),
    "word_count": (lambda m: ((m.word_count, WORDS), "f(a)"), None),
    "add_objects": (lambda m: (points(m), "f + a"), lambda p: (p.x, p.y)),
}


def timer(values, statement):
    """A function that runs the statement n times and returns the seconds."""
    names = dict(zip("fa", values))
    source = f"def run(n, perf=perf, f=f, a=a):\n t = perf()\n for _ in range(n):\n  {statement}\n return perf() - t\n"
    scope = {"perf": time.perf_counter, "f": names.get("f"), "a": names.get("a")}
    exec(source, scope)
    return scope["run"]


def main():
    rounds = int(sys.argv[1])
    peers = {"C": bench_c, "PyO3": bench_pyo3, "universal": bench_hstack, "direct": direct()}
    print(f"Python {sys.version.split()[0]}, best of {rounds} rounds, ns per call (ratio to C)")
    print(f"{'case':<22}" + "".join(f"{name:>20}" for name in peers))
    logs = {name: 0.0 for name in peers}
    for case, (prepare, look) in CASES.items():
        runs, results = {}, []
        for name, module in peers.items():
            values, statement = prepare(module)
            scope = dict(zip("fa", values))
            result = eval(statement, scope)
            results.append(look(result) if look else result)
            runs[name] = timer(values, statement)
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
        print(row)
    print(f"{'geometric mean':<22}" + "".join(f"{'':>13}{math.exp(logs[n] / len(CASES)):>7.2f}" for n in peers))


if __name__ == "__main__":
    main()
