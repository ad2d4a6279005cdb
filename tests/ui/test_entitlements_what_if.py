"""假如: what is supposed is answered at once, marked, and never stored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import IdentityKind
from clerk_app.services.drafts import draft_keys
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.pages.entitlements.outcomes import Mark, Outcome
from clerk_app.ui.widgets.strips import Strip
from tests.ui.entitlements_page import EntitlementsDesk, register_five

PENSIONER, DISABLED, HEALTHY = 1, 3, 4


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> EntitlementsDesk:
    found = EntitlementsDesk(qtbot, village, register_five(village))
    found.click("whatIfToggle")
    return found


def outcome(desk: EntitlementsDesk) -> Outcome:
    return desk.view.outcomes[desk.view.person]


def marks(desk: EntitlementsDesk) -> dict[str, Mark]:
    return {right.code: right.mark for right in outcome(desk).rights}


def test_strip_says_that_nothing_is_saved(desk: EntitlementsDesk) -> None:
    assert "不会保存" in desk.find(Strip, "whatIfStrip").text


def test_fields_start_with_the_facts_of_the_person_chosen(desk: EntitlementsDesk) -> None:
    desk.choose(DISABLED)

    person = desk.file.members[DISABLED - 1].person
    assert desk.field("whatIfBirth").editor.raw == person.birth_on.isoformat()
    assert desk.field("whatIfGrade").editor.raw == "2"
    assert desk.field("whatIfReceiving").editor.raw == ""


def test_certificate_supposed_brings_the_proxy_payment_marked_new(desk: EntitlementsDesk) -> None:
    before = desk.file
    desk.choose(HEALTHY)

    desk.suppose("whatIfGrade", "1")

    assert marks(desk)["pension.proxy"] is Mark.NEW
    assert desk.has("right_pension.proxy")
    assert "→" in desk.count(HEALTHY)
    assert desk.file == before
    assert not draft_keys(desk.context.workspace)


def test_pension_not_drawn_is_marked_gone(desk: EntitlementsDesk) -> None:
    desk.choose(PENSIONER)

    desk.suppose("whatIfReceiving", "")

    assert marks(desk)["pension.base"] is Mark.GONE


def test_identity_supposed_brings_premium_aid_and_taking_it_back_ends_the_supposition(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)
    name = f"whatIfIdentity_{IdentityKind.TEKUN.value}"

    desk.suppose(name, "1")
    assert marks(desk)["medical.premium_aid"] is Mark.NEW
    desk.suppose(name, "")

    assert "medical.premium_aid" not in marks(desk)
    assert all(mark is Mark.SAME for mark in marks(desk).values())


def test_income_and_property_supposed_give_dibao(desk: EntitlementsDesk) -> None:
    desk.suppose("whatIfIncome", "6,000")
    desk.suppose("whatIfProperty", "yes")

    assert "1,600.00" in desk.words("dibaoCard")
    assert desk.count(0).startswith("0 → 1")
    desk.suppose("whatIfProperty", "no")
    assert "1,600.00" not in desk.words("dibaoCard")


def test_several_people_are_supposed_at_once(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)
    desk.suppose("whatIfGrade", "1")
    desk.choose(PENSIONER)
    desk.suppose("whatIfReceiving", "")

    assert "→" in desk.count(HEALTHY)
    assert "→" in desk.count(PENSIONER)
    desk.choose(HEALTHY)
    assert desk.field("whatIfGrade").editor.raw == "1"


def test_wrong_date_stands_beside_its_field_and_the_answer_stays(desk: EntitlementsDesk) -> None:
    desk.choose(PENSIONER)
    shown = outcome(desk)

    desk.suppose("whatIfBirth", "1955-13-01")

    assert desk.field("whatIfBirth").error
    assert outcome(desk) == shown
    desk.suppose("whatIfBirth", "1955-03-01")
    assert not desk.field("whatIfBirth").error


def test_half_a_date_is_not_refused_while_it_is_typed(desk: EntitlementsDesk, qtbot: QtBot) -> None:
    desk.choose(PENSIONER)
    editor = desk.field("whatIfBirth").editor
    desk.view.activateWindow()
    editor.setFocus()
    editor.set_raw("")
    QTest.keyClicks(editor, "1955-1")
    desk.settle()
    assert not desk.field("whatIfBirth").error

    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.settle()

    assert desk.field("whatIfBirth").error


def test_tier_that_the_year_does_not_have_is_refused_at_its_field(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)

    desk.suppose("whatIfTier", "250")

    assert desk.field("whatIfTier").error


def test_reset_goes_back_to_the_facts(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)
    desk.suppose("whatIfGrade", "1")
    desk.suppose("whatIfIncome", "100")

    desk.click("whatIfStripAction")

    assert desk.field("whatIfGrade").editor.raw == ""
    assert desk.field("whatIfIncome").editor.raw == ""
    assert not outcome(desk).rights


def test_escape_closes_the_supposition_first(desk: EntitlementsDesk, qtbot: QtBot) -> None:
    desk.choose(HEALTHY)
    desk.suppose("whatIfGrade", "1")
    closed: list[bool] = []
    desk.view.closed.connect(lambda: closed.append(True))

    QTest.keyClick(desk.view.people, Qt.Key.Key_Escape)
    desk.settle()

    assert not desk.has("whatIfPanel")
    assert not closed
    assert not outcome(desk).rights


def test_copy_says_that_it_is_supposed(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)
    desk.suppose("whatIfGrade", "1")
    desk.click("entitlementsCopy")

    assert "假如" in QGuiApplication.clipboard().text()


def test_supposition_stays_while_the_register_changes(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)
    desk.suppose("whatIfGrade", "1")

    desk.view.reload(Changed.ALL)
    desk.settle()

    assert marks(desk)["pension.proxy"] is Mark.NEW


def test_another_day_is_answered_for_that_day(desk: EntitlementsDesk) -> None:
    desk.choose(HEALTHY)

    desk.suppose("whatIfOn", "2045-01-01")

    assert desk.view.answer is not None
    assert desk.view.answer.assessment.on.year == 2045
