"""Settling acts at the county: what the rules say of them, applied by the village's own ``apply``, and kept with what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from clerk_app.domain.act import Act
from clerk_app.errors import UserError
from clerk_app.exchange.act_lines import Stretch
from clerk_app.exchange.protocol import (
    Base,
    BaseState,
    Judge,
    Judged,
    Known,
    Position,
    Standing,
    Verdict,
    base_state,
)
from clerk_app.services.county_portions import Portion
from clerk_app.services.making_ready import Ready
from clerk_app.services.touched import Touched
from clerk_app.storage import county as rows
from clerk_app.storage.apply import apply_all, apply_each, knows
from clerk_app.storage.county import EpochRow, InstallRow, KeptAct, Session
from clerk_app.storage.county_applied import add_applied
from clerk_app.storage.county_tables import target_of
from clerk_app.storage.record_rows import Target

NEWER: Final = "内容来自更新版本的程序：县里升级程序后自动入账。"
CONTESTED: Final = "另一台电脑同时终止或改动了同一记录，没有照办：村里核对后决定。"
_PORTION: Final = 500
_STATES: Final = {
    Verdict.APPLY: rows.APPLIED,
    Verdict.HOLD: rows.HELD,
    Verdict.FORK: rows.FORKED,
    Verdict.QUARANTINE: rows.QUARANTINED,
}


Numbers = Mapping[int, tuple[int, int]]
"""The first and the last number of acts, by their epoch."""


class Settled(NamedTuple):
    """What became of some acts: how many were applied and whose records they changed; and of any other its :class:`Judged`, when it was
    known, or its :class:`KeptAct` as it is now stored."""

    applied: int
    touched: Touched
    others: Sequence[Judged | KeptAct] = ()


def settle(
    session: Session,
    install: InstallRow,
    portions: Iterable[Portion],
    numbers: Numbers,
    packet: str,
    *,
    other_base: bool = False,
) -> Iterator[Settled]:
    """Judge acts of one install, apply those whose turn it is, keep the rest; give for each portion of acts what became of it.

    What is given need not be kept: a packet may hold more acts than memory should.
    """
    known = replace(_known(session, install, numbers), other_base=other_base)
    ledger = _Ledger(session, install, known, packet)
    reading = iter(portions)
    portion = next(reading, None)
    while portion is not None:
        settled = ledger.settle(portion)
        try:
            portion = next(reading, None)  # a server stores the last portion while this one is read
        finally:
            ledger.wait()
        yield settled
    ledger.note_head()


class _Ledger:
    """Settles the acts of one install, a portion at a time."""

    def __init__(self, session: Session, install: InstallRow, known: Known, packet: str) -> None:
        self._session = session
        self._install = install
        self._village = install.village
        self._target = target_of(install.village)
        self._known = known
        self._packet = packet
        self._judge = Judge(known)
        self._waits_for_newer = False
        """An act had contents that this program does not know: it and everything that would follow it are held."""
        self._followed: tuple[int, Stretch] | None = None
        """The place up to which acts have plainly followed, and the last stretch of them; not noted yet."""
        self._stored: Callable[[], None] | None = None
        """Waits until the acts of the last portion are stored."""

    def settle(self, portion: Portion) -> Settled:
        """Settle the next acts; before anything else is asked of the session, :meth:`wait` is to be called."""
        ready = portion.ready
        if ready is None or not self._applies(ready):
            self.note_head()
            return self._settle_each(portion.acts())
        self._judge.note_followed(ready.stretch, ready.hashes)
        place = self._followed[0] if self._followed else rows.last_position(self._session, self._village)
        self._stored = add_applied(self._session, self._village, self._packet, ready.kept, after=place)
        self._followed = (place + len(ready.hashes), ready.stretch)
        return Settled(len(ready.hashes), ready.touched)

    def _applies(self, ready: Ready) -> bool:
        """Apply acts when they plainly follow and all fit; say whether they do."""
        follows = self._judge.follows(ready.stretch) and not self._waits_for_newer
        return follows and apply_all(self._session, ready.steps, self._target)

    def wait(self) -> None:
        """Wait until what was handed over is stored."""
        stored, self._stored = self._stored, None
        if stored is not None:
            stored()

    def note_head(self) -> None:
        """Note the last act that plainly followed as the head of its epoch."""
        if self._followed is not None:
            last = self._followed[1]
            rows.move_head(self._session, last.install, last.epoch, last.number, last.hash)
            self._followed = None

    def _settle_each(self, acts: Sequence[Act]) -> Settled:
        """Settle acts of which not all simply follow and fit."""
        judged = [self._held_from_newer(self._judge.of(act)) for act in acts]
        turn = iter(_apply(self._session, self._target, [each.act for each in judged if each.verdict is Verdict.APPLY]))
        applied: list[Act] = []
        others: list[Judged | KeptAct] = []
        fresh: list[KeptAct] = []
        was_held: list[KeptAct] = []
        for each in judged:
            if each.verdict is Verdict.KNOWN:
                others.append(each)
                continue
            kept = (
                next(turn) if each.verdict is Verdict.APPLY else KeptAct(each.act, _STATES[each.verdict], each.reason)
            )
            if kept.state == rows.APPLIED:
                applied.append(kept.act)
            else:
                others.append(kept)
            was_here = each.act.hash in self._known.kept.get((each.act.epoch, each.act.number), ())
            (was_held if was_here else fresh).append(kept)
        _store(self._session, self._village, self._packet, fresh, was_held)
        touched = Touched()
        touched.add(applied)
        return Settled(len(applied), touched, others)

    def _held_from_newer(self, judged: Judged) -> Judged:
        applies = judged.verdict is Verdict.APPLY
        self._waits_for_newer = self._waits_for_newer or (applies and not knows(judged.act, self._target))
        return Judged(judged.act, Verdict.HOLD, NEWER) if self._waits_for_newer and applies else judged


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


def _apply(session: Session, target: Target, acts: Sequence[Act]) -> list[KeptAct]:
    held: set[str] = set()
    outcomes = tuple(apply_each(session, acts, target, lambda act: held.add(act.hash)))

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
        rows.move_head(session, last.install, last.epoch, last.number, last.hash)


def drain(session: Session, village: str) -> tuple[int, Touched]:
    """Settle the held acts of a village whose turn has come, until none is left; return how many, and whose records they changed."""
    count, touched = 0, Touched()
    progress = True
    while progress:
        progress = False
        for install in rows.installs(session, village):
            held = [kept.act for kept in rows.acts_in_state(session, village, install.id, (rows.HELD,))]
            if held and install.standing == Standing.ADMITTED:
                for settled in settle(session, install, _portions(held), _numbers(held), ""):
                    others = [each for each in settled.others if isinstance(each, KeptAct) and each.state != rows.HELD]
                    turned = settled.applied + len(others)
                    count += turned
                    touched.join(settled.touched)
                    progress = progress or bool(turned)
    return count, touched


def _portions(acts: Sequence[Act]) -> Iterator[Portion]:
    for begin in range(0, len(acts), _PORTION):
        yield Portion(partial(tuple, acts[begin : begin + _PORTION]))


def _numbers(acts: Sequence[Act]) -> Numbers:
    """Return the numbers of acts that stand in the order of their chain."""
    runs = {epoch: [act.number for act in run] for epoch, run in groupby(acts, key=lambda act: act.epoch)}
    return {epoch: (numbers[0], numbers[-1]) for epoch, numbers in runs.items()}
