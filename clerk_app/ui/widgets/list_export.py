"""A table to Excel as it stands on the screen: its columns, its order, what the filter leaves; whole, or with the numbers covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clerk_app.services.lists import Listing, save_listing
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Kind, RecordTable
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

Making = Callable[["Workspace"], Listing]


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One way to write the list: its words in the file dialog, and what makes it; without a maker it is the table as it stands."""

    words: str
    making: Callable[[], Making] | None = None
    masked: bool = False


class ListExport(QObject):
    """Puts a button to work. ``title`` is the list's name in the workbook and the file's; ``kinds`` are further ways to write it."""

    def __init__(
        self,
        context: Context,
        button: Button,
        model: RecordTable[Any],
        title: Callable[[], str],
        *,
        kinds: Sequence[ExportKind] = (),
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._button = button
        self._model = model
        self._title = title
        self._widget = parent
        self._kinds = (
            ExportKind(self.tr("照表里的样子")),
            ExportKind(self.tr("遮住身份证号、账号、电话"), masked=True),
            *kinds,
        )
        button.clicked.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Ask where to and in which way."""
        day = self._context.workspace.today()
        suggested = str(Path.home() / f"{self._title()} {day}.xlsx")
        ways = {f"{kind.words} (*.xlsx)": kind for kind in self._kinds}
        path, way = QFileDialog.getSaveFileName(self._widget, self.tr("导出到 Excel"), suggested, ";;".join(ways))
        if path:
            self.export_to(Path(path), ways.get(way, self._kinds[0]))

    def export_to(self, path: Path, kind: ExportKind | None = None) -> None:
        """Write the list."""
        kind = kind or self._kinds[0]
        making = partial(_as_it_stands, self._listing()) if kind.making is None else kind.making()
        self._context.tasks.run(
            partial(_save, self._context.workspace, path, making, kind.masked),
            on_done=self._tell,
            progress_title=self.tr("正在导出…"),
            owner=self._widget,
            disable=(self._button,),
        )

    def _listing(self) -> Listing:
        columns = [column for column in self._model.columns if column.title]
        rows = tuple(
            tuple(_value(column.value(record), column.text(record), column.kind) for column in columns)
            for record in self._model.shown
        )
        return Listing(self._title(), tuple(column.title for column in columns), rows)

    def _tell(self, written: tuple[Path, int]) -> None:
        path, count = written
        self._context.status(self.tr("已导出 {n} 行：{name}").format(n=count, name=path.name))


def _value(value: Any, text: str, kind: Kind) -> Any:
    """Return what Excel can reckon with, else the text of the cell."""
    return value if kind in {Kind.NUMBER, Kind.MONEY, Kind.DATE} and not isinstance(value, str) else text


def _as_it_stands(listing: Listing, _workspace: Workspace) -> Listing:
    return listing


def _save(workspace: Workspace, path: Path, making: Making, masked: bool, _progress: Progress) -> tuple[Path, int]:
    listing = making(workspace)
    return save_listing(path, listing, masked=masked), len(listing.rows)
