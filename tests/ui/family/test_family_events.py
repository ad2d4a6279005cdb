"""Events in the window: told before they are done, done as told, and leaving no trace when they are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget

from clerk_app.domain.codes import HEAD, Marital, Sex
from clerk_app.domain.event import EventKind
from clerk_app.services import events
from clerk_app.services.event_desk import situation_of
from clerk_app.services.follow_ups import follow_ups
from clerk_app.services.households import household_numbered, open_household
from clerk_app.services.people import change_person
from clerk_app.services.today import DueKind, today
from clerk_app.services.workspace import Workspace
from clerk_app.ui.dialogs.events import EventDialog
from clerk_app.ui.dialogs.events.fields import Desk
from clerk_app.ui.dialogs.events.kinds import FIELDS
from clerk_app.ui.dialogs.household_act import ActDialog
from tests.builders import DAY, FixedClock, a_household, person_named, resident_number
from tests.ui.dialogs import when_modal
from tests.ui.events_page import EventDesk, EventForm
from tests.ui.households_page import dialog_field, note_of

TODAY = DAY + timedelta(days=15)


@pytest.fixture
def workspace(workspace: Workspace, clock: FixedClock) -> Workspace:
    """Three households, registered two weeks ago."""
    clock.day = TODAY
    return workspace


def relations(desk: EventDesk, number: str) -> dict[str, str]:
    """Return who belongs to a household from tomorrow on: of those who leave, today is the last day."""
    tomorrow = open_household(desk.context.workspace, desk.file(number).household.id, TODAY + timedelta(days=1))
    return {member.person.name: member.membership.relation for member in tomorrow.members}


def to_do(desk: EventDesk, number: str) -> list[str]:
    return [row.kind.value for row in follow_ups(desk.context.workspace, desk.file(number).household.id)]


def confirmed(**texts: str) -> Callable[[EventForm], None]:
    """Return what fills a form and carries it out."""

    def fill(form: EventForm) -> None:
        form.fill(**texts)
        form.confirm()

    return fill


# coming


def test_a_birth_is_entered_by_keys_alone_and_told_before(desk: EventDesk) -> None:
    told: list[str] = []

    def by_keys(form: EventForm) -> None:
        desk.enter("单小宝", "", "2026-03-20", "男")
        assert desk.focus is form.editor("mother_id")
        desk.enter("李")
        assert form.editor("relation").raw == "20", "proposed from the mother"
        desk.settle()
        form.dialog.look()
        desk.settle()
        told.extend(form.words(name) for name in ("title", "consequences", "rechecks"))
        desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.settle()

    def begin() -> None:
        desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        desk.settle()
        desk.press(Qt.Key.Key_Return)  # the first of the menu

    desk.in_form(begin, by_keys)

    assert "单小宝 2026-03-20 出生" in told[0]
    assert "0002 户成员（子）" in told[1]
    assert "2026-04-20" in told[2]
    assert relations(desk, "0002")["单小宝"] == "20"
    assert to_do(desk, "0002") == ["id_number"]
    assert "单小宝" in desk.said[-1]


def test_a_newcomers_number_fills_birth_and_sex_of_a_marriage(desk: EventDesk) -> None:
    a_household().with_head("自建国", age=30, place=20).register_id(desk.context.workspace)
    desk.open_file("0004")
    number = resident_number(date(1998, 5, 6), Sex.FEMALE, 30)

    def fill(form: EventForm) -> None:
        form.fill(name="李新梅", id_number=number, relation="12", on=TODAY.isoformat())
        assert (form.editor("birth_on").raw, form.editor("sex").raw) == ("1998-05-06", "2")
        form.editor("spouse_id").set_code(form.editor("spouse_id")._options[0])
        form.confirm()

    desk.event("marriage_in", fill)

    file = desk.file("0004")
    assert relations(desk, "0004") == {"自建国": HEAD, "李新梅": "12"}
    assert {member.person.marital for member in file.members} == {Marital.MARRIED}


def test_somebody_of_another_household_marries_in_and_brings_a_child(desk: EventDesk) -> None:
    desk.open_file("0003")

    def fill(form: EventForm) -> None:
        form.fill(comes_from="here")
        form.find("person_id", "李㛃")
        desk.settle()
        form.fill(relation="12")
        assert form.is_shown("bringing")
        assert not form.is_shown("new_head"), "the head stays"
        form.fill(bringing_1="1", bringing_1_relation="32")
        form.confirm()

    desk.event("marriage_in", fill)

    assert relations(desk, "0003") == {"罗𬭎": HEAD, "李㛃": "12", "单小雨": "32"}
    assert relations(desk, "0002") == {"单长乐": HEAD}


def test_somebody_away_comes_back_and_the_page_says_who_is_away(desk: EventDesk) -> None:
    desk.choose("李㛃")
    desk.event("away", confirmed(to_place="昆明"), button="memberEvent")
    away = desk.find(QLabel, "fileAway")
    assert away.isVisible()
    assert "李㛃" in away.text()
    assert "昆明" in away.text()
    assert to_do(desk, "0002") == ["absence_check"]

    desk.event("return", lambda form: form.confirm())

    absences = situation_of(desk.context.workspace, desk.file("0002").household.id).absences
    assert [absence.to_on for absence in absences] in ([], [TODAY])


# leaving


def test_a_death_names_the_next_head_and_what_ends(desk: EventDesk) -> None:
    desk.choose("单长乐")
    told: list[str] = []

    def fill(form: EventForm) -> None:
        assert form.words("missing"), "the day is missing"
        form.fill(on=TODAY.isoformat(), reason="死亡医学证明")
        told.extend(form.words(name) for name in ("questions", "consequences", "changes"))
        assert form.editor("restated_0").raw == "30"
        form.fill(new_head=form.editor("new_head")._options[2].value)
        told.append(form.words("consequences"))
        form.fill(new_head=form.editor("new_head")._options[1].value)
        form.confirm()

    desk.event("death", fill, button="memberEvent")

    assert "推定为李㛃" in told[0]
    assert "户籍关系到 2026-03-31 为止" in told[1]
    assert "死亡日期：2026-03-31" in told[2]
    assert "丧偶" in told[2]
    assert "由单小雨作户主" in told[3]
    assert relations(desk, "0002") == {"李㛃": HEAD, "单小雨": "30"}


def test_a_daughter_marries_out_while_her_hukou_stays(desk: EventDesk) -> None:
    desk.choose("单小雨")

    def fill(form: EventForm) -> None:
        form.fill(on=TODAY.isoformat(), to_place="大姚县")
        assert form.is_shown("other_county")
        form.fill(hukou_moves="")
        assert not form.is_shown("other_county")
        assert "法定婚龄" in form.words("questions")
        form.confirm()

    desk.event("marriage_out", fill, button="memberEvent")

    assert relations(desk, "0002")["单小雨"] == "30"
    assert to_do(desk, "0002") == ["separated"]


def test_members_move_out_and_the_head_is_followed(desk: EventDesk) -> None:
    desk.choose("单长乐")

    def fill(form: EventForm) -> None:
        form.fill(hukou="moves", to_place="昆明市", other_county="1")
        assert form.is_shown("new_head")
        form.confirm()

    desk.event("away", fill, button="memberEvent")

    assert relations(desk, "0002") == {"李㛃": HEAD, "单小雨": "30"}


# between households


def test_a_split_makes_a_household(desk: EventDesk) -> None:
    desk.choose("李㛃")

    def fill(form: EventForm) -> None:
        assert "李㛃" in form.words("missing"), "whose relation is missing is told without alarm"
        form.editor("people_1").setFocus()
        desk.enter("", "户主")
        assert form.editor("people_1_relation").raw == HEAD
        assert desk.focus is form.editor("people_2")
        desk.press(Qt.Key.Key_Space)
        desk.enter("", "30")
        assert desk.focus is form.editor("on")
        form.fill(reason="离婚")
        assert "立 0004 户" in form.words("consequences")
        form.confirm()

    desk.event("split", fill, button="memberEvent")

    assert relations(desk, "0002") == {"单长乐": HEAD}
    assert relations(desk, "0004") == {"李㛃": HEAD, "单小雨": "30"}


def test_a_split_without_a_relation_goes_to_the_list(desk: EventDesk) -> None:
    problems: list[str] = []

    def fill(form: EventForm) -> None:
        form.fill(people_2="1", reason="分家另过")
        form.confirm()
        label = form.dialog.findChild(QLabel, "peopleProblem")
        assert isinstance(label, QLabel)
        problems.append(label.text() if label.isVisible() else "")
        assert desk.focus is form.editor("people_2_relation")
        form.leave()

    desk.event("split", fill)

    assert "单小雨" in problems[0]
    assert len(relations(desk, "0002")) == 3


def test_another_household_is_merged_into_this_one(desk: EventDesk) -> None:
    def fill(form: EventForm) -> None:
        form.find("from_id", "0003")
        desk.settle()
        form.fill(people_0_relation="73", reason="重复立户")
        form.confirm()

    desk.event("merge", fill)

    assert relations(desk, "0002")["罗𬭎"] == "73"
    assert desk.file("0003").household.closed_on == TODAY - timedelta(days=1)


def test_this_household_is_merged_into_another(desk: EventDesk) -> None:
    def fill(form: EventForm) -> None:
        form.fill(direction="out")
        form.find("from_id", "0003")
        form.fill(people_0_relation="71", people_1_relation="72", people_2_relation="93", reason="父母与子女合户")
        form.confirm()

    desk.event("merge", fill)

    assert relations(desk, "0003") == {"罗𬭎": HEAD, "单长乐": "71", "李㛃": "72", "单小雨": "93"}


def test_a_member_moves_to_another_household(desk: EventDesk) -> None:
    desk.choose("单小雨")

    def fill(form: EventForm) -> None:
        form.find("household_id", "lh")
        form.fill(people_2_relation="94", reason="收养")
        form.confirm()

    desk.event("move", fill, button="memberEvent")

    assert relations(desk, "0003") == {"罗𬭎": HEAD, "单小雨": "94"}


# making up and correcting


def test_a_change_of_head_takes_the_relation_that_the_clerk_says(desk: EventDesk) -> None:
    workspace = desk.context.workspace
    workspace.clock.day = DAY  # type: ignore[attr-defined]  # the village's clock stands still
    (
        a_household()
        .with_head("自世春", age=70, place=40)
        .with_member("自建国", "20", age=45, place=41)
        .with_member("自小虎", "41", age=20, place=42)
        .register_id(workspace)
    )
    workspace.clock.day = TODAY  # type: ignore[attr-defined]  # as above
    desk.open_file("0004")
    desk.choose("自建国")

    def fill(form: EventForm) -> None:
        raws = {form.editor(name).raw for name in ("restated_0", "restated_1")}
        assert "51" in raws
        form.editor("reason").setFocus()
        for name in ("restated_0", "restated_1", "dialogSave"):
            desk.press(Qt.Key.Key_Return)
            assert desk.focus is form.editor(name)
        form.fill(restated_1="93")
        assert "侄" in form.words("changes")
        form.confirm()

    desk.event("head", fill, button="memberEvent")

    assert relations(desk, "0004") == {"自建国": HEAD, "自世春": "51", "自小虎": "93"}


def test_relations_said_of_one_head_are_not_kept_for_another(desk: EventDesk) -> None:
    def fill(form: EventForm) -> None:
        form.fill(new_head=form.editor("new_head")._options[0].value)
        form.fill(restated_1="32")
        assert form.dialog.relations.chosen
        form.fill(new_head=form.editor("new_head")._options[1].value)
        form.look()
        assert not form.dialog.relations.chosen
        assert [form.editor(f"restated_{place}").raw for place in (0, 1)] == ["51", "52"]
        form.leave()

    desk.in_form(lambda: desk.click("memberHead"), fill)


def test_the_household_changes_its_group(desk: EventDesk) -> None:
    desk.event("group", confirmed(group="第7组", reason="搬迁安置"))

    assert desk.file("0002").household.group == "第7组"


def test_a_number_of_somebody_else_is_refused_at_its_field(desk: EventDesk) -> None:
    taken = desk.file("0001").members[0].person.id_number
    before = desk.file("0002")
    errors: list[str] = []
    desk.choose("单长乐")

    def fill(form: EventForm) -> None:
        form.fill(number=str(taken), reason="录入错误")
        errors.append(form.error("number"))
        errors.append(form.words("refusals"))
        form.confirm()
        errors.append(form.error("number"))
        assert desk.focus is form.editor("number")
        form.leave()

    desk.event("number", fill, button="memberEvent")

    assert all(errors)
    assert desk.file("0002") == before


def test_a_number_that_tells_another_sex_asks_which_counts(desk: EventDesk) -> None:
    member = desk.file("0002").members[0]
    number = resident_number(member.person.birth_on, Sex.FEMALE, 60)
    desk.choose("单长乐")

    def fill(form: EventForm) -> None:
        assert not form.is_shown("sex")
        form.fill(number=number, reason="身份证")
        assert form.is_shown("sex")
        form.confirm()
        assert form.error("sex")
        form.fill(sex="1")
        form.confirm()

    desk.event("number", fill, button="memberEvent")

    assert desk.file("0002").members[0].person.id_number == number
    assert desk.file("0002").members[0].person.sex is Sex.MALE


def test_somebody_registered_as_dead_is_found_alive(desk: EventDesk) -> None:
    workspace = desk.context.workspace
    person_id = person_named(desk.file("0002"), "李㛃")
    events.carry_out(workspace, events.Death(person_id=person_id, on=TODAY))
    desk.open_file("0002")

    def fill(form: EventForm) -> None:
        assert not form.is_shown("relation"), "she was not the head"
        form.fill(reason="本人到场核实")
        assert "都保留" in form.words("consequences")
        form.confirm()

    desk.event("alive", fill)

    assert relations(desk, "0002")["李㛃"] == "12"


# not done


def test_escape_leaves_at_once_while_nothing_was_typed(desk: EventDesk) -> None:
    before = desk.file("0002")

    desk.event("death", lambda form: form.dialog.reject())

    assert desk.file("0002") == before
    assert to_do(desk, "0002") == []


def test_escape_asks_when_something_was_typed_and_leaves_no_trace(desk: EventDesk) -> None:
    before = desk.file("0002")
    asked: list[str] = []

    def fill(form: EventForm) -> None:
        form.fill(on=TODAY.isoformat())

        def answer(notice: QDialog) -> None:
            asked.append(notice.objectName())
            leave = notice.findChild(QPushButton, "noticeAccept")
            assert isinstance(leave, QPushButton)
            leave.click()

        when_modal(answer)
        form.dialog.reject()

    desk.choose("单小雨")
    desk.event("death", fill, button="memberEvent")

    assert asked == ["leaveNotice"]
    assert desk.file("0002") == before
    assert to_do(desk, "0002") == []


def test_a_plan_that_changed_meanwhile_is_shown_again(desk: EventDesk) -> None:
    workspace = desk.context.workspace
    said: list[str] = []
    desk.choose("单小雨")

    def fill(form: EventForm) -> None:
        form.fill(on=TODAY.isoformat())
        member = desk.file("0002").members[2]
        change_person(workspace, replace(member.person, name="单晓雨"))
        form.dialog.save_button.click()
        desk.settle()
        said.extend((form.strip, form.words("title")))
        assert form.dialog.isVisible()
        form.confirm()

    desk.event("death", fill, button="memberEvent")

    assert "变化" in said[0]
    assert "单晓雨" in said[1]
    assert "单晓雨" not in relations(desk, "0002")


def test_what_was_not_looked_at_is_shown_before_it_is_done(desk: EventDesk) -> None:
    def fill(form: EventForm) -> None:
        form.fill(group="第8组")
        form.editor("group").set_raw("第9组")
        form.dialog.save_button.click()
        desk.settle()
        assert form.strip
        assert "第9组" in form.words("title")
        assert desk.file("0002").household.group == "第2组"
        form.dialog.save_button.click()
        desk.settle()

    desk.event("group", fill)

    assert desk.file("0002").household.group == "第9组"


def test_a_plan_out_of_sight_is_brought_into_sight_before_it_is_done(desk: EventDesk) -> None:
    def fill(form: EventForm) -> None:
        form.dialog.resize(form.dialog.width(), 320)
        form.fill(name="单小宝", birth_on="2026-03-20", sex="1", relation="20")
        QApplication.processEvents()
        form.dialog.save_button.click()
        desk.settle()
        assert form.strip
        assert "单小宝" not in relations(desk, "0002")
        form.dialog.save_button.click()
        desk.settle()

    desk.event("birth", fill)

    assert relations(desk, "0002")["单小宝"] == "20"


# what is offered


def close(menu: QMenu) -> None:
    menu.hide()


def test_what_makes_no_sense_is_greyed_with_the_reason(desk: EventDesk) -> None:
    desk.open_file("0003")
    menu = desk.menu()
    offered = desk.entries(menu)
    texts = {action.objectName(): action.text() for action in menu.actions()}
    close(menu)

    assert [kind.value for kind in EventKind if not offered[kind.value]] == ["split", "return", "head", "alive"]
    assert "只有一位成员" in texts["event_split"]
    assert offered["transfer"]


def test_a_member_is_offered_what_fits_and_leaving_for_other_reasons(desk: EventDesk) -> None:
    desk.choose("单长乐")
    menu = desk.menu("memberEvent")
    offered = list(desk.entries(menu))
    close(menu)

    assert offered == ["death", "marriage_out", "away", "move", "split", "number", "leave"]


def test_a_closed_household_can_still_be_opened_again(desk: EventDesk) -> None:
    workspace = desk.context.workspace
    person_id = person_named(desk.file("0003"), "罗𬭎")
    events.carry_out(
        workspace, events.Away(people=(person_id,), on=TODAY - timedelta(days=1), hukou_moves=True, to_place="昆明")
    )
    desk.open_file("0003")
    menu = desk.menu()
    offered = desk.entries(menu)
    close(menu)
    assert [kind for kind, is_offered in offered.items() if is_offered] == ["return"]

    desk.event("return", confirmed(people_0_relation=HEAD))

    assert desk.file("0003").household.closed_on is None


def test_leaving_for_a_reason_that_is_an_event_leads_there(desk: EventDesk) -> None:
    errors: list[str] = []
    desk.choose("单小雨")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ActDialog)
        for reason in ("因病死亡", "外嫁到大姚", "迁出"):
            dialog_field(dialog, "reason").set_raw(reason)
            dialog.try_save()
            errors.append(note_of(dialog, "reason").error)
        dialog.fields.mark_saved()
        dialog.reject()

    menu = desk.menu("memberEvent")
    leave = next(action for action in menu.actions() if action.objectName() == "event_leave")
    close(menu)
    desk.in_late_dialog(leave.trigger, fill)

    for error, kind in zip(errors, (EventKind.DEATH, EventKind.MARRIAGE_OUT, EventKind.AWAY), strict=True):
        assert kind.label in error
    assert len(relations(desk, "0002")) == 3


def test_every_kind_has_fields_that_can_be_told_apart_and_read_out(desk: EventDesk) -> None:
    situation = situation_of(desk.context.workspace, household_numbered(desk.context.workspace, "0002").household.id)
    for kind in EventKind:
        part = FIELDS[kind](Desk(desk.context, situation))
        desk.qtbot.addWidget(part)

        names = [field.name for field in part.fields]

        assert len(names) == len(set(names)), kind
        assert all(field.editor.accessibleName() for field in part.fields), kind
        assert "on" in names, kind


# things to do


def test_something_left_to_do_is_settled_with_its_outcome(desk: EventDesk) -> None:
    person_id = person_named(desk.file("0002"), "李㛃")
    events.carry_out(desk.context.workspace, events.Away(people=(person_id,), on=TODAY, hukou_moves=False))
    desk.open_file("0002")
    table = desk.table("fileFollowUpsTable")
    assert [row.person for row in table.model.shown] == ["李㛃"]
    errors: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ActDialog)
        dialog.try_save()
        desk.settle()
        errors.append(note_of(dialog, "outcome").error)
        dialog_field(dialog, "outcome").set_raw("已核实，在昆明务工")
        dialog.try_save()

    desk.in_dialog(lambda: desk.click("followUpSettle"), fill)

    assert errors[0]
    assert to_do(desk, "0002") == []
    assert [row.outcome for row in table.model.shown] == ["已核实，在昆明务工"]
    assert not desk.find(QWidget, "followUpSettle").isEnabled()


def test_the_first_page_leads_to_the_household_with_what_is_to_be_done(desk: EventDesk) -> None:
    events.carry_out(
        desk.context.workspace,
        events.Away(people=(person_named(desk.file("0002"), "李㛃"),), on=TODAY, until=TODAY, hukou_moves=False),
    )
    (due,) = (item for item in today(desk.context.workspace).items if item.kind is DueKind.FOLLOW_UP)

    desk.page.show_record(due.record_kind, due.record_id)
    desk.settle()

    assert [row.person for row in desk.table("fileFollowUpsTable").model.shown] == ["李㛃"]


def test_the_picture_of_an_event_carries_nothing_out(desk: EventDesk) -> None:
    before = desk.file("0002")
    scenes = desk.page.scenes()

    scenes["file-event"]()
    desk.settle()
    (dialog,) = desk.page.findChildren(EventDialog)
    desk.settle()
    assert "死亡" in dialog.view.words("title")
    scenes["file-end"]()

    assert not dialog.isVisible()
    assert desk.file("0002") == before
