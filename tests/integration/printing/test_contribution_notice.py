"""缴费通知单 as a real PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.money import Money
from clerk_app.printing.forms.contribution_notice import (
    ContributionNoticeData,
    ContributionNoticeRow,
    lay_out,
)
from clerk_app.printing.page import A4, LineMark
from clerk_app.printing.registry import render

Reader = Callable[[bytes], Any]
Notices = Callable[..., ContributionNoticeData]


def a_row(**changes: Any) -> ContributionNoticeRow:
    fields: dict[str, Any] = {
        "name": "王小明",
        "id_number": "532325199001010011",
        "tier": Money.yuan(300),
        "due": Money.yuan(300),
    }
    return ContributionNoticeRow(**(fields | changes))


def test_notice_tells_what_to_pay_when_printed(notice: Notices, read: Reader) -> None:
    rows = (
        a_row(name="王䶮𬭎", paid=Money.yuan(100)),
        a_row(name="李二", due=Money(0), proxied=Money.yuan(300)),
    )
    text = read(render(notice(rows=rows, rules="姚安 2017.1"))).text
    for part in (
        "2027年度城乡居民养老保险缴费通知单", "姚安县栋川镇清河村", "第三村民小组", "户号：清河-0012", "户主：王䶮𬭎", "532325********0011",
        "请于2026年12月31日前缴清", "缴费方式：到信用社柜台缴费。二、", "咨询电话：0878-5711234", "经办人：李会计", "村民委员会（章）",
        "编号JF-2026-000045", "第1份", "政策版本姚安2017.1", "打印日期2026-11-21", "¥200.00人民币贰佰元整",
    ):  # fmt: skip
        assert part in text
    assert "19900101" not in text
    assert "财政补贴" not in text


def test_notice_shows_the_subsidy_when_any_person_has_one(notice: Notices, read: Reader) -> None:
    text = read(render(notice(rows=(a_row(subsidy=Money(3550)), a_row(name="李二"))))).text
    assert "财政补贴" in text
    assert "35.50" in text


def test_notice_asks_for_nothing_when_a_person_paid_too_much(notice: Notices, read: Reader) -> None:
    data = notice(rows=(a_row(paid=Money.yuan(500)), a_row(due=Money.yuan(90), paid=Money.yuan(50))))
    assert data.still_due == Money.yuan(40)
    assert "人民币肆拾元整" in read(render(data)).text


def test_notices_come_three_a_page_when_there_are_several(notice: Notices, read: Reader) -> None:
    notices = [notice(household_number=f"户{place}", insurance=Insurance.MEDICAL) for place in range(7)]
    pages = read(render(notices)).pages
    assert [page.count("缴费通知单") for page in pages] == [3, 3, 1]
    assert [f"户号：户{place}" in pages[place // 3] for place in range(7)] == [True] * 7
    assert "城乡居民医疗保险" in pages[0]


def test_notice_goes_on_to_further_slips_when_people_do_not_fit(notice: Notices, read: Reader) -> None:
    pages = read(render(notice(14))).pages
    text = "".join(pages)
    assert "第1张共2张" in text
    assert "第2张共2张" in text
    assert text.count("续下张，合计见末张") == 1
    assert text.count("本户尚应缴合计") == 1
    assert "¥2,800.00人民币贰仟捌佰元整" in text
    assert [text.count(f"王小{place:02d}") for place in range(14)] == [1] * 14


def test_notice_keeps_six_people_on_one_slip_when_names_are_short(notice: Notices, read: Reader) -> None:
    assert "共2张" not in read(render(notice(6))).text


@pytest.mark.parametrize("endless", ["<b>", "王", "A"])
def test_slips_stay_inside_their_lines_when_texts_are_endless(notice: Notices, endless: str) -> None:
    long = endless * 5_000
    rows = tuple(a_row(name=long, id_number=long) for _ in range(2))
    sheet = lay_out([notice(rows=rows, village=long, group=long, head=long, how_to_pay=long, phone=long)])
    assert len(sheet.pages) == 1
    third = A4.height / 3
    ends = [mark.y2 if isinstance(mark, LineMark) else mark.y for mark in sheet.pages[0]]
    assert max(ends) < 2 * third + 12
    crossing = [
        mark
        for mark in sheet.pages[0]
        if isinstance(mark, LineMark) and not mark.dashed and int(mark.y1 / third) != int(mark.y2 / third)
    ]
    assert crossing == []


def test_notice_is_printed_without_people_when_none_has_to_pay(notice: Notices, read: Reader) -> None:
    assert "人民币零元整" in read(render(notice(0, clerk="", number=""))).text


def test_notices_must_be_some_when_printed() -> None:
    with pytest.raises(ValueError, match="no notice"):
        render([])


def test_notice_is_the_same_bytes_when_printed_twice(notice: Notices) -> None:
    assert render(notice(3)) == render(notice(3))
    assert render(notice(3)) != render(notice(3, deadline=date(2027, 1, 31)))
