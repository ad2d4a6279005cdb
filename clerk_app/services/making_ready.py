"""Some hundred acts read, checked, and made ready to be stored as far as that goes without the database.

Another process may do it, which is to begin at once: nothing here or below takes SQLAlchemy in, which alone is half a second.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from clerk_app.domain.act import Act, acts_of_checked_lines, canonical_lines, from_canonical_lines, may_hold_zero
from clerk_app.errors import UserError
from clerk_app.exchange.act_lines import Stretch, stretch_of
from clerk_app.services.touched import Touched
from clerk_app.storage.act_rows import Applied, kept_of
from clerk_app.storage.joining import joined
from clerk_app.storage.shapes import Brought, Shape

_QUICKEST: Final = 2
"""The version of ``marshal`` that looks for nothing that stands there twice."""


class Ready(NamedTuple):
    """Acts that follow each other, ready to be stored: what they are like together, the hash of each, what is kept of it, what they do to the records
    (what they bring together, or the act itself where that depends on what is there), and whose records these are.
    """

    stretch: Stretch
    hashes: Sequence[str]
    kept: Applied
    steps: Sequence[Act | Brought]
    touched: Touched


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes acts ready: ``shapes`` say what a record may hold, ``as_lines`` as for :func:`~clerk_app.storage.act_rows.kept_of`."""

    shapes: Mapping[str, Shape]
    as_lines: bool

    def ready(self, text: bytes) -> Ready | None:
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
        return Ready(
            stretch,
            [act.hash for act in acts],
            kept_of(acts, text, as_lines=self.as_lines),
            joined(acts, self.shapes, strict=may_hold_zero(text)),
            touched,
        )

    def in_plain_values(self, text: bytes) -> bytes:
        """Make acts ready, as bytes that another process reads with :func:`from_plain_values`; none when they are not."""
        ready = self.ready(text)
        if ready is None:
            return b""
        brought = [None if isinstance(step, Act) else dict(step) for step in ready.steps]
        others = canonical_lines([step for step in ready.steps if isinstance(step, Act)])
        touched = (ready.touched.people, ready.touched.paid, ready.touched.placed)
        plain = (tuple(ready.stretch), ready.hashes, ready.kept, brought, others, touched)
        return marshal.dumps(plain, _QUICKEST)  # type: ignore[arg-type]


def from_plain_values(data: bytes) -> Ready | None:
    """Return what :meth:`Maker.in_plain_values` made ready."""
    if not data:
        return None
    stretch, hashes, kept, brought, lines, touched = marshal.loads(data)  # noqa: S302 - from a process that this one has started
    others = iter(acts_of_checked_lines(lines))
    steps = [next(others) if step is None else step for step in brought]
    return Ready(Stretch(*stretch), hashes, kept, steps, Touched(*touched))
