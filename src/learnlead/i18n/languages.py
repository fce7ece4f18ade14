"""Which languages there are, shipped or in the workspace, and what each of their files holds.

A workspace's own are handed in by an adapter, and checked when they are first asked for. Lists of
words come of one language, or of all together, since people write in several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Final, ParamSpec, TypeVar

from learnlead.errors import LearnleadError, Problem
from learnlead.text.problem_text import did_you_mean, quoted
from learnlead.text.yaml_document import Tree, YamlDocument

ORIGINAL: Final = "en"
"""The language that every other is held against; what is missing in one is taken from it."""

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
"""The name of a language, which is that of its folder: `de`, `de-AT`."""

Area = Mapping[str, Tree]
"""What one file holds, by key."""


@cache
def shipped_languages() -> tuple[str, ...]:
    """Their names, the original first."""
    folders = (entry.name for entry in files(__package__).iterdir() if entry.is_dir())
    others = {name for name in folders if LANGUAGE.fullmatch(name)} - {ORIGINAL}
    return (ORIGINAL, *sorted(others))


@cache
def shipped_areas() -> tuple[str, ...]:
    """The names of the files that a language may have, without their ending."""
    folders = [files(__package__).joinpath(language) for language in shipped_languages()]
    names = {entry.name for folder in folders for entry in folder.iterdir()}
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


@cache
def shipped(language: str, area: str) -> Area:
    """What a file of a shipped language holds; nothing where it has none."""
    from learnlead.text.yaml_reader import read_yaml

    file = files(__package__).joinpath(language, f"{area}.yaml")
    if language not in shipped_languages() or not file.is_file():
        return {}
    document, problems = read_yaml(file.read_text(encoding="utf-8"), file=f"{language}/{area}.yaml")
    if document is None:
        raise ValueError("\n".join(map(str, problems)))
    return document.keys


OWN_FOLDER: Final = "languages"
"""The folder of a workspace in which each of its languages has a folder."""

OwnFiles = Mapping[str, Mapping[str, str]]
"""By language, and by the name of a file such as `page.yaml`, its text."""

P = ParamSpec("P")
T = TypeVar("T")

_caches: Final[list[Callable[[], None]]] = []


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """As `functools.cache`, but only until `use_own_languages` is called."""
    cached = cache(function)
    _caches.append(cached.cache_clear)
    return cached  # type: ignore[return-value]  # functools does not say what it takes


class _Source:
    """Where own languages are read; there are none until somebody says so."""

    read: Callable[[], OwnFiles] = staticmethod(dict)


def use_own_languages(read: Callable[[], OwnFiles]) -> None:
    """Use the languages that the function reads; it is called once, when they are needed first."""
    _Source.read = staticmethod(read)
    for forget in _caches:
        forget()


@remembered
def own_languages() -> Mapping[str, Mapping[str, Area]]:
    """By language and by area, what its files hold.

    Raises:
        LearnleadError: something is wrong in one of the files (exit 2).
    """
    areas_by_language: dict[str, dict[str, Area]] = {}
    problems: list[Problem] = []
    for language, texts in _Source.read().items():
        areas = areas_by_language.setdefault(language, {})
        for name, text in texts.items():
            area, wrong = _read(text, name, f"{OWN_FOLDER}/{language}/{name}")
            problems += wrong
            areas[name.removesuffix(".yaml")] = area
    if problems:
        raise LearnleadError(*problems)
    return areas_by_language


def _read(text: str, name: str, file: str) -> tuple[Area, list[Problem]]:
    from learnlead.text.yaml_reader import read_yaml

    area = name.removesuffix(".yaml")
    if area not in shipped_areas():
        names = ", ".join(f"{known}.yaml" for known in shipped_areas())
        remedy = f"take it out, or name it like one of {names}"
        return {}, [Problem("no language has a file of this name", remedy, file)]
    document, problems = read_yaml(text, file=file)
    if document is None:
        return {}, problems
    if document.data is not None and not isinstance(document.data, dict):
        return {}, [Problem("this file is no list of keys", "write 'key: text' lines", file, 1)]
    return document.keys, list(_faults(document, area, file))


def _faults(document: YamlDocument, area: str, file: str) -> Iterator[Problem]:
    """What is wrong with each key: one that no shipped language has, or a value of another kind."""
    known: dict[str, Tree] = {}
    for language in reversed(shipped_languages()):
        known.update(shipped(language, area))
    for key, value in document.keys.items():
        line = document.line_of_key(key)
        if key not in known:
            remedy = did_you_mean(key, list(known)) or f"the keys are those of {ORIGINAL}/{area}"
            yield Problem(f"{quoted(key)} is none of the keys of {area}.yaml", remedy, file, line)
        elif type(value) is not type(known[key]):
            kind = _kind_of(known[key])
            yield Problem(f"{quoted(key)} must be {kind}", f"write {kind}", file, line)
        elif isinstance(value, str) and (fault := _fault_of_gaps(value, str(known[key]))):
            yield Problem(f"{quoted(key)} {fault[0]}", fault[1], file, line)


def _kind_of(value: Tree) -> str:
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "'key: text' lines, indented"


def _fault_of_gaps(text: str, original: str) -> tuple[str, str] | None:
    """What is wrong with the gaps in braces, and what to do; None where nothing is."""
    allowed = gaps_in(original)
    try:
        gaps = gaps_in(text)
    except ValueError:
        return "has a brace that is not closed", "write {{ or }} for a brace itself"
    if gaps <= allowed:
        return None
    names = ", ".join(f"{{{gap}}}" for gap in sorted(allowed)) or "none"
    return f"has a gap that the original has not: {{{min(gaps - allowed)}}}", f"there are: {names}"


def gaps_in(text: str) -> set[str]:
    """The names in braces, in whose place the program puts something.

    Raises:
        ValueError: a brace is not closed.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@remembered
def languages() -> tuple[str, ...]:
    """All, the original first, then the other shipped ones, then the workspace's own.

    Raises:
        LearnleadError: something is wrong in a file of the workspace's own (exit 2).
    """
    return tuple(dict.fromkeys((*shipped_languages(), *own_languages())))


def language_that_serves(wanted: str, among: Iterable[str] | None = None) -> str | None:
    """The language itself, or of `de-AT` that of all countries, `de`; None where there is none.

    `among`: the languages there are; by default all that have sentences.
    """
    known = {language.lower(): language for language in (languages() if among is None else among)}
    small = wanted.replace("_", "-").lower()
    return known.get(small) or known.get(small.partition("-")[0])


@remembered
def area_of(language: str, area: str) -> Area:
    """What a file of the language holds: the workspace's own keys before the shipped ones."""
    return {**shipped(language, area), **own_languages().get(language, {}).get(area, {})}


@remembered
def area_with_original(language: str, area: str) -> Area:
    """The same, and what is missing in the language from `de` for `de-AT`, then from English."""
    wider = language.partition("-")[0]
    return {**shipped(ORIGINAL, area), **area_of(wider, area), **area_of(language, area)}


@remembered
def words_of(language: str, area: str, key: str) -> tuple[str, ...]:
    """The words of a list, in order; none where the language has no such list."""
    words = area_of(language_that_serves(language) or language, area).get(key)
    if isinstance(words, list):
        return tuple(phrase for phrase in words if isinstance(phrase, str))
    return tuple(words.split()) if isinstance(words, str) else ()


@remembered
def words_of_all(area: str, key: str) -> frozenset[str]:
    """The words of that list in all languages."""
    return frozenset(word for language in languages() for word in words_of(language, area, key))


@remembered
def stop_words() -> frozenset[str]:
    """Words of all languages about nothing, in small letters, with a straight apostrophe."""
    return words_of_all("stop-words", "stop-words")


@remembered
def stop_words_of(language: str) -> frozenset[str]:
    """Those of one language; the English ones where it has none."""
    own = words_of(language, "stop-words", "stop-words")
    return frozenset(own or words_of(ORIGINAL, "stop-words", "stop-words"))
