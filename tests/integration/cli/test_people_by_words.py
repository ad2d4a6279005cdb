"""``clerk household add|edit`` and ``clerk member add|edit|end``: all that the member form of the window holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.cli.event_requests import KINDS
from clerk_app.cli.people_facts import FACT_FIELDS
from clerk_app.domain.codes import (
    Capacity,
    DisabilityKind,
    Education,
    IdentityKind,
    Marital,
    MedicalScheme,
    PensionScheme,
    Sex,
)
from clerk_app.domain.event import EventKind
from clerk_app.domain.household import Person
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import from_15_digits
from clerk_app.services.accounts import sign_in
from clerk_app.services.households import household_numbered
from clerk_app.services.people_named import person_named
from tests.builders import CLERK, DAY, PASSWORD, FixedClock, resident_number

Run = Callable[..., Any]
OLD = "341004600229001"
NEW = from_15_digits(OLD)
FACTS = (
    "--former-name", "段小翠、翠儿",
    "--nation", "彝族", "--phone", "13900000000", "--marital", "丧偶", "--education", "小学", "--student", "no",
    "--labour", "部分丧失", "--self-care", "具备", "--serious-illness", "yes", "--chronic-illness", "yes",
    "--disability-on", "2020-01-02", "--pension-scheme", "城乡居民养老", "--medical-scheme", "城乡居民医保",
    "--receiving-pension", "yes", "--pension-years", "12", "--pension-balance", "3525.50",
)  # fmt: skip
STORED: dict[str, object] = {
    "former_name": "段小翠、翠儿",
    "nation": "07", "phone": "13900000000", "marital": Marital.WIDOWED, "education": Education.PRIMARY, "student": False,
    "labour_capacity": Capacity.PARTIAL, "self_care": Capacity.FULL, "serious_illness": True, "chronic_illness": True,
    "disability_kind": DisabilityKind.LIMB, "disability_grade": 3, "disability_certified_on": date(2020, 1, 2),
    "pension_scheme": PensionScheme.RESIDENT, "medical_scheme": MedicalScheme.RESIDENT, "receiving_pension": True,
    "pension_years": 12, "pension_balance": Money.parse("3525.50"),
}  # fmt: skip


def on_file(folder: Path, who: str) -> Person:
    workspace = sign_in(folder, PASSWORD, FixedClock())
    try:
        return person_named(workspace, who)
    finally:
        workspace.close()


def facts_of(person: Person, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(person, name) for name in names}


def test_every_fact_of_a_person_has_its_option() -> None:
    own = {"id", "version", "former_id_number", "temporary_number"}
    by_themselves = {"name", "id_number", "id_unverified", "birth_on", "sex", "died_on"}
    assert set(FACT_FIELDS) | by_themselves | own == {field.name for field in fields(Person)}


def test_member_is_added_with_every_fact_of_the_form(run: Run, village_folder: Path) -> None:
    number = resident_number(date(1955, 5, 1), Sex.FEMALE, 61)
    said = run("member", "add", "--household", "0001", "--name", "段氏", "--number", number, "--relation", "母",
               "--disability-card", f"{number}43", "--note", "独居", "--status", "建档立卡、低保", *FACTS,
               "--data", village_folder, "--json")  # fmt: skip
    assert (said.status, said.json["doubts"], said.err) == (0, [], "")
    person = on_file(village_folder, number)
    assert facts_of(person, STORED) == STORED
    assert (person.note, person.disability_certificate) == ("独居", f"{number}43")
    shown = run("household", "show", "0001", "--data", village_folder, "--json").json
    (statuses,) = (one["identities"] for one in shown["people"] if one["name"] == "段氏")
    assert set(statuses) == {IdentityKind.REGISTERED_POOR.value, IdentityKind.DIBAO.value}


def test_household_is_added_with_every_fact_of_both_forms(run: Run, village_folder: Path) -> None:
    number = resident_number(date(1950, 5, 1), Sex.MALE, 62)
    said = run("household", "add", "--name", "李新户", "--number", number, "--land", "3.5", "--housing-area", "90",
               "--housing-structure", "砖混", "--note", "新迁来", "--head-note", "耳背", "--household", "0077",
               "--disability-card", f"{number}43", "--status", "特困", *FACTS, "--data", village_folder)  # fmt: skip
    assert said.status == 0, said.err
    workspace = sign_in(village_folder, PASSWORD, FixedClock())
    file = household_numbered(workspace, "0077")
    workspace.close()
    household, head = file.household, file.members[0]
    assert (household.land, household.housing_area, household.housing_structure) == (350, 90, "砖混")
    assert (household.note, head.person.note, household.phone) == ("新迁来", "耳背", "13900000000")
    assert facts_of(head.person, STORED) == STORED
    assert [identity.kind for identity in head.identities] == [IdentityKind.TEKUN]
    (told,) = run("household", "show", "0077", "--data", village_folder, "--json").json["people"]
    assert (told["education"], told["self_care"], told["serious_illness"]) == ("小学", "具备", True)
    assert (told["disability_certificate"], told["disability_grade"]) == (f"{number}43", 3)
    assert (told["pension_balance"], told["disability_certified_on"]) == ("3525.50", "2020-01-02")
    assert run("household", "edit", "0077", "--land", "", "--housing-area", "", "--data", village_folder).status == 0
    assert run("household", "edit", "0077", "--land", "三亩", "--data", village_folder).status == 2
    assert run("household", "edit", "0077", "--housing-area", "大", "--data", village_folder).status == 2


def test_every_fact_is_mended_and_taken_away_again(run: Run, village_folder: Path) -> None:
    who, data = "0001/段有福", ("--data", village_folder)
    assert (
        run("member", "edit", who, "--disability-kind", "肢体", "--disability-grade", "三级", *FACTS, *data).status == 0
    )
    assert facts_of(on_file(village_folder, who), STORED) == STORED
    words = [word for option in ("--marital", "--education", "--pension-scheme", "--medical-scheme", "--pension-years",
             "--pension-balance", "--disability-kind", "--disability-grade", "--disability-on") for word in (option, "")]  # fmt: skip
    assert run("member", "edit", who, *words, *data).status == 0
    person = on_file(village_folder, who)
    assert (person.marital, person.education, person.pension_scheme, person.medical_scheme) == (None, None, None, None)
    assert (person.pension_years, person.pension_balance, person.disability_grade) == (None, None, None)
    assert person.labour_capacity is Capacity.PARTIAL, "what was not named stays"


def test_t12_card_that_says_otherwise_counts_and_is_told(run: Run, village_folder: Path) -> None:
    number = on_file(village_folder, "0001/段有福").id_number
    words = ("--disability-card", f"{number}43B1", "--disability-kind", "视力", "--disability-grade", "1")
    said = run("member", "edit", "0001/段有福", *words, "--data", village_folder, "--json")
    assert [doubt[:6] for doubt in said.json["doubts"]] == ["残疾类别与残", "残疾等级与残"]
    assert said.err.count("请核对：") == 2
    person = on_file(village_folder, "0001/段有福")
    assert (person.disability_kind, person.disability_grade) == (DisabilityKind.LIMB, 3)


@pytest.mark.parametrize(
    "words",
    [
        ("household", "add", "--name", "自旧号", "--number", OLD),
        ("member", "add", "--household", "0001", "--name", "自旧号", "--number", OLD, "--relation", "父"),
    ],
    ids=["household", "member"],
)
def test_t2_old_number_is_taken_by_words_and_both_forms_are_told(
    run: Run, village_folder: Path, words: tuple[str, ...]
) -> None:
    said = run(*words, "--data", village_folder, "--json")
    assert said.status == 0, said.err
    assert NEW in said.json["doubts"][0]
    assert NEW in said.err
    for asked in (OLD, NEW):
        person = on_file(village_folder, asked)
        assert (person.id_number, person.former_id_number, person.birth_on) == (NEW, OLD, date(1960, 2, 29))


def test_leaving_for_an_event_is_refused_with_its_command(run: Run, village_folder: Path) -> None:
    for reason, command in (("病故", "death"), ("嫁出", "marry-out"), ("外出务工", "away"), ("分户", "split")):
        said = run("member", "end", "0001/周兰英", "--reason", reason, "--data", village_folder)
        assert (said.status, said.err.count("\n")) == (2, 1)
        assert f"clerk event {command}" in said.err
    assert run("member", "end", "0001/周兰英", "--reason", "登记有误", "--data", village_folder).status == 0


def test_every_kind_of_event_is_named_as_its_command() -> None:
    assert {kind.command for kind in EventKind} == {name for name, *_ in KINDS}


def test_day_of_death_is_only_corrected(run: Run, village_folder: Path) -> None:
    data = ("--data", village_folder)
    living = run("member", "edit", "0001/周兰英", "--died-on", DAY.isoformat(), *data)
    assert (living.status, "clerk event death" in living.err) == (2, True)
    number = on_file(village_folder, "0001/周兰英").id_number
    day = (DAY - timedelta(days=2)).isoformat()
    died = run("event", "death", "--person", number, "--on", day, "--reason", "死亡证明", *data)
    assert died.status == 0, died.err
    other = DAY - timedelta(days=3)
    assert run("member", "edit", number, "--died-on", other.isoformat(), "--reason", "证明写错", *data).status == 0
    assert on_file(village_folder, str(number)).died_on == other
    alive = run("member", "edit", number, "--died-on", "", *data)
    assert (alive.status, "clerk event alive" in alive.err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [("--education", "高小"), ("--disability-grade", "5"), ("--pension-years", "十"), ("--pension-balance", "多"),
     ("--labour", ""), ("--disability-on", "昨天"), ("--pension-years", "99")],
    ids=["education", "grade", "years", "balance", "capacity", "day", "too many years"],
)  # fmt: skip
def test_fact_that_cannot_be_read_changes_nothing(run: Run, village_folder: Path, words: tuple[str, str]) -> None:
    before = on_file(village_folder, "0001/段有福")
    said = run("member", "edit", "0001/段有福", *words, "--data", village_folder)
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert on_file(village_folder, "0001/段有福") == before


def test_status_that_nobody_knows_is_refused(run: Run, village_folder: Path) -> None:
    said = run("household", "add", "--name", "李", "--number", OLD, "--status", "富裕户", "--data", village_folder)
    assert (said.status, "富裕户" in said.err) == (2, True)


# history


def test_history_tells_who_changed_what_and_why(run: Run, village_folder: Path) -> None:
    data = ("--data", village_folder)
    run("member", "edit", "0001/周兰英", "--phone", "13900000001", *data)
    run("member", "edit", "0001/周兰英", "--phone", "13900000002", "--reason", "换号", *data)
    told = run("member", "history", "0001/周兰英", *data)
    lines = told.out.splitlines()
    assert told.status == 0
    assert lines[0].endswith(f"{CLERK}  修改人员  原因：换号")
    assert lines[1] == "  人员：联系电话 13900000001 → 13900000002"
    assert "登记住户" in lines[4]
    short = run("member", "history", "0001/周兰英", "--last", "1", *data).out
    assert short.splitlines() == lines[:2]
    whole = run("household", "history", "0001", *data).out
    assert whole.splitlines()[:2] == [lines[0], "  人员 周兰英：联系电话 13900000001 → 13900000002"], (
        "of whom, among all"
    )
    assert "人员 段有福" in whole, "the household's history has all its people"


def test_history_is_read_by_programs_too(run: Run, village_folder: Path) -> None:
    data = ("--data", village_folder)
    run("member", "edit", "0001/周兰英", "--education", "小学", "--reason", "补填", *data)
    entry, *_ = run("household", "history", "0001", "--json", *data).json["entries"]
    assert (entry["by"], entry["kind"], entry["reason"], entry["fate"]) == (CLERK, "修改人员", "补填", "")
    assert entry["changes"] == [
        {"record": "人员 周兰英", "field": "文化程度", "before": "", "after": "小学", "fate": ""}
    ]
    assert datetime.fromisoformat(entry["at"]).tzinfo is not None
    own, *_ = run("member", "history", "0001/周兰英", "--json", *data).json["entries"]
    assert own == {**entry, "changes": [{**entry["changes"][0], "record": "人员"}]}
    assert run("household", "history", "0001", "--json", *data).json["earlier"] == []


def test_history_that_cannot_be_is_refused(run: Run, village_folder: Path) -> None:
    for words in (("household", "history", "9999"), ("member", "history", "0001/无名"), ("member", "history", "0001/周兰英", "--last", "0")):  # fmt: skip
        said = run(*words, "--data", village_folder)
        assert (said.status, said.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "words",
    [
        ("member", "edit", "0001/周兰英", "--phone", "1", "--reason", "\x1b[2J"),
        ("member", "edit", "0001/周兰英", "--note", "\x1b[2J"),
        ("member", "end", "0001/周兰英", "--reason", "登记有误\x9b"),
        ("household", "edit", "0001", "--housing-structure", "砖\x07混"),
        ("event", "group", "--household", "0001", "--group", "第9组", "--reason", "调\x1b]0;x组"),
        ("contribution", "record", "--household", "0001", "--person", "周兰英", "--tier", "200", "--collector", "张\x1b[2J"),
    ],
    ids=["reason", "note", "reason for leaving", "housing", "event", "collector"],
)  # fmt: skip
def test_free_text_that_a_terminal_would_obey_is_refused_in_one_sentence(
    run: Run, village_folder: Path, words: tuple[str, ...]
) -> None:
    said = run(*words, "--data", village_folder)
    assert (said.status, said.err.count("\n"), "控制字符" in said.err) == (2, 1, True), said.err
    assert "\x1b" not in said.err + said.out


def test_control_characters_that_came_from_elsewhere_do_nothing_in_a_history(
    run: Run, village_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("clerk_app.storage.unit_of_work.require_no_control", lambda _text, _field: None)
        run("member", "end", "0001/周兰英", "--reason", "登记有误\x1b[2J", "--data", village_folder)
    told = run("household", "history", "0001", "--data", village_folder).out
    assert "登记有误␛[2J" in told
    assert "\x1b" not in told


def test_a_relation_that_only_the_other_sex_can_have_is_asked_about(run: Run, village_folder: Path) -> None:
    born = ("--birth-on", "1990-01-01", "--sex")
    data = ("--household", "0001", "--data", village_folder)
    odd = run("member", "add", "--name", "李四", *born, "男", "--relation", "儿媳", *data)
    assert (odd.status, "请核对：与户主关系“儿媳”和性别“男”对不上" in odd.err) == (0, True)
    right = run("member", "add", "--name", "李五", *born, "女", "--relation", "儿媳", *data)
    assert (right.status, "对不上" in right.err) == (0, False)
