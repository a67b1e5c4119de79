"""Hello world with hstack and with PyO3: crates, seconds of a clean release build, stripped size.

    python bench/hello/run.py [--rounds N]

The builds take turns; the figure is the fastest one.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def build(package, target, *extra):
    env = dict(os.environ, CARGO_TARGET_DIR=str(target), PYO3_BUILD_EXTENSION_MODULE="1", PYO3_PYTHON=sys.executable)
    start = time.perf_counter()
    done = subprocess.run(["cargo", "build", "--release", *extra], cwd=HERE / package, env=env, check=True,
                          stderr=subprocess.PIPE, text=True)
    return time.perf_counter() - start, done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    results = {name: {"seconds": []} for name in ("hstack", "pyo3")}
    for name in results:
        subprocess.run(["cargo", "fetch", "--quiet"], cwd=HERE / name, check=True)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(rounds):
            for name, result in results.items():
                target = pathlib.Path(folder) / f"{name}{i}"
                seconds, log = build(name, target)
                result["seconds"].append(seconds)
                result["crates"] = len(set(re.findall(r"Compiling (\S+) v", log)))
                library = next((target / "release").glob("libhello_*.so"))
                stripped = pathlib.Path(folder) / library.name
                subprocess.run(["strip", "-o", stripped, library], check=True)
                result["size"] = stripped.stat().st_size
                (HERE / name / "src" / "lib.rs").touch()
                result["touched"] = build(name, target)[0]
                shutil.rmtree(target)
    print(f"{'':<8}{'crates':>8}{'clean release build':>22}{'after a touch':>15}{'stripped':>12}")
    for name, result in results.items():
        print(f"{name:<8}{result['crates']:>8}{min(result['seconds']):>20.1f} s{result['touched']:>13.2f} s"
              f"{result['size']:>12,}")


if __name__ == "__main__":
    main()
