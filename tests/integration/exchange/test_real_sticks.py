"""Sticks as they come: formatted with exFAT or FAT, full, read-only, with thousands of other files, torn out while written to.

Where nobody may mount, these are skipped with the reason; what can be shown without a mount is in ``test_small_stick``.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.errors import SituationError
from clerk_app.exchange.manifest import packet_name
from clerk_app.exchange.packet import open_packet
from clerk_app.exchange.stick import packets_in, read_file, write_file
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import VillageFolder
from tests.integration.exchange.mounts import MIB, Stick, new_stick, why_none
from tests.integration.situations import Done, clerk

NAME = "532325100201-5ca1ab1e-1-3.clerk"
OTHER_FILES = 4_000


@pytest.fixture
def stick(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stick]:
    """A stick of 32 MiB, plugged in: exFAT where it mounts, else FAT."""
    reasons = [(fuse, why_none(tmp_path_factory.getbasetemp(), fuse=fuse)) for fuse in (True, False)]
    possible = [fuse for fuse, reason in reasons if not reason]
    if not possible:
        pytest.skip("; ".join(reason for _, reason in reasons))
    with new_stick(tmp_path / "stick", fuse=possible[0]) as made:
        yield made


@pytest.fixture
def fuse_stick(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stick]:
    """A stick whose file system is a process that can be killed."""
    if reason := why_none(tmp_path_factory.getbasetemp(), fuse=True):
        pytest.skip(reason)
    with new_stick(tmp_path / "stick", 256 * MIB, fuse=True) as made:
        yield made


def exported(village_folder: Path, stick: Path) -> Done:
    return clerk("export", "--data", village_folder, "--to", stick)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def acts_in(path: Path, template: VillageFolder) -> int:
    return open_packet(read_file(path), [template.county_secret], None).manifest.acts


def waits(workspace: Workspace) -> int:
    """Say how many acts wait, after looking that no packet was noted and nothing is amiss."""
    assert outbox(workspace).packets == ()
    assert verify(workspace).ok
    return outbox(workspace).acts


def test_packet_is_whole_after_the_stick_was_carried(
    stick: Stick, village_folder: Path, village_template: VillageFolder
) -> None:
    assert exported(village_folder, stick.folder).status == 0
    stick.unplug()
    stick.check()
    stick.plug_in(read_only=True)
    (packet,) = stick.folder.iterdir()
    assert acts_in(packet, village_template) == 5


def test_full_stick_is_a_situation_and_keeps_what_it_has(stick: Stick, village: Workspace) -> None:
    stick.fill(MIB // 2)
    before = names(stick.folder)
    done = exported(village.data_dir, stick.folder)
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "优盘空间不够" in done.err
    assert names(stick.folder) == before
    assert waits(village) == 5
    (stick.folder / "films").unlink()
    assert exported(village.data_dir, stick.folder).status == 0


def test_stick_that_fills_up_in_the_middle_keeps_no_half_file(stick: Stick) -> None:
    def fill(step: str, _path: Path) -> None:
        if step == "write":
            stick.fill(0)

    with pytest.raises(SituationError, match="满了"):
        write_file(stick.folder, NAME, os.urandom(MIB), faults=fill)
    assert names(stick.folder) == ["films"]


def test_read_only_stick_is_a_situation(stick: Stick, village: Workspace) -> None:
    stick.unplug()
    stick.plug_in(read_only=True)
    done = exported(village.data_dir, stick.folder)
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "优盘是只读的" in done.err
    assert names(stick.folder) == []
    assert waits(village) == 5


def test_four_thousand_other_files_stay_and_do_not_hinder(
    stick: Stick, village_folder: Path, village_template: VillageFolder
) -> None:
    photos = stick.folder / "照片"
    photos.mkdir()
    (stick.folder / "文件夹.clerk").mkdir()
    others = [
        stick.folder / f"{'年' * (number % 90)}{number}.{'jpg' if number % 2 else 'txt'}" for number in range(2000)
    ]
    others += [photos / f"._IMG_{number}.clerk" for number in range(OTHER_FILES - 2001)]
    others.append(stick.folder / f"._{NAME}")
    for path in others:
        path.write_bytes(b"mine")
    assert exported(village_folder, stick.folder).status == 0
    (packet,) = packets_in(stick.folder)
    assert acts_in(packet, village_template) == 5
    assert all(path.read_bytes() == b"mine" for path in others)
    assert len(names(stick.folder)) == 2001 + 2 + 1


def test_packet_found_whatever_its_letters_became_on_the_way(stick: Stick, village_folder: Path) -> None:
    assert exported(village_folder, stick.folder).status == 0
    (packet,) = packets_in(stick.folder)
    packet.rename(packet.with_name(packet.name.upper()))
    assert [path.name for path in packets_in(stick.folder)] == [packet.name.upper()]


def test_name_taken_in_other_letters_is_left_alone(stick: Stick, village: Workspace) -> None:
    first = packet_name("532325100201", village.store.install.id, 1, 1)
    (stick.folder / first.upper()).write_bytes(b"mine")
    done = export_packet(village, stick.folder)
    assert (stick.folder / first.upper()).read_bytes() == b"mine"
    assert done.path.name == packet_name("532325100201", village.store.install.id, 1, 2)


def test_names_on_the_stick_are_such_as_every_fat_takes() -> None:
    longest = packet_name("9" * 32, "z" * 64, 2**53 - 1, 2**53 - 1)
    for name in (longest, f".clerk-{longest}.part"):
        assert len(name) < 120
        assert re.fullmatch(r"[A-Za-z0-9.-]*[A-Za-z0-9]", name)


@pytest.mark.parametrize("step", [0, 1, 2, 3], ids=["seal", "write", "flush", "read"])
def test_stick_torn_out_while_exporting_is_a_situation_and_a_fresh_one_takes_all(
    fuse_stick: Stick, village: Workspace, village_template: VillageFolder, tmp_path: Path, step: int
) -> None:
    def pull(at: int, _of: int) -> None:
        if at == step:
            fuse_stick.pull()

    with pytest.raises(SituationError, match="可能已被拔掉") as torn:
        export_packet(village, fuse_stick.folder, pull)
    assert torn.value.exit_status == 3
    assert waits(village) == 5
    (tmp_path / "fresh").mkdir()
    done = export_packet(village, tmp_path / "fresh")
    assert acts_in(done.path, village_template) == 5
    fuse_stick.unplug()
    fuse_stick.plug_in()
    assert packets_in(fuse_stick.folder) == ()
    again = export_packet(village, fuse_stick.folder)
    assert names(fuse_stick.folder) == [again.path.name]


@pytest.mark.parametrize("step", ["rename", "flush folder"])
def test_stick_torn_out_around_the_renaming_has_the_whole_file_or_none(fuse_stick: Stick, step: str) -> None:
    data = os.urandom(3 * MIB)

    def pull(at: str, _path: Path) -> None:
        if at == step:
            fuse_stick.pull()

    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(fuse_stick.folder, NAME, data, faults=pull)
    fuse_stick.unplug()
    fuse_stick.plug_in()
    assert all(path.read_bytes() == data for path in packets_in(fuse_stick.folder))


def test_stick_torn_out_in_the_middle_of_the_bytes_leaves_no_packet(fuse_stick: Stick) -> None:
    data = os.urandom(MIB) * 128
    temporary = fuse_stick.folder / f".clerk-{NAME}.part"
    reached: list[int] = []

    def pull() -> None:
        while not reached:
            size = temporary.stat().st_size if temporary.exists() else 0
            if size > 8 * MIB:
                reached.append(size)
                fuse_stick.pull()
            time.sleep(0.0005)

    puller = threading.Thread(target=pull)
    puller.start()
    try:
        with pytest.raises(SituationError, match="可能已被拔掉"):
            write_file(fuse_stick.folder, NAME, data)
    finally:
        reached.append(0)
        puller.join()
    assert 8 * MIB < reached[0] < len(data)
    fuse_stick.unplug()
    fuse_stick.plug_in()
    assert packets_in(fuse_stick.folder) == ()
    write_file(fuse_stick.folder, NAME, data)
    assert names(fuse_stick.folder) == [NAME]
