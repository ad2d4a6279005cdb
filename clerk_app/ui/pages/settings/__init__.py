"""设置: the village, its rules and local values, who may sign in, how the window looks, and whether the data is whole."""

from clerk_app.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
