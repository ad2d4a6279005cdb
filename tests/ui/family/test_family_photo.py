"""A person's photo in the person's form: seen, put in, changed, opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.services import attachments
from clerk_app.services.attachments import AttachmentRow, attachments_of
from clerk_app.services.photos import photo_of, put_photo
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.attachment_view import AttachmentDialog
from clerk_app.ui.dialogs.member_form import MemberDialog
from clerk_app.ui.dialogs.member_photo import HEIGHT, WIDTH, MemberPhoto
from tests.builders import person_named
from tests.ui.events_page import EventDesk
from tests.ui.households_page import HouseholdsDesk, dialog_field


@pytest.fixture
def desk(desk: EventDesk) -> EventDesk:
    """The page with the mother chosen."""
    view = desk.page.file_view
    assert view is not None
    assert view.members.view.select(lambda member: member.person.name == "李㛃")
    return desk


def a_picture(path: Path, width: int = 358, height: int = 441) -> Path:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("#4a7fb5"))
    assert picture.save(str(path))
    return path


def in_form(desk: HouseholdsDesk, look: Callable[[MemberPhoto, MemberDialog], None]) -> None:
    """Open the form of the mother and look at her photo."""

    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberDialog)
        assert dialog.photo is not None
        desk.settle()
        look(dialog.photo, dialog)
        dialog.fields.mark_saved()
        dialog.reject()

    desk.in_dialog(lambda: desk.click("memberEdit"), visit)


def drop(target: QWidget, *paths: Path, text: str = "") -> bool:
    """Drop files or words; say whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText(text)
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *buttons)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *buttons))
    return enter.isAccepted()


def test_a_photo_is_put_in_by_dropping_and_seen_at_once(desk: HouseholdsDesk, tmp_path: Path) -> None:
    path = a_picture(tmp_path / "李.png")

    def look(photo: MemberPhoto, dialog: MemberDialog) -> None:
        assert photo.picture.pixmap().isNull()
        assert "拖到这里" in photo.picture.text()
        assert photo.open_button.isHidden()
        dialog_field(dialog, "phone").set_raw("13900001111")
        assert not drop(photo, text="一段文字")
        assert not drop(photo, path, path), "one photo at a time"
        assert drop(photo, path)
        desk.settle()
        size = photo.picture.pixmap().deviceIndependentSize()
        assert not photo.picture.pixmap().isNull()
        assert (size.width() <= WIDTH, size.height() <= HEIGHT) == (True, True)
        assert not photo.open_button.isHidden()
        assert dialog_field(dialog, "phone").raw == "13900001111", "the form goes on"

    in_form(desk, look)

    file = desk.file("0002")
    (row,) = attachments_of(desk.context.workspace, file.household.id)
    assert (row.kind, row.person, row.name) == (AttachmentKind.PHOTO, "李㛃", "李.png")
    assert next(one.person.phone for one in file.members if one.person.name == "李㛃") == "", "only the photo is stored"


def test_a_photo_is_changed_by_the_button_and_the_list_of_attachments_follows(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = desk.context.workspace
    file = desk.file("0002")
    mother = person_named(file, "李㛃")
    put_photo(workspace, file.household.id, mother, a_picture(tmp_path / "旧.png"))
    chosen = [(str(a_picture(tmp_path / "新.png", 300, 400)), ""), ("", "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: chosen.pop(0))

    def look(photo: MemberPhoto, _dialog: MemberDialog) -> None:
        assert photo.picture.accessibleName() == "照片：旧.png"
        assert photo.put_button.text() == "更换…"
        photo.put_button.click()
        desk.settle()
        assert photo.picture.accessibleName() == "照片：新.png"
        photo.put_button.click()
        desk.settle()

    in_form(desk, look)

    found = photo_of(workspace, mother)
    assert found is not None
    assert found.row.name == "新.png"
    view = desk.page.file_view
    assert view is not None
    assert [row.name for row in view.attachments.view.model.shown] == ["新.png"]


def test_a_file_that_is_no_photo_is_told_below_and_the_photo_stays(desk: HouseholdsDesk, tmp_path: Path) -> None:
    file = desk.file("0002")
    put_photo(desk.context.workspace, file.household.id, person_named(file, "李㛃"), a_picture(tmp_path / "李.png"))
    scan = tmp_path / "申请.pdf"
    scan.write_bytes(b"%PDF-1.7" + b"x" * 200)

    def look(photo: MemberPhoto, _dialog: MemberDialog) -> None:
        assert drop(photo, scan)
        desk.settle()
        assert "申请.pdf" in photo.note.text()
        assert photo.note.isVisible()
        assert photo.picture.accessibleName() == "照片：李.png"

    in_form(desk, look)


def test_a_photo_is_opened_large(desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.file("0002")
    put_photo(desk.context.workspace, file.household.id, person_named(file, "李㛃"), a_picture(tmp_path / "李.png"))
    opened: list[str] = []

    def look(_parent: QWidget, _context: Context, row: AttachmentRow) -> bool:
        opened.append(row.name)
        return False

    monkeypatch.setattr(AttachmentDialog, "look", look)
    in_form(desk, lambda photo, _dialog: photo.open_button.click())
    assert opened == ["李.png"]


def test_a_picture_that_cannot_be_read_is_told(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "坏.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"?" * 200)
    file = desk.file("0002")
    with monkeypatch.context() as older:  # a program that did not look
        older.setattr(attachments, "require_whole", lambda *_: None)
        put_photo(desk.context.workspace, file.household.id, person_named(file, "李㛃"), broken)

    def look(photo: MemberPhoto, _dialog: MemberDialog) -> None:
        assert "打不开" in photo.note.text()
        assert not photo.open_button.isEnabled()
        assert photo.put_button.isEnabled()

    in_form(desk, look)


def test_enter_after_the_last_field_goes_to_saving_and_not_to_the_photo(desk: HouseholdsDesk) -> None:
    def look(_photo: MemberPhoto, dialog: MemberDialog) -> None:
        dialog_field(dialog, "reason").setFocus()
        QTest.keyClick(dialog_field(dialog, "reason"), Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.save_button

    in_form(desk, look)


def test_somebody_who_is_being_added_has_no_photo_yet(desk: HouseholdsDesk) -> None:
    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberDialog)
        assert dialog.photo is None
        dialog.reject()

    desk.in_dialog(lambda: desk.click("fileAddMember"), visit)
