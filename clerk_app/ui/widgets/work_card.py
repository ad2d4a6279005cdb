"""One thing that the exchange left to a person: what it is, why, and the act it is about in plain words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.transfer import EARLIER_ADDED, EARLIER_CHANGED, EARLIER_REVERSED, GOES_ON
from clerk_app.services.work import CLASH, HELD, REFUSED, STRANGE
from clerk_app.services.work_desk import OFFER
from clerk_app.terms import FIELDS
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.act_words import act_words
from clerk_app.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from clerk_app.services.work import WorkItem
    from clerk_app.services.work_desk import DeskItem

translate = QCoreApplication.translate
_RED: Final = (REFUSED, STRANGE, "double_registration", "double_proxy", "transfer_declined")


def kind_chip(item: WorkItem) -> ChipState:
    """Return the chip of an item's kind; what is settled is grey."""
    tone = Tone.OVERDUE if item.kind in _RED else Tone.DONE if item.kind == "transfer_done" else Tone.DUE
    return ChipState(term(item.kind_in_words), Tone.NEUTRAL if item.closed_at else tone)


def advice(item: WorkItem) -> str:
    """Say what to do about an item."""
    words = {
        REFUSED: translate("WorkCard", "县里没有入账。请按原因改正后重新办理，再标为已处理。"),
        HELD: translate("WorkCard", "不用重新办理：条件到了县里会自己入账，这一条也会自己消失。"),
        STRANGE: translate(
            "WorkCard",
            "这一笔是本机数据的另一份拷贝写的，县里没有入账。请和写它的人核对：需要的在本机重新办理，再标为已处理。",
        ),
        CLASH: translate(
            "WorkCard", "本机数据恢复过，这一笔没有照做。请核对两边的内容：需要的重新办理，再标为已处理。"
        ),
        "double_registration": translate(
            "WorkCard", "请和那个村核对，由一方办理迁出或更正。县里再对一次，没有了就自己消失。"
        ),
        OFFER: translate("WorkCard", "点“去办理”：核对来的是谁，收下并给户编号，或写明原因退回。"),
        "transfer_done": translate("WorkCard", "那个村已经收下，不用再办；看过后标为已处理。"),
        "double_proxy": translate("WorkCard", "请和那个村核对，由一方冲销。县里再对一次，没有了就自己消失。"),
        EARLIER_REVERSED: translate(
            "WorkCard", "请和本人、那个村核对：要缴的在本村登记，再标为已处理。那个村重新登记了同一笔，会自己消失。"
        ),
        EARLIER_CHANGED: translate("WorkCard", "本村记着的原村缴费不会自己改。请和那个村核对，核对后标为已处理。"),
        EARLIER_ADDED: translate("WorkCard", "不会自动记到本村。核对后标为已处理；那个村冲销了这一笔，会自己消失。"),
        GOES_ON: translate("WorkCard", "都带来以后，这一条会自己消失。"),
    }
    return words.get(item.kind, "")


def settled_words(item: WorkItem) -> str:
    """Say who settled an item, when and how; nothing while it is open."""
    if item.closed_at is None:
        return ""
    when = f"{item.closed_at:%Y-%m-%d %H:%M}"
    if not item.closed_by:
        return translate("WorkCard", "{when} 县里的回执不再提到，已自行了结").format(when=when)
    how = item.outcome or translate("WorkCard", "没有写处理情况")
    return translate("WorkCard", "{when} {by} 标为已处理：{how}").format(when=when, by=item.closed_by, how=how)


class WorkCard(QFrame):
    """A panel for one item; ``show_item`` changes it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._chip = Chip(ChipState(""))
        self._title = _label(f"{name}Title")
        self._title.setFont(theme.font(bold=True))
        self._when = _label(f"{name}When", role="hint")
        self._when.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._chip)
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        self._reason = _label(f"{name}Reason")
        self._act = _label(f"{name}Act")
        self._act.setTextFormat(Qt.TextFormat.RichText)
        self._clashes = QWidget()
        self._grid = QGridLayout(self._clashes)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)
        self._advice = _label(f"{name}Advice", role="hint")
        self._settled = _label(f"{name}Settled", role="hint")
        self._column.addLayout(head)
        for widget in (self._reason, self._clashes, self._act, self._advice, self._settled):
            self._column.addWidget(widget)

    def add_foot(self, row: QHBoxLayout) -> None:
        """Put buttons below."""
        self._column.addLayout(row)

    def show_item(self, shown: DeskItem, *, with_household: bool = True) -> None:
        """Show an item; on the household's own page its name says nothing new."""
        item = shown.item
        self._chip.set_state(kind_chip(item))
        title = term(item.act_kind)
        if item.act_number:
            title = translate("WorkCard", "第 {number} 号　{kind}").format(number=item.act_number, kind=title)
        household = shown.household if with_household else ""
        self._title.setText("　".join(filter(None, (title, shown.person, household))))
        self._when.setText(f"{item.opened_at:%Y-%m-%d %H:%M}")
        self._reason.setText(item.reason)
        self._show_clashes(item)
        self._act.setVisible(shown.act is not None)
        if shown.act is not None:
            by = translate("WorkCard", "{when} {by} 办理：").format(
                when=f"{shown.act.at:%Y-%m-%d %H:%M}", by=shown.act.by
            )
            self._act.setText(f"{escape(by)}{act_words(shown.act)}")
        words = "" if item.closed_at else advice(item)
        self._advice.setText(words)
        self._advice.setVisible(bool(words))
        settled = settled_words(item)
        self._settled.setText(settled)
        self._settled.setVisible(bool(settled))
        self.setAccessibleName(f"{item.kind_in_words} {self._title.text()} {item.reason}")

    def _show_clashes(self, item: WorkItem) -> None:
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._clashes.setVisible(bool(item.clashes))
        if not item.clashes:
            return
        heads = ("", translate("WorkCard", "本机写的"), translate("WorkCard", "县里已有的"))
        lines = [heads] + [
            (term(FIELDS.get(clash.field, clash.field)), clash.ours, clash.theirs) for clash in item.clashes
        ]
        empty = translate("WorkCard", "（空）")
        for row, texts in enumerate(lines):
            for column, text in enumerate(texts):
                label = _label("", role="label" if not (row and column) else "")
                label.setText(text or (empty if row and column else ""))
                self._grid.addWidget(label, row, column)


def _label(name: str, role: str = "") -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
