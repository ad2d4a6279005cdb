"""What a county has of a village: the very same rows, the acts with what became of them."""

from __future__ import annotations

from sqlalchemy import select

from clerk_app.services.accounts import the_village
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage.county_tables import ACT, RECORDS
from clerk_app.storage.tables import RECORD_TABLES
from tests.county_builders import Exchange


def same_records(exchange: Exchange, village: Workspace) -> bool:
    """Say whether the county has the very rows of a village."""
    code = the_village(village).code
    with exchange.county.store.reading() as county, village.store.reading() as own:
        for table in RECORD_TABLES:
            names = table.c.keys()
            copy = RECORDS[table.name]
            there = county.execute(select(*(copy.c[n] for n in names)).where(copy.c.village == code)).all()
            here = own.execute(select(*(table.c[n] for n in names))).all()
            if sorted(map(repr, there)) != sorted(map(repr, here)):
                return False
    return True


def settled_acts(session: rows.Session, village: str) -> tuple[rows.KeptAct, ...]:
    """Return the settled acts of a village with what became of them, in the order of settling."""
    statement = select(ACT).where(ACT.c.village == village, ACT.c.position > 0).order_by(ACT.c.position)
    return tuple(
        rows.KeptAct(rows.act_of(row), row["state"], row["why"]) for row in session.execute(statement).mappings()
    )
