from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.error import Mark
from yaml.scanner import ScannerError

from learnlead.text.clean import refused_character
from learnlead.text.yaml_errors import TOO_DEEP, in_plain_words
from learnlead.text.yaml_reader import Tree, YamlDocument, read_yaml
from sizes import examples

pytestmark = pytest.mark.core

SEPARATORS = "\u2028\u2029"

texts = st.text(max_size=30).filter(lambda text: refused_character(text) is None)
odd_texts = st.text(alphabet="ab \t\n\u2028\u2029\ufffe\uffff\ufeff𝄞é'\"\\:#-", max_size=12)
trees = st.recursive(
    texts | odd_texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both parsers that PyYAML may have."""
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml here")
    return request.param  # type: ignore[no-any-return]  # pytest types it as Any


def read(text: str) -> YamlDocument:
    document, problems = read_yaml(text)
    assert problems == []
    assert document is not None
    return document


def lines_and_messages(text: str, *, first_line: int = 1) -> list[tuple[int | None, str]]:
    document, problems = read_yaml(text, first_line=first_line, file="some.yaml")
    assert document is None
    assert problems
    assert all(p.file == "some.yaml" and p.remedy and p.severity == "error" for p in problems)
    return [(p.line, p.message) for p in problems]


@given(tree=trees, indent=st.sampled_from([None, 2]))
def test_a_tree_comes_back_as_it_was_written(tree: Tree, indent: int | None) -> None:
    assert read(json.dumps(tree, ensure_ascii=False, indent=indent)).data == tree


@given(tree=trees)
@settings(max_examples=examples(50))
def test_a_tree_comes_back_without_libyaml_too(tree: Tree) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert read(json.dumps(tree, ensure_ascii=False)).data == tree


@given(
    text=st.text(max_size=40)
    | st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\\ \t\n\r\x00\u2028\ufeff", max_size=40)
)
def test_any_text_gives_a_document_or_problems_that_say_where_and_what_to_do(text: str) -> None:
    document, problems = read_yaml(text, file="f.yaml")
    assert (document is None) == bool(problems)
    for problem in problems:
        assert problem.line is not None
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.message
        assert problem.remedy
        assert refused_character(str(problem)) is None


@given(
    values=st.lists(st.text(alphabet=f"ab {SEPARATORS}𝄞é", max_size=5), min_size=1, max_size=8),
    first_line=st.integers(1, 50),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_lines_end_at_line_feeds_alone(values: list[str], first_line: int, newline: str) -> None:
    text = ""
    expected = {}
    for number, value in enumerate(values):
        text += f"# {value}{newline}"
        expected[f"key-{number}"] = first_line + text.count("\n")
        text += f'key-{number}: "{value}"{newline}'
    document, problems = read_yaml(text, first_line=first_line)
    assert problems == []
    assert document is not None
    assert {key: document.line_of([key]) for key in expected} == expected


def test_a_lone_carriage_return_is_no_new_line(parser: str) -> None:
    document = read('a: "x\ry"\nb: 1\n')
    assert document.line_of(["b"]) == 2


@pytest.mark.parametrize(
    "word",
    [
        *("no", "null", "~", "true", "NaN", ".inf", "01234567", "1_000", "0x1F", "1e3"),
        *("12:30", "2026-11-20", "2026-11-20T10:00:00Z", "<<", "="),
    ],
)
def test_words_stay_what_was_written(word: str, parser: str) -> None:
    assert read(f"key: {word}\n{word}: [{word}]\n").data == {"key": word, word: [word]}


def test_only_a_plain_nothing_is_none(parser: str) -> None:
    text = "a:\nb: ''\nc: \"\"\nd: [x, '']\ne:\n-\n- |\nf: {}\ng: # none\n"
    assert read(text).data == {
        "a": None,
        "b": "",
        "c": "",
        "d": ["x", ""],
        "e": [None, ""],
        "f": {},
        "g": None,
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff"])
def test_an_empty_text_is_none(text: str, parser: str) -> None:
    assert read(text).data is None


def test_a_byte_order_mark_is_left_out(parser: str) -> None:
    document = read("\ufeffa: 1\nb: 2\n")
    assert document.data == {"a": "1", "b": "2"}
    assert [document.line_of([key]) for key in "ab"] == [1, 2]


def test_line_of_keys_entries_and_unknown_places() -> None:
    document = read(
        "# a comment\n"
        "scale:\n"
        "  kind: frequency\n"
        "  labels: [never,\n"
        "    rarely]\n"
        "behaviours:\n"
        "- id: one\n"
        "\n"
        "- id: two\n"
        "  anchors:\n"
        "    1: |\n"
        "      some\n"
        "      text\n"
        "    3: more\n"
    )
    lines = {
        (): 2,
        ("scale",): 2,
        ("scale", "kind"): 3,
        ("scale", "labels"): 4,
        ("scale", "labels", 1): 5,
        ("behaviours",): 6,
        ("behaviours", 0): 7,
        ("behaviours", 1): 9,
        ("behaviours", 1, "anchors"): 10,
        ("behaviours", 1, "anchors", "3"): 14,
        ("behaviours", 1, "nowhere", 7): 9,
        ("behaviours", 5, "id"): 6,
        ("behaviours", -1, "id"): 6,
        ("behaviours", "id"): 6,
        ("scale", 0): 2,
        ("scale", "kind", "deeper"): 3,
        ("nowhere",): 2,
    }
    assert {path: document.line_of(path) for path in lines} == lines


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: he said: go\n", 2, "colon"),
        ("a:\n\tb: 1\n", 2, "tab"),
        ("a: |\n\tb\n", 2, "tab"),
        ("a: 1\nb: @role\n", 2, "'@'"),
        ("a: `code`\n", 1, "'`'"),
        ("a: * an item\n", 1, "'*'"),
        ("a: - an item\n", 1, "'-'"),
        ("a: ? what\n", 1, "'?'"),
        ("a: ]\n", 1, "']'"),
        ("a: 1\njust words\nb: 2\n", 2, "key: value"),
        ("a:\n    b: 1\n  c: 2\n", 3, "does not fit"),
        ("a:\n  - x\n  y: 1\n", 3, "does not fit"),
        ("a: 1\nb: [x, y\nc: 2\n", 2, "'['"),
        ("a: 1\nb: {x: 1\nc: 2\n", 2, "'{'"),
        ("a: 1\nb: [x,\n  y,\n  z\nc: 2\n", 2, "'['"),
        ('a: 1\nb: "open\nc: 2\n\n\n', 2, "'\"'"),
        ("a: 'it's'\n", 1, "does not fit"),
        ('a: "C:\\people"\n', 1, "backslash"),
        ("a: > beside\n", 1, "'>'"),
        ("a: 1\n...\nb: 2\n", 3, "does not belong"),
        ("%YAML 2.0\n---\na: 1\n", 1, "YAML"),
        ("[\n\n\n", 1, "YAML"),
        ("? [a, b]\n: c\n", 1, "key belongs"),
        ("{? : c}\n", 1, "key belongs"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\nb: &mark x\n", 2, "'&mark'"),
        ("a: 1\nb: *mark\n", 2, "'*mark'"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("a: ! x\n", 1, "tag"),
        ("a: x\nb: \x1b[2J\n", 2, "U+001B"),
        ("a: x\r\nb: \x00\r\n", 2, "U+0000"),
        ("a: x\nb: \ud800\n", 2, "U+D800"),
        ("a: x\nb: \x85\n", 2, "U+0085"),
        ('a: x\nb: "\\e[2J"\n', 2, "U+001B"),
        (f"# {SEPARATORS}\n# \r\na: x\na: y\n", 4, "line 3"),
    ],
)
def test_refusals_say_the_line_in_plain_words(text: str, line: int, said: str, parser: str) -> None:
    problems = lines_and_messages(text)
    assert problems[0][0] == line
    assert said in problems[0][1]
    shifted = lines_and_messages(text, first_line=41)
    assert shifted[0][0] == line + 40
    for theirs in ("token", "scalar", "expected", "<", "node", "flow", "context"):
        assert theirs not in problems[0][1]


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\ud800", "\\U00110000"])
def test_escapes_of_no_character_are_refused(escape: str, parser: str) -> None:
    assert lines_and_messages(f'a: 1\nb: "{escape}"\n')[0][0] == 2


def test_every_duplicate_is_reported_with_both_lines(parser: str) -> None:
    text = "a: 1\nb:\n  c: 1\n  c: 2\n'a': 3\n? b\n: [{d: 1, d: 2}]\na: 4\n"
    assert lines_and_messages(text) == [
        (4, "the key 'c' stands twice, here and in line 3"),
        (5, "the key 'a' stands twice, here and in line 1"),
        (6, "the key 'b' stands twice, here and in line 2"),
        (7, "the key 'd' stands twice, here and in line 7"),
        (8, "the key 'a' stands twice, here and in line 1"),
    ]


def test_of_a_key_that_stands_twice_the_first_counts_in_part(parser: str) -> None:
    document, problems = read_yaml("a: 1\nb: [x]\na: 2\n", in_part=True)
    assert [p.line for p in problems] == [3]
    assert document is not None
    assert document.data == {"a": "1", "b": ["x"]}
    assert document.line_of(["a"]) == 1


@pytest.mark.parametrize("text", ["a: [", "a: 1\n---\nb: 2\n", "[" * 30, "a: \x00"])
def test_a_text_that_breaks_off_is_not_even_read_in_part(text: str) -> None:
    document, problems = read_yaml(text, in_part=True)
    assert document is None
    assert problems


def test_every_bad_character_is_reported() -> None:
    assert [line for line, _ in lines_and_messages("a: \x00\nb: x\nc: \x07\x08\n")] == [1, 3]


def test_twenty_levels_and_no_more(parser: str) -> None:
    assert read("[" * 20 + "]" * 20).data is not None
    assert "20 deep" in lines_and_messages("[" * 21 + "]" * 21)[0][1]
    nested = "".join(f"{'  ' * level}k:\n" for level in range(21))
    assert lines_and_messages(nested + "  " * 21 + "k: x\n")[0][0] == 21


@given(
    lines=st.lists(st.sampled_from(["# why", ""]), max_size=3),
    openers=st.lists(st.sampled_from(["[", "{a: ", "[\n  "]), min_size=21, max_size=40),
    more=st.sampled_from([0, 2_000]),
)
@settings(max_examples=examples(30))
def test_too_deep_is_said_in_our_words_on_the_line_of_level_21(
    lines: list[str], openers: list[str], more: int
) -> None:
    """Whoever notices first: newer versions of libyaml refuse 1,000 levels by themselves."""
    head = "".join(f"{line}\n" for line in lines)
    text = head + "".join(openers) + "[" * more
    line = 1 + head.count("\n") + "".join(openers[:20]).count("\n")
    assert lines_and_messages(text) == [(line, TOO_DEEP[0])]
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert lines_and_messages(text) == [(line, TOO_DEEP[0])]


@pytest.mark.parametrize("kind", ["flow", "block"])
def test_what_a_newer_libyaml_says_of_depth_is_said_in_our_words(kind: str) -> None:
    """Its error, as PyYAML 6.0.4 hands it on; PyYAML 6.0.3 and older never raise it."""
    text = "a: 1\nb: " + "[" * 2_000
    mark = Mark("<unicode string>", 1_008, 1, 1_003, None, 0)  # level 1,001
    theirs = ScannerError(
        f"while increasing {kind} level", mark, "exceeded maximum nesting depth", mark
    )
    assert in_plain_words(theirs, text) == (1_008, *TOO_DEEP)


def test_the_limit_counts_bytes() -> None:
    assert read_yaml("é" * 50, limit=100)[1] == []
    _, problems = read_yaml("é" * 50 + "a", limit=100, first_line=2)
    assert [(p.line, "100 bytes" in p.message) for p in problems] == [(2, True)]


HOSTILE = {
    "10 MB of brackets": "[" * 10_000_000,
    "1 MB of brackets": "[" * 1_000_000,
    "1 MB of braces": "{" * 1_000_000,
    "1 MB of dashes": "- " * 500_000,
    "1 MB of question marks": "? " * 500_000,
    "nested lists, one a line": "\n".join(" " * n + "-" for n in range(1_400)),
    "1 MB in one line": "a: " + "b " * 499_000 + ": c",
    "1 MB of quotes": '"' * 1_000_000,
    "1 MB of empty lines in quotes": '"' + "\n" * 999_000,
    "100,000 keys": "".join(f"{n}: \n" for n in range(100_000)) + "0: again",
    "500,000 entries": "-\n" * 500_000,
    "300,000 mappings": "[" + "{}," * 300_000 + "]",
    "200,000 times the same key": "a: 1\n" * 200_000,
    "250,000 documents": "---\n" * 250_000,
    "100,000 tags": "- !a b\n" * 100_000,
    "a key of 1 MB, twice": f"? {'k' * 490_000}\n: 1\n? {'k' * 490_000}\n: 1\n",
    "every private character": '"\u2028\ufffe' + "".join(map(chr, range(0x10F000, 0x10FFFE))) + '"',
    "control characters": "\x07\n" * 500_000,
    "billion laughs": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
}


SLOW = ("300,000 mappings", "100,000 keys", "500,000 entries")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=pytest.mark.slow if name in SLOW else ())
        for name, text in HOSTILE.items()
    ],
)
def test_hostile_text_is_refused_in_little_memory(text: str) -> None:
    tracemalloc.start()
    try:
        document, problems = read_yaml(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert document is None
    assert 1 <= len(problems) <= 101
    assert max(len(str(problem)) for problem in problems) < 300
    assert peak < 50_000_000


def test_many_keys_are_read() -> None:
    document = read("".join(f"key-{n}: {n}\n" for n in range(50_000)))
    assert isinstance(document.data, dict)
    assert len(document.data) == 50_000
    assert document.line_of(["key-49999"]) == 50_000
