"""Basic use, on any Python."""

import threading

import markupsafe
from markupsafe import Markup, _native, _speedups, escape

inner = _speedups._escape_inner
assert markupsafe._escape_inner is inner and inner.__name__ == "_escape_inner"

for text in "", "a", "é", "★", "🦀", "\ud800":
    for count in 1, 15, 16, 31, 32, 33, 100:
        clean = text * count
        assert inner(clean) is clean
        for special in "&", "<", ">", "'", '"', "&<>'\"":
            for dirty in special + clean, clean + special, clean + special + clean, (text + special) * count:
                found = inner(dirty)
                assert found == _native._escape_inner(dirty), dirty
                assert type(found) is str and found.isascii() == dirty.isascii()
for character in map(chr, range(0x250)):
    assert inner(character) == _native._escape_inner(character)
    assert inner(f"{character}\U0001f980") == _native._escape_inner(f"{character}\U0001f980")


class Text(str):
    pass


clean, dirty = Text("clean"), Text("<")
assert inner(clean) is clean
assert type(inner(dirty)) is str and inner(dirty) == "&lt;"
assert escape("<a>") == Markup("&lt;a&gt;") and escape(Markup("<a>")) == Markup("<a>")

for wrong in None, 1, b"<", ["<"]:
    try:
        inner(wrong)
    except TypeError as error:
        assert "str" in str(error), error
    else:
        raise AssertionError(wrong)
for arguments, keywords in ((), {}), (("a", "b"), {}), ((), {"s": "a"}):
    try:
        inner(*arguments, **keywords)
    except TypeError:
        pass
    else:
        raise AssertionError((arguments, keywords))


def work(results):
    results.append(all(inner("<%d é★>" % i) == "&lt;%d é★&gt;" % i for i in range(20_000)))


results = []
threads = [threading.Thread(target=work, args=(results,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert results == [True] * 4

INSIDE = """
from markupsafe import _speedups
assert _speedups._escape_inner("<\\u2605>") == "&lt;\\u2605&gt;"
"""
