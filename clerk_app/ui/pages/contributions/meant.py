"""The question before somebody is recorded who need not pay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.ui.dialogs.ask import ask
from clerk_app.ui.pages.contributions.typed import GridRow
from clerk_app.ui.texts import term

translate = QCoreApplication.translate
_MOST_NAMES: Final = 8


def ask_exempt(parent: QWidget, rows: Sequence[GridRow]) -> bool:
    """Return whether those of these rows who need not pay are meant to be recorded; no question where there are none."""
    exempt = [row for row in rows if row.season.not_asked is not None and not row.season.row.standing]
    if not exempt:
        return True
    words = translate("Contributions", "{name}（{reason}）")
    told = [
        words.format(name=row.season.row.name, reason=term(row.season.not_asked.reason.label))
        for row in exempt[:_MOST_NAMES]
        if row.season.not_asked is not None
    ]
    return ask(
        parent,
        translate("Contributions", "有 {count} 人按规定不用缴").format(count=len(exempt)),
        "、".join(told) + (translate("Contributions", "等") if len(exempt) > _MOST_NAMES else ""),
        accept=translate("Contributions", "仍然登记"),
        reject=translate("Contributions", "先不登记"),
        is_dangerous=True,
    )
