"""`python -m faults [NAME…]`: every point of every operation; exit code 1 if a law was broken."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

from faults.operations import operations
from faults.serving import Server


def main(names: list[str]) -> int:
    """Walk them, as many at once as there are processors, and print what came of each."""
    walks = []
    for walked in _walks(names or list(operations())):
        walks.append(walked)
        print(*_lines(walked), sep="\n", flush=True)
    print(*_table(walks), sep="\n")
    return int(any(walked["failures"] for walked in walks))


def _walks(names: list[str]) -> Iterator[Any]:
    servers: SimpleQueue[Server] = SimpleQueue()
    count = min(len(names), os.cpu_count() or 1)
    opened = [Server().__enter__() for _ in range(count)]
    for server in opened:
        servers.put(server)

    def walk(name: str) -> Any:
        server = servers.get()
        try:
            return server.walk(name)
        finally:
            servers.put(server)

    try:
        with ThreadPoolExecutor(count) as pool:
            yield from pool.map(walk, names)
    finally:
        for server in opened:
            server.__exit__(None, None, None)


def _lines(walked: Any) -> Iterator[str]:
    points, failures = sum(walked["points"].values()), walked["failures"]
    yield f"{walked['operation']:34} {walked['calls']:4} {points:6} {len(failures):5}"
    seen = Counter((one["law"], one["what"], one["kind"]) for one in failures)
    first = {(one["law"], one["what"], one["kind"]): one["at"] for one in reversed(failures)}
    for key, count in seen.most_common(8):
        law, what, kind = key
        yield f"    {count} x {law}: {what[:90]} ({kind} at {first[key]})"


def _table(walks: list[Any]) -> Iterator[str]:
    points: Counter[str] = Counter()
    failures: Counter[tuple[str, str]] = Counter()
    for walked in walks:
        points.update(walked["points"])
        failures.update((one["law"], one["kind"]) for one in walked["failures"])
    laws = sorted({law for law, _ in failures})
    yield ""
    yield f"{'kind':16} {'points':>7}" + "".join(f" {law:>12}" for law in laws)
    for kind, count in points.items():
        counts = "".join(f" {failures[law, kind]:12}" for law in laws)
        yield f"{kind:16} {count:7}{counts}"
    yield f"{len(walks)} operations, {sum(points.values())} points, {failures.total()} failures"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
