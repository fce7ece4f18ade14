"""Whether it all fits into one bundle: what is written must be readable again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from learnlead.coaching.bundle import Content
from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.limits import BUNDLE_AT_MOST, FILE_AT_MOST

_REMEDY = "choose a shorter time with --from and --to, or fewer lines"


def within_one_bundle(**parts: Any) -> Content:
    """The content of these parts.

    Raises:
        LearnleadError: there are more lines of a kind than a bundle may hold.
    """
    try:
        return Content(**parts)
    except ValidationError as error:
        if any(one["type"] != "too_long" for one in error.errors(include_input=False)):
            raise
        message = "these are more lines than one bundle may hold"
        raise LearnleadError(Problem(message, _REMEDY)) from None


def fits_in_one_bundle(files: Mapping[str, bytes]) -> None:
    """Whether the files may be read again by whoever is given them.

    Raises:
        LearnleadError: one of them is too large, or all together are.
    """
    sizes = [len(raw) for raw in files.values()]
    if max(sizes) > FILE_AT_MOST or sum(sizes) > BUNDLE_AT_MOST:
        raise LearnleadError(Problem("these are larger texts than one bundle may hold", _REMEDY))
