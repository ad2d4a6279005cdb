"""Finished pages on a printer: every page, the right way round, and no half job."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clerk_app.errors import SituationError, UserError
from clerk_app.printing.preview import page_count, page_image
from clerk_app.ui import printer as printing
from clerk_app.ui.printer import choose_printer, print_pdf


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    """Two pages: an upright one, black at its top left, and one that lies across."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - the document under test is made by the same library

    path = tmp_path / "in.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.rect(0, 742, 100, 100, fill=1)
    canvas.showPage()
    canvas.setPageSize((842, 595))
    canvas.drawString(50, 50, "x")
    canvas.showPage()
    canvas.save()
    return path.read_bytes()


def a_printer(path: Path, *, copies: int = 1) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setCopyCount(copies)
    return made


def test_pages_are_painted_over_the_whole_sheet_each_the_right_way_round(pdf: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    told: list[tuple[int, int]] = []
    print_pdf(pdf, a_printer(out), lambda done, total: told.append((done, total)))
    printed = out.read_bytes()
    first, second = (page_image(printed, page, 72) for page in (0, 1))
    assert first.height > first.width
    assert second.width > second.height
    assert first.pixels[:3] == b"\0\0\0"
    assert first.pixels[4 * (first.width - 10) : 4 * (first.width - 10) + 3] == b"\xff\xff\xff"
    assert told == [(0, 2), (1, 2)]


def test_copies_are_painted_where_the_printer_makes_none_itself(pdf: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    made = a_printer(out, copies=3)
    assert not made.supportsMultipleCopies()
    print_pdf(pdf, made)
    assert page_count(out.read_bytes()) == 6


def test_job_is_taken_back_when_the_clerk_stops_it(pdf: bytes, tmp_path: Path) -> None:
    made = a_printer(tmp_path / "out.pdf")

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise UserError("停。")

    with pytest.raises(UserError, match="停"):
        print_pdf(pdf, made, stop)
    assert made.printerState() is not QPrinter.PrinterState.Active


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_printer_that_takes_no_page_is_a_situation(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="打印机"):
        print_pdf(pdf, a_printer(tmp_path / "gone" / "out.pdf"))


def test_no_printer_at_all_is_said_with_what_to_do(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(printing, "printer_names", tuple)
    with pytest.raises(UserError, match="保存 PDF"):
        choose_printer(parent, "住户登记表")


@pytest.mark.parametrize(("answer", "is_chosen"), [(1, True), (0, False)])
def test_printer_is_the_clerks_choice(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: int, *, is_chosen: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(printing, "printer_names", lambda: ("桌上的打印机",))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: answer)
    made = choose_printer(parent, "住户登记表", last="别的")
    assert (made is not None) is is_chosen
    assert made is None or made.docName() == "住户登记表"


def test_names_are_those_the_system_knows() -> None:
    assert isinstance(printing.printer_names(), tuple)
