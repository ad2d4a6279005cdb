"""The list of all households: found while typing, by group, with what a clerk asks about most."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from clerk_app.services.drafts import draft_keys
from clerk_app.services.entry_sheet import DRAFT_KEY as SHEET_KEY
from clerk_app.services.households import list_households
from clerk_app.services.lists import Listing, people_listing
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Prepared, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.list_columns import household_columns, initials
from clerk_app.ui.pages.households.register import DRAFT_KEY
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import FIELD, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.list_export import ExportKind, ListExport
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdId
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.queries import HouseholdRow

_ENDINGS: Final = (".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".tsv")


class HouseholdList(Page):
    """``household_chosen(id)``, ``new_wanted``, ``sheet_wanted``, ``import_wanted(path or empty)``, ``past_wanted``, ``duplicates_wanted``."""

    name = "householdList"
    shows = frozenset({Changed.HOUSEHOLD, Changed.PERSON, Changed.DIBAO_CASE})
    household_chosen = Signal(str)
    new_wanted = Signal()
    sheet_wanted = Signal()
    import_wanted = Signal(str)
    past_wanted = Signal()
    duplicates_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._has_any = False
        self.setAcceptDrops(True)
        self._build_commands()
        self._build_table()
        self._connect()

    # building

    def _build_commands(self) -> None:
        theme = current_theme()
        self.filter = LineEdit(placeholder=self.tr("筛选：户主、拼音首字母、编号、电话"))
        self.filter.setObjectName("householdFilter")
        self.filter.setAccessibleName(self.tr("筛选"))
        put_clear_button(self.filter)
        self.filter.setMinimumWidth(theme.px(200))
        self.filter.setMaximumWidth(theme.px(360))
        self.group = QComboBox()
        self.group.setObjectName("householdGroup")
        self.group.setAccessibleName(self.tr("村民小组"))
        self.group.setFixedHeight(theme.px(FIELD))
        self.group.setMinimumWidth(theme.px(120))
        self.group.addItem(self.tr("全部小组"), None)
        self.with_closed = CheckBox(self.tr("含已销户"))
        self.with_closed.setObjectName("householdWithClosed")
        self.with_closed.setAccessibleName(self.tr("含已销户"))
        self._doubles = Button("householdDuplicates", self.tr("查重"), icon_name="users")
        self._past = Button("householdPast", self.tr("往日名册"), icon_name="calendar")
        self._import = Button("householdImport", self.tr("从名册导入"), icon_name="upload")
        self._export = Button("householdExport", self.tr("导出 Excel"), icon_name="download")
        self._sheet = Button("householdSheetOpen", self.tr("成批录入"), icon_name="list")
        self._sheet.setToolTip(self.tr("一个小组的住户在一张表里录完"))
        self._new = PrimaryButton("householdNew", self.tr("新登记一户"), icon_name="user-plus", shortcut="Ctrl+N")
        filters = QHBoxLayout()
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.group)
        filters.addWidget(self.with_closed)
        filters.addStretch(0)
        self.commands.addStretch(1)
        self.body.addLayout(filters)
        for button in (self._doubles, self._past, self._import, self._export, self._sheet, self._new):
            self.commands.addWidget(button)

    def _build_table(self) -> None:
        self.draft_strip = Strip("householdDraftStrip", button=self.tr("继续填写"))
        self.sheet_strip = Strip("householdSheetStrip", button=self.tr("继续录入"))
        self.empty = EmptyState(
            "users",
            self.tr("还没有住户"),
            self.tr("从村里的 Excel 名册一次导入，或者先登记一户试试。也可以把名册文件直接拖到这里。"),
            button=self.tr("从名册导入"),
        )
        self.model: RecordTable[HouseholdRow] = RecordTable(household_columns(), extra_words=initials, parent=self)
        memory = self.context.memory
        self.view: RecordView[HouseholdRow] = RecordView(
            "households", self.model, label=self.tr("住户列表"), empty=self.empty, memory=memory
        )
        self.body.addWidget(self.draft_strip)
        self.body.addWidget(self.sheet_strip)
        self.body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.installEventFilter(self)
        self.group.currentIndexChanged.connect(self._apply_group)
        self.with_closed.toggled.connect(self._read)
        self._import.clicked.connect(self._want_import)
        self.empty.acted.connect(self._empty_acted)
        self._exporting = ListExport(
            self.context,
            lambda: self.view,
            lambda: self.tr("住户列表"),
            button=self._export,
            kinds=(
                ExportKind(self.tr("一人一行，可以再导入"), self._people_listing),
                ExportKind(self.tr("一人一行，遮住公民身份号码、电话"), self._people_listing, masked=True),
            ),
            parent=self,
        )
        self._past.clicked.connect(self.past_wanted)
        self._doubles.clicked.connect(self.duplicates_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._sheet.clicked.connect(self.sheet_wanted)
        self.sheet_strip.acted.connect(self.sheet_wanted)
        self.view.record_chosen.connect(self._choose)
        self.draft_strip.acted.connect(self.new_wanted)

    # reading

    def take_focus(self) -> None:
        """Begin at the filter."""
        self.filter.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one table, read whole
        """Read the households anew."""
        self._read()

    @Slot()
    def _read(self) -> None:
        self.context.tasks.run(
            partial(_rows, self.context.workspace, self.model, self.with_closed.isChecked()),
            on_done=self._show,
            owner=self,
        )

    def _show(self, read: tuple[Prepared[HouseholdRow], frozenset[str]]) -> None:
        prepared, kept = read
        rows = prepared.records
        self._has_any = bool(rows)
        self._offer_groups(rows)
        current = self.view.current_record()
        self.model.set_records(prepared)
        if current is not None:
            self.view.select(lambda row: row.id == current.id)
        self._tell_empty()
        if DRAFT_KEY in kept:
            self.draft_strip.tell(self.tr("有一户填了一半，还没有保存"), Tone.DUE)
        else:
            self.draft_strip.hide()
        if SHEET_KEY in kept:
            self.sheet_strip.tell(self.tr("成批录入的表里还有没登记的住户"), Tone.DUE)
        else:
            self.sheet_strip.hide()

    def _offer_groups(self, rows: tuple[HouseholdRow, ...]) -> None:
        chosen = self.group.currentData()
        names = sorted({row.group for row in rows if row.group}, key=lambda name: (len(name), name))
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(self.tr("全部小组"), None)
            for name in names:
                self.group.addItem(name, name)
            self.group.setCurrentIndex(max(self.group.findData(chosen), 0))

    # filtering

    @Slot(str)
    def _apply_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_empty()

    @Slot()
    def _apply_group(self) -> None:
        group = self.group.currentData()
        self.model.set_predicate(None if group is None else lambda row: row.group == group)
        self._tell_empty()

    def _tell_empty(self) -> None:
        button = self.empty.findChild(QWidget, "emptyAction")
        if self._has_any:
            self.view.set_empty(self.tr("没有符合条件的住户"), self.tr("换一种写法，或清除筛选条件。"))
        else:
            self.view.set_empty(
                self.tr("还没有住户"),
                self.tr("从村里的 Excel 名册一次导入，或者先登记一户试试。也可以把名册文件直接拖到这里。"),
            )
        if button is not None:
            button.setVisible(not self._has_any)
        self._export.setEnabled(bool(self.model.rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down or Enter in the filter goes into the table; Esc empties the filter."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
                self._enter_table(opens=event.key() != Qt.Key.Key_Down)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return False

    def _enter_table(self, *, opens: bool) -> None:
        """Go into the table; Enter opens a household at once when it is the only one left."""
        if opens and self.model.rowCount() == 1:
            record = self.model.record(0)
            if record is not None:
                self._choose(record)
                return
        if not self.view.table.currentIndex().isValid():
            self.view.table.selectRow(0)
        self.view.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, row: HouseholdRow) -> None:
        self.household_chosen.emit(row.id)

    # taking in and giving out

    @Slot()
    def _want_import(self) -> None:
        self.import_wanted.emit("")

    @Slot()
    def _empty_acted(self) -> None:
        if not self._has_any:
            self.import_wanted.emit("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take an Excel file from the desktop."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Show what the file would bring."""
        path = dropped_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.import_wanted.emit(path)

    def export_to(self, path: Path) -> None:
        """Write what the list shows."""
        self._exporting.export_to(path)

    def _people_listing(self) -> Callable[[Workspace], Listing]:
        """Return what makes the list of the people of the households shown."""
        return partial(_people, frozenset(row.id for row in self.model.shown))


def _rows(
    workspace: Workspace, model: RecordTable[HouseholdRow], with_closed: bool, _progress: Progress
) -> tuple[Prepared[HouseholdRow], frozenset[str]]:
    return model.prepared(list_households(workspace, with_closed=with_closed)), frozenset(draft_keys(workspace))


def _people(only: frozenset[HouseholdId], workspace: Workspace) -> Listing:
    return people_listing(workspace, only)


def dropped_file(data: QMimeData) -> str:
    """Return the first list among the files dropped, or nothing."""
    paths = (url.toLocalFile() for url in data.urls())
    return next((path for path in paths if path.lower().endswith(_ENDINGS)), "")
