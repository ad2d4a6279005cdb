"""Which household applies: found by number, name or pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clerk_app.services.households import search
from clerk_app.services.workspace import Workspace
from clerk_app.storage.search import Hit
from clerk_app.ui.context import Context
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_picture

WAIT_MS: Final = 120
_ID: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Found:
    household_id: str
    number: str
    group: str
    head: str
    names: tuple[str, ...]


class ChooseHouseholdDialog(QDialog):
    """A field and the households that fit what is typed. Down goes into the list, Enter takes the marked one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = ""
        self.household_id: str | None = None
        self.setObjectName("chooseHouseholdDialog")
        self.setWindowTitle(self.tr("受理低保申请：选择住户"))
        self.setModal(True)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.words.textChanged.connect(self._wait)
        self.words.installEventFilter(self)
        self.households.itemActivated.connect(self._take)
        self.households.currentItemChanged.connect(self._show_state)
        self.accept_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.reject)

    def _build(self) -> None:
        theme = current_theme()
        self.words = LineEdit(placeholder=self.tr("户编号、姓名、拼音或公民身份号码的一部分"))
        self.words.setObjectName("chooseHouseholdWords")
        self.words.setAccessibleName(self.tr("查找住户"))
        put_picture(self.words, "search")
        self.households = QListWidget()
        self.households.setObjectName("chooseHouseholdList")
        self.households.setAccessibleName(self.tr("找到的住户"))
        self.note = QLabel(self.tr("输入户主或家庭成员的姓名，下面会列出住户。"))
        self.note.setObjectName("chooseHouseholdNote")
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        self.accept_button = PrimaryButton("chooseHouseholdAccept", self.tr("填写申请"))
        self.accept_button.setEnabled(False)
        self.cancel_button = Button("chooseHouseholdCancel", self.tr("取消"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.note, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(self.words)
        column.addWidget(self.households, 1)
        column.addLayout(buttons)
        self.resize(theme.px(560), theme.px(420))

    @classmethod
    def ask(cls, parent: QWidget, context: Context) -> str | None:
        """Return the id of the household chosen, or None."""
        dialog = cls(context, parent)
        dialog.exec()
        household_id = dialog.household_id
        dialog.deleteLater()
        return household_id

    @Slot()
    def _wait(self) -> None:
        self._timer.start()

    @Slot()
    def _search(self) -> None:
        self._asked = self.words.value
        if not self._asked:
            self._show((), "")
            return
        work = partial(_find, self._context.workspace, self._asked)
        self._context.tasks.run(work, on_done=partial(self._show, words=self._asked), owner=self)

    def _show(self, found: tuple[_Found, ...], words: str) -> None:
        if words != self._asked:
            return
        self.households.clear()
        for household in found:
            head = self.tr("户主 {name}").format(name=household.head) if household.head else ""
            others = "、".join(name for name in household.names if name != household.head)
            item = QListWidgetItem("　".join(filter(None, (household.number, household.group, head, others))))
            item.setData(_ID, household.household_id)
            self.households.addItem(item)
        if found:
            self.households.setCurrentRow(0)
        is_nothing = bool(words) and not found
        self.note.setText(self.tr("没有找到：请换一个姓名或户编号，新住户先到“住户”页登记。") if is_nothing else "")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self.accept_button.setEnabled(self.households.currentItem() is not None)

    @Slot()
    def _take(self) -> None:
        item = self.households.currentItem()
        if item is not None:
            self.household_id = str(item.data(_ID))
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the field move the mark and Enter take it."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.households.count():
                row = max(0, min(self.households.currentRow() + step, self.households.count() - 1))
                self.households.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)


def _find(workspace: Workspace, words: str, _progress: Progress) -> tuple[_Found, ...]:
    return _by_household(search(workspace, words))


def _by_household(hits: Iterable[Hit]) -> tuple[_Found, ...]:
    """Put the people of one household into one line, in the order found."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.household_id:
            found.setdefault(hit.household_id, []).append(hit)
    return tuple(
        _Found(key, same[0].household_number, same[0].group, same[0].head_name, tuple(hit.name for hit in same))
        for key, same in found.items()
    )
