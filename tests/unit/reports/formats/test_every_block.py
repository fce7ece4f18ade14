"""A report with every kind of block in each format, beside golden files in tests/golden/blocks.

After a change that is meant, write them anew and read the difference:
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/unit/reports/formats/test_every_block.py`.
"""

from __future__ import annotations

import re

import pytest

from golden_files import check_golden
from learnlead.reports.document import Document
from learnlead.text.cells import cells
from unit.reports.formats.every_block import EVERY_BLOCK, SEVERAL
from unit.reports.laid_out import laid_out

pytestmark = pytest.mark.core

REPORTS = {"every-block": EVERY_BLOCK, "several": SEVERAL}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("form", ["text", "plain"])
def test_as_lines(form: str, width: int, name: str) -> None:
    text = laid_out(REPORTS[name], form, width=width)
    check_golden(f"blocks/{name}-{width}-{form}.txt", text)
    assert max(map(cells, text.splitlines())) <= width
    assert text == "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("name", REPORTS)
def test_as_markdown(name: str) -> None:
    check_golden(f"blocks/{name}.md", laid_out(REPORTS[name], "markdown"))


@pytest.mark.parametrize("name", REPORTS)
def test_as_a_page(name: str) -> None:
    _, _, body = laid_out(REPORTS[name], "html").partition("<body>")
    lines = (line.strip() for line in re.sub(r"(?<=>)(?=<)", "\n", body).splitlines())
    check_golden(f"blocks/{name}.html", "".join(f"{line}\n" for line in lines if line))


@pytest.mark.parametrize("form", ["text", "plain", "markdown", "html"])
def test_what_is_folded_away_stands_in_no_other_format(form: str) -> None:
    text = laid_out(SEVERAL, form)
    assert ("Every value" in text) == (form == "html")


@pytest.mark.parametrize("form", ["text", "plain", "markdown", "html"])
def test_a_report_of_nothing_is_a_title(form: str) -> None:
    assert "Together" in laid_out(Document((), title="Together"), form) or form in ("text", "plain")
