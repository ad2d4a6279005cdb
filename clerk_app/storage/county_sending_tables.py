"""The county's tables of what goes along with its answers: what its publications say, which were taken back, which papers went to whom."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Table, Text

from clerk_app.storage.county_tables import METADATA

PUBLISHED_CONTENT: Final = Table(
    "county_published_content",
    METADATA,
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("village", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("content", Text, nullable=False),
)
"""What a publication says to a village, in canonical JSON; under an empty code what it says to every village without a row of its own.
A village with neither was not meant."""

WITHDRAWN: Final = Table(
    "county_withdrawn",
    METADATA,
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
"""The publications that the county took back: they go to nobody any more."""

PAPER_SENT: Final = Table(
    "county_paper_sent",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("packets", BigInteger, nullable=False),
)
"""The attached files of offered households that were written for a laptop, with how many packets of it had come by then."""
