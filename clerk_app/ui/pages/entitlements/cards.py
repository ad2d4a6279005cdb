"""One thing that may be had as a card, one that may not as a line that opens."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.pages.entitlements.outcomes import Ground, Mark, Refused, Right
from clerk_app.ui.pages.entitlements.telling import before_words, gone_words, mark_chip, needs_chips, sum_words
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme, icon
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.chip import Chip, ChipState

translate = QCoreApplication.translate


def words_label(text: str, *, role: str = "", name: str = "") -> QLabel:
    """Return a label that wraps and whose words can be selected."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText if text.startswith("<") else Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    return label


def sentences_html(sentences: Iterable[str]) -> str:
    """Return sentences as a list, one a line, with a little room between them."""
    theme = current_theme()
    style = f"margin:0 0 {theme.px(3)}px {theme.px(14)}px; text-indent:-{theme.px(14)}px"
    return "".join(f'<p style="{style}">· {escape(sentence)}</p>' for sentence in sentences)


class Card(QFrame):
    """A pale panel: a head with name, chips and figure, and lines below it. ``words`` are what a filter finds."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self.words = ""
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.column.setSpacing(theme.px(6))
        self.column.addLayout(self.head)

    def put_head(self, title: str, chips: Iterable[ChipState], figure: str, *, is_sum: bool = True) -> None:
        """Fill the first line; a figure that is no sum stands back."""
        label = QLabel(title)
        label.setProperty("role", "section")
        self.head.addWidget(label)
        for chip in chips:
            self.head.addWidget(Chip(chip))
        self.head.addStretch(1)
        self.figure = QLabel(figure)
        self.figure.setProperty("role", "figure" if is_sum else "label")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.head.addWidget(self.figure)
        self.setAccessibleName(f"{title} {figure}".strip())


class RightCard(Card):
    """Name, sum, what it needs, the reasons as sentences, the rule and its clause. ``settings_wanted`` where a local value lacks."""

    settings_wanted = Signal()

    def __init__(self, right: Right, parent: QWidget | None = None) -> None:
        super().__init__(f"right_{right.code}", parent)
        mark = mark_chip(right.mark)
        chips = ([mark] if mark is not None else []) + list(needs_chips(right))
        if right.mark is Mark.GONE:
            chips = chips[:1]
        is_gone = right.mark is Mark.GONE
        figure = gone_words(right) if is_gone else sum_words(right)
        self.put_head(term(right.name), chips, figure, is_sum=right.amount is not None and not is_gone)
        if right.mark is Mark.SUM and right.before is not None:
            self.column.addWidget(words_label(before_words(right.before), role="hint"))
        if right.mark is Mark.GONE:
            text = translate("Entitlements", "现在有，照假如的情况就没有了。")
            self.column.addWidget(words_label(text))
        else:
            self._put_reasons(right)
        self.words = " ".join([term(right.name), *right.ground.facts, right.ground.says, *right.ground.clauses])

    def _put_reasons(self, right: Right) -> None:
        if right.ground.facts:
            self.column.addWidget(words_label(sentences_html(right.ground.facts), name=f"because_{right.code}"))
        if "local_value" in right.needs:
            button = QuietButton(
                f"settings_{right.code}", translate("Entitlements", "去“设置 → 本地标准”填写"), icon_name="settings"
            )
            button.clicked.connect(self.settings_wanted)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        add_rule(self.column, right.ground)
        for other in right.others:
            text = translate("Entitlements", "同一项的另一条（{rule}）不符合：{why}")
            words = text.format(rule=other.rule, why="".join(other.facts))
            self.column.addWidget(words_label(words, role="hint"))


class RefusedRow(QWidget):
    """One line with the name and the first fact that fails; Enter or a click shows every rule that was tried.

    ``settings_wanted`` leads to where a missing local value is filled in, ``what_if_wanted`` to where a fact can be supposed that only
    the county knows.
    """

    settings_wanted = Signal()
    what_if_wanted = Signal()

    def __init__(self, refused: Refused, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        name = term(refused.name)
        self.setObjectName(f"refused_{refused.code}")
        self.words = " ".join([name, refused.why, *(f"{g.says} {' '.join(g.clauses)}" for g in refused.grounds)])
        self._toggle = Disclosure(name)
        self._toggle.setObjectName(f"toggle_{refused.code}")
        self._toggle.setAccessibleName(f"{name}：{refused.why}")
        self._toggle.setToolTip(translate("Entitlements", "{name}：看是哪条规定、还差什么").format(name=name))
        self._why = ElidedLabel(refused.why)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._toggle)
        line.addWidget(self._why, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(line)
        self.more = self._grounds(refused)
        column.addWidget(self.more)
        self._toggle.toggled.connect(self._open)
        self._open(is_open=False)

    def _grounds(self, refused: Refused) -> QWidget:
        theme = current_theme()
        more = QWidget()
        more.setObjectName(f"more_{refused.code}")
        inside = QVBoxLayout(more)
        inside.setContentsMargins(theme.px(32), 0, 0, theme.px(12))
        inside.setSpacing(theme.px(4))
        for ground in refused.grounds:
            inside.addWidget(words_label(sentences_html(ground.facts)))
            add_rule(inside, ground)
        if refused.lacks_local_value or refused.lacks_years:
            inside.addWidget(self._way_to_fill(refused), 0, Qt.AlignmentFlag.AlignLeft)
        return more

    def _way_to_fill(self, refused: Refused) -> QuietButton:
        if refused.lacks_local_value:
            words, wanted = translate("Entitlements", "去“设置 → 本地标准”填写"), self.settings_wanted
        else:
            words, wanted = translate("Entitlements", "用“假如”填个年限试算"), self.what_if_wanted
        icon_name = "settings" if refused.lacks_local_value else "git-compare"
        button = QuietButton(f"fill_{refused.code}", words, icon_name=icon_name)
        button.clicked.connect(wanted)
        return button

    @Slot(bool)
    def _open(self, is_open: bool) -> None:
        self.more.setVisible(is_open)
        self._why.setVisible(not is_open)
        self._toggle.setIcon(icon("chevron-down" if is_open else "chevron-right", size=16))


class Disclosure(QPushButton):
    """A name with an arrow, as wide as its column, that opens what is below it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme = current_theme()
        self.setProperty("role", "disclosure")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the column of names."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), current_theme().px(212)), hint.height())


class ElidedLabel(QLabel):
    """One line that is cut at its end where there is no room, with the whole text as its tool tip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setProperty("role", "label")
        self.setToolTip(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(current_theme().px(80))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, event.size().width()))


def add_rule(column: QVBoxLayout, ground: Ground) -> None:
    """Add what the rule says and where it stands."""
    says = translate("Entitlements", "规定：{says}").format(says=ground.says)
    where = translate("Entitlements", "依据：{clauses}（{rule}）")
    where = where.format(clauses="、".join(ground.clauses), rule=ground.rule)
    for words in (says, where):
        column.addWidget(words_label(words, role="hint"))
