"""成批录入: a group's households typed into one sheet by keys, checked while typing, registered together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk_app.domain.codes import NATIONS
from clerk_app.errors import UserError
from clerk_app.services import drafts
from clerk_app.services.entry_sheet import (
    DRAFT_KEY,
    NAME,
    Sheet,
    SheetCheck,
    SheetResult,
    SheetRow,
    check_sheet,
    content_of,
    kept_sheet,
    register_sheet,
)
from clerk_app.services.households import group_names
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.ask import ask
from clerk_app.ui.dialogs.household_fields import GroupEdit
from clerk_app.ui.dialogs.member_choices import Nation, NationCombo
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.sheet_grid import SheetGrid
from clerk_app.ui.pages.households.sheet_model import SheetTable
from clerk_app.ui.tasks import Progress, Work
from clerk_app.ui.texts import term
from clerk_app.ui.theme import FIELD, Tone, current_theme, repolish
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.draft_keeper import DraftKeeper
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

CHECK_AFTER_MS: Final = 350
_HAN: Final = "01"


class SheetView(Page):
    """``closed`` when the clerk goes back to the list; what is typed stays, in the view and on disk."""

    name = "householdSheet"
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._work: Work | None = None
        self._checking: Work | None = None
        self._counts = (0, 0)
        self._hint = self.tr("一人一行，户主排在前。Tab 到右边，回车到下一人。可以从 Excel 整块粘贴。")
        self._build_commands()
        self._build_choices()
        self._build_sheet()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_AFTER_MS)
        self.draft = DraftKeeper(content=self._content, save=self._store, parent=self)
        self._connect()
        self._tell()
        context.tasks.run(partial(_begin, context.workspace), on_done=self._show_kept, owner=self)

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("sheetBack", self.tr("住户列表"), icon_name="chevron-left")
        self._insert = Button("sheetInsert", self.tr("插入一行"), icon_name="plus")
        self._insert.setToolTip(self.tr("插入一行  Ctrl++"))
        self._remove = Button("sheetRemove", self.tr("删除行"), icon_name="x")
        self._remove.setToolTip(self.tr("删除行  Ctrl+-"))
        self._undo = Button("sheetUndo", self.tr("撤销"), icon_name="undo-2")
        self._undo.setToolTip(self.tr("撤销  Ctrl+Z"))
        self._clear = Button("sheetClear", self.tr("清空"))
        self._register = PrimaryButton("sheetRegister", self.tr("登记  Ctrl+S"))
        self._register.setAccessibleName(self.tr("登记"))
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        for button in (self._insert, self._remove, self._undo, self._clear, self._register):
            self.commands.addWidget(button)
        for button in (self._insert, self._remove, self._undo):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cell that they act on stays where it is

    def _build_choices(self) -> None:
        theme = current_theme()
        self.group = GroupEdit()
        self.group.setObjectName("sheetGroup")
        self.group.setAccessibleName(self.tr("村民小组"))
        self.group.setFixedHeight(theme.px(FIELD))
        self.group.setFixedWidth(theme.px(150))
        self.nation = NationCombo()
        self.nation.setObjectName("sheetNation")
        self.nation.setAccessibleName(self.tr("没填民族的算作"))
        self.nation.setFixedWidth(theme.px(120))
        self.nation.set_code(Nation.of(_HAN))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for label, editor in ((self.tr("村民小组"), self.group), (self.tr("没填民族的算作"), self.nation)):
            words = QLabel(label)
            words.setBuddy(editor)
            row.addWidget(words)
            row.addWidget(editor)
            row.addSpacing(theme.px(8))
        row.addStretch(1)
        self.body.addLayout(row)

    def _build_sheet(self) -> None:
        theme = current_theme()
        self.kept_strip = Strip("sheetKept")
        self.model = SheetTable(self.context.workspace.today, parent=self)
        self.grid = SheetGrid(self.model)
        self.detail = QLabel()
        self.detail.setObjectName("sheetDetail")
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.detail.setFixedHeight(self.detail.fontMetrics().lineSpacing() * 2)
        self.counts = QLabel()
        self.counts.setObjectName("sheetCounts")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(24))
        foot.addWidget(self.detail, 1)
        foot.addWidget(self.counts)
        self.body.setSpacing(theme.px(10))
        self.body.addWidget(self.kept_strip)
        self.body.addWidget(self.grid, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._insert.clicked.connect(self.grid.insert_row)
        self._remove.clicked.connect(self.grid.remove_rows)
        self._undo.clicked.connect(self.grid.undo)
        self._clear.clicked.connect(self.clear)
        self._register.clicked.connect(self.register)
        self._timer.timeout.connect(self._check)
        self.model.edited.connect(self._edited)
        self.group.edited.connect(self._edited)
        self.group.returnPressed.connect(self.grid.setFocus)
        self.nation.edited.connect(self._take_nation)
        self.grid.typing.connect(self.draft.touch)
        self.grid.refused.connect(self.show_error)
        self.grid.remarked.connect(lambda words: self.kept_strip.tell(words, Tone.ACCENT))
        self.grid.selectionModel().currentChanged.connect(self._tell)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.register)
        self._take_nation()

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("成批录入住户")

    def take_focus(self) -> None:
        """Begin at the group, or at the sheet where that is known."""
        (self.grid if self.group.value else self.group).setFocus()

    def may_leave(self) -> bool:
        """Nothing is lost by leaving: the sheet stays as it is, and is kept on disk."""
        self.keep_now()
        return True

    def keep_now(self) -> None:
        """Take what is being typed and keep the sheet at once."""
        self.grid.end_typing()
        self.draft.keep()

    # the sheet and its draft

    @property
    def sheet(self) -> Sheet:
        """The sheet as it stands."""
        return Sheet(rows=self.model.rows, group=self.group.value, nation=self.model.nation)

    def _content(self) -> Mapping[str, object]:
        rows = list(self.model.rows)
        unfinished = self.grid.unfinished_cell()
        if unfinished is not None:
            row, place, text = unfinished
            texts = rows[row].texts
            rows[row] = SheetRow(rows[row].key, (*texts[:place], text, *texts[place + 1 :]))
        return content_of(Sheet(rows=tuple(rows), group=self.group.value, nation=self.model.nation)) or {}

    def _store(self, content: Mapping[str, object] | None) -> None:
        self.context.tasks.run(partial(_keep, self.context.workspace, content), must_end=True)

    def _show_kept(self, begun: tuple[Sheet | None, tuple[str, ...]]) -> None:
        kept, groups = begun
        self.group.set_names(groups)
        if kept is None:
            return
        self.grid.end_typing()
        typed = [row for row in self.model.rows if not row.is_blank]
        self.model.restore([*kept.rows, *typed])
        if not self.group.value:
            self.group.set_raw(kept.group)
        if kept.nation in NATIONS:
            self.nation.set_code(Nation.of(kept.nation))
        self.grid.go(self.model.last_filled + (0 if typed else 1), NAME)
        self.kept_strip.tell(self.tr("上次没有登记的内容都在，接着录就行。"), Tone.DUE)
        self._timer.start()
        if self.isVisible() and not typed:
            self.take_focus()

    @Slot()
    def _take_nation(self) -> None:
        code = self.nation.code
        self.model.nation = str(code.value) if code is not None else ""
        self.model.tell_all()
        if not self.model.is_blank:
            self._edited()

    @Slot()
    def _edited(self) -> None:
        self.draft.touch()
        self._timer.start()
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Empty the sheet, after asking."""
        self.grid.end_typing()
        if self.model.is_blank or not ask(
            self,
            self.tr("清空这张表？"),
            self.tr("表里还没有登记的内容都会去掉。清空以后，离开这一页之前还可以撤销。"),
            accept=self.tr("清空"),
            is_dangerous=True,
            name="clearNotice",
        ):
            return
        self.model.empty()
        self.kept_strip.hide()
        self.draft.keep()
        self.grid.go(0, NAME)
        self.grid.setFocus()

    # checking

    @Slot()
    def _check(self) -> None:
        if self._checking is None and self._work is None:
            self._checking = self.context.tasks.run(
                partial(_checked, self.context.workspace, self.sheet),
                on_done=self._show_check,
                on_settled=self._checked,
                owner=self,
            )
        else:
            self._timer.start()

    def _checked(self) -> None:
        self._checking = None

    def _show_check(self, check: SheetCheck) -> None:
        self._counts = (check.households, check.people)
        self.model.show_check(check)
        self._tell()

    @property
    def is_checked(self) -> bool:
        """Whether everything typed has been looked at."""
        return self._checking is None and not self._timer.isActive()

    @Slot()
    def _tell(self) -> None:
        """Say at the foot what is to be said of the cell, and how much is ready."""
        index = self.grid.currentIndex()
        found = self.model.said(index.row(), index.column()) if index.isValid() else None
        if found is None and index.isValid():
            here = [(row, place) for row, place, _tone in self.model.all_said() if row == index.row()]
            found = next((said for cell in here if (said := self._named(*cell)) is not None), None)
        tone, words = found or (Tone.NEUTRAL, self._hint)
        self.detail.setText(term(words))
        self.detail.setProperty("tone", tone.value)
        repolish(self.detail)
        self.counts.setText(self._count_words())

    def _named(self, row: int, place: int) -> tuple[Tone, str] | None:
        said = self.model.said(row, place)
        return None if said is None else (said[0], f"{self.model.titles[place]}：{term(said[1])}")

    def _count_words(self) -> str:
        tones = [tone for _row, _place, tone in self.model.all_said()]
        households, people = self._counts
        words = [self.tr("{n} 户 {m} 人可以登记").format(n=households, m=people)]
        if wrong := tones.count(Tone.OVERDUE):
            words.append(self.tr("{k} 格有问题").format(k=wrong))
        if doubtful := tones.count(Tone.DUE):
            words.append(self.tr("{k} 格请核对").format(k=doubtful))
        return self.tr("，").join(words)

    # registering

    @Slot()
    def register(self) -> None:
        """Register every household that is right; the others stay."""
        self.grid.end_typing()
        if self._work is not None or self.model.is_blank:
            return
        if not self.group.value and not ask(
            self,
            self.tr("没有选村民小组"),
            self.tr("表里的住户都不会有小组。"),
            accept=self.tr("不分小组，登记"),
            reject=self.tr("回去选小组"),
            name="groupNotice",
        ):
            self.group.setFocus()
            return
        self.error_strip.hide()
        sheet = self.sheet
        self._work = self.context.tasks.run(
            partial(_registered, self.context.workspace, sheet),
            on_done=partial(self._show_result, sheet),
            on_error=self.show_error,
            on_settled=self._settle,
            progress_title=self.tr("正在登记住户…"),
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(self._register, self._clear),
        )

    def _settle(self) -> None:
        self._work = None

    def _show_result(self, sheet: Sheet, result: SheetResult) -> None:
        self.kept_strip.hide()
        self._counts = (0, 0)
        if result.taken:
            self.model.take_out({row.key: row for row in sheet.rows if row.key in result.taken})
            self.draft.keep()
        self.model.fresh = None
        self.model.show_check(result.check)
        left = sum(1 for row in self.model.rows if not row.is_blank)
        self._say(result, left)
        if not self.grid.is_typing:
            self._go_to_work()
        self._tell()

    def _say(self, result: SheetResult, left: int) -> None:
        if not result.taken:
            self.show_error(UserError("还没有可以登记的户：红色的格改好以后再登记，原因在表的下面。"))
            return
        words = self.tr("已登记 {n} 户 {m} 人").format(n=result.households, m=result.people)
        if left:
            words += self.tr("，还有 {k} 行留在表里").format(k=left)
        self.context.status(words)

    def _go_to_work(self) -> None:
        """Go to the first cell that is wrong, or to where the next household begins."""
        wrong = next(((row, place) for row, place, tone in self.model.all_said() if tone is Tone.OVERDUE), None)
        self.grid.go(*(wrong or (self.model.last_filled + 1, NAME)))
        self.grid.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to the list; nothing is lost by it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _begin(workspace: Workspace, _progress: Progress) -> tuple[Sheet | None, tuple[str, ...]]:
    return kept_sheet(workspace), group_names(workspace)


def _keep(workspace: Workspace, content: Mapping[str, object] | None, _progress: Progress) -> None:
    if content:
        drafts.save_draft(workspace, DRAFT_KEY, content)
    else:
        drafts.discard_draft(workspace, DRAFT_KEY)


def _checked(workspace: Workspace, sheet: Sheet, _progress: Progress) -> SheetCheck:
    return check_sheet(workspace, sheet)


def _registered(workspace: Workspace, sheet: Sheet, progress: Progress) -> SheetResult:
    return register_sheet(workspace, sheet, progress)
