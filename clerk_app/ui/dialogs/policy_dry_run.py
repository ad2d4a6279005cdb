"""换政策包前先试算: which households another pack, or another day, would change; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.loader import load_pack, pack_ids
from clerk_app.services.accounts import the_village
from clerk_app.services.policy_change import HouseholdDifference, Rules, dry_run
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.tasks import Progress, Work
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import FIELD, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.strips import ErrorStrip, Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

_FRAME: Final = QSize(32, 48)  # what a window manager puts round a window, at most
_LOW: Final = 620


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs there are, as (id, words), and the one the village uses."""

    choices: tuple[tuple[str, str], ...]
    current: str


class PolicyDryRunDialog(QDialog):
    """Choose a pack and a day, run, look, save as Excel. Closing stops what runs."""

    @classmethod
    def ask(cls, parent: QWidget | None, context: Context, pack: str = "") -> None:
        """Show the dialog; ``pack`` is the one to begin with, such as the one chosen in the settings but not yet stored."""
        dialog = cls(context, pack, parent)
        dialog.exec()
        dialog.deleteLater()

    def __init__(self, context: Context, pack: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._wanted = pack
        self._current = ""
        self._tried: Rules | None = None
        self._work: Work | None = None
        self.setObjectName("policyDryRun")
        self.setWindowTitle(self.tr("换政策包前先试算"))
        self.setModal(True)
        theme = current_theme()
        self._room = room = self.screen().availableSize() - _FRAME
        self._is_low = room.height() < theme.px(_LOW)
        self.resize(min(theme.px(1080), 1300, room.width()), min(theme.px(620), 690, room.height()))
        self._build()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Read the packs to choose from."""
        workspace = self.context.workspace
        self.context.tasks.run(partial(_packs, workspace), on_done=self._offer, on_error=self._refuse, owner=self)

    def event(self, event: QEvent) -> bool:
        """Give back the height that the words and the bar of a run needed, so that the buttons come back onto the screen."""
        result = super().event(event)
        is_layout = event.type() == QEvent.Type.LayoutRequest
        if is_layout and not self.isMaximized() and self.height() > self._room.height():
            self.resize(self.width(), self._room.height())
        return result

    # building

    def _build(self) -> None:
        theme = current_theme()
        self.error_strip = ErrorStrip(self)
        self.notice = Strip("dryRunNotice")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(self.error_strip)
        self.intro = QLabel(
            self.tr("拿另一个政策包或另一个日期，把全村的户算一遍，看哪些户的低保类别或金额会变。只是试算，不会保存。")
        )
        self.intro.setWordWrap(True)
        column.addWidget(self.intro)
        column.addLayout(self._choice())
        column.addLayout(self._running())
        column.addWidget(self.notice)
        column.addWidget(self._table(), 1)
        self.detail = TextEdit(lines=2 if self._is_low else 3)
        self.detail.setObjectName("dryRunDetail")
        self.detail.setAccessibleName(self.tr("选中的一户变在哪里"))
        self.detail.setReadOnly(True)
        self.detail.hide()
        column.addWidget(self.detail)
        column.addLayout(self._buttons())

    def _choice(self) -> QHBoxLayout:
        theme = current_theme()
        self.pack = QComboBox()
        self.pack.setObjectName("dryRunPack")
        self.pack.setAccessibleName(self.tr("试哪个政策包"))
        self.pack.setFixedHeight(theme.px(FIELD))
        label = QLabel(self.tr("试哪个政策包"))
        label.setProperty("role", "label")
        label.setBuddy(self.pack)
        packs = QVBoxLayout()
        packs.setSpacing(theme.px(4))
        packs.addWidget(label)
        packs.addWidget(self.pack)
        packs.addStretch(1)
        self.on = Field("dryRunOn", self.tr("按哪一天"), DateEdit(self.context.workspace.today), width=160)
        self.on.editor.set_raw(self.context.workspace.today().isoformat())
        self.start = PrimaryButton("dryRunStart", self.tr("开始试算"), icon_name="git-compare")
        self.start.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        level = QVBoxLayout()
        level.setSpacing(theme.px(4))
        level.addWidget(QLabel(" "))
        level.addWidget(self.start)
        level.addStretch(1)
        row.addLayout(packs, 1)
        row.addWidget(self.on)
        row.addLayout(level)
        row.addStretch(1)
        self.start.clicked.connect(self.run)
        return row

    def _running(self) -> QHBoxLayout:
        theme = current_theme()
        self.bar = QProgressBar()
        self.bar.setObjectName("dryRunProgress")
        self.bar.setAccessibleName(self.tr("正在试算"))
        self.bar.setTextVisible(False)
        self.count = QLabel()
        self.count.setObjectName("dryRunCount")
        self.stop = Button("dryRunStop", self.tr("停止"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addWidget(self.stop)
        self._show_running(is_running=False)
        return row

    def _table(self) -> QWidget:
        self._empty = EmptyState(
            "git-compare",
            self.tr("还没有试算"),
            self.tr("选好政策包和日期，按“开始试算”。"),
        )
        self.model: RecordTable[HouseholdDifference] = RecordTable(self._columns(), parent=self)
        self.view: RecordView[HouseholdDifference] = RecordView(
            "dryRunDifferences", self.model, label=self.tr("有变化的户"), empty=self._empty, memory=self.context.memory
        )
        return self.view

    def _columns(self) -> tuple[Column[HouseholdDifference], ...]:
        return (
            Column("number", self.tr("户编号"), lambda row: row.household_number, width=88),
            Column("head", self.tr("户主"), lambda row: row.head, width=104),
            Column("class", self.tr("低保类别"), _classes, width=128),
            Column("before", self.tr("现在一年（元）"), _before, Kind.MONEY, width=132, is_summed=True),
            Column("after", self.tr("新的一年（元）"), _after, Kind.MONEY, width=132, is_summed=True),
            Column("change", self.tr("增减（元）"), _change, Kind.MONEY, width=120, is_summed=True),
            Column("lines", self.tr("变在哪里"), lambda row: "；".join(row.lines), width=200, stretch=True),
        )

    def _buttons(self) -> QHBoxLayout:
        self.save_button = Button("dryRunSave", self.tr("导出 Excel"), icon_name="download")
        self.save_button.setEnabled(False)
        self.close_button = Button("dryRunClose", self.tr("关闭"))
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _connect(self) -> None:
        self.stop.clicked.connect(self._stop)
        self._exporting = ListExport(
            self.context,
            self._shown_table,
            self._export_title,
            button=self.save_button,
            refuse=self._refuse,
            parent=self,
        )
        self._exporting.saved.connect(self._tell_saved)
        self.close_button.clicked.connect(self.reject)
        self.view.current_changed.connect(self._show_detail)
        self.context.tasks.work_progressed.connect(self._progress)

    def _offer(self, packs: Packs) -> None:
        self._current = packs.current
        for pack, words in packs.choices:
            self.pack.addItem(
                self.tr("{pack}（现在用的）").format(pack=words) if pack == packs.current else words, pack
            )
        others = [pack for pack, _ in packs.choices if pack != packs.current]
        begin = self._wanted or (others[0] if others else packs.current)
        self.pack.setCurrentIndex(max(self.pack.findData(begin), 0))
        self.start.setEnabled(self.pack.count() > 0)
        self.pack.setFocus()

    # running

    @Slot()
    def run(self) -> None:
        """Read the fields and start; what is wrong stands beside its field."""
        editor = self.on.editor
        self.error_strip.hide()
        try:
            day = editor.day(field="dryRunOn") if isinstance(editor, DateEdit) else None
        except UserError as error:
            self.on.show_error(message_of(error))
            editor.setFocus()
            return
        today = self.context.workspace.today()
        before, after = Rules(pack=self._current, on=today), Rules(pack=self.pack.currentData(), on=day or today)
        self.notice.hide()
        self.intro.show()
        self.detail.hide()
        self.model.set_records(())
        self._show_running(is_running=True)
        self._work = self.context.tasks.run(
            partial(_run, self.context.workspace, before, after),
            on_done=partial(self._show, after),
            on_error=self._refuse,
            on_settled=self._settle,
            progress_title=self.tr("正在试算…"),
            owner=self,
            disable=(self.start, self.pack),
        )

    def _show_running(self, *, is_running: bool) -> None:
        for widget in (self.bar, self.count, self.stop):
            widget.setVisible(is_running)
        if is_running:
            self.bar.setRange(0, 0)
            self.count.clear()
            self.stop.setEnabled(True)

    @Slot(object, int, int)
    def _progress(self, work: Work, done: int, total: int) -> None:
        if work is self._work and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.count.setText(self.tr("{done} / {total} 户").format(done=done, total=total))

    @Slot()
    def _stop(self) -> None:
        if self._work is not None:
            self.stop.setEnabled(False)
            self._work.cancel()

    def _settle(self) -> None:
        work, self._work = self._work, None
        self._show_running(is_running=False)
        self.save_button.setEnabled(bool(self.model.records))
        if work is not None and work.progress.is_cancelled:
            self.view.set_empty(self.tr("试算已停止"), self.tr("没有留下任何改动。要看结果请再按“开始试算”。"))
            self.start.setFocus()

    def _show(self, tried: Rules, found: tuple[HouseholdDifference, ...]) -> None:
        self._tried = tried
        self.view.set_empty(
            self.tr("没有一户会变"), self.tr("换成这个政策包和日期，每一户的低保类别和金额都与现在一样。")
        )
        self._show_households(found)

    def _show_households(self, found: tuple[HouseholdDifference, ...]) -> None:
        self.model.set_records(found)
        if found:
            self.intro.hide()
            changes = [change.fen for row in found if (change := _change(row)) is not None]
            up, down = sum(1 for fen in changes if fen > 0), sum(1 for fen in changes if fen < 0)
            same, unknown = len(changes) - up - down, len(found) - len(changes)
            words = self.tr("有 {n} 户会变：{up} 户增加，{down} 户减少，{same} 户总额不变。只是试算，什么都没有保存。")
            text = words.format(n=len(changes), up=up, down=down, same=same)
            if unknown:
                text += self.tr("另有 {n} 户算不出，原因写在“变在哪里”。").format(n=unknown)
            self.notice.tell(text, Tone.DUE)
            self.view.table.selectRow(0)
            QTimer.singleShot(0, self.view.table, self.view.table.setFocus)

    def _refuse(self, error: UserError) -> None:
        self.error_strip.show_error(error)

    @Slot(object)
    def _show_detail(self, record: HouseholdDifference | None) -> None:
        self.detail.setVisible(record is not None)
        if record is not None:
            head = self.tr("{number} {head}").format(number=record.household_number, head=record.head)
            self.detail.setPlainText("\n".join(f"{head}　{line}" for line in record.lines))

    # giving out

    def _export_title(self) -> str:
        """Return the pack and the day, which name what the table shows."""
        if self._tried is None:
            return self.windowTitle()
        return self.tr("政策试算 {pack} {day}").format(pack=self._tried.pack, day=self._tried.on)

    def _shown_table(self) -> RecordView[Any]:
        return self.view

    def export_to(self, path: Path) -> None:
        """Write what the table shows, with the pack and the day in the title."""
        self._exporting.export_to(path)

    @Slot(str)
    def _tell_saved(self, words: str) -> None:
        self.notice.tell(words, Tone.DONE)

    # leaving

    def reject(self) -> None:
        """Esc and the cross stop what runs."""
        self._stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop what runs."""
        self._stop()
        super().closeEvent(event)


def _packs(workspace: Workspace, _progress: Progress) -> Packs:
    packs = [load_pack(pack) for pack in pack_ids()]
    return Packs(tuple((pack.id, f"{pack.title}　{pack.version}") for pack in packs), the_village(workspace).pack)


def _run(workspace: Workspace, before: Rules, after: Rules, progress: Progress) -> tuple[HouseholdDifference, ...]:
    return dry_run(workspace, before, after, progress)


def _before(row: HouseholdDifference) -> Money | None:
    return None if row.is_unanswered else row.sum_before


def _after(row: HouseholdDifference) -> Money | None:
    return None if row.is_unanswered else row.sum_after


def _change(row: HouseholdDifference) -> Money | None:
    return None if row.is_unanswered else row.sum_after - row.sum_before


def _classes(row: HouseholdDifference) -> str:
    """Say from which class to which; one word where it stays, nothing where there is none on either side."""
    before, after = _class_word(row.class_before), _class_word(row.class_after)
    if row.class_before == row.class_after:
        return before if row.class_before else ""
    return f"{before} → {after}"


def _class_word(letter: str) -> str:
    if not letter:
        return QCoreApplication.translate("PolicyDryRunDialog", "无")
    return QCoreApplication.translate("PolicyDryRunDialog", "{letter}类").format(letter=letter)
