"""YAML from anybody, read in one pass over its events as texts with their lines."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from learnlead.errors import Problem
from learnlead.text.clean import harmless, refused_character
from learnlead.text.problem_text import quoted
from learnlead.text.yaml_document import MOST_PROBLEMS, Place, Tree, YamlDocument
from learnlead.text.yaml_errors import DEEPEST, TOO_DEEP, in_plain_words

__all__ = ["Tree", "YamlDocument", "read_yaml"]


def read_yaml(
    text: str,
    *,
    limit: int = 1_000_000,
    first_line: int = 1,
    file: str | None = None,
    in_part: bool = False,
) -> tuple[YamlDocument | None, list[Problem]]:
    """Read YAML that may be hostile; everything wrong with it comes back at once.

    Refused are more than `limit` bytes of UTF-8, control characters, more than 20 levels, anchors,
    aliases, tags, keys that are not one text, keys that stand twice, and a second document. Every
    scalar is text (`no`, `12:30` and `01234567` stay what was written).

    Args:
        text: the whole YAML text; a byte order mark before it is left out.
        limit: in bytes.
        first_line: the line of the file on which the text begins. Lines end at LF alone.
        file: how problems name the file.
        in_part: whether a document comes back with its problems where its structure is sure, as
            with a key that stands twice (the first one counts); for who has more to find in it.

    Returns:
        The document and no problem, or None and at least one.
    """
    if len(text) > limit or len(text.encode(errors="surrogatepass")) > limit:
        message = f"this is too long to be read: more than {limit:,} bytes of YAML"
        return None, [Problem(message, "make it shorter", file, first_line)]
    text = text.removeprefix("\ufeff")
    if refused_character(text):
        return None, _refused_characters(text, first_line, file)

    walk = Walk(text, first_line=first_line, file=file)
    walk.to_the_end()
    readable = not walk.problems or (in_part and walk.ended)
    return (YamlDocument(walk.data, walk.place) if readable else None), walk.problems


def _refused_characters(text: str, first_line: int, file: str | None) -> list[Problem]:
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), first_line):
        if refused := refused_character(line):
            message = f"this line holds {refused}"
            problems.append(Problem(message, "delete that character", file, number))
            if len(problems) == MOST_PROBLEMS:
                break
    return problems


MOST_ENTRIES = 50_000
"""In lists and mappings together: hundreds of times a usual file, read within a second."""

_TEXT_TO_US = "\u2028\u2029\ufffe\uffff"
"""YAML 1.1 ends lines at the first two and refuses the others; here all four are plain text."""


@dataclass(slots=True)
class _OpenList:
    """A list that has not ended yet."""

    data: list[Tree]
    places: list[Place | int]


@dataclass(slots=True)
class _OpenMapping:
    """A mapping that has not ended yet; `key` is the one whose value comes next."""

    data: dict[str, Tree]
    places: dict[str, Place | int]
    key: str | None = None
    key_line: int = 0


class Walk:
    """The walk and its results: `data` and `place`, which count only without `problems`.

    Where it `ended`, and was not broken off, they are what there is besides the problems.
    """

    def __init__(self, text: str, *, first_line: int, file: str | None) -> None:
        self.data: Tree = None
        self.place: Place | int = first_line
        self.problems: list[Problem] = []
        self.ended = False
        self._lines = _Lines(text, first_line)
        self._text = text
        self._file = file
        self._open: list[_OpenList | _OpenMapping] = []
        self._entries = 0
        self._there, self._back = _stand_ins(text)

    def to_the_end(self) -> None:
        """Walk to the end, to an error of syntax, or to where going on has no point."""
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        text = self._text.translate(self._there) if self._there else self._text
        index = documents = 0
        try:
            for event in yaml.parse(text, Loader=loader):
                index = event.start_mark.index if event.start_mark else index
                documents += isinstance(event, yaml.DocumentStartEvent)
                self._take(event, index)
                if enough := self._enough(documents):
                    self._note(index, *enough)
                    break
            else:
                self.ended = True
        except yaml.MarkedYAMLError as error:
            self._note(*in_plain_words(error, self._text))
        except (yaml.YAMLError, ValueError, OverflowError):
            # Without libyaml an escape such as "\UFFFFFFFF" ends here.
            message = "a character or an escape in this line or below is none that can be read"
            self._note(index, message, "write the character itself, or leave it out")

    def _enough(self, documents: int) -> tuple[str, str] | None:
        """Why the walk stops before the end, and what to do about it."""
        if documents > 1:
            return "a second document begins here", "keep one in a file"
        if len(self._open) > DEEPEST:
            return TOO_DEEP
        if self._entries > MOST_ENTRIES:
            return f"there are more than {MOST_ENTRIES:,} entries", "make it shorter"
        if len(self.problems) >= MOST_PROBLEMS:
            return "there may be more problems from here on", "mend those above first"
        return None

    def _take(self, event: yaml.Event, index: int) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._refuse_signs(event, index)
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, index), index)
        elif isinstance(event, yaml.AliasEvent):
            self._add("", index)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, index)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _refuse_signs(self, event: yaml.NodeEvent, index: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            sign, meaning = f"*{event.anchor}", "a copy of something marked elsewhere (an alias)"
        elif event.anchor is not None:
            sign, meaning = f"&{event.anchor}", "a mark to copy from (an anchor)"
        elif getattr(event, "tag", None) is not None:
            sign, meaning = "!", "a type of data (a tag)"
        else:
            return
        self._note(
            index,
            f"{quoted(sign)} stands for {meaning}, which is not read here",
            "put a text that begins like this in quotes, or write the value out",
        )

    def _scalar(self, event: yaml.ScalarEvent, index: int) -> Tree:
        value: str = event.value
        if not value and not event.style:
            return None
        if event.style == '"' and (refused := refused_character(value)):
            self._note(index, f"an escape here stands for {refused}", "take the escape out")
            return harmless(value)  # so that nobody says the same again
        return value.translate(self._back) if self._back else value

    def _begin(self, event: yaml.CollectionStartEvent, index: int) -> None:
        opened: _OpenList | _OpenMapping
        is_list = isinstance(event, yaml.SequenceStartEvent)
        opened = _OpenList([], []) if is_list else _OpenMapping({}, {})
        place = Place(0, opened.places)
        place.line = self._add(opened.data, index, place)
        self._open.append(opened)

    def _add(self, node: Tree, index: int, place: Place | None = None) -> int:
        """Put a node where it belongs; the line by which it is known, for a value its key's."""
        line = self._lines.at(index)
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.data, self.place = node, place or line
        elif isinstance(parent, _OpenList):
            self._entries += 1
            parent.data.append(node)
            parent.places.append(place or line)
        elif parent.key is None:
            parent.key, parent.key_line = self._key(node, parent, index), line
        else:
            self._entries += 1
            line = parent.key_line
            parent.data.setdefault(parent.key, node)
            parent.places.setdefault(parent.key, place or line)
            parent.key = None
        return line

    def _key(self, node: Tree, parent: _OpenMapping, index: int) -> str:
        if not isinstance(node, str):
            what = "nothing" if node is None else "a list or mapping"
            self._note(index, f"{what} stands where a key belongs", "write a word as the key")
            return ""
        if (first := parent.places.get(node)) is not None:
            line = first if isinstance(first, int) else first.line
            message = f"the key {quoted(node)} stands twice, here and in line {line}"
            self._note(index, message, "keep one of the two")
        return node

    def _note(self, index: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(message, remedy, self._file, self._lines.at(index)))


class _Lines:
    """The line of an index; asked mostly in rising order, so it counts on from the last one.

    The line of the parser's mark will not do: YAML ends lines at other characters too.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._index = 0
        self._line = first_line

    def at(self, index: int) -> int:
        """The line in the file."""
        if index >= self._index:
            self._line += self._text.count("\n", self._index, index)
        else:
            self._line -= self._text.count("\n", index, self._index)
        self._index = index
        return self._line


def _stand_ins(text: str) -> tuple[dict[int, str], dict[int, str]]:
    """How to put private characters that the text does not use for `_TEXT_TO_US`, and back."""
    if not any(c in text for c in _TEXT_TO_US):
        return {}, {}
    used = set(text)
    free = (c for c in map(chr, range(0x10F000, 0x10FFFE)) if c not in used)
    pairs = list(zip(_TEXT_TO_US, free, strict=False))
    return {ord(c): s for c, s in pairs}, {ord(s): c for c, s in pairs}
