"""The way from a chosen paper to the printer or a file: the questions before it, the record after it."""

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
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.ask import ask
from clerk_app.ui.pages.papers.words import printed_words, saved_words, unprintable_words
from clerk_app.ui.printer import choose_printer, print_pdf
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from clerk_app.services.notices import Deliver, Issued
    from clerk_app.services.papers import Unprintable

Make = Callable[["Deliver", Progress], "Issued"]
"""Makes the paper, hands it to the printer or file, and records it; in the database thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is to go out: how it is made, the name of its job and file (never a person's), and the names to warn of."""

    make: Make
    name: str
    unprintable: Sequence[Unprintable] = ()


class Delivery(QObject):
    """``print_paper`` and ``save_paper`` ask what must be asked, then do it; errors of the clerk's go to ``on_error``."""

    def __init__(self, context: Context, page: QWidget, on_error: Callable[[UserError], None]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._on_error = on_error
        self._buttons: tuple[QWidget, ...] = ()
        self._printer: QPrinter | None = None

    def lock_meanwhile(self, *buttons: QWidget) -> None:
        """Name the buttons that are off while something is on its way."""
        self._buttons = buttons

    def print_paper(self, paper: Paper) -> None:
        """Ask for the printer and print."""
        if not self._may_go(paper):
            return
        try:
            printer = choose_printer(self._page, paper.name, self._context.settings.printer)
        except UserError as error:
            self._on_error(error)
            return
        if printer is not None:
            self._context.remember(printer=printer.printerName())
            self.print_with(paper, printer)

    def print_with(self, paper: Paper, printer: QPrinter) -> None:
        """Print with a printer that was chosen."""
        self._printer = printer  # lives in this thread until the work in the other one is over
        self._context.tasks.run(
            partial(_print, paper.make, printer),
            on_done=self._tell_printed,
            on_error=self._on_error,
            on_settled=self._let_go,
            changed=frozenset({Changed.DOCUMENT}),
            progress_title=self.tr("正在打印…"),
            disable=self._buttons,
        )

    def save_paper(self, paper: Paper) -> None:
        """Ask for the file and write it."""
        if not self._may_go(paper):
            return
        folder = Path(self._context.settings.last_document_folder or Path.home())
        suggested = str(folder / f"{paper.name}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self._page, self.tr("保存 PDF"), suggested, "PDF (*.pdf)")
        if chosen:
            self.save_to(paper, Path(chosen))

    def save_to(self, paper: Paper, path: Path) -> None:
        """Write to a file that was chosen; a name without an ending gets ``.pdf``."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        if target != path and target.exists() and not self._may_replace(target):
            return
        self._context.remember(last_document_folder=str(target.parent))
        self._context.tasks.run(
            partial(_save, paper.make, target),
            on_done=partial(self._tell_saved, target.name),
            on_error=self._on_error,
            changed=frozenset({Changed.DOCUMENT}),
            progress_title=self.tr("正在保存…"),
            disable=self._buttons,
            owner=self,
        )

    def _may_go(self, paper: Paper) -> bool:
        return not paper.unprintable or ask(
            self._page,
            self.tr("有的字打印不出来"),
            unprintable_words(paper.unprintable),
            accept=self.tr("仍然继续"),
            name="unprintableNotice",
        )

    def _may_replace(self, target: Path) -> bool:
        return ask(
            self._page,
            self.tr("文件已经存在"),
            self.tr("“{name}”已经存在，要替换它吗？").format(name=target.name),
            accept=self.tr("替换"),
            is_dangerous=True,
            name="replaceNotice",
        )

    def _tell_printed(self, issued: Issued) -> None:
        self._context.status(printed_words(issued))

    def _tell_saved(self, name: str, issued: Issued) -> None:
        self._context.status(saved_words(issued, name))

    def _let_go(self) -> None:
        self._printer = None


def _print(make: Make, printer: QPrinter, progress: Progress) -> Issued:
    return make(partial(print_pdf, printer=printer, progress=progress), progress)


def _save(make: Make, target: Path, progress: Progress) -> Issued:
    return make(partial(write_whole, target), progress)
