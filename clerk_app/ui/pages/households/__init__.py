"""住户: the list, registering a household, a household's file, and taking in a register."""

from clerk_app.ui.pages.households.page import HouseholdsPage

__all__ = ["HouseholdsPage"]
