"""The menu of every table, by the right button or the menu key: copy what is marked, write the whole list to Excel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clerk_app.ui.context import Context
from clerk_app.ui.theme import icon
from clerk_app.ui.widgets.list_export import ListExport

if TYPE_CHECKING:
    from clerk_app.ui.widgets.record_view import RecordView

translate = QCoreApplication.translate


def list_menu(view: RecordView[Any]) -> QMenu:
    """Return the menu of a table. Lists that no page gave a button are written by it all the same."""
    menu = QMenu(view)
    menu.setObjectName("listMenu")
    copy = menu.addAction(icon("copy"), translate("ListMenu", "复制选中的行"))
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    copy.setEnabled(view.table.selectionModel().hasSelection())
    copy.triggered.connect(view.table.copy)
    export = menu.addAction(icon("download"), translate("ListMenu", "整张表导出到 Excel…"))
    context = _context_of(view)
    export.setEnabled(context is not None and view.model.rowCount() > 0)
    if context is not None:
        export.triggered.connect(_export_of(view, context).ask)
    return menu


def _export_of(view: RecordView[Any], context: Context) -> ListExport:
    """Return what writes a table, which outlives the menu: it has to tell when the file lies there."""
    known = view.findChild(ListExport, "listMenuExport", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(known, ListExport):
        return known
    made = ListExport(context, lambda: view, lambda: _name_of(view.table), parent=view)
    made.setObjectName("listMenuExport")
    return made


def _name_of(table: QWidget) -> str:
    """Return what a table is called; one without a name of its own is called as the section around it."""
    return next((name for place in _upwards(table) if (name := place.accessibleName() or place.windowTitle())), "")


def _context_of(view: QWidget) -> Context | None:
    """Return the context of the page or dialog a table stands on."""
    found = (getattr(place, "context", None) for place in _upwards(view))
    return next((context for context in found if isinstance(context, Context)), None)


def _upwards(widget: QWidget) -> Iterator[QWidget]:
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = place.parentWidget()
