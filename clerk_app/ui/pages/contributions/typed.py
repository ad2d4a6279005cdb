"""A row of the grid with what is typed into it and not recorded yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.contribution import Contribution, Exemption, Insurance, Payer, PaymentState
from clerk_app.domain.dates import parse_date
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import mask
from clerk_app.errors import UserError
from clerk_app.services.contributions import ContributionEntry
from clerk_app.services.season import WHOLE, SeasonRow
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState

translate = QCoreApplication.translate
ALL: Final = "all"
"""The filter that shows every state."""
_TONES: Final = {
    PaymentState.PAID: Tone.DONE,
    PaymentState.PROXIED: Tone.DONE,
    PaymentState.UNPAID: Tone.ACCENT,
    PaymentState.PROXY_DUE: Tone.DUE,
    PaymentState.NOT_ASKED: Tone.NEUTRAL,
}

_STATES: Final = {
    state: place
    for place, state in enumerate(
        (PaymentState.UNPAID, PaymentState.PROXY_DUE, PaymentState.PAID, PaymentState.PROXIED, PaymentState.NOT_ASKED)
    )
}
_REASONS: Final = {reason: place for place, reason in enumerate(Exemption)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the clerk has typed for one payment; None stands for the default at the top or the tier itself."""

    tier: Money | None = None
    payer: Payer = Payer.SELF
    paid_on: date | None = None
    amount: Money | None = None

    def texts(self) -> list[str]:
        """Return it as a draft keeps it."""
        day = "" if self.paid_on is None else self.paid_on.isoformat()
        return [str(self.tier or ""), self.payer.value, day, "" if self.amount is None else str(self.amount)]

    @classmethod
    def of(cls, texts: object) -> Typed | None:
        """Read what ``texts`` gave; None for anything else."""
        if not isinstance(texts, list) or len(texts) != 4 or not all(isinstance(text, str) for text in texts):
            return None
        tier, payer, day, amount = texts
        try:
            return cls(
                tier=Money.parse(tier) if tier else None,
                payer=Payer.of(payer),
                paid_on=parse_date(day) if day else None,
                amount=Money.parse(amount) if amount else None,
            )
        except (ValueError, UserError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A person of the season; ``typed`` waits to be recorded, ``is_waiting`` while it is being recorded, ``problem`` why it was refused."""

    season: SeasonRow
    typed: Typed | None = None
    is_waiting: bool = False
    problem: str = ""

    @property
    def whole(self) -> Contribution | None:
        """The standing payment of the person's own part."""
        for entry in self.season.row.standing:
            if entry.payer in WHOLE:
                return entry
        return None

    @property
    def is_proposed(self) -> bool:
        """Whether tier, payer and amount are what the rules propose: nothing is recorded or typed yet."""
        return self.typed is None and self.season.due is not None

    @property
    def recorded(self) -> Money:
        """Everything recorded for the year, reversals taken off."""
        return self.season.row.recorded

    @property
    def tier(self) -> Money | None:
        """The tier to show: the typed one, else the recorded or the proposed one."""
        if self.typed is not None and self.typed.tier is not None:
            return self.typed.tier
        if self.is_proposed and self.season.due is not None:
            return self.season.due.tier
        return self.whole.tier if self.whole is not None else None

    @property
    def amount(self) -> Money | None:
        """The amount to show: what would be recorded, else what was, else what is proposed."""
        if self.typed is not None:
            return self.typed.amount or (self.typed.tier if self.typed.payer in WHOLE else None)
        if self.is_proposed and self.season.due is not None and not self.season.row.standing:
            return self.season.due.amount
        return self.recorded if self.season.row.standing else None

    @property
    def subsidy(self) -> Money | str | None:
        """What the government gives on top; a word where a missing local value leaves it open."""
        if self.season.right.lacking is not None:
            return translate("Contributions", "缺标准")
        return self.season.on_top

    @property
    def own_part(self) -> Money | str | None:
        """What is left of the premium for the person, None for who is not asked."""
        if self.season.state is PaymentState.NOT_ASKED:
            return None
        if self.season.right.lacking is not None:
            return translate("Contributions", "缺标准")
        if self.season.due is not None:
            return self.season.due.tier - self.season.due.amount
        return self.season.usual_tier if self.season.own_part is None else self.season.own_part

    @property
    def payers(self) -> str:
        """Who pays or paid."""
        if self.typed is not None:
            return payer_word(self.typed.payer)
        if self.is_proposed:
            return payer_word(Payer.PROXY)
        standing = self.season.row.standing
        if len(standing) == 1:
            return payer_word(standing[0].payer)
        return "、".join(dict.fromkeys([payer_word(entry.payer) for entry in standing]))

    @property
    def chip(self) -> ChipState:
        """The state as word, shape and colour."""
        if self.problem:
            return ChipState(translate("Contributions", "没有登记"), Tone.OVERDUE)
        if self.is_waiting:
            return ChipState(translate("Contributions", "正在登记…"), Tone.NEUTRAL)
        if self.typed is not None:
            return ChipState(translate("Contributions", "待登记"), Tone.DUE)
        word = term(self.season.state.label)
        if self.season.state is PaymentState.NOT_ASKED and self.season.not_asked is not None:
            word = f"{word} · {term(self.season.not_asked.reason.label)}"
        return ChipState(word, _TONES[self.season.state])

    @property
    def urgency(self) -> int:
        """The place of the state when rows are sorted by it: what was refused, is on its way, typed or owed comes first."""
        if self.problem or self.is_waiting or self.typed is not None:
            return 0 if self.problem else 1 if self.is_waiting else 2
        not_asked = self.season.not_asked
        reason = 0 if not_asked is None else _REASONS[not_asked.reason]
        return 3 + _STATES[self.season.state] * len(_REASONS) + reason

    def with_typed(self, **changes: object) -> GridRow:
        """Return the row with something more typed into it."""
        before = self.typed or self._first(changes.get("tier"))
        return replace(self, typed=replace(before, **changes), problem="")  # type: ignore[arg-type]

    def _first(self, tier: object) -> Typed:
        """Return what typing starts from: what the rules propose, unless another tier shows that the person pays himself."""
        if self.whole is not None:
            return Typed(tier=self.whole.tier)
        due = self.season.due
        if due is not None and tier in (None, due.tier):
            return Typed(tier=due.tier, payer=Payer.PROXY, amount=None if due.amount == due.tier else due.amount)
        return Typed(amount=self.season.own_part)

    def entry(self, insurance: Insurance, year: int, paid_on: date, collector: str) -> ContributionEntry:
        """Return what to record; raises UserError for what is missing or can be seen to be wrong already."""
        typed = self.typed or Typed()
        name = self.season.row.name
        if typed.tier is None:
            raise UserError("请先给{name}填档次。", field="tier", name=name)
        if self.whole is not None and typed.payer in WHOLE:
            raise UserError(
                "{name} {year} 年已由{payer} {amount} 元：要改请先冲销，再重新登记。",
                field="tier", name=name, year=year, payer=self.whole.payer.label, amount=self.whole.amount,
            )  # fmt: skip
        if typed.payer not in WHOLE and typed.amount is None:
            raise UserError("请填{name}的{payer}金额。", field="amount", name=name, payer=typed.payer.label)
        return ContributionEntry(
            person_id=self.season.row.person_id,
            insurance=insurance,
            year=year,
            tier=typed.tier,
            payer=typed.payer,
            paid_on=typed.paid_on or paid_on,
            collector=collector,
            amount=typed.amount,
        )


def payer_word(payer: Payer) -> str:
    """Return the short word for who pays, as the grid shows it."""
    if payer is Payer.SELF:
        return translate("Contributions", "个人")
    if payer is Payer.PROXY:
        return translate("Contributions", "政府代缴")
    return translate("Contributions", "集体") if payer is Payer.COLLECTIVE else translate("Contributions", "其他")


def tier_text(tier: Money | None) -> str:
    """Write a tier as a clerk says it: whole yuan without decimals."""
    if tier is None:
        return ""
    return str(tier.fen // 100) if tier.fen % 100 == 0 else str(tier)


def masked(number: str) -> str:
    """Return an identity number with the birth date covered; a temporary number is nobody's secret."""
    return mask(number) if len(number) in (15, 18) else number


def restored(row: GridRow, draft: Mapping[str, object]) -> GridRow:
    """Return a row with what a draft keeps of it."""
    typed = Typed.of(draft.get(row.season.row.person_id))
    return row if typed is None else replace(row, typed=typed)


def is_shown(group: str, state: str, row: GridRow) -> bool:
    """Say whether a row passes the filter of group and state; what is typed and not recorded is never hidden by its state."""
    if group and row.season.row.group != group:
        return False
    if state == ALL or row.typed is not None:
        return True
    is_paid = row.season.state in (PaymentState.PAID, PaymentState.PROXIED)
    return is_paid if state == PaymentState.PAID.value else row.season.state.value == state
