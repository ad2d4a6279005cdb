"""The imports that were carried out: the rows they left over, to be mended in their cells, and the whole of one taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk_app.errors import ClerkError
from clerk_app.excel.columns import recognise
from clerk_app.services.import_mending import TakenIn, correct_row, drop_rows, take_in_rows
from clerk_app.services.import_rows import ImportRecord, WaitingRow, list_imports, waiting_rows
from clerk_app.services.import_undo import Undone, changed_since, undo_import
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.reason import ReasonDialog
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.file_grid import FileGrid, FileRow, marks_of
from clerk_app.ui.pages.households.import_parts import titled
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, DangerButton, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.services.import_undo import ChangedSince
    from clerk_app.services.workspace import Workspace

translate = QCoreApplication.translate
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The imports, and the rows that wait of the one that is shown."""

    records: tuple[ImportRecord, ...]
    shown: ImportRecord | None
    rows: tuple[WaitingRow, ...]


class ImportsView(Page):
    """``closed`` when the clerk goes back to importing."""

    name = "householdImports"
    shows = frozenset({Changed.HOUSEHOLD, Changed.PERSON})
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.record: ImportRecord | None = None
        self._build_commands()
        self._build_body()
        self._connect()
        self._show_state()

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("importsBack", self.tr("返回"), icon_name="chevron-left")
        self._undo = DangerButton("importsUndo", self.tr("撤销整次导入…"), icon_name="undo-2")
        self._drop = Button("importsDrop", self.tr("这些行不导入…"), icon_name="x")
        self._take_in = PrimaryButton("importsTakeIn", self.tr("导入改好的行"))
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        for button in (self._undo, self._drop, self._take_in):
            self.commands.addWidget(button)

    def _build_body(self) -> None:
        theme = current_theme()
        table = RecordTable(_import_columns(), parent=self)
        self.imports: RecordView[ImportRecord] = RecordView(
            "imports", table, label=self.tr("以前的导入"), memory=self.context.memory,
            empty=EmptyState("inbox", self.tr("还没有导入过"), self.tr("导入名册以后，每一次都列在这里，可以撤销。")),
        )  # fmt: skip
        self.grid = FileGrid("importsRows", label=self.tr("没有导入的行"), only_taken=True)
        self._left = titled(self.imports)
        self._left.title.setText(self.tr("以前的导入"))
        self._right = titled(self.grid)
        self.detail = QLabel()
        self.detail.setObjectName("importsDetail")
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(theme.px(44))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._right.add(self.detail)
        split = QHBoxLayout()
        split.setSpacing(theme.px(24))
        split.addWidget(self._left, 6)
        split.addWidget(self._right, 7)
        self.body.addLayout(split, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._undo.clicked.connect(self.ask_undo)
        self._drop.clicked.connect(self.ask_drop)
        self._take_in.clicked.connect(self.take_in)
        self.imports.current_changed.connect(self._choose)
        self.grid.file.corrected.connect(self._correct)
        self.grid.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.grid.table.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("以前的导入")

    def take_focus(self) -> None:
        """Begin at the rows that wait, or at the imports."""
        (self.grid if self.grid.file.rowCount() else self.imports).setFocus()

    def show_error(self, error: ClerkError) -> None:
        """Say at the top what is wrong."""
        self.error_strip.show_error(error)

    # reading

    def reload(self, changed: frozenset[str]) -> None:
        """Read the imports anew."""
        if changed & self.shows:
            self._load()

    def _load(self) -> None:
        wanted = None if self.record is None else self.record.id
        self.context.tasks.run(partial(_read, self.context.workspace, wanted), on_done=self._show, owner=self)

    @Slot(object)
    def _choose(self, record: ImportRecord | None) -> None:
        if record is not None and (self.record is None or record.id != self.record.id):
            self.record = record
            self._load()

    def _show(self, loaded: _Loaded) -> None:
        self.record = loaded.shown
        self.imports.set_records(loaded.records)
        if loaded.shown is not None:
            self.imports.select(lambda one: loaded.shown is not None and one.id == loaded.shown.id)
            self._show_rows(loaded.rows)
        self._show_state()

    def _show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        if self.record is None:
            return
        columns = recognise(self.record.headers, self.record.letters, self.record.choice)
        shown: list[FileRow] = []
        for row in rows:
            marks, rest = marks_of(row.problems, columns)
            state = ChipState(self.tr("待处理"), Tone.DUE) if row.problems else ChipState(self.tr("已改好"), Tone.DONE)
            shown.append(FileRow(row.id, row.row, tuple(cell.text for cell in row.cells), state, marks, rest))
        self.grid.show_file(self.record.headers, shown, columns)
        self._tell_cell()
        self._show_state()

    def _tell_cell(self) -> None:
        self.detail.setText(
            self.grid.said_here() or self.tr("双击或按 F2 改格子里的内容，改好的行再导入；改过的内容一直留着。")
        )

    def _show_state(self) -> None:
        record = self.record
        rows = self.grid.file.records
        mended = sum(1 for row in rows if row.state.tone is Tone.DONE)
        stands = record is not None and record.undone_at is None
        self._undo.setEnabled(stands and record is not None and bool(record.households or record.statuses or rows))
        self._drop.setEnabled(stands and bool(self._marked()))
        self._take_in.setEnabled(stands and bool(mended))
        self._take_in.setText(self.tr("导入改好的 {n} 行").format(n=mended) if mended else self.tr("导入改好的行"))
        self._take_in.setAccessibleName(self._take_in.text())
        count = self.tr("没有导入的 {n} 行").format(n=len(rows))
        self._right.title.setText(self.tr("没有导入的行") if record is None else count)
        self.grid.file.is_editable = stands

    def _marked(self) -> tuple[FileRow, ...]:
        numbers = sorted({index.row() for index in self.grid.table.selectionModel().selectedIndexes()})
        return tuple(row for number in numbers if (row := self.grid.file.record(number)) is not None)

    # doing

    @Slot(str, int, str)
    def _correct(self, key: str, place: int, text: str) -> None:
        self.error_strip.hide()
        self.context.tasks.run(
            partial(_correct, self.context.workspace, key, {place: text}),
            on_done=self._show_rows,
            on_error=self.show_error,
            owner=self,
        )

    @Slot()
    def take_in(self) -> None:
        """Take in the rows that nothing is wrong with any more."""
        if self.record is not None:
            self._do(partial(_take_in, self.context.workspace, self.record.id), self._tell_taken, self._take_in)

    def _tell_taken(self, taken: TakenIn) -> None:
        text = self.tr("又导入 {households} 户 {people} 人，补登 {statuses} 个困难身份，还有 {waiting} 行")
        if not taken.statuses:
            text = self.tr("又导入 {households} 户 {people} 人，还有 {waiting} 行")
        counts = {"households": taken.households, "people": taken.people, "waiting": taken.waiting}
        self.context.status(text.format(**counts, statuses=taken.statuses))

    @Slot()
    def ask_drop(self) -> None:
        """Ask why the marked rows are left out, and leave them out."""
        rows = self._marked()
        dialog = ReasonDialog(
            "importDropDialog",
            self.tr("不导入这些行"),
            self.tr("选中的 {n} 行不再导入，原因记入记录。").format(n=len(rows)),
            accept=self.tr("不导入"),
            placeholder=self.tr("如 不是本村人、重复"),
            parent=self,
        )
        if rows and dialog.run():
            work = partial(_drop, self.context.workspace, [row.key for row in rows], dialog.reason)
            self._do(work, self._tell_dropped, self._drop)

    def _tell_dropped(self, count: int) -> None:
        self.context.status(self.tr("{n} 行不再导入").format(n=count))

    @Slot()
    def ask_undo(self) -> None:
        """Look what was changed since, then ask, then take the import back."""
        if self.record is not None:
            self._do(partial(_changed, self.context.workspace, self.record.id), self._ask_undo, self._undo)

    def _ask_undo(self, changed: ChangedSince) -> None:
        record = self.record
        if record is None:
            return
        text = self._undo_words(record, changed)
        dialog = ReasonDialog(
            "importUndoDialog",
            self.tr("撤销整次导入"),
            text,
            accept=self.tr("撤销"),
            placeholder=self.tr("如 选错了文件"),
            option=self.tr("改动过的住户留下，只撤销其余的") if changed.households else "",
            parent=self,
        )
        if dialog.run():
            work = partial(_undo, self.context.workspace, record.id, dialog.reason, leave_changed=dialog.is_checked)
            self._do(work, self._tell_undone, self._undo, self.tr("正在撤销导入…"))

    def _undo_words(self, record: ImportRecord, changed: ChangedSince) -> str:
        told: list[str] = []
        if record.households or not record.statuses:
            words = self.tr(
                "“{name}”导入的 {households} 户 {people} 人全部撤销，户编号和公民身份号码可以重新登记；历史里查得到。"
            )
            told.append(words.format(name=record.file_name, households=record.households, people=record.people))
        if record.statuses:
            words = self.tr("“{name}”给登记过的人补登的 {n} 个困难身份一并撤销；历史里查得到。")
            told.append(words.format(name=record.file_name, n=record.statuses - len(changed.statuses)))
        if changed.statuses:
            named = "、".join(one.words for one in changed.statuses[:_MOST_NAMED])
            words = self.tr("{n} 个补登以后改动过，留下不动：{named}。")
            told.append(words.format(n=len(changed.statuses), named=named))
        if changed.households:
            named = "、".join(f"{one.group} {one.number}".strip() for one in changed.households[:_MOST_NAMED])
            words = self.tr("其中 {n} 户后来改动过：{named}。不勾选下面一项就不能撤销。")
            told.append(words.format(n=len(changed.households), named=named))
        return "\n".join(told)

    def _tell_undone(self, undone: Undone) -> None:
        text = self.tr("已撤销 {households} 户 {people} 人").format(households=undone.households, people=undone.people)
        if undone.statuses:
            text += self.tr("，补登的 {n} 个困难身份").format(n=undone.statuses)
        if undone.statuses_left:
            text += self.tr("；{n} 个改动过的困难身份留着").format(n=len(undone.statuses_left))
        self.context.status(text)

    def _do(self, work: Any, on_done: Any, button: QWidget, words: str = "") -> None:
        self.error_strip.hide()
        self.context.tasks.run(
            work,
            on_done=on_done,
            on_error=self.show_error,
            on_settled=self._load,
            progress_title=words,
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(button,),
        )


def _import_columns() -> tuple[Column[ImportRecord], ...]:
    return (
        Column("at", translate("ImportsView", "时间"), lambda one: f"{one.at:%Y-%m-%d %H:%M}", width=146),
        Column("file", translate("ImportsView", "文件"), lambda one: one.file_name, width=110, stretch=True),
        Column("brought", translate("ImportsView", "导入"), _brought, width=104),
        Column("waiting", translate("ImportsView", "待处理"), lambda one: one.waiting or None, Kind.NUMBER, width=68),
        Column("state", translate("ImportsView", "状态"), _state, Kind.CHIP, width=92),
    )


def _brought(record: ImportRecord) -> str:
    told = [translate("ImportsView", "{n} 户").format(n=record.households)] if record.households else []
    told += [translate("ImportsView", "{n} 个身份").format(n=record.statuses)] if record.statuses else []
    return "、".join(told)


def _state(record: ImportRecord) -> ChipState:
    if record.undone_at is not None:
        return ChipState(translate("ImportsView", "已撤销"))
    return ChipState(translate("ImportsView", "有效"), Tone.DONE)


def _read(workspace: Workspace, wanted: str | None, _progress: Progress) -> _Loaded:
    records = list_imports(workspace)
    shown = next((one for one in records if one.id == wanted), records[0] if records else None)
    return _Loaded(records, shown, () if shown is None else waiting_rows(workspace, shown.id))


def _correct(workspace: Workspace, key: str, texts: dict[int, str], _progress: Progress) -> tuple[WaitingRow, ...]:
    return correct_row(workspace, key, texts)


def _take_in(workspace: Workspace, import_id: str, progress: Progress) -> TakenIn:
    return take_in_rows(workspace, import_id, progress)


def _drop(workspace: Workspace, keys: list[str], reason: str, _progress: Progress) -> int:
    return drop_rows(workspace, keys, reason)


def _changed(workspace: Workspace, import_id: str, _progress: Progress) -> ChangedSince:
    return changed_since(workspace, import_id)


def _undo(workspace: Workspace, import_id: str, reason: str, progress: Progress, *, leave_changed: bool) -> Undone:
    return undo_import(workspace, import_id, reason, leave_changed=leave_changed, progress=progress)
