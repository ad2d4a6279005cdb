"""困难身份 in a household's file: recorded with grade and papers, corrected, lifted, ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.household import Identity, Member
from clerk_app.services.households import new_identity
from clerk_app.services.people import add_identity, change_identity, change_person
from clerk_app.ui.context import Changed
from clerk_app.ui.widgets.strips import Strip
from tests.ui.events_page import EventDesk
from tests.ui.households_page import HouseholdsDesk, dialog_field, filled, note_of, saved, view_of

POOR = IdentityKind.REGISTERED_POOR
GRADED = IdentityKind.STERILISATION_COMPLICATION


def choose(desk: HouseholdsDesk, name: str) -> Member:
    """Make a member of 0002 current."""
    assert view_of(desk).members.view.select(lambda member: member.person.name == name)
    return next(member for member in desk.file("0002").members if member.person.name == name)


def recorded(desk: HouseholdsDesk, kind: IdentityKind = POOR, **facts: object) -> Identity:
    """Record a status of 李㛃 from 2024-01-01 on, and make it current."""
    status = add_identity(
        desk.context.workspace, choose(desk, "李㛃").person.id, new_identity(kind, date(2024, 1, 1), **facts)
    )
    desk.page.reload(Changed.ALL)
    desk.settle()
    assert view_of(desk).identities.view.select(lambda row: row.identity.id == status.id)
    return status


def only_status(desk: HouseholdsDesk) -> Identity:
    (status,) = choose(desk, "李㛃").identities
    return status


def offered(dialog: QDialog) -> tuple[bool, bool]:
    """Say whether the grade and the day of lifting can be given."""
    return dialog_field(dialog, "grade").isEnabled(), dialog_field(dialog, "lifted_on").isEnabled()


def test_a_status_is_recorded_and_ended(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")
    desk.in_dialog(
        lambda: desk.click("identityAdd"),
        filled(kind=IdentityKind.TEKUN.value, from_on="2025-01-01", source="县民政局名单"),
    )
    identity = only_status(desk)
    assert (identity.kind, identity.from_on) == (IdentityKind.TEKUN, date(2025, 1, 1))

    assert view_of(desk).identities.view.select(lambda row: row.name == "李㛃")
    desk.in_dialog(lambda: desk.click("identityEnd"), filled(to_on="2026-01-31", reason="复核退出"))

    assert only_status(desk).to_on == date(2026, 1, 31)
    assert not desk.find(QPushButton, "identityEnd").isEnabled()
    assert desk.find(QPushButton, "identityChange").isEnabled(), "an ended one can be corrected"


def test_a_status_is_recorded_with_its_grade_and_papers(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")

    desk.in_dialog(
        lambda: desk.click("identityAdd"),
        filled(
            kind=GRADED.value, grade="3", from_on="20240501", to_on="2024-12-31", certificate="并-12", source="县卫健局"
        ),
    )

    status = only_status(desk)
    assert (status.kind, status.grade) == (GRADED, 3)
    assert (status.from_on, status.to_on) == (date(2024, 5, 1), date(2024, 12, 31))
    assert (status.certificate, status.source) == ("并-12", "县卫健局")
    shown = view_of(desk).identities.view.model
    assert shown.index(0, 1).data() == "节育手术并发症（三级）"


def test_a_status_that_was_lifted_already_is_recorded_with_the_day(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")

    desk.in_dialog(
        lambda: desk.click("identityAdd"), filled(kind=POOR.value, from_on="2014-01-01", lifted_on="2018-12-31")
    )

    assert only_status(desk).lifted_on == date(2018, 12, 31)


def test_a_status_is_corrected_and_the_history_says_why(desk: HouseholdsDesk) -> None:
    before = recorded(desk, certificate="旧-1")

    desk.in_dialog(
        lambda: desk.click("identityChange"),
        filled(from_on="2023-06-01", lifted_on="2025-12-31", certificate="新-2", source="县扶贫办", reason="核对卷宗"),
    )

    status = only_status(desk)
    assert status == replace(
        before,
        version=status.version,
        from_on=date(2023, 6, 1),
        lifted_on=date(2025, 12, 31),
        certificate="新-2",
        source="县扶贫办",
    )
    told = desk.find(QLabel, "historyEntry_0").text()
    assert "修改困难身份" in told
    assert "核对卷宗" in told


def test_an_ended_status_is_corrected_and_runs_again(desk: HouseholdsDesk) -> None:
    recorded(desk, to_on=date(2025, 6, 30))

    desk.in_dialog(lambda: desk.click("identityChange"), filled(to_on="2025-07-31", reason="文书写错"))
    assert only_status(desk).to_on == date(2025, 7, 31)

    desk.in_dialog(lambda: desk.click("identityChange"), filled(to_on="", reason="没有终止"))
    assert only_status(desk).to_on is None
    assert desk.find(QPushButton, "identityEnd").isEnabled()


def test_saving_an_untouched_form_changes_nothing_of_a_status(desk: HouseholdsDesk) -> None:
    before = recorded(desk, lifted_on=date(2025, 1, 1), certificate="长" * 300, source="县里")

    desk.in_dialog(lambda: desk.click("identityChange"), filled())

    assert only_status(desk) == before


def test_a_wrong_kind_is_corrected_and_what_it_cannot_have_goes(desk: HouseholdsDesk) -> None:
    recorded(desk, lifted_on=date(2025, 1, 1))
    seen: list[tuple[bool, bool]] = []

    def fill(dialog: QDialog) -> None:
        seen.append(offered(dialog))
        dialog_field(dialog, "kind").set_raw(GRADED.value)
        seen.append(offered(dialog))
        dialog_field(dialog, "grade").set_raw("2")
        saved(dialog)

    desk.in_dialog(lambda: desk.click("identityChange"), fill)

    assert seen == [(False, True), (True, False)]
    status = only_status(desk)
    assert (status.kind, status.grade, status.lifted_on) == (GRADED, 2, None)


def test_grade_and_lifting_are_offered_only_where_a_status_has_them(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")
    seen: dict[str, tuple[bool, bool]] = {}

    def look(dialog: QDialog) -> None:
        seen[""] = offered(dialog)
        for kind in (POOR, GRADED, IdentityKind.DIBAO):
            dialog_field(dialog, "kind").set_code(kind)
            seen[kind.label] = offered(dialog)
        dialog.done(0)

    desk.in_dialog(lambda: desk.click("identityAdd"), look)

    assert seen == {
        "": (False, False),
        POOR.label: (False, True),
        GRADED.label: (True, False),
        IdentityKind.DIBAO.label: (False, False),
    }


def test_what_is_typed_stays_while_the_kind_is_typed_again(desk: HouseholdsDesk) -> None:
    choose(desk, "李㛃")
    kept: list[str] = []

    def fill(dialog: QDialog) -> None:
        kind = dialog_field(dialog, "kind")
        kind.set_code(POOR)
        dialog_field(dialog, "lifted_on").set_raw("2025-01-01")
        kind.set_code(None)
        kind.set_code(POOR)
        kept.append(dialog_field(dialog, "lifted_on").raw)
        dialog.done(0)

    desk.in_dialog(lambda: desk.click("identityAdd"), fill)

    assert kept == ["2025-01-01"]


def test_a_status_is_corrected_by_keys_alone(desk: EventDesk) -> None:
    recorded(desk)
    table = view_of(desk).identities.view.table

    def keys(dialog: QDialog) -> None:
        assert dialog.focusWidget() is dialog_field(dialog, "kind")
        places = ["from_on", "to_on", "lifted_on", "certificate", "source", "reason", "dialogSave"]
        for place in places:  # the grade, which this status has not, is passed over
            desk.press(Qt.Key.Key_Return)
            focus = dialog.focusWidget()
            assert focus is not None
            assert focus.objectName() == place
            if place == "certificate":
                QTest.keyClicks(focus, "A-7")
        desk.press(Qt.Key.Key_Return)

    table.setFocus()
    desk.in_late_dialog(lambda: desk.press(Qt.Key.Key_Return), keys)  # keys go where the focus is: it must be there

    assert only_status(desk).certificate == "A-7"


def test_escape_leaves_a_status_as_it_was(desk: HouseholdsDesk) -> None:
    before = recorded(desk)

    def leave(dialog: QDialog) -> None:
        QTest.keyClick(dialog_field(dialog, "kind"), Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    desk.in_dialog(lambda: desk.click("identityChange"), leave)

    assert only_status(desk) == before


def test_people_of_one_name_are_told_apart_by_their_years_when_a_status_is_recorded(desk: HouseholdsDesk) -> None:
    workspace = desk.context.workspace
    wife = choose(desk, "李㛃").person
    change_person(workspace, replace(wife, name="单长乐"))
    desk.open_file("0002")
    names: list[str] = []

    def look(dialog: QDialog) -> None:
        box = dialog_field(dialog, "member")
        names.extend(box.itemText(place) for place in range(box.count()))
        dialog.reject()

    desk.in_dialog(lambda: desk.click("identityAdd"), look)
    assert f"单长乐（{wife.birth_on.year}）" in names


def test_a_status_that_runs_already_is_refused_in_the_form(desk: HouseholdsDesk) -> None:
    desk.open_file("0001")
    assert view_of(desk).members.view.select(lambda member: bool(member.identities))
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog_field(dialog, "kind").set_raw(POOR.value)
        saved(dialog)
        desk.settle()
        errors.append(note_of(dialog, "kind").error)

    desk.in_dialog(lambda: desk.click("identityAdd"), fill)

    assert errors[0]


@pytest.mark.parametrize(
    ("button", "texts", "field"),
    [
        ("identityAdd", {"kind": ""}, "kind"),
        ("identityAdd", {"kind": IdentityKind.DIBAO.value, "from_on": "2025-01-02", "to_on": "2025-01-01"}, "to_on"),
        ("identityAdd", {"kind": POOR.value, "from_on": "2025-01-02", "lifted_on": "2025-01-01"}, "lifted_on"),
        ("identityChange", {"kind": ""}, "kind"),
        ("identityChange", {"from_on": ""}, "from_on"),
        ("identityChange", {"from_on": "2024-13-01"}, "from_on"),
        ("identityChange", {"to_on": "2023-12-31"}, "to_on"),
        ("identityChange", {"lifted_on": "明年"}, "lifted_on"),
        ("identityChange", {"lifted_on": "2023-12-31"}, "lifted_on"),
        ("identityChange", {"certificate": "\x1b[2J"}, "certificate"),
        ("identityChange", {"source": "\x07"}, "source"),
        ("identityChange", {"kind": IdentityKind.TEKUN.value, "to_on": "2025-03-01"}, "to_on"),
        ("identityChange", {"kind": IdentityKind.TEKUN.value, "from_on": "2025-03-01"}, "kind"),
        ("identityChange", {"to_on": "2025-03-01"}, "reason"),
        ("identityEnd", {"reason": ""}, "reason"),
        ("identityEnd", {"to_on": "2023-12-31", "reason": "复核退出"}, "to_on"),
    ],
    ids=[
        "add_kind",
        "add_order",
        "add_lifted",
        "kind",
        "from_missing",
        "from_none",
        "order",
        "lifted_none",
        "lifted_order",
        "certificate",
        "source",
        "reaches_into_next",
        "begins_in_next",
        "change_reason",
        "reason",
        "end_order",
    ],
)
def test_what_a_status_cannot_be_is_said_at_its_field(
    desk: HouseholdsDesk, button: str, texts: dict[str, str], field: str
) -> None:
    later = new_identity(IdentityKind.TEKUN, date(2025, 2, 1))
    add_identity(desk.context.workspace, choose(desk, "李㛃").person.id, later)
    recorded(desk)
    before = choose(desk, "李㛃").identities
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        filled(**texts)(dialog)
        desk.settle()
        errors.append(note_of(dialog, field).error)

    desk.in_dialog(lambda: desk.click(button), fill)

    assert errors[0]
    assert choose(desk, "李㛃").identities == before


def test_a_status_that_was_changed_meanwhile_is_not_written_over(desk: HouseholdsDesk) -> None:
    status = recorded(desk)
    said: list[str] = []

    def fill(dialog: QDialog) -> None:
        change_identity(desk.context.workspace, replace(status, source="县里"))
        filled(source="乡里")(dialog)
        desk.settle()
        strip = dialog.findChild(Strip, "errorStrip")
        assert strip is not None
        said.append(strip.text if strip.isVisible() else "")

    desk.in_dialog(lambda: desk.click("identityChange"), fill)

    assert said[0]
    assert only_status(desk).source == "县里"
