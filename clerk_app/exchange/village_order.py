"""The village's one order: how the county tells each laptop in which order it settled the acts of all, and what each laptop has seen.

``docs/packet-format.md`` lists the keys of the documents ``order`` and ``seen``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from clerk_app.domain.act import GENESIS, Act
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.spelling import exact_bytes, list_of, matching, number_of, read_exact, require_keys

ORDER: Final = "order"
OTHERS: Final = "others"
SEEN: Final = "seen"
"""Names of documents: the order and the other laptops' acts in an answer, what a laptop has seen in its packet."""
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_INSTALL: Final = re.compile(r"[0-9a-z-]{8,64}")
_MOST: Final = 1_000_000
"""Far more runs than two laptops of a village make in a working life."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One settled act: its place in its install's chain, its hash, and whether the county refused it."""

    install: str
    epoch: int
    number: int
    hash: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Acts ``first`` to ``last`` of an install's epoch, settled one after the other; ``refused`` are those numbers that changed nothing."""

    install: str
    epoch: int
    first: int
    last: int
    refused: tuple[int, ...] = ()

    def __len__(self) -> int:
        return self.last - self.first + 1

    @property
    def places(self) -> Iterable[tuple[str, int, int]]:
        """The acts' places in order."""
        return ((self.install, self.epoch, number) for number in range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a laptop knows the village's order: how many settled acts, and their digest.

    ``seat`` is the number by which it marks what it numbers: 1 for the first laptop, 0 for one that has none yet.
    """

    position: int = 0
    digest: str = GENESIS
    seat: int = 1


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop of the village: its seat (0: none yet) and how the county stands to it."""

    install: str
    seat: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What follows in the village's order after what both sides have: ``after`` and ``digest`` say where it begins, ``end`` is the digest
    after the last run. ``seat`` is the receiver's.
    """

    after: int
    digest: str
    runs: tuple[Run, ...]
    end: str
    seat: int
    laptops: tuple[Laptop, ...]


def digest_after(digest: str, settled: Iterable[tuple[str, bool]]) -> str:
    """Return the digest of the order after these acts (hash, refused), begun from the digest before them."""
    for act_hash, refused in settled:
        digest = hashlib.sha256(f"{digest}{act_hash}{'-' if refused else '+'}".encode("ascii")).hexdigest()
    return digest


def runs_of(settled: Iterable[Settled]) -> tuple[Run, ...]:
    """Return the acts of an order as runs, as few as there can be."""
    runs: list[Run] = []
    for act in settled:
        last = runs[-1] if runs else None
        refused = (act.number,) if act.refused else ()
        if last is not None and (last.install, last.epoch, last.last + 1) == (act.install, act.epoch, act.number):
            runs[-1] = replace(last, last=act.number, refused=last.refused + refused)
        else:
            runs.append(Run(act.install, act.epoch, act.number, act.number, refused))
    return tuple(runs)


def cut(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Return the runs of the first ``length`` acts."""
    kept: list[Run] = []
    for run in runs:
        if length <= 0:
            break
        last = min(run.last, run.first + length - 1)
        kept.append(replace(run, last=last, refused=tuple(number for number in run.refused if number <= last)))
        length -= len(run)
    return tuple(kept)


def order_to_tell(settled: Sequence[Settled], seen: Seen, seat: int, laptops: Sequence[Laptop]) -> Order:
    """Return what a laptop that has seen this much must be told: from the beginning, when it stands on another order."""
    known = settled[: seen.position]
    digest = digest_after(GENESIS, ((act.hash, act.refused) for act in known))
    after = seen.position if (len(known), digest) == (seen.position, seen.digest) else 0
    start = digest if after else GENESIS
    return Order(
        after=after,
        digest=start,
        runs=runs_of(settled[after:]),
        end=digest_after(start, ((act.hash, act.refused) for act in settled[after:])),
        seat=seat,
        laptops=tuple(laptops),
    )


def is_linked(acts: Iterable[Act], known: Iterable[Act] = ()) -> bool:
    """Say whether acts of several laptops follow each other without a gap in each chain, begun from those that are known."""
    heads = {(act.install, act.epoch): act for act in known}
    for act in acts:
        before = heads.get((act.install, act.epoch))
        expected = (1, GENESIS) if before is None else (before.number + 1, before.hash)
        if (act.number, act.previous) != expected:
            return False
        heads[act.install, act.epoch] = act
    return True


def seen_bytes(seen: Seen) -> bytes:
    """Return the document ``seen`` as it stands in the packet."""
    return exact_bytes({"position": seen.position, "digest": seen.digest, "seat": seen.seat})


def read_seen(data: bytes | None) -> Seen:
    """Read the document ``seen``; an older program sends none. Raises UserError when it is wrong."""

    def read(raw: Any) -> Seen:
        require_keys(raw, "position", "digest", "seat")
        return Seen(number_of(raw["position"]), matching(_HASH, raw["digest"]), number_of(raw["seat"]))

    return Seen() if data is None else read_exact(data, read, _wrong)


def order_bytes(order: Order) -> bytes:
    """Return the document ``order`` as it stands in the packet."""
    return exact_bytes(
        {
            "after": order.after,
            "digest": order.digest,
            "runs": [
                {"install": r.install, "epoch": r.epoch, "first": r.first, "last": r.last, "refused": list(r.refused)}
                for r in order.runs
            ],
            "end": order.end,
            "seat": order.seat,
            "laptops": [{"install": i.install, "seat": i.seat, "standing": i.standing.value} for i in order.laptops],
        }
    )


def read_order(data: bytes) -> Order:
    """Read the document ``order``; raises UserError when it is wrong."""

    def read(raw: Any) -> Order:
        require_keys(raw, "after", "digest", "runs", "end", "seat", "laptops")
        return Order(
            after=number_of(raw["after"]),
            digest=matching(_HASH, raw["digest"]),
            runs=tuple(_run(each) for each in list_of(raw["runs"], _MOST)),
            end=matching(_HASH, raw["end"]),
            seat=number_of(raw["seat"]),
            laptops=tuple(_laptop(each) for each in list_of(raw["laptops"], _MOST)),
        )

    return read_exact(data, read, _wrong)


def _run(raw: Any) -> Run:
    require_keys(raw, "install", "epoch", "first", "last", "refused")
    first = number_of(raw["first"], 1)
    last = number_of(raw["last"], first)
    refused = tuple(number_of(each, first) for each in list_of(raw["refused"], _MOST))
    if any(number > last for number in refused):
        raise ValueError("refused")
    return Run(matching(_INSTALL, raw["install"]), number_of(raw["epoch"], 1), first, last, refused)


def _laptop(raw: Any) -> Laptop:
    require_keys(raw, "install", "seat", "standing")
    return Laptop(matching(_INSTALL, raw["install"]), number_of(raw["seat"]), Standing(raw["standing"]))


def _wrong() -> UserError:
    return UserError("回执里各台电脑的先后次序看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。")
