"""One package a page of the navigation; a page is added by one line in ``PAGES``."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from clerk_app.ui.context import Context
    from clerk_app.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page by its name, icon, Chinese word and class; its module is imported when the clerk first goes there.

    ``place`` is ``module:Class`` below ``clerk_app.ui.pages``; ``kinds`` are the kinds of record it shows for ``context.open``.
    """

    name: str
    icon: str
    word: str
    place: str
    kinds: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The word in the window's language."""
        return QCoreApplication.translate("Pages", self.word)

    def make(self, context: Context) -> Page:
        """Import the page's module and build the page."""
        module, _, name = self.place.partition(":")
        page_class: type[Page] = getattr(importlib.import_module(f"clerk_app.ui.pages.{module}"), name)
        return page_class(context)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "calendar-check", str(QT_TRANSLATE_NOOP("Pages", "今日")), "today:TodayPage"),
    PageEntry(
        "households",
        "users",
        str(QT_TRANSLATE_NOOP("Pages", "住户")),
        "households:HouseholdsPage",
        frozenset({"household", "entitlements"}),
    ),
    PageEntry(
        "dibao",
        "heart-handshake",
        str(QT_TRANSLATE_NOOP("Pages", "低保")),
        "dibao.page:DibaoPage",
        frozenset({"dibao_case", "dibao_new"}),
    ),
    PageEntry(
        "contributions",
        "wallet",
        str(QT_TRANSLATE_NOOP("Pages", "缴费")),
        "contributions.page:ContributionsPage",
    ),
    PageEntry(
        "papers",
        "file-text",
        str(QT_TRANSLATE_NOOP("Pages", "文书")),
        "papers.page:PapersPage",
        frozenset({"document"}),
    ),
    PageEntry(
        "exchange",
        "send",
        str(QT_TRANSLATE_NOOP("Pages", "报送")),
        "exchange.page:ExchangePage",
        frozenset({"exchange"}),
    ),
    PageEntry(
        "settings",
        "settings",
        str(QT_TRANSLATE_NOOP("Pages", "设置")),
        "settings:SettingsPage",
        frozenset({"settings", "policy_dry_run"}),
    ),
)
"""In the order of the navigation. The word is marked for the catalogue with ``QT_TRANSLATE_NOOP("Pages", "住户")``."""


def page_entries() -> tuple[PageEntry, ...]:
    """Return the pages in the order of the navigation."""
    return PAGES
