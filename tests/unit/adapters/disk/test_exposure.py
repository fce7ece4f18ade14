"""Folders that somebody else keeps a copy of."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.adapters.disk.exposure import copied_by


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    file = tmp_path / "mounts"
    file.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"server:/home {tmp_path} nfs4 rw 0 0\n"
        f"/dev/sdb1 {tmp_path}/local ext4 rw 0 0\n"
        f"//nas/share {tmp_path}/local/my\\040share cifs rw 0 0\n"
        f"me@there:/ {tmp_path}/local/ssh fuse.sshfs rw 0 0\n"
        f"drive {tmp_path}/local/usb fuseblk rw 0 0\n"
        "half a line\n",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize(
    ("folder", "whose"),
    [
        ("learnlead", "a network disk (nfs4)"),
        ("local/learnlead", None),
        ("local/my share/learnlead", "a network disk (cifs)"),
        ("local/my share", "a network disk (cifs)"),
        ("local/my", None),
        ("local/ssh/a/b", "a network disk (fuse.sshfs)"),
        ("local/usb/learnlead", None),
        ("local/gvfs/smb-share:server=nas/learnlead", "a network disk (ext4)"),
    ],
)
def test_a_disk_of_another_machine(
    tmp_path: Path, mounts: Path, folder: str, whose: str | None
) -> None:
    assert copied_by(tmp_path / folder, mounts) == whose


@pytest.mark.parametrize(
    ("folder", "whose"),
    [
        ("OneDrive/learnlead", "OneDrive"),
        ("OneDrive - Contoso/learnlead", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Contoso/learnlead", "OneDrive"),
        ("Library/CloudStorage/SomeDrive-x/learnlead", "a cloud"),
        ("Library/Mobile Documents/learnlead", "iCloud"),
        ("iCloudDrive/learnlead", "iCloud"),
        ("Dropbox/learnlead", "Dropbox"),
        ("Google Drive/My Drive/learnlead", "Google Drive"),
        ("Nextcloud/learnlead", "Nextcloud"),
        ("one drive/learnlead", None),
        ("learnlead", None),
    ],
)
def test_a_folder_by_its_name(tmp_path: Path, folder: str, whose: str | None) -> None:
    assert copied_by(tmp_path / folder, tmp_path / "no mounts") == whose


@pytest.mark.parametrize(
    ("mark", "whose"), [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing")]
)
def test_a_folder_by_what_lies_above_it(tmp_path: Path, mark: str, whose: str) -> None:
    (tmp_path / mark).mkdir()
    assert copied_by(tmp_path / "a" / "b", tmp_path / "no mounts") == whose


def test_a_link_into_a_cloud_and_out_of_one(tmp_path: Path) -> None:
    nowhere = tmp_path / "no mounts"
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").mkdir()
    (tmp_path / "into").symlink_to("Dropbox")
    (tmp_path / "Dropbox" / "out").symlink_to(tmp_path / "plain")
    assert copied_by(tmp_path / "into", nowhere) == "Dropbox"
    assert copied_by(tmp_path / "Dropbox" / "out", nowhere) == "Dropbox", "the name may be copied"
    assert copied_by(tmp_path / "plain", nowhere) is None
