"""Applied acts as rows and as lines of a COPY: what comes back is the act, whatever its texts hold, on both databases."""

from __future__ import annotations

from typing import Final

import pytest
from msgspec import structs
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from clerk_app.domain.act import Act, Change, act_hash, canonical_lines
from clerk_app.storage.act_rows import kept_of
from clerk_app.storage.county import act_of
from clerk_app.storage.county_applied import add_applied
from clerk_app.storage.county_tables import ACT
from tests.chains import chain
from tests.county_builders import VILLAGES, Exchange

_ODD: Final = 'a\\b\tc\nd\re"f\x01\x7f\u2028\N{FAMILY},"changes":[],"epoch":1,"hash":"\\N \\. ，𬭎'


def odd(act: Act) -> Act:
    change = Change("household", _ODD, 0, {"changes": _ODD}, {_ODD: _ODD, "epoch": 1, "note": None})
    act = structs.replace(act, id=_ODD, by=_ODD, subject=_ODD, reason=_ODD, changes=(change, change))
    return structs.replace(act, hash=act_hash(act))


@pytest.mark.parametrize("count", [1, 3, 700])
def test_acts_come_back_as_they_were(either: Exchange, count: int) -> None:
    plain = chain(count)
    acts = [odd(act) if act.number % 3 == 1 else act for act in plain]
    kept = kept_of(acts, canonical_lines(acts), as_lines=either.county.store.on_server)
    with either.county.store.writing(VILLAGES[0]) as session:
        add_applied(session, VILLAGES[0], "p" * 64, kept, after=5)()
    with either.county.store.reading() as session:
        rows = session.execute(select(ACT).order_by(ACT.c.position)).mappings().all()
    assert [act_of(row) for row in rows] == acts
    assert [row["position"] for row in rows] == list(range(6, 6 + count))
    assert {(row["village"], row["state"], row["why"], row["packet"]) for row in rows} == {
        (VILLAGES[0], "applied", "", "p" * 64)
    }


def test_act_that_is_there_is_refused_as_by_any_statement(either: Exchange) -> None:
    acts = chain(2)
    kept = kept_of(
        [acts[0], acts[1], acts[0]], canonical_lines([*acts, acts[0]]), as_lines=either.county.store.on_server
    )
    with pytest.raises(IntegrityError), either.county.store.writing(VILLAGES[0]) as session:
        add_applied(session, VILLAGES[0], "p" * 64, kept, after=0)()
    with either.county.store.reading() as session:
        assert session.execute(select(ACT)).all() == []
