"""The window's own lists with 10,000 households and 40,000 people: from a letter or a click to the painted list.

Every page is shown as the clerk has it, 1366 by 768 pixels, without a screen. A step is what the window's thread needs until nothing is
left to paint; the first letter is typed into a list that has only just appeared.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.bench import population
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.context import Context
    from clerk_app.ui.page import Page
    from clerk_app.ui.widgets.record_view import RecordView

PEOPLE: Final = 40_000
_TIMES: Final = 3
_LETTERS: Final = ("z", "zs", "张", "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with the list to measure on it."""

    page: Page
    list: RecordView[Any]
    filter: QLineEdit
    read: Callable[[], None]


def _fill(workspace: Workspace) -> None:
    """Enter a payment for three of four people and a case for each household, straight into the tables: only their reading counts."""
    from sqlalchemy import insert, select  # noqa: PLC0415 - the case's own import

    from clerk_app.domain.contribution import Contribution, ContributionId, Insurance, Payer  # noqa: PLC0415 - as above
    from clerk_app.domain.dibao import DibaoCase, DibaoCaseId, DibaoClass, Stage  # noqa: PLC0415 - as above
    from clerk_app.domain.money import Money  # noqa: PLC0415 - as above
    from clerk_app.storage import records, tables  # noqa: PLC0415 - as above

    today = workspace.today()
    with workspace.store.writing() as connection:
        people = connection.execute(select(tables.PERSON.c.id)).scalars().all()
        households = connection.execute(select(tables.HOUSEHOLD.c.id)).scalars().all()
        payments = [
            Contribution(
                id=ContributionId(f"{place:026d}"), person_id=person, insurance=Insurance.PENSION, year=today.year,
                tier=Money(20_000 + place % 5 * 10_000), amount=Money(20_000 + place % 5 * 10_000),
                payer=Payer.PROXY if place % 20 == 0 else Payer.SELF, paid_on=population.FIRST_DAY, collector="测速员",
            )
            for place, person in enumerate(people) if place % 4
        ]  # fmt: skip
        cases = [
            DibaoCase(
                id=DibaoCaseId(f"{place:026d}"), household_id=household, number=f"DB{place:06d}", applied_on=population.FIRST_DAY,
                stage=(Stage.APPLICATION, Stage.SURVEY, Stage.GRANTED)[place % 3], rule_class=(DibaoClass.A, DibaoClass.C)[place % 2],
            )
            for place, household in enumerate(households)
        ]  # fmt: skip
        for table, kind, made in (
            (tables.CONTRIBUTION, records.CONTRIBUTION, payments),
            (tables.DIBAO_CASE, records.DIBAO_CASE, cases),
        ):
            connection.execute(insert(table), [{"id": one.id, "version": 1, **kind.to_row(one)} for one in made])  # type: ignore[arg-type]  # two kinds in one loop


@contextmanager
def _desk() -> Iterator[Context]:
    """Give a context over the filled village, in a program without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["CLERK_UI_FONT"] = "shipped"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the variables that Qt reads

    from clerk_app.settings import Settings  # noqa: PLC0415 - as above
    from clerk_app.ui.context import Context  # noqa: PLC0415 - as above
    from clerk_app.ui.desk import find_hits, read_frame  # noqa: PLC0415 - as above
    from clerk_app.ui.tasks import TaskRunner  # noqa: PLC0415 - as above
    from clerk_app.ui.theme import apply_theme  # noqa: PLC0415 - as above

    application = QApplication([])
    apply_theme(application, 100)
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(population.village(PEOPLE), Path(folder) / "village"))
        workspace = population.open_village(copied)
        _fill(workspace)
        tasks = TaskRunner()
        yield Context(
            workspace, tasks, Settings(), lambda words: find_hits(workspace, words), lambda: read_frame(workspace)
        )
        tasks.close(last=workspace.close)


def _wait(context: Context) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    while context.tasks.is_busy:
        QApplication.processEvents()
    _paint()


def _paint() -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _steps(shown: Shown) -> dict[str, Callable[[], object]]:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

    table, columns = shown.list.table, shown.list.model.columns
    steps: dict[str, Callable[[], object]] = {
        f"{letters!r} typed": partial(shown.filter.setText, letters) for letters in _LETTERS
    }
    for place, column in enumerate(columns):
        if not table.isColumnHidden(place):
            steps[f"by {column.name}"] = partial(table.sortByColumn, place, Qt.SortOrder.DescendingOrder)
    return steps | {"'z' typed when sorted": partial(shown.filter.setText, "z"), "all shown again": shown.filter.clear}


def _measured(make: Callable[[Context], Shown]) -> Figure:
    """Do every step on a page of its own, several times; the figure is the slowest step, each as quick as it was once."""
    quickest: dict[str, float] = {}
    pages = []
    with _desk() as context:
        for _ in range(_TIMES):
            shown = make(context)
            pages.append(shown.page)
            shown.page.resize(1366, 768)
            shown.page.show()
            shown.read()
            _wait(context)
            for name, step in _steps(shown).items():
                began = time.perf_counter()
                step()
                _paint()
                quickest[name] = min(time.perf_counter() - began, quickest.get(name, float("inf")))
            shown.page.hide()
            records = shown.list.model.records
        plain = _seconds(lambda: sorted(records, key=id))
    slowest = max(quickest, key=quickest.__getitem__)
    return Figure(
        value=quickest[slowest] * 1000,
        unit="ms",
        baseline=plain * 1000,
        baseline_is=f"sorting {len(records)} records by one number; the slowest is: {slowest}",
        demand=100,
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def households() -> Figure:
    """The slowest of filtering and sorting the list of 10,000 households."""

    def make(context: Context) -> Shown:
        from clerk_app.ui.context import Changed  # noqa: PLC0415 - the case's own import
        from clerk_app.ui.pages.households.listing import HouseholdList  # noqa: PLC0415 - as above

        page = HouseholdList(context)
        return Shown(page, page.view, page.filter, lambda: page.reload(Changed.ALL))

    return _measured(make)


def contributions() -> Figure:
    """The slowest of filtering and sorting the grid of 40,000 people, three of four of whom have paid."""

    def make(context: Context) -> Shown:
        from clerk_app.ui.context import Changed  # noqa: PLC0415 - the case's own import
        from clerk_app.ui.pages.contributions.page import ContributionsPage  # noqa: PLC0415 - as above

        page = ContributionsPage(context)
        return Shown(page, page.grid, page.bar.filter, lambda: page.reload(Changed.ALL))

    return _measured(make)


def dibao() -> Figure:
    """The slowest of filtering and sorting the list of 10,000 dibao cases."""

    def make(context: Context) -> Shown:
        from clerk_app.ui.context import Changed  # noqa: PLC0415 - the case's own import
        from clerk_app.ui.pages.dibao.overview import DibaoOverview  # noqa: PLC0415 - as above

        page = DibaoOverview(context)
        page.show_view("list")
        return Shown(page, page.list, page.filter, lambda: page.reload(Changed.ALL))

    return _measured(make)


def papers() -> Figure:
    """The slowest of filtering and sorting the 10,000 households to print for."""

    def make(context: Context) -> Shown:
        from clerk_app.ui.context import Changed  # noqa: PLC0415 - the case's own import
        from clerk_app.ui.pages.papers.page import PapersPage  # noqa: PLC0415 - as above

        page = PapersPage(context)
        return Shown(page, page.choosing.view, page.choosing.filter, lambda: page.reload(Changed.ALL))

    return _measured(make)


CASES: Final[dict[str, Callable[[], Figure]]] = {
    "list": households,
    "list-papers": papers,
    "list-dibao": dibao,
    "list-people": contributions,
}
