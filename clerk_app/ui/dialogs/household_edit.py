"""Changing a household's own facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from clerk_app.domain.household import Household
from clerk_app.services.households import HouseholdEntry, change_household
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.household_fields import HouseholdFields
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.field import FieldGrid, FieldSet


class HouseholdDialog(ActDialog):
    """Number, group, address, phone, hukou, land, housing, note."""

    least_width = 720

    def __init__(
        self, context: Context, household: Household, groups: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "householdDialog", "", parent=parent)
        self.setWindowTitle(self.tr("修改住户 {number}").format(number=household.number))
        self._household = household
        self.entered = HouseholdFields(self)
        self.entered.set_groups(groups)
        self.entered.fill(household)
        self.body.addWidget(FieldGrid(tuple(self.entered), columns=3, wide=(self.entered.note,)))
        fields = FieldSet(parent=self)
        self.entered.join(fields)
        self.start(fields)
        self.entered.group.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, household: Household, groups: Sequence[str]) -> bool:
        """Run it; True when something was stored."""
        return cls(context, household, groups, parent).run_and_go()

    def save(self) -> None:
        """Store the facts."""
        entry = self.entered.entry()
        self.carry_out(partial(_change, self.context.workspace, self._household, entry), self.tr("已修改住户资料"))


def _change(workspace: Workspace, household: Household, entry: HouseholdEntry, _progress: Progress) -> None:
    change_household(workspace, household.id, household.version, entry)
