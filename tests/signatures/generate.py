"""Makes 150 signatures: `python generate.py` writes them as Rust functions to src/generated.rs.

The test imports `signatures()` and makes the same functions with `def`. Everything follows from one
seed, on every Python; the test compares the committed file with `rust()`.
"""

import os

COUNT = 150

# Apart enough that Python suggests none of them for another; among them names that the macros use
# themselves, and keywords of Rust.
NAMES = [
    "alpha", "bravo", "f", "this", "module", "arguments", "self_", "type", "fn", "match", "impl", "move",
    "count", "names", "values", "bound", "slot0", "given", "result", "context", "SIGNATURE", "entry",
    "hstack", "Handle", "x", "y", "dtype", "where", "ref", "héllo", "_private", "very_long_name_of_a_parameter",
]
# Parameters that the two functions below may not have.
RUST_KEYWORDS = {"type", "fn", "match", "impl", "move", "where", "ref"}
FUNCTION_KEYWORDS = ["loop", "struct", "trait", "unsafe"]

# What a parameter holds: the Rust type, defaults as (Rust, Python), values to call with.
KINDS = {
    "any": ("Handle<Any>", [], ["None", "1", "'text'", "[1, 2]", "{'k': 1}"]),
    "option": ("Option<Handle<Any>>", [("None", "None")], ["None", "1", "'text'", "()"]),
    "int": ("i64", [("1", "1"), ("0", "0"), ("-1", "-1"), ("1_000_000", "1_000_000"), ("-0x10", "-16")], ["5", "-7", "2**40"]),
    "maybe": ("Option<i64>", [("None", "None"), ("3", "3"), ("Some(-3)", "-3")], ["5", "None", "-7"]),
    "str": ("&str", [('"x"', "'x'"), ('""', "''"), (r'"it\'s"', '"it\'s"'), (r'"a\n\t\\\"b"', r"""'a\n\t\\"b'"""), ('"é€😀|b=1)"', "'é€😀|b=1)'")], ["'y'", "'\\u20ac'", "''"]),
    "text": ("String", [('"x".to_owned()', "'x'"), ('String::from("dd")', "'dd'")], ["'y'", "''"]),
    "bool": ("bool", [("true", "True"), ("false", "False")], ["True", "False"]),
    "float": ("f64", [("1.5", "1.5"), ("-0.25", "-0.25"), ("1e10", "1e10"), ("-2.0", "-2.0")], ["0.5", "-1.0", "1e300"]),
    "bytes": ("&[u8]", [('b"ab\\x00"', "b'ab\\x00'")], ["b'xy'", "b''"]),
}


class Random:
    """A generator that is the same on every Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def chance(self, percent):
        return self.below(100) < percent

    def choice(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items, out = list(items), []
        while items:
            out.append(items.pop(self.below(len(items))))
        return out


class Parameter:
    def __init__(self, random, name, kind, default):
        # kind: "positional-only", "positional", "*", "keyword-only", "**"
        self.name, self.kind, self.values = name, kind, []
        self.rust_default = self.python_default = None
        if kind == "*":
            self.rust_type = random.choice(["Handle<Tuple>", "Vec<Handle<Any>>"])
        elif kind == "**":
            self.rust_type = random.choice(["Handle<Dict>", "Option<Handle<Dict>>"])
        else:
            kinds = [k for k in KINDS if k != "any"] if default else list(KINDS) + ["any"] * 8
            self.rust_type, defaults, self.values = KINDS[random.choice(kinds)]
            if default:
                self.rust_default, self.python_default = random.choice(defaults)

    @property
    def rust_name(self):
        return ("r#" if self.name in RUST_KEYWORDS else "") + self.name

    def written(self, python):
        star = {"*": "*", "**": "**"}.get(self.kind, "")
        name = self.name if python else self.rust_name
        default = self.python_default if python else self.rust_default
        return star + name + ("" if default is None else ("=" if python else " = ") + default)


class Signature:
    def __init__(self, number, random):
        self.number = number
        # A shape for each: how many of each kind, and from where on there are defaults.
        only = random.choice([0, 0, 0, 1, 1, 2, 3])
        positional = random.choice([0, 1, 1, 2, 2, 3, 4])
        keyword = random.choice([0, 0, 0, 1, 2, 3])
        star, star_star = random.chance(20), random.chance(20)
        # The first ones are the plainest of each kind.
        first = {
            0: (0, 0, 0, False, False), 1: (0, 1, 0, False, False), 2: (1, 0, 0, False, False),
            3: (2, 0, 0, False, False), 4: (0, 2, 0, False, False), 5: (0, 0, 1, False, False),
            6: (0, 0, 0, True, False), 7: (0, 0, 0, False, True), 8: (0, 0, 0, True, True),
            9: (0, 3, 0, False, False), 10: (1, 1, 1, True, True), 11: (0, 0, 3, False, False),
        }
        only, positional, keyword, star, star_star = first.get(
            number, (only, positional, keyword, star, star_star)
        )
        names = random.shuffled(NAMES)
        by_position = only + positional
        defaults_from = by_position if random.chance(40) or number < 5 else random.below(by_position + 1)
        self.parameters = []
        for i in range(by_position):
            kind = "positional-only" if i < only else "positional"
            self.parameters.append(Parameter(random, names.pop(), kind, i >= defaults_from))
        if star:
            self.parameters.append(Parameter(random, names.pop(), "*", False))
        for _ in range(keyword):
            self.parameters.append(Parameter(random, names.pop(), "keyword-only", random.chance(50)))
        if star_star:
            self.parameters.append(Parameter(random, names.pop(), "**", False))
        self.name = f"number{number}"
        if number % 37 == 20:
            self.name = FUNCTION_KEYWORDS[number // 37]
        self.renamed = f"other_{number}" if number % 29 == 13 else None
        self.doc = None if number % 7 == 3 else f"Does what number {number} does."
        if self.doc and number % 11 == 5:
            self.doc += "\n\nIn two paragraphs: `--`, \"quoted\".\n\n    and indented"
        self.rust_order = random.shuffled(self.parameters) if random.chance(25) else self.parameters
        self.plain = (
            all(p.kind == "positional" and p.rust_default is None for p in self.parameters)
            and self.rust_order is self.parameters
            and number % 2 == 0
        )

    @property
    def python_name(self):
        return self.renamed or self.name

    @property
    def convention(self):
        """`O` has its own wording of a wrong number of arguments: see the test."""
        one = [(p.kind, p.rust_default) for p in self.parameters] == [("positional-only", None)]
        return "O" if one else "KEYWORDS"

    def written(self, python):
        parts, kinds = [], [p.kind for p in self.parameters]
        for i, p in enumerate(self.parameters):
            if p.kind == "keyword-only" and "*" not in kinds and "keyword-only" not in kinds[:i]:
                parts.append("*")
            parts.append(p.written(python))
            if p.kind == "positional-only" and kinds[i + 1 : i + 2] != ["positional-only"]:
                parts.append("/")
        return ", ".join(parts)

    def shown(self):
        """The text of the signature, with defaults as `ascii` has them."""
        parts = []
        for part in self.written(True).split(", ") if self.parameters else []:
            name, equals, default = part.partition("=")
            is_literal = equals and default[:1] in "'\"b"
            parts.append(name + equals + (ascii(eval(default)) if is_literal else default.replace("_", "")))
        return ", ".join(parts)

    def python(self):
        """The source of the same function as a `def`."""
        values = [f"{p.name} or None" if p.rust_type.startswith("Option<Handle<Dict>") else
                  f"list({p.name})" if p.rust_type.startswith("Vec") else p.name for p in self.parameters]
        body = f"return ({', '.join(values)},)" if values else "return None"
        return f"def {self.python_name}({self.written(True)}):\n    {self.doc!r}\n    {body}\n"

    def rust(self):
        lines = [f"    /// {line}".rstrip() for line in (self.doc or "").split("\n")] if self.doc else []
        options = [] if self.renamed is None else [f'name = "{self.renamed}"']
        if not self.plain:
            options.append(f"signature = ({self.written(False)})")
        lines.append("    #[function" + (f"({', '.join(options)})" if options else "") + "]")
        inputs = ", ".join(f"{p.rust_name}: {p.rust_type}" for p in self.rust_order)
        types = "".join(f"{p.rust_type}, " for p in self.parameters)
        values = "".join(f"{p.rust_name}, " for p in self.parameters)
        name = ("r#" if self.name in FUNCTION_KEYWORDS else "") + self.name
        result, body = (f" -> ({types.rstrip()})", f"({values.rstrip()})") if self.parameters else ("", "")
        lines.append(f"    pub fn {name}({inputs}){result} {{\n        {body}\n    }}")
        return "\n".join(lines).replace("{\n        \n    }", "{}")


def signatures():
    random = Random(20260822)
    return [Signature(number, random) for number in range(COUNT)]


def rust():
    functions = "\n\n".join(s.rust() for s in signatures())
    return f"""//! Written by generate.py: do not change it here.

#[hstack::module]
pub mod signatures {{
    use hstack::function;
    use hstack::prelude::*;

{functions}
}}
"""


GENERATED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "src", "generated.rs")

if __name__ == "__main__":
    with open(GENERATED, "w", encoding="utf-8") as file:
        file.write(rust())
