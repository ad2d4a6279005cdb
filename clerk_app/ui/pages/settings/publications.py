"""县里来文: what the county published, how it stands here, and the way to its dry run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.settings.publication_words import detail_words, standing_words
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.services.publications import PublicationRow
    from clerk_app.services.workspace import Workspace

_TONES = {
    "waiting": Tone.DUE,
    "accepted": Tone.DONE,
    "declined": Tone.NEUTRAL,
    "expired": Tone.NEUTRAL,
    "withdrawn": Tone.NEUTRAL,
}


class PublicationsSection(SettingsSection):
    """The list; opening a line shows what it would change, and there it is accepted or declined."""

    name = "settingsPublications"
    shows = frozenset({Changed.VILLAGE, Changed.PACKET})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("县里来文"),
            self.tr(
                "县里用优盘发来的政策包、本地标准、名单和村代码表。到了不等于生效：先看会改变什么，再接收；接收后按来文写的日期生效，到那一天不用再做什么。"
            ),
            parent,
        )
        self.open_button = PrimaryButton("publicationOpen", self.tr("看影响、接收或谢绝…"), icon_name="git-compare")
        self.open_button.setEnabled(False)
        self.commands.addWidget(self.open_button)
        self.table: RecordTable[PublicationRow] = RecordTable(self._columns())
        empty = EmptyState("usb", self.tr("还没有县里来文"), self.tr("在“报送”页导入县里的优盘，来文会列在这里。"))
        self.view = RecordView(
            "publications", self.table, label=self.tr("县里来文"), empty=empty, memory=context.memory
        )
        self.view.setMinimumHeight(current_theme().px(ROW * 5))
        self.detail = _detail()
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.detail)
        self.view.current_changed.connect(self._show_choice)
        self.view.record_chosen.connect(self._review)
        self.open_button.clicked.connect(self._open)

    def _columns(self) -> tuple[Column[PublicationRow], ...]:
        return (
            Column("ref", self.tr("编号"), lambda row: row.ref, width=72),
            Column("state", self.tr("状态"), self._state, kind=Kind.CHIP, width=104),
            Column("title", self.tr("名称"), lambda row: row.title, stretch=True, least=200),
            Column("from_on", self.tr("起"), lambda row: row.from_on, kind=Kind.DATE, width=104),
            Column("to_on", self.tr("止"), lambda row: row.to_on, kind=Kind.DATE, width=104),
            Column("kind", self.tr("种类"), lambda row: term(row.kind.label), width=96),
            Column("words", self.tr("说明"), self._words, width=200),
        )

    def _state(self, row: PublicationRow) -> ChipState:
        return ChipState(term(row.state.label), _TONES[row.state.value])

    def _words(self, row: PublicationRow) -> str:
        return standing_words(row, self.context.workspace.today())

    def take_focus(self) -> None:
        """Go to the list."""
        self.view.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one list
        """Read what came."""
        self.context.tasks.run(partial(_publications, self.context.workspace), on_done=self._show, owner=self)

    def _show(self, rows: tuple[PublicationRow, ...]) -> None:
        """Show what came; without a choice of the clerk's, the first that waits is the one to look at."""
        self.view.set_records(rows)
        if self.view.current_record() is None:
            self.view.select(lambda row: row.state.value == "waiting")
        self._show_choice(self.view.current_record())

    @Slot(object)
    def _show_choice(self, row: PublicationRow | None) -> None:
        self.open_button.setEnabled(row is not None)
        self.detail.setVisible(row is not None)
        self.detail.setText("" if row is None else detail_words(row, self.context.workspace.today()))

    @Slot()
    def _open(self) -> None:
        row = self.view.current_record()
        if row is not None:
            self._review(row)

    @Slot(object)
    def _review(self, row: PublicationRow) -> None:
        from clerk_app.ui.dialogs.publication_review import PublicationReviewDialog  # noqa: PLC0415 - seldom wanted

        PublicationReviewDialog.review(self, self.context, row)


def _detail() -> QLabel:
    """Return the words below the list: a title of the county's is longer than any column."""
    label = QLabel()
    label.setObjectName("publicationDetail")
    label.setProperty("role", "hint")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _publications(workspace: Workspace, _progress: Progress) -> tuple[PublicationRow, ...]:
    from clerk_app.services.publications import list_publications  # noqa: PLC0415 - services cost a second of start-up

    return list_publications(workspace)
