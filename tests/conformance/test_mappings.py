import collections
import operator
import types

from conformance import mappings
from support import PYPY, outcome, raises, same

delete = getattr(mappings, "del")


class Mapping(collections.abc.MutableMapping):
    """A mapping written in Python."""

    def __init__(self, **data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


def all_kinds():
    return [dict(a=1, b=2), collections.OrderedDict(a=1, b=2), Mapping(a=1, b=2), collections.ChainMap(dict(a=1, b=2))]


def test_is_mapping():
    for target in all_kinds() + [types.MappingProxyType({})]:
        assert mappings.is_mapping(target)
    for target in ([], "a", 5, None, set()):
        assert not mappings.is_mapping(target)


def test_get():
    for target in all_kinds():
        same(mappings.get, operator.getitem, target, "a")
        same(mappings.get, operator.getitem, target, "zz")


def test_get_uses_missing():
    assert mappings.get(collections.defaultdict(list), "a") == []


def test_find():
    for target in all_kinds():
        assert mappings.find(target, "a") == 1 and mappings.find(target, "zz") is None
    same(mappings.find, operator.getitem, {}, [], message=not PYPY)


def test_set():
    for target in all_kinds():
        mappings.set(target, "new", 7)
        assert target["new"] == 7
    same(mappings.set, operator.setitem, types.MappingProxyType({}), "a", 1, message=not PYPY)


def test_del():
    for target in all_kinds():
        delete(target, "a")
        assert "a" not in target
        assert type(outcome(delete, target, "zz").error) is KeyError


def test_keys_values_items():
    for target in all_kinds():
        assert mappings.keys(target) == list(target.keys())
        assert mappings.values(target) == list(target.values())
        assert mappings.items(target) == list(target.items())
        assert type(mappings.keys(target)) is list


def test_keys_that_raise():
    error = OSError("mine")

    class Bad(Mapping):
        def keys(self):
            raise error

        values = items = keys

    for function in (mappings.keys, mappings.values, mappings.items):
        assert outcome(function, Bad()).error is error


def test_keys_that_are_no_iterable():
    class Bad(Mapping):
        def keys(self):
            return 5

    assert type(outcome(mappings.keys, Bad()).error) is TypeError


def test_dict_as_mapping():
    assert mappings.dict_as_mapping({1: 2}) == [1]


def test_proxy():
    d = {"a": 1}
    proxy = mappings.proxy(d)
    assert type(proxy) is types.MappingProxyType and proxy == d
    d["b"] = 2
    assert proxy["b"] == 2
    assert mappings.proxy_get(proxy, "a") == 1 and mappings.proxy_items(proxy) == [("a", 1), ("b", 2)]


def test_proxy_errors():
    for wrong in (5, []):
        same(mappings.proxy, types.MappingProxyType, wrong, message=False)
    same(mappings.proxy_get, operator.getitem, types.MappingProxyType({}), "zz")


def test_wrong_type():
    raises(mappings.get, TypeError, "argument 'mapping': expected Mapping, got list", [], 0)
