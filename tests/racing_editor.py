"""An editor that saves one file again and again, and looks whether each of its saves stays.

Run as a program: FILE, how it saves (`by-rename`, `in-place`), how often. Every save is a text of
its own. Once it is saved, the file must hold that text, with or without what the program adds to
it; a text that is not there, and does not come back, was written over. It prints how many were.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

A_MOMENT = 0.001
GIVEN_UP_AFTER = 2.0


def save(path: Path, text: str, how: str) -> None:
    if how == "in-place":
        with path.open("w", encoding="utf-8") as file:
            file.write(text)
        return
    other = path.with_name(f"{path.name}.editor")
    other.write_text(text, encoding="utf-8")
    os.replace(other, path)  # noqa: PTH105 - what editors do


def stays(path: Path, text: str) -> bool:
    until = time.monotonic() + GIVEN_UP_AFTER
    while time.monotonic() < until:
        if path.read_text(encoding="utf-8").startswith(text):
            return True
        time.sleep(A_MOMENT)
    return False


def main(file: str, how: str, saves: str) -> None:
    path = Path(file)
    lost = 0
    for number in range(int(saves)):
        text = f"save {number}\n"
        save(path, text, how)
        time.sleep(A_MOMENT)
        lost += not stays(path, text)
    print(lost)


if __name__ == "__main__":
    main(*sys.argv[1:])
