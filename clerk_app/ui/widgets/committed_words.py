"""Words that an input method commits at one stroke over a cell nobody types into yet: Qt opens the editor and loses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit


def begin_with(view: QAbstractItemView, event: QInputMethodEvent) -> bool:
    """Open the editor of the current cell and put the committed words into it; False where the event is the view's own matter.

    What was composed before in sight has its editor already, which Qt serves well.
    """
    words, here = event.commitString(), view.currentIndex()
    is_free = here.isValid() and view.indexWidget(here) is None and bool(here.flags() & Qt.ItemFlag.ItemIsEditable)
    if not words or not is_free:
        return False
    view.edit(here)
    editor = view.indexWidget(here)
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if isinstance(line, QLineEdit):
        line.insert(words)
    elif isinstance(editor, QComboBox) and editor.findText(words, Qt.MatchFlag.MatchStartsWith) >= 0:
        editor.setCurrentIndex(editor.findText(words, Qt.MatchFlag.MatchStartsWith))
    event.accept()
    return editor is not None
