"""Times a port against upstream's extension, both in this process: `run.py --bench` starts it.

    python measure.py PORT_FOLDER MODULE UPSTREAM_FILE OUR_FILE ROUNDS

`PORT_FOLDER/bench.py` has `cases()`, which yields `Case`s. First both modules must give the same
results. Then each round times every case with both, in turns; what a case works on is made anew
before each timing. The figure is the best round.
"""

import gc
import importlib
import importlib.machinery
import importlib.util
import math
import pathlib
import sys
import time


def apart(module, path):
    """The extension in the file `path`, without making it the one that others import."""
    name = f"upstream_{module.replace('.', '_')}.{module.rpartition('.')[2]}"
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    loaded = importlib.util.module_from_spec(spec)
    loader.exec_module(loaded)
    return loaded


def installed(module, path):
    """The extension that is imported by its name: the only copy, as in a program."""
    loaded = importlib.import_module(module)
    if loaded.__spec__.origin != path:
        sys.exit(f"{module} is {loaded.__spec__.origin}, not {path}")
    return loaded


def seconds(case, module):
    run = case.prepare(module)
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        run()
        return time.perf_counter() - start
    finally:
        gc.enable()


def main():
    folder, module, upstream, ours, rounds = sys.argv[1:]
    sys.path.insert(0, str(pathlib.Path(folder)))
    import bench

    peers = {"upstream": apart(module, upstream), "ours": installed(module, ours)}
    cases = list(bench.cases())
    for case in cases:
        expected, found = (case.results(peer) for peer in peers.values())
        if expected != found:
            sys.exit(f"{case.name}: the results differ")
    best = {(case.name, name): math.inf for case in cases for name in peers}
    for turn in range(int(rounds)):
        for case in cases:
            order = list(peers.items())
            for name, peer in order if turn % 2 else reversed(order):
                best[case.name, name] = min(best[case.name, name], seconds(case, peer))
    print(f"Python {sys.version.split()[0]}, best of {rounds} rounds, ns per call")
    width = max(len(case.name) for case in cases)
    print(f"{'case':<{width}} {'upstream':>10} {'ours':>10} {'ratio':>6}")
    total = 0.0
    for case in cases:
        theirs, mine = best[case.name, "upstream"] / case.calls, best[case.name, "ours"] / case.calls
        total += math.log(mine / theirs)
        print(f"{case.name:<{width}} {theirs * 1e9:>10.1f} {mine * 1e9:>10.1f} {mine / theirs:>6.2f}")
    print(f"{'geometric mean':<{width}} {'':>21} {math.exp(total / len(cases)):>6.2f}")


if __name__ == "__main__":
    main()
