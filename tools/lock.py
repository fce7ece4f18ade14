"""Writes requirements/ anew: what `tools/venv.sh` installs, to the byte.

A file a purpose, each with the newest versions that the ranges of pyproject.toml admit and the
hashes of all their files, for every Python from the oldest we support on, every system and every
processor. The purposes share an environment, so each file agrees with those before it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
UV = Path(sys.executable).with_name("uv")


def main() -> None:
    """Write all of them, or, when there is no answer to the ranges, none."""
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder)
        use = lock(new / "use.txt")
        test = lock(new / "test.txt", "--group=test", agrees_with=use)
        system = lock(new / "test-system.txt", "--group=test-system", agrees_with=test)
        lock(new / "benchmark.txt", "--group=benchmark", agrees_with=system)
        lock(new / "release.txt", "--group=release", agrees_with=test)
        lowest = lock(new / "lowest-of-ours.txt", "--resolution=lowest-direct", built_by="")
        lock(new / "lowest.txt", "--group=test", agrees_with=lowest)
        lowest.unlink()
        for file in sorted(new.iterdir()):
            (CHECKOUT / "requirements" / file.name).write_bytes(file.read_bytes())
            print(f"requirements/{file.name}")


def lock(
    file: Path, *options: str, agrees_with: Path | None = None, built_by: str | None = None
) -> Path:
    """Write one file: the run-time dependencies, those of the options, and what builds us."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    oldest_python = project["project"]["requires-python"].removeprefix(">=")
    if built_by is None:
        built_by = "\n".join(project["build-system"]["requires"])
    command = [
        *(str(UV), "pip", "compile", "pyproject.toml", "-", *options, f"--output-file={file}"),
        *("--universal", f"--python-version={oldest_python}"),
        *("--generate-hashes", "--no-annotate", "--custom-compile-command=make lock"),
        *("--no-emit-index-url", "--no-emit-find-links", "--quiet"),
    ]
    if agrees_with is not None:
        command.append(f"--constraint={agrees_with}")
    subprocess.run(command, input=built_by, text=True, cwd=CHECKOUT, check=True)
    return file


if __name__ == "__main__":
    main()
