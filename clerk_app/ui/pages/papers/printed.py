"""The list of everything that was printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.services.notices import TITLES
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.papers.requests import read_prints
from clerk_app.ui.pages.papers.words import form_title, household_words, state_chip, version_chip
from clerk_app.ui.theme import FIELD, current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.services.papers import DocumentRow


class PrintedList(QWidget):
    """``copy_wanted(row)`` by Enter or double click, ``current_changed(row or None)``."""

    copy_wanted = Signal(object)
    current_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self._build()
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.installEventFilter(self)
        self.kind.currentIndexChanged.connect(self._apply_kind)
        self.view.record_chosen.connect(self.copy_wanted)
        self.view.current_changed.connect(self.current_changed)

    def _build(self) -> None:
        theme = current_theme()
        self.filter = LineEdit(placeholder=self.tr("筛选：编号、户主、小组、日期、打印人"))
        self.filter.setObjectName("printedFilter")
        self.filter.setAccessibleName(self.tr("筛选"))
        put_clear_button(self.filter)
        self.filter.setMaximumWidth(theme.px(360))
        self.kind = QComboBox()
        self.kind.setObjectName("printedKind")
        self.kind.setAccessibleName(self.tr("文书"))
        self.kind.setFixedHeight(theme.px(FIELD))
        self.kind.addItem(self.tr("全部文书"), None)
        for kind in TITLES:
            self.kind.addItem(form_title(kind), kind)
        self.model: RecordTable[DocumentRow] = RecordTable(self._columns(), parent=self)
        self.view: RecordView[DocumentRow] = RecordView(
            "printed",
            self.model,
            label=self.tr("已打印的文书"),
            empty=EmptyState("file-text", "", ""),
            memory=self._context.memory,
        )
        filters = QHBoxLayout()
        filters.setSpacing(theme.px(8))
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.kind)
        filters.addStretch(1)
        self.export_button = Button("printedExport", self.tr("导出 Excel"), icon_name="download")
        filters.addWidget(self.export_button)
        self._exporting = ListExport(
            self._context, lambda: self.view, lambda: self.tr("已打印的文书"), button=self.export_button, parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        self._tell_empty()

    def _columns(self) -> tuple[Column[DocumentRow], ...]:
        return (
            Column("number", self.tr("编号"), lambda row: row.document.number, width=140),
            Column("copy", self.tr("份号"), lambda row: row.document.copy_number, Kind.NUMBER, width=72),
            Column("kind", self.tr("文书"), lambda row: form_title(row.document.kind), width=116),
            Column("version", self.tr("版本"), version_chip, Kind.CHIP, width=112),
            Column("household", self.tr("住户"), household_words, width=136),
            Column("group", self.tr("小组"), lambda row: row.group, width=80),
            Column("printed_on", self.tr("打印日期"), lambda row: row.document.printed_on, Kind.DATE, width=116),
            Column("by", self.tr("打印人"), lambda row: row.by, width=116),
            Column("state", self.tr("状态"), state_chip, Kind.CHIP, width=112),
            Column("reason", self.tr("作废原因"), lambda row: row.document.void_reason, width=120, stretch=True),
        )

    # reading

    def reload(self) -> None:
        """Read the prints anew."""
        self._context.tasks.run(partial(read_prints, self._context.workspace), on_done=self._show, owner=self)

    def show_document(self, document_id: str) -> None:
        """Make a document current, now or when the list is read."""
        self.filter.clear()
        self.kind.setCurrentIndex(0)
        self._wanted = document_id
        self._find()

    def current(self) -> DocumentRow | None:
        """Return the current print."""
        return self.view.current_record()

    def _show(self, rows: tuple[DocumentRow, ...]) -> None:
        before = self.current()
        self.model.set_records(rows)
        if before is not None:
            self.view.select(lambda row: row.document.id == before.document.id)
        self._find()
        self._tell_empty()
        self.current_changed.emit(self.current())

    def _find(self) -> None:
        if self._wanted and self.view.select(lambda row: row.document.id == self._wanted):
            self._wanted = ""
            self.view.table.setFocus(Qt.FocusReason.TabFocusReason)

    # filtering

    @Slot(str)
    def _apply_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_empty()
        self.current_changed.emit(self.current())

    @Slot()
    def _apply_kind(self) -> None:
        kind = self.kind.currentData()
        self.model.set_predicate(None if kind is None else lambda row: row.document.kind == kind)
        self._tell_empty()
        self.current_changed.emit(self.current())

    def _tell_empty(self) -> None:
        if self.model.records:
            self.view.set_empty(self.tr("没有符合条件的文书"), self.tr("换一种写法，或清除筛选条件。"))
        else:
            self.view.set_empty(
                self.tr("还没有打印过文书"), self.tr("先到“开具文书”选好住户，打印或保存后会自动编号记在这里。")
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down and Enter go from the filter into the table; Esc empties the filter."""
        if watched is not self.filter or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
            self.view.table.selectRow(max(self.view.table.currentIndex().row(), 0))
            self.view.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        return False
