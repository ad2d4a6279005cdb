"""The sums by payer at the foot; the parts always add up to the total beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money, total
from clerk_app.services.contributions import year_total
from clerk_app.services.season import subsidies
from clerk_app.ui.pages.contributions.typed import GridRow, payer_word
from clerk_app.ui.theme import current_theme


class PayerTotals(QFrame):
    """A line: how many have paid, what each payer gave, the sum; apart from it the subsidies, and what waits to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        theme = current_theme()
        self.setObjectName("payerTotals")
        self._is_narrow = False
        self.text = QLabel()
        self.text.setObjectName("payerTotalsText")
        self.waiting = QLabel()
        self.waiting.setObjectName("payerTotalsWaiting")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(13), 0, theme.px(13), 0)
        self.text.setWordWrap(True)
        row.addWidget(self.text, 1)
        row.addWidget(self.waiting)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say it in fewer words where there is little room; it is shown anew with the next rows."""
        self._is_narrow = is_narrow
        self.waiting.setVisible(not is_narrow)

    def show_rows(self, insurance: Insurance, rows: Sequence[GridRow], waiting: Sequence[GridRow]) -> None:
        """Show the sums of these rows; ``waiting`` are those typed and not recorded."""
        sums = year_total(tuple(row.season.row for row in rows))
        given = [payer for payer in Payer if payer is Payer.SELF or sums.by_payer[payer]]
        parts = [f"{payer_word(payer)} {sums.by_payer[payer].grouped}" for payer in given]
        words = self.tr("已缴 {paid}/{all} 人") if self._is_narrow else self.tr("所列 {all} 人，已缴 {paid} 人")
        whole = self.tr("合计 {sum} 元").format(sum=sums.amount.grouped)
        pieces = [
            words.format(all=len(rows), paid=sums.people),
            *[f"＋ {part}" if place else part for place, part in enumerate(parts)],
            f"＝ {whole}",
        ]
        given_on_top = subsidies([row.season for row in rows])
        if given_on_top:
            apart = self.tr("另计补贴 {sum} 元") if insurance is Insurance.PENSION else self.tr("另计资助 {sum} 元")
            pieces.append(apart.format(sum=given_on_top.grouped))
        self.text.setText(("  " if self._is_narrow else "　").join(pieces))
        self.text.setAccessibleName(" ".join(pieces))
        typed = total([row.amount for row in waiting if row.amount is not None])
        text = self.tr("待登记 {count} 人 {sum} 元").format(count=len(waiting), sum=Money(typed.fen).grouped)
        self.waiting.setText(text if waiting else "")
