"""Settling acts at the county: what the rules say of them, applied by the village's own ``apply``, and kept with what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Final

from clerk_app.domain.act import Act
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import (
    Base,
    BaseState,
    Judged,
    Known,
    Position,
    Standing,
    Verdict,
    base_state,
    judge,
)
from clerk_app.storage import county as rows
from clerk_app.storage.apply import apply_each, knows
from clerk_app.storage.county import EpochRow, InstallRow, KeptAct, Session
from clerk_app.storage.county_tables import target_of

NEWER: Final = "内容来自更新版本的程序：县里升级程序后自动入账。"
CONTESTED: Final = "另一台电脑同时终止或改动了同一记录，没有照办：村里核对后决定。"
_PORTION: Final = 2_000
_STATES: Final = {
    Verdict.APPLY: rows.APPLIED,
    Verdict.HOLD: rows.HELD,
    Verdict.FORK: rows.FORKED,
    Verdict.QUARANTINE: rows.QUARANTINED,
}


Numbers = Mapping[int, tuple[int, int]]
"""The first and the last number of acts, by their epoch."""


def settle(
    session: Session,
    install: InstallRow,
    acts: Iterable[Act],
    numbers: Numbers,
    packet: str,
    *,
    other_base: bool = False,
) -> Iterator[tuple[Judged | KeptAct, ...]]:
    """Judge acts of one install, apply those whose turn it is, keep the rest; give for each what became of it, some thousand at a time.

    An act that was known gives its :class:`Judged`, any other its :class:`KeptAct` as it is now stored. What is given need not be
    kept: a packet may hold more acts than memory should.
    """
    known = replace(_known(session, install, numbers), other_base=other_base)
    judged = _held_from_newer(judge(known, acts), install.village)
    while portion := tuple(islice(judged, _PORTION)):
        outcome = _settle_portion(session, install, known, portion, packet)
        del portion  # its memory serves the next one
        yield outcome
        del outcome


def _settle_portion(
    session: Session, install: InstallRow, known: Known, judged: Sequence[Judged], packet: str
) -> tuple[Judged | KeptAct, ...]:
    settled = iter(_apply(session, install.village, [each for each in judged if each.verdict is Verdict.APPLY]))
    outcome: list[Judged | KeptAct] = []
    fresh: list[KeptAct] = []
    was_held: list[KeptAct] = []
    for each in judged:
        if each.verdict is Verdict.KNOWN:
            outcome.append(each)
            continue
        kept = next(settled) if each.verdict is Verdict.APPLY else KeptAct(each.act, _STATES[each.verdict], each.reason)
        outcome.append(kept)
        if known.kept and each.act.hash in known.kept.get((each.act.epoch, each.act.number), ()):
            was_held.append(kept)
        else:
            fresh.append(kept)
    _store(session, install.village, packet, fresh, was_held)
    return tuple(outcome)


def _known(session: Session, install: InstallRow, numbers: Numbers) -> Known:
    epochs = rows.epochs(session, install.id)
    settled: dict[tuple[int, int], str] = {}
    kept: dict[tuple[int, int], frozenset[str]] = {}
    for epoch, span in numbers.items():
        there = rows.known_hashes(session, install.village, install.id, epoch, span)
        settled |= {(epoch, number): digest for number, digest in there[0].items()}
        kept |= {(epoch, number): frozenset(digests) for number, digests in there[1].items()}
    return Known(
        standing=Standing(install.standing),
        applied=head_of(epochs),
        settled=settled,
        kept=kept,
        opens=lambda epoch: _opens(session, install, epochs, epoch),
    )


def head_of(epochs: dict[int, EpochRow]) -> Position | None:
    """Return the last settled act of the newest epoch that has one, or None."""
    begun = [row for row in epochs.values() if row.number]
    return None if not begun else Position(begun[-1].epoch, begun[-1].number, begun[-1].hash)


def base_of(row: EpochRow) -> Base | None:
    """Return what an epoch stands on, or None."""
    if row.base_install is None:
        return None
    return Base(row.base_install, row.base_epoch or 0, row.base_number or 0, row.base_hash or "")


def _opens(session: Session, install: InstallRow, epochs: dict[int, EpochRow], epoch: int) -> BaseState:
    base = base_of(epochs[epoch])
    if base is None:
        return base_state(None, head_of(epochs))
    of_base = rows.install(session, base.install)
    if of_base is None or of_base.village != install.village:
        return BaseState.OTHER
    return base_state(base, head_of(rows.epochs(session, base.install)))


def _held_from_newer(judged: Iterable[Judged], village: str) -> Iterator[Judged]:
    """Hold, from the first act with contents that this program does not know, everything that would follow it."""
    target = target_of(village)
    held = False
    for each in judged:
        applies = each.verdict is Verdict.APPLY
        held = held or (applies and not knows(each.act, target))
        yield Judged(each.act, Verdict.HOLD, NEWER) if held and applies else each


def _apply(session: Session, village: str, judged: Sequence[Judged]) -> list[KeptAct]:
    acts = [each.act for each in judged]
    held: set[str] = set()
    outcomes = tuple(apply_each(session, acts, target_of(village), lambda act: held.add(act.hash)))

    def kept(act: Act, problem: UserError | None) -> KeptAct:
        if problem is not None:
            return KeptAct(act, rows.REFUSED, problem.message)
        return KeptAct(act, rows.CONTESTED, CONTESTED) if act.hash in held else KeptAct(act, rows.APPLIED, "")

    return [kept(act, problem) for act, problem in zip(acts, outcomes, strict=True)]


def _store(session: Session, village: str, packet: str, fresh: Sequence[KeptAct], was_held: Sequence[KeptAct]) -> None:
    # Positions follow the chain: in one run, acts that were held may stand between new ones.
    settled = [kept for kept in (*fresh, *was_held) if kept.state in rows.SETTLED]
    if was_held:
        settled.sort(key=lambda kept: (kept.act.epoch, kept.act.number))
    first = rows.last_position(session, village) + 1 if settled else 0
    positions = {kept.act.hash: place for place, kept in enumerate(settled, first)}
    rows.settle_acts(session, village, was_held, positions)
    rows.add_acts(session, village, packet, fresh, positions)
    for last in {kept.act.epoch: kept.act for kept in settled}.values():
        rows.move_head(session, last)


def drain(session: Session, village: str) -> list[KeptAct]:
    """Settle the held acts of a village whose turn has come, until none is left; return them."""
    done: list[KeptAct] = []
    progress = True
    while progress:
        progress = False
        for install in rows.installs(session, village):
            held = [kept.act for kept in rows.acts_in_state(session, village, install.id, (rows.HELD,))]
            if held and install.standing == Standing.ADMITTED:
                turned = [
                    each
                    for portion in settle(session, install, held, _numbers(held), "")
                    for each in portion
                    if isinstance(each, KeptAct) and each.state != rows.HELD
                ]
                done += turned
                progress = progress or bool(turned)
    return done


def _numbers(acts: Sequence[Act]) -> Numbers:
    """Return the numbers of acts that stand in the order of their chain."""
    runs = {epoch: [act.number for act in run] for epoch, run in groupby(acts, key=lambda act: act.epoch)}
    return {epoch: (numbers[0], numbers[-1]) for epoch, numbers in runs.items()}
