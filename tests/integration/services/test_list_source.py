"""Lists about to be taken in: their layouts under a name, and decisions that outlive an interruption."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from clerk_app.errors import UserError
from clerk_app.excel.columns import Field
from clerk_app.services.households import household_numbered
from clerk_app.services.list_source import (
    drop_layout,
    forget_decisions,
    keep_decisions,
    layouts,
    open_list,
    save_layout,
    unfinished,
)
from clerk_app.services.register_import import carry_out_import, plan_import
from clerk_app.services.workspace import Workspace
from tests.builders import a_member

HEADINGS = ("户码", "姓名", "曾用名", "身份证号", "关系说明")
NUMBER = a_member("何一").person.id_number or ""
CHOICE = (Field.HOUSEHOLD_NUMBER, Field.NAME, None, Field.ID_NUMBER, Field.RELATION)


def a_list(path: Path, name: str = "何一", relation: str = "户主") -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].append(list(HEADINGS))
    book.worksheets[0].append(["0001", name, "何小一", NUMBER, relation])
    book.save(path)
    return path


def test_layout_saved_once_reads_every_list_with_the_same_headings(workspace: Workspace, tmp_path: Path) -> None:
    source = open_list(workspace, a_list(tmp_path / "一.xlsx"))
    assert (source.layout, source.choice[4]) == ("", None)
    with pytest.raises(UserError, match="缺少列"):
        plan_import(workspace, source)

    saved = save_layout(workspace, source.with_choice(CHOICE), "  乡镇 发的表 ")
    assert saved.layout == "乡镇 发的表"

    plan = plan_import(workspace, a_list(tmp_path / "二.xlsx"))
    assert (plan.people, plan.source.layout) == (1, "乡镇 发的表")
    assert plan.notices[0] == "各列按已保存的“乡镇 发的表”对应。"
    (layout,) = layouts(workspace)
    assert (layout.name, layout.fields) == ("乡镇 发的表", CHOICE)

    save_layout(workspace, source.with_choice(CHOICE), "新名字")
    assert [one.name for one in layouts(workspace)] == ["新名字"]
    drop_layout(workspace, layout.fingerprint)
    assert layouts(workspace) == ()
    with pytest.raises(UserError, match="没有这样的列对应"):
        drop_layout(workspace, layout.fingerprint)


@pytest.mark.parametrize("name", ["", "  ", "长" * 41, "表\x00"])
def test_layout_wants_a_name(workspace: Workspace, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        save_layout(workspace, open_list(workspace, a_list(tmp_path / "a.xlsx")), name)
    assert refused.value.field == "layout_name"


def test_decisions_outlive_an_interruption_until_the_import_is_done(workspace: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "a.xlsx", name="")
    source = open_list(workspace, path).with_choice(CHOICE).with_correction(2, 1, "何一")
    assert unfinished(workspace) is None
    keep_decisions(workspace, source)

    left = unfinished(workspace)
    assert left is not None
    assert (left.path, left.sheet, left.corrections) == (path, "Sheet", 1)
    again = plan_import(workspace, path)
    assert (again.source.choice, again.source.corrections) == (CHOICE, {(2, 1): "何一"})

    carry_out_import(workspace, again)
    assert household_numbered(workspace, "0001").members[0].person.name == "何一"
    assert unfinished(workspace) is None


def test_decisions_about_one_file_say_nothing_of_another(workspace: Workspace, tmp_path: Path) -> None:
    keep_decisions(workspace, open_list(workspace, a_list(tmp_path / "a.xlsx")).with_choice(CHOICE))
    other = open_list(workspace, a_list(tmp_path / "b.xlsx", name="何二"))
    assert other.choice[4] is None
    forget_decisions(workspace)
    assert unfinished(workspace) is None


def test_cell_corrected_to_nothing_is_empty(workspace: Workspace, tmp_path: Path) -> None:
    source = open_list(workspace, a_list(tmp_path / "a.xlsx")).with_choice(CHOICE).with_correction(2, 1, " ")
    plan = plan_import(workspace, source)
    assert [(problem.column, plan.people) for problem in plan.rejected] == [("姓名", 0)]
