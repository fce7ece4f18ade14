"""learnlead schemas: every shipped schema is listed, and printed as it is."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from running import run


def test_every_schema_is_listed_with_its_title_and_printed() -> None:
    folder = files("learnlead.reports") / "schemas"
    shipped = {file.name.removesuffix(".json"): file for file in folder.iterdir()}
    listed = run("schemas").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(shipped)
    for line in listed:
        name = line.split()[0]
        schema = json.loads(shipped[name].read_text(encoding="utf-8"))
        assert line.endswith(schema["title"])
    printed = run("schemas", "bundle-1", "--output", "bundle.json")
    assert printed.code == 0
    assert Path("bundle.json").read_text() == shipped["bundle-1"].read_text(encoding="utf-8")


def test_an_unknown_schema_is_told_with_the_nearest() -> None:
    ran = run("schemas", "bundel-1")
    assert (ran.code, ran.stdout) == (2, "")
    assert "did you mean bundle-1?" in ran.stderr
