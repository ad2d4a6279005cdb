"""The acts of a packet as they stand in it: lines, read some hundred at a time, and held against each other and the manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from clerk_app.domain.act import GENESIS, Act, acts_of_checked_lines, from_canonical_lines
from clerk_app.errors import UserError
from clerk_app.exchange.manifest import Manifest, contribution_fen

_PORTION_BYTES: Final = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ActLines:
    """The acts of a packet, in their order. Each is made when it is asked for: all at once would be five times their text.

    ``unchecked`` is the manifest that the lines are still to be held against: then each is checked as it is given, and going through
    them raises UserError at what is wrong, at the latest after the last.
    """

    text: bytes = field(repr=False)
    unchecked: Manifest | None = None

    def __iter__(self) -> Iterator[Act]:
        return chain.from_iterable(self._portions())

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give where whole lines begin and end, some hundred at a time: as many as the processor keeps near at hand."""
        begin = 0
        while begin < len(self.text):
            end = self.text.find(b"\n", min(begin + _PORTION_BYTES, len(self.text) - 1)) + 1
            yield begin, end
            begin = end

    def run(self) -> Run:
        """Begin to hold the lines against their manifest; raises UserError when they do not end as lines do."""
        if self.unchecked is None:
            raise ValueError("these lines have been checked")
        if self.text and not self.text.endswith(b"\n"):
            raise _broken()
        return Run(self.unchecked)

    def _portions(self) -> Iterator[Sequence[Act]]:
        if self.unchecked is None:
            for begin, end in self.spans():
                yield acts_of_checked_lines(self.text[begin:end])
            return
        run = self.run()
        for begin, end in self.spans():
            yield run.read(self.text[begin:end])
        run.end()


class Stretch(NamedTuple):
    """What is to be known of acts of one install and epoch that follow each other, to see that they go on where others ended.

    ``first`` is the number of the first of them and ``previous`` the hash before it, ``number`` and ``hash`` are those of the last;
    ``counts`` how many there are of each kind, ``money_fen`` what they bring in contributions.
    """

    install: str
    epoch: int
    first: int
    previous: str
    number: int
    hash: str
    counts: Mapping[str, int]
    money_fen: int


def stretch_of(acts: Sequence[Act]) -> Stretch | None:
    """Return the stretch of some acts; None when there are none, or they do not follow each other."""
    if not acts:
        return None
    install, epoch, first, previous = acts[0].install, acts[0].epoch, acts[0].number, acts[0].previous
    number, digest = first - 1, previous
    for act in acts:
        number += 1
        if act.number != number or act.previous != digest or act.epoch != epoch or act.install != install:
            return None
        digest = act.hash
    counts = dict(Counter([act.kind for act in acts]))
    return Stretch(install, epoch, first, previous, number, digest, counts, contribution_fen(acts))


class Run:
    """Acts held against each other and against their manifest, some at a time."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._first = self._number = 0
        self._hash = GENESIS
        self._counts: Counter[str] = Counter()
        self._fen = 0

    def read(self, text: bytes) -> Sequence[Act]:
        """Read the next lines and take their acts; raises UserError for what is wrong among them."""
        try:
            acts = from_canonical_lines(text)
        except UnicodeDecodeError:
            raise _broken() from None
        self.take(acts)
        return acts

    def take(self, acts: Sequence[Act]) -> None:
        """Take the next acts; raises UserError for one that is not of this run."""
        stretch = stretch_of(acts)
        if acts and (stretch is None or not self.goes_on(stretch)):
            raise self._what_is_wrong(acts)

    def goes_on(self, stretch: Stretch) -> bool:
        """Take the next acts when they are of this run; say whether they are."""
        follows = (stretch.first, stretch.previous) == (self._number + 1, self._hash)
        begins = not self._first and stretch.first > 1
        of_it = (stretch.install, stretch.epoch) == (self._manifest.install, self._manifest.epoch)
        if not of_it or not (follows or begins):
            return False
        self._first = self._first or stretch.first
        self._number, self._hash = stretch.number, stretch.hash
        self._counts.update(stretch.counts)
        self._fen += stretch.money_fen
        return True

    def _what_is_wrong(self, acts: Sequence[Act]) -> UserError:
        install, epoch = self._manifest.install, self._manifest.epoch
        number, digest = self._number, self._hash
        remaining = iter(acts)
        while True:  # one of them is wrong
            act = next(remaining)
            if act.install != install or act.epoch != epoch:
                return UserError(
                    "第 {number} 号变更记录不是这台电脑这一期的：请回到原来的电脑重新导出。", number=act.number
                )
            if (act.number != number + 1 or act.previous != digest) and (number or act.number <= 1):
                return UserError(
                    "第 {number} 号变更记录接不上前一号，中间缺了或被改动过：请回到原来的电脑重新导出。",
                    number=act.number,
                )
            number, digest = act.number, act.hash

    def end(self) -> None:
        """Raise UserError when the acts that were taken are not those that the manifest states."""
        manifest = self._manifest
        if (self._first, self._number) != (manifest.first_act, manifest.last_act) or self._counts != manifest.counts:
            raise UserError("变更记录的起止号或件数与清单不符：请回到原来的电脑重新导出。")
        if self._number and self._hash != manifest.chain_head:
            raise UserError("最后一号变更记录与清单上的链头不符：请回到原来的电脑重新导出。")
        if self._fen != manifest.money_fen:
            raise UserError("缴费金额合计与清单不符：请回到原来的电脑重新导出。")


def _broken() -> UserError:
    return UserError("报送文件里的变更记录看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。")
