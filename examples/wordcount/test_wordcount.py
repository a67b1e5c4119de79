"""The module against the same work in Python."""

import re
from collections import Counter

import pytest
import wordcount


@pytest.fixture
def files(tmp_path):
    texts = ["to be or not to be", "naïve x_1 x_1\n", "", "or 一 二 一\n" * 50]
    paths = []
    for i, text in enumerate(texts):
        path = tmp_path / f"text{i}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths, Counter(re.findall(r"\w+", " ".join(texts)))


def test_count(files):
    paths, expected = files
    assert wordcount.count(paths) == dict(expected)
    assert wordcount.count([str(p) for p in paths]) == dict(expected)
    assert wordcount.count([]) == {}


def test_top(files):
    paths, expected = files
    best = sorted(expected.items(), key=lambda item: (-item[1], item[0]))
    assert wordcount.top(paths) == best[:10]
    assert wordcount.top(paths, n=2) == best[:2]
    assert wordcount.top(paths, 0) == []


def test_missing_file(files, tmp_path):
    missing = tmp_path / "missing.txt"
    with pytest.raises(FileNotFoundError) as ours:
        wordcount.count([*files[0], missing])
    with pytest.raises(FileNotFoundError) as theirs:
        open(missing)
    assert ours.value.errno == theirs.value.errno
    assert ours.value.strerror == theirs.value.strerror
    assert str(ours.value.filename) == str(theirs.value.filename)


@pytest.mark.parametrize("data", [b"ok \xff ok", b"ok \xc3", b"\xed\xa0\x80"])
def test_broken_utf8(tmp_path, data):
    path = tmp_path / "broken.txt"
    path.write_bytes(data)
    with pytest.raises(UnicodeDecodeError) as ours:
        wordcount.count([path])
    with pytest.raises(UnicodeDecodeError) as theirs:
        data.decode("utf-8")
    assert ours.value.args[:2] == theirs.value.args[:2]
    assert ours.value.start == theirs.value.start


def test_arguments():
    with pytest.raises(TypeError, match="argument 'paths'"):
        wordcount.count(5)
    with pytest.raises(TypeError):
        wordcount.count([5])
