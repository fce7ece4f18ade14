"""What the README shows is there: the passages of the year, the commands, the pictures."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from learnlead.cli.app import app
from learnlead.page.page import parse
from learnlead.sitting.fields import own_texts
from reference import commands

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")
MONTHS = "January February March April May June July August September October November December"


def test_its_passages_are_insights_of_the_invented_year_on_their_days() -> None:
    passages = re.findall(r"^> \*\*(\d+) (\w+)\.\*\* (.+?)\\?$", README, re.MULTILINE)
    assert len(passages) >= 3
    for day, month, words in passages:
        number = MONTHS.split().index(month) + 1
        name = f"2026-{number:02}-{int(day):02}-learning-leader.md"
        text = (TOP / "journals" / "examples" / name).read_text(encoding="utf-8")
        page, _ = parse(text, name)
        assert page is not None
        texts = {field.kind: text for field, text in own_texts(page.reflection)}
        assert texts["insight"].strip() == words


def test_its_commands_are_there() -> None:
    known = {names[0] for names, _ in commands(get_command(app)) if names}
    typed = re.findall(r"^    learnlead ([a-z]+)", README, re.MULTILINE)
    assert typed
    assert set(typed) <= known
    targets = (TOP / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^    make ([a-z-]+)", README, re.MULTILINE):
        assert f"\n{target}:" in targets
