"""str: no character is lost, none is invented."""

import os
import sys

from conformance import text
from support import PYPY, PYPY_7, Raiser, agree, outcome, raises, same

TEXTS = ["", "a", "abc", "é", "ÿ", "Ā", "€uro", "\U0001f980", "a\0b", "mixed é € \U0001f980\n", "\uffff", "\x80\xff"]
SURROGATES = ["\ud800", "\udc80", "a\udfffb", "\udc00\ud800", "\ud83e\udd80"]
MOST = 2 * sys.maxsize + 1


def test_echo():
    for given in TEXTS:
        same(text.echo, str, given)
        same(text.echo_string, str, given)


def test_samples_from_rust():
    assert text.samples() == ["", "a", "é", "€", "\U0001f980", "a\0b", "ß\U0001f980a\n"]


def test_long_texts():
    for given in ("a" * 10**6, "é" * 10**5, "\U0001f980" * 10**5):
        assert text.echo(given) == given


def test_utf8_length():
    for given in TEXTS:
        same(text.utf8_length, lambda s: len(s.encode()), given)


def test_lone_surrogates_are_refused():
    for given in SURROGATES:
        agree(outcome(text.echo, given), outcome(given.encode, "utf-8"))
        agree(outcome(text.echo_string, given), outcome(given.encode, "utf-8"))


def test_surrogate_error_has_its_fields():
    error = outcome(text.echo, "ab\ud800").error
    assert (error.object, error.start, error.end, error.encoding) == ("ab\ud800", 2, 3, "utf-8")


def test_wrong_type():
    for wrong in (5, b"bytes", None, [], bytearray()):
        raises(text.echo, TypeError, f"argument 'text': expected str, got {type(wrong).__name__}", wrong)


def test_str_subclass():
    class S(str):
        pass

    got = text.echo(S("abc"))
    assert got == "abc" and type(got) is str


def test_char():
    for given in ("a", "é", "€", "\U0001f980", "\0"):
        same(text.echo_char, str, given)


def test_char_wrong_length():
    for given in ("", "ab", "\U0001f980a"):
        raises(text.echo_char, ValueError, "argument 'c': expected a str of one character", given)


def test_char_surrogate():
    assert isinstance(outcome(text.echo_char, "\ud800").error, ValueError)


def test_c_string():
    assert text.echo_c_string("abc") == "abc"
    assert text.echo_c_string(b"abc") == "abc"
    assert text.echo_c_string("é") == "é"


def test_c_string_with_nul():
    for given in ("a\0b", b"a\0b", "\0"):
        assert type(outcome(text.echo_c_string, given).error) is ValueError


def test_c_string_of_bytes_that_are_no_utf8():
    assert type(outcome(text.echo_c_string, b"\xff").error) is UnicodeDecodeError


def test_make():
    for given in TEXTS:
        same(text.make, str, given)


def test_intern():
    for given in TEXTS + ["name", "x" * 5000]:
        got = text.intern(given)
        assert got == given
        assert got is text.intern("".join(list(given)))
        assert PYPY or got is sys.intern("".join(list(given)))


def test_from_latin1():
    for data in (b"", b"abc", bytes(range(256)), b"\xff"):
        same(text.from_latin1, lambda b: b.decode("latin-1"), data)


def test_from_ucs2():
    for units in ([], [0x41], [0xE9, 0x20AC], [0xFFFF, 0], list(range(0, 0xD800, 97))):
        assert text.from_ucs2(units) == "".join(map(chr, units))


def test_from_ucs2_keeps_surrogates():
    # Units are characters, not UTF-16: a pair is not joined.
    for units in ([0xD800], [0xD83E, 0xDD80], [0xDC00, 0x41]):
        got = text.from_ucs2(units)
        assert len(got) == len(units) and [ord(c) for c in got] == units


def test_from_ucs4():
    for units in ([], [0x41], [0x1F980, 0x10FFFF, 0], [0xD800], list(range(0, 0x110000, 4099))):
        got = text.from_ucs4(units)
        assert [ord(c) for c in got] == units


def test_from_ucs4_above_unicode():
    for unit in (0x110000, 0xFFFFFFFF):
        assert type(outcome(text.from_ucs4, [0x41, unit]).error) is ValueError


def test_strings_have_their_smallest_form():
    # Equal strings must be equal in every way, so a wide array of narrow characters is narrowed.
    for make in (text.from_ucs2, text.from_ucs4):
        got = make([0x61, 0x62])
        assert got == "ab" and hash(got) == hash("ab") and {got: 1}["ab"] == 1
        assert PYPY or sys.getsizeof(got) == sys.getsizeof("".join(["a", "b"]))


def test_decode():
    for data, encoding in ((b"abc", "utf-8"), ("é€".encode(), "utf-8"), (b"\xe9", "latin-1"), (b"a\0b\0", "utf-16-le")):
        same(lambda d: text.decode(d, encoding, "strict"), lambda d: d.decode(encoding), data)


def test_decode_errors():
    for data, encoding, errors in (
        (b"\xff", "utf-8", "strict"), (b"a\xe2\x82", "utf-8", "strict"), (b"\xed\xa0\x80", "utf-8", "strict"),
        (b"\xff", "ascii", "strict"), (b"a", "no-such-encoding", "strict"), (b"\xff", "utf-8", "no-such-handler"),
        (b"\xc0\x80", "utf-8", "strict"), (b"\xf5\x80\x80\x80", "utf-8", "strict"),
    ):
        agree(outcome(text.decode, data, encoding, errors), outcome(data.decode, encoding, errors))


def test_decode_error_handlers():
    for errors in ("replace", "ignore", "surrogateescape", "backslashreplace"):
        same(lambda d: text.decode(d, "utf-8", errors), lambda d: d.decode("utf-8", errors), b"a\xff\xfeb")


def test_len():
    for given in TEXTS + SURROGATES:
        same(text.len, len, given)


def test_as_str():
    for given in TEXTS:
        same(text.as_str, str, given)
    agree(outcome(text.as_str, "\ud800"), outcome("\ud800".encode, "utf-8"))


def test_as_str_twice_gives_the_same():
    given = "é" * 100
    assert text.as_str(given) == text.as_str(given) == given


def test_lossy():
    for given in TEXTS:
        assert text.lossy(given) == given
    assert text.lossy("a\ud800b\udfff") == "a\ufffdb\ufffd"


def test_view():
    for given in TEXTS + SURROGATES:
        kind, units = text.view(given)
        assert units == [ord(c) for c in given]
        highest = max(units, default=0)
        limit = {"ascii": 0x7F, "latin1": 0xFF, "ucs2": 0xFFFF, "ucs4": 0x10FFFF}[kind]
        assert highest <= limit


def test_code_point():
    for given in TEXTS + SURROGATES:
        for i in range(len(given)):
            assert text.code_point(given, i) == ord(given[i])


def test_code_point_out_of_range():
    for index in (3, 100, sys.maxsize, MOST):
        assert type(outcome(text.code_point, "abc", index).error) is IndexError
    assert type(outcome(text.code_point, "", 0).error) is IndexError


def test_char_at():
    assert text.char_at("a\U0001f980", 1) == "\U0001f980"
    assert isinstance(outcome(text.char_at, "\ud800", 0).error, ValueError)


def test_substring():
    for given in ("", "abc", "é€\U0001f980xyz"):
        for start in (0, 1, 3, 6, 100, sys.maxsize, MOST):
            for end in (0, 1, 2, 6, 100, sys.maxsize, MOST):
                assert text.substring(given, start, end) == given[start:end]


def test_concat():
    for a in TEXTS + SURROGATES:
        for b in ("", "x", "\U0001f980", "\udc80"):
            same(text.concat, lambda x, y: x + y, a, b)


def test_concat_does_not_join_surrogates():
    assert len(text.concat("\ud83e", "\udd80")) == 2


def test_join():
    for items in ([], ["a"], ["a", "é", "\U0001f980"], ("t", "u"), (c for c in "gen")):
        expected = list(items) if not isinstance(items, (list, tuple)) else items
        assert text.join(", ", iter(expected)) == ", ".join(expected)


def test_join_errors():
    for items in (5, ["a", 5], [b"a"], None, Raiser(OSError("x"))):
        same(text.join, str.join, "-", items, message=not PYPY)


def test_equals():
    for a in TEXTS:
        for b in TEXTS:
            assert text.equals(a, b) is (a == b)


def test_equals_with_surrogates():
    for given in SURROGATES:
        for other in ("", "?", "a", "\ufffd", "\U0001f980"):
            assert text.equals(given, other) is False


def test_encode():
    for given in TEXTS + SURROGATES:
        for encoding, errors in (
            ("utf-8", "strict"), ("ascii", "strict"), ("latin-1", "replace"), ("utf-16", "strict"),
            ("utf-8", "surrogatepass"), ("utf-8", "surrogateescape"), ("ascii", "xmlcharrefreplace"),
            ("no-such", "strict"), ("utf-32-le", "ignore"),
        ):
            agree(outcome(text.encode, given, encoding, errors), outcome(given.encode, encoding, errors))


def test_encode_utf8():
    for given in TEXTS + SURROGATES:
        same(text.encode_utf8, str.encode, given)


def test_encode_fs():
    for given in ("file", "é", "a\udcff"):
        same(text.encode_fs, os.fsencode, given)
    assert type(outcome(text.encode_fs, "\ud800").error) is type(outcome(os.fsencode, "\ud800").error)


def test_split():
    same(lambda s: text.split(s, ","), lambda s: s.split(","), "a,b,,c")
    same(lambda s: text.split(s, ""), lambda s: s.split(""), "abc")


def test_builder():
    for given in ("", "abc", "é\xff", "€", "\U0001f980a"):
        highest = max(given, default="a")
        same(lambda s: text.build(len(s), highest, s), str, given)


def test_builder_with_a_higher_limit_than_needed():
    for highest in ("\x7f", "\xff", "\uffff", "\U0010ffff"):
        got = text.build(3, highest, "abc")
        assert got == "abc" and hash(got) == hash("abc") and {"abc": 1}[got] == 1


def test_builder_of_pieces():
    for pieces in ([], ["a", "bc"], ["a", "é", ""], ["€", "a", "\U0001f980"]):
        highest = max("".join(pieces), default="a")
        assert text.build_pieces(highest, pieces) == "".join(pieces)


def test_builder_keeps_surrogates():
    for units in ([0xD800], [0xD83E, 0xDD80]):
        got = text.build_code_points("\uffff", units)
        assert [ord(c) for c in got] == units


def test_builder_memory():
    assert text.build_memory(5, "a", 0x61) == "aaaaa"
    assert text.build_memory(5, "\xff", 0xFF) == "\xff" * 5
    assert text.build_memory(5, "\uffff", 0x20AC) == "€" * 5
    assert text.build_memory(5, "\U0010ffff", 0x1F980) == "\U0001f980" * 5
    assert text.build_memory(0, "a", 0) == ""


def test_builder_memory_with_wrong_characters():
    # What is written may be anything: it is a str, or an error, and never a str that breaks Python.
    for highest, value in (("a", 0xFF), ("\U0010ffff", 0x110000), ("\U0010ffff", 0xFFFFFFFF)):
        got = outcome(text.build_memory, 3, highest, value)
        if got.error is None:
            assert len(got.value) == 3 and max(map(ord, got.value)) <= 0x10FFFF
            assert got.value.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == got.value
            assert got.value.isascii() is (max(map(ord, got.value)) < 128)
        else:
            assert type(got.error) is ValueError


def test_builder_given_up():
    assert text.build_nothing(10, "a") == (10, 9)
    assert text.build_nothing(0, "a") == (0, 0)


def test_builder_too_long():
    assert type(outcome(text.build_nothing, sys.maxsize, "\U0010ffff").error) in (MemoryError, OverflowError, SystemError)
    assert type(outcome(text.build_nothing, MOST, "a").error) in (MemoryError, OverflowError, SystemError)


def test_builder_misuse_is_a_panic():
    for arguments in ((2, "a", "abc"), (4, "a", "abc"), (1, "a", "é")):
        got = outcome(text.build, *arguments)
        assert type(got.error).__name__ == "PanicException"


def test_text_while_detached():
    given = "é€\U0001f980" * 1000
    assert text.detached_length(given) == len(given)


def test_length_is_that_of_the_text():
    class Liar(str):
        # PyPy 7.3 asks for the length itself when native code gets the str.
        if not PYPY_7:

            def __len__(self):
                raise KeyError("overridden")

    for given in TEXTS + SURROGATES:
        assert text.len(Liar(given)) == len(given)
