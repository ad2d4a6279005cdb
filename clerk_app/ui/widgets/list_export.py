"""A table to Excel as it stands on the screen: its columns, its order, what the filter leaves; whole, or with the numbers masked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from clerk_app.services.lists import Listing
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.widgets.record_view import RecordView

    Making = Callable[[Workspace], Listing]


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One way to write the list: its words in the file dialog, and what makes it; without a maker it is the table as it stands."""

    words: str
    making: Callable[[], Making] | None = None
    masked: bool = False


class ListExport(QObject):
    """Puts a button to work, or is asked itself. ``saved(words)`` when the file lies there.

    ``view`` gives the table to write; ``title`` is the list's name in the workbook and the file's; ``kinds`` are further ways to write
    it; ``refuse`` takes a refusal where the window's own place for it is out of sight.
    """

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        view: Callable[[], RecordView[Any]],
        title: Callable[[], str],
        *,
        button: Button | None = None,
        kinds: Sequence[ExportKind] = (),
        refuse: Callable[[UserError], None] | None = None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._title = title
        self._button = button
        self._refuse = refuse
        self._widget = parent
        self._kinds = (
            ExportKind(self.tr("照表里的样子")),
            ExportKind(self.tr("遮住公民身份号码、账号、电话"), masked=True),
            *kinds,
        )
        if button is not None:
            button.clicked.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Ask where to and in which way."""
        title, day = self._title(), self._context.workspace.today().isoformat()
        suggested = str(Path.home() / f"{title if day in title else f'{title} {day}'}.xlsx")
        ways = {f"{kind.words} (*.xlsx)": kind for kind in self._kinds}
        path, way = QFileDialog.getSaveFileName(self._widget, self.tr("导出到 Excel"), suggested, ";;".join(ways))
        if path:
            self.export_to(Path(path), ways.get(way, self._kinds[0]))

    def export_to(self, path: Path, kind: ExportKind | None = None) -> None:
        """Write the list."""
        kind = kind or self._kinds[0]
        making = self._as_it_stands() if kind.making is None else kind.making()
        self._context.tasks.run(
            partial(_save, self._context.workspace, path, making, kind.masked),
            on_done=self._tell,
            on_error=self._refuse,
            progress_title=self.tr("正在导出…"),
            owner=self._widget,
            disable=() if self._button is None else (self._button,),
        )

    def _as_it_stands(self) -> Making:
        """Return what makes the list: the columns in sight in their order under the headings they have, the rows in theirs."""
        table, model = self._view().table, self._view().model
        header = table.horizontalHeader()
        places = sorted(range(len(model.columns)), key=header.visualIndex)
        places = [place for place in places if not table.isColumnHidden(place)]
        headers = [str(model.headerData(place, Qt.Orientation.Horizontal) or "") for place in places]
        shown = [(model.columns[place], heading) for place, heading in zip(places, headers, strict=True) if heading]
        return partial(_listing, self._title(), shown, model.shown)

    def _tell(self, written: tuple[Path, int]) -> None:
        path, count = written
        words = self.tr("已导出 {n} 行：{name}").format(n=count, name=path.name)
        self._context.status(words)
        self.saved.emit(words)


def _listing(
    title: str, columns: Sequence[tuple[Column[Any], str]], records: Sequence[Any], _workspace: Workspace
) -> Listing:
    from clerk_app.services.lists import Listing  # noqa: PLC0415 - services cost start-up, and every table knows this module

    rows = tuple(tuple(_value(column, record) for column, _ in columns) for record in records)
    return Listing(title, tuple(heading for _, heading in columns), rows)


def _value(column: Column[Any], record: Any) -> Any:
    """Return what Excel can reckon with, else the text of the cell."""
    if column.kind not in {Kind.NUMBER, Kind.MONEY, Kind.DATE}:
        return column.text(record)
    return column.value(record)


def _save(workspace: Workspace, path: Path, making: Making, masked: bool, _progress: Progress) -> tuple[Path, int]:
    from clerk_app.services.lists import save_listing  # noqa: PLC0415 - as above

    listing = making(workspace)
    return save_listing(path, listing, masked=masked), len(listing.rows)
