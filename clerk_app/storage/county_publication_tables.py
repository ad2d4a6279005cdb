"""The county's tables of what its publications say, so that they can go to a laptop that is admitted later, and of those taken back."""

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
