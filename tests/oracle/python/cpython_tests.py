"""CPython's own tests of containers, with the classes of `oracle` in the place of the built-in types.

    python cpython_tests.py REPORT

Each runs twice: with our class, and with a class of Python that is derived from it. What is not run is
named in `APART`, with the reason.
"""

import importlib
import json
import sys
import unittest

import oracle

# (module, class, attribute that names the type, our class, more attributes)
SUITES = [
    ("test.list_tests", "CommonTest", "type2test", oracle.List),
    ("test.test_list", "ListTest", "type2test", oracle.List),
    ("test.seq_tests", "CommonTest", "type2test", oracle.List),
    ("test.seq_tests", "CommonTest", "type2test", oracle.Tuple),
    ("test.test_tuple", "TupleTest", "type2test", oracle.Tuple),
    ("test.mapping_tests", "BasicTestMappingProtocol", "type2test", oracle.Dict),
    ("test.mapping_tests", "TestMappingProtocol", "type2test", oracle.Dict),
    ("test.mapping_tests", "TestHashMappingProtocol", "type2test", oracle.Dict),
    ("test.test_set", "TestSet", "thetype", oracle.Set),
]

# Class, test, ours or a subclass or both: what only the built-in type itself can give.
APART = {
}


def subclass(ours):
    """A class of Python, importable, so that its instances can be pickled."""
    made = type(ours.__name__ + "Subclass", (ours,), {"__module__": __name__})
    globals()[made.__name__] = made
    return made


def suite(module, name, attribute, ours, tested):
    base = getattr(importlib.import_module(module), name)
    attributes = {attribute: tested, "__module__": module}
    if module == "test.test_set":
        attributes["basetype"] = ours
    return type(name, (base,), attributes)


def main():
    counts = {"passed": 0, "apart": 0, "skipped": 0, "failed": []}
    for module, name, attribute, ours in SUITES:
        for tested in (ours, subclass(ours)):
            tests = unittest.defaultTestLoader.loadTestsFromTestCase(suite(module, name, attribute, ours, tested))
            for test in list(tests):
                method = test._testMethodName
                if (name, method) in APART:
                    counts["apart"] += 1
                    continue
                result = unittest.TestResult()
                test.run(result)
                problems = result.errors + result.failures
                if problems:
                    text = problems[0][1].strip()
                    counts["failed"].append(f"{module}.{name}.{method}[{tested.__name__}]: {text.splitlines()[-1]}")
                    if "-v" in sys.argv:
                        print(text)
                else:
                    counts["skipped" if result.skipped else "passed"] += 1
    with open(sys.argv[1], "w") as file:
        json.dump(counts, file, indent=1)


if __name__ == "__main__":
    main()
