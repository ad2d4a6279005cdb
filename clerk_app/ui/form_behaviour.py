"""What every form does with keys, errors and its draft: Enter moves on, Ctrl+S saves, Esc asks only if something would be lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.widgets.draft_keeper import DraftKeeper
from clerk_app.ui.widgets.field import FieldSet
from clerk_app.ui.widgets.strips import ErrorStrip

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMAND: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LATE_MS: Final = 500
_ON_PURPOSE: Final = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FormBehaviour(QObject):
    """What a form does with keys, errors and its draft, in a page and in a dialog alike."""

    def __init__(
        self, host: QWidget, fields: FieldSet, *, save: Callable[[], None], leave: Callable[[], None], strip: ErrorStrip
    ) -> None:
        super().__init__(host)
        self._host = host
        self._fields = fields
        self._leave = leave
        self._strip = strip
        self._choices: dict[QObject, QWidget] = {}
        self._left: QWidget | None = None
        self._place: QWidget | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._forget_left)
        self.draft: DraftKeeper | None = None
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), host)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(save)
        host.installEventFilter(self)
        for field in fields:
            self.watch(field.editor)

    def watch(self, editor: QWidget) -> None:
        """Let Enter in this editor move on; call it for each editor added later."""
        editor.installEventFilter(self)
        finder = editor.completer() if isinstance(editor, QLineEdit | QComboBox) else None
        choices = finder.popup() if finder is not None else None
        if choices is not None:
            choices.installEventFilter(self)
            self._choices[choices] = editor

    def keep_draft(
        self, save: Callable[[Mapping[str, object] | None], None], content: Callable[[], Mapping[str, object]]
    ) -> DraftKeeper:
        """Keep what is typed through ``save``."""
        self.draft = DraftKeeper(content=content, save=save, parent=self)
        self._fields.edited.connect(self.draft.touch)
        return self.draft

    def show_error(self, error: UserError) -> None:
        """Show an error at its field, or at the top where it has none."""
        if not self._fields.show_error(error):
            self._strip.show_error(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Turn Enter into the next field and Esc into leaving."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._stay_gone(watched, event.reason())
        if watched in self._choices:
            return self._of_choices(watched, event)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in ENTER and plain and isinstance(watched, QLineEdit | QComboBox | QAbstractButton):
            return self._move_on(watched)
        return False

    def _of_choices(self, choices: QObject, event: QEvent) -> bool:
        """Look after the list under an editor. It would swallow the focus and the keys of whatever a shortcut goes to."""
        if event.type() == QEvent.Type.Hide:
            self._left, self._place = self._choices[choices], None
            self._late.start()
        if not isinstance(event, QKeyEvent):
            return False
        is_command = bool(event.modifiers() & _COMMAND) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        if event.type() == QEvent.Type.ShortcutOverride and is_command and isinstance(choices, QWidget):
            choices.hide()
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._place is not None and isinstance(choices, QWidget) and not choices.isVisible():
            return QApplication.sendEvent(self._place, event) or True  # X11 gave the closed list a key that came later
        return event.key() in ENTER and self._take_choice(choices)

    def _take_choice(self, choices: QObject) -> bool:
        """Take the line marked in the list of an editor and go on: one Enter, as in a field without a list."""
        editor = self._choices[choices]
        if isinstance(choices, QAbstractItemView):
            choices.hide()
            line = _line_of(editor)
            if choices.currentIndex().isValid() and line is not None:
                line.setText(str(choices.currentIndex().data()))
        return self._move_on(editor)

    def _stay_gone(self, editor: QObject, reason: Qt.FocusReason) -> None:
        """Undo what X11 does where keys come fast: the list gets the focus after it was closed, and gives it to its editor."""
        if self._left is None or not isinstance(editor, QWidget):
            return
        if reason in _ON_PURPOSE:
            self._place = editor  # where the clerk is by now
        elif editor is self._left and self._place is not None:
            self._place.setFocus()  # at once: the next key is under way

    @Slot()
    def _forget_left(self) -> None:
        self._left = self._place = None

    def _move_on(self, editor: QWidget) -> bool:
        """Go to the next field; the editor first takes what was typed, as when it is left."""
        before = editor.window().focusWidget()
        line = _line_of(editor)
        if line is not None:  # before the next field is looked for: an old number fills birth date and sex only now
            line.editingFinished.emit()  # and where X11 counts a closed list as the active window, no focus is lost later
        moved = editor.nextInFocusChain()
        while moved is not None and moved is not editor:
            if self._takes_focus(moved):
                moved.setFocus(Qt.FocusReason.TabFocusReason)
                break
            moved = moved.nextInFocusChain()
        self._place = editor.window().focusWidget()
        return self._place is not before

    def _takes_focus(self, widget: QWidget) -> bool:
        is_inside = self._host.isAncestorOf(widget)
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        is_part = isinstance(widget.parentWidget(), QComboBox)
        return is_inside and by_tab and not is_part and widget.isVisibleTo(self._host) and widget.isEnabled()


def _line_of(editor: QWidget) -> QLineEdit | None:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    return line if isinstance(line, QLineEdit) else None
