"""A packet's acts, some hundred at a time: read, checked, and made ready to be stored as far as that goes without the database."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from clerk_app.domain.act import Act, acts_of_checked_lines, canonical_lines, from_canonical_lines
from clerk_app.errors import UserError
from clerk_app.exchange.act_lines import ActLines, Stretch, stretch_of
from clerk_app.services.county_doubles import Touched
from clerk_app.services.reading_ahead import ReadingAhead
from clerk_app.storage.county import row_of
from clerk_app.storage.county_tables import target_of
from clerk_app.storage.record_rows import Brought, whole_records
from clerk_app.storage.shapes import Values

_WORTH_A_PROCESS: Final = 16 * 1024 * 1024
"""From so many bytes a process that reads ahead gains more than the half second that it takes to start."""
_QUICKEST: Final = 2
"""The version of ``marshal`` that looks for nothing that stands there twice."""
_ANY: Final = target_of("")
"""What a record may hold is the same in every village."""


class Ready(NamedTuple):
    """Acts that follow each other, ready to be stored: what they are like together, what is kept of each, what they do to the records
    (what they bring, or the act itself where that depends on what is there), and whose records these are.
    """

    stretch: Stretch
    rows: Sequence[Values]
    steps: Sequence[Act | Brought]
    touched: Touched


@dataclass(frozen=True, slots=True)
class Portion:
    """Some acts of one install in their order, made when they are asked for; ``ready`` when they simply follow each other."""

    acts: Callable[[], Sequence[Act]]
    ready: Ready | None = None


def reading_ahead(sealed: bytes) -> ReadingAhead:
    """Return what reads the lines of this packet ahead, if it is long and the machine has a second processor."""
    return ReadingAhead(in_plain_values if len(sealed) >= _WORTH_A_PROCESS and (os.cpu_count() or 1) > 1 else None)


def portions_of(lines: ActLines, ahead: ReadingAhead) -> Generator[Portion, None, None]:
    """Give a packet's acts, checked; raises UserError at what is wrong among them, at the latest after the last."""
    run = lines.run()
    for text, ready in _read(lines, ahead):
        if ready is not None and run.goes_on(ready.stretch):
            yield Portion(partial(acts_of_checked_lines, text), ready)
        else:
            acts = run.read(text)
            yield Portion(partial(tuple, acts))
    run.end()


def _read(lines: ActLines, ahead: ReadingAhead) -> Iterator[tuple[bytes, Ready | None]]:
    """Give the lines, some hundred at a time, and what was made of them."""
    spans = list(lines.spans())
    for place, (begin, end) in enumerate(spans, 1):
        text = lines.text[begin:end]
        plain = ahead.next()
        if plain is None:
            ahead.begin_when_ready(lines.text, spans[place:])
            yield text, make_ready(text)
        else:
            yield text, from_plain_values(plain)


def make_ready(text: bytes) -> Ready | None:
    """Make acts ready that stand in these lines; None when anything about them is wrong, or they do not follow each other."""
    try:
        acts = from_canonical_lines(text)
    except (UserError, UnicodeDecodeError):
        return None
    stretch = stretch_of(acts)
    if stretch is None:
        return None
    touched = Touched()
    touched.add(acts)
    steps = [act if (whole := whole_records(act, _ANY)) is None else whole for act in acts]
    return Ready(stretch, [row_of(act) for act in acts], steps, touched)


def in_plain_values(text: bytes) -> bytes:
    """Make acts ready, as bytes that another process reads with :func:`from_plain_values`; none when they are not."""
    ready = make_ready(text)
    if ready is None:
        return b""
    brought = [step if isinstance(step, tuple) else None for step in ready.steps]
    others = canonical_lines([step for step in ready.steps if isinstance(step, Act)])
    touched = ready.touched
    plain = (tuple(ready.stretch), ready.rows, brought, others, (touched.people, touched.paid, touched.placed))
    return marshal.dumps(plain, _QUICKEST)  # type: ignore[arg-type]


def from_plain_values(data: bytes) -> Ready | None:
    """Return what :func:`in_plain_values` made ready."""
    if not data:
        return None
    stretch, rows, brought, lines, touched = marshal.loads(data)  # noqa: S302 - from a process that this one has started
    others = iter(acts_of_checked_lines(lines))
    steps = [next(others) if step is None else step for step in brought]
    return Ready(Stretch(*stretch), rows, steps, Touched(*touched))
