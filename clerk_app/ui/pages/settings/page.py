"""The page 设置: sections at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from clerk_app.errors import ClerkError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import Page
from clerk_app.ui.pages.settings.about import AboutSection
from clerk_app.ui.pages.settings.appearance import AppearanceSection
from clerk_app.ui.pages.settings.calendar import CalendarSection
from clerk_app.ui.pages.settings.clerks import ClerksSection
from clerk_app.ui.pages.settings.county_key import CountyKeySection
from clerk_app.ui.pages.settings.data import DataSection
from clerk_app.ui.pages.settings.local import LocalSection
from clerk_app.ui.pages.settings.pack import PackSection
from clerk_app.ui.pages.settings.publications import PublicationsSection
from clerk_app.ui.pages.settings.security import SecuritySection
from clerk_app.ui.pages.settings.village import VillageSection
from clerk_app.ui.theme import current_theme

SECTIONS: tuple[tuple[str, type[Page]], ...] = (
    ("village", VillageSection),
    ("pack", PackSection),
    ("local", LocalSection),
    ("publications", PublicationsSection),
    ("calendar", CalendarSection),
    ("county_key", CountyKeySection),
    ("clerks", ClerksSection),
    ("security", SecuritySection),
    ("appearance", AppearanceSection),
    ("data", DataSection),
    ("about", AboutSection),
)
"""The names are what ``context.open("settings", name)`` jumps to."""


class SettingsPage(Page):
    """Shows one section; each is read when it is shown and asks before something typed would be lost."""

    name = "settings"
    kinds = frozenset({"settings", "policy_dry_run"})
    shows = frozenset({Changed.VILLAGE, Changed.CLERK})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = current_theme()
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(theme.px(16), 0, 0, 0)
        self.list = QListWidget()
        self.list.setObjectName("settingsList")
        self.list.setAccessibleName(self.tr("设置的各部分"))
        self.list.setFixedWidth(theme.px(170))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        self._sections: dict[str, Page] = {}
        for name, section_class in SECTIONS:
            section = section_class(context)
            self._sections[name] = section
            self.stack.addWidget(section)
            item = QListWidgetItem(str(getattr(section, "heading", name)))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, theme.px(38)))
            self.list.addItem(item)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._go)

    @property
    def current(self) -> Page:
        """The section that is shown."""
        return self._sections[SECTIONS[self.stack.currentIndex()][0]]

    def section(self, name: str) -> Page:
        """Return a section by its name."""
        return self._sections[name]

    def take_focus(self) -> None:
        """Go to the list: the arrows choose a section."""
        self.list.setFocus()

    def reload(self, changed: frozenset[str]) -> None:
        """Read the section that is shown anew, unless that would lose something typed."""
        if not getattr(self.current, "is_changed", False):
            self.current.reload(changed)

    def may_leave(self) -> bool:
        """Ask the section."""
        return self.current.may_leave()

    def show_error(self, error: ClerkError) -> None:
        """Say it in the section."""
        self.current.show_error(error)

    def show_record(self, kind: str, record_id: str) -> None:
        """Jump to a section by its name; the dry run of another pack opens over the section it belongs to."""
        names = [name for name, _ in SECTIONS]
        if kind == "policy_dry_run":
            self.list.setCurrentRow(names.index("pack"))
            pack = self._sections["pack"]
            if isinstance(pack, PackSection):
                pack.try_button.click()
            return
        if record_id in names:
            self.list.setCurrentRow(names.index(record_id))
            self.current.take_focus()

    @Slot(int)
    def _go(self, row: int) -> None:
        before = self.stack.currentIndex()
        if row in (before, -1):
            return
        if not self.current.may_leave():
            self.list.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
            self.list.setCurrentRow(before)
            self.list.blockSignals(False)  # noqa: FBT003 - as above
            return
        self.stack.setCurrentIndex(row)
        self.current.reload(Changed.ALL)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return each further section as a picture."""
        sections = {name: partial(self.show_record, "settings", name) for name, _ in SECTIONS[1:]}
        return {**sections, "publication-review": self._scene_review, "publication-decline": self._scene_decline}

    def _scene_review(self) -> None:
        """Try the publication that waits out, in a form that the pictures need not wait for."""
        from clerk_app.ui.dialogs.publication_review import PublicationReviewDialog  # noqa: PLC0415 - seldom wanted

        self.show_record("settings", "publications")
        publications = self._sections["publications"]
        row = publications.view.current_record() if isinstance(publications, PublicationsSection) else None
        if row is not None:
            PublicationReviewDialog(self.context, row, self).show()

    def _scene_decline(self) -> None:
        """Ask why it is declined, over the trial."""
        from clerk_app.ui.dialogs.publication_decline import PublicationDeclineDialog  # noqa: PLC0415 - seldom wanted
        from clerk_app.ui.dialogs.publication_review import PublicationReviewDialog  # noqa: PLC0415 - as above

        for review in self.findChildren(PublicationReviewDialog):
            PublicationDeclineDialog(self.context, review.row, review).show()
