"""Bundles that no honest program writes, each with a word of what must be said about it."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from learnlead.coach.bundle import DATA_FILE, MANIFEST_FILE, REPORT

REPORT_MARKDOWN = f"{REPORT}.md"
LEADER = "a" * 32
CONTENT = {"schema": "learnlead/bundle-data/1", "sittings": 3, "want": "Listen."}


def with_id(manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest with the id that its words give."""
    rest = {key: value for key, value in manifest.items() if key != "id"}
    words = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return rest | {"id": hashlib.sha256(words.encode()).hexdigest()[:32]}


def files(
    content: object = CONTENT, more: Mapping[str, bytes] | None = None, **manifest: Any
) -> dict[str, bytes]:
    """The files of a bundle; `manifest` gives or replaces keys of its manifest."""
    there = {
        DATA_FILE: json.dumps(content).encode(),
        REPORT_MARKDOWN: b"# Report\n",
        **(more or {}),
    }
    made = {
        "schema": "learnlead/bundle/1",
        "leader": {"id": LEADER, "name": "Anna"},
        "made_on": "2026-11-13",
        "since": None,
        "program": "learnlead 0",
        "rubric": {"id": "learning-leader", "version": 1, "title": "Learning leader"},
        "period": {"from": "2026-01-02", "to": "2026-11-13"},
        "terms": {"for": "Kim", "until": None, "not_for": []},
        "files": {
            name: {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
            for name, raw in there.items()
        },
    } | manifest
    return {MANIFEST_FILE: json.dumps(with_id(made)).encode(), **there}


def zipped(
    given: Mapping[str, bytes], change: Callable[[zipfile.ZipFile], None] | None = None
) -> bytes:
    """A zip of the files, with whatever `change` does to it before it is closed."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in given.items():
            archive.writestr(name, text)
        if change is not None:
            change(archive)
    return raw.getvalue()


def _entry(name: str, text: bytes = b"x", mode: int = 0o600 | stat.S_IFREG) -> Any:
    def add(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, text)

    return add


def _packed_with(method: int) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as archive:
        for name, text in files().items():
            archive.writestr(name, text)
    return raw.getvalue()


def _locked() -> bytes:
    """The bit that says `encrypted` set in both places of the first entry."""
    raw = bytearray(zipped(files()))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def _lies_about_size() -> bytes:
    """An entry that says it holds one byte and unpacks to many."""
    raw = bytearray(zipped(files(more={"report.html": b"0" * 900_000})))
    at = raw.rindex(b"PK\x01\x02", 0, raw.index(b"PK\x05\x06"))
    raw[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(raw)


def _many() -> bytes:
    def add(archive: zipfile.ZipFile) -> None:
        for number in range(5100):
            archive.writestr(f"annexes/pages/p{number}.md", b"")

    return zipped(files(), add)


def _twice(archive: zipfile.ZipFile) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile says that the name is there already
        archive.writestr(REPORT_MARKDOWN, b"# Another\n")


def _words(archive: zipfile.ZipFile) -> None:
    archive.comment = b"hello"


def _comment(archive: zipfile.ZipFile) -> None:
    archive.comment = b"PK\x05\x06" + b"\0" * 18


def _says_it_holds(*sizes: int) -> Callable[[zipfile.ZipFile], None]:
    """Further entries, each said to hold so many bytes, packed as honestly as can be."""

    def add(archive: zipfile.ZipFile) -> None:
        for number, size in enumerate(sizes):
            name = f"annexes/pages/p{number}.md"
            archive.writestr(name, b"x")
            archive.getinfo(name).file_size = archive.getinfo(name).compress_size = size

    return add


GOOD = zipped(files())

HOSTILE: dict[str, tuple[bytes, str]] = {
    "a way out": (zipped(files(), _entry("../evil.md")), "may be no name here"),
    "an absolute name": (zipped(files(), _entry("/etc/evil")), "may be no name here"),
    "a name of Windows": (zipped(files(), _entry("annexes\\evil")), "may be no name here"),
    "a drive": (zipped(files(), _entry("C:evil")), "may be no name here"),
    "an escape sequence": (zipped(files(), _entry("\x1b[2Jevil")), "may be no name here"),
    "a folder of its own": (zipped(files(), _entry("mine/")), "may be no name here"),
    "litter from elsewhere": (
        zipped(files(), _entry("__MACOSX/../._report.md")),
        "may be no name here",
    ),
    "a link": (
        zipped(files(), _entry("link.md", b"/etc/passwd", 0o777 | stat.S_IFLNK)),
        "no file, but a link or device",
    ),
    "a device": (zipped(files(), _entry("tty", mode=0o600 | stat.S_IFCHR)), "a link or device"),
    "the same name twice": (zipped(files(), _twice), "twice"),
    "a password": (_locked(), "locked with a password"),
    "another packing": (_packed_with(zipfile.ZIP_LZMA), "packed in a way"),
    "a small bomb": (zipped(files(), _entry("bomb.md", b"0" * 15_000_000)), "far more than it is"),
    "a huge file": (zipped(files(), _entry("huge.md", b"0" * 17_000_000)), "too large"),
    "too much in all": (zipped(files(), _says_it_holds(*[16_000_000] * 4)), "too large unpacked"),
    "too many files": (_many(), "too many files"),
    "a lie about a size": (_lies_about_size(), "this bundle"),
    "a comment": (zipped(files(), _words), "no zip that can be read"),
    "a comment that is an end": (zipped(files(), _comment), "lacks manifest.json"),
    "no zip": (b"PK\x05\x06", "no zip that can be read"),
    "words": (b"Dear coach, here is my bundle.", "no zip that can be read"),
    "an empty file": (b"", "no zip that can be read"),
    "half a zip": (GOOD[: len(GOOD) // 2], "no zip that can be read"),
    "one file too many": (zipped(files(), _entry("more.md")), "is no part of this bundle"),
    "no manifest": (zipped({DATA_FILE: b"{}"}), "lacks manifest.json"),
    "a file too few": (
        zipped({k: v for k, v in files().items() if k != REPORT_MARKDOWN}),
        "lacks report.md",
    ),
    "another report": (zipped(files() | {REPORT_MARKDOWN: b"# Reporx\n"}), "is not what was sent"),
    "other terms": (
        zipped(files() | {MANIFEST_FILE: files()[MANIFEST_FILE].replace(b'"Kim"', b'"Bob"')}),
        "manifest was changed",
    ),
    "a manifest that is no JSON": (zipped(files() | {MANIFEST_FILE: b"{"}), "no JSON"),
    "a deep manifest": (zipped(files() | {MANIFEST_FILE: b"[" * 100_000}), "no JSON"),
    "a manifest of another shape": (zipped(files(leader={"id": "../x"})), "does not fit"),
    "a manifest of a later format": (zipped(files(schema="learnlead/bundle/2")), "does not fit"),
    "figures without end": (
        zipped(files() | {MANIFEST_FILE: b'{"made_on": ' + b"9" * 100_000 + b"}"}),
        "no JSON",
    ),
}
