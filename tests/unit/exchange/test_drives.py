from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from clerk_app.exchange import drives
from clerk_app.exchange.drives import Drive, removable_drives, removable_mounts


@dataclass(frozen=True)
class Mounted:
    device: str
    mountpoint: str
    fstype: str = "vfat"
    opts: str = "rw,nosuid"


@pytest.fixture
def sys_block(tmp_path: Path) -> Path:
    for disk, partition, removable in (("sda", "sda1", "0"), ("sdb", "sdb1", "1"), ("mmcblk0", "mmcblk0p1", "1")):
        (tmp_path / disk / partition).mkdir(parents=True)
        (tmp_path / disk / "removable").write_text(removable + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("mounted", "removable"),
    [
        (Mounted("/dev/sda1", "/"), False),
        (Mounted("/dev/sda1", "/media/clerk/STICK"), True),
        (Mounted("/dev/sda1", "/run/media/clerk/STICK"), True),
        (Mounted("/dev/sda1", "/mnt"), True),
        (Mounted("/dev/sda1", "/mediation"), False),
        (Mounted("/dev/sdb1", "/srv/stick"), True),
        (Mounted("/dev/sdb", "/srv/stick"), True),
        (Mounted("/dev/mmcblk0p1", "/srv/card"), True),
        (Mounted("/dev/sdz9", "/srv/other"), False),
        (Mounted("/dev/sr0", "/media/cdrom", "iso9660", "ro"), False),
    ],
)
def test_linux_mount_is_removable_by_the_kernel_or_by_its_place(
    sys_block: Path, mounted: Mounted, removable: bool
) -> None:
    expected = (Path(mounted.mountpoint),) if removable else ()
    assert removable_mounts([mounted], windows=False, sys_block=sys_block) == expected


def test_kernel_without_a_list_of_disks_calls_nothing_removable(tmp_path: Path) -> None:
    assert removable_mounts([Mounted("/dev/sdb1", "/srv/stick")], windows=False, sys_block=tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("opts", "removable"),
    [("rw,removable", True), ("rw,fixed", False), ("ro,cdrom", False), ("ro,removable,cdrom", False)],
)
def test_windows_drive_is_removable_by_its_options(tmp_path: Path, opts: str, removable: bool) -> None:
    found = removable_mounts([Mounted("E:\\", "E:\\", "FAT32", opts)], windows=True, sys_block=tmp_path)
    assert found == ((Path("E:\\"),) if removable else ())


def test_drives_come_in_order_with_their_room(tmp_path: Path) -> None:
    first, second = tmp_path / "A", tmp_path / "B"
    first.mkdir()
    second.mkdir()
    usage = shutil.disk_usage(tmp_path)
    found = removable_drives(lambda: [second, first, second, tmp_path / "pulled"])
    assert [(drive.path, drive.label) for drive in found] == [(first, "A"), (second, "B")]
    assert all(drive.total_bytes == usage.total and 0 < drive.free_bytes <= usage.total for drive in found)


def test_drive_without_a_name_shows_its_path() -> None:
    (drive,) = removable_drives(lambda: [Path("/")])
    assert isinstance(drive, Drive)
    assert drive.label == "/"


def test_system_is_asked_when_no_provider_is_given(
    sys_block: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(drives, "_SYS_BLOCK", sys_block)
    mounted = [Mounted("/dev/sda1", "/"), Mounted("/dev/sdb1", str(stick))]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_asked: mounted)
    assert [drive.path for drive in removable_drives()] == [stick]
