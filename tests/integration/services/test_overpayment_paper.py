"""追缴办理单: numbered, copied and made void like the other forms, with sums from recorded months only (T93, F14)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.money import Money
from clerk_app.domain.recovery import RecoveryReceiptId, RecoverySpan, RecoverySpanId, RecoveryWay
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.notices import OVERPAYMENT_FORM, FormRequest, issue, preview, reprint, void_document
from clerk_app.services.recoveries import (
    ReceiptEntry,
    SpanEntry,
    add_span,
    open_recovery,
    receive,
    recoveries,
    reverse_receipt,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork, new_id
from tests.builders import DAY, VillageFolder
from tests.event_builders import a_year_old, granted_dibao, household, person

SPAN = SpanEntry(from_on=date(2025, 11, 1), to_on=date(2025, 12, 1), monthly=Money.yuan(143), source="县里发放记录")
LATER = SpanEntry(from_on=date(2026, 1, 1), to_on=date(2026, 3, 1), monthly=Money.yuan(163), source="县里发放记录")


@pytest.fixture(scope="module")
def year(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    return a_year_old(village_template, tmp_path_factory.mktemp("template") / "year")


@pytest.fixture
def late(year: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """A village where a pensioner's death was told five months late."""
    workspace = year.open(tmp_path / "data")
    events.carry_out(workspace, events.Death(person_id=person(workspace, "0004/杨有才"), on=date(2025, 10, 10)))
    yield workspace
    assert verify(workspace).ok
    workspace.close()


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def wanted(workspace: Workspace, number: str = "0004") -> FormRequest:
    return FormRequest(kind=OVERPAYMENT_FORM, household_ids=(household(workspace, number),))


def test_nothing_is_printed_while_the_sum_is_not_known(late: Workspace) -> None:
    with pytest.raises(UserError, match="还没有登记应追"):
        issue(late, wanted(late))
    with pytest.raises(UserError, match="没有追缴事项"):
        preview(late, wanted(late, "0005"))
    two = FormRequest(kind=OVERPAYMENT_FORM, household_ids=(household(late, "0004"), household(late, "0005")))
    with pytest.raises(UserError, match="一次打印一户"):
        preview(late, two)


def test_form_tells_months_sums_and_what_came_back_and_masks_the_number(late: Workspace) -> None:
    (found,) = recoveries(late)
    add_span(late, found.item.id, SPAN)
    add_span(late, found.item.id, LATER)
    wrong = receive(late, found.item.id, ReceiptEntry(amount=Money.yuan(77), paper="收据 0011"))
    reverse_receipt(late, wrong.id, "记错了")
    receive(late, found.item.id, ReceiptEntry(amount=Money.yuan(600), paper="姚人社〔2026〕7号", way=RecoveryWay.GRANT))
    with late.store.reading() as connection:
        number = UnitOfWork(connection).people.get(found.item.person_id or "").id_number
    text = words(issue(late, wanted(late)).pdf)
    for part in (
        "追缴办理单", "ZJ2026-00001", "杨有才", "王秀英", "0004户", "城乡居民基本养老金", "2025年10月10日（死亡）", "2025年11月至2026年3月",
        "经办条例第四十六条", "286.00", "489.00", "¥775.00人民币柒佰柒拾伍元整", "丧葬补助抵扣", "姚人社〔2026〕7号",
        "¥600.00人民币陆佰元整", "¥175.00人民币壹佰柒拾伍元整",
    ):  # fmt: skip
        assert part in text
    assert "********" in text
    assert "收据0011" not in text
    assert number is not None
    assert number not in text


def test_copy_says_what_holds_by_then_and_a_void_one_is_not_copied(late: Workspace) -> None:
    (found,) = recoveries(late)
    add_span(late, found.item.id, SPAN)
    (document,) = issue(late, wanted(late)).documents
    assert (document.about, document.copy_number, document.masked) == (found.item.id, 1, False)
    receive(late, found.item.id, ReceiptEntry(amount=Money.yuan(286), paper="收据 0012"))
    open_recovery(late, household(late, "0004"), FollowUpKind.DIBAO_RECOVERY, "收入超标")
    copy = reprint(late, document.id)
    assert (copy.documents[0].number, copy.documents[0].copy_number) == ("ZJ2026-00001", 2)
    assert "已全部追回" in words(copy.pdf)
    void_document(late, document.id, "写错了")
    with pytest.raises(UserError, match="已作废"):
        reprint(late, document.id)


def test_one_of_several_must_be_named(late: Workspace) -> None:
    (pension,) = recoveries(late)
    add_span(late, pension.item.id, SPAN)
    dibao = open_recovery(late, household(late, "0004"), FollowUpKind.DIBAO_RECOVERY, "收入超标")
    with pytest.raises(UserError, match="2 件追缴"):
        preview(late, wanted(late))
    assert "杨有才" in words(preview(late, replace(wanted(late), about=pension.item.id)))
    add_span(late, dibao.id, LATER)
    text = words(preview(late, replace(wanted(late), about=dibao.id)))
    assert "最低生活保障金" in text
    assert "杨有才" not in text
    with pytest.raises(UserError, match="找不到"):
        preview(late, replace(wanted(late, "0005"), about=pension.item.id))


def test_months_that_two_laptops_both_entered_are_not_summed_up(late: Workspace) -> None:
    (found,) = recoveries(late)
    span = add_span(late, found.item.id, SPAN)
    with late.unit_of_work("add_recovery_span") as uow:  # as the other laptop's act comes in
        uow.recovery_spans.add(
            RecoverySpan(
                id=RecoverySpanId(new_id()),
                follow_up_id=span.follow_up_id,
                from_on=date(2025, 12, 1),
                to_on=date(2025, 12, 1),
                monthly=Money.yuan(163),
                source="县里发放记录",
            )
        )
    with pytest.raises(UserError, match="2025-12 登记了两次"):
        issue(late, wanted(late))
    with pytest.raises(UserError, match="2025-12 登记了两次"):
        receive(late, found.item.id, ReceiptEntry(amount=Money.yuan(400), paper="收据 1"))


def test_last_of_it_that_two_laptops_both_received_is_told_as_too_much(late: Workspace) -> None:
    (found,) = recoveries(late)
    add_span(late, found.item.id, SPAN)
    receipt = receive(late, found.item.id, ReceiptEntry(amount=Money.yuan(286), paper="收据 1"))
    with late.unit_of_work("receive_recovery") as uow:  # as the other laptop's act comes in
        uow.recovery_receipts.add(replace(receipt, id=RecoveryReceiptId(new_id()), version=0, paper="收据 2"))
    assert "多追回¥286.00人民币贰佰捌拾陆元整，应退还" in words(preview(late, wanted(late)))


def test_dibao_of_a_household_that_is_gone_is_told_with_its_end(late: Workspace) -> None:
    granted_dibao(late, "0005")
    home = household(late, "0005")
    events.carry_out(late, events.Death(person_id=person(late, "0005/钱独山"), on=date(2026, 1, 25)))
    found = next(each for each in recoveries(late, home) if each.item.kind is FollowUpKind.DIBAO_RECOVERY)
    add_span(
        late, found.item.id, SpanEntry(from_on=date(2026, 2, 1), to_on=DAY, monthly=Money.yuan(300), source="发放记录")
    )
    text = words(preview(late, FormRequest(kind=OVERPAYMENT_FORM, household_ids=(home,))))
    for part in ("0005户", "户主钱独山", "2026年1月25日（死亡）", "最低生活保障金", "¥600.00", "57号"):
        assert part in text
