"""What a person's fields can be chosen from, in the order a clerk needs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from clerk_app.domain.codes import HEAD, NATIONS, RELATIONS, Coded, IdentityKind, Sex
from clerk_app.domain.free_text import identity_kinds, nation_code, relation_code
from clerk_app.errors import UserError
from clerk_app.ui.texts import relation_word, term
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_button

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMON_RELATIONS: Final = (
    "12 11 10 20 30 22 23 32 33 21 31 38 28 41 42 43 44 51 52 53 54 55 56 71 73 75 77 72 74 61 62".split()
)
_SELF: Final = "01"


def coded(name: str, labels: Mapping[str, str]) -> type[Coded]:
    """Return a code table as members, so that a combo box can hold it."""
    members = [(f"C{code}", (code, label)) for code, label in labels.items()]
    return cast("type[Coded]", Coded(name, members))  # type: ignore[arg-type]


Relation: Final = coded("Relation", RELATIONS)
Nation: Final = coded("Nation", NATIONS)


_WORDS: Final = (
    QT_TRANSLATE_NOOP("terms", "无"),
    QT_TRANSLATE_NOOP("terms", "长期慢性病"),
    QT_TRANSLATE_NOOP("terms", "重特大疾病"),
    QT_TRANSLATE_NOOP("terms", "重病和慢性病"),
    QT_TRANSLATE_NOOP("terms", "一级"),
    QT_TRANSLATE_NOOP("terms", "二级"),
    QT_TRANSLATE_NOOP("terms", "三级"),
    QT_TRANSLATE_NOOP("terms", "四级"),
)
"""For the catalogue: the labels of the two tables below, which belong to the window alone."""


class Illness(Coded):
    """Both kinds of illness in one choice."""

    NONE = "none", "无"
    CHRONIC = "chronic", "长期慢性病"
    SERIOUS = "serious", "重特大疾病"
    BOTH = "both", "重病和慢性病"

    @classmethod
    def from_facts(cls, *, serious: bool, chronic: bool) -> Illness:
        """Return the choice that says what a person's two marks say."""
        return {(True, True): cls.BOTH, (True, False): cls.SERIOUS, (False, True): cls.CHRONIC}.get(
            (serious, chronic), cls.NONE
        )


class Grade(Coded):
    """残疾等级; the first is the heaviest."""

    FIRST = "1", "一级"
    SECOND = "2", "二级"
    THIRD = "3", "三级"
    FOURTH = "4", "四级"


def relation_options(*, with_head: bool) -> tuple[Coded, ...]:
    """Return the relations to the head, the usual ones first."""
    usual = [code for code in _COMMON_RELATIONS if code in RELATIONS]
    rest = [code for code in RELATIONS if code not in {*usual, HEAD, _SELF}]
    return tuple(Relation.of(code) for code in ([HEAD] if with_head else []) + usual + rest)


class NarrowCombo(CodeCombo[Coded]):
    """A code combo that is as narrow as its place; its list is as wide as its words."""

    def __init__(self, options: Sequence[Coded], *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(options, optional=optional, parent=parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(2)
        widest = max((self.fontMetrics().horizontalAdvance(self.word_of(option)) for option in options), default=0)
        self.view().setMinimumWidth(widest + 56)
        choices = self._finder.popup()
        if choices is not None:
            choices.setMinimumWidth(widest + 56)

    def require(self, field: str, what: str) -> Coded:
        """Return the choice; raises UserError when nothing was chosen or the words fit nothing."""
        self._settle()
        code = self.code
        if code is None and self.currentText().strip():
            raise UserError("“{word}”不在列表里：请从列表里选。", field=field, word=self.currentText().strip()[:20])
        if code is None:
            raise UserError("请选择{what}。", field=field, what=what)
        return code

    def optional(self, field: str) -> Coded | None:
        """Return the choice or None for an empty field; raises UserError when the words fit nothing."""
        self._settle()
        if self.code is None and self.currentText().strip():
            raise UserError("“{word}”不在列表里：请从列表里选。", field=field, word=self.currentText().strip()[:20])
        return self.code


class RelationCombo(NarrowCombo):
    """The relation to the head; also takes a clerk's own words, such as 儿子 or 老伴."""

    def __init__(self, *, with_head: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(relation_options(with_head=with_head), parent=parent)
        self.sex: Sex | None = None

    def word_of(self, option: Coded) -> str:
        """Return a relation as it is shown: 女 is a daughter."""
        return relation_word(option.label)

    @Slot()
    def _settle(self) -> None:
        typed = self.currentText().strip()
        if typed and self.findText(typed) < 0:
            code = relation_code(typed, self.sex)
            known = next((option for option in self._options if option.value == code), None)
            if known is not None:
                self.set_code(known)
        super()._settle()


class NationCombo(NarrowCombo):
    """The nation; also takes 彝 for 彝族."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tuple(Nation), parent=parent)

    @Slot()
    def _settle(self) -> None:
        typed = self.currentText().strip()
        if typed and self.findText(typed) < 0:
            code = nation_code(typed)
            if code is not None:
                self.set_code(Nation.of(code))
        super()._settle()


class StatusEdit(LineEdit):
    """Hardship statuses as words with 、 between them, typed or ticked in a list; ``statuses_changed`` comes when settled."""

    statuses_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(placeholder=self.tr("无"), parent=parent)
        self._menu = QMenu(self)
        self._menu.setObjectName("statusMenu")
        self._actions: dict[IdentityKind, QAction] = {}
        for kind in IdentityKind:
            action = self._menu.addAction(term(kind.label))
            action.setCheckable(True)
            action.triggered.connect(self._take_ticks)
            self._actions[kind] = action
        put_button(self, "chevron-down", self.tr("选择困难身份"), self.open_list)
        self.editingFinished.connect(self._settle)

    def kinds(self, field: str) -> tuple[IdentityKind, ...]:
        """Return the statuses; raises UserError for a word that is none."""
        kinds, unknown = _statuses(self.text())
        if unknown:
            raise UserError("“{word}”不是困难身份：请点右边的箭头从列表里选。", field=field, word=unknown[0][:20])
        return kinds

    def set_kinds(self, kinds: Sequence[IdentityKind]) -> None:
        """Show these statuses."""
        self.setText("、".join(term(kind.label) for kind in kinds))

    @Slot()
    def open_list(self) -> None:
        """Show all statuses to tick."""
        known, _ = _statuses(self.text())
        for kind, action in self._actions.items():
            action.setChecked(kind in known)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _take_ticks(self) -> None:
        self.set_kinds([kind for kind, action in self._actions.items() if action.isChecked()])
        self.setFocus()
        self.statuses_changed.emit()

    @Slot()
    def _settle(self) -> None:
        kinds, unknown = _statuses(self.text())
        if kinds and not unknown:
            self.set_kinds(kinds)
        self.statuses_changed.emit()


def _statuses(text: str) -> tuple[tuple[IdentityKind, ...], tuple[str, ...]]:
    """Return the statuses in a line, by the words shown or a clerk's own, and the words that are none."""
    shown = {term(kind.label): kind for kind in IdentityKind}
    parts = [part.strip() for part in text.split("、")]
    words = identity_kinds("、".join(part for part in parts if part not in shown))
    kinds = dict.fromkeys([*(shown[part] for part in parts if part in shown), *words.kinds])
    return tuple(kinds), words.unknown
