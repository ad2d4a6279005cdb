"""Acts as the county keeps them, made without a database: as the values of a row, or as the line of one that a server takes by COPY."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from clerk_app.domain.act import Act, changes_in_line, changes_text
from clerk_app.storage.shapes import Values

Applied = Sequence[Values] | Sequence[bytes]
"""Applied acts as :func:`kept_of` makes them: by :func:`row_of`, or for a server each as the line of a COPY."""
_BACKSLASH: Final = b"\\"
_COPIED: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def copied(text: str) -> str:
    """Return a text as it stands in a line that COPY takes."""
    return text.translate(_COPIED)


def row_of(act: Act) -> Values:
    """Return what is kept of an act whatever becomes of it: the values of the columns of ``ACT`` from ``install`` to ``previous``."""
    return (
        act.install,
        act.epoch,
        act.number,
        act.hash,
        act.id,
        act.at,
        act.by,
        act.kind,
        act.subject,
        act.reason,
        changes_text(act.changes),
        act.previous,
    )


def kept_of(acts: Sequence[Act], text: bytes, *, as_lines: bool) -> Applied:
    """Return what is kept of each act; ``text`` are their canonical lines. ``as_lines``: for a server, that takes them so."""
    if not as_lines:
        return [row_of(act) for act in acts]
    return [_line_of(act, line) for act, line in zip(acts, text.splitlines(), strict=True)]


def _line_of(act: Act, line: bytes) -> bytes:
    """Return the values of :func:`row_of` as a server takes them; an act whose line has no backslash has nothing that must be spelled out."""
    texts = [act.install, str(act.epoch), str(act.number), act.hash, act.id, act.at, act.by, act.kind, act.subject]
    texts += [act.reason, act.previous]
    changes = changes_in_line(line)
    if _BACKSLASH in line:
        texts = [copied(text) for text in texts]
        changes = changes.replace(_BACKSLASH, _BACKSLASH * 2)
    previous = texts.pop()
    return b"%b\t%b\t%b" % ("\t".join(texts).encode(), changes, previous.encode())
