"""What a packet says about itself, readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.publication import PACKET_KINDS, PublicationKind
from clerk_app.ui.pages.exchange.words import check_value, moment, size_words
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton
from clerk_app.ui.widgets.reading_area import ReadingArea
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.exchange_desk import PacketContents

ACTS: Final = "acts"
ANSWER: Final = "answer"


class PacketDialog(QDialog):
    """The manifest of a packet that was opened and verified."""

    def __init__(self, contents: PacketContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("exchangePacketDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("检查报送包"))
        verdict = Strip("packetVerdict")
        verdict.tell(*self._verdict(contents))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (name, label, text) in enumerate(self._lines(contents)):
            grid.addWidget(_label(label, role="label"), row, 0, Qt.AlignmentFlag.AlignTop)
            value = _label(text)
            value.setObjectName(f"packet_{name}")
            value.setAccessibleName(f"{label} {text}")
            grid.addWidget(value, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        close = PrimaryButton("packetClose", self.tr("关闭"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(16))
        column.addWidget(verdict)
        column.addWidget(ReadingArea("packetArea", self.windowTitle(), body), 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(600), room.width() - 80), min(theme.px(540), room.height() - 80))
        close.setFocus()

    def _verdict(self, contents: PacketContents) -> tuple[str, Tone]:
        if contents.is_own:
            return self.tr("文件完整，签名正确，是这台电脑写的。"), Tone.DONE
        if contents.is_countys:
            return self.tr("文件完整，签名正确，是本村登记的县写的。"), Tone.DONE
        return self.tr("文件完整，签名正确，是另一台电脑写的。"), Tone.DUE

    def _lines(self, contents: PacketContents) -> tuple[tuple[str, str, str], ...]:
        kinds = "\n".join(
            self.tr("{kind}　{n} 笔").format(kind=term(kind), n=count) for kind, count in contents.by_kind
        )
        packs = "、".join(f"{pack} {version}" for pack, version in contents.packs)
        told = (
            ("name", self.tr("文件"), contents.name),
            ("kind", self.tr("种类"), self._kind(contents.kind)),
            ("village", self.tr("村"), f"{contents.village}（{contents.village_code}）"),
            ("created_at", self.tr("制作时间"), moment(contents.created_at)),
            (
                "number",
                self.tr("包号"),
                self.tr("第 {number} 个（第 {epoch} 期）").format(number=contents.number, epoch=contents.epoch),
            ),
            (
                "acts",
                self.tr("内容"),
                self._content(contents),
            ),
            ("kinds", self.tr("其中"), kinds),
            (
                "money",
                self.tr("缴费金额合计"),
                self.tr("{amount} 元").format(amount=contents.money.grouped) if contents.money else "",
            ),
            ("size", self.tr("大小"), size_words(contents.size)),
            ("check", self.tr("校验码"), check_value(contents.sha256)),
            ("packs", self.tr("政策包"), packs),
            ("program", self.tr("程序版本"), contents.program),
        )
        return tuple(line for line in told if line[2])

    def _kind(self, kind: str) -> str:
        if kind in PACKET_KINDS:
            return self.tr("县里来文：{kind}").format(kind=term(PublicationKind.of(kind).label))
        return {ACTS: self.tr("村里的报送包"), ANSWER: self.tr("县里的回执")}.get(kind, kind)

    def _content(self, contents: PacketContents) -> str:
        if contents.acts:
            return self.tr("共 {n} 笔，第 {first} 至 {last} 号").format(
                n=contents.acts, first=contents.first_act, last=contents.last_act
            )
        if contents.kind == ACTS:
            return self.tr("没有变更，只向县里要回执或没带来的东西")
        return self.tr("要知道写了什么，请在“导入”里导入") if contents.is_countys else ""

    @classmethod
    def show_contents(cls, parent: QWidget, contents: PacketContents) -> None:
        """Show it until the clerk has read it."""
        dialog = cls(contents, parent)
        dialog.exec()
        dialog.deleteLater()


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
        label.setWordWrap(False)
    return label
