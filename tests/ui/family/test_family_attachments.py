"""附件 in a household's file: taken in by button and by dropping, looked at, given out, taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.services import attachments
from clerk_app.services.attachments import AttachmentEntry, AttachmentRow, add_attachment, attachments_of
from clerk_app.ui.dialogs.attachment_add import AttachDialog, size_words
from clerk_app.ui.dialogs.attachment_view import AttachmentDialog
from clerk_app.ui.dialogs.reason import ReasonDialog
from clerk_app.ui.pages.households.attachments_section import AttachmentsSection
from clerk_app.ui.widgets.picture_view import read_picture
from clerk_app.ui.widgets.strips import Strip
from tests.ui.households_page import HouseholdsDesk, dialog_field, note_of


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    picture = QImage(1200, 800, QImage.Format.Format_RGB32)
    picture.fill(QColor("#9cc5d0"))
    path = tmp_path / "身份证正面.jpg"
    assert picture.save(str(path))
    return path


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(595, 842)
    path = tmp_path / "低保申请书.pdf"
    document.save(path)
    document.close()
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "说明.docx"
    path.write_bytes(b"PK\x03\x04")
    return path


def rows(desk: HouseholdsDesk) -> tuple[AttachmentRow, ...]:
    return attachments_of(desk.context.workspace, desk.file("0002").household.id)


def section(desk: HouseholdsDesk) -> AttachmentsSection:
    return desk.find(AttachmentsSection, "fileAttachments")


def attached(desk: HouseholdsDesk, path: Path) -> None:
    """Attach a file and show it."""
    household_id = desk.file("0002").household.id
    entry = AttachmentEntry(household_id=household_id, kind=AttachmentKind.ID_CARD)
    add_attachment(desk.context.workspace, entry, path)
    desk.open_file("0002")


def drop(target: QWidget, *paths: Path, text: str = "") -> bool:
    """Drag files over a widget and drop them as the window system does; False when they are not taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText(text)
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *buttons)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *buttons))
    return True


def drop_now(target: QWidget, *paths: Path) -> None:
    """Drop files, which must be taken."""
    assert drop(target, *paths)


def save(dialog: QDialog, desk: HouseholdsDesk) -> None:
    assert isinstance(dialog, AttachDialog)
    dialog.try_save()
    desk.settle()


def test_dropped_files_are_asked_about_once_and_listed(desk: HouseholdsDesk, photo: Path, scan: Path) -> None:
    assert desk.find(QLabel, "fileAttachmentsNone").isVisible()
    head = desk.file("0002").members[0].person

    def answer(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachDialog)
        assert dialog.waiting == (photo, scan)
        save(dialog, desk)
        assert note_of(dialog, "kind").error
        dialog_field(dialog, "kind").set_raw("application")
        dialog_field(dialog, "person").set_person(head.id)
        dialog_field(dialog, "note").set_raw("2026 年低保申请")
        save(dialog, desk)
        assert not dialog.isVisible()

    desk.in_dialog(partial(drop_now, section(desk), photo, scan), answer)

    assert [(row.name, row.kind, row.person, row.note) for row in rows(desk)] == [
        (path.name, AttachmentKind.APPLICATION, head.name, "2026 年低保申请") for path in (photo, scan)
    ]
    assert section(desk).view.model.shown == rows(desk)
    assert photo.is_file()


def test_a_drop_anywhere_on_the_page_counts_but_not_of_words(desk: HouseholdsDesk, photo: Path) -> None:
    view = desk.page.file_view
    assert view is not None
    assert not drop(view, text="一段文字")
    desk.in_dialog(partial(drop_now, view, photo), lambda _dialog: None)
    assert rows(desk) == ()


def test_a_file_that_cannot_be_taken_in_is_told_beside_its_name_and_stops_no_other(
    desk: HouseholdsDesk, photo: Path, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(letter), str(photo), str(tmp_path / "没有.png")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (chosen, ""))

    def answer(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachDialog)
        assert dialog.waiting == (photo,)
        errors = [label.text() for place in (0, 1) for label in dialog.findChildren(QLabel, f"attachError_{place}")]
        assert "说明.docx" in errors[0]
        assert "没有.png" in errors[1]
        dialog_field(dialog, "kind").set_raw("id_card")
        save(dialog, desk)
        assert dialog.isVisible()
        assert not any(dialog.waiting)
        assert not dialog.save_button.isEnabled()

    desk.in_dialog(lambda: desk.click("attachmentAdd"), answer)

    assert [row.name for row in rows(desk)] == [photo.name]
    assert desk.said


def test_the_same_file_twice_is_told_with_its_name(desk: HouseholdsDesk, photo: Path) -> None:
    attached(desk, photo)
    told: list[str] = []

    def answer(dialog: QDialog) -> None:
        desk.settle()
        dialog_field(dialog, "kind").set_raw("photo")
        save(dialog, desk)
        told.extend(label.text() for label in dialog.findChildren(QLabel, "attachError_0"))

    desk.in_dialog(partial(drop_now, section(desk), photo), answer)

    assert photo.name in told[0]
    assert len(rows(desk)) == 1


def test_a_stop_between_two_files_leaves_the_rest_waiting(desk: HouseholdsDesk, photo: Path, scan: Path) -> None:
    def answer(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachDialog)
        dialog_field(dialog, "kind").set_raw("photo")
        dialog.try_save()
        desk.context.tasks._open[-1].cancel()
        desk.settle()

    desk.in_dialog(partial(drop_now, section(desk), photo, scan), answer)

    assert len(rows(desk)) < 2


def test_a_photo_is_shown_fitted_and_grows_by_keys(desk: HouseholdsDesk, photo: Path) -> None:
    attached(desk, photo)
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachmentDialog)
        picture = dialog.picture
        control = Qt.KeyboardModifier.ControlModifier
        for key in (None, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_0):
            if key is not None:
                QTest.keyClick(picture, key, control)
            seen.append(picture.shown_size.width())
        dialog.resize(dialog.width() - 100, dialog.height() - 100)
        desk.qtbot.waitUntil(lambda: picture.shown_size.width() < seen[0])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    desk.in_dialog(lambda: desk.click("attachmentOpen"), look)

    fitted, larger, smaller, smallest, again = seen
    assert larger > fitted == again > 0
    assert larger > smaller > smallest


def test_a_scan_is_shown_page_by_page(desk: HouseholdsDesk, scan: Path) -> None:
    attached(desk, scan)

    def look(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachmentDialog)
        assert dialog.preview.isVisible()
        assert dialog.preview.page_total == 2
        QTest.keyClick(dialog.preview, Qt.Key.Key_PageDown)
        desk.settle()
        assert dialog.preview.page == 1

    desk.in_dialog(lambda: section(desk).record_chosen.emit(rows(desk)[0]), look)


@pytest.mark.parametrize(
    ("name", "content"), [("坏.png", b"\x89PNG\r\n\x1a\nxx"), ("坏.pdf", b"%PDF-1.7 xx")], ids=["picture", "pdf"]
)
def test_a_damaged_file_is_told_and_can_still_be_saved(
    desk: HouseholdsDesk, tmp_path: Path, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / name
    broken.write_bytes(content)
    with monkeypatch.context() as older:  # a program that did not look
        older.setattr(attachments, "require_whole", lambda *_: None)
        attached(desk, broken)
    target = tmp_path / "out"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(target))

    def look(dialog: QDialog) -> None:
        desk.settle()
        assert isinstance(dialog, AttachmentDialog)
        assert name in dialog.error_strip.text
        dialog.save_button.click()

    desk.in_dialog(lambda: desk.click("attachmentOpen"), look)

    assert (target / name).read_bytes() == content


def test_a_copy_is_written_where_the_clerk_says(
    desk: HouseholdsDesk, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(desk, photo)
    target = tmp_path / "out"
    target.mkdir()
    answers = iter(["", str(target)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: next(answers))
    desk.click("attachmentSave")
    assert list(target.iterdir()) == []
    desk.click("attachmentSave")
    assert (target / photo.name).read_bytes() == photo.read_bytes()
    assert photo.name in desk.said[-1]


def test_an_attachment_goes_only_with_a_reason_and_stays_in_the_history(desk: HouseholdsDesk, photo: Path) -> None:
    attached(desk, photo)
    assert "image/jpeg" not in desk.find(QLabel, "historyEntry_0").text()

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog.try_save()
        assert note_of(dialog, "reason").error
        dialog_field(dialog, "reason").set_raw("拍错了人")
        dialog.try_save()

    desk.in_dialog(lambda: desk.click("attachmentRemove"), refuse)

    assert rows(desk) == ()
    assert desk.find(QLabel, "fileAttachmentsNone").isVisible()
    assert "拍错了人" in desk.find(QLabel, "historyEntry_0").text()


def test_a_file_that_is_not_here_yet_is_told_and_not_opened(desk: HouseholdsDesk, photo: Path) -> None:
    attached(desk, photo)
    assert not desk.find(Strip, "attachmentStrip").isVisible()
    with desk.context.workspace.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM attached_file")
    desk.open_file("0002")
    assert desk.find(Strip, "attachmentStrip").isVisible()
    for name, is_enabled in (("attachmentOpen", False), ("attachmentSave", False), ("attachmentRemove", True)):
        assert desk.find(QPushButton, name).isEnabled() is is_enabled
    section(desk).record_chosen.emit(rows(desk)[0])
    assert QApplication.activeModalWidget() is None


def test_a_large_photo_is_read_no_larger_than_a_screen_needs_and_upright(photo: Path) -> None:
    picture = read_picture(photo.read_bytes(), longest=300)
    assert (picture.width(), picture.height()) == (300, 200)
    assert read_picture(b"no picture").isNull()


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (3 * 2**19, "1.5 MB")]
)
def test_sizes_are_written_as_the_folder_window_does(size: int, words: str) -> None:
    assert size_words(size) == words
