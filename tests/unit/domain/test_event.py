"""The kinds of events and their words."""

from __future__ import annotations

from clerk_app.domain.event import EventKind
from clerk_app.terms import ACT_KINDS


def test_every_kind_of_event_is_an_act_of_that_name() -> None:
    assert {kind.act_kind: kind.label for kind in EventKind} == {
        name: word for name, word in ACT_KINDS.items() if name.startswith("event_")
    }
