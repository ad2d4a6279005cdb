"""The page 低保: the overview, and the case that was opened from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from clerk_app.domain.dibao import Stage
from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.dibao_choose_household import ChooseHouseholdDialog
from clerk_app.ui.page import Page
from clerk_app.ui.pages.dibao.case_page import CasePage
from clerk_app.ui.pages.dibao.overview import DibaoOverview
from clerk_app.ui.pages.dibao.work import CaseData, read_case, read_new
from clerk_app.ui.theme import Tone


class DibaoPage(Page):
    """Board and list; a case takes their place until the clerk goes back."""

    name = "dibao"
    kinds = frozenset({"dibao_case", "dibao_new"})
    shows = frozenset({Changed.DIBAO_CASE, Changed.HOUSEHOLD, Changed.PERSON, Changed.VILLAGE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(0, 0, 0, 0)
            outer.setSpacing(0)
        self.overview = DibaoOverview(context)
        self.case_page: CasePage | None = None
        self._is_overview_stale = False
        self.stack = QStackedWidget()
        self.stack.setObjectName("dibaoStack")
        self.stack.addWidget(self.overview)
        self.body.addWidget(self.stack, 1)
        self.overview.case_chosen.connect(self._open_case)
        self.overview.new_wanted.connect(self._choose_household)

    @property
    def title(self) -> str:
        """The head's name while a case is shown."""
        return "" if self.case_page is None else self.case_page.title

    def take_focus(self) -> None:
        """Go to the part that is shown."""
        (self.case_page or self.overview).take_focus()

    def reload(self, changed: frozenset[str]) -> None:
        """Read the cases anew, and the case that is open unless something was typed into it."""
        self.overview.reload(changed)
        if self.case_page is not None:
            self.case_page.reload(changed)

    def may_leave(self) -> bool:
        """Ask when something typed into a case would be lost; what the clerk gives up is not shown again."""
        if self.case_page is None or not self.case_page.is_changed:
            return True
        if not self.case_page.may_leave():
            return False
        self._go_back()
        return True

    def show_error(self, error: UserError) -> None:  # type: ignore[override]  # a refusal is the clerk's
        """Say it at the top of the part that is shown."""
        (self.case_page or self.overview).show_error(error)

    def show_record(self, kind: str, record_id: str) -> None:
        """Open a case, or take in an application of a household."""
        if not self.may_leave():
            return
        read = read_new if kind == "dibao_new" else read_case
        self.context.tasks.run(
            partial(read, self.context.workspace, record_id), on_done=partial(self._show_case, kind), owner=self
        )

    @Slot(str)
    def _open_case(self, case_id: str) -> None:
        self.show_record("dibao_case", case_id)

    @Slot()
    def _choose_household(self) -> None:
        household_id = ChooseHouseholdDialog.ask(self, self.context)
        if household_id is not None:
            self.show_record("dibao_new", household_id)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """The list, and one case of each kind."""
        return {
            "list": self._show_list,
            "case": partial(self._show_first, Stage.APPLICATION),
            "granted": partial(self._show_first, Stage.GRANTED),
        }

    def _show_list(self) -> None:
        self._go_back()
        self.overview.show_view("list")

    def _show_first(self, stage: Stage) -> None:
        row = next((line.row for line in self.overview.lines if line.row.stage is stage), None)
        if row is not None:
            self._open_case(row.id)

    def _show_case(self, kind: str, data: CaseData) -> None:
        if kind == "dibao_new" and data.case is not None:
            self.context.status(self.tr("这一户已有办理中或在保的档案，已打开"), Tone.NEUTRAL)
        self._drop_case()
        page = CasePage(self.context, data)
        page.gone_back.connect(self._go_back)
        page.case_taken_in.connect(self._open_case)
        self.case_page = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.title_changed.emit(self.title)
        page.take_focus()

    def _drop_case(self) -> None:
        if self.case_page is not None:
            self.stack.removeWidget(self.case_page)
            self.case_page.deleteLater()
            self.case_page = None

    @Slot()
    def _go_back(self) -> None:
        self._drop_case()
        self.stack.setCurrentWidget(self.overview)
        self.title_changed.emit("")
        self.overview.take_focus()
