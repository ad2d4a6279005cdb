"""Attached files travel with the acts: to the county, and back to a laptop that lost them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.household import HouseholdId
from clerk_app.exchange.packet import open_packet
from clerk_app.services import exchange
from clerk_app.services.attachments import AttachmentEntry, add_attachment, attachments_of, content_of
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.households import HouseholdEntry, register_household
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files
from tests.builders import a_member
from tests.county_builders import Exchange, reopen
from tests.pictures import JPEG as PHOTO


def household_with_a_photo(village: Workspace, folder: Path) -> tuple[HouseholdId, str]:
    household = register_household(village, HouseholdEntry(group="一组"), (a_member("郑安"),))
    path = folder / "门前.jpg"
    path.write_bytes(PHOTO)
    added = add_attachment(village, AttachmentEntry(household_id=household, kind=AttachmentKind.PHOTO), path)
    return household, added.sha256


def test_a_packet_carries_the_files_of_its_acts_until_the_county_has_them(
    either: Exchange, workspace: Workspace, tmp_path: Path
) -> None:
    either.join(workspace)
    either.round(workspace)
    _, sha256 = household_with_a_photo(workspace, tmp_path)
    done = export_packet(workspace, either.fresh_stick())
    opened = open_packet(done.path.read_bytes(), (workspace.store.install.age_secret,), None)
    assert opened.files[sha256] == PHOTO
    either.round(workspace)
    with either.county.store.reading() as session:
        assert attached_files.content(session, sha256) == PHOTO
    later = export_packet(workspace, either.fresh_stick())
    assert sha256 not in open_packet(later.path.read_bytes(), (workspace.store.install.age_secret,), None).files


def test_a_laptop_put_back_to_an_old_copy_gets_its_files_again(
    exchange: Exchange, workspace: Workspace, tmp_path: Path
) -> None:
    exchange.join(workspace)
    exchange.round(workspace)
    workspace.close()
    shutil.copytree(workspace.data_dir, tmp_path / "old")
    workspace = reopen(workspace)
    household, _ = household_with_a_photo(workspace, tmp_path)
    exchange.round(workspace)
    workspace.close()
    shutil.rmtree(workspace.data_dir)
    shutil.copytree(tmp_path / "old", workspace.data_dir)
    workspace = reopen(workspace)
    exchange.round(workspace)
    exchange.round(workspace)
    (row,) = attachments_of(workspace, household)
    assert row.is_here
    assert content_of(workspace, row.id)[1] == PHOTO
    assert verify(workspace).ok
    workspace.close()


def test_more_than_one_packet_can_hold_goes_in_several_that_follow_each_other(
    either: Exchange, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(workspace)
    either.round(workspace)
    names = ("一.jpg", "二.jpg", "三.jpg")
    household = register_household(workspace, HouseholdEntry(group="一组"), (a_member("郑安"),))
    for place, name in enumerate(names):
        (tmp_path / name).write_bytes(PHOTO + bytes([place]))
        entry = AttachmentEntry(household_id=household, kind=AttachmentKind.PHOTO)
        add_attachment(workspace, entry, tmp_path / name)
    monkeypatch.setattr(exchange, "MOST_ATTACHED", 2 * len(PHOTO) + 2)
    stick = either.fresh_stick()
    done = export_packet(workspace, stick)
    assert len(done.paths) == 2
    taken = ingest(either.county, (stick,))
    assert [(each.acts, each.applied, each.held) for each in taken] == [(3, 3, 0), (1, 1, 0)]
    either.answer(workspace)
    assert outbox(workspace).acts == 0
    with either.county.store.reading() as session:
        assert len(attached_files.present(session)) == len(names)
