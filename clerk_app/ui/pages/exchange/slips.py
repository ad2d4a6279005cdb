"""Hand-over slips onto paper or into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from clerk_app.errors import UserError
from clerk_app.files import write_whole
from clerk_app.ui.context import Context
from clerk_app.ui.printer import choose_printer, print_pdf
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: ``make`` gives its PDF in the database thread, ``name`` is its job and file, never a person's."""

    make: Callable[[Workspace], bytes]
    name: str


def packet_paper(names: tuple[str, ...]) -> Slip:
    """Return the hand-over slip of packets written here."""
    return Slip(partial(_packets, names), f"交接单-{names[0].removesuffix('.clerk')}")


def fingerprint_paper() -> Slip:
    """Return the slip with this laptop's own fingerprint."""
    return Slip(_fingerprint, "本机指纹单")


class SlipPrinter(QObject):
    """``print_slip`` and ``save_slip`` ask where to, then do it; what the clerk can mend goes to ``on_error``."""

    def __init__(self, context: Context, view: QWidget, on_error: Callable[[UserError], None]) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._on_error = on_error
        self._printer: QPrinter | None = None

    def print_slip(self, slip: Slip) -> None:
        """Ask for the printer and print."""
        try:
            printer = choose_printer(self._view, slip.name, self._context.settings.printer)
        except UserError as error:
            self._on_error(error)
            return
        if printer is None:
            return
        self._context.remember(printer=printer.printerName())
        self._printer = printer  # lives in this thread until the work in the other one is over
        self._context.tasks.run(
            partial(_print, self._context.workspace, slip, printer),
            on_done=self._tell_printed,
            on_error=self._on_error,
            on_settled=self._let_go,
            progress_title=self.tr("正在打印…"),
            owner=self,
        )

    def save_slip(self, slip: Slip) -> None:
        """Ask for the file and write it."""
        start = Path(self._context.settings.last_export_folder or Path.home()) / f"{slip.name}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self._view, self.tr("保存 PDF"), str(start), "PDF (*.pdf)")
        if chosen:
            self._context.tasks.run(
                partial(_save, self._context.workspace, slip, Path(chosen)),
                on_done=self._tell_saved,
                on_error=self._on_error,
                owner=self,
            )

    def _tell_printed(self, _done: None) -> None:
        self._context.status(self.tr("已送到打印机"))

    def _tell_saved(self, target: Path) -> None:
        self._context.status(self.tr("已保存：{path}").format(path=target))

    def _let_go(self) -> None:
        self._printer = None


def _packets(names: tuple[str, ...], workspace: Workspace) -> bytes:
    from clerk_app.services.slips import packet_slip  # noqa: PLC0415 - only a slip pays for it

    return packet_slip(workspace, names)


def _fingerprint(workspace: Workspace) -> bytes:
    from clerk_app.services.slips import own_fingerprint_slip  # noqa: PLC0415 - only a slip pays for it

    return own_fingerprint_slip(workspace)


def _print(workspace: Workspace, slip: Slip, printer: QPrinter, progress: Progress) -> None:
    print_pdf(slip.make(workspace), printer, progress)


def _save(workspace: Workspace, slip: Slip, target: Path, _progress: Progress) -> Path:
    write_whole(target, slip.make(workspace))
    return target
