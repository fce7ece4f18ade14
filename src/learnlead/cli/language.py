"""Which language a sitting is asked in: an option, the workspace's settings, the locale."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
