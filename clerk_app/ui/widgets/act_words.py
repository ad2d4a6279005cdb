"""An act as a clerk reads it: what, why, and each field before and after."""

from __future__ import annotations

from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.services.history import FieldChange, HistoryEntry
from clerk_app.ui.texts import term, value_of
from clerk_app.ui.theme import current_theme

translate = QCoreApplication.translate
_LONGEST: Final = 200


def act_words(entry: HistoryEntry) -> str:
    """Return the act as rich text, everything in it escaped."""
    head = f"<b>{escape(term(entry.kind))}</b>"
    if entry.reason:
        reason = translate("ActWords", "原因：{reason}").format(reason=entry.reason)
        head += f"　{escape(reason)}"
    if entry.fate:
        head += f"　{_fate(entry.fate)}"
    lines = [head]
    for record, changes in groupby(entry.changes, key=attrgetter("record")):
        fields = [change_words(change) for change in changes if not record.endswith(f" {change.after}")]
        if fields:
            lines.append(f"{escape(_record_word(record))}：{'；'.join(fields)}")
    return "<br>".join(lines)


def change_words(change: FieldChange) -> str:
    """Return one field before and after as rich text, escaped."""
    soft = current_theme().palette.ink_soft
    field = f'<span style="color:{soft}">{escape(term(change.field))}</span>'
    after = escape(_short(value_of(change.field, change.after))) or translate("ActWords", "（空）")
    fate = f" {_fate(change.fate)}" if change.fate else ""
    if not change.before:
        return f"{field} {after}{fate}"
    return f"{field} {escape(_short(value_of(change.field, change.before)))} → {after}{fate}"


def _fate(fate: str) -> str:
    colour = current_theme().palette.due
    return f'<span style="color:{colour}">{escape(translate("ActWords", "（{fate}）").format(fate=term(fate)))}</span>'


def _record_word(record: str) -> str:
    word, _, name = record.partition(" ")
    return f"{term(word)} {name}".strip()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
