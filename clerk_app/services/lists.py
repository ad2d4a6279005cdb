"""Lists that leave the program as Excel: what a screen shows, written so that no word becomes a formula."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk_app.excel.writer import Value


def save_list(path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Value]]) -> Path:
    """Write a list as a workbook and return where it lies; a name without an ending gets ``.xlsx``.

    The file appears whole or not at all (T145: what a person typed never becomes a formula). Raises UserError for a name that is
    no file name, SituationError when the folder or the disk refuses.
    """
    from clerk_app.excel.writer import write_list  # noqa: PLC0415 - only when a list is written

    target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    write_list(target, title, headers, rows)
    return target
