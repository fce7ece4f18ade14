"""Bundles from anybody: the good ones are read, all others end in one clear line."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.adapters.disk.bundles.reading import contents_of, receive
from learnlead.coach.bundle import MANIFEST_FILE
from learnlead.errors import LearnleadError
from sizes import examples
from unit.adapters.disk.hostile_zips import CONTENT, GOOD, HOSTILE, files, zipped


def put(raw: bytes) -> str:
    Path("bundle.zip").write_bytes(raw)
    return "bundle.zip"


def folder(given: dict[str, bytes] | None = None) -> Path:
    top = Path("bundle")
    for name, raw in (given or files()).items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(raw)
    return top


def refusal(path: str | Path) -> str:
    with pytest.raises(LearnleadError) as refused:
        receive(str(path))
    (problem,) = refused.value.problems
    assert (refused.value.exit_code, problem.where.startswith(str(path))) == (2, True)
    assert str(problem).isprintable()
    return str(problem)


def test_a_good_one_is_read() -> None:
    received = receive(put(GOOD))
    assert received.manifest.leader.name == "Anna"
    assert received.manifest.terms.recipient == "Kim"
    assert contents_of(received)[0].want == CONTENT["want"]


def test_unpacked_it_says_the_same() -> None:
    zip_says, folder_says = receive(put(GOOD)), receive(str(folder()))
    assert folder_says.manifest == zip_says.manifest
    assert folder_says.sha256 == zip_says.sha256
    assert contents_of(folder_says) == contents_of(zip_says)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_is_refused_in_one_line(name: str) -> None:
    raw, said = HOSTILE[name]
    assert said in refusal(put(raw))
    assert [file.name for file in Path().iterdir()] == ["bundle.zip"]  # nothing is unpacked


def test_a_bundle_that_changes_after_its_check_is_not_shown() -> None:
    received = receive(put(GOOD))
    put(zipped(files({**CONTENT, "want": "Something else"})))
    with pytest.raises(LearnleadError, match="just being changed"):
        contents_of(received)


def test_a_link_in_a_folder_is_never_followed(tmp_path: Path) -> None:
    top = folder()
    secret = tmp_path / "secret"
    secret.write_bytes((top / "report.md").read_bytes())
    (top / "report.md").unlink()
    (top / "report.md").symlink_to(secret)
    assert "is no file of a bundle" in refusal(top)


def test_nor_a_linked_folder(tmp_path: Path) -> None:
    top = folder()
    (top / "annexes").rename(tmp_path / "elsewhere")
    (top / "annexes").symlink_to(tmp_path / "elsewhere")
    assert "is no file of a bundle" in refusal(top)


def test_pipes_and_sockets_are_not_opened() -> None:
    top = folder()
    os.mkfifo(top / "pipe.md")
    assert "is no file of a bundle" in refusal(top)
    (top / "pipe.md").unlink()
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(top / "socket.md"))
        assert "is no file of a bundle" in refusal(top)
    os.mkfifo("pipe.zip")
    assert "not a file" in refusal("pipe.zip")


def test_what_somebody_put_beside_it_is_named() -> None:
    top = folder()
    (top / "notes.md").write_text("mine")
    assert "notes.md is no part of this bundle" in refusal(top)


LITTER = ("__MACOSX/._report.md", ".DS_Store", "annexes/.DS_Store", "Thumbs.db", "desktop.ini")


def test_zipped_anew_it_says_the_same() -> None:
    litter = dict.fromkeys((*LITTER, "annexes/", "annexes/pages/", "__MACOSX/"), b"")
    received = receive(put(zipped(litter | files())))
    assert received.sha256 == receive(put(GOOD)).sha256
    changed = files() | {"report.md": b"# Reporx\n"}
    assert "is not what was sent" in refusal(put(zipped(litter | changed)))
    assert "lacks manifest.json" in refusal(put(zipped(litter)))


def compressed(top: str, given: dict[str, bytes]) -> dict[str, bytes]:
    """What the Finder's Compress makes of a folder of that name."""
    folders = dict.fromkeys((f"{top}/", "__MACOSX/", f"__MACOSX/{top}/"), b"")
    litter = {f"__MACOSX/._{top}": b"mac", f"{top}/.DS_Store": b"mac", ".DS_Store": b"mac"}
    inside = {f"{top}/{name}": raw for name, raw in given.items()}
    beside = {f"__MACOSX/{top}/._{name}": b"mac" for name in given if "/" not in name}
    return folders | inside | litter | beside


@pytest.mark.parametrize("top", ["anna", "Anna's bundle 2", "Öztürk (neu)", "annexes of Anna"])
def test_zipped_in_its_folder_it_says_the_same(top: str) -> None:
    page = {"annexes/pages/2026-11-13-x.md": b"# Page\n"}
    good = receive(put(zipped(files(more=page)))).sha256
    wrapped = receive(put(zipped(compressed(top, files(more=page)))))
    assert wrapped.sha256 == good
    assert contents_of(wrapped)[0].want == CONTENT["want"]


@pytest.mark.parametrize("top", ["..", ".", "a/b", "__MACOSX", "annexes", "a\\b", "a\x1b[2Jb", ""])
def test_no_other_wrapping_is_looked_into(top: str) -> None:
    assert refusal(put(zipped({f"{top}/{name}": raw for name, raw in files().items()})))


def test_what_lies_beside_the_folder_or_is_damaged_in_it_is_refused() -> None:
    wrapped = compressed("anna", files())
    for name, said in (
        ("notes.md", "may be no name here"),
        ("bea/manifest.json", "may be no name here"),
        ("anna/../../evil.md", "may be no name here"),
        ("anna/anna/report.md", "may be no name here"),
        ("anna//etc/passwd", "may be no name here"),
        ("anna/more.md", "more.md is no part of this bundle"),
    ):
        assert said in refusal(put(zipped(wrapped | {name: b"x"})))
    changed = wrapped | {"anna/report.md": b"# Reporx\n"}
    assert "is not what was sent" in refusal(put(zipped(changed)))
    large = wrapped | {"anna/more.md": b"0" * 15_000_000}
    assert "far more than it is" in refusal(put(zipped(large)))


def test_what_a_file_manager_left_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    top = folder()
    good = receive(str(top)).sha256
    folder(dict.fromkeys(LITTER, b"\0"))
    assert receive(str(top)).sha256 == good
    (top / ".DS_Store").unlink()
    (top / ".DS_Store").symlink_to(tmp_path)
    assert "is no file of a bundle" in refusal(top)


def test_a_folder_of_bundles_is_no_bundle() -> None:
    top = folder({"anna.zip": GOOD})
    assert "FOLDER/*.zip" in refusal(top)
    assert "no such file" in refusal("nowhere.zip")


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255), st.integers(0, len(GOOD)))
@settings(max_examples=examples(100))
def test_no_damage_makes_anything_but_the_same_words_or_one_line(
    at: int, change: int, length: int
) -> None:
    damaged = bytearray(GOOD)
    damaged[at] ^= change
    for raw in (bytes(damaged), GOOD[:length]):
        with suppress(LearnleadError):
            received = receive(put(raw))
            assert contents_of(received)[0].want == CONTENT["want"]
            assert received.manifest.leader.name == "Anna"


@given(st.binary(max_size=300))
@settings(max_examples=examples(50))
def test_no_manifest_makes_the_program_fail(raw: bytes) -> None:
    refusal(put(zipped(files() | {MANIFEST_FILE: raw})))


def test_an_encrypted_one_needs_its_key() -> None:
    pyrage = pytest.importorskip("pyrage", reason="encrypted bundles need the extra encrypt")
    own, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    path = put(pyrage.encrypt(GOOD, [own.to_public()]))
    assert "--identity KEY" in refusal(path)
    Path("key").write_text(f"# created: today\n{own}\n")
    Path("other").write_text(f"{other}\n")
    Path("no-key").write_text("nothing\n")
    received = receive(path, "key")
    assert contents_of(received, "key")[0].want == CONTENT["want"]
    for wrong in ("other", "no-key"):
        with pytest.raises(LearnleadError, match="does not open it"):
            receive(path, wrong)
