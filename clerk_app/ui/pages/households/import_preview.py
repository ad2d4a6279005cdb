"""The preview of an import: the households to come beside what is wrong, and the rows of the file with the problems in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.services.register_import import ImportPlan
from clerk_app.ui.models.record_table import RecordTable
from clerk_app.ui.pages.households import import_parts as parts
from clerk_app.ui.pages.households.file_grid import FileGrid
from clerk_app.ui.pages.households.import_parts import ImportRemark
from clerk_app.ui.theme import FIELD, current_theme
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.excel.register import RegisterHousehold
    from clerk_app.excel.table import Table
    from clerk_app.services.import_statuses import ListedStatus

_LEAST_HEIGHT = 200


class ImportPreview(QScrollArea):
    """Scrolls where the window leaves it too little. ``sheet_chosen(name)`` when another sheet of the workbook is to be read."""

    sheet_chosen = Signal(str)

    def __init__(self, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self._memory = memory
        self._plan: ImportPlan | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._views = QStackedWidget()
        self._views.setMinimumHeight(current_theme().px(_LEAST_HEIGHT))
        self._views.addWidget(self._build_preview())
        self._views.addWidget(self._build_file())
        content = QWidget()
        content.setObjectName("pageBody")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(12))
        column.addLayout(self._build_switch())
        column.addWidget(self._views, 1)
        self.setWidget(content)
        self._connect()

    def _build_switch(self) -> QHBoxLayout:
        theme = current_theme()
        self.part = Segments("importPart", [("preview", self.tr("预览")), ("file", self.tr("原表"))])
        self.part.setAccessibleName(self.tr("预览或原表"))
        self.part.set_value("preview")
        self.only_wrong = CheckBox(self.tr("只看有问题的行"))
        self.only_wrong.setObjectName("importOnlyWrong")
        self.sheet = QComboBox()
        self.sheet.setObjectName("importSheet")
        self.sheet.setAccessibleName(self.tr("工作表"))
        self.sheet.setFixedHeight(theme.px(FIELD))
        self.sheet.setMinimumWidth(theme.px(140))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for widget in (self.part, self.only_wrong):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.sheet)
        return row

    def _build_preview(self) -> QWidget:
        theme = current_theme()
        households = RecordTable(parts.household_columns(), parent=self)
        self.households: RecordView[RegisterHousehold] = RecordView(
            "importHouseholds", households, label=self.tr("可以导入的住户"), memory=self._memory,
            empty=EmptyState("inbox", self.tr("没有可以导入的住户"), self.tr("原因在右边的表里，在原表里改好，或改好名册再选一次。")),
        )  # fmt: skip
        statuses = RecordTable(parts.status_columns(), parent=self)
        self.statuses: RecordView[ListedStatus] = RecordView(
            "importStatuses", statuses, label=self.tr("给已登记的人补登的困难身份"), memory=self._memory
        )
        problems = RecordTable(parts.problem_columns(), parent=self)
        self.problems: RecordView[ImportRemark] = RecordView(
            "importProblems", problems, label=self.tr("有问题的行"), memory=self._memory,
            empty=EmptyState("check", self.tr("没有问题"), self.tr("每一行都能导入。")),
        )  # fmt: skip
        split = QWidget()
        split.setObjectName("importSplit")
        sides = QHBoxLayout(split)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.px(24))
        self._coming = parts.titled(self.households)
        self._given = parts.titled(self.statuses)
        self._left = QWidget()
        self._left.setObjectName("importComing")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._coming, 1)
        column.addWidget(self._given, 1)
        self._right = parts.titled(self.problems)
        self.detail = _words("importProblemDetail")
        self._right.add(self.detail)
        sides.addWidget(self._left, 6)
        sides.addWidget(self._right, 7)
        return split

    def _build_file(self) -> QWidget:
        self.grid = FileGrid(
            "importFile", label=self.tr("原表的各行"),
            empty=EmptyState("check", self.tr("没有问题"), self.tr("每一行都能导入。")),
        )  # fmt: skip
        self.cell_detail = _words("importCellDetail")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.cell_detail)
        return holder

    def _connect(self) -> None:
        self.problems.current_changed.connect(self._tell_problem)
        self.problems.record_chosen.connect(self._show_cell)
        self.part.edited.connect(self._show_part)
        self.only_wrong.edited.connect(self._show_part)
        self.sheet.activated.connect(lambda: self.sheet_chosen.emit(self.sheet.currentText()))
        self.grid.table.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())

    # showing

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what an import would do."""
        self._plan = plan
        self.households.set_records(plan.households)
        self.statuses.set_records(plan.statuses)
        remarks = parts.remarks_of(plan)
        self.problems.set_records(remarks)
        self.grid.show_file(plan.source.table.headers, parts.file_rows(plan), plan.columns)
        if remarks:
            self.problems.table.selectRow(0)
        else:
            self.detail.clear()
        self._tell_cell()

    def show_state(self, table: Table | None, *, is_open: bool) -> None:
        """Offer the workbook's sheets, and the cells to be typed over, while nothing is stored yet."""
        self.sheet.setVisible(table is not None and bool(table.others) and is_open)
        if table is not None:
            self.sheet.clear()
            self.sheet.addItems([table.sheet, *table.others])
        self.grid.file.is_editable = is_open
        self._show_part()

    def tell_counts(self, plan: ImportPlan, *, is_done: bool) -> None:
        """Say above the tables how many households come, who on file gets a status, and how many rows stay out."""
        doubtful = len({remark.row for remark in self.problems.model.records if not remark.stays_out})
        told_of = plan.wrong or plan.registered
        self._coming.setVisible(bool(plan.households) or not told_of)
        self._given.setVisible(bool(plan.statuses))
        self._left.setVisible(bool(plan.households or plan.statuses) or not told_of)
        self._right.setVisible(bool(told_of or doubtful))
        coming = self.tr("已导入 {n} 户") if is_done else self.tr("可以导入 {n} 户")
        self._coming.title.setText(coming.format(n=len(plan.households)))
        given = self.tr("已给登记过的人补登 {n} 个困难身份") if is_done else self.tr("给登记过的人补登 {n} 个困难身份")
        self._given.title.setText(given.format(n=len(plan.statuses)))
        told = [self.tr("不导入 {n} 行").format(n=plan.wrong)] if plan.wrong else []
        told += [self.tr("已经登记 {n} 行").format(n=plan.registered)] if plan.registered else []
        told += [self.tr("导入但请核对 {n} 行").format(n=doubtful)] if doubtful else []
        self._right.title.setText("，".join(told))

    @Slot()
    def _show_part(self) -> None:
        is_file = self.part.raw == "file"
        self._views.setCurrentIndex(int(is_file))
        self.only_wrong.setVisible(is_file)
        self.grid.file.set_predicate(parts.in_question if self.only_wrong.isChecked() else None)

    @Slot(object)
    def _show_cell(self, remark: ImportRemark) -> None:
        """Go from a problem to its cell in the file."""
        if self._plan is not None:
            self.part.set_value("file")
            self.grid.go_to(remark.row, self._plan.columns.place_of(remark.column))

    @Slot(object)
    def _tell_problem(self, problem: ImportRemark | None) -> None:
        """Say the whole of the problem that is marked; the table shows what fits."""
        if problem is None:
            self.detail.clear()
            return
        place = self.tr("第 {row} 行，{column}").format(row=problem.row, column=problem.column).rstrip("， ,")
        self.detail.setText(f"{place}：{problem.message}")

    def _tell_cell(self) -> None:
        said = self.grid.said_here()
        self.cell_detail.setText(said or self.tr("双击或按 F2 改格子里的内容，改后马上重新检查；文件本身不会改动。"))


def _words(name: str) -> QLabel:
    """Return the line that says the whole of what is marked."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setMinimumHeight(current_theme().px(44))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
