"""Ways to break the safe write on purpose: the harness must find each."""

from __future__ import annotations

import os
from typing import Any

from faults.windows import become_windows
from learnlead.adapters.disk.files import safe_update, safe_write, sync, temporaries


class _WithoutForce:
    """`os`, but that nothing is forced to the disk."""

    def __getattr__(self, name: str) -> Any:
        return (lambda _: None) if name == "fsync" else getattr(os, name)


def nothing_is_forced() -> None:
    """Neither contents nor names."""
    vars(sync)["os"] = _WithoutForce()


def folders_are_not_forced() -> None:
    """Contents are, names are not."""
    vars(safe_write)["force_folder"] = lambda _: None
    vars(safe_update)["force_folder"] = lambda _: None


def temporaries_are_forgotten() -> None:
    """A temporary is not taken away at its end."""
    temporaries.TemporaryFile.__exit__ = lambda temporary, *_: temporary.close()  # type: ignore[method-assign]  # on purpose


def strays_stay() -> None:
    """What a killed run has left is not taken away by the next one."""
    vars(safe_update)["clean_locked"] = lambda _: None
    vars(safe_write)["clean_if_free"] = lambda _: None
    vars(temporaries)["clean_locked"] = lambda _: None


def written_in_place() -> None:
    """A file is written over where it lies."""

    def put(path: Any, content: Any, mode: int) -> None:
        with open(path, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())

    vars(safe_write)["_put"] = put


def drafts_keep_their_words() -> None:
    """A draft that cannot be removed is left as it is."""

    def refused(path: Any, _: bytes) -> None:
        raise PermissionError(path)

    vars(safe_write)["blank"] = refused


SABOTAGES = {
    "nothing is forced": nothing_is_forced,
    "folders are not forced": folders_are_not_forced,
    "temporaries are forgotten": temporaries_are_forgotten,
    "strays stay": strays_stay,
    "written in place": written_in_place,
    "drafts keep their words": drafts_keep_their_words,
    "windows": become_windows,  # breaks nothing, and must change nothing
}
