"""Signing in, drafts in a real village, previews, languages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.errors import EXIT_REFUSED, UserError
from clerk_app.services.demo import DEMO_PASSWORD
from clerk_app.services.drafts import load_draft
from clerk_app.ui.application import _options, prepare_input_method, set_language
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.sign_in import SignInDialog, open_workspace
from clerk_app.ui.page import FormPage
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.pdf_preview import PdfPreview
from clerk_app.ui.widgets.progress_strip import ProgressStrip


class NameForm(FormPage):
    name = "names"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lefts = 0
        field = Field("name", "姓名", LineEdit())
        self.body.addWidget(field)
        self.start(FieldSet([field], self))
        self.keep_draft("names")

    def left(self) -> None:
        self.lefts += 1


def a_form(qtbot: QtBot, context: Context, settled: Callable[[], None]) -> NameForm:
    form = NameForm(context)
    qtbot.addWidget(form, before_close_func=_forget)
    form.show()
    settled()
    return form


def _forget(form: object) -> None:
    assert isinstance(form, FormPage)
    form.fields.mark_saved()


def test_what_was_typed_comes_back_after_a_crash_and_can_be_discarded(
    qtbot: QtBot, village: Context, settled: Callable[[], None]
) -> None:
    first = a_form(qtbot, village, settled)
    QTest.keyClicks(first.fields["name"].editor, "zhang")
    qtbot.waitUntil(lambda: load_draft(village.workspace, "names") == {"name": "zhang"})
    second = a_form(qtbot, village, settled)
    assert second.fields["name"].editor.raw == "zhang"
    assert second.draft_strip.isVisible()
    button = second.draft_strip.findChild(QPushButton, "draftStripAction")
    assert isinstance(button, QPushButton)
    button.click()
    settled()
    assert second.lefts == 1
    assert load_draft(village.workspace, "names") is None


def test_draft_goes_when_the_form_is_saved(qtbot: QtBot, village: Context, settled: Callable[[], None]) -> None:
    form = a_form(qtbot, village, settled)
    QTest.keyClicks(form.fields["name"].editor, "li")
    qtbot.waitUntil(lambda: load_draft(village.workspace, "names") is not None)
    form.saved("已保存")
    settled()
    assert load_draft(village.workspace, "names") is None
    assert not form.is_changed


@pytest.fixture
def folder(demo_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(demo_folder, tmp_path / "data")
    return tmp_path / "data"


def test_wrong_password_is_told_and_the_right_one_opens(
    qtbot: QtBot, tasks: TaskRunner, folder: Path, settled: Callable[[], None]
) -> None:
    dialog = SignInDialog(tasks, folder)
    qtbot.addWidget(dialog)
    dialog.show()
    settled()
    assert dialog.clerk.count() == 1
    QTest.keyClicks(dialog.password, "wrong-password")
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    settled()
    note = dialog.findChild(QLabel, "signInPasswordNote")
    assert isinstance(note, QLabel)
    assert note.isVisible()
    assert "密码" in note.text()
    assert dialog.result() == 0
    QTest.keyClicks(dialog.password, DEMO_PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.workspace is not None, timeout=20_000)
    assert dialog.workspace is not None
    tasks.close(last=dialog.workspace.close)


def test_workspace_opens_without_asking_when_the_password_is_given(
    tasks: TaskRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_PASSWORD", DEMO_PASSWORD)
    workspace = open_workspace(tasks, folder)
    assert workspace is not None
    assert workspace.data_dir == folder
    tasks.close(last=workspace.close)


def test_wrong_given_password_is_refused(tasks: TaskRunner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_PASSWORD", "wrong-password")
    with pytest.raises(UserError):
        open_workspace(tasks, folder)


def test_command_behind_its_options_is_refused_with_the_right_order(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        _options(["--data", "somewhere", "household", "list"])
    assert stopped.value.code == EXIT_REFUSED
    said = capsys.readouterr().err
    assert "household list" in said
    assert "clerk verify --data" in said


def test_program_says_ready_and_goes_when_it_is_measured(folder: Path) -> None:
    environment = {
        **os.environ, "CLERK_PASSWORD": DEMO_PASSWORD, "CLERK_QUIT_WHEN_READY": "1", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "clerk_app", "--data", str(folder)],
        capture_output=True, text=True, timeout=60, check=False, env=environment,
    )  # fmt: skip
    assert done.stdout == "ready\n"
    assert done.returncode == 0


def test_window_starts_without_the_heavy_packages() -> None:
    heavy = "sqlalchemy reportlab openpyxl alembic pypinyin pypdfium2 pyrage cryptography"
    code = (
        "import sys, clerk_app.ui.application, clerk_app.ui.dialogs.sign_in;"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def a_pdf(pages: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(100, 100, str(page))
    painter.end()
    return bytes(buffer.data().data())


def test_preview_turns_pages_and_zooms_by_keys(qtbot: QtBot, tasks: TaskRunner, settled: Callable[[], None]) -> None:
    preview = PdfPreview(tasks)
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    preview.show_pdf(a_pdf(3))
    settled()
    settled()
    count = preview.findChild(QLabel, "previewCount")
    shown = preview.findChild(QLabel, "previewPage")
    assert isinstance(count, QLabel)
    assert isinstance(shown, QLabel)
    assert count.text() == "第 1 页，共 3 页"
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert (preview.page, preview.page_total) == (2, 3)
    settled()
    fitted = shown.pixmap().width()
    assert 500 < fitted < 700
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert shown.pixmap().width() > fitted
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert shown.pixmap().width() == fitted
    preview.show_pdf(None)
    assert not count.text()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, tasks: TaskRunner, settled: Callable[[], None]
) -> None:
    strip = ProgressStrip(tasks)
    qtbot.addWidget(strip)
    strip.hide()
    tick = threading.Event()

    def count(progress: Progress) -> None:
        for step in range(100_000):
            progress(step, 100_000)
            tick.wait(0.01)

    tasks.run(count, progress_title="正在导入…")
    qtbot.waitUntil(strip.isVisible)
    bar = strip.findChild(QProgressBar, "progressBar")
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.value() > 0)
    stop = strip.findChild(QPushButton, "progressCancel")
    assert isinstance(stop, QPushButton)
    with qtbot.waitSignal(tasks.cancelled):
        stop.click()
    settled()
    assert not strip.isVisible()


def test_english_serves_who_reads_no_chinese_and_chinese_stands_in_for_what_is_missing(
    qtbot: QtBot, qapp: QApplication, context: Context
) -> None:
    missing = UserError("目录里没有的句子 {x}。", x=1)
    translators = set_language(qapp, "en")
    try:
        assert translators
        assert term("村级社保专管员") == "Village Social Security Clerk"
        assert message_of(missing) == "目录里没有的句子 1。"
        form = SubclassedForm(context)
        qtbot.addWidget(form)
        button = form.draft_strip.findChild(QPushButton, "draftStripAction")
        assert isinstance(button, QPushButton)
        assert button.text() == "Discard"
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)
        set_language(qapp, "zh")


class SubclassedForm(FormPage):
    """A form whose class has no entry of its own in the catalogue."""

    name = "sub"


def test_fcitx_is_reached_by_ibus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx5")
    prepare_input_method()
    assert os.environ["QT_IM_MODULE"] == "ibus"
