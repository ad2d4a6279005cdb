"""The page 缴费: one insurance and year, everybody of the village in one grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from clerk_app.domain.contribution import Insurance, PaymentState
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import total
from clerk_app.errors import UserError
from clerk_app.services.contributions import ContributionEntry
from clerk_app.services.season import Season, SeasonRow
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.contribution_reverse import ReverseDialog
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.contributions import work
from clerk_app.ui.pages.contributions.bars import SeasonBar
from clerk_app.ui.pages.contributions.commands import SeasonCommands
from clerk_app.ui.pages.contributions.grid import SeasonGrid
from clerk_app.ui.pages.contributions.grid_model import OWN_PART, SeasonTable
from clerk_app.ui.pages.contributions.meant import ask_exempt
from clerk_app.ui.pages.contributions.payer_totals import PayerTotals
from clerk_app.ui.pages.contributions.person_panel import PersonPanel
from clerk_app.ui.pages.contributions.season_body import SeasonBody
from clerk_app.ui.pages.contributions.typed import ALL, GridRow, is_shown
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.draft_keeper import Content, DraftKeeper
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.strips import Strip

_CONTRIBUTIONS = frozenset({Changed.CONTRIBUTION})


class ContributionsPage(Page):
    """Type a tier and Enter records it; Space marks, Ctrl+S records all that is marked; Del takes a payment back."""

    name = "contributions"
    shows = frozenset({Changed.CONTRIBUTION, Changed.PERSON, Changed.HOUSEHOLD, Changed.VILLAGE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._season: Season | None = None
        self._is_own_change = False
        self._confirmed: PersonId | None = None
        self.bar = SeasonBar(context.workspace.today, context.workspace.clerk.name)
        self.model = SeasonTable(self)
        self._build_commands()
        self._build_body()
        self._drafts = DraftKeeper(content=self._draft, save=self._keep_draft, parent=self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._connect()

    # building

    def _build_commands(self) -> None:
        self.buttons = SeasonCommands(self)
        self.commands.addWidget(self.bar.season)
        self.commands.addStretch(1)
        self.buttons.stand_in(self.commands)

    def _build_body(self) -> None:
        self.problem = Strip("seasonProblem", button=self.tr("去“设置 → 本地标准”填写"))
        self.note = Strip("contributionNote")
        empty = EmptyState("wallet", *self._empty_words())
        self.grid = SeasonGrid(self.model, label=self.tr("缴费名单"), empty=empty, memory=self.context.memory)
        self.panel = PersonPanel()
        self.totals = PayerTotals()
        above = (self.bar.defaults, self.problem, self.note)
        self._season_body = SeasonBody(
            self.bar, above, grid=self.grid, model=self.model, panel=self.panel, totals=self.totals
        )
        self._area = scrolling(self._season_body)  # at 175 % with a strip there is too little room for all of it
        self.body.addWidget(self._area)

    def _connect(self) -> None:
        self._exporting = ListExport(
            self.context, lambda: self.grid, lambda: self.tr("缴费名单"), button=self.buttons.export, parent=self
        )
        self.bar.season_chosen.connect(self._change_season)
        self.bar.filter_changed.connect(self._filter)
        self.bar.numbers_wanted.connect(self._show_numbers)
        self.bar.grid_wanted.connect(self._enter_grid)
        self.model.typed_changed.connect(self._typed)
        self._settle.timeout.connect(self._show_sums)
        self.model.refused.connect(self._refuse)
        self.grid.refused.connect(self._refuse)
        self.grid.row_entered.connect(self._record_row)
        self.grid.taking_back_wanted.connect(self._take_back)
        self.grid.current_changed.connect(self.panel.show_row)
        self.problem.acted.connect(self._open_settings)
        self.buttons.reverse.clicked.connect(self._take_back_current)
        self.buttons.due.clicked.connect(self.mark_due)
        self.buttons.record.clicked.connect(self.record_marked)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.record_marked)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the grid all the room where there is little; the panel comes back when it is wanted."""
        super().resizeEvent(event)
        if self._season_body.fit(event.size().width(), self.commands):
            self._settle.start()

    # reading

    def take_focus(self) -> None:
        """Go to the grid, at the first who still owes."""
        self._enter_grid()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - the grid is read whole
        """Read the season anew, except after this page's own recording, which has put its rows in place already."""
        if self._is_own_change:
            return
        self._drafts.keep()
        self._read()

    @Slot()
    def _change_season(self) -> None:
        self._drafts.keep()
        self._drafts.adopt({})
        self._season = None
        self.note.hide()
        self._read()

    def _read(self) -> None:
        insurance, year = self.bar.insurance, self.bar.year
        self.context.tasks.run(
            partial(work.read_season, self.context.workspace, self.model, insurance, year),
            on_done=self._show,
            owner=self,
        )

    def _show(self, read: work.Read) -> None:
        season, draft = read.season, read.draft
        if (season.insurance, season.year) != (self.bar.insurance, self.bar.year):
            return
        is_first = self._season is None
        current = self.grid.current_record()
        self._season = season
        self.bar.set_groups(read.groups)
        self._drafts.adopt(draft)
        self.model.set_season(season.insurance, read.rows, season.tiers)
        self.grid.table.setColumnHidden(self.model.number_of[OWN_PART], season.insurance is Insurance.PENSION)
        self._filter()
        is_found = current is not None and self._select(current.season.row.person_id)
        if not is_found and is_first:
            self._enter_grid(take_focus=False)
        if draft and is_first:
            self.note.tell(self.tr("已恢复上次没有登记的 {count} 行").format(count=len(draft)), Tone.DUE)
        told = season.problem or season.lacking
        if told is not None:
            self.problem.tell(message_of(told), Tone.DUE)
        else:
            self.problem.hide()
        self.buttons.reverse.setEnabled(True)

    @Slot()
    def _filter(self) -> None:
        group, state = self.bar.group, self.bar.state
        self.model.narrow(self.bar.words, partial(is_shown, group, state) if group or state != ALL else None)
        self.grid.set_empty(*self._empty_words())
        self._show_sums()

    def _empty_words(self) -> tuple[str, str]:
        if self.model.records:
            return self.tr("没有这样的人"), self.tr("换一个筛选条件试试。")
        return self.tr("还没有住户"), self.tr("缴费按人登记：请先到“住户”页登记住户，或从 Excel 名册导入。")

    @Slot(bool)
    def _show_numbers(self, is_whole: bool) -> None:
        self.model.show_whole(is_whole=is_whole)

    @Slot()
    def _enter_grid(self, *, take_focus: bool = True) -> None:
        rows = self.model.shown
        first = next((place for place, row in enumerate(rows) if row.season.state is PaymentState.UNPAID), 0)
        if rows and self.grid.current_record() is None:
            self.grid.go_to(first)
        if take_focus:
            self.grid.table.setFocus()
            self._area.ensureWidgetVisible(self.grid, 0, 0)

    def _select(self, person_id: PersonId) -> bool:
        row = self.model.row_of(lambda row: row.season.row.person_id == person_id)
        if row is not None:
            self.grid.go_to(row)
        return row is not None

    # sums and drafts

    @Slot()
    def _typed(self) -> None:
        self.note.hide()
        self._settle.start()
        if self._season is not None:
            self._drafts.touch()

    @Slot()
    def _show_sums(self) -> None:
        waiting = self.model.waiting
        self.totals.show_rows(self.model.insurance, self.model.shown, waiting)
        self.bar.show_counts(self.model.records)
        self.buttons.show_counts(waiting=len(waiting), due=len(self.model.due))
        self.panel.show_row(self.grid.current_record())

    def _draft(self) -> Content:
        return self.model.draft()

    def _keep_draft(self, content: Content | None) -> None:
        if self._season is not None:
            key = work.draft_key(self._season.insurance, self._season.year)
            self.context.tasks.run(partial(work.keep_draft, self.context.workspace, key, content), must_end=True)

    # recording

    def _entry(self, row: GridRow) -> ContributionEntry:
        season = self._season
        if season is None:
            raise UserError("名单还在读取，请稍等。")
        if season.problem is not None:
            raise season.problem
        return row.entry(season.insurance, season.year, *self.bar.checked_defaults())

    @Slot(object)
    def _record_row(self, row: GridRow) -> None:
        person_id = row.season.row.person_id
        if row.is_waiting or not self._is_meant(row):
            return
        entry = self._try(partial(self._entry, row))
        if entry is None:
            return
        self.model.change(person_id, lambda before: replace(before, is_waiting=True, problem=""))
        self.grid.go_on()
        self._run((entry,))

    def _is_meant(self, row: GridRow) -> bool:
        """Ask, by a sentence and a second Enter, before somebody is recorded who need not pay."""
        reason = row.season.not_asked
        if reason is None or self._confirmed == row.season.row.person_id or row.season.row.standing:
            return True
        self._confirmed = row.season.row.person_id
        words = self.tr("{name}{reason}，不用缴（{clause}）。确实要登记，请再按一次回车。")
        self.note.tell(
            words.format(name=row.season.row.name, reason=term(reason.reason.label), clause=reason.clause), Tone.DUE
        )
        return False

    @Slot()
    def mark_due(self) -> None:
        """Mark everybody for whom the government pays, and show them; Ctrl+S records all of them or none."""
        if not self.model.due:
            return
        self.model.mark_due()
        self.bar.show_state(PaymentState.PROXY_DUE)
        due = self.model.due
        amount = total([row.amount for row in due if row.amount is not None]).grouped
        words = self.tr("已标记应代缴 {count} 人，共 {amount} 元：核对后按 Ctrl+S 登记，按空格可以去掉标记。")
        self.note.tell(words.format(count=len(due), amount=amount), Tone.ACCENT)
        if self.grid.current_record() is None:
            self.grid.go_to(0)
        self.grid.table.setFocus()

    @Slot()
    def record_marked(self) -> None:
        """Record everything that is typed, in one go: all of it or nothing."""
        rows = self.model.waiting
        if not rows:
            self.note.tell(self.tr("还没有标记：在行上按空格标记，或直接输入档次。"), Tone.ACCENT)
            return
        entries: list[ContributionEntry] = []
        for row in rows:
            entry = self._try(partial(self._entry, row))
            if entry is None:
                self._select(row.season.row.person_id)
                return
            entries.append(entry)
        if ask_exempt(self, rows):
            self._run(tuple(entries))

    def _try(self, make: Callable[[], ContributionEntry]) -> ContributionEntry | None:
        self.note.hide()
        try:
            return make()
        except UserError as error:
            self._refuse(error)
            return None

    def _run(self, entries: tuple[ContributionEntry, ...]) -> None:
        buttons = (self.buttons.record,) if len(entries) > 1 else ()
        people = tuple(entry.person_id for entry in entries)
        self.context.tasks.run(
            partial(work.record, self.context.workspace, entries),
            on_done=partial(self._recorded, entries), on_error=self._refuse, on_settled=partial(self._settled, people),
            owner=self, changed=_CONTRIBUTIONS, disable=buttons, progress_title=self.tr("正在登记缴费…"),
        )  # fmt: skip

    def _recorded(self, entries: tuple[ContributionEntry, ...], rows: tuple[SeasonRow, ...]) -> None:
        self._is_own_change = True
        self._confirmed = None
        self._take(entries[0].insurance, entries[0].year, rows)
        self._drafts.keep()
        amount = total([entry.tier if entry.amount is None else entry.amount for entry in entries]).grouped
        names = rows[0].row.name if len(rows) == 1 else self.tr("{count} 人").format(count=len(rows))
        self.context.status(self.tr("已登记 {names} {amount} 元").format(names=names, amount=amount))

    def _take(self, insurance: Insurance, year: int, rows: tuple[SeasonRow, ...]) -> None:
        season = self._season
        if season is not None and (season.insurance, season.year) == (insurance, year):
            self.model.take(rows)

    def _settled(self, people: tuple[PersonId, ...]) -> None:
        self._is_own_change = False
        for person_id in people:
            row = self.model.of_person(person_id)
            if row is not None and row.is_waiting:
                self.model.change(person_id, lambda before: replace(before, is_waiting=False))

    def _refuse(self, error: UserError) -> None:
        """Say above the grid what is wrong, and mark the row or the field it is about."""
        text = message_of(error)
        if isinstance(error, work.RowError):
            self.model.change(error.person_id, lambda before: replace(before, is_waiting=False, problem=text))
            self._select(error.person_id)
        else:
            self.bar.mark_wrong(error.field)
        self.note.tell(text, Tone.OVERDUE)

    # taking back

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Some rows marked and not recorded yet."""
        return {"marked": self._mark_some, "due": self.mark_due, "medical": self._show_medical}

    def _show_medical(self) -> None:
        self.bar.insurance_choice.set_value(Insurance.MEDICAL.value)
        self._change_season()

    def _mark_some(self) -> None:
        owing = [row for row in self.model.shown if row.season.state is PaymentState.UNPAID]
        self.model.mark(owing[:6])

    @Slot()
    def _take_back_current(self) -> None:
        row = self.grid.current_record()
        if row is not None:
            self._take_back(row)

    @Slot(object)
    def _take_back(self, row: GridRow) -> None:
        if not row.season.row.standing:
            self.note.tell(self.tr("{name}这一年没有可冲销的缴费。").format(name=row.season.row.name), Tone.ACCENT)
            return
        self.note.hide()
        rows = ReverseDialog.ask(self, self.context, row.season)
        if rows and self._season is not None:
            self._take(self._season.insurance, self._season.year, rows)
            self._show_sums()
            self.context.status(self.tr("已冲销 {name} 的缴费，两笔记录都在").format(name=row.season.row.name))
        self.grid.table.setFocus()

    @Slot()
    def _open_settings(self) -> None:
        self.context.open("settings", "local")
