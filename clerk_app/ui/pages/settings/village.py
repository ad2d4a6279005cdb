"""村情: what the village is called on every paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.pages.settings.section import SettingsForm
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.region_hint import RegionHint

if TYPE_CHECKING:
    from clerk_app.domain.household import Village
    from clerk_app.services.workspace import Workspace


class VillageForm(SettingsForm):
    """A section that changes the village's record. Subclasses override ``show_village`` and ``changed``."""

    shows = frozenset({Changed.VILLAGE})

    def __init__(self, context: Context, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, heading, text, parent)
        self.village: Village | None = None

    def show_village(self, village: Village) -> None:
        """Put the stored values into the fields."""
        raise NotImplementedError

    def changed(self, village: Village) -> Village:
        """Return the village as the fields have it; may raise UserError."""
        raise NotImplementedError

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - there is one village
        """Read the village."""
        self.context.tasks.run(partial(read_village, self.context.workspace), on_done=self._take, owner=self)

    def _take(self, village: Village) -> None:
        if self.village is not None and self.is_changed:
            return
        self.village = village
        self.fields.clear_errors()
        self.show_village(village)
        self.fields.mark_saved()

    def save(self) -> None:
        """Change the village."""
        if self.village is None:
            return
        changed = self.changed(self.village)
        self.context.tasks.run(
            partial(_change, self.context.workspace, changed),
            on_done=self._saved,
            on_error=self.show_user_error,
            changed=frozenset({Changed.VILLAGE}),
            disable=(self.save_button,),
        )

    def _saved(self, village: Village) -> None:
        self.village = village
        self.saved(self.tr("{what}已保存").format(what=self.heading))
        self.show_village(village)
        self.fields.mark_saved()

    def left(self) -> None:
        """Put back what is stored."""
        if self.village is not None:
            self.show_village(self.village)
            self.fields.clear_errors()
            self.fields.mark_saved()


class VillageSection(VillageForm):
    """Code, names and telephone."""

    name = "settingsVillage"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("村情"), "", parent)
        fields = [
            Field(
                "code",
                self.tr("村代码"),
                LineEdit(longest=20),
                hint=self.tr("统计用区划代码，12 位数字"),
                required=True,
            ),
            Field("name", self.tr("村名"), LineEdit(longest=80), hint=self.tr("印在每张表上"), required=True),
            Field("county", self.tr("县（市、区）"), LineEdit(longest=60)),
            Field("town", self.tr("乡镇（街道）"), LineEdit(longest=60)),
            Field("phone", self.tr("村委会电话"), LineEdit(longest=60), hint=self.tr("印在通知单上，方便村民问")),
        ]
        self.region = RegionHint(fields[0], fields[2], fields[3], self)
        self.column.addWidget(FieldGrid(fields, columns=2))
        self.column.addStretch(1)
        self.start(FieldSet(fields, self))

    def show_village(self, village: Village) -> None:
        """Put the stored values into the fields."""
        for field in self.fields:
            field.editor.set_raw(str(getattr(village, field.name)))

    def changed(self, village: Village) -> Village:
        """Return the village with these names."""
        return replace(village, **self.fields.content())  # type: ignore[arg-type] # all of these are text


def read_village(workspace: Workspace, _progress: Progress) -> Village:
    """Return the village; runs in the database thread."""
    from clerk_app.services.accounts import the_village  # noqa: PLC0415 - services cost a second of start-up

    return the_village(workspace)


def _change(workspace: Workspace, village: Village, _progress: Progress) -> Village:
    from clerk_app.services.accounts import change_village  # noqa: PLC0415 - as above

    return change_village(workspace, village)
