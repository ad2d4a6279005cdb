"""The page 住户 holds its views: list, registration, sheet, file, what it may have, import, earlier imports, past day, doubles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from clerk_app.errors import ClerkError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.listing import HouseholdList
from clerk_app.ui.pages.households.register import RegisterForm

if TYPE_CHECKING:
    from clerk_app.ui.pages.entitlements import EntitlementsView
    from clerk_app.ui.pages.households.duplicates_view import DuplicatesView
    from clerk_app.ui.pages.households.file_view import HouseholdView
    from clerk_app.ui.pages.households.import_view import ImportView
    from clerk_app.ui.pages.households.imports_view import ImportsView
    from clerk_app.ui.pages.households.past_view import PastView
    from clerk_app.ui.pages.households.sheet_view import SheetView


class HouseholdsPage(Page):
    """Shows one of the views; a registration that is not finished stays as it is while the clerk looks at something else."""

    name = "households"
    kinds = frozenset({"household", "entitlements"})
    shows = Changed.ALL - {Changed.CLERK}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack)
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(0, 0, 0, 0)
            outer.setSpacing(0)
        self.list_view = HouseholdList(context)
        self.stack.addWidget(self.list_view)
        self.form: RegisterForm | None = None
        self.file_view: HouseholdView | None = None
        self.entitlements: EntitlementsView | None = None
        self.import_view: ImportView | None = None
        self.imports: ImportsView | None = None
        self.past_view: PastView | None = None
        self.duplicates: DuplicatesView | None = None
        self.sheet_view: SheetView | None = None
        self.list_view.household_chosen.connect(self.show_household)
        self.list_view.new_wanted.connect(self.show_form)
        self.list_view.sheet_wanted.connect(self.show_sheet)
        self.list_view.import_wanted.connect(self.show_import)
        self.list_view.past_wanted.connect(self.show_past)
        self.list_view.duplicates_wanted.connect(self.show_duplicates)

    @property
    def current(self) -> Page:
        """The view that is shown."""
        view = self.stack.currentWidget()
        return view if isinstance(view, Page) else self.list_view

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.current.title

    def take_focus(self) -> None:
        """Let the view say where to begin."""
        self.current.take_focus()

    def reload(self, changed: frozenset[str]) -> None:
        """Let the views read anew; the list also when it is not in sight, for the clerk comes back to it."""
        self.list_view.reload(changed)
        if self.file_view is not None and self.current is self.file_view:
            self.file_view.reload(changed)
        if self.entitlements is not None and self.current is self.entitlements:
            self.entitlements.reload(changed)
        if self.duplicates is not None and self.current is self.duplicates:
            self.duplicates.reload(changed)

    def may_leave(self) -> bool:
        """Nothing is lost by leaving: a registration stays as it is, and is kept on disk."""
        if self.form is not None and self.current is self.form:
            self.form.keep_now()
            return True
        return self.current.may_leave()

    def show_error(self, error: ClerkError) -> None:
        """Say it in the view that is shown."""
        self.current.show_error(error)

    def show_record(self, kind: str, record_id: str) -> None:
        """Show a household's file, or what it may have; ``new``, ``sheet`` and ``import`` in the place of an id begin one of these."""
        if kind == "entitlements":
            self.show_entitlements(record_id)
        elif record_id == "new":
            self.show_form()
        elif record_id == "sheet":
            self.show_sheet()
        elif record_id == "import":
            self.show_import()
        elif record_id == "imports":
            self.show_imports()
        else:
            self.show_household(record_id)

    # the views

    def _show(self, view: Page) -> None:
        self.stack.setCurrentWidget(view)
        self.title_changed.emit(self.title)
        view.take_focus()

    @Slot()
    def show_list(self) -> None:
        """Show the list."""
        self._show(self.list_view)
        self.list_view.reload(Changed.ALL)

    @Slot()
    def show_form(self) -> None:
        """Go on with a registration, or begin one."""
        if self.form is None:
            self.form = RegisterForm(self.context)
            self.form.registered.connect(self._registered)
            self.form.closed.connect(self._form_closed)
            self.form.household_wanted.connect(self._leave_form_for)
            self.stack.addWidget(self.form)
        self._show(self.form)

    @Slot(str)
    def _registered(self, household_id: str) -> None:
        self._drop_form()
        self.show_household(household_id)

    @Slot()
    def _form_closed(self) -> None:
        self._drop_form()
        self.show_list()

    @Slot(str)
    def _leave_form_for(self, household_id: str) -> None:
        if self.form is not None:
            self.form.keep_now()
        self.show_household(household_id)

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.stack.removeWidget(form)
            form.deleteLater()

    @Slot()
    def show_sheet(self) -> None:
        """Go on with the sheet for many households."""
        from clerk_app.ui.pages.households.sheet_view import SheetView  # noqa: PLC0415 - the list comes first

        if self.sheet_view is None:
            self.sheet_view = SheetView(self.context)
            self.sheet_view.closed.connect(self._leave_sheet)
            self.stack.addWidget(self.sheet_view)
        self._show(self.sheet_view)

    @Slot()
    def _leave_sheet(self) -> None:
        if self.sheet_view is not None:
            self.sheet_view.keep_now()
        self.show_list()

    @Slot(str)
    def show_household(self, household_id: str) -> None:
        """Show a household's file."""
        from clerk_app.ui.pages.households.file_view import HouseholdView  # noqa: PLC0415 - the list comes first

        if self.file_view is None:
            self.file_view = HouseholdView(self.context)
            self.file_view.closed.connect(self.show_list)
            self.file_view.title_changed.connect(self.title_changed)
            self.file_view.form_wanted.connect(self.show_form)
            self.file_view.entitlements_wanted.connect(self.show_entitlements)
            self.stack.addWidget(self.file_view)
        self.file_view.show_household(household_id, has_form=self.form is not None)
        self._show(self.file_view)

    @Slot(str)
    def show_entitlements(self, household_id: str) -> None:
        """Show what a household may have."""
        from clerk_app.ui.pages.entitlements import EntitlementsView  # noqa: PLC0415 - the list comes first

        if self.entitlements is None:
            self.entitlements = EntitlementsView(self.context)
            self.entitlements.closed.connect(self._leave_entitlements)
            self.entitlements.title_changed.connect(self.title_changed)
            self.stack.addWidget(self.entitlements)
        self.entitlements.show_household(household_id)
        self._show(self.entitlements)

    @Slot()
    def _leave_entitlements(self) -> None:
        if self.entitlements is not None:
            self.show_household(self.entitlements.household_id)

    @Slot(str)
    def show_import(self, path: str = "") -> None:
        """Show the import and ask for a file, or read the one that was dropped."""
        view = self._import_view()
        self._show(view)
        if path:
            view.read_file(Path(path))
        else:
            view.choose_file()

    def _import_view(self) -> ImportView:
        from clerk_app.ui.pages.households.import_view import ImportView  # noqa: PLC0415 - the list comes first

        if self.import_view is None:
            self.import_view = ImportView(self.context)
            self.import_view.closed.connect(self.show_list)
            self.import_view.earlier_wanted.connect(self.show_imports)
            self.stack.addWidget(self.import_view)
        self.import_view.start_anew()
        return self.import_view

    @Slot()
    def show_imports(self) -> None:
        """Show the imports that were carried out, and what they left over."""
        from clerk_app.ui.pages.households.imports_view import ImportsView  # noqa: PLC0415 - the list comes first

        if self.imports is None:
            self.imports = ImportsView(self.context)
            self.imports.closed.connect(lambda: self._show(self._import_view()))
            self.stack.addWidget(self.imports)
        self._show(self.imports)
        self.imports.reload(Changed.ALL)

    @Slot()
    def show_past(self) -> None:
        """Show the register of a past day."""
        from clerk_app.ui.pages.households.past_view import PastView  # noqa: PLC0415 - the list comes first

        if self.past_view is None:
            self.past_view = PastView(self.context)
            self.past_view.closed.connect(self.show_list)
            self.past_view.title_changed.connect(self.title_changed)
            self.stack.addWidget(self.past_view)
        self._show(self.past_view)

    @Slot()
    def show_duplicates(self) -> None:
        """Show who may be registered twice."""
        from clerk_app.ui.pages.households.duplicates_view import DuplicatesView  # noqa: PLC0415 - the list comes first

        if self.duplicates is None:
            self.duplicates = DuplicatesView(self.context)
            self.duplicates.closed.connect(self.show_list)
            self.duplicates.household_wanted.connect(self.show_household)
            self.stack.addWidget(self.duplicates)
        self._show(self.duplicates)
        self.duplicates.reload(Changed.ALL)

    # pictures

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return the further states worth a picture."""
        return {
            "register": self.show_form,
            "file": self._scene_file,
            "file-event": self._scene_event,
            "file-end": self._scene_file_end,
            "file-other": self._scene_other_file,
            "file-belongings": self._scene_belongings,
            "sheet": self._scene_sheet,
            "import": lambda: self._show(self._import_view()),
            "imports": self.show_imports,
            "past": self.show_past,
            "duplicates": self.show_duplicates,
        }

    def _scene_file(self) -> None:
        rows = self.list_view.model.records
        row = next((row for row in rows if row.dibao_class and row.members > 2), rows[0] if rows else None)
        if row is not None:
            self.show_household(row.id)

    def _scene_other_file(self) -> None:
        rows = self.list_view.model.records
        if rows:
            self.show_household(rows[0].id)  # the invented village gives it accounts and papers

    def _scene_belongings(self) -> None:
        if self.file_view is not None:
            self.file_view.show_belongings()

    def _scene_sheet(self) -> None:
        from clerk_app.ui.pages.households.sheet_scene import fill  # noqa: PLC0415 - only for pictures

        self.show_sheet()
        if self.sheet_view is not None:
            fill(self.sheet_view)

    def _scene_event(self) -> None:
        from clerk_app.ui.pages.households.event_scene import show  # noqa: PLC0415 - only for pictures

        if self.file_view is not None:
            show(self.file_view, self.context, self.file_view.household_id)

    def _scene_file_end(self) -> None:
        from clerk_app.ui.pages.households.event_scene import hide  # noqa: PLC0415 - only for pictures

        if self.file_view is not None:
            hide(self.file_view)
            self.file_view.show_end()
