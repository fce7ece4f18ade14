"""YAML from anybody, read as texts with their lines; hostile until shown otherwise."""

from __future__ import annotations

from learnlead.errors import Problem
from learnlead.plaintext.clean import refused_character
from learnlead.plaintext.document import MOST_PROBLEMS, Tree, YamlDocument

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

    from learnlead.plaintext.yaml_walk import Walk

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
