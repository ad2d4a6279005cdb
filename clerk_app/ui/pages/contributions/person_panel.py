"""A person's entries of the year, reversals beside what they take back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.contribution import Contribution
from clerk_app.policy.model import Entitlement
from clerk_app.terms import ENTITLEMENTS
from clerk_app.ui.pages.contributions.typed import GridRow, payer_word, tier_text
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import Tone, current_theme


class PersonPanel(QFrame):
    """Name, household, proposed tier, and each entry of the year in the order it was recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("personPanel")
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("个人当年记录"))
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.facts = QLabel()
        self.facts.setProperty("role", "hint")
        self.facts.setWordWrap(True)
        self.entries = QLabel()
        self.entries.setObjectName("personEntries")
        self.entries.setWordWrap(True)
        self.entries.setTextFormat(Qt.TextFormat.RichText)
        self.entries.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rights = QLabel()
        self.rights.setObjectName("personRights")
        self.rights.setAccessibleName(self.tr("政府代缴和补贴的依据"))
        self.rights.setWordWrap(True)
        self.rights.setTextFormat(Qt.TextFormat.RichText)
        self.rights.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = QWidget()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(14), theme.px(12), theme.px(10), theme.px(12))
        column.setSpacing(theme.px(8))
        for label in (self.name, self.facts, self.entries, self.rights):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_row(self, row: GridRow | None) -> None:
        """Show a person, or how to see one."""
        self.facts.setVisible(row is not None)
        self.rights.setText("" if row is None else self._rights(row))
        self.rights.setVisible(bool(self.rights.text()))
        if row is None:
            self.name.setText("")
            self.entries.setText(self.tr("选中一行，这里显示这个人当年的每一笔。"))
            return
        person = row.season.row
        self.name.setText(person.name)
        place = self.tr("{number} 户").format(number=person.household_number)
        facts = ["　".join(filter(None, (place, person.group)))]
        if row.season.not_asked is not None:
            reason = row.season.not_asked
            facts.append(
                self.tr("不用缴：{reason}（{clause}）").format(reason=term(reason.reason.label), clause=reason.clause)
            )
        elif row.season.usual_tier is not None and row.season.due is None and not person.payments:
            facts.append(self.tr("建议档次 {tier} 元").format(tier=tier_text(row.season.usual_tier)))
        self.facts.setText("\n".join(facts))
        taken_back = {entry.reverses for entry in person.payments if entry.reverses}
        lines = [self._entry(entry, is_taken_back=entry.id in taken_back) for entry in person.payments]
        if row.problem:
            colour = current_theme().ink_of(Tone.OVERDUE).name()
            lines.insert(0, f'<p style="color:{colour}">{escape(row.problem)}</p>')
        self.entries.setText("".join(lines) or escape(self.tr("这一年还没有记录。")))

    def _rights(self, row: GridRow) -> str:
        """Return what the rules give, with reasons and clauses."""
        parts = [self._award(award) for award in row.season.right.awards]
        if row.season.own_part is not None:
            text = self.tr("资助后个人应缴 {amount} 元").format(amount=row.season.own_part.grouped)
            parts.insert(0, f"<p>{escape(text)}</p>")
        if row.season.right.problem is not None:
            parts.append(f"<p>{escape(message_of(row.season.right.problem))}</p>")
        return "".join(parts)

    def _award(self, award: Entitlement) -> str:
        theme = current_theme()
        room = f'style="margin:0 0 {theme.px(4)}px 0"'
        open_sum = self.tr("金额待定：还缺本地标准")
        amount = open_sum if award.amount is None else self.tr("{amount} 元").format(amount=award.amount.grouped)
        lines = [f'<p style="margin:{theme.px(8)}px 0 0 0">{escape(term(ENTITLEMENTS[award.code]))}</p>']
        lines.append(f"<p {room}><b>{escape(amount)}</b></p>")
        lines += [f"<p {room}>{escape(reason)}</p>" for reason in award.because]
        return "".join(lines)

    def _entry(self, entry: Contribution, *, is_taken_back: bool) -> str:
        theme = current_theme()
        soft = theme.palette.ink_soft
        head = f"{entry.paid_on}　{escape(payer_word(entry.payer))}"
        if entry.reverses is not None:
            head += f'　<span style="color:{theme.ink_of(Tone.OVERDUE).name()}">{escape(self.tr("冲销"))}</span>'
        elif is_taken_back:
            head += f'　<span style="color:{soft}">{escape(self.tr("已冲销"))}</span>'
        amount = self.tr("{amount} 元").format(amount=entry.amount.grouped)
        note = "　".join(
            filter(
                None,
                (self.tr("经收人 {name}").format(name=entry.collector), entry.payer_name, entry.receipt, entry.reason),
            )
        )
        return (
            f'<p style="margin:0 0 {theme.px(8)}px 0">{head}<br><b>{escape(amount)}</b>'
            f'<br><span style="color:{soft}">{escape(note)}</span></p>'
        )
