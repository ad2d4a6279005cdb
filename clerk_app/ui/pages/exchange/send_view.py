"""The part 报送: what will go, where to, and writing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.services.exchange import Exported, export_packet
from clerk_app.services.exchange_history import Fate, Sent
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.exchange_acts import ActsDialog
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.exchange.places import Place, PlaceList
from clerk_app.ui.pages.exchange.slips import SlipPrinter, packet_paper
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.pages.exchange.words import check_value, moment, reminder_words, size_words
from clerk_app.ui.tasks import Progress, Work
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton, QuietButton
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

KindRow = tuple[str, int]


class SendView(ExchangeView):
    """Writes packets; a packet does not empty the list of what waits, only the county's answer will."""

    name = "send"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._has_waiting = False
        self._can_write = False
        self._done: Exported | None = None
        self._writing: Work | None = None
        self.slips = SlipPrinter(context, self, self.fail)
        self._build_parts()
        self._lay_out()
        self._connect()
        self._allow()

    # building

    def _build_parts(self) -> None:
        self.done_strip = Strip("exchangeDone", button=self.tr("打印交接单"), shortcut="Ctrl+P")
        self.key_strip = Strip("exchangeKey", button=self.tr("去登记"))
        self.late_strip = Strip("exchangeLate")
        self.standing_strip = Strip("exchangeStanding", button=self.tr("看登记"))
        self.writing_strip = Strip("exchangeWriting")
        self.folder_button = QuietButton("exchangeFolder", self.tr("选择文件夹"), icon_name="folder-open")
        self.export_button = PrimaryButton("exchangeExport", self.tr("写报送包"), icon_name="usb", shortcut="Ctrl+S")
        self.buttons = (self.export_button,)
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
            "waitingKinds",
            self.kind_rows,
            label=self.tr("待报送"),
            empty=EmptyState("check", self.tr("新办理的会列在这里"), self.tr("县里的回执说已办结的，不再列出。")),
            memory=self.context.memory,
        )
        self.kind_view.setMinimumHeight(current_theme().px(ROW * 3))
        self.rule = QLabel(
            self.tr(
                "写好报送包，这里的笔数不会减少：每个包都带上全部待报送的内容，等县里的回执导入后才清掉。优盘丢了，再写一个就行。"
            )
        )
        self.rule.setObjectName("exchangeRule")
        self.rule.setProperty("role", "hint")
        self.rule.setWordWrap(True)
        self.places = PlaceList("exchangePlaces", self.tr("写到哪里"))
        self.chosen = QLabel()
        self.chosen.setObjectName("exchangeChosen")
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.chosen.setWordWrap(True)

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
        where.add(self.chosen)
        where.add(self.places, 1)
        where.add(self.rule)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(32))
        halves.addWidget(waiting, 1)
        halves.addWidget(where, 1)
        for strip in (self.key_strip, self.standing_strip, self.late_strip, self.writing_strip, self.done_strip):
            self.body.addWidget(strip)
        self.body.addLayout(halves, 1)

    def _connect(self) -> None:
        self.places.place_changed.connect(self._allow)
        self.export_button.clicked.connect(self.export)
        self.folder_button.clicked.connect(self._ask_folder)
        self.names_button.clicked.connect(self._show_names)
        self.key_strip.acted.connect(self._go_to_enrolment)
        self.standing_strip.acted.connect(self._go_to_enrolment)
        self.context.tasks.work_ended.connect(self._end_writing)
        self.done_strip.acted.connect(self._print_slip)

    # showing

    def take_focus(self) -> None:
        """Begin at the places: Ctrl+S writes."""
        (self.places.list if self.places.places else self.kind_view).setFocus()

    def show_desk(self, desk: Desk) -> None:
        """Show what waits, and whether it is time."""
        found = desk.outbox
        self._has_waiting = found.acts > 0
        self._can_write = self._has_waiting or desk.has_county_key  # one without acts asks the county for its answer
        self.figure.setText(self.tr("{n} 笔").format(n=found.acts))
        if desk.asked and not self._has_waiting:
            self.since.setText(self.tr("有 {n} 份附件或来文还没有带来：写一个空的报送包去要").format(n=desk.asked))
        elif found.first_at is None:
            self.since.setText(
                self.tr("没有要报送的；要新的回执，写一个空的报送包")
                if desk.has_county_key
                else self.tr("没有要报送的")
            )
        else:
            self.since.setText(self.tr("最早一笔 {when}").format(when=moment(found.first_at.astimezone())))
        self.names_button.setEnabled(self._has_waiting)
        self.kind_view.set_records(found.by_kind)
        words = reminder_words(desk.reminder)
        self.late_strip.setVisible(words is not None)
        if words is not None:
            self.late_strip.tell(*words)
        if desk.has_county_key:
            self.key_strip.hide()
        else:
            self.key_strip.tell(
                self.tr("还没有登记县里，现在不能写报送包：请插上县里给的优盘，到“登记”打开邀请。"), Tone.DUE
            )
        self._show_standing(desk)
        if self._is_settled(desk):
            self.done_strip.hide()  # the county has answered since: nothing is to be carried any more
        self._allow()

    def _show_standing(self, desk: Desk) -> None:
        standing = desk.enrolment.standing if desk.enrolment is not None else ""
        if standing == "revoked":
            self.standing_strip.tell(
                self.tr("县里已撤销这台电脑，从它报送的新内容不再入账：请联系县里，弄清是不是电脑丢过、换过。"),
                Tone.OVERDUE,
            )
        elif standing == "waiting":
            self.standing_strip.tell(
                self.tr("县里还没有准入这台电脑：把报送包和“本机指纹单”带到县里，再把县里的回执导入。"), Tone.ACCENT
            )
        else:
            self.standing_strip.hide()

    def _is_settled(self, desk: Desk) -> bool:
        """Say whether the county has dealt with all that the strip says was written."""
        if self._done is None or not self._done.acts:
            return False
        names = {path.name for path in self._done.paths}
        fates = [row.fate for row in desk.history if isinstance(row, Sent) and row.name in names]
        return bool(fates) and all(fate is Fate.SETTLED for fate in fates)

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:
        """Take the sticks that are plugged in now."""
        self.places.show_places(places, wanted)

    @Slot()
    def _allow(self) -> None:
        current = self.places.current
        self.export_button.setEnabled(self._can_write and current is not None)
        self.chosen.setVisible(len(self.places.places) > 1 and current is not None)
        if current is not None:
            words = self.tr("有 {n} 处可写，现在选中的是“{label}”；要换一处，在下面点它。")
            self.chosen.setText(words.format(n=len(self.places.places), label=current.label))

    @Slot()
    def _show_names(self) -> None:
        dialog = ActsDialog(self.context, self)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _go_to_enrolment(self) -> None:
        self.part_wanted.emit("enrol")

    @Slot()
    def _ask_folder(self) -> None:
        before = self.places.current
        start = str(before.path) if before else self.context.settings.last_export_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("报送包写到哪个文件夹"), start)
        if chosen:
            self.folder_taken.emit(Path(chosen))

    # writing

    @Slot()
    def export(self) -> None:
        """Write a packet to the current place and verify it there."""
        place = self.places.current
        if place is None or not self.export_button.isEnabled():
            return
        self.error_gone.emit()
        self.done_strip.hide()
        words = self.tr("正在写到“{label}”，写完还要读回来核对：请不要拔优盘。")
        self.writing_strip.tell(words.format(label=place.label), Tone.DUE)
        self._writing = self.context.tasks.run(
            partial(_export, self.context.workspace, place.path),
            on_done=partial(self.tell_done, place),
            on_error=self._tell_refusal,
            changed=frozenset({Changed.PACKET}),
            progress_title=self.tr("正在写入并核对，请不要拔优盘…"),
            owner=self,
            disable=(self.export_button, self.folder_button, self.places),
        )

    @Slot(object)
    def _end_writing(self, work: Work) -> None:
        """Leave a trace of what was not written: the notice that says why is gone with one click."""
        if work is not self._writing:
            return
        self._writing = None
        if work.progress.is_cancelled:
            self.writing_strip.tell(self.tr("已取消，没有写报送包；要报送时再写一次。"), Tone.NEUTRAL)
        else:
            words = self.tr("报送包没有写成，里面的内容都还在“待报送”里：处理好优盘，再写一次。")
            self.writing_strip.tell(words, Tone.OVERDUE)

    def tell_done(self, place: Place, done: Exported) -> None:
        """Say that the stick may go and what to do next, then what was written."""
        self._done = done
        self.writing_strip.hide()
        self.context.remember(last_export_folder=str(place.path))
        if place.is_stick:
            head = self.tr("已写入并核对，可以拔出优盘了。下一步：打印交接单，和优盘一起带到县里。")
        else:
            head = self.tr("已写入并核对。下一步：把文件拷到优盘，打印交接单，一起带到县里。")
        details = self.tr("{name}　{n} 笔　{size}　校验码 {check}　位置 {folder}").format(
            name="、".join(path.name for path in done.paths),
            n=done.acts,
            size=size_words(done.size),
            check=check_value(done.sha256),
            folder=place.path,
        )
        self.done_strip.tell(f"{head}\n{details}", Tone.DONE)
        self.context.status(self.tr("报送包已写入并核对"))

    def _tell_refusal(self, error: UserError) -> None:
        self.writing_strip.hide()
        if error.field == "county_key":
            self.key_strip.tell(message_of(error), Tone.OVERDUE)
        else:
            self.fail(error)

    @Slot()
    def _print_slip(self) -> None:
        if self._done is not None:
            self.slips.print_slip(packet_paper(tuple(path.name for path in self._done.paths)))


def _export(workspace: Workspace, folder: Path, progress: Progress) -> Exported:
    return export_packet(workspace, folder, progress)
