"""How documents inside packets are read: canonical JSON in its one exact spelling, exact keys, and limits for everything.

These raise ValueError for what does not fit; :func:`read_exact` makes one sentence of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from clerk_app.domain.act import canonical_json
from clerk_app.errors import UserError

T = TypeVar("T")


def exact_bytes(value: Mapping[str, Any]) -> bytes:
    """Return a document as it stands in the packet."""
    return canonical_json(value).encode()


def read_exact(data: bytes | None, read: Callable[[Any], T], wrong: Callable[[], UserError]) -> T:
    """Return what ``read`` makes of a document; raises what ``wrong`` gives when it is missing, spelt otherwise or does not fit."""
    if data is None:
        raise wrong()
    try:
        raw = json.loads(data)
        if canonical_json(raw).encode() != data:
            raise wrong()
        return read(raw)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise wrong() from None


def require_keys(raw: Any, *names: str) -> None:
    """Take an object with exactly these keys."""
    if not isinstance(raw, dict) or set(raw) != set(names):
        raise ValueError("keys")


def list_of(raw: Any, most: int, *, least: int = 0) -> list[Any]:
    """Return a list of so many entries."""
    if not isinstance(raw, list) or not least <= len(raw) <= most:
        raise ValueError("list")
    return raw


def text_of(raw: Any, longest: int, *, least: int = 0) -> str:
    """Return a text of so many characters."""
    if not isinstance(raw, str) or not least <= len(raw) <= longest:
        raise ValueError("text")
    return raw


def number_of(raw: Any, smallest: int = 0) -> int:
    """Return a whole number that every JSON reader keeps exactly."""
    if type(raw) is not int or not smallest <= raw < 2**53:
        raise ValueError("number")
    return raw


def matching(pattern: re.Pattern[str], raw: Any) -> str:
    """Return a text that the pattern covers whole."""
    if not isinstance(raw, str) or not pattern.fullmatch(raw):
        raise ValueError("pattern")
    return raw
