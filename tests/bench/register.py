"""What is measured of a register of 10,000 households and 35,000 people."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from tests.bench import population
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from clerk_app.storage.queries import HouseholdRow

PEOPLE: Final = 40_000
"""Four in a household: 10,000 households."""


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def open_household() -> Figure:
    """95th percentile of opening one of 10,000 households with its members, statuses and cases."""
    from clerk_app.services.households import list_households  # noqa: PLC0415 - the case's own import
    from clerk_app.ui.pages.households.reading import read_file  # noqa: PLC0415 - as above
    from clerk_app.ui.tasks import Progress  # noqa: PLC0415 - as above

    workspace = population.open_village(population.village(PEOPLE))
    some = list_households(workspace)[::100]
    progress = Progress(lambda _done, _total: None)
    taken = [_seconds(lambda row=row: read_file(workspace, row.id, None, progress)) for row in some]  # type: ignore[misc]  # bound now
    with workspace.store.reading() as connection:
        bare = [_seconds(lambda row=row: _row(connection, row)) for row in some]  # type: ignore[misc]  # as above
    workspace.close()
    return Figure(
        value=quantiles(taken, n=20)[-1] * 1000,
        unit="ms",
        baseline=quantiles(bare, n=20)[-1] * 1000,
        baseline_is="reading the household's row by its key",
        demand=50,
    )


def _row(connection: Connection, row: HouseholdRow) -> None:
    connection.exec_driver_sql("SELECT * FROM household WHERE id = ?", (row.id,)).all()


def past_day() -> Figure:
    """The register of 10,000 households on the day before 2,000 of them were changed."""
    from clerk_app.storage import past, queries  # noqa: PLC0415 - the case's own import

    workspace = population.open_village(population.village(PEOPLE))
    with workspace.store.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        instant = connection.exec_driver_sql(
            "SELECT at FROM journal WHERE position = ?", (count // 5 * 4,)
        ).scalar_one()

    def look() -> None:
        with workspace.store.reading() as connection, past.as_it_stood(connection, str(instant)):
            assert queries.household_rows(connection)

    def today() -> None:
        with workspace.store.reading() as connection:
            assert queries.household_rows(connection)

    taken, now = [_seconds(look) for _ in range(5)], [_seconds(today) for _ in range(5)]
    workspace.close()
    return Figure(value=median(taken), unit="s", baseline=median(now), baseline_is="the register of today", demand=1)


CASES: Final[dict[str, Callable[[], Figure]]] = {
    "household": open_household,
    "past": past_day,
}
