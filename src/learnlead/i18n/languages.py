"""Which languages there are, shipped or in the workspace, and what each of their files holds."""

from __future__ import annotations

from learnlead.i18n.data import ORIGINAL, Area, shipped, shipped_languages
from learnlead.i18n.own import own_languages, remembered


@remembered
def languages() -> tuple[str, ...]:
    """All, the original first, then the other shipped ones, then the workspace's own.

    Raises:
        LearnleadError: something is wrong in a file of the workspace's own (exit 2).
    """
    return tuple(dict.fromkeys((*shipped_languages(), *own_languages())))


def language_that_serves(wanted: str) -> str | None:
    """The language itself, or of `de-AT` that of all countries, `de`; None where there is none."""
    known = {language.lower(): language for language in languages()}
    small = wanted.lower()
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
