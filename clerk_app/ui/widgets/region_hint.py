"""A village code that says which county and town it means, and fills their fields while they are empty."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field


class RegionHint(QObject):
    """Watches the field of a village code; ``county`` and ``town`` are fields of the same form."""

    def __init__(self, code: Field, county: Field, town: Field, parent: QObject) -> None:
        super().__init__(parent)
        self._code, self._county, self._town = code, county, town
        self._plain = self.tr("统计用区划代码，12 位数字")
        editor = code.editor
        if isinstance(editor, LineEdit):
            editor.textChanged.connect(self.tell)
            editor.editingFinished.connect(self.fill)

    @Slot()
    def tell(self) -> None:
        """Say below the code which place it is."""
        from clerk_app.services.region_codes import place_of  # noqa: PLC0415 - the first window comes before the tables

        place = place_of(self._code.editor.raw.strip())
        self._code.set_hint(place.words if place else self._plain)

    @Slot()
    def fill(self) -> None:
        """Put the names of county and town where nothing was entered."""
        from clerk_app.services.region_codes import place_of  # noqa: PLC0415 - as above

        place = place_of(self._code.editor.raw.strip())
        for field, name in ((self._county, place.county), (self._town, place.town)) if place else ():
            if name and not field.editor.raw.strip():
                field.editor.set_raw(name)
