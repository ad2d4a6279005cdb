"""The village's side of the stick: packets that are verified, that mark nothing as sent, and that fail without a trace."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from clerk_app.domain.act import GENESIS, canonical_json
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.packet import open_packet
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services import exchange
from clerk_app.services.accounts import change_village, sign_in, the_village
from clerk_app.services.exchange import drives, export_packet, inspect_packet, outbox
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import packets
from clerk_app.storage.tables import RECORD_TABLES
from tests.builders import PASSWORD, VillageFolder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_outbox_counts_every_act_by_kind(village: Workspace) -> None:
    waiting = outbox(village)
    assert waiting.acts == 5
    assert dict(waiting.by_kind) == {"登记住户": 3, "建立村档案": 1, "修改村设置": 1}
    assert waiting.first_at is not None
    assert (waiting.last_export_at, waiting.packets) == (None, ())


def test_packet_is_on_the_stick_whole_and_readable_by_county_and_village(
    village: Workspace, village_template: VillageFolder, stick: Path
) -> None:
    done = export_packet(village, stick)
    assert [path.name for path in stick.iterdir()] == [done.path.name]
    data = done.path.read_bytes()
    assert (done.acts, done.size, done.sha256) == (5, len(data), hashlib.sha256(data).hexdigest())
    for secret in (village_template.county_secret, village.store.install.age_secret):
        manifest = inspect_packet(done.path, (secret,))
        assert (manifest.village_code, manifest.village_name) == ("532325100201", "清河村")
        assert (manifest.number, manifest.acts, manifest.first_act, manifest.last_act) == (1, 5, 1, 5)
        assert (manifest.previous_packet, manifest.install) == (GENESIS, village.store.install.id)
    with village.store.reading() as connection:
        assert inspect_packet(done.path, (village_template.county_secret,)).state_digest == packets.state_digest(
            connection
        )


def test_digest_of_the_state_is_that_of_its_records_in_plain_json(village: Workspace) -> None:
    expected = hashlib.sha256()
    with village.store.reading() as connection:
        for table in RECORD_TABLES:
            for row in connection.execute(select(table).order_by(table.c.id)).mappings():
                record = {str(name): value for name, value in row.items()}
                expected.update(f"{canonical_json([str(table.name), record])}\n".encode())
        assert packets.state_digest(connection) == expected.hexdigest()


def test_nobody_else_can_open_a_packet_and_no_name_is_in_it(village: Workspace, stick: Path) -> None:
    done = export_packet(village, stick)
    stranger, _ = new_age_identity()
    for identities in ((stranger,), ()):
        with pytest.raises(UserError):
            inspect_packet(done.path, identities)
    assert "单长乐".encode() not in done.path.read_bytes()


def test_packet_does_not_empty_the_outbox_and_the_next_one_follows_it(
    village: Workspace, village_template: VillageFolder, stick: Path
) -> None:
    first = export_packet(village, stick)
    file = household_numbered(village, "0001")
    change_household(village, file.household.id, 1, HouseholdEntry(number="0001", note="新"))
    waiting = outbox(village)
    assert (waiting.acts, len(waiting.packets)) == (6, 1)
    assert waiting.last_export_at is not None
    second = export_packet(village, stick)
    manifest = inspect_packet(second.path, (village_template.county_secret,))
    assert (manifest.number, manifest.acts, manifest.previous_packet) == (2, 6, first.sha256)
    assert len(list(stick.iterdir())) == 2
    packet = open_packet(second.path.read_bytes(), (village_template.county_secret,), None)
    assert [act.number for act in packet.acts] == [1, 2, 3, 4, 5, 6]
    assert verify(village).ok


def test_packet_that_was_written_but_not_noted_is_stepped_over(
    village: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exchange, "_note", stopped)
    with pytest.raises(KeyboardInterrupt):
        export_packet(village, stick)
    monkeypatch.undo()
    assert outbox(village).packets == ()
    assert export_packet(village, stick).path.name.endswith("2.clerk")
    assert len(list(stick.iterdir())) == 2


def test_without_a_county_key_nothing_is_written(village: Workspace, stick: Path) -> None:
    change_village(village, replace(the_village(village), county_key=""))
    with pytest.raises(UserError) as refused:
        export_packet(village, stick)
    assert refused.value.field == "county_key"
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("vanished", ["folder", "file in its place"])
def test_stick_that_is_gone_is_a_situation_and_nothing_counts_as_written(
    village: Workspace, stick: Path, vanished: str
) -> None:
    shutil.rmtree(stick)
    if vanished == "file in its place":
        stick.write_text("")
    with pytest.raises(SituationError):
        export_packet(village, stick)
    assert outbox(village).packets == ()
    assert export_packet(village, village.data_dir).path.is_file()


def test_stick_that_does_not_answer_is_a_situation(
    village: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(self: Path, **_asked: object) -> bool:
        if stick in (self, self.parent):
            raise OSError(107, "Transport endpoint is not connected")
        return True

    monkeypatch.setattr(Path, "exists", gone)
    monkeypatch.setattr(Path, "is_dir", gone)
    with pytest.raises(SituationError, match="拔掉"):
        export_packet(village, stick)


def test_altered_or_cut_packet_is_refused(village: Workspace, village_template: VillageFolder, stick: Path) -> None:
    done = export_packet(village, stick)
    data = done.path.read_bytes()
    for spoiled in (data[:-1], data[:100], b"", data[:500] + bytes([data[500] ^ 1]) + data[501:]):
        done.path.write_bytes(spoiled)
        with pytest.raises(UserError):
            inspect_packet(done.path, (village_template.county_secret,))
    with pytest.raises(UserError, match="找不到文件"):
        inspect_packet(stick / "none.clerk", (village_template.county_secret,))


def test_packet_row_keeps_the_manifest(village: Workspace, stick: Path) -> None:
    done = export_packet(village, stick)
    (row,) = outbox(village).packets
    manifest = json.loads(row.manifest)
    assert (row.name, row.sha256, row.bytes, row.acts) == (done.path.name, done.sha256, done.size, 5)
    assert (row.by, row.first_act, row.last_act) == (village.clerk.id, 1, 5)
    assert manifest["state_digest"]


def test_drives_are_those_that_can_be_pulled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clerk_app.exchange.drives.removable_drives", lambda: ())
    assert drives() == ()


def test_second_export_at_the_same_moment_is_told_to_wait(village: Workspace, stick: Path, tmp_path: Path) -> None:
    other, elsewhere = sign_in(village.data_dir, PASSWORD, village.clock), tmp_path / "elsewhere"
    elsewhere.mkdir()
    told: list[str] = []

    def export_again(step: int, _of: int) -> None:
        if step == 0:
            with pytest.raises(SituationError, match="另一个窗口或命令也在报送") as refused:
                export_packet(other, elsewhere)
            told.append(refused.value.message)

    done = export_packet(village, stick, export_again)
    assert (len(told), list(elsewhere.iterdir())) == (1, [])
    assert [row.sha256 for row in outbox(village).packets] == [done.sha256]
    assert export_packet(other, elsewhere).path.name.endswith("-2.clerk")
    other.close()


def test_number_used_up_where_folders_cannot_be_locked_is_told(
    village: Workspace, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "claimed", lambda _folder: nullcontext(enter_result=True))
    other, elsewhere = sign_in(village.data_dir, PASSWORD, village.clock), tmp_path / "elsewhere"
    elsewhere.mkdir()

    def export_again(step: int, _of: int) -> None:
        if step == 1:
            export_packet(other, elsewhere)

    with pytest.raises(SituationError, match="再报送一次"):
        export_packet(village, stick, export_again)
    assert [row.number for row in outbox(village).packets] == [1]
    assert export_packet(village, stick).path.name.endswith("-2.clerk")
    other.close()
