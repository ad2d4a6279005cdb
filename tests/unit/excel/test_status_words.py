"""Statuses in columns of their own, and kind and grade of a disability in one cell."""

from __future__ import annotations

import pytest

from clerk_app.domain.codes import DisabilityKind
from clerk_app.excel.columns import Field
from clerk_app.excel.status_words import disability_said, poverty_said, status_said


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (Field.IS_DIBAO, "是", "低保对象"), (Field.IS_DIBAO, "√", "低保对象"), (Field.IS_DIBAO, "否", ""), (Field.IS_DIBAO, "", ""),
        (Field.IS_DIBAO, "B类", "低保B类"), (Field.IS_DIBAO, "C", "低保C"), (Field.IS_DIBAO, "低保户", "低保户"),
        (Field.IS_DIBAO, "230元", "230元"), (Field.IS_POOR, "是", "建档立卡贫困人口"), (Field.IS_POOR, "已脱贫", "已脱贫"),
        (Field.IS_POOR, "A", "A"), (Field.IS_TEKUN, "有", "特困人员"), (Field.IS_TEKUN, "无", ""),
    ],
)  # fmt: skip
def test_a_yes_gives_the_status_of_its_column_and_words_stay_words(field: Field, text: str, said: str) -> None:
    assert status_said(field, text) == said


@pytest.mark.parametrize(("text", "said"), [("是", "已脱贫"), ("否", ""), ("未脱贫", "未脱贫"), ("", "")])
def test_a_yes_to_having_left_poverty_says_so(text: str, said: str) -> None:
    assert poverty_said(text) == said


LIMB, MIND, HEARING = DisabilityKind.LIMB, DisabilityKind.MIND, DisabilityKind.HEARING


@pytest.mark.parametrize(
    ("kind_text", "grade_text", "said"),
    [
        ("肢体", "二级", (LIMB, 2)), ("肢体残疾", "２", (LIMB, 2)), ("4", "4", (LIMB, 4)), ("", "肢体二级", (LIMB, 2)),
        ("精神残疾一级", "", (MIND, 1)), ("", "三级听力残疾", (HEARING, 3)), ("听力残", "四级残疾", (HEARING, 4)),
        ("2", "", (HEARING, None)), ("", "2", (None, 2)), ("肢体、听力", "二级", (None, 2)), ("轻", "重", (None, None)), ("", "", (None, None)),
    ],
)  # fmt: skip
def test_kind_and_grade_are_read_from_one_cell_or_two(
    kind_text: str, grade_text: str, said: tuple[DisabilityKind | None, int | None]
) -> None:
    assert disability_said(kind_text, grade_text) == said
