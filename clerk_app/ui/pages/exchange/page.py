"""The page 报送: what will go, where to, and what went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.exchange import Exported, Outbox, export_packet, outbox
from clerk_app.services.exchange_desk import (
    PacketContents,
    Reminder,
    WrittenPacket,
    open_own_packet,
    reminder,
    written_packets,
)
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.exchange_acts import ActsDialog
from clerk_app.ui.dialogs.exchange_packet import PacketDialog
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.exchange.places import DriveWatch, Place, PlaceList
from clerk_app.ui.pages.exchange.words import check_value, moment, reminder_words, size_words
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

KindRow = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Everything the page shows, read at one time."""

    outbox: Outbox
    reminder: Reminder
    packets: tuple[WrittenPacket, ...]
    has_county_key: bool


class ExchangePage(Page):
    """Writes packets; a packet does not empty the list of what waits, only the county's answer will."""

    name = "exchange"
    kinds = frozenset({"exchange"})
    shows = Changed.ALL

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._has_waiting = False
        self.watch = DriveWatch(self)
        self._build_strips()
        self._build_commands()
        self._build_sections()
        self._lay_out()
        self._connect()
        self.watch.set_folder(context.settings.last_export_folder)
        self._allow()

    # building

    def _build_strips(self) -> None:
        self.done_strip = Strip("exchangeDone")
        self.key_strip = Strip("exchangeKey", button=self.tr("去填写"))
        self.late_strip = Strip("exchangeLate")

    def _build_commands(self) -> None:
        self.inspect_button = Button("exchangeInspect", self.tr("检查报送包"), icon_name="search")
        self.folder_button = QuietButton("exchangeFolder", self.tr("选择文件夹"), icon_name="folder-open")
        self.export_button = PrimaryButton("exchangeExport", self.tr("写报送包"), icon_name="usb", shortcut="Ctrl+S")
        self.commands.addStretch(1)
        for button in (self.inspect_button, self.export_button):
            self.commands.addWidget(button)

    def _build_sections(self) -> None:
        self.figure = QLabel()
        self.figure.setObjectName("exchangeFigure")
        self.figure.setProperty("role", "figure")
        self.since = QLabel()
        self.since.setObjectName("exchangeSince")
        self.since.setProperty("role", "hint")
        self.names_button = QuietButton("exchangeNames", self.tr("看明细"), icon_name="list")
        self.kind_rows: RecordTable[KindRow] = RecordTable(
            (
                Column("kind", self.tr("事项"), lambda row: term(row[0]), stretch=True),
                Column("count", self.tr("笔数"), lambda row: row[1], Kind.NUMBER, width=96),
            ),
            parent=self,
        )
        self.kind_view: RecordView[KindRow] = RecordView(
            "waitingKinds", self.kind_rows, label=self.tr("待报送"), memory=self.context.memory
        )
        self.rule = QLabel(
            self.tr(
                "写好报送包，这里的笔数不会减少：每个包都带上全部待报送的内容，等县里的回执收到才清掉（回执由维护人员用 clerk import 导入）。优盘丢了，再写一个就行。"
            )
        )
        self.rule.setObjectName("exchangeRule")
        self.rule.setProperty("role", "hint")
        self.rule.setWordWrap(True)
        self.places = PlaceList()
        self.packets: RecordTable[WrittenPacket] = RecordTable(self._packet_columns(), parent=self)
        self.packet_view: RecordView[WrittenPacket] = RecordView(
            "writtenPackets",
            self.packets,
            label=self.tr("已写的报送包"),
            memory=self.context.memory,
        )

        self.no_packet = QLabel(self.tr("还没有写过报送包。插上优盘，点右上角“写报送包”，带到县里交给经办。"))
        self.no_packet.setObjectName("exchangeNoPacket")
        self.no_packet.setProperty("role", "emptyText")
        self.no_packet.setWordWrap(True)
        self.no_packet.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _packet_columns(self) -> tuple[Column[WrittenPacket], ...]:
        return (
            Column("number", self.tr("包号"), lambda row: row.number, Kind.NUMBER, width=72),
            Column("at", self.tr("写入时间"), lambda row: moment(row.at), width=156),
            Column("acts", self.tr("笔数"), lambda row: row.acts, Kind.NUMBER, width=80),
            Column("size", self.tr("大小"), lambda row: size_words(row.size), width=92, sort_by=lambda row: row.size),
            Column("name", self.tr("文件名"), lambda row: row.name, width=260, stretch=True),
            Column("check", self.tr("校验码"), lambda row: check_value(row.sha256), width=200),
            Column("by", self.tr("经办人"), lambda row: row.by, width=116),
        )

    def _lay_out(self) -> None:
        theme = current_theme()
        waiting = Section(self.tr("待报送"), name="exchangeWaiting")
        waiting.add_aside(self.names_button)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.figure)
        head.addWidget(self.since, 1)
        waiting.add(head)
        waiting.add(self.kind_view, 1)
        where = Section(self.tr("写到哪里"), name="exchangeWhere")
        where.add_aside(self.folder_button)
        where.add(self.places, 1)
        where.add(self.rule)
        top = QHBoxLayout()
        top.setSpacing(theme.px(32))
        top.addWidget(waiting, 1)
        top.addWidget(where, 1)
        written = Section(self.tr("已写的报送包"), name="exchangeWritten")
        written.add(self.packet_view, 1)
        written.add(self.no_packet, 1)
        for view in (self.kind_view, self.packet_view):
            view.setMinimumHeight(theme.px(ROW * 3))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(20))
        column.addLayout(top, 3)
        column.addWidget(written, 2)
        for strip in (self.key_strip, self.late_strip, self.done_strip):
            self.body.addWidget(strip)
        self.body.addWidget(scrolling(content), 1)

    def _connect(self) -> None:
        self.watch.seen.connect(self._show_places)
        self.places.place_changed.connect(self._allow)
        self.export_button.clicked.connect(self.export)
        self.folder_button.clicked.connect(self._ask_folder)
        self.inspect_button.clicked.connect(self._ask_packet)
        self.names_button.clicked.connect(self._show_names)
        self.key_strip.acted.connect(self._go_to_key)

    # the frame

    def take_focus(self) -> None:
        """Begin at the places: Ctrl+S writes."""
        self.places.list.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - every act waits for the stick
        """Read what waits and what was written."""
        self.context.tasks.run(partial(_read, self.context.workspace), on_done=self._show, owner=self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look for sticks while the page is in sight."""
        super().showEvent(event)
        self.watch.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no more."""
        super().hideEvent(event)
        self.watch.stop()

    # showing

    def _show(self, waiting: Waiting) -> None:
        found = waiting.outbox
        self._has_waiting = found.acts > 0
        self.figure.setText(self.tr("{n} 笔").format(n=found.acts))
        if found.first_at is None:
            self.since.setText(self.tr("没有要报送的"))
        else:
            self.since.setText(self.tr("最早一笔 {when}").format(when=moment(found.first_at.astimezone())))
        self.names_button.setEnabled(self._has_waiting)
        self.kind_view.set_records(found.by_kind)
        self.packet_view.set_records(waiting.packets)
        self.packet_view.setVisible(bool(waiting.packets))
        self.no_packet.setVisible(not waiting.packets)
        words = reminder_words(waiting.reminder)
        self.late_strip.setVisible(words is not None)
        if words is not None:
            self.late_strip.tell(*words)
        if waiting.has_county_key:
            self.key_strip.hide()
        else:
            self.key_strip.tell(self.tr("还没有填写县级公钥，没有它不能写报送包。公钥由县里给，填一次就行。"), Tone.DUE)
        self._allow()

    @Slot(object)
    def _show_places(self, places: tuple[Place, ...]) -> None:
        self.places.show_places(places)

    @Slot()
    def _allow(self) -> None:
        self.export_button.setEnabled(self._has_waiting and self.places.current is not None)

    @Slot()
    def _show_names(self) -> None:
        dialog = ActsDialog(self.context, self)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _go_to_key(self) -> None:
        self.context.open("settings", "county_key")

    # where to

    @Slot()
    def _ask_folder(self) -> None:
        before = self.places.current
        start = str(before.path) if before else self.context.settings.last_export_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("报送包写到哪个文件夹"), start)
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, folder: Path) -> None:
        """Write to a folder that the clerk chose; it is remembered."""
        self.context.remember(last_export_folder=str(folder))
        known = tuple(place for place in self.places.places if place.path != folder)
        self.places.show_places((*known, Place(folder, folder.name or str(folder), 0, is_stick=False)), str(folder))
        self.watch.set_folder(str(folder))

    # writing

    @Slot()
    def export(self) -> None:
        """Write a packet to the current place and verify it there."""
        place = self.places.current
        if place is None or not self.export_button.isEnabled():
            return
        self.error_strip.hide()
        self.done_strip.hide()
        self.context.tasks.run(
            partial(_export, self.context.workspace, place.path),
            on_done=partial(self._tell_done, place),
            on_error=self._tell_refusal,
            changed=frozenset({Changed.PACKET}),
            progress_title=self.tr("正在写入并核对，请不要拔优盘…"),
            owner=self,
            disable=(self.export_button, self.folder_button, self.places),
        )

    def _tell_done(self, place: Place, done: Exported) -> None:
        self.context.remember(last_export_folder=str(place.path))
        head = self.tr("已写入并核对：{name}").format(name=done.path.name)
        if place.is_stick:
            head = self.tr("{done}。可以拔出优盘了").format(done=head)
        details = self.tr("{n} 笔　{size}　校验码 {check}　位置 {folder}").format(
            n=done.acts, size=size_words(done.size), check=check_value(done.sha256), folder=place.path
        )
        self.done_strip.tell(f"{head}\n{details}", Tone.DONE)
        self.context.status(self.tr("报送包已写入并核对"))
        self.watch.look()

    def _tell_refusal(self, error: UserError) -> None:
        if error.field == "county_key":
            self.key_strip.tell(message_of(error), Tone.OVERDUE)
        else:
            self.show_error(error)

    def show_error(self, error: ClerkError) -> None:
        """Say what is wrong at the top; what was done before is no longer the news."""
        self.done_strip.hide()
        super().show_error(error)

    # looking into a packet

    @Slot()
    def _ask_packet(self) -> None:
        before = self.places.current
        start = str(before.path) if before else self.context.settings.last_export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("检查哪个报送包"), start, self.tr("报送包 (*.clerk);;所有文件 (*)")
        )
        if chosen:
            self.inspect(Path(chosen))

    def inspect(self, path: Path) -> None:
        """Open a packet with this laptop's key and show what it says, or say why not."""
        self.error_strip.hide()
        self.context.tasks.run(
            partial(_inspect, self.context.workspace, path),
            on_done=self._show_contents,
            on_error=self.show_error,
            progress_title=self.tr("正在检查报送包…"),
            owner=self,
            disable=(self.inspect_button,),
        )

    def _show_contents(self, contents: PacketContents) -> None:
        PacketDialog.show_contents(self, contents)


def _read(workspace: Workspace, _progress: Progress) -> Waiting:
    found = outbox(workspace)
    return Waiting(
        outbox=found,
        reminder=reminder(found, workspace.today()),
        packets=written_packets(workspace),
        has_county_key=bool(the_village(workspace).county_key),
    )


def _export(workspace: Workspace, folder: Path, progress: Progress) -> Exported:
    return export_packet(workspace, folder, progress)


def _inspect(workspace: Workspace, path: Path, _progress: Progress) -> PacketContents:
    return open_own_packet(workspace, path)
