"""The kinds of events and their words."""

from __future__ import annotations

import pytest

from clerk_app.domain.event import EventKind, event_meant
from clerk_app.terms import ACT_KINDS


def test_every_kind_of_event_is_an_act_of_that_name() -> None:
    assert {kind.act_kind: kind.label for kind in EventKind} == {
        name: word for name, word in ACT_KINDS.items() if name.startswith("event_")
    }


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("因病去世", EventKind.DEATH),
        ("外嫁山东", EventKind.MARRIAGE_OUT),
        ("外出务工", EventKind.AWAY),
        ("分户另过", EventKind.SPLIT),
        ("并入弟弟家", EventKind.MOVE),
        ("登记有误", None),
        ("参军", None),
    ],
    ids=["death", "marriage", "away", "split", "move", "wrong entry", "army"],
)
def test_reason_for_leaving_that_is_an_event_is_known(reason: str, kind: EventKind | None) -> None:
    assert event_meant(reason) is kind
