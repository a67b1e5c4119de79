"""Instances go to other processes and come back: `workers.py SHA256_OF_THE_FILE`.

Through `multiprocessing` with each way to start a process that there is, and through a cluster of
`dask.distributed` on the loopback address. What comes back is what this process makes itself.
"""

import collections
import multiprocessing
import os
import sys

import module_file
import oracle

COUNT = 40


def sample(index):
    """One instance of each class that can be pickled; they refer to each other."""
    rational = oracle.Rational(index, index + 1)
    items = oracle.List([rational, rational, oracle.Int(index * 2**40), "x" * index])
    return oracle.Dict(
        items=items, pair=oracle.Tuple([items, oracle.Set(range(index))]), partial=oracle.Partial(divmod, index),
        text=oracle.Text("text", "de"),
    )


def work(given):
    """Something of each; made again from what came."""
    rational, same, number, text = given["items"]
    assert rational is same and given["pair"][0] is given["items"], "what was one object is two"
    given["items"].append(given["text"] + given["text"])
    result = rational + 1, number // 3, sorted(given["pair"][1]), given["partial"](7) if number else None
    return os.getpid(), module_file.digest(), oracle.List([given, oracle.Tuple(result)])


def plain(value):
    """With types, and as what can be compared."""
    if isinstance(value, (oracle.List, oracle.Tuple, list, tuple)):
        return type(value).__name__, [plain(item) for item in value]
    if isinstance(value, oracle.Dict):
        return "Dict", {key: plain(item) for key, item in value.items()}
    if isinstance(value, oracle.Set):
        return "Set", sorted(value)
    if isinstance(value, oracle.Partial):
        return "Partial", value.func, value.args, value.keywords
    return type(value).__name__, repr(value)


def check(name, results):
    expected = [plain(work(sample(index))[2]) for index in range(COUNT)]
    assert [plain(result) for _, _, result in results] == expected, name
    processes = collections.Counter(process for process, _, _ in results)
    assert os.getpid() not in processes, name
    assert {digest for _, digest, _ in results} == {sys.argv[1]} == {module_file.digest()}, name
    print("%s: %d instances there and back, %d processes" % (name, len(results), len(processes)))


def through_multiprocessing():
    for method in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context(method).Pool(2) as pool:
            check("multiprocessing, " + method, pool.map(work, map(sample, range(COUNT)), chunksize=2))


def through_dask():
    import distributed

    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(host="127.0.0.1", **options) as cluster, distributed.Client(cluster) as client:
        futures = client.map(work, [sample(index) for index in range(COUNT)], pure=False)
        check("dask.distributed %s" % distributed.__version__, client.gather(futures))


if __name__ == "__main__":
    through_multiprocessing()
    through_dask()
