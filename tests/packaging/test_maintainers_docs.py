"""What the docs say of this repository is so: their paths exist, and their lines fit the width."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

TOP = Path(__file__).parents[2]
SOURCE = TOP / "src" / "learnlead"
DOCS = [
    *sorted(TOP.glob("*.md")),
    *sorted((TOP / "docs").rglob("*.md")),
]
FENCE = re.compile(r"^( *)(```+|~~~+).*?^\1\2 *$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
OURS = {"src", "tests", "docs", "tools", "benchmarks", "requirements"}
"""Folders that no workspace has: docs for users name files of a workspace as well."""

OF_MAINTAINERS = OURS | {
    path.name for root in (TOP, SOURCE) for path in root.iterdir() if path.is_dir()
}
MADE_BY_A_USER = ("records/", "journals/DATE")
"""In a user's workspace, not here."""


def shown(file: Path) -> str:
    return file.relative_to(TOP).as_posix()


def prose(file: Path) -> str:
    return FENCE.sub("", file.read_text(encoding="utf-8"))


def test_no_line_is_longer_than_100_letters() -> None:
    """Tables and code apart."""
    long = [
        f"{shown(file)}: {line}"
        for file in DOCS
        for line in prose(file).splitlines()
        if len(line) > 100 and not re.match(r"\||    ", line)
    ]
    assert long == []


def test_every_link_leads_to_a_file() -> None:
    missing = [
        f"{shown(file)}: {link}"
        for file in DOCS
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", CODE.sub("", prose(file)))
        if ":" not in link and not (file.parent / link).exists()
    ]
    assert missing == []


def paths_in(file: Path) -> list[str]:
    """What stands as code and begins with a folder of the repository or of the program."""
    for_users = file.parent == TOP / "docs" and file.name != "glossary.md"
    for_users = for_users or file.name in {"README.md", "CHANGELOG.md", "SECURITY.md"}
    folders = OURS if for_users else OF_MAINTAINERS
    words = (word for span in CODE.findall(prose(file)) for word in span.split())
    paths = (word.rstrip(",;:").split("::")[0] for word in words)
    return [
        path
        for path in paths
        if "/" in path
        and path.split("/")[0] in folders
        and not path.startswith(MADE_BY_A_USER)
        and not re.search(r"[A-Z]{2,}", path.replace("README", ""))
    ]


def test_every_path_exists() -> None:
    missing = [
        f"{shown(file)}: {path}"
        for file in DOCS
        for path in paths_in(file)
        if not any(any(root.glob(path.rstrip("/"))) for root in (TOP, SOURCE))
    ]
    assert missing == []


def test_every_module_named_alone_exists() -> None:
    modules = {path.name for folder in (SOURCE, TOP / "tests") for path in folder.rglob("*.py")}
    pages = (file for file in DOCS if file.parent != TOP / "docs")
    named = {name for file in pages for name in re.findall(r"`([a-z_]+\.py)`", prose(file))}
    assert named - modules == set()


def test_every_page_that_the_code_names_exists() -> None:
    code = [path for folder in ("src", "tests", "tools") for path in (TOP / folder).rglob("*.py")]
    named = {
        page
        for path in code
        for page in re.findall(r"\bdocs/[\w/-]+\.md", path.read_text(encoding="utf-8"))
    }
    assert [page for page in sorted(named) if not (TOP / page).exists()] == []


def test_every_term_is_called_so_in_the_code() -> None:
    glossary = (TOP / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|.*\| (.+?) \|$", glossary, re.MULTILINE)
    terms = [term for term, _ in rows if term != "term"]
    assert len(terms) == len(set(terms))
    for name, path in re.findall(r"`(\w+(?:\.\w+)?)` in `([\w/.]+)` \|$", glossary, re.MULTILINE):
        text = (SOURCE / path).read_text(encoding="utf-8")
        for part in name.split("."):
            assert re.search(
                rf"^\s*(?:class|def) {part}\b|^\(?\s*{part}\b.*[:=]", text, re.MULTILINE
            ), f"{name} is not in {path}"


def test_every_decision_is_in_the_index() -> None:
    folder = TOP / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[\d{4}\]\((.+?)\)", index, re.MULTILINE) == files
    for number, name in enumerate(files, 1):
        text = (folder / name).read_text(encoding="utf-8")
        assert name.startswith(f"{number:04}-")
        assert re.match(rf"# {number:04}\. .+\n\nDate: \d{{4}}-\d\d-\d\d\. Status: \S", text)


def test_the_map_has_the_layers_in_their_order() -> None:
    """Those that import-linter holds; each folder may import those in the rows below its own."""
    config = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    page = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = page.partition("| folder | what lives there | may also import |\n")[2].partition(
        "\n\n"
    )[0]
    rows = re.findall(r"^\| `(\w+)", table, re.MULTILINE)
    assert list(dict.fromkeys(rows)) == [
        name for layer in layers for name in layer.split(" | ") if name != "__main__"
    ]
