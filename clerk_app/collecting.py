"""How often Python looks for garbage that holds itself in a circle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_COLLECT_AFTER: Final = 500_000
"""More than what a portion of some thousand acts holds at a time, or each portion would be gone through once."""
_SELDOM: Final = 50


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let the collector look less often: a long list makes many values and next to no circles, and every look goes through all of them."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, _SELDOM, _SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
