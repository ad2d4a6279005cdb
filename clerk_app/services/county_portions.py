"""A packet's acts, some hundred at a time: read, checked, and made ready to be stored as far as that goes without the database."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from clerk_app.domain.act import Act, acts_of_checked_lines
from clerk_app.exchange.act_lines import ActLines
from clerk_app.services.making_ready import Maker, Ready, from_plain_values
from clerk_app.services.reading_ahead import ReadingAhead
from clerk_app.storage.county_tables import target_of

_WORTH_A_PROCESS: Final = 16 * 1024 * 1024
"""From so many bytes a process that reads ahead gains more than it takes to start."""
_SHAPES: Final = {str(name): shape for name, shape in target_of("").shapes.items()}
"""What a record may hold is the same in every village. By plain names, as :func:`~clerk_app.storage.record_rows.shape_of` says."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some acts of one install in their order, made when they are asked for; ``ready`` when they simply follow each other."""

    acts: Callable[[], Sequence[Act]]
    ready: Ready | None = None


Portions = Generator[Portion, None, None]


def maker(*, as_lines: bool) -> Maker:
    """Return what makes a packet's acts ready; ``as_lines``: for a server."""
    return Maker(_SHAPES, as_lines)


def reading_ahead(sealed: bytes, making: Maker) -> ReadingAhead:
    """Return what reads the lines of this packet ahead, if it is long and the machine has a second processor."""
    is_worth_it = len(sealed) >= _WORTH_A_PROCESS and (os.cpu_count() or 1) > 1
    return ReadingAhead(making.in_plain_values if is_worth_it else None)


def portions_of(lines: ActLines, ahead: ReadingAhead, making: Maker) -> Portions:
    """Give a packet's acts, checked; raises UserError at what is wrong among them, at the latest after the last."""
    run = lines.run()
    for text, ready in _read(lines, ahead, making):
        if ready is not None and run.goes_on(ready.stretch):
            yield Portion(partial(acts_of_checked_lines, text), ready)
        else:
            acts = run.read(text)
            yield Portion(partial(tuple, acts))
    run.end()


def _read(lines: ActLines, ahead: ReadingAhead, making: Maker) -> Iterator[tuple[bytes, Ready | None]]:
    """Give the lines, some hundred at a time, and what was made of them."""
    spans = list(lines.spans())
    for place, (begin, end) in enumerate(spans, 1):
        text = lines.text[begin:end]
        plain = ahead.next()
        if plain is None:
            ahead.begin_when_ready(lines.text, spans[place:])
            yield text, making.ready(text)
        else:
            yield text, from_plain_values(plain)
