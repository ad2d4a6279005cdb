"""A person's photo: which one it is, and one in another's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.household import HouseholdFile, PersonId
from clerk_app.errors import SituationError, UserError
from clerk_app.services.attachments import AttachmentEntry, add_attachment, attachments_of, remove_attachment
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered
from clerk_app.services.photos import REPLACED, photo_of, put_photo
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files
from tests.builders import person_named
from tests.pictures import JPEG, PDF, PNG


@pytest.fixture
def home(village: Workspace) -> HouseholdFile:
    return household_numbered(village, "0002")


@pytest.fixture
def mother(home: HouseholdFile) -> PersonId:
    return person_named(home, "李㛃")


def a_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_person_has_no_photo_until_one_is_put_in(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path
) -> None:
    assert photo_of(village, mother) is None
    put_photo(village, home.household.id, mother, a_file(tmp_path, "李.jpg", JPEG))
    photo = photo_of(village, mother)
    assert photo is not None
    assert (photo.content, photo.row.name, photo.row.person, photo.row.is_here) == (JPEG, "李.jpg", "李㛃", True)
    (row,) = attachments_of(village, home.household.id)
    assert row == photo.row, "it is an attachment like the others"
    assert photo_of(village, person_named(home, "单长乐")) is None


def test_another_photo_takes_the_place_of_the_first_which_stays_in_the_history(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path
) -> None:
    first = put_photo(village, home.household.id, mother, a_file(tmp_path, "旧.jpg", JPEG))
    second = put_photo(village, home.household.id, mother, a_file(tmp_path, "新.png", PNG))
    photo = photo_of(village, mother)
    assert photo is not None
    assert (photo.row.id, photo.content) == (second.id, PNG)
    assert [row.id for row in attachments_of(village, home.household.id)] == [second.id]
    removal, *_ = history_of(village, (first.id,))
    assert (removal.kind, removal.reason) == ("移除附件", REPLACED)
    assert verify(village).ok


def test_only_a_picture_that_says_it_is_a_photo_is_one(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path
) -> None:
    household = home.household.id
    for kind, name, content in (
        (AttachmentKind.ID_CARD, "身份证.jpg", JPEG),
        (AttachmentKind.PHOTO, "照片.pdf", PDF),
    ):
        entry = AttachmentEntry(household_id=household, kind=kind, person_id=mother)
        add_attachment(village, entry, a_file(tmp_path, name, content))
    of_all = AttachmentEntry(household_id=household, kind=AttachmentKind.PHOTO)
    add_attachment(village, of_all, a_file(tmp_path, "全家.png", PNG))
    assert photo_of(village, mother) is None
    with pytest.raises(UserError, match="不是照片"):
        put_photo(village, household, mother, a_file(tmp_path, "照片2.pdf", PDF + b"2"))
    assert len(attachments_of(village, household)) == 3


def test_same_photo_again_and_a_stranger_s_are_refused_and_change_nothing(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "李.jpg", JPEG)
    first = put_photo(village, home.household.id, mother, path)
    with pytest.raises(UserError, match="已经添加过"):
        put_photo(village, home.household.id, mother, path)
    with pytest.raises(UserError, match="不属于这一户"):
        put_photo(village, household_numbered(village, "0001").household.id, mother, a_file(tmp_path, "b.png", PNG))
    photo = photo_of(village, mother)
    assert photo is not None
    assert photo.row.id == first.id


def test_photo_that_was_taken_away_is_none(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path
) -> None:
    added = put_photo(village, home.household.id, mother, a_file(tmp_path, "李.jpg", JPEG))
    remove_attachment(village, added.id, "拍错了人")
    assert photo_of(village, mother) is None


def test_photo_on_its_way_from_another_laptop_is_told_without_bytes(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_photo(village, home.household.id, mother, a_file(tmp_path, "李.jpg", JPEG))
    monkeypatch.setattr(attached_files, "sizes", lambda _connection, _wanted: {})
    photo = photo_of(village, mother)
    assert photo is not None
    assert (photo.content, photo.row.is_here) == (None, False)


def test_damaged_photo_is_told(
    village: Workspace, home: HouseholdFile, mother: PersonId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_photo(village, home.household.id, mother, a_file(tmp_path, "李.jpg", JPEG))
    monkeypatch.setattr(attached_files, "content", lambda _connection, _sha256: JPEG + b"?")
    with pytest.raises(SituationError, match="已损坏"):
        photo_of(village, mother)
