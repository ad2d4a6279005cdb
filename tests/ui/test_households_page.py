"""The four views of the page together, and the small helps of its fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import HEAD, IdentityKind
from clerk_app.errors import UserError
from clerk_app.services.drafts import load_draft
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_fields import GroupEdit
from clerk_app.ui.dialogs.member_choices import Illness, NationCombo, RelationCombo, StatusEdit
from clerk_app.ui.pages.households.register import DRAFT_KEY
from clerk_app.ui.widgets.strips import Strip
from tests.ui.households_page import HouseholdsDesk


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> HouseholdsDesk:
    return HouseholdsDesk(qtbot, village)


def test_leaving_the_page_while_registering_loses_nothing_and_asks_nothing(desk: HouseholdsDesk) -> None:
    desk.click("householdNew")
    desk.enter("3", "石桥12号")

    assert desk.page.may_leave()
    desk.settle()

    assert load_draft(desk.context.workspace, DRAFT_KEY) is not None
    assert desk.field("address").editor.raw == "石桥12号"


def test_a_household_found_by_the_search_box_is_shown_while_registering(desk: HouseholdsDesk) -> None:
    desk.click("householdNew")
    desk.enter("3", "石桥12号")

    desk.page.show_record("household", desk.file("0003").household.id)
    desk.settle()

    assert "0003" in desk.page.title
    assert desk.find(Strip, "fileFormStrip").isVisible()


def test_an_error_is_shown_in_the_view_in_sight(desk: HouseholdsDesk) -> None:
    desk.page.show_error(UserError("找不到这一户。"))

    assert desk.page.list_view.error_strip.isVisible()


@pytest.mark.parametrize("scene", ["register", "file", "file-belongings", "file-end", "import"])
def test_every_scene_shows_something(desk: HouseholdsDesk, scene: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("a picture asks nothing"))
    scenes = desk.page.scenes()
    if scene.startswith("file-"):
        scenes["file"]()

    scenes[scene]()
    desk.settle()

    assert desk.page.current is not desk.page.list_view


def test_the_heads_own_relation_is_changed_by_changing_the_head(desk: HouseholdsDesk) -> None:
    row = next(row for row in desk.page.list_view.model.shown if row.members > 1)
    desk.page.show_record("household", row.id)
    desk.settle()
    view = desk.page.file_view
    assert view is not None
    assert view.members.view.select(lambda member: member.membership.relation == HEAD)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        desk.settle()
        seen.append(dialog.objectName())
        dialog.reject()

    desk.in_dialog(lambda: desk.click("memberRelation"), look)

    assert seen == ["eventDialog"]


def test_statuses_are_ticked_in_a_list(qtbot: QtBot) -> None:
    edit = StatusEdit()
    qtbot.addWidget(edit)
    edit.setText("低保")
    edit.open_list()
    menu = edit.findChild(QMenu, "statusMenu")
    assert menu is not None
    ticked = [action.text() for action in menu.actions() if action.isChecked()]

    menu.actions()[0].trigger()
    menu.close()

    assert ticked == [IdentityKind.DIBAO.label]
    assert set(edit.kinds("statuses")) == {IdentityKind.DIBAO, next(iter(IdentityKind))}


def test_a_word_that_is_no_status_is_named(qtbot: QtBot) -> None:
    edit = StatusEdit()
    qtbot.addWidget(edit)
    edit.setText("低保、好人")

    with pytest.raises(UserError) as caught:
        edit.kinds("statuses")

    assert caught.value.field == "statuses"
    assert "好人" in caught.value.message


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("3", "第3组"), ("13", "第13组"), ("第3组", "第3组"), ("街", "老街"), ("9", "9"), ("新村", "新村")],
)
def test_a_group_is_found_by_a_part_of_its_name(qtbot: QtBot, typed: str, taken: str) -> None:
    edit = GroupEdit()
    qtbot.addWidget(edit)
    edit.set_names(("第3组", "第13组", "老街"))
    edit.setText(typed)

    edit.editingFinished.emit()

    assert edit.value == taken


@pytest.mark.parametrize(("typed", "code"), [("儿子", "20"), ("老伴", "10"), ("32", "32"), ("孙女", "42")])
def test_a_relation_is_taken_in_the_clerks_own_words(qtbot: QtBot, typed: str, code: str) -> None:
    combo = RelationCombo()
    qtbot.addWidget(combo)
    combo.setEditText(typed)

    assert combo.require("relation", "").value == code


def test_a_nation_is_taken_without_its_last_character(qtbot: QtBot) -> None:
    combo = NationCombo()
    qtbot.addWidget(combo)
    combo.setEditText("彝")

    assert combo.require("nation", "").value == "07"


def test_initials_replace_the_nation_that_was_proposed(desk: HouseholdsDesk) -> None:
    desk.click("householdNew")
    desk.field("nation_1").editor.setFocus()

    desk.enter("yz")

    assert desk.field("nation_1").editor.raw == "07"
    assert desk.focus.objectName() == "phone_1"


def test_a_choice_that_must_be_made_is_asked_for(qtbot: QtBot) -> None:
    combo = RelationCombo()
    qtbot.addWidget(combo)

    with pytest.raises(UserError):
        combo.require("relation", "与户主关系")


@pytest.mark.parametrize("serious", [True, False])
@pytest.mark.parametrize("chronic", [True, False])
def test_illness_says_both_marks(serious: bool, chronic: bool) -> None:
    illness = Illness.from_facts(serious=serious, chronic=chronic)

    assert (illness in (Illness.SERIOUS, Illness.BOTH)) is serious
    assert (illness in (Illness.CHRONIC, Illness.BOTH)) is chronic


def test_escape_in_the_list_of_a_field_closes_only_the_list(desk: HouseholdsDesk) -> None:
    desk.click("householdNew")
    desk.type("3")

    desk.press(Qt.Key.Key_Escape)
    desk.settle()

    assert desk.page.current is desk.page.form
