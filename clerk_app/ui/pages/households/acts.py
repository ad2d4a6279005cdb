"""What a clerk can do with a household: each act is one short form that stays open until it is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clerk_app.domain.event import EventKind
from clerk_app.domain.household import Member
from clerk_app.storage.follow_up_queries import FollowUpRow
from clerk_app.ui.context import Context
from clerk_app.ui.pages.households.event_menu import EventMenu
from clerk_app.ui.pages.households.reading import FileContent, IdentityRow


class HouseholdActs(QObject):
    """Opens the forms over the page; ``content`` is the household that is shown."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.content: FileContent | None = None
        self.events = EventMenu(context, page)
        self.events.leave_wanted.connect(self.end_membership)
        self.events.move_wanted.connect(self.transfer_out)

    @Slot()
    def edit_household(self) -> None:
        """Change the household's own facts."""
        from clerk_app.ui.dialogs.household_edit import HouseholdDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            HouseholdDialog.ask(self._page, self._context, self.content.now.household, self.content.groups)

    @Slot()
    def add_member(self) -> None:
        """Add a person."""
        from clerk_app.ui.dialogs.member_form import MemberDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            MemberDialog.ask(self._page, self._context, self.content.now)

    @Slot(object)
    def edit_person(self, member: Member) -> None:
        """Change a person's facts."""
        from clerk_app.ui.dialogs.member_form import MemberDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            MemberDialog.ask(self._page, self._context, self.content.now, member)

    @Slot(object)
    def change_relation(self, member: Member) -> None:
        """Correct a member's relation; the head's own goes by another way."""
        from clerk_app.ui.dialogs.member_relation import RelationDialog  # noqa: PLC0415 - when it is wanted

        if member.membership.is_head:
            self.change_head()
        else:
            RelationDialog.ask(self._page, self._context, member)

    @Slot()
    def change_head(self) -> None:
        """Give the household another head."""
        if self.content is not None:
            self.events.start(self.content.now.household.id, EventKind.HEAD)

    @Slot(object)
    def choose_event(self, anchor: QWidget, member: Member | None = None) -> None:
        """Offer the events that fit the household, or one of its members, below a button."""
        if self.content is not None:
            person_id = None if member is None else member.person.id
            self.events.open(self.content.now.household.id, anchor, person_id)

    @Slot(str)
    def end_membership(self, person_id: str) -> None:
        """Let a member leave for another reason than an event."""
        from clerk_app.ui.dialogs.member_end import EndMembershipDialog  # noqa: PLC0415 - when it is wanted

        members = () if self.content is None else self.content.now.members
        member = next((each for each in members if each.person.id == person_id), None)
        if self.content is not None and member is not None:
            EndMembershipDialog.ask(self._page, self._context, member, self.content.now)

    @Slot()
    def transfer_out(self) -> None:
        """Let the household, or some of it, move to another village."""
        from clerk_app.ui.dialogs.transfer_out import TransferOutDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            TransferOutDialog.ask(self._page, self._context, self.content.now)

    @Slot()
    def transfer_back(self) -> None:
        """Take the household's move back."""
        from clerk_app.ui.dialogs.transfer_back import TransferBackDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None and self.content.left is not None:
            TransferBackDialog.ask(self._page, self._context, self.content.left)

    @Slot(object)
    def settle_follow_up(self, row: FollowUpRow) -> None:
        """Say how something came out."""
        from clerk_app.ui.pages.households.follow_ups_section import SettleDialog  # noqa: PLC0415 - when it is wanted

        SettleDialog.ask(self._page, self._context, row)

    @Slot()
    def open_recovery(self) -> None:
        """Note that something was paid too long which no event told of."""
        from clerk_app.ui.dialogs.overpayment_forms import OpenRecoveryDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            OpenRecoveryDialog.ask(self._page, self._context, self.content.now)

    def add_identity(self, member: Member | None) -> None:
        """Record a hardship status, of the current member unless another is chosen."""
        from clerk_app.ui.dialogs.identity_forms import IdentityDialog  # noqa: PLC0415 - when it is wanted

        if self.content is not None:
            IdentityDialog.add(self._page, self._context, self.content.now, member)

    @Slot(object)
    def change_identity(self, row: IdentityRow) -> None:
        """Correct a hardship status, or note that it was lifted."""
        from clerk_app.ui.dialogs.identity_forms import IdentityDialog  # noqa: PLC0415 - when it is wanted

        IdentityDialog.change(self._page, self._context, row.name, row.identity)

    @Slot(object)
    def end_identity(self, row: IdentityRow) -> None:
        """End a hardship status."""
        from clerk_app.ui.dialogs.identity_forms import EndIdentityDialog  # noqa: PLC0415 - when it is wanted

        EndIdentityDialog.ask(self._page, self._context, row.name, row.identity)
