"""Events in a household: one form, with the fields that each kind needs and what will follow from them beside."""

from clerk_app.ui.dialogs.events.frame import EventDialog

__all__ = ["EventDialog"]
