"""Builds the peers for one interpreter and times them side by side, in one process.

    python bench/run.py [--python PY] [--rounds N] [--only REGEX]

The peers: C against the whole C API, PyO3, hstack universal, hstack direct. Results are compared
before anything is timed. Each round times every peer in turn; the figure is the best round, in
nanoseconds per call, and the ratios are to C.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
INFO = """
import json, sys, sysconfig
print(json.dumps({"include": sysconfig.get_path("include"), "suffix": sysconfig.get_config_var("EXT_SUFFIX"),
                  "version": sys.version.split()[0], "executable": sys.executable}))
"""


def build(python):
    info = json.loads(subprocess.check_output([python, "-c", INFO], text=True))
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    out = target / "bench" / info["suffix"].strip(".").replace(".so", "")
    out.mkdir(parents=True, exist_ok=True)
    compiler = os.environ.get("CC", "cc")
    subprocess.check_call([compiler, "-O3", "-shared", "-fPIC", "-DNDEBUG", "-I", info["include"],
                           str(HERE / "c" / "bench_c.c"), "-o", str(out / "bench_c.so")])
    env = dict(os.environ, PYO3_PYTHON=info["executable"], PYO3_BUILD_EXTENSION_MODULE="1",
               CARGO_TARGET_DIR=str(target))
    profile = ["--config", "profile.release.lto='fat'", "--config", "profile.release.codegen-units=1"]
    cargo = ["cargo", "build", "--quiet", "--release", *profile]
    subprocess.check_call([*cargo, "--manifest-path", str(HERE / "pyo3" / "Cargo.toml")], env=env)
    shutil.copy(target / "release" / "libbench_pyo3.so", out / "bench_pyo3.so")
    subprocess.check_call([*cargo, "--package", "bench_hstack"], env=env, cwd=ROOT)
    shutil.copy(target / "release" / "libbench_hstack.so", out / "bench_hstack.so")
    direct = out / "direct"
    direct.mkdir(exist_ok=True)
    subprocess.check_call([*cargo, "--package", "bench_hstack", "--features", "direct"],
                          env=dict(env, CARGO_TARGET_DIR=str(target / "direct")), cwd=ROOT)
    shutil.copy(target / "direct" / "release" / "libbench_hstack.so", direct / "bench_hstack.so")
    return out, info


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--only", default="", metavar="REGEX", help="the cases with such names")
    options = parser.parse_args()
    out, info = build(options.python)
    env = dict(os.environ, PYTHONHASHSEED="1", PYTHONPATH=str(out))
    sys.exit(subprocess.call([info["executable"], str(HERE / "measure.py"), str(options.rounds), options.only], env=env))


if __name__ == "__main__":
    main()
