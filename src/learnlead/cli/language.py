"""Which language is asked in, and which is spoken: an option, the settings, the locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.languages import language_that_serves, shipped_languages

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric

_LOCALE = re.compile(r"([a-z]{2,3})(?:[_-]([A-Za-z]{2}))?(?:[.@].*)?")


def locale_language(environ: Mapping[str, str]) -> str | None:
    """The language of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set, such as `de-AT`.

    None where none is, and for `C` and `POSIX`.
    """
    locale = next((value for name in _VARIABLES if (value := environ.get(name))), "")
    match = _LOCALE.fullmatch(locale)
    if match is None:
        return None
    return match[1] if match[2] is None else f"{match[1]}-{match[2].upper()}"


_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_to_speak(
    option: str | None, setting: str | None, environ: Mapping[str, str]
) -> str | None:
    """The language of help, problems and reports; None is English, also where it has no sentences.

    Args:
        option: what `--lang` says.
        setting: what `language:` in the settings says.
        environ: names the locale, which counts where nothing else is named.

    Raises:
        LearnleadError: something is wrong in a file of the workspace's own languages (exit 2).
    """
    tag = option or setting or locale_language(environ)
    if tag is None or tag.lower().partition("-")[0] == "en":
        return None
    return language_that_serves(tag)


def refuse_unknown(option: str, languages: Callable[[], list[str]] | None) -> None:
    """Refuse a `--lang` in which nothing is there, whatever the command.

    Args:
        option: what `--lang` says.
        languages: gives those of the workspace; None without one.

    Raises:
        LearnleadError: it is none of them, nor shipped (exit 2).
    """
    shipped = list(shipped_languages())
    if language_that_serves(option, shipped) is None:
        LanguageChoice(option, None).choose(languages or (lambda: shipped), {})


class LanguageChoice:
    """The language that an option or the settings name; one that is missing is warned of once.

    Args:
        option: what `--lang` says; not to have it is an error.
        setting: what `language:` in the settings says; not to have it is worth a warning.
    """

    def __init__(self, option: str | None, setting: str | None) -> None:
        self._option = option
        self._setting = setting
        self._warned = False

    def choose(
        self, list_languages: Callable[[], list[str]], environ: Mapping[str, str]
    ) -> str | None:
        """The language to ask in, where a rubric has it; None leaves it to each rubric.

        Args:
            list_languages: the languages of all rubrics; called unless English is named.
            environ: names the locale, which counts where nothing else is named.

        Raises:
            LearnleadError: `--lang` names one that no rubric has.
        """
        tag = self._option or self._setting or locale_language(environ)
        if tag is None:
            return None
        if self._option is None and tag.partition("-")[0] == "en":
            return "en"
        languages = list_languages()
        language = language_that_serves(tag, languages)
        if language is None and self._option is not None:
            raise LearnleadError(_not_there("no rubric is there", tag, languages))
        return language or tag

    def problem(self, rubric: Rubric, languages: Callable[[str], list[str]]) -> Problem | None:
        """A warning that the rubric is in another language than the settings name, once.

        Args:
            rubric: as it was read.
            languages: gives the languages of the rubric of an id.

        Raises:
            LearnleadError: `--lang` names another one.
        """
        tag = self._option or self._setting
        if tag is None or language_that_serves(tag, [rubric.language]) is not None:
            return None
        problem = _not_there(f"{rubric.id} is not there", tag, languages(rubric.id))
        if self._option is not None:
            raise LearnleadError(problem)
        if self._warned:
            return None
        self._warned = True
        return replace(problem, file="learnlead.yaml", severity="warning")


def _not_there(what: str, language: str, available: list[str]) -> Problem:
    """Such as `no rubric is there in 'xx'; there are: en, de`."""
    from learnlead.text.problem_text import quoted

    names = ", ".join(available)
    remedy = "`--lang` or `language:` takes one of them; docs/languages.md adds one"
    return Problem(f"{what} in the language {quoted(language)}; there are: {names}", remedy)
