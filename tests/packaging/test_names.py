"""What a variable holds, its name says: words that could name anything name nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import learnlead

SOURCE = Path(learnlead.__file__).parent
EMPTY_WORDS = {"one", "found", "said", "given", "told", "around", "desk", "shelf", "ear"}


def bindings(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a module binds, with its line; attributes and keyword arguments are uses."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                yield name, node.lineno
            case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                yield name, node.lineno
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                for alias in aliases:
                    yield alias.asname or alias.name, node.lineno


def test_no_name_is_an_empty_word() -> None:
    offenders = [
        f"{path.relative_to(SOURCE)}:{line}: {name}"
        for path in sorted(SOURCE.rglob("*.py"))
        for name, line in bindings(ast.parse(path.read_text(encoding="utf-8")))
        if name in EMPTY_WORDS
    ]
    assert not offenders, "\n".join(offenders)
