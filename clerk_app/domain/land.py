"""Land in mu, as a clerk writes it; kept in hundredths of a mu."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from clerk_app.errors import UserError

_MU: Final = re.compile(r"(\d{1,6})(?:\.(\d{1,2}))?", re.ASCII)


def parse_mu(text: str, *, field: str | None = None) -> int | None:
    """Return land in hundredths of a mu, None for nothing; raises UserError for what is no area."""
    cleaned = unicodedata.normalize("NFKC", text).strip().removesuffix("亩").strip()
    if not cleaned:
        return None
    match = _MU.fullmatch(cleaned)
    if match is None:
        raise UserError("面积“{text}”看不懂：请填亩数，最多两位小数，如 3.50。", field=field, text=text[:20])
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))


def mu_text(land: int | None) -> str:
    """Return hundredths of a mu as ``3.50``, or nothing."""
    return "" if land is None else f"{land // 100}.{land % 100:02d}"
