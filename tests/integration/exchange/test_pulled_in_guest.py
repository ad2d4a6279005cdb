"""The real thing: a USB stick torn out of a running machine, and the power cut, in the middle of an export."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from clerk_app.exchange.packet import open_packet
from clerk_app.services.accounts import sign_in
from clerk_app.services.exchange import outbox
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from tests.builders import PASSWORD, FixedClock, VillageFolder
from tests.integration.exchange import guest
from tests.integration.exchange.guest import Guest

MIB = 2**20
BYTES_A_SECOND = 200_000
"""A slow stick, so that the packet takes some seconds and there is a middle to pull it in."""
IN_THE_MIDDLE = 400_000
LONG_ACTS = 400
"""Together they make a packet of nearly a megabyte."""
WORDS = """
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run TMPDIR=/run LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 CLERK_PASSWORD='{password}'
cd '{root}'
share=/run/share stick=/run/stick data=/run/disk/village
clerk() {{ '{python}' -m clerk_app "$@"; }}

plug() {{ # NAME OPTIONS: waits for a stick and mounts it
    echo "WANT $1"
    until [ -e /sys/block/sd[a-z]/size ]; do sleep 0.1; done
    until mount -t vfat -o "$2" "/dev/$(basename /sys/block/sd[a-z])" $stick 2>/dev/null; do sleep 0.1; done
}}

away() {{ # NAME: unmounts, and waits until the stick is gone
    umount $stick 2>/dev/null || umount -l $stick
    echo "AWAY $1"
    while [ -e /sys/block/sd[a-z] ]; do sleep 0.1; done
}}

kept() {{ # NAME FOLDER: plugs a stick in again and copies what it holds
    plug "$1" ro
    mkdir "$share/$2"
    find $stick -type f -exec cp {{}} "$share/$2/" \\;
    away "$1"
}}

export_to() {{ # NAME: exports to the stick that is plugged in
    echo "EXPORTING"
    clerk export --data $data --to $stick >"$share/$1.out" 2>"$share/$1.err"
    echo "EXPORTED $?"
}}

over() {{ # verifies the village, gives it to the test and ends
    clerk verify --data $data >$share/verify.out 2>&1
    echo "VERIFIED $?"
    cp -a $data $share/after
    umount /run/disk
    echo "DONE"
}}
"""
TORN_OUT = """
plug first rw
'{python}' -c 'from clerk_app.exchange.drives import removable_drives; print(*(d.path for d in removable_drives()))' >$share/drives
export_to first
away first
plug second rw
export_to second
away second
kept first first
kept second second
over
"""
POWER_LOST = """
plug first rw
export_to lost
"""
AFTER_POWER_LOSS = """
kept first left
plug first rw
export_to again
away first
kept first first
over
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a machine is made of: what it starts from, its disk with a village, its sticks, the folder it shares with the test."""

    started_from: tuple[Path, Path]
    disk: Path
    sticks: tuple[Path, Path]
    share: Path
    waiting: int
    county_secret: str

    def running(self, script: str) -> guest.Running:
        names = {"password": PASSWORD, "root": guest.ROOT, "python": guest.ROOT / ".venv" / "bin" / "python"}
        (self.share / "guest.sh").write_text((WORDS + script).format(**names), encoding="utf-8")
        return guest.running(self.started_from, self.disk, self.share, self.sticks, BYTES_A_SECOND)

    def packets(self, folder: str) -> list[int]:
        """Open every packet that a stick held; return how many acts each has."""
        found = [path for path in sorted((self.share / folder).iterdir()) if path.suffix == ".clerk"]
        return [open_packet(path.read_bytes(), [self.county_secret], None).manifest.acts for path in found]

    def said(self, name: str) -> str:
        return (self.share / name).read_text(encoding="utf-8")

    def after(self) -> tuple[int, int]:
        """Return how many acts wait in the end, and how many packets were noted."""
        workspace = sign_in(self.share / "after", PASSWORD, FixedClock())
        found = outbox(workspace)
        workspace.close()
        return found.acts, len(found.packets)


@pytest.fixture(scope="module")
def started_from(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if reason := guest.why_none():
        pytest.skip(reason)
    try:
        return guest.kernel_and_start(tmp_path_factory.mktemp("guest"))
    except guest.NoGuestError as error:
        pytest.skip(str(error))


@pytest.fixture
def desk(started_from: tuple[Path, Path], village_template: VillageFolder, tmp_path: Path) -> Desk:
    (tmp_path / "disk").mkdir()
    waiting = long_history(village_template.copy_to(tmp_path / "disk" / "village"))
    images = tuple(tmp_path / f"{name}.img" for name in ("village", "first", "second"))
    for image in images:
        with image.open("wb") as file:
            file.truncate(64 * MIB)
    disk, first, second = images
    made: tuple[list[str | Path], ...] = (
        ["mkfs.ext4", "-q", "-d", tmp_path / "disk", disk],
        ["mkfs.vfat", first],
        ["mkfs.vfat", second],
    )
    for words in made:
        subprocess.run(words, check=True, capture_output=True)
    (tmp_path / "share").mkdir()
    return Desk(started_from, disk, (first, second), tmp_path / "share", waiting, village_template.county_secret)


def long_history(folder: Path) -> int:
    """Give a village many long acts more; return how many wait then."""
    workspace = sign_in(folder, PASSWORD, FixedClock())
    household = household_numbered(workspace, "0001").household
    for number in range(LONG_ACTS):
        entry = HouseholdEntry(number=household.number, group=household.group, note=f"{number}{'记' * 300}")
        household = change_household(workspace, household.id, household.version, entry)
    waiting = outbox(workspace).acts
    workspace.close()
    return waiting


def plugged_in(machine: Guest, name: str) -> None:
    machine.wait_for(f"WANT {name}")
    machine.plug_in(name)


def put_away(machine: Guest, name: str) -> None:
    machine.wait_for(f"AWAY {name}")
    machine.pull_out(name)


def in_the_middle(machine: Guest, name: str) -> None:
    """Wait until a good part of the packet has gone to the stick."""
    machine.wait_for("EXPORTING")
    before = machine.bytes_written(name)
    while machine.bytes_written(name) < before + IN_THE_MIDDLE:
        time.sleep(0.02)


@pytest.mark.slow
def test_stick_torn_out_in_the_middle_of_an_export_is_a_situation_and_a_fresh_one_takes_all(desk: Desk) -> None:
    with desk.running(TORN_OUT) as machine:
        plugged_in(machine, "first")
        in_the_middle(machine, "first")
        machine.pull_out("first")
        assert machine.wait_for("EXPORTED") == "3"
        machine.wait_for("AWAY first")
        plugged_in(machine, "second")
        assert machine.wait_for("EXPORTED") == "0"
        put_away(machine, "second")
        for name in ("first", "second"):
            plugged_in(machine, name)
            put_away(machine, name)
        assert machine.wait_for("VERIFIED") == "0"
        machine.wait_for("DONE")
    assert desk.said("first.err").count("\n") == 1
    assert "可能已被拔掉" in desk.said("first.err")
    assert desk.said("drives").split() == ["/run/stick"]
    assert desk.packets("first") == []
    assert desk.packets("second") == [desk.waiting]
    assert desk.after() == (desk.waiting, 1)


@pytest.mark.slow
def test_power_cut_in_the_middle_of_an_export_leaves_no_half_packet_and_the_next_start_goes_on(desk: Desk) -> None:
    with desk.running(POWER_LOST) as machine:
        plugged_in(machine, "first")
        in_the_middle(machine, "first")
        machine.cut_power()
    with desk.running(AFTER_POWER_LOSS) as machine:
        plugged_in(machine, "first")
        put_away(machine, "first")
        plugged_in(machine, "first")
        assert machine.wait_for("EXPORTED") == "0"
        put_away(machine, "first")
        plugged_in(machine, "first")
        put_away(machine, "first")
        assert machine.wait_for("VERIFIED") == "0"
        machine.wait_for("DONE")
    assert desk.packets("left") == []
    assert desk.packets("first") == [desk.waiting]
    assert [path.name for path in (desk.share / "first").iterdir() if path.suffix != ".clerk"] == []
    assert desk.after() == (desk.waiting, 1)
