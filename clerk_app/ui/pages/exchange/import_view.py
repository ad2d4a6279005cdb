"""The part 导入: what the county sent back, taken in from the stick, with an account of every file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.services.taking_in import Account, take_in
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.pages.exchange.account import Block, blocks_of, summary
from clerk_app.ui.pages.exchange.places import Place, PlaceList, room_words
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.tasks import Cancelled, Progress
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import Chip
from clerk_app.ui.widgets.reading_area import ReadingArea
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.exchange_desk import Familiar
    from clerk_app.services.workspace import Workspace


class ImportView(ExchangeView):
    """Takes in answers and what else the county sends; each file counts for itself, and the account of it stays in sight.

    ``files_seen(names)`` after each import, whatever became of the files.
    """

    name = "import"
    files_seen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._familiar: Familiar | None = None
        self._is_enrolled = False
        self._standing = ""
        self._is_from_stick = False
        self._given: tuple[Place, ...] = ()
        self.account: Account | None = None
        self._build_parts()
        self._lay_out()
        self._connect()
        self._allow()

    def _build_parts(self) -> None:
        self.enrol_strip = Strip("importEnrol", button=self.tr("去登记"))
        self.summary_strip = Strip("importSummary", button=self.tr("去处理"))
        self.papers_strip = Strip("importPapers", button=self.tr("去接收"))
        self.file_button = Button("importFile", self.tr("导入文件…"), icon_name="file-text")
        self.import_button = PrimaryButton("importStart", self.tr("导入"), icon_name="download", shortcut="Ctrl+S")
        self.buttons = (self.file_button, self.import_button)
        self.folder_button = QuietButton("importFolder", self.tr("选择文件夹"), icon_name="folder-open")
        self.places = PlaceList("importPlaces", self.tr("从哪里导入"), self._words)
        self._nothing = QLabel(
            self.tr(
                "插上从县里带回来的优盘，点“导入”。这里会写明每份文件的结果：哪些已入账，哪些退回或暂存和为什么，县里还发来了什么。"
            )
        )
        self._nothing.setObjectName("importNothing")
        self._nothing.setProperty("role", "emptyText")
        self._nothing.setWordWrap(True)

    def _lay_out(self) -> None:
        theme = current_theme()
        rule = QLabel(
            self.tr(
                "导入只读优盘，不改动上面的文件。每份文件各算各的：有一份不对，不影响别的；中途停下，已导入的都算数。"
            )
        )
        rule.setProperty("role", "hint")
        rule.setWordWrap(True)
        source = Section(self.tr("从哪里导入"), name="importWhere")
        source.add_aside(self.folder_button)
        source.add(self.places, 1)
        source.add(rule)
        self.result = Section(self.tr("导入结果"), name="importResult")
        self.result.keep_level()
        self._list = QWidget()
        self._list.setObjectName("importAccount")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(16))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        account = ReadingArea("importAccountArea", self.tr("导入结果"), self._list)
        account.setMinimumHeight(theme.px(ROW * 6))  # on a small screen the page scrolls, not a slit of it
        self.result.add(account, 1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(32))
        halves.addWidget(source, 2)
        halves.addWidget(self.result, 3)
        for strip in (self.enrol_strip, self.summary_strip, self.papers_strip):
            self.body.addWidget(strip)
        self.body.addLayout(halves, 1)

    def _connect(self) -> None:
        self.places.place_changed.connect(self._allow)
        self.import_button.clicked.connect(self.start)
        self.file_button.clicked.connect(self._ask_file)
        self.folder_button.clicked.connect(self._ask_folder)
        self.enrol_strip.acted.connect(partial(self.part_wanted.emit, "enrol"))
        self.summary_strip.acted.connect(partial(self.part_wanted.emit, "work"))
        self.papers_strip.acted.connect(partial(self.context.open, "settings", "publications"))

    # showing

    def take_focus(self) -> None:
        """Begin at the places: Ctrl+S imports."""
        (self.places.list if self.places.places else self.folder_button).setFocus()

    def show_desk(self, desk: Desk) -> None:
        """Take what tells the files on a stick apart."""
        self._familiar = desk.familiar
        self._is_enrolled = desk.enrolment is not None
        self._standing = desk.enrolment.standing if desk.enrolment is not None else ""
        if self._is_enrolled:
            self.enrol_strip.hide()
        else:
            self.enrol_strip.tell(self.tr("本村还没有登记县里，现在不能导入：请先打开县里的邀请。"), Tone.DUE)
        if desk.papers:
            self.papers_strip.tell(self.tr("县里来文 {n} 份等待接收，接收后才生效。").format(n=desk.papers), Tone.DUE)
        else:
            self.papers_strip.hide()
        self.places.show_places(self._given)
        self._allow()

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:
        """Take the sticks that are plugged in now."""
        self._given = places
        self.places.show_places(places, wanted)

    def fresh(self, place: Place) -> int:
        """Return how many files of the county in a place were not imported yet."""
        return len(self._familiar.fresh(place.packets.sealed)) if self._familiar else 0

    def _words(self, place: Place) -> str:
        fresh = self.fresh(place)
        if fresh:
            return self.tr("{label}　县里的新文件 {n} 份").format(label=place.label, n=fresh)
        if place.packets.sealed or place.packets.invitations:
            return self.tr("{label}　没有县里的新文件").format(label=place.label)
        return room_words(place)

    @Slot()
    def _allow(self) -> None:
        self.import_button.setEnabled(self._is_enrolled and self.places.current is not None)
        self.file_button.setEnabled(self._is_enrolled)

    # importing

    @Slot()
    def start(self) -> None:
        """Import what the current place holds."""
        place = self.places.current
        if place is not None and self.import_button.isEnabled():
            self.take((place.path,))

    @Slot()
    def _ask_file(self) -> None:
        before = self.places.current
        start = str(before.path if before else Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self.tr("导入哪些文件"), start, self.tr("县里的文件 (*.clerk);;所有文件 (*)")
        )
        if chosen:
            self.take(tuple(map(Path, chosen)))

    @Slot()
    def _ask_folder(self) -> None:
        before = self.places.current
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("从哪个文件夹导入"), str(before.path if before else Path.home())
        )
        if chosen:
            self.folder_taken.emit(Path(chosen))

    def take(self, sources: Sequence[Path]) -> None:
        """Import these files and folders and give the account."""
        self.error_gone.emit()
        self.summary_strip.hide()
        self._is_from_stick = any(
            place.is_stick and source.is_relative_to(place.path) for place in self.places.places for source in sources
        )
        self.context.tasks.run(
            partial(_take_in, self.context.workspace, tuple(sources)),
            on_done=self.show_account,
            on_error=self.fail,
            changed=Changed.ALL,
            progress_title=self.tr("正在导入，请不要拔优盘…"),
            owner=self,
            disable=(self.import_button, self.file_button, self.folder_button, self.places),
        )

    def show_account(self, account: Account) -> None:
        """Show what became of each file."""
        self.account = account
        self.files_seen.emit(frozenset(each.file for each in account.files))
        words, tone = summary(account, self._standing)
        told = words
        if account.trouble is not None:
            told = f"{words}\n{message_of(account.trouble)}"
        elif self._is_from_stick:
            told = self.tr("{words}。可以拔出优盘了").format(words=words)
        self.summary_strip.tell(told, tone)
        self.summary_strip.offer(is_offered=any(each.opened or each.conflicts for each in account.imported))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, block in enumerate(blocks_of(account)):
            self._column.addWidget(_block_widget(number, block))
        self._column.addStretch(1)
        self.context.status(words, tone)
        self._allow()


def _block_widget(number: int, block: Block) -> QWidget:
    theme = current_theme()
    box = QWidget()
    box.setObjectName(f"importBlock_{number}")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    head = QHBoxLayout()
    head.setSpacing(theme.px(8))
    head.addWidget(Chip(block.chip), 0, Qt.AlignmentFlag.AlignTop)
    heading = _label(block.heading)
    heading.setFont(theme.font(bold=True))
    head.addWidget(heading, 1)
    column.addLayout(head)
    words = _label("\n".join(block.lines))
    words.setObjectName(f"importLines_{number}")
    column.addWidget(words)
    return box


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _take_in(workspace: Workspace, sources: tuple[Path, ...], progress: Progress) -> Account:
    def go_on(done: int, total: int) -> bool:
        try:
            progress(done, total)
        except Cancelled:
            return False  # what was imported until now stays, and the account tells it
        return True

    return take_in(workspace, sources, go_on)
