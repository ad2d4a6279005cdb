"""Attachments: what is taken in, shown, given out and taken away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import SituationError, UserError
from clerk_app.services.attachments import (
    LARGEST,
    AttachmentEntry,
    add_attachment,
    attachments_of,
    content_of,
    remove_attachment,
    save_copy,
)
from clerk_app.services.households import household_numbered
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.pictures import JPEG as PHOTO
from tests.pictures import PDF as SCAN


@pytest.fixture
def file(village: Workspace) -> HouseholdFile:
    return household_numbered(village, "0002")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "户口簿首页.JPG"
    path.write_bytes(PHOTO)
    return path


def entry(file: HouseholdFile, *, of_head: bool = False) -> AttachmentEntry:
    return AttachmentEntry(
        household_id=file.household.id,
        kind=AttachmentKind.HUKOU_BOOK,
        person_id=file.members[0].person.id if of_head else None,
        note="首页",
    )


def test_a_file_is_listed_and_comes_out_as_it_went_in(
    village: Workspace, file: HouseholdFile, photo: Path, tmp_path: Path
) -> None:
    added = add_attachment(village, entry(file, of_head=True), photo)
    (row,) = attachments_of(village, file.household.id)
    assert (row.name, row.person, row.media_type, row.size, row.is_here) == (
        photo.name,
        file.members[0].person.name,
        "image/jpeg",
        len(PHOTO),
        True,
    )
    assert content_of(village, added.id)[1] == PHOTO
    out = tmp_path / "out"
    out.mkdir()
    first, second = (save_copy(village, added.id, out) for _ in range(2))
    assert (first.name, second.name) == ("户口簿首页.jpg", "户口簿首页-2.jpg")
    assert second.read_bytes() == PHOTO
    assert verify(village).ok


def test_one_file_serves_the_household_and_a_person_but_each_once(
    village: Workspace, file: HouseholdFile, photo: Path
) -> None:
    add_attachment(village, entry(file), photo)
    add_attachment(village, entry(file, of_head=True), photo)
    with pytest.raises(UserError, match="已经添加过"):
        add_attachment(village, entry(file), photo)
    assert len(attachments_of(village, file.household.id)) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello", "只收 JPG"),
        (b"", "只收 JPG"),
        (b"%PDF-" + b"x" * LARGEST, "请用较低的分辨率"),
        (SCAN[:-20], "没有拷完"),
    ],
    ids=["text", "empty", "large", "half"],
)
def test_other_files_are_refused_at_the_field(
    village: Workspace, file: HouseholdFile, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words) as refused:
        add_attachment(village, entry(file), path)
    assert refused.value.field == "file"
    assert attachments_of(village, file.household.id) == ()


def test_a_file_that_is_gone_is_a_situation(village: Workspace, file: HouseholdFile, tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="读不出来"):
        add_attachment(village, entry(file), tmp_path / "none.jpg")


def test_a_stranger_to_the_household_and_an_endless_note_are_refused(
    village: Workspace, file: HouseholdFile, photo: Path
) -> None:
    stranger = household_numbered(village, "0001").members[0].person.id
    wrong = AttachmentEntry(household_id=file.household.id, kind=AttachmentKind.PHOTO, person_id=stranger)
    with pytest.raises(UserError, match="不属于这一户"):
        add_attachment(village, wrong, photo)
    with pytest.raises(UserError, match="文字太长"):
        add_attachment(
            village,
            AttachmentEntry(household_id=file.household.id, kind=AttachmentKind.PHOTO, note="长" * 501),
            photo,
        )


def test_what_is_taken_away_stays_in_the_history(village: Workspace, file: HouseholdFile, photo: Path) -> None:
    added = add_attachment(village, entry(file), photo)
    with pytest.raises(UserError, match="移除原因"):
        remove_attachment(village, added.id, " ")
    remove_attachment(village, added.id, "拍错了")
    assert attachments_of(village, file.household.id) == ()
    assert content_of(village, added.id)[1] == PHOTO
    with pytest.raises(UserError, match="已经移除"):
        remove_attachment(village, added.id, "拍错了")
    add_attachment(village, entry(file), photo)


def test_a_file_still_on_its_way_and_one_that_was_altered_are_situations(
    village: Workspace, file: HouseholdFile, photo: Path
) -> None:
    added = add_attachment(village, entry(file), photo)
    with village.store.writing() as connection:
        connection.exec_driver_sql("UPDATE attached_file SET content = ?", (SCAN,))
    with pytest.raises(SituationError, match="已损坏"):
        content_of(village, added.id)
    assert [check.name for check in verify(village).checks if not check.ok] == ["files"]
    with village.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM attached_file")
    with pytest.raises(SituationError, match="还没有从另一台电脑传来"):
        content_of(village, added.id)
    assert not attachments_of(village, file.household.id)[0].is_here
    with pytest.raises(UserError, match="找不到"):
        content_of(village, "none")


def test_folder_and_pipe_are_refused_before_they_are_read(
    village: Workspace, file: HouseholdFile, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(UserError, match="不是文件"):
            add_attachment(village, entry(file), path)


def test_hostile_name_is_kept_on_one_line_and_comes_out_as_a_plain_one(
    village: Workspace, file: HouseholdFile, photo: Path, tmp_path: Path
) -> None:
    hostile = tmp_path / "a\n\u202eb:?.jpg"
    hostile.write_bytes(photo.read_bytes())
    added = add_attachment(village, entry(file), hostile)
    assert added.name == "a__b:?.jpg"
    out = tmp_path / "out"
    out.mkdir()
    assert save_copy(village, added.id, out).name == "a__b__.jpg"
