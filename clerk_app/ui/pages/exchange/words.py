"""Sizes, check values and reminders as the page 报送 writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from clerk_app.services.exchange_desk import REMIND_AT_ACTS, Haste
from clerk_app.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from clerk_app.services.exchange_desk import Reminder

translate = QCoreApplication.translate
_STEP: Final = 1024
_SHOWN: Final = 16


def size_words(size: int) -> str:
    """Return a size in bytes as people write it: 34 KB, 12.3 GB."""
    amount = float(size)
    for unit in ("B", "KB", "MB"):
        if amount < _STEP:
            return f"{amount:.0f} {unit}"
        amount /= _STEP
    return f"{amount:.1f} GB"


def check_value(sha256: str) -> str:
    """Return the first 16 digits of a SHA-256 in groups of four, to be compared by eye or over the telephone."""
    digits = sha256[:_SHOWN].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def moment(at: datetime) -> str:
    """Return an instant of the desk's time to the minute."""
    return f"{at:%Y-%m-%d %H:%M}"


def reminder_words(found: Reminder) -> tuple[str, Tone] | None:
    """Say that it is time to carry the stick out, or nothing."""
    if found.haste is Haste.NONE:
        return None
    if found.haste is Haste.LATE:
        text = translate(
            "ExchangeWords", "已有 {days} 天没有报送，{acts} 笔只在这台电脑里：请尽快写一个报送包带到县里。"
        )
        return text.format(days=found.days, acts=found.acts), Tone.OVERDUE
    if found.unanswered:
        text = translate(
            "ExchangeWords", "写过报送包，但最早一笔等县里的回执已有 {days} 天：请向县里要回执，到“导入”里导入。"
        )
        return text.format(days=found.unanswered), Tone.DUE
    if found.acts >= REMIND_AT_ACTS:
        text = translate("ExchangeWords", "待报送的已有 {acts} 笔：该写一个报送包带到县里了。不影响继续办理。")
        return text.format(acts=found.acts), Tone.DUE
    text = translate("ExchangeWords", "已有 {days} 天没有报送：该写一个报送包带到县里了。不影响继续办理。")
    return text.format(days=found.days), Tone.DUE
