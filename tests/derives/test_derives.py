"""What the derives of FromPy and ToPy make of structs and enums."""

from types import SimpleNamespace as Object

import derives
import pytest


def raises(expected, text, function, *args):
    with pytest.raises(expected) as caught:
        function(*args)
    assert type(caught.value) is expected
    assert str(caught.value) == text
    return caught.value


def test_the_binary_is_the_one_under_test():
    assert derives.__spec__.origin.endswith((".so", ".pyd", ".dylib")), derives.__spec__.origin


POINT = Object(x=1, y=2.5)


def test_struct_from_attributes_to_dict():
    assert derives.point(POINT) == {"x": 1.0, "y": 2.5}
    assert list(derives.point(POINT)) == ["x", "y"]


def test_missing_attribute():
    error = raises(
        TypeError,
        f"argument 'x': Point.y: {missing(Object(x=1), 'y')}",
        derives.point,
        Object(x=1),
    )
    assert isinstance(error.__cause__, AttributeError)
    raises(TypeError, f"argument 'x': Point.x: {missing(5, 'x')}", derives.point, 5)


def missing(thing, name):
    try:
        getattr(thing, name)
    except AttributeError as error:
        return str(error)


def test_errors_name_the_field():
    raises(TypeError, "argument 'x': Row.first_name: expected str, got int", derives.row, {"firstName": 1})
    error = raises(TypeError, "argument 'x': Row.first_name: KeyError('firstName')", derives.row, {})
    assert isinstance(error.__cause__, KeyError)
    with pytest.raises(OverflowError, match="^argument 'x': Row.number: "):
        derives.row({"firstName": "", "n": 2**70})
    with pytest.raises(TypeError, match="^argument 'x': Tree.children: Tree.children: Tree.value: "):
        derives.tree(leaf(1, leaf(2, leaf("s"))))


def test_errors_of_properties_are_left_alone():
    class Bad:
        def __getattr__(self, name):
            raise self.error

    for error in (ZeroDivisionError("z"), KeyboardInterrupt("stop"), UnicodeDecodeError("utf-8", b"x", 0, 1, "r")):
        Bad.error = error
        with pytest.raises(type(error)) as caught:
            derives.point(Bad())
        assert caught.value is error


def test_errors_keep_their_traceback():
    class Bad:
        @property
        def x(self):
            raise TypeError("mine")

    error = raises(TypeError, "argument 'x': Point.x: mine", derives.point, Bad())
    names = []
    traceback = error.__traceback__
    while traceback:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    assert names[-1] == "x"


class Both(dict):
    """Items and attributes."""

    def __init__(self, items, **attributes):
        super().__init__(items)
        self.__dict__.update(attributes)


def test_items():
    assert derives.row({"firstName": "a", "n": 3, 0: 5}) == {"firstName": "a", "n": 3, 0: 5, "real_name": None}
    row = derives.row(Both({"firstName": "a", "n": 3, 0: None}, real_name="r"))
    assert row == {"firstName": "a", "n": 3, 0: None, "real_name": "r"}
    assert derives.row(Both({"firstName": "a", "n": 3, 0: 1}))["real_name"] is None


def places(**more):
    attributes = {"plain": 1, "attribute": 2, "other": 3, "doubled": 6, "type": "t"}
    items = {"item": 4, "key": 5, -1: 9}
    items.update(more.pop("items", {}))
    attributes.update(more)
    return Both(items, **attributes)


PLACES = {
    "plain": 1, "attribute": 2, "other": 3, "item": 4, "key": 5, -1: 9, True: None, "empty": [], "answer": 42,
    "d": "none", "doubled": 6, "both": 7, "type": "t",
}


def test_places_and_defaults():
    assert derives.places(places()) == PLACES
    given = places(empty=["a"], answer=1, both=2, items={True: False, "d": "x"})
    assert derives.places(given) == {**PLACES, "empty": ["a"], "answer": 1, "both": 4, True: False, "d": "x"}
    # A value that is there and wrong is no missing one.
    with pytest.raises(TypeError, match="^argument 'x': Places.answer: "):
        derives.places(places(answer=None))
    with pytest.raises(TypeError, match="^argument 'x': Places.text: expected str, got int"):
        derives.places(places(items={"d": 1}))

    class Bad(dict):
        def __getitem__(self, key):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        derives.row(Bad())


def test_converters():
    assert derives.even(4) == 4
    with pytest.raises(TypeError, match="^argument 'x': Places.doubled: "):
        derives.places(places(doubled="s"))
    raises(ValueError, "3 is odd", derives.odd, 3)


def test_tuples():
    assert derives.pair((1, 2)) == (1, 4)
    raises(ValueError, "argument 'x': expected a tuple of 2, got one of 3", derives.pair, (1, 2, 3))
    raises(TypeError, "argument 'x': expected tuple, got list", derives.pair, [1, 2])
    with pytest.raises(TypeError, match="^argument 'x': Pair.0: "):
        derives.pair(("a", 2))
    with pytest.raises(TypeError, match="^argument 'x': Pair.1: "):
        derives.pair((1, "a"))


def test_transparent():
    assert derives.id(5) == 5
    with pytest.raises(OverflowError, match="^argument 'x': "):
        derives.id(-1)
    assert derives.names(["a", "b"]) == ["a", "b"]


def test_enum_takes_the_first_variant_that_fits():
    circle = Object(radius=1, center=POINT)
    assert derives.shape(3) == 3
    assert derives.shape("s") == "s"
    assert derives.shape(circle) == {"radius": 1.0, "center": {"x": 1.0, "y": 2.5}}
    assert derives.shape((1, 2)) == (1, 2)
    assert derives.shape({"FIRST": 1}) == {"FIRST": 1}
    assert derives.event({"key-name": "k"}) == {"key-name": "k"}
    assert derives.event({"buttonNumber": 2}) == {"buttonNumber": 2}
    assert derives.event({"key-name": "k", "buttonNumber": 2}) == {"key-name": "k"}


def test_enum_error_names_every_variant():
    with pytest.raises(TypeError) as caught:
        derives.shape(Object(radius=1, center=Object(x=1, y=None)))
    lines = str(caught.value).split("\n")
    name = Object.__module__ + "." + Object.__qualname__
    assert lines[0] == f"argument 'x': expected Shape (int | Text | Circle | Two | Items), got {name}"
    assert [line.split(":")[0] for line in lines[1:]] == ["- int", "- Text", "- Circle", "- Two", "- Items"]
    assert lines[2] == f"- Text: expected str, got {name}"
    assert lines[3].startswith("- Circle: Circle.center: Point.y: ")
    assert lines[5].startswith("- Items: Items.first: ")


def test_enum_of_handles():
    for value in ([1], "s", {1: 2}, True, 5):
        assert derives.operand(value) is value or derives.operand(value) == value
    with pytest.raises(TypeError) as caught:
        derives.operand(1.5)
    lines = str(caught.value).split("\n")
    assert lines[0] == "argument 'x': expected Operand (Items | Text | Inner | Number), got float"
    assert lines[1:3] == ["- Items: expected list, got float", "- Text: expected str, got float"]
    assert lines[3] == "- Inner: expected Inner (Map | Truth), got float"
    assert lines[4:6] == ["- Map: expected dict, got float", "- Truth: expected bool, got float"]
    assert lines[6].startswith("- Number: ") and len(lines) == 7
    with pytest.raises(TypeError) as caught:
        derives.operand("\ud800")
    lines = str(caught.value).split("\n")
    assert [line.split(":")[0] for line in lines[1:4]] == ["- Items", "- Text", "- Inner"]
    assert "surrogates" in lines[2] and lines[-1].startswith("- Number: ")


def test_try_extract():
    thing = [1]
    assert derives.try_operand(thing) is thing and derives.try_operand("s") == "s" and derives.try_operand(5) == 5
    assert derives.try_operand(1.5) is derives.try_operand(None) is derives.try_inner(thing) is None
    assert derives.try_inner(False) is False
    with pytest.raises(OverflowError):
        derives.try_operand(1000)
    with pytest.raises(UnicodeEncodeError):
        derives.try_operand("\ud800")
    assert derives.try_shape((1, 2)) == (1, 2) and derives.try_shape(None) is None
    assert derives.try_id(7) == 7 and derives.try_id("x") is None
    with pytest.raises(OverflowError):
        derives.try_id(-1)
    assert derives.try_pair((1, 2)) == derives.pair((1, 2)) and derives.try_pair([1, 2]) is None
    with pytest.raises(ValueError, match="^expected a tuple of 2, got one of 3"):
        derives.try_pair((1, 2, 3))


def test_try_extract_passes_interrupts_on():
    class Bad:
        def __index__(self):
            raise KeyboardInterrupt("stop")

    for function in (derives.operand, derives.try_operand, derives.try_id, derives.try_shape):
        with pytest.raises(KeyboardInterrupt):
            function(Bad())


def test_each_variant_is_tried_once():
    """Else the time that a nested value takes which does not fit doubles with each level."""
    value = "no number"
    for _ in range(60):
        value = [value]
    with pytest.raises(TypeError) as caught:
        derives.json(value)
    assert str(caught.value).startswith("argument 'x': expected Json (Number | Items), got list")


def test_enum_does_not_swallow_interrupts():
    class Bad:
        @property
        def radius(self):
            raise KeyboardInterrupt("stop")

    with pytest.raises(KeyboardInterrupt):
        derives.shape(Bad())


def test_lifetimes():
    thing = object()
    view = derives.view(Object(name="n", object=thing, items=[thing], class_=None))
    assert view == {"name": "n", "object": thing, "items": [thing], "class_": None}
    assert derives.text_or("t") == "t"
    assert derives.text_or(thing) is thing


def leaf(value, *children):
    return Object(value=value, children=list(children))


GENERIC = Object(value=1, more=[2], map={"k": 3}, sorted={"b": [1], "a": []}, array=[1, 2])


def test_generics():
    assert derives.generic(GENERIC) == vars(GENERIC)
    assert derives.typed(Object(handle=[1])) == {"handle": [1]}
    raises(TypeError, "argument 'x': Typed.handle: expected list, got int", derives.typed, Object(handle=1))
    assert derives.tree(leaf(1, leaf(2))) == {"value": 1, "children": [{"value": 2, "children": []}]}


def test_names_that_clash():
    assert derives.clashes(Object(f="a", object=1)) == {"f": "a", "object": 1}
    assert derives.clashes((1, 2)) == (1, 2)
    assert derives.clashes("s") == "s"


def test_one_way():
    assert derives.one_way(Object(value=4)) == 4
    assert derives.report("héllo") == {"text": "héllo", "points": [6], "nested": {"all": 6}}


def test_by_reference():
    point = {"x": 1.0, "y": 2.5}
    assert derives.twice(POINT, (1, 2)) == [point, (1, 2), point, (1, 2)]


def test_owned_types_come_from_loops():
    assert derives.sum([POINT] * 3) == 10.5


def test_frames_do_not_grow():
    shapes = [1, "s", Object(radius=1, center=POINT), (1, 2), {"FIRST": 3}] * 40
    generic = Object(value="v", more=["m"] * 100, map={"k": "v"}, sorted={"a": ["x"] * 100}, array=[1, 2])
    assert derives.growth(shapes, leaf(1, *[leaf(2)] * 100), generic, places()) == 0
    view = Object(name="n", object=1, items=[], class_=None)
    assert derives.growth_of_views(view) >= 2
