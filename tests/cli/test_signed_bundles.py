"""Signed bundles, and forged ones: what was tried, and what each gets."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cli.coached import exported, sat_last_week
from cli.kit import as_json
from cli.test_json_keeps_its_schemas import check
from learnlead.adapters.disk.bundles.writing import zipped
from learnlead.coach.bundle import DATA_FILE, MANIFEST_FILE, SIGNATURE_FILE
from running import run

pytestmark = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="needs OpenSSH's ssh-keygen"
)

Files = dict[str, bytes]


def inside(bundle: str | Path) -> Files:
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(files: Files, change: Callable[[dict[str, Any]], None]) -> Files:
    """With another manifest, whose id and hashes are right again."""
    manifest = json.loads(files[MANIFEST_FILE])
    change(manifest)
    for name in manifest["files"]:
        raw = files[name]
        manifest["files"][name] = {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
    del manifest["id"]
    text = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    manifest["id"] = hashlib.sha256(text.encode()).hexdigest()[:32]
    return files | {MANIFEST_FILE: json.dumps(manifest).encode()}


def longer(manifest: dict[str, Any]) -> None:
    manifest["terms"] = {"for": "Kim", "until": None, "not_for": []}


def signed_anew(files: Files, namespace: str = "learnlead-bundle", key: str = "mallory") -> Files:
    if not Path(key).exists():
        made = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
        subprocess.run(made, check=True)
    Path("m").write_bytes(files[MANIFEST_FILE])
    Path("m.sig").unlink(missing_ok=True)
    sign = ("ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", key, "m")
    subprocess.run(sign, check=True, capture_output=True)
    return files | {SIGNATURE_FILE: Path("m.sig").read_bytes()}


@pytest.fixture
def reviewed(workspace: Path) -> Mapping[str, Files]:
    """A first bundle, which the coach reviewed, and a second one; both for Kim."""
    sat_last_week()
    first = inside(exported("first.zip", "--until", "2026-12-31"))
    assert run("coach", "review", "first.zip").code == 0
    second = inside(exported("second.zip", "--until", "2026-12-31", "--again"))
    return {"first": first, "second": second}


def own_key() -> str:
    (key,) = (path for path in Path("records/keys").iterdir() if path.suffix != ".pub")
    return str(key)


def without_signature(files: Files) -> Files:
    return {name: raw for name, raw in files.items() if name != SIGNATURE_FILE}


def with_other_data(files: Files) -> Files:
    other = json.loads(files[DATA_FILE]) | {"want": "Tell my boss."}
    return files | {DATA_FILE: json.dumps(other).encode()}


def longer_by_hand(files: Files) -> Files:
    raw = files[MANIFEST_FILE].replace(b"2026-12-31", b"2036-12-31")
    return files | {MANIFEST_FILE: raw}


CHANGED = "its signature is not one of this bundle: it was changed after it was signed"
FORGED: dict[str, tuple[Callable[[Mapping[str, Files]], Files], str]] = {
    "longer terms": (
        lambda b: longer_by_hand(b["second"]),
        "its manifest was changed after it was made",
    ),
    "longer terms, hashed anew": (lambda b: changed(b["second"], longer), CHANGED),
    "another name, hashed anew": (
        lambda b: changed(b["second"], lambda m: m["leader"].update(name="Bea")),
        CHANGED,
    ),
    "another recipient, hashed anew": (
        lambda b: changed(b["second"], lambda m: m["terms"].update({"for": "Sponsor"})),
        CHANGED,
    ),
    "other words": (
        lambda b: with_other_data(b["second"]),
        "annexes/data.json is not what was sent",
    ),
    "other words, hashed anew": (
        lambda b: changed(with_other_data(b["second"]), lambda _: None),
        CHANGED,
    ),
    "the words of another bundle of hers": (
        lambda b: b["second"] | {DATA_FILE: with_other_data(b["first"])[DATA_FILE]},
        "annexes/data.json is not what was sent",
    ),
    "the signature of another bundle of hers": (
        lambda b: (
            changed(b["second"], lambda m: m.update(program="x"))
            | {SIGNATURE_FILE: b["first"][SIGNATURE_FILE]}
        ),
        CHANGED,
    ),
    "a signature of nonsense": (lambda b: b["second"] | {SIGNATURE_FILE: b"nonsense"}, CHANGED),
    "an empty signature": (lambda b: b["second"] | {SIGNATURE_FILE: b""}, CHANGED),
    "a signature that is too large": (
        lambda b: b["second"] | {SIGNATURE_FILE: b"x" * 20_000},
        "its signature is too large for one",
    ),
    "her signature, made for something else": (
        lambda b: signed_anew(b["second"], "file", own_key()),
        CHANGED,
    ),
    "a signature that the manifest lists": (
        lambda b: changed(
            b["second"], lambda m: m["files"].update({SIGNATURE_FILE: {"bytes": 0, "sha256": ""}})
        ),
        "this bundle lacks manifest.json.sig",
    ),
}
"""By what was tried: how it is made, and the words with which it is refused."""


@pytest.mark.parametrize("forgery", FORGED)
def test_a_forged_bundle_is_refused_before_a_word_of_it_is_shown(
    reviewed: Mapping[str, Files], forgery: str
) -> None:
    forge, refusal = FORGED[forgery]
    Path("forged.zip").write_bytes(zipped(forge(reviewed)))
    ran = run("coach", "review", "forged.zip")
    assert (ran.code, ran.stdout) == (2, ""), ran.stdout
    assert f"forged.zip: {refusal}" in ran.stderr or refusal in ran.stderr, ran.stderr


NAMED: dict[str, tuple[Callable[[Mapping[str, Files]], Files], str, str]] = {
    "as it was sent": (
        lambda b: b["second"],
        "Signed with the same key as on 20 November 2026.",
        "same",
    ),
    "longer terms, not signed any more": (
        lambda b: without_signature(changed(b["second"], longer)),
        "Careful: not signed, and the one of 20 November 2026 was.",
        "missing",
    ),
    "longer terms, signed by somebody else": (
        lambda b: signed_anew(changed(b["second"], longer)),
        "Careful: signed with another key than on 20 November 2026",
        "other",
    ),
    "her id, borrowed for other words": (
        lambda b: signed_anew(changed(with_other_data(b["second"]), lambda _: None)),
        "Careful: signed with another key than on 20 November 2026",
        "other",
    ),
}


@pytest.mark.parametrize("what", NAMED)
def test_who_signed_is_named(reviewed: Mapping[str, Files], what: str) -> None:
    make, sentence, state = NAMED[what]
    Path("made.zip").write_bytes(zipped(make(reviewed)))
    answer = as_json("coach", "review", "made.zip")
    check("coach-review", answer)
    assert answer["signature"] == state
    ran = run("coach", "review", "made.zip")
    assert (ran.code, sentence in " ".join(ran.stdout.split())) == (0, True), ran.stdout


def test_the_first_signature_is_shown_to_be_compared(workspace: Path) -> None:
    sat_last_week()
    answer = as_json("coach", "review", exported())
    assert answer["signature"] == "first"
    assert answer["signer"].startswith("SHA256:")
    key = Path(own_key())
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    told = ("ssh-keygen", "-l", "-f", f"{key}.pub")
    ran = subprocess.run(told, check=True, capture_output=True, text=True)
    assert answer["signer"] in ran.stdout


def test_each_recipient_sees_another_key(workspace: Path) -> None:
    sat_last_week()
    options = ("--yes", "--names", "stay", "--want", "Listen.")
    signers = []
    for whom in ("Kim", "Lou", "kim"):
        run("export", "--output", f"{whom}.zip", "--for", whom, *options)
        signers.append(as_json("coach", "review", f"{whom}.zip")["signer"])
    assert signers[0] == signers[2] != signers[1]


def test_without_ssh_keygen_nothing_is_signed_or_checked_and_that_is_said(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sat_last_week()
    exported("signed.zip")
    monkeypatch.setenv("PATH", "/nowhere")
    options = ("--for", "Kim", "--yes", "--names", "stay", "--want", "Listen.")
    ran = run("export", "--output", "unsigned.zip", *options)
    assert ran.code == 0
    assert "The bundle is not signed: ssh-keygen (OpenSSH) is not installed." in ran.stderr
    assert SIGNATURE_FILE not in inside("unsigned.zip")
    assert as_json("coach", "review", "unsigned.zip")["signature"] == "unsigned"
    ran = run("coach", "review", "signed.zip")
    assert ran.code == 0
    assert "ssh-keygen (OpenSSH) is not installed here" in " ".join(ran.stdout.split())


def test_a_folder_carries_its_signature_and_is_forgotten_with_it(workspace: Path) -> None:
    sat_last_week()
    folder = exported("anna")
    assert (folder / SIGNATURE_FILE).is_file()
    assert as_json("coach", "review", folder)["signature"] == "first"
    assert "deleted" in run("coach", "forget", "Anna", "--yes").stdout
    assert not folder.exists()
