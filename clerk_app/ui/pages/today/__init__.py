"""今日: what is due, what waits for the stick, and a picture of the village."""

from clerk_app.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
