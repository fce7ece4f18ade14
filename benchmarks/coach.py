"""A coach's review of a few bundles and of many: what each more costs in time and in memory.

Every bundle is a year of 52 pages with everything ticked. All are the same year under other names,
for what one holds does not matter to the others. They are not signed: their names are changed
after the signing, and checking a signature is a run of ssh-keygen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from measuring import PROGRAMS, Command, in_turn, judge, world
from pages import write_workspace

TODAY = "2026-11-20"
FEW, MANY = 20, 200
PAGES = 52
SECONDS_BAR = 15.0
MEMORY_BAR = 1.25
FORMS = ("text", "html", "json")
TICKED = "moments,evidence,insights,obstacles,ratings,pages,plans,look-backs,heard,themes"


def write_bundles(top: Path) -> None:
    """Let the program export one year, and give it to many leaders of other names."""
    write_workspace(top / "workspace", pages=PAGES, days_apart=7)
    output = top / "one.zip"
    learnlead = str(PROGRAMS / "learnlead")
    argv = [
        learnlead,
        "export",
        "--output",
        str(output),
        "--yes",
        "--names",
        "stay",
        "--include",
        TICKED,
    ]
    env = world(top / "home", TODAY)
    subprocess.run(argv, cwd=top / "workspace", env=env, check=True, capture_output=True)
    with zipfile.ZipFile(output) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for number in range(MANY):
        _write(top / f"{number:03}.zip", files, number)


def _write(path: Path, year: dict[str, bytes], number: int) -> None:
    files = {name: raw for name, raw in year.items() if name != "manifest.json.sig"}
    manifest = json.loads(files.pop("manifest.json"))
    del manifest["id"]
    manifest["leader"] = {"id": f"{number:032x}", "name": f"Leader {number}"}
    words = json.dumps(manifest, sort_keys=True, separators=(",", ":"))
    manifest["id"] = hashlib.sha256(words.encode()).hexdigest()[:32]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in (files | {"manifest.json": json.dumps(manifest).encode()}).items():
            archive.writestr(name, raw)


def review(top: Path, form: str, bundles: int) -> Command:
    """What is measured; `json` and `html` go to a file, the text to stdout."""
    paths = [top / f"{number:03}.zip" for number in range(bundles)]
    output: list[str | Path] = [] if form == "text" else ["--output", top / f"out.{form}"]
    learnlead: list[str | Path] = [PROGRAMS / "learnlead", "coach", "review"]
    argv = [*learnlead, *paths, "--format", form, *output]
    return Command(f"{form} {bundles}", argv, top)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    holds = []
    print("| form | bundles | takes | peak | bundles | takes | peak |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "home").mkdir()
        with multiprocessing.get_context("spawn").Pool(1) as other:  # keeps this process small
            other.apply(write_bundles, (top,))
        for form in FORMS:
            commands = [review(top, form, bundles) for bundles in (FEW, MANY)]
            found = in_turn(commands, runs=options.runs, env=world(top / "home", TODAY))
            few, many = (found[command.name] for command in commands)
            print(
                f"| {form} | {FEW} | {few.median:.2f} s | {few.peak_mb:.0f} MB "
                f"| {MANY} | {many.median:.2f} s | {many.peak_mb:.0f} MB |",
                flush=True,
            )
            holds.append((form, few, many))
    print()
    judged = [
        one
        for form, few, many in holds
        for one in (
            judge(f"{MANY} bundles as {form}", many.median, SECONDS_BAR, "s"),
            judge(f"peak memory, {MANY} / {FEW}, {form}", many.peak_mb / few.peak_mb, MEMORY_BAR),
        )
    ]
    return 0 if all(judged) else 1


if __name__ == "__main__":
    sys.exit(main())
