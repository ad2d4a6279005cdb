"""The lines of a packet: where they are parted, and when acts go on where others ended."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from clerk_app.domain.act import GENESIS, Act, Change, act_hash, to_line
from clerk_app.errors import UserError
from clerk_app.exchange import act_lines
from clerk_app.exchange.act_lines import ActLines, Run, Stretch, stretch_of
from clerk_app.exchange.manifest import Manifest, ManifestHead
from clerk_app.exchange.packet import build_archive
from tests.chains import ACTS, INSTALL, chain

_HEAD = ManifestHead(
    kind="acts",
    village_code="532325100201",
    village_name="清河村",
    install=INSTALL,
    epoch=1,
    number=1,
    state_digest="0" * 64,
    packs={},
    program="0",
    created_at="2026-03-16T01:00:00.000Z",
)
MANIFEST: Manifest = build_archive(_HEAD, ACTS, {}, bytes(range(32)))[0]
TEXT = "".join(to_line(act) + "\n" for act in ACTS).encode()
ELSEWHERE = structs.replace(ACTS[2], install="01990000-0000-7000-8000-0000000000ff")
RUNS: tuple[Sequence[Act], ...] = (
    ACTS,
    ACTS[1:],
    (*ACTS[:2], ACTS[3]),
    (*ACTS[:2], ELSEWHERE),
    chain(3, epoch=2),
    chain(3, salt="x"),
    (*ACTS[:2], structs.replace(ACTS[2], epoch=2)),
    tuple(structs.replace(act, number=act.number - 1) for act in ACTS),
    (),
)


@pytest.mark.parametrize("size", [1, 500, 10**6])
def test_spans_are_whole_lines_and_leave_none_out(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(act_lines, "_PORTION_BYTES", size)
    lines = ActLines(TEXT, MANIFEST)
    spans = list(lines.spans())
    assert b"".join(TEXT[begin:end] for begin, end in spans) == TEXT
    assert all(TEXT[begin:end].endswith(b"\n") for begin, end in spans)
    assert len(spans) == {1: 6, 500: 3, 10**6: 1}[size]
    assert tuple(lines) == tuple(ActLines(TEXT)) == ACTS


def test_lines_that_were_checked_are_not_checked_again() -> None:
    with pytest.raises(ValueError, match="checked"):
        ActLines(TEXT).run()


def test_stretch_says_where_acts_begin_and_end_and_what_they_bring() -> None:
    paid = Change("contribution", "c1", 0, {}, {"amount": 20_000})
    last = structs.replace(chain(1, after=ACTS[-1])[0], kind="record_contribution", changes=(paid,))
    last = structs.replace(last, hash=act_hash(last))
    assert stretch_of((*ACTS[4:], last)) == Stretch(
        INSTALL, 1, 5, ACTS[3].hash, 7, last.hash, {"register_household": 2, "record_contribution": 1}, 20_000
    )
    assert [stretch_of(acts) is None for acts in RUNS] == [False, False, True, True, False, False, True, False, True]


@given(first=st.sampled_from(RUNS), cut=st.integers(0, 6), second=st.sampled_from(RUNS), begin=st.integers(0, 6))
def test_acts_taken_together_are_those_taken_one_by_one(
    first: Sequence[Act], cut: int, second: Sequence[Act], begin: int
) -> None:
    pieces = (first[:cut], second[begin:])
    assert _told(pieces) == _told([(act,) for acts in pieces for act in acts])


def _told(parts: Sequence[Sequence[Act]]) -> str:
    run = Run(MANIFEST)
    try:
        for part in parts:
            run.take(part)
    except UserError as error:
        return error.message
    return ""


def test_first_act_of_a_run_follows_nothing_or_comes_later() -> None:
    first = stretch_of(ACTS[:2])
    assert first is not None
    assert first.previous == GENESIS
    assert Run(MANIFEST).goes_on(first)
    assert not Run(MANIFEST).goes_on(first._replace(previous="1" * 64))
    assert not Run(MANIFEST).goes_on(first._replace(epoch=2))
    later = stretch_of(ACTS[3:])
    assert later is not None
    assert Run(MANIFEST).goes_on(later)
