"""What lies in the state folder, by the names of its files alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from learnlead.storage.json_file import is_forgotten

_DRAFT: Final = re.compile(r"draft-(.+)\.json")
_FOCUS: Final = re.compile(r"focus-(.+)\.json")
_IN_EDITOR: Final = "editor-*/reflection.md"
_ANSWERS: Final = "text-*/*.md"
_BROKEN: Final = re.compile(r".+\.broken-\d+")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Names in a state folder.

    Attributes:
        files: all of them.
        drafts: the rubrics of which an unfinished sitting waits.
        focuses: those of which a focus waits for the next page.
        in_editor: those of which a page waits that an editor had.
        answers: texts that an editor had, and that are on no page yet; by their path there.
        broken: files that could not be understood, and were set aside for their writer to read.
    """

    files: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    focuses: tuple[str, ...] = ()
    in_editor: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def rubrics(self) -> list[str]:
        """All of which a sitting or a focus waits outside an editor; they may be gone."""
        return sorted({*self.drafts, *self.focuses})


def unfinished(state: Path) -> Unfinished:
    """What lies there; nothing where there is no such folder, or none that can be read."""
    try:
        files = tuple(sorted(e.name for e in state.iterdir() if not is_forgotten(e)))
    except OSError:
        return Unfinished()
    return Unfinished(
        files,
        tuple(found[1] for name in files if (found := _DRAFT.fullmatch(name))),
        tuple(found[1] for name in files if (found := _FOCUS.fullmatch(name))),
        tuple(sorted(page.parent.name.partition("-")[2] for page in state.glob(_IN_EDITOR))),
        tuple(name for name in files if _BROKEN.fullmatch(name)),
        tuple(sorted(str(path.relative_to(state)) for path in state.glob(_ANSWERS))),
    )
