"""CPython's own tests of containers, with the classes of `oracle` in the place of the built-in types.

    python cpython_tests.py REPORT

Each suite runs twice: with our class, and with a class of Python that is derived from it. What is not
run is named in `APART`, with the reason. An interpreter without the package `test` runs nothing, and
says so.
"""

import importlib
import importlib.util
import json
import sys
import unittest

import module_file
import oracle

# Module, class, the attribute that names the type, our class.
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

COPY_OF_SUBCLASS = "copy() of a class derived from dict gives a dict, too; CPython runs this one with dict alone"
# Class of the test, test, class under test: why it is not run.
APART = {
    ("TestMappingProtocol", "test_copy", "DictSubclass"): COPY_OF_SUBCLASS,
    ("TestHashMappingProtocol", "test_copy", "DictSubclass"): COPY_OF_SUBCLASS,
}


def subclass(ours):
    """A class of Python, importable, so that its instances can be pickled."""
    made = type(ours.__name__ + "Subclass", (ours,), {"__module__": __name__})
    globals()[made.__name__] = made
    return made


def suite(module, name, attribute, ours, tested):
    base = getattr(importlib.import_module(module), name)
    # What a method of a set gives is of the base class.
    attributes = {attribute: tested, "basetype": ours, "__module__": module}
    return type(name, (base,), attributes)


def run():
    report = {"file": module_file.digest(), "suites": {}, "passed": 0, "skipped": 0, "apart": [], "failed": []}
    classes = {ours: (ours, subclass(ours)) for _, _, _, ours in SUITES}
    for module, name, attribute, ours in SUITES:
        for tested in classes[ours]:
            tests = unittest.defaultTestLoader.loadTestsFromTestCase(suite(module, name, attribute, ours, tested))
            label = "%s.%s[%s]" % (module, name, tested.__name__)
            passed = 0
            for test in tests:
                method = test._testMethodName
                if (name, method, tested.__name__) in APART:
                    report["apart"].append("%s.%s: %s" % (label, method, APART[name, method, tested.__name__]))
                    continue
                result = unittest.TestResult()
                test.run(result)
                problems = result.errors + result.failures
                if problems:
                    last = problems[0][1].strip().splitlines()[-1]
                    report["failed"].append("%s.%s: %s" % (label, method, last))
                elif result.skipped:
                    report["skipped"] += 1
                elif not result.testsRun:
                    report["failed"].append("%s.%s: did not run" % (label, method))
                else:
                    passed += 1
            report["suites"][label] = passed
            report["passed"] += passed
    return report


def main():
    report = None
    if importlib.util.find_spec("test") and importlib.util.find_spec("test.list_tests"):
        report = run()
    with open(sys.argv[1], "w") as file:
        json.dump(report, file, indent=1)


if __name__ == "__main__":
    main()
