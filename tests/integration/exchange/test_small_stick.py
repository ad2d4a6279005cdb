"""Writing to a real small file system that is full, read-only or pulled out, and a writer that is killed.

The file system is a tmpfs, which only root may mount. Without that right the same troubles are injected as the errors that the
system would give, so that each test runs everywhere.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from clerk_app.errors import SituationError
from clerk_app.exchange.packet import ManifestHead, build_packet, open_packet
from clerk_app.exchange.seal import new_age_identity, new_signing_key, public_key
from clerk_app.exchange.stick import Faults, Step, read_file, write_file

NAME = "532325100201-5ca1ab1e-1-3.clerk"
SIZE = 4 * 2**20
DATA = os.urandom(2**20)


class Stick(Protocol):
    """A stick of 4 MiB to which things happen at a step of the writing."""

    folder: Path

    def full_at(self, at: Step) -> Faults: ...
    def read_only_at(self, at: Step) -> Faults: ...
    def pulled_at(self, at: Step) -> Faults: ...
    def leave_free(self, size: int, monkeypatch: pytest.MonkeyPatch) -> None: ...


@dataclass
class Mounted:
    folder: Path

    def full_at(self, at: Step) -> Faults:
        def fault(step: Step, _path: Path) -> None:
            if step == at:
                self._fill(0)

        return fault

    def read_only_at(self, at: Step) -> Faults:
        def fault(step: Step, _path: Path) -> None:
            if step == at:
                subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)

        return fault

    def pulled_at(self, at: Step) -> Faults:
        def fault(step: Step, _path: Path) -> None:
            if step == at:
                subprocess.run(["umount", "-l", self.folder], check=True)

        return fault

    def leave_free(self, size: int, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG002 - the injected one needs it
        self._fill(size)

    def _fill(self, leave: int) -> None:
        with (self.folder / "films").open("wb", buffering=0) as file:
            usage = os.statvfs(self.folder)
            room = usage.f_bavail * usage.f_frsize - leave
            file.write(bytes(room))


@dataclass
class Injected:
    folder: Path

    def full_at(self, at: Step) -> Faults:
        return self._failing(at, errno.ENOSPC)

    def read_only_at(self, at: Step) -> Faults:
        return self._failing(at, errno.EROFS)

    def pulled_at(self, at: Step) -> Faults:
        return self._failing(at, errno.ENODEV)

    def leave_free(self, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
        (self.folder / "films").write_bytes(b"")
        usage = type("Usage", (), {"free": size})
        monkeypatch.setattr("clerk_app.exchange.stick.shutil.disk_usage", lambda _folder: usage)

    def _failing(self, at: Step, number: int) -> Faults:
        def fault(step: Step, _path: Path) -> None:
            if step == at:
                raise OSError(number, os.strerror(number))

        return fault


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Stick]:
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        yield Injected(folder)
        return
    try:
        yield Mounted(folder)
    finally:
        # Already gone where the test pulled it.
        subprocess.run(["umount", "-l", folder], check=False, capture_output=True)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_packet_survives_the_way_over_a_stick(stick: Stick) -> None:
    head = ManifestHead(
        kind="acts",
        village_code="532325100201",
        village_name="清河村",
        install="01990000-0000-7000-8000-00005ca1ab1e",
        epoch=1,
        number=1,
        state_digest="cd" * 32,
        packs={},
        program="0.1.0",
        created_at="2026-11-21T08:30:00.123Z",
    )
    key, (secret, recipient) = new_signing_key(), new_age_identity()
    sealed = build_packet(head, (), {}, key, [recipient])
    path = write_file(stick.folder, sealed.name, sealed.data)
    assert names(stick.folder) == [sealed.name]
    assert open_packet(read_file(path), [secret], {public_key(key)}).manifest == sealed.manifest


def test_small_stick_refuses_a_large_file_before_writing(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.leave_free(2 * 2**20 - 4096, monkeypatch)
    with pytest.raises(SituationError, match="空间不够"):
        write_file(stick.folder, NAME, DATA)
    assert names(stick.folder) == ["films"]


def test_stick_with_just_enough_room_takes_the_file(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.leave_free(2 * 2**20, monkeypatch)
    write_file(stick.folder, NAME, DATA)
    assert names(stick.folder) == [NAME, "films"]


def test_stick_that_fills_up_in_the_middle_keeps_no_half_file(stick: Stick) -> None:
    with pytest.raises(SituationError, match="满了"):
        write_file(stick.folder, NAME, DATA, faults=stick.full_at("write"))
    assert [name for name in names(stick.folder) if name != "films"] == []


def test_read_only_stick_is_called_read_only(stick: Stick) -> None:
    with pytest.raises(SituationError, match="只读"):
        write_file(stick.folder, NAME, DATA, faults=stick.read_only_at("check"))
    assert names(stick.folder) == []


def test_stick_that_is_full_and_read_only_is_called_read_only(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to delete what cannot be deleted."""
    stick.leave_free(4096, monkeypatch)
    with pytest.raises(SituationError, match="只读"):
        write_file(stick.folder, NAME, DATA, faults=stick.read_only_at("open"))
    assert names(stick.folder) == ["films"]


def test_stick_without_room_for_a_name_is_called_full(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.leave_free(4096, monkeypatch)

    def no_room(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    monkeypatch.setattr(Path, "open", no_room)
    with pytest.raises(SituationError, match="空间不够"):
        write_file(stick.folder, NAME, DATA)


def test_stick_that_turns_read_only_before_the_rename_shows_no_packet(stick: Stick) -> None:
    with pytest.raises(SituationError, match="只读"):
        write_file(stick.folder, NAME, DATA, faults=stick.read_only_at("rename"))
    assert NAME not in names(stick.folder)


@pytest.mark.parametrize("at", ["open", "write", "flush", "read", "rename", "flush folder"])
def test_pulled_stick_is_called_gone_and_nothing_lands_beside_it(stick: Stick, at: Step) -> None:
    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(stick.folder, NAME, DATA, faults=stick.pulled_at(at))
    assert names(stick.folder) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from clerk_app.exchange.stick import write_file

def kill(step, path):
    if step == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

write_file(Path(sys.argv[1]), sys.argv[2], bytes(2**20), faults=kill)
"""


@pytest.mark.parametrize("at", ["open", "write", "flush", "read", "rename", "flush folder"])
def test_killed_writer_leaves_no_half_packet_and_the_next_one_tidies_up(stick: Stick, at: Step) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, stick.folder, NAME, at], check=False)
    assert killed.returncode == -9
    left = stick.folder / NAME
    assert left.exists() == (at == "flush folder")
    assert not left.exists() or left.read_bytes() == bytes(2**20)
    write_file(stick.folder, NAME, bytes(2**20))
    assert names(stick.folder) == [NAME]
