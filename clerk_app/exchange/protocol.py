"""What to accept, hold, keep apart or refuse: the rules of the exchange, without files, keys or databases.

Each side tells what it knows and gets back what follows. The whole table of rules is in ``docs/packet-format.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from clerk_app.domain.act import GENESIS, Act
from clerk_app.exchange.act_lines import Stretch

HashAt = Callable[[int, int], str | None]
"""Gives the hash of the act with an epoch and number, or None where it is not known."""


class Standing(StrEnum):
    """How the county stands to an install."""

    WAITING = "waiting"
    ADMITTED = "admitted"
    REVOKED = "revoked"


class Verdict(StrEnum):
    """What becomes of one act at its receiver."""

    APPLY = "apply"
    KNOWN = "known"
    HOLD = "hold"
    FORK = "fork"
    QUARANTINE = "quarantine"


NOT_ADMITTED: Final = "这台电脑还没有获准报送：请核对指纹后准入。"
REVOKED: Final = "这台电脑已被撤销，撤销之后收到的变更只存放，不入账。"
GAP: Final = "前面还缺第 {number} 号变更：收到后自动入账。"
BASE_BEHIND: Final = "这一期开始时缺县里已入账的变更：村里导入回执后会自动补上。"
BASE_AHEAD: Final = "县里还缺上一期的变更：村里重新报送后自动入账。"
OTHER_HASH: Final = "同一个号有两笔不同的变更：这个数据文件夹被复制过，或从旧备份恢复过。"
OLD_EPOCH: Final = "这笔变更属于已经结束的一期：电脑恢复之后才送到。"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in an install's chain: the act with this number, and its hash. Number 0 is the beginning."""

    epoch: int
    number: int
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Base:
    """What an epoch stands on: the last act of another chain that the county had confirmed."""

    install: str
    epoch: int
    number: int
    hash: str


class BaseState(StrEnum):
    """How the base of a new epoch relates to what is applied here."""

    REACHED = "reached"
    BEHIND = "behind"
    AHEAD = "ahead"
    OTHER = "other"


def base_state(base: Base | None, applied: Position | None) -> BaseState:
    """Compare what a new epoch stands on with what is settled of the chain it names (None: nothing of it).

    Without a base, ``applied`` is that of the install itself: only its very first epoch may stand on nothing.
    """
    if base is None:
        return BaseState.REACHED if applied is None else BaseState.BEHIND
    here = applied or Position(base.epoch, 0)
    if (base.epoch, base.number) == (here.epoch, here.number):
        return BaseState.REACHED if base.hash == here.hash else BaseState.OTHER
    return BaseState.AHEAD if (base.epoch, base.number) > (here.epoch, here.number) else BaseState.BEHIND


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a receiver knows of one install.

    ``applied`` is the last settled act of its newest epoch (None: none yet), ``settled`` has by epoch and number the hash of each settled
    act, ``kept`` the hashes of those that lie here unapplied, ``opens`` says of an epoch not begun yet how its base relates to what is
    applied.
    ``other_base``: the sender says that the acts' epoch stands on something else than it said before.
    """

    standing: Standing
    applied: Position | None
    settled: Mapping[tuple[int, int], str]
    kept: Mapping[tuple[int, int], frozenset[str]]
    opens: Callable[[int], BaseState]
    other_base: bool = False


_NONE: Final = frozenset[str]()


class Judged(NamedTuple):
    """One act with its verdict; ``reason`` is empty for those that apply or are known."""

    act: Act
    verdict: Verdict
    reason: str = ""


class Judge:
    """Gives the verdicts on the acts of one install, in their order: an act that applies makes room for the next."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._head: Position | Act | Stretch | None = known.applied
        self._apart: set[int] = set()
        self._seen: dict[tuple[int, int], str] = {}

    def of(self, act: Act) -> Judged:
        """Return the verdict on the next act."""
        known = self._known
        place = (act.epoch, act.number)
        settled = self._seen.get(place) or known.settled.get(place)
        kept = known.kept.get(place, _NONE)
        if settled == act.hash:
            judged = Judged(act, Verdict.KNOWN)
        elif known.standing is Standing.REVOKED:
            judged = Judged(act, Verdict.KNOWN if act.hash in kept else Verdict.QUARANTINE, REVOKED)
        elif settled is not None or known.other_base or act.epoch in self._apart or (kept and kept - {act.hash}):
            judged = Judged(act, Verdict.FORK, OTHER_HASH)
        elif known.standing is Standing.WAITING:
            judged = Judged(act, Verdict.KNOWN if act.hash in kept else Verdict.HOLD, NOT_ADMITTED)
        else:
            judged = _judge_new(known, self._head, act)
        if judged.verdict is Verdict.APPLY:
            self.note_applied((act,))
        elif judged.verdict is Verdict.FORK:
            self._apart.add(act.epoch)
        return judged

    def follows(self, stretch: Stretch) -> bool:
        """Say whether all acts of a stretch would plainly apply: nothing lies here beside the chain, and it follows the last settled one.

        True is what :meth:`of` would say of each; False says nothing. No act is noted.
        """
        known, head = self._known, self._head
        if known.standing is not Standing.ADMITTED or known.other_base or known.kept or self._apart or head is None:
            return False
        return (stretch.epoch, stretch.first, stretch.previous) == (head.epoch, head.number + 1, head.hash)

    def note_applied(self, acts: Sequence[Act]) -> None:
        """Note acts that apply."""
        self._seen.update([((act.epoch, act.number), act.hash) for act in acts])
        self._head = acts[-1]

    def note_followed(self, stretch: Stretch, hashes: Iterable[str]) -> None:
        """Note a stretch that applies, with the hash of each of its acts."""
        self._seen.update([((stretch.epoch, number), digest) for number, digest in enumerate(hashes, stretch.first)])
        self._head = stretch


def _judge_new(known: Known, head: Position | Act | Stretch | None, act: Act) -> Judged:
    if head is not None and act.epoch < head.epoch:
        return Judged(act, Verdict.FORK, OLD_EPOCH)
    if head is not None and act.epoch == head.epoch:
        if act.number == head.number + 1:
            fits = act.previous == head.hash
            return Judged(act, Verdict.APPLY) if fits else Judged(act, Verdict.FORK, OTHER_HASH)
        return Judged(act, Verdict.HOLD, GAP.format(number=head.number + 1))
    state = known.opens(act.epoch)
    if state is BaseState.OTHER:
        return Judged(act, Verdict.FORK, OTHER_HASH)
    if state is not BaseState.REACHED:
        return Judged(act, Verdict.HOLD, BASE_AHEAD if state is BaseState.AHEAD else BASE_BEHIND)
    if act.number > 1:
        return Judged(act, Verdict.HOLD, GAP.format(number=1))
    return Judged(act, Verdict.APPLY)


def is_behind(here: tuple[int, int], seen: tuple[int, int]) -> bool:
    """Say whether a sender has seen a packet (epoch, number) of ours beyond the last we know of: we were restored."""
    return seen > here


# the village's side


@dataclass(frozen=True, slots=True)
class Told:
    """One act that an answer names, with the sentence why."""

    epoch: int
    number: int
    hash: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a county's answer says of one install. ``applied`` is the last settled act of each epoch, ``apart`` are acts it keeps
    beside the chain (a fork, or late), whole.
    """

    install: str
    standing: Standing
    applied: tuple[Position, ...] = ()
    held: tuple[Told, ...] = ()
    refused: tuple[Told, ...] = ()
    apart: tuple[tuple[Act, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What follows from an answer at the village.

    ``acknowledged`` is the position to note for each epoch that agrees; what is not named any more is not acknowledged. ``behind``
    are the positions of the county that this laptop does not have: it was restored from an old copy, or its folder was copied.
    ``forked`` says that acts of its chain lie apart at the county and will never be settled as they are. ``strange`` are acts kept
    apart there that this laptop never had; a person must look at them.
    """

    acknowledged: tuple[Position, ...]
    behind: tuple[Position, ...]
    forked: bool
    refused: tuple[Told, ...]
    held: tuple[Told, ...]
    strange: tuple[tuple[Act, str], ...] = field(default=())


def read_answer(answer: Answer, own: HashAt, given_up: Container[str] = ()) -> Reading:
    """Say what an answer means to an install whose chain ``own`` gives; ``given_up`` are hashes of acts it did again since."""
    agreed = [place for place in answer.applied if place.number == 0 or own(place.epoch, place.number) == place.hash]
    ours = [own(act.epoch, act.number) == act.hash for act, _ in answer.apart]
    return Reading(
        acknowledged=tuple(agreed),
        behind=tuple(place for place in answer.applied if place not in agreed),
        forked=any(ours),
        refused=tuple(told for told in answer.refused if own(told.epoch, told.number) == told.hash),
        held=tuple(told for told in answer.held if own(told.epoch, told.number) == told.hash),
        strange=tuple(
            each
            for each, is_ours in zip(answer.apart, ours, strict=True)
            if not is_ours and each[0].hash not in given_up
        ),
    )


@dataclass(frozen=True, slots=True)
class Rebase:
    """How a laptop that fell behind goes on: ``lost`` acts to take over, ``redo`` own acts to do again after them."""

    lost: tuple[Act, ...]
    redo: tuple[Act, ...]


def plan_rebase(own: Sequence[Act], county: Sequence[Act], confirmed: Sequence[Position]) -> Rebase | None:
    """Return what to take over and what to do again, or None when the county's acts do not join what both have.

    ``own`` is what this install wrote, in order, ``county`` the acts that the county sent, ``confirmed`` its last settled act of
    each epoch, which they must reach.
    """
    hashes = {(act.epoch, act.number): act.hash for act in own}
    common: dict[int, int] = {}
    lost: list[Act] = []
    for place in confirmed:
        if place.number == 0 or hashes.get((place.epoch, place.number)) == place.hash:
            common[place.epoch] = place.number
            continue
        sent = [act for act in county if act.epoch == place.epoch]
        missing = [act for act in sent if hashes.get((act.epoch, act.number)) != act.hash]
        if not _joins(missing, place, hashes):
            return None
        common[place.epoch] = missing[0].number - 1
        lost += missing
    return Rebase(tuple(lost), tuple(act for act in own if act.number > common.get(act.epoch, 0)))


def _joins(missing: Sequence[Act], place: Position, own: Mapping[tuple[int, int], str]) -> bool:
    """Say whether these acts lead without a gap from an act we have (or the beginning) to the county's last."""
    if not missing:
        return False
    first = missing[0].number
    before = GENESIS if first == 1 else own.get((place.epoch, first - 1))
    for number, act in enumerate(missing, first):
        if (act.number, act.previous) != (number, before):
            return False
        before = act.hash
    return (missing[-1].number, before) == (place.number, place.hash)
