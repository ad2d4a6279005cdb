"""Whether a county has the very rows of a village."""

from __future__ import annotations

from sqlalchemy import select

from clerk_app.services.accounts import the_village
from clerk_app.services.workspace import Workspace
from clerk_app.storage.county_tables import RECORDS
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
