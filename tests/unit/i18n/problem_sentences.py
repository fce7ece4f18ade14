"""Every sentence that a problem may say, read off the source, with `{}` for what is put in."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import learnlead

SOURCE = Path(learnlead.__file__).parent
RAISED = ("Problem", "LearnleadError", "AnswerIsNo", "MachineFailed", "Interrupted", "Stopped")
BEHIND_A_PLACE = {"at": 1, "wrong": 1}
"""Functions that make a problem of a place and then the two sentences: by name, where those are."""
SENTENCES = ("message", "remedy")
"""The two parameters of a problem that hold a sentence, in their order."""


@cache
def problem_sentences() -> dict[str, str]:
    """By sentence, the module that says it."""
    modules = {f.relative_to(SOURCE).as_posix(): ast.parse(f.read_text("utf-8")) for f in _files()}
    returns = _returns(modules.values())
    return {
        sentence: name
        for name, tree in modules.items()
        for sentence in _Module(tree, returns).sentences()
        if any(map(str.isalpha, sentence))
    }


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _returns(trees: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """By the name of a function, what it returns."""
    by_name: dict[str, list[ast.expr]] = defaultdict(list)
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                by_name[node.name] += [
                    part.value
                    for part in ast.walk(node)
                    if isinstance(part, ast.Return) and part.value
                ]
    return by_name


class _Module:
    """One module: what its problems say, followed through names and functions."""

    def __init__(self, tree: ast.Module, returns: dict[str, list[ast.expr]]) -> None:
        self.tree = tree
        self.returns = returns
        self.assigned: dict[str, list[ast.expr]] = defaultdict(list)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        self.assigned[target.id].append(node.value)

    def sentences(self) -> Iterator[str]:
        for call in ast.walk(self.tree):
            if not isinstance(call, ast.Call):
                continue
            name = self._name(call.func)
            first = 0 if name in RAISED else BEHIND_A_PLACE.get(name)
            if first is not None:
                keywords = [k.value for k in call.keywords if k.arg in SENTENCES]
                for part in (*call.args[first : first + 2], *keywords):
                    yield from self._said(part, set())

    def _said(self, part: ast.expr, seen: set[str]) -> Iterator[str]:
        match part:
            case ast.Constant(value=str(text)):
                yield text.replace("{", "{{").replace("}", "}}")
            case ast.JoinedStr(values=values):
                yield "".join(
                    str(v.value).replace("{", "{{").replace("}", "}}")
                    if isinstance(v, ast.Constant)
                    else "{}"
                    for v in values
                )
            case ast.IfExp(body=body, orelse=orelse):
                yield from self._said(body, seen)
                yield from self._said(orelse, seen)
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._said(value, seen)
            case ast.Name(id=name) if name not in seen:
                for value in self.assigned[name]:
                    yield from self._said(value, {*seen, name})
            case ast.Call(func=function) if (name := self._name(function)) not in (*RAISED, *seen):
                for value in self.returns.get(name, ()):
                    yield from self._said(value, {*seen, name})

    def _name(self, function: ast.expr) -> str:
        return getattr(function, "id", "") or getattr(function, "attr", "")
