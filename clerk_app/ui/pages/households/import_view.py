"""Taking in a register: what would come and what cannot, side by side, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from clerk_app.domain.codes import HEAD
from clerk_app.errors import ClerkError, UserError
from clerk_app.services.lists import save_list
from clerk_app.services.register_import import ImportPlan, ImportResult, carry_out_import, plan_import
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.listing import dropped_file
from clerk_app.ui.tasks import Progress, Work
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.excel.register import RegisterHousehold
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """What is to be said of a row: why it stays out, or what to look at though it comes in."""

    row: int
    column: str
    message: str
    stays_out: bool


def remarks_of(plan: ImportPlan) -> tuple[ImportRemark, ...]:
    """Return the problems and the doubts of a plan in the order of the rows."""
    refused = [ImportRemark(one.row, one.column, one.message, stays_out=True) for one in plan.rejected]
    doubts = [
        ImportRemark(row.row, "", warning, stays_out=False)
        for household in plan.households
        for row in household.members
        for warning in row.warnings
    ]
    return tuple(sorted([*refused, *doubts], key=lambda remark: remark.row))


class ImportView(Page):
    """``closed`` when the clerk goes back to the list."""

    name = "householdImportView"
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plan: ImportPlan | None = None
        self.result: ImportResult | None = None
        self._file = ""
        self._work: Work | None = None
        self.setAcceptDrops(True)
        self._build_commands()
        self._build_body()
        self._connect()
        self._show_state()

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("importBack", self.tr("住户列表"), icon_name="chevron-left")
        self._choose = Button("importChoose", self.tr("选择文件…"), icon_name="folder-open")
        self._save_problems = Button("importSaveProblems", self.tr("保存问题清单"), icon_name="download")
        self._carry_out = PrimaryButton("importCarryOut", self.tr("导入"))
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        for button in (self._choose, self._save_problems, self._carry_out):
            self.commands.addWidget(button)

    def _build_body(self) -> None:
        theme = current_theme()
        memory = self.context.memory
        self.summary = QLabel()
        self.summary.setObjectName("importSummary")
        self.summary.setProperty("role", "section")
        self.summary.setWordWrap(True)
        self.notices = Strip("importNotices")
        self.account = Strip("importAccount", button=self.tr("看住户列表"))
        self.empty = EmptyState(
            "upload",
            self.tr("选择住户名册"),
            self.tr(
                "一人一行，要有姓名、与户主关系、身份证号三列。选好以后先看预览，确认了才会导入。也可以把文件拖到这里。"
            ),
            button=self.tr("选择文件…"),
        )
        households = RecordTable(_household_columns(self), parent=self)
        self.households: RecordView[RegisterHousehold] = RecordView(
            "importHouseholds", households, label=self.tr("可以导入的住户"), memory=memory,
            empty=EmptyState("inbox", self.tr("没有可以导入的住户"), self.tr("原因在右边的表里，改好名册再选一次。")),
        )  # fmt: skip
        problems = RecordTable(_problem_columns(self), parent=self)
        self.problems: RecordView[ImportRemark] = RecordView(
            "importProblems", problems, label=self.tr("有问题的行"), memory=memory,
            empty=EmptyState("check", self.tr("没有问题"), self.tr("每一行都能导入。")),
        )  # fmt: skip
        self.split = QWidget()
        self.split.setObjectName("importSplit")
        sides = QHBoxLayout(self.split)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.px(24))
        self._left = _titled(self.households)
        self._right = _titled(self.problems)
        self.detail = QLabel()
        self.detail.setObjectName("importProblemDetail")
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(theme.px(44))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._right.add(self.detail)
        sides.addWidget(self._left, 5)
        sides.addWidget(self._right, 7)
        for widget in (self.summary, self.notices, self.account):
            self.body.addWidget(widget)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._choose.clicked.connect(self.choose_file)
        self.empty.acted.connect(self.choose_file)
        self.account.acted.connect(self._go_back)
        self._carry_out.clicked.connect(self.carry_out)
        self._save_problems.clicked.connect(self._ask_where)
        self.problems.current_changed.connect(self._tell_problem)
        for widget in (self.households.table, self.problems.table, self):
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
        """Forget the last file."""
        self.plan, self.result, self._file = None, None, ""
        self.error_strip.hide()
        self._show_state()

    @Slot()
    def choose_file(self) -> None:
        """Ask which file."""
        names = self.tr("名册 (*.xlsx *.xlsm *.csv *.txt)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选择住户名册"), str(Path.home()), names)
        if path:
            self.read_file(Path(path))

    def read_file(self, path: Path) -> None:
        """Read a file and show what it would bring; nothing is stored."""
        self.start_anew()
        self._file = path.name
        self._work = self.context.tasks.run(
            partial(_plan, self.context.workspace, path),
            on_done=self._show_plan,
            on_error=self._refuse,
            on_settled=self._settle,
            progress_title=self.tr("正在读取名册…"),
            owner=self,
            disable=(self._choose,),
        )

    def _refuse(self, error: UserError) -> None:
        self._file = ""
        self._show_state()
        self.show_error(error)

    def show_error(self, error: ClerkError) -> None:
        """Say at the top what is wrong with the file or the import."""
        self.error_strip.show_error(error)

    def _settle(self) -> None:
        self._work = None

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.households.set_records(plan.households)
        remarks = remarks_of(plan)
        self.problems.set_records(remarks)
        if remarks:
            self.problems.table.selectRow(0)
        else:
            self.detail.clear()
        self._show_state()
        self.take_focus()

    @Slot(object)
    def _tell_problem(self, problem: ImportRemark | None) -> None:
        """Say the whole of the problem that is marked; the table shows what fits."""
        if problem is None:
            self.detail.clear()
            return
        place = self.tr("第 {row} 行，{column}").format(row=problem.row, column=problem.column).rstrip("， ,")
        self.detail.setText(f"{place}：{problem.message}")

    def _show_state(self) -> None:
        plan, result = self.plan, self.result
        self.empty.setVisible(plan is None)
        self.split.setVisible(plan is not None)
        self.summary.setVisible(plan is not None and result is None)
        self._carry_out.setEnabled(plan is not None and result is None and bool(plan.households))
        self._save_problems.setEnabled(plan is not None and bool(self.problems.model.records))
        if result is None:
            self.account.hide()
        if plan is None:
            self.notices.hide()
            return
        rejected = len({problem.row for problem in plan.rejected})
        counts = {"file": self._file, "rows": plan.rows, "households": len(plan.households), "people": plan.people,
                  "rejected": rejected}  # fmt: skip
        start = self.tr("{file}：共 {rows} 行。可以导入 {households} 户 {people} 人，").format(**counts)
        refused = self.tr("{rejected} 行有问题不导入。") if rejected else self.tr("没有问题。")
        self.summary.setText(start + refused.format(**counts))
        self._left.setVisible(bool(plan.households) or not rejected)
        doubtful = len({remark.row for remark in self.problems.model.records if not remark.stays_out})
        self._right.setVisible(bool(rejected or doubtful))
        coming = self.tr("可以导入 {n} 户") if result is None else self.tr("已导入 {n} 户")
        self._left.title.setText(coming.format(n=len(plan.households)))
        parts = [self.tr("不导入 {n} 行").format(n=rejected)] if rejected else []
        parts += [self.tr("导入但请核对 {n} 行").format(n=doubtful)] if doubtful else []
        self._right.title.setText("，".join(parts))
        self._carry_out.setText(self.tr("导入 {n} 户").format(n=len(plan.households)))
        self._carry_out.setAccessibleName(self._carry_out.text())
        if plan.notices and result is None:
            self.notices.tell("　".join(plan.notices), Tone.ACCENT)
        else:
            self.notices.hide()

    # storing

    @Slot()
    def carry_out(self) -> None:
        """Store what the preview shows: all of it or, when stopped, nothing."""
        if self.plan is None:
            return
        self.error_strip.hide()
        self._work = self.context.tasks.run(
            partial(_carry_out, self.context.workspace, self.plan),
            on_done=self._show_result,
            on_error=self.show_error,
            on_settled=self._settle,
            progress_title=self.tr("正在导入住户…"),
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(self._carry_out, self._choose, self._back),
        )

    def _show_result(self, result: ImportResult) -> None:
        self.result = result
        rejected = len({problem.row for problem in result.rejected})
        counts = {"households": result.households, "people": result.people, "rejected": rejected}
        text = self.tr("已导入 {households} 户 {people} 人。").format(**counts)
        if rejected:
            text += self.tr("{rejected} 行没有导入：保存问题清单，改好名册后可以再导入一次，已导入的不会重复。").format(
                **counts
            )
        self.account.tell(text, Tone.DONE)
        self.context.status(self.tr("已导入 {households} 户 {people} 人").format(**counts))
        self._show_state()
        self._carry_out.setEnabled(False)
        (self._save_problems if rejected else self._back).setFocus()

    # problems as Excel

    @Slot()
    def _ask_where(self) -> None:
        suggested = str(Path.home() / self.tr("名册问题清单 {day}.xlsx").format(day=self.context.workspace.today()))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("保存问题清单"), suggested, "Excel (*.xlsx)")
        if path:
            self.save_problems(Path(path))

    def save_problems(self, path: Path) -> None:
        """Write the problems as a workbook."""
        if self.plan is None:
            return
        columns = self.problems.model.columns
        headers = [column.title for column in columns]
        rows: list[list[int | str]] = [
            [remark.row, _state(remark).text, remark.column, remark.message] for remark in self.problems.model.records
        ]
        self.context.tasks.run(
            partial(_save, path, self.tr("名册问题清单"), headers, rows), on_done=self._tell_saved, owner=self
        )

    def _tell_saved(self, path: Path) -> None:
        self.context.status(self.tr("已保存问题清单：{name}").format(name=path.name))

    # leaving

    @Slot()
    def _go_back(self) -> None:
        self.closed.emit()

    def may_leave(self) -> bool:
        """Reading may go on by itself; nothing is lost."""
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


def _titled(view: QWidget) -> Section:
    section = Section("", name=f"{view.objectName()}Section")
    section.add(view, 1)
    return section


def _household_columns(view: ImportView) -> tuple[Column[RegisterHousehold], ...]:
    return (
        Column("number", view.tr("户编号"), lambda one: one.number or view.tr("自动"), width=84),
        Column("group", view.tr("小组"), lambda one: one.group, width=84),
        Column("head", view.tr("户主"), _head, width=100),
        Column("members", view.tr("人数"), lambda one: len(one.members), Kind.NUMBER, width=72, is_summed=True),
        Column("others", view.tr("其他成员"), _others, width=160, stretch=True),
    )


def _problem_columns(view: ImportView) -> tuple[Column[ImportRemark], ...]:
    return (
        Column("row", view.tr("行"), lambda problem: problem.row, Kind.NUMBER, width=64),
        Column("state", view.tr("结果"), _state, Kind.CHIP, width=104),
        Column("column", view.tr("列"), lambda problem: problem.column, width=116),
        Column("message", view.tr("问题"), lambda problem: problem.message, width=240, stretch=True),
    )


def _state(remark: ImportRemark) -> ChipState:
    if remark.stays_out:
        return ChipState(QCoreApplication.translate("ImportView", "不导入"), Tone.OVERDUE)
    return ChipState(QCoreApplication.translate("ImportView", "请核对"), Tone.DUE)


def _head(household: RegisterHousehold) -> str:
    return next((row.name for row in household.members if row.relation == HEAD), "")


def _others(household: RegisterHousehold) -> str:
    return "、".join(row.name for row in household.members if row.relation != HEAD)


def _plan(workspace: Workspace, path: Path, progress: Progress) -> ImportPlan:
    return plan_import(workspace, path, progress)


def _carry_out(workspace: Workspace, plan: ImportPlan, progress: Progress) -> ImportResult:
    return carry_out_import(workspace, plan, progress)


def _save(path: Path, title: str, headers: list[str], rows: list[list[int | str]], _progress: Progress) -> Path:
    return save_list(path, title, headers, rows)
