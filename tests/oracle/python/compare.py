"""The same operations on classes of `oracle` and on what they are like: see `machine.py`.

    python compare.py REPORT [CLASS]...

`ORACLE_EXAMPLES` says how many sequences of operations there are for each class. The same ones are
generated in every run.
"""

import json
import os
import sys
import traceback

import module_file
from containers import DICT, LIST, SET, TUPLE
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from numeric import INT, RATIONAL
from others import CELLS, PARTIAL, PEEKABLE, SUPPRESS, TEXT

EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "400"))
RUN = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink],
)
ALL = [LIST, TUPLE, DICT, SET, INT, RATIONAL, TEXT, PEEKABLE, PARTIAL, SUPPRESS, CELLS]


def main():
    chosen = [each for each in ALL if each.name in sys.argv[2:]] or ALL
    report = {"file": module_file.digest(), "compared": {}, "messages": 0, "tolerated": {}, "failed": []}
    for each in chosen:
        variants = st.integers(0, each.variants - 1)

        steps = st.lists(each.operations, min_size=20, max_size=60)
        try:
            RUN(given(variants, each.initial, steps)(each.run))()
        except Exception as error:
            report["failed"].append("%s: %s" % (each.name, (str(error) or repr(error)).splitlines()[0]))
            traceback.print_exc()
        report["compared"][each.name] = each.compared
        report["messages"] += each.messages
        report["tolerated"][each.name] = sorted(each.tolerated_texts)
    with open(sys.argv[1], "w") as file:
        json.dump(report, file, indent=1)


if __name__ == "__main__":
    main()
