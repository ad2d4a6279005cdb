"""The sums by payer at the foot; the parts always add up to the total beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from clerk_app.domain.contribution import Payer
from clerk_app.domain.money import Money, total
from clerk_app.services.contributions import year_total
from clerk_app.ui.pages.contributions.typed import GridRow, payer_word
from clerk_app.ui.theme import current_theme


class PayerTotals(QFrame):
    """A line: how many have paid, what each payer gave, the sum, and what waits to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        theme = current_theme()
        self.setObjectName("payerTotals")
        self.text = QLabel()
        self.text.setObjectName("payerTotalsText")
        self.waiting = QLabel()
        self.waiting.setObjectName("payerTotalsWaiting")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(13), 0, theme.px(13), 0)
        self.text.setWordWrap(True)
        row.addWidget(self.text, 1)
        row.addWidget(self.waiting)

    def show_rows(self, rows: Sequence[GridRow], waiting: Sequence[GridRow]) -> None:
        """Show the sums of these rows; ``waiting`` are those typed and not recorded."""
        sums = year_total(tuple(row.season.row for row in rows))
        given = [payer for payer in Payer if payer is Payer.SELF or sums.by_payer[payer]]
        parts = "　＋　".join(f"{payer_word(payer)} {sums.by_payer[payer].grouped}" for payer in given)
        words = self.tr("所列 {all} 人，已缴 {paid} 人　　{parts}　＝　合计 {sum} 元")
        self.text.setText(words.format(all=len(rows), paid=sums.people, parts=parts, sum=sums.amount.grouped))
        self.text.setAccessibleName(self.text.text())
        typed = total([row.amount for row in waiting if row.amount is not None])
        text = self.tr("待登记 {count} 人 {sum} 元").format(count=len(waiting), sum=Money(typed.fen).grouped)
        self.waiting.setText(text if waiting else "")
