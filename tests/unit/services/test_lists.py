"""Lists that leave the program: whole files whose words stay words."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from clerk_app.errors import UserError
from clerk_app.services.lists import save_list


def test_save_list_when_the_name_has_no_ending(tmp_path: Path) -> None:
    written = save_list(tmp_path / "住户", "住户", ("户编号", "户主"), [("0001", "段有福")])

    assert written == tmp_path / "住户.xlsx"
    sheet = load_workbook(written).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == ["0001", "段有福"]


def test_save_list_when_a_cell_looks_like_a_formula(tmp_path: Path) -> None:
    written = save_list(tmp_path / "list.xlsx", "住户", ("户主",), [('=HYPERLINK("http://x","y")',)])

    sheet = load_workbook(written).active
    assert sheet is not None
    assert sheet["A3"].data_type == "s"


def test_save_list_when_the_name_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").mkdir()

    with pytest.raises(UserError):
        save_list(tmp_path / "list.xlsx", "住户", ("户主",), [])
