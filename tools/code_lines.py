"""How many lines of code there are: no blank lines, no comments, no docstrings.

`python tools/code_lines.py [FOLDER]...`, by default `src`.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path

_NO_CODE = {
    *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT),
    *(tokenize.ENCODING, tokenize.ENDMARKER),
}


def code_lines(source: str) -> int:
    """The lines of a Python source on which code stands."""
    lines = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in _NO_CODE
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(ast.parse(source)):
        # A text alone is a docstring, also that of a variable, which stands below it.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def main() -> None:
    """Print the sum for each folder."""
    for folder in sys.argv[1:] or ["src"]:
        files = sorted(Path(folder).rglob("*.py"))
        total = sum(code_lines(file.read_text(encoding="utf-8")) for file in files)
        print(f"{folder}: {total} lines of code in {len(files)} files")


if __name__ == "__main__":
    main()
