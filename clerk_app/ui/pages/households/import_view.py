"""Taking in a register: what would come and what cannot, in the very cells of the file, before anything is stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.services.list_source import ListSource, Unfinished
from clerk_app.services.register_import import ImportPlan, ImportResult
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.import_columns import ColumnsDialog
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households import import_parts as parts
from clerk_app.ui.pages.households.import_parts import Read
from clerk_app.ui.pages.households.import_preview import ImportPreview
from clerk_app.ui.pages.households.listing import dropped_file
from clerk_app.ui.tasks import Work
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.strips import Strip


class ImportView(Page):
    """``closed`` when the clerk goes back to the list, ``earlier_wanted`` for the imports done before and what they left over."""

    name = "householdImportView"
    closed = Signal()
    earlier_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.source: ListSource | None = None
        self.plan: ImportPlan | None = None
        self.result: ImportResult | None = None
        self._begun: Unfinished | None = None
        self._work: Work | None = None
        self.setAcceptDrops(True)
        self._build_commands()
        self._build_body()
        self._connect()
        self._show_state()

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("importBack", self.tr("住户列表"), icon_name="chevron-left")
        self._earlier = Button("importEarlier", self.tr("以前的导入"), icon_name="history")
        self._choose = Button("importChoose", self.tr("选择文件…"), icon_name="folder-open")
        self._columns = Button("importColumns", self.tr("列的对应…"))
        self._save_problems = Button("importSaveProblems", self.tr("保存问题清单"), icon_name="download")
        self._carry_out = PrimaryButton("importCarryOut", self.tr("导入"))
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        for button in (self._earlier, self._choose, self._columns, self._save_problems, self._carry_out):
            self.commands.addWidget(button)

    def _build_body(self) -> None:
        self.summary = QLabel()
        self.summary.setObjectName("importSummary")
        self.summary.setProperty("role", "section")
        self.summary.setWordWrap(True)
        self.notices = Strip("importNotices")
        self.account = Strip("importAccount", button=self.tr("看住户列表"))
        self.unfinished = Strip("importUnfinished", button=self.tr("接着做"))
        self.empty = EmptyState(
            "upload",
            self.tr("选择住户名册"),
            self.tr(
                "一人一行，要有姓名、与户主关系、公民身份号码三列；只有姓名和公民身份号码的表，同名册核对。"
                "选好以后先看预览，确认了才会导入。也可以把文件拖到这里。"
            ),
            button=self.tr("选择文件…"),
        )
        self.preview = ImportPreview(self.context.memory)
        self.households, self.problems, self.grid = self.preview.households, self.preview.problems, self.preview.grid
        for widget in (self.unfinished, self.summary, self.notices, self.account):
            self.body.addWidget(widget)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._earlier.clicked.connect(self.earlier_wanted)
        self._choose.clicked.connect(self.choose_file)
        self._columns.clicked.connect(self.choose_columns)
        self.empty.acted.connect(self.choose_file)
        self.account.acted.connect(self._go_back)
        self.unfinished.acted.connect(self._go_on)
        self._carry_out.clicked.connect(self.carry_out)
        self._exporting = ListExport(
            self.context,
            lambda: self.problems,
            lambda: self.tr("名册问题清单"),
            button=self._save_problems,
            parent=self,
        )
        self.preview.sheet_chosen.connect(self._read_sheet)
        self.grid.file.corrected.connect(self._correct)
        for widget in (self.households.table, self.problems.table, self.grid.table, self):
            widget.installEventFilter(self)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("从名册导入住户")

    def take_focus(self) -> None:
        """Begin at what is to be done next."""
        (self._carry_out if self._carry_out.isEnabled() else self._choose).setFocus()

    # choosing and reading

    def start_anew(self) -> None:
        """Forget the last file; offer the one that was begun and not done."""
        self.source, self.plan, self.result = None, None, None
        self.error_strip.hide()
        self.unfinished.hide()
        self._show_state()
        self.context.tasks.run(partial(parts.begun, self.context.workspace), on_done=self._offer, owner=self)

    def _offer(self, begun: Unfinished | None) -> None:
        self._begun = begun
        if begun is not None and self.source is None and self._work is None:
            self.unfinished.tell(
                self.tr("“{name}”上次没有导入完，改过的内容都留着。").format(name=begun.path.name), Tone.DUE
            )

    @Slot()
    def _go_on(self) -> None:
        if self._begun is not None:
            self.read_file(self._begun.path, self._begun.sheet or None)

    @Slot()
    def choose_file(self) -> None:
        """Ask which file."""
        names = self.tr("名册 (*.xlsx *.xlsm *.xls *.csv *.txt *.tsv)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选择住户名册"), str(Path.home()), names)
        if path:
            self.read_file(Path(path))

    def read_file(self, path: Path, sheet: str | None = None) -> None:
        """Read a file and show what it would bring; nothing is stored."""
        self.source, self.plan, self.result = None, None, None
        self.preview.part.set_value("preview")
        self._run(partial(parts.read, self.context.workspace, path, sheet), self.tr("正在读取名册…"))

    def _run(self, work: parts.Reading, words: str) -> None:
        self.error_strip.hide()
        self.unfinished.hide()
        self._show_state()
        self._work = self.context.tasks.run(
            work,
            on_done=self._show_read,
            on_error=self._refuse,
            on_settled=self._settle,
            progress_title=words,
            owner=self,
            disable=(self._choose, self._columns, self.preview.sheet),
        )

    def _refuse(self, error: UserError) -> None:
        self._show_state()
        self.show_error(error)

    def show_error(self, error: ClerkError) -> None:
        """Say at the top what is wrong with the file or the import."""
        self.error_strip.show_error(error)

    def _settle(self) -> None:
        self._work = None
        self._columns.setEnabled(self.source is not None and self.result is None)

    @Slot(str)
    def _read_sheet(self, sheet: str) -> None:
        if self.source is not None and sheet != self.source.table.sheet:
            self.read_file(self.source.path, sheet)

    @Slot()
    def choose_columns(self) -> None:
        """Ask what the columns are, and read the file so."""
        if self.source is None:
            return
        answer = ColumnsDialog.ask(self, self.source)
        if answer is not None:
            source = self.source.with_choice(answer.choice)
            work = partial(parts.decided, self.context.workspace, source, answer.layout_name)
            self._run(work, self.tr("正在读取名册…"))

    @Slot(str, int, str)
    def _correct(self, key: str, place: int, text: str) -> None:
        """Read the list anew with a cell as the clerk typed it; what was typed is kept at once."""
        if self.source is None or self.result is not None:
            return
        self.source = self.source.with_correction(int(key), place, text)
        self._run(partial(parts.decided, self.context.workspace, self.source, ""), self.tr("正在重新检查…"))

    def _show_read(self, read: Read) -> None:
        self.source, self.plan = read.source, read.plan
        if read.refusal is not None:
            self._show_state()
            self.show_error(read.refusal)
            self._columns.setEnabled(True)
            self._columns.setFocus()
            return
        if read.plan is not None:
            self._show_plan(read.plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.preview.show_plan(plan)
        self._show_state()
        if self.preview.part.raw == "file":
            self.grid.setFocus()
        else:
            self.take_focus()

    def _show_state(self) -> None:
        plan, result = self.plan, self.result
        self.empty.setVisible(plan is None)
        self.preview.setVisible(plan is not None)
        self.summary.setVisible(plan is not None and result is None)
        self._carry_out.setEnabled(plan is not None and result is None and plan.brings)
        self._columns.setEnabled(self.source is not None and result is None)
        self._save_problems.setEnabled(plan is not None and bool(self.problems.model.records))
        self.preview.show_state(None if self.source is None else self.source.table, is_open=result is None)
        if result is None:
            self.account.hide()
        if plan is None:
            self.notices.hide()
            self._carry_out.setText(self.tr("导入"))
        else:
            self._tell_plan(plan)

    def _tell_plan(self, plan: ImportPlan) -> None:
        waiting = len(plan.waits)
        rejected = plan.wrong - waiting
        counts = {"file": plan.source.file_name, "rows": plan.rows, "households": len(plan.households),
                  "people": plan.people, "rejected": rejected}  # fmt: skip
        start = self.tr("{file}：共 {rows} 行。可以导入 {households} 户 {people} 人，").format(**counts)
        told = [self.tr("给登记过的人补登 {n} 个困难身份，").format(n=len(plan.statuses))] if plan.statuses else []
        told += [self.tr("{n} 行已经登记，").format(n=plan.registered)] if plan.registered else []
        told += [self.tr("{n} 行已经在等着处理，").format(n=waiting)] if waiting else []
        refused = self.tr("{rejected} 行有问题不导入。") if rejected else self.tr("没有问题。")
        self.summary.setText(start + "".join(told) + refused.format(**counts))
        self.preview.tell_counts(plan, is_done=self.result is not None)
        self._carry_out.setText(self._what_comes(plan))
        self._carry_out.setAccessibleName(self._carry_out.text())
        if plan.notices and self.result is None:
            self.notices.tell("　".join(plan.notices), Tone.ACCENT)
        else:
            self.notices.hide()

    def _what_comes(self, plan: ImportPlan) -> str:
        left = len({problem.row for problem in plan.left_over})
        if plan.statuses:
            words = (
                self.tr("导入 {n} 户，补登 {statuses} 个身份")
                if plan.households
                else self.tr("补登 {statuses} 个困难身份")
            )
        else:
            words = self.tr("导入 {n} 户") if plan.households or not left else self.tr("留下 {left} 行待处理")
        return words.format(n=len(plan.households), left=left, statuses=len(plan.statuses))

    # storing

    @Slot()
    def carry_out(self) -> None:
        """Store what the preview shows: all of it or, when stopped, nothing."""
        if self.plan is None:
            return
        self.error_strip.hide()
        self._work = self.context.tasks.run(
            partial(parts.carry_out, self.context.workspace, self.plan),
            on_done=self._show_result,
            on_error=self.show_error,
            on_settled=self._settle,
            progress_title=self.tr("正在导入住户…"),
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(self._carry_out, self._choose, self._back, self._columns, self._earlier),
        )

    def _show_result(self, result: ImportResult) -> None:
        self.result = result
        counts = {"households": result.households, "people": result.people, "rejected": result.waiting}
        text = self.tr("已导入 {households} 户 {people} 人。").format(**counts)
        if result.statuses:
            text += self.tr("给登记过的人补登了 {n} 个困难身份。").format(n=len(result.statuses))
        if result.waiting:
            text += self.tr("{rejected} 行没有导入，都留着：到“以前的导入”里改好再导入，或写明不导入。").format(
                **counts
            )
        if result.registered:
            text += self.tr("{n} 行已经登记，不用再登记。").format(n=result.registered)
        if result.untaken:
            text += self.tr("没有导入的列：{columns}。").format(columns="、".join(result.untaken))
        if result.waiting_already:
            text += self.tr("{n} 行在以前的导入里已经等着处理，没有再留一次。").format(n=result.waiting_already)
        self.account.tell(text, Tone.DONE)
        self.context.status(self.tr("已导入 {households} 户 {people} 人").format(**counts))
        self._show_state()
        self._carry_out.setEnabled(False)
        (self._earlier if result.waiting else self._back).setFocus()

    def save_problems(self, path: Path) -> None:
        """Write the problems as a workbook."""
        self._exporting.export_to(path)

    # leaving

    @Slot()
    def _go_back(self) -> None:
        self.closed.emit()

    def may_leave(self) -> bool:
        """Reading may go on by itself; what was typed is kept."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc stops what is running, or goes back to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if self._work is not None:
                self._work.cancel()
            else:
                self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take another file."""
        if self._work is None and dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path and self._work is None:
            event.acceptProposedAction()
            self.read_file(Path(path))
