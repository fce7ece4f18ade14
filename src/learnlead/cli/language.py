"""Which language a sitting is asked in: an option, the workspace's settings, the locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric

_LOCALE = re.compile(r"([a-z]{2,3})(?:[_-]([A-Za-z]{2}))?(?:[.@].*)?")


def of_locale(environ: Mapping[str, str]) -> str | None:
    """The language of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set, such as `de-AT`.

    None where none is, and for `C` and `POSIX`.
    """
    said = next((one for name in _NAMES if (one := environ.get(name))), "")
    found = _LOCALE.fullmatch(said)
    if found is None:
        return None
    return found[1] if found[2] is None else f"{found[1]}-{found[2].upper()}"


_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen(wanted: str | None, there_are: list[str]) -> str | None:
    """The one of those languages that is meant: `de` serves `de-AT`, too; None if there is none."""
    known = {one.lower(): one for one in there_are}
    asked = (wanted or "").replace("_", "-").lower()
    return known.get(asked) or known.get(asked.partition("-")[0])


class LanguageWanted:
    """The language that an option or the settings name; what is not there is told once.

    Args:
        option: what `--lang` says; not to have it is an error.
        setting: what `language:` in the settings says; not to have it is worth a warning.
    """

    def __init__(self, option: str | None, setting: str | None) -> None:
        self._option = option
        self._setting = setting
        self._told = False

    def found(self, there_are: Callable[[], list[str]], environ: Mapping[str, str]) -> str | None:
        """The language to ask in, where a rubric has it; None leaves it to each rubric.

        Args:
            there_are: the languages of all rubrics; looked for only where English will not do.
            environ: names the locale, which counts where nothing else is named.

        Raises:
            LearnleadError: `--lang` names one that no rubric has.
        """
        wanted = self._option or self._setting or of_locale(environ)
        if wanted is None:
            return None
        if self._option is None and wanted.partition("-")[0] == "en":
            return "en"
        languages = there_are()
        found = chosen(wanted, languages)
        if found is None and self._option is not None:
            raise LearnleadError(_not_there("no rubric is there", wanted, languages))
        return found or wanted

    def problem(self, rubric: Rubric, languages: Callable[[str], list[str]]) -> Problem | None:
        """A warning that the rubric is in another language than the settings name, once.

        Args:
            rubric: as it was found.
            languages: in which there is a rubric of that id.

        Raises:
            LearnleadError: `--lang` names another one.
        """
        wanted = self._option or self._setting
        if wanted is None or chosen(wanted, [rubric.language]) is not None:
            return None
        problem = _not_there(f"{rubric.id} is not there", wanted, languages(rubric.id))
        if self._option is not None:
            raise LearnleadError(problem)
        if self._told:
            return None
        self._told = True
        return replace(problem, file="learnlead.yaml", severity="warning")


def _not_there(what: str, language: str, there_are: list[str]) -> Problem:
    """Such as `no rubric is there in 'xx'; there are: en, de`."""
    from learnlead.text.problem_text import quoted

    names = ", ".join(there_are)
    remedy = "`--lang` or `language:` takes one of them; docs/languages.md adds one"
    return Problem(f"{what} in the language {quoted(language)}; there are: {names}", remedy)
