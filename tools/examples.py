"""Write journals/examples anew: each sitting of docs/invented-year, held on its day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]
ANSWERS = TOP / "docs" / "invented-year"
EXAMPLES = TOP / "journals" / "examples"


def main() -> int:
    """Replace the pages; README.md and learnlead.yaml stay. The exit code of the first failure."""
    for page in EXAMPLES.glob("????-??-??-*.md"):
        page.unlink()
    sittings = sorted(ANSWERS.glob("*.yaml"))
    for sitting in sittings:
        where = ["--workspace", str(EXAMPLES), "--answers", str(sitting)]
        held = subprocess.run(
            [sys.executable, "-m", "learnlead", "reflect", *where],
            env=os.environ | {"LEARNLEAD_TODAY": sitting.stem},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if held.returncode:
            print(f"{sitting.name} was not accepted", file=sys.stderr)
            return held.returncode
    print(f"{len(sittings)} sittings written to {EXAMPLES.relative_to(TOP)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
