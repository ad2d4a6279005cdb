"""The part 历史: every packet written here and every packet of the county imported here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from clerk_app.domain.money import Money
from clerk_app.services.exchange_desk import PacketContents, open_own_packet
from clerk_app.services.exchange_history import Came, Fate, Sent
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.exchange_packet import PacketDialog
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.exchange.account import ANSWER, caught_up_words
from clerk_app.ui.pages.exchange.places import Place
from clerk_app.ui.pages.exchange.slips import SlipPrinter, packet_paper
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.pages.exchange.words import check_value, moment, size_words
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

Passed = Sent | Came
ALL, WENT, CAME = "all", "went", "came"


class HistoryView(ExchangeView):
    """The newest first; a packet that was written can be looked into again, and its slip printed."""

    name = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._places: tuple[Place, ...] = ()
        self._newest = ""
        self.slips = SlipPrinter(context, self, self.fail)
        self.inspect_button = QuietButton("exchangeInspect", self.tr("检查报送包"), icon_name="search")
        self.save_button = Button("historySave", self.tr("保存 PDF"), icon_name="save")
        self.print_button = PrimaryButton("historyPrint", self.tr("打印交接单"), icon_name="printer", shortcut="Ctrl+P")
        self.buttons = (self.save_button, self.print_button)
        self.rows: RecordTable[Passed] = RecordTable(self._columns(), parent=self)
        self.view: RecordView[Passed] = RecordView(
            "exchangeHistory",
            self.rows,
            label=self.tr("往来记录"),
            empty=EmptyState(
                "history",
                self.tr("还没有往来"),
                self.tr("写过的报送包、导入过的县里的文件，都会列在这里：时间、笔数、金额、县里入账没有。"),
            ),
            memory=context.memory,
        )
        self.view.setMinimumHeight(current_theme().px(ROW * 5))
        self._lay_out()
        self._connect()
        self._show_current(None)

    def _lay_out(self) -> None:
        theme = current_theme()
        self.direction = Segments(
            "historyFilter",
            ((ALL, self.tr("全部")), (WENT, self.tr("报出")), (CAME, self.tr("收到"))),
            parent=self,
        )
        self.direction.set_value(ALL)
        self.words = LineEdit(placeholder=self.tr("筛选：文件名、经办人、日期"))
        self.words.setObjectName("historyWords")
        self.words.setAccessibleName(self.tr("筛选"))
        put_clear_button(self.words)
        self.words.setMaximumWidth(theme.px(320))
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addWidget(self.direction)
        top.addWidget(self.words, 100)  # what to filter by is to be read on a small screen; what it leaves is empty
        top.addStretch(1)
        top.addWidget(self.inspect_button)
        self.detail = QLabel()
        self.detail.setObjectName("historyDetail")
        self.detail.setProperty("role", "hint")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setMinimumHeight(theme.px(ROW * 2))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.detail)

    def _columns(self) -> tuple[Column[Passed], ...]:
        return (
            Column("way", self.tr("方向"), self._way, Kind.CHIP, width=92),
            Column("at", self.tr("时间"), lambda row: moment(row.at), width=148),
            Column("number", self.tr("编号"), lambda row: row.number, Kind.NUMBER, width=64),
            Column(
                "acts", self.tr("笔数"), lambda row: row.acts if isinstance(row, Sent) else None, Kind.NUMBER, width=68
            ),
            Column("money", self.tr("缴费金额"), _money, Kind.MONEY, width=112),
            Column("state", self.tr("结果"), self._state, Kind.CHIP, width=150),
            Column("name", self.tr("文件名"), lambda row: row.name, width=240, stretch=True),
            Column("by", self.tr("经办人"), lambda row: row.by, width=120),
        )

    def _connect(self) -> None:
        self.direction.value_chosen.connect(self._filter)
        self.words.textChanged.connect(self._narrow)
        self.view.current_changed.connect(self._show_current)
        self.inspect_button.clicked.connect(self._ask_packet)
        self.print_button.clicked.connect(self._print_slip)
        self.save_button.clicked.connect(self._save_slip)

    # showing

    def take_focus(self) -> None:
        """Begin at the list."""
        self.view.setFocus()

    def show_desk(self, desk: Desk) -> None:
        """Show what went and came; what is new since becomes current, for that is what the clerk is after."""
        self.view.set_records(desk.history)
        newest = desk.history[0].name if desk.history else ""
        if newest != self._newest:
            self.view.select(lambda row: row is desk.history[0])
        self._newest = newest
        self._keep_current()

    def _keep_current(self) -> None:
        """Let one of the rows in sight be current, so that the buttons have something to act on."""
        if self.view.current_record() is None:
            self.view.select(lambda _row: True)
        self._show_current(self.view.current_record())

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:  # noqa: ARG002 - no choice to make here
        """Know where packets lie."""
        self._places = places

    @Slot(str)
    def _filter(self, way: str) -> None:
        self.rows.set_predicate({WENT: _went, CAME: _came}.get(way))
        self._keep_current()

    @Slot(str)
    def _narrow(self, words: str) -> None:
        self.rows.set_filter(words)
        self._keep_current()

    def _way(self, row: Passed) -> ChipState:
        if isinstance(row, Sent):
            return ChipState(self.tr("报出"), Tone.NEUTRAL)
        return ChipState(self.tr("收到"), Tone.ACCENT)

    def _state(self, row: Passed) -> ChipState:
        if isinstance(row, Sent):
            return {
                Fate.SETTLED: ChipState(self.tr("县里已办"), Tone.DONE),
                Fate.PARTLY: ChipState(self.tr("部分已办"), Tone.DUE),
                Fate.OPEN: ChipState(self.tr("还没有回执"), Tone.DUE),
                Fate.REPLACED: ChipState(self.tr("已由新包代替"), Tone.NEUTRAL),
            }[row.fate]
        if row.kind != ANSWER:
            return ChipState(self.tr("来文"), Tone.ACCENT)
        if row.standing == "revoked":
            return ChipState(self.tr("本机被撤销"), Tone.OVERDUE)
        if row.refused:
            return ChipState(self.tr("退回 {n} 笔").format(n=row.refused), Tone.OVERDUE)
        if row.held:
            return ChipState(self.tr("暂存 {n} 笔").format(n=row.held), Tone.DUE)
        if row.notices:
            return ChipState(self.tr("县里通知 {n} 件").format(n=row.notices), Tone.DUE)
        return ChipState(self.tr("回执"), Tone.DONE)

    @Slot(object)
    def _show_current(self, row: Passed | None) -> None:
        is_sent = isinstance(row, Sent)
        self.print_button.setEnabled(is_sent)
        self.save_button.setEnabled(is_sent)
        self.detail.setText(
            "" if row is None else self._sent_words(row) if isinstance(row, Sent) else self._came_words(row)
        )

    def _sent_words(self, row: Sent) -> str:
        acts = self.tr("第 {first} 至 {last} 号，共 {n} 笔").format(first=row.first_act, last=row.last_act, n=row.acts)
        words = self.tr("第 {epoch} 期第 {number} 个包　{acts}　{size}　校验码 {check}").format(
            epoch=row.epoch,
            number=row.number,
            acts=acts if row.acts else self.tr("没有变更"),
            size=size_words(row.size),
            check=check_value(row.sha256),
        )
        meaning = {
            Fate.SETTLED: self.tr("县里的回执说：这个包里的都已办结。"),
            Fate.PARTLY: self.tr("县里办结了其中一部分，其余的下一个包会再带上。"),
            Fate.OPEN: self.tr("还没有导入县里对它的回执；里面的内容下一个包会再带上。"),
            Fate.REPLACED: self.tr("本机数据恢复过，里面的内容已在新的一期里重做。"),
        }
        return f"{words}\n{meaning[row.fate]}"

    def _came_words(self, row: Came) -> str:
        head = self.tr("县里第 {number} 号，{made} 制作　校验码 {check}").format(
            number=row.number, made=moment(row.made_at), check=check_value(row.sha256)
        )
        no_slip = self.tr("交接单只有“报出”的才有。")
        if row.kind != ANSWER or row.settled is None:
            return f"{head}\n{no_slip}"
        figures = self.tr(
            "入账到第 {number} 号，清掉 {cleared} 笔，退回 {refused} 笔，暂存 {held} 笔，县里通知 {notices} 件。"
        ).format(
            number=row.settled[1],
            cleared=max(row.cleared or 0, 0),
            refused=row.refused,
            held=row.held,
            notices=row.notices,
        )
        up = [caught_up_words(row.caught_up)] if row.caught_up is not None else []
        return "\n".join([head, figures, *up, no_slip])

    # slips

    @Slot()
    def _print_slip(self) -> None:
        row = self.view.current_record()
        if isinstance(row, Sent):
            self.slips.print_slip(packet_paper((row.name,)))

    @Slot()
    def _save_slip(self) -> None:
        row = self.view.current_record()
        if isinstance(row, Sent):
            self.slips.save_slip(packet_paper((row.name,)))

    # looking into a packet

    @Slot()
    def _ask_packet(self) -> None:
        """Look into the current packet where it lies on a stick, else ask for the file."""
        row = self.view.current_record()
        lies_on = [place.path for place in self._places if row is not None and row.name in place.packets.sealed]
        if row is not None and lies_on:
            self.inspect(lies_on[0] / row.name)
            return
        start = (
            str(self._places[0].path) if self._places else self.context.settings.last_export_folder or str(Path.home())
        )
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("检查哪个报送包"), start, self.tr("报送包 (*.clerk);;所有文件 (*)")
        )
        if chosen:
            self.inspect(Path(chosen))

    def inspect(self, path: Path) -> None:
        """Open a packet with this laptop's key and show what it says, or say why not."""
        self.error_gone.emit()
        self.context.tasks.run(
            partial(_inspect, self.context.workspace, path),
            on_done=self._show_contents,
            on_error=self.fail,
            progress_title=self.tr("正在检查报送包…"),
            owner=self,
            disable=(self.inspect_button,),
        )

    def _show_contents(self, contents: PacketContents) -> None:
        PacketDialog.show_contents(self, contents)


def _money(row: Passed) -> Money | None:
    return row.money if isinstance(row, Sent) and row.money else None


def _went(row: Passed) -> bool:
    return isinstance(row, Sent)


def _came(row: Passed) -> bool:
    return isinstance(row, Came)


def _inspect(workspace: Workspace, path: Path, _progress: Progress) -> PacketContents:
    return open_own_packet(workspace, path)
