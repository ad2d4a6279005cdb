"""The right side: what the person chosen may have and may not, found while typing."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.household import PersonId
from clerk_app.services.entitlements import Answer
from clerk_app.ui.page import scrolling
from clerk_app.ui.pages.entitlements.cards import Card, RefusedRow, RightCard, sentences_html, words_label
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD, Mark, Outcome, Refused
from clerk_app.ui.pages.entitlements.reading import Reading
from clerk_app.ui.pages.entitlements.telling import area_word, before_words, mark_chip, per_words, short_words
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.states import class_chip


class ResultView(QWidget):
    """``settings_wanted``, ``what_if_wanted``; ``case_wanted(case id or empty)``; ``person_wanted(id)`` from the household's overview."""

    settings_wanted = Signal()
    what_if_wanted = Signal()
    case_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("entitlementResult")
        self.filter = LineEdit(placeholder=self.tr("筛选：政策名、原因、文号"))
        self.filter.setObjectName("entitlementFilter")
        self.filter.setAccessibleName(self.tr("筛选"))
        put_clear_button(self.filter)
        self.filter.setMaximumWidth(theme.px(320))
        self.heading = QLabel()
        self.heading.setObjectName("entitlementPerson")
        self.heading.setProperty("role", "figure")
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.filter, 2)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(12), 0)
        self._column.setSpacing(theme.px(20))
        self.nothing = QLabel(self.tr("没有符合的政策。换一种写法，或按 Esc 清除筛选。"))
        self.nothing.setObjectName("nothingFound")
        self.nothing.setProperty("role", "label")
        self.nothing.hide()
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        self.area = scrolling(content)
        self.area.setObjectName("entitlementArea")
        self.area.setAccessibleName(self.tr("可享受政策"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(12))
        outer.addLayout(head)
        outer.addWidget(self.area, 1)
        self._found: list[tuple[Section, list[Card | RefusedRow]]] = []
        self._unfiltered: list[Section] = []
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.installEventFilter(self)

    def show_person(
        self,
        reading: Reading,
        answer: Answer,
        outcomes: dict[PersonId, Outcome],
        person: PersonId,
        dibao_mark: Mark,
        *,
        at_top: bool,
    ) -> None:
        """Show one person's outcome, or the household's own with a line for each member."""
        outcome = outcomes[person]
        bar = self.area.verticalScrollBar()
        place = 0 if at_top else bar.value()
        self._clear()
        self.heading.setText(self.tr("全家") if person == HOUSEHOLD else answer.names.get(outcome.person, ""))
        sections: list[Section] = []
        if person == HOUSEHOLD:
            self._unfiltered = [self._dibao(reading, answer, dibao_mark), self._overview(answer, outcomes)]
            sections += self._unfiltered
        sections.append(self._rights(outcome))
        if outcome.refused:
            sections.append(self._refused(outcome))
        for number, section in enumerate(sections):
            self._column.insertWidget(number, section)
        self._apply_filter(self.filter.text())
        self._column.activate()
        bar.setValue(place)

    def _clear(self) -> None:
        self._found.clear()
        self._unfiltered = []
        while self._column.count() > _LASTING:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # the sections

    def _rights(self, outcome: Outcome) -> Section:
        title = self.tr("全家共有") if outcome.person == HOUSEHOLD else self.tr("可享受")
        section = Section(self.tr("{title}　{n} 项").format(title=title, n=outcome.count), name="rightsSection")
        cards: list[Card | RefusedRow] = []
        for right in outcome.rights:
            card = RightCard(right)
            card.settings_wanted.connect(self.settings_wanted)
            cards.append(card)
            section.add(card)
        if not outcome.rights:
            text = (
                self.tr("没有按户享受的项目")
                if outcome.person == HOUSEHOLD
                else self.tr("现在没有可享受的项目；原因在下面，也可以用“假如”试算。")
            )
            section.add(words_label(text, role="label", name="noRights"))
        self._found.append((section, cards))
        return section

    def _refused(self, outcome: Outcome) -> Section:
        section = Section(self.tr("不能享受　{n} 项").format(n=len(outcome.refused)), name="refusedSection")
        rows: list[Card | RefusedRow] = []
        parts: dict[str, _Part] = {}
        for item in sorted(outcome.refused, key=_place):
            if _part(item) not in parts:
                parts[_part(item)] = _Part(area_word(_part(item)), f"part_{_part(item)}")
                section.add(parts[_part(item)])
            row = RefusedRow(item)
            row.settings_wanted.connect(self.settings_wanted)
            row.what_if_wanted.connect(self.what_if_wanted)
            rows.append(row)
            parts[_part(item)].add(row)
        self._found.append((section, rows))
        return section

    def _dibao(self, reading: Reading, answer: Answer, mark: Mark) -> Section:
        section = Section(term("最低生活保障"), name="dibaoSection")
        card = Card("dibaoCard")
        dibao = answer.assessment.dibao
        chip = mark_chip(mark)
        chips = [chip] if chip is not None else []
        if dibao is None:
            card.put_head(self.tr("还没有算"), [*chips, ChipState(self.tr("缺资料"), Tone.DUE)], "")
            card.column.addWidget(words_label(answer.dibao_missing, name="dibaoMissing"))
            card.column.addWidget(self._missing_button(reading), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            if dibao.eligible and dibao.dibao_class:
                chips.insert(0, class_chip(DibaoClass.of(dibao.dibao_class)))
            title = self.tr("符合") if dibao.eligible else self.tr("不符合")
            card.put_head(title, chips, per_words(dibao.amount_per_month, "month"))
            income = self.tr("人均月收入 {sum} 元").format(sum=dibao.countable_income_per_head.grouped)
            now = reading.answer.assessment.dibao
            if mark is Mark.SUM and now is not None and now.amount_per_month is not None:
                card.column.addWidget(words_label(before_words(now.amount_per_month), role="hint"))
            card.column.addWidget(words_label(income, name="dibaoIncome"))
            card.column.addWidget(words_label(sentences_html(dibao.because)))
            if dibao.next_review_on is not None:
                card.column.addWidget(words_label(self.tr("下次复核 {day}").format(day=dibao.next_review_on)))
            basis = self.tr("依据：{clauses}（{rule}）").format(clauses="、".join(dibao.clauses), rule=dibao.rule)
            card.column.addWidget(words_label(basis, role="hint"))
        section.add(card)
        return section

    def _missing_button(self, reading: Reading) -> QuietButton:
        if not reading.has_standard:
            button = QuietButton("dibaoSettings", self.tr("去“设置 → 本地标准”填写"), icon_name="settings")
            button.clicked.connect(self.settings_wanted)
            return button
        words = self.tr("打开低保档案") if reading.open_case else self.tr("受理低保申请")
        button = QuietButton("dibaoCase", words, icon_name="heart-handshake")
        button.clicked.connect(partial(self._want_case, reading.open_case))
        return button

    def _overview(self, answer: Answer, outcomes: dict[PersonId, Outcome]) -> Section:
        section = Section(self.tr("各人可享受"), name="overviewSection")
        theme = current_theme()
        for person, name in answer.names.items():
            outcome = outcomes[person]
            items = list(short_words(outcome))
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            button = Button(f"person_{person}", name)
            button.setFixedWidth(theme.px(120))
            button.clicked.connect(partial(self._want_person, person))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            words = "；".join(items) if items else self.tr("现在没有可享受的项目")
            row.addWidget(words_label(words, role="" if items else "label"), 1)
            section.add(row)
        return section

    def _want_case(self, case_id: str) -> None:
        self.case_wanted.emit(case_id)

    def _want_person(self, person: PersonId) -> None:
        self.person_wanted.emit(person)

    # filtering

    @Slot(str)
    def _apply_filter(self, text: str) -> None:
        wanted = text.casefold().split()
        found = 0
        for section, items in self._found:
            shown = 0
            for item in items:
                fits = all(word in item.words.casefold() for word in wanted)
                item.setVisible(fits)
                shown += fits
            section.setVisible(not wanted or shown > 0)
            found += shown
            for part in section.findChildren(_Part):
                part.setVisible(part.has_rows)
        for section in self._unfiltered:
            section.setVisible(not wanted)
        self.nothing.setVisible(bool(wanted) and not found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc empties the filter first; Down and Enter go to what was found."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.area.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


class _Part(QWidget):
    """Refusals of one kind under their word."""

    def __init__(self, word: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: list[RefusedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().px(4))
        self._column.addWidget(words_label(word, role="label"))

    def add(self, row: RefusedRow) -> None:
        """Add a line."""
        self._rows.append(row)
        self._column.addWidget(row)

    @property
    def has_rows(self) -> bool:
        """Whether the filter leaves any."""
        return any(not row.isHidden() for row in self._rows)


_LASTING: Final = 2  # the words for nothing found, and the stretch at the end
_PARTS: Final = ("lacking", "pension", "medical", "relief", "work")


def _part(item: Refused) -> str:
    return "lacking" if item.lacks_data else item.area


def _place(item: Refused) -> int:
    return _PARTS.index(_part(item))
