"""Villages, clerks, passwords: who may open a data folder, and what a failure leaves behind."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clerk_app.domain.clerk import Role
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.seal import new_age_identity
from clerk_app.security.keys import KeyRing, save_keyring
from clerk_app.services import accounts
from clerk_app.services.accounts import (
    NewVillage,
    VillageEntry,
    add_clerk,
    change_password,
    change_village,
    check_village,
    create_village,
    end_clerk,
    renew_recovery_key,
    reset_password,
    sign_in,
    the_village,
)
from clerk_app.services.history import history_of
from clerk_app.services.households import list_households
from clerk_app.services.unlocking import clerk_choices, has_village
from clerk_app.services.verification import verify
from clerk_app.services.workspace import SystemClock, Workspace
from tests.builders import CHEAP, CLERK, DAY, PASSWORD, VILLAGE, FixedClock, VillageFolder

OTHER = "Another-long-one-9"


def make(folder: Path, entry: VillageEntry = VILLAGE, clerk: str = CLERK, password: str = PASSWORD) -> NewVillage:
    return create_village(folder, entry, clerk, password, FixedClock(), parameters=CHEAP)


# making a village


def test_new_village_is_one_act_and_can_be_opened_again(tmp_path: Path) -> None:
    made = make(tmp_path / "data", replace(VILLAGE, name=" 清河村 ", code=" 532325100201 "))
    village = the_village(made.workspace)
    assert (village.code, village.name, village.town, village.county, village.pack, village.local) == (
        "532325100201",
        "清河村",
        "栋川镇",
        "姚安县",
        "yaoan",
        {},
    )
    assert verify(made.workspace).acts == 1
    assert history_of(made.workspace, (village.id,))[0].kind == "建立村档案"
    made.workspace.close()
    opened = sign_in(tmp_path / "data", PASSWORD, FixedClock())
    assert (opened.clerk.name, opened.clerk.role, opened.clerk.active_from) == (CLERK, Role.CLERK, DAY)
    assert the_village(opened) == village
    opened.close()


def test_new_folder_is_its_owners_only(tmp_path: Path) -> None:
    make(tmp_path / "deep" / "data").workspace.close()
    folder = tmp_path / "deep" / "data"
    assert folder.stat().st_mode & 0o077 == 0
    assert {each.name for each in folder.iterdir()} == {"clerk.db", "keys.json"}
    assert has_village(folder)
    assert not has_village(tmp_path)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "53232510020"}, "code"),
        ({"code": "932325100201"}, "code"),
        ({"code": "53232510020１"}, "code"),
        ({"name": "  "}, "name"),
        ({"name": "村" * 61}, "name"),
        ({"name": "清\x00河"}, "name"),
        ({"pack": "atlantis"}, "pack"),
        ({"pack": "../yaoan"}, "pack"),
        ({"county_key": "age1nonsense"}, None),
    ],
)
def test_wrong_village_is_refused_and_leaves_nothing(
    tmp_path: Path, changes: dict[str, Any], field: str | None
) -> None:
    with pytest.raises(UserError) as refused:
        make(tmp_path / "data", replace(VILLAGE, **changes))
    assert field is None or refused.value.field == field
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("clerk", "password"), [("", PASSWORD), ("何" * 61, PASSWORD), (CLERK, "short"), (CLERK, "aaaaaaaaaa"), (CLERK, "")]
)
def test_wrong_clerk_or_password_is_refused_and_leaves_nothing(tmp_path: Path, clerk: str, password: str) -> None:
    with pytest.raises(UserError):
        make(tmp_path / "data", VILLAGE, clerk, password)
    assert not (tmp_path / "data").exists()


def test_folder_that_holds_a_village_is_refused_and_stays_as_it_was(village_folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in village_folder.iterdir() if path.is_file()}
    with pytest.raises(SituationError, match="已经有一个村"):
        make(village_folder)
    assert {path.name: path.read_bytes() for path in village_folder.iterdir() if path.is_file()} == before


def test_folder_that_cannot_be_made_is_a_situation(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SituationError, match="建不起来"):
        make(tmp_path / "file" / "data")
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize("existed", [True, False])
def test_failure_while_making_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    def full(*_asked: object) -> None:
        raise SituationError("磁盘已满")

    folder = tmp_path / "data"
    if existed:
        folder.mkdir()
        (folder / "own.txt").write_text("mine")
    monkeypatch.setattr(accounts, "save_keyring", full)
    with pytest.raises(SituationError, match="磁盘已满"):
        make(folder)
    assert has_village(folder) is False
    assert folder.exists() is existed
    if existed:
        assert (folder / "own.txt").read_text() == "mine"
        monkeypatch.undo()
        make(folder).workspace.close()


# opening


def test_wrong_password_is_one_sentence_at_the_password(village_folder: Path) -> None:
    with pytest.raises(UserError) as refused:
        sign_in(village_folder, PASSWORD + " ", FixedClock())
    assert refused.value.field == "password"
    assert "\n" not in refused.value.message


def test_folder_without_a_village_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UserError, match="还没有村的数据"):
            clerk_choices(folder)


def test_missing_database_is_a_situation(village_folder: Path) -> None:
    (village_folder / "clerk.db").unlink()
    with pytest.raises(SituationError, match=r"clerk\.db"):
        sign_in(village_folder, PASSWORD, FixedClock())


def test_missing_keys_are_a_situation(village_folder: Path) -> None:
    (village_folder / "keys.json").unlink()
    with pytest.raises(SituationError, match=r"keys\.json"):
        sign_in(village_folder, PASSWORD, FixedClock())


def test_database_of_another_folder_is_a_situation(village_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    make(other).workspace.close()
    (village_folder / "clerk.db").write_bytes((other / "clerk.db").read_bytes())
    with pytest.raises(SituationError, match="数据库打不开"):
        sign_in(village_folder, PASSWORD, FixedClock())


# passwords and the recovery key


def test_recovery_key_gives_a_new_password(village_template: VillageFolder, village_folder: Path) -> None:
    typed = village_template.recovery_key.lower().replace("-", " ")
    opened = reset_password(village_folder, typed, OTHER, FixedClock(), parameters=CHEAP)
    assert len(list_households(opened)) == 3
    opened.close()
    with pytest.raises(UserError):
        sign_in(village_folder, PASSWORD, FixedClock())
    sign_in(village_folder, OTHER, FixedClock()).close()


def test_recovery_key_that_is_wrong_or_a_weak_password_changes_nothing(
    village_template: VillageFolder, village_folder: Path, tmp_path: Path
) -> None:
    keys = (village_folder / "keys.json").read_bytes()
    made = make(tmp_path / "other")
    made.workspace.close()
    for key, password in (
        (made.recovery_key, OTHER),
        ("X" * 40, OTHER),
        ("", OTHER),
        (village_template.recovery_key, "weak"),
    ):
        with pytest.raises(UserError):
            reset_password(village_folder, key, password, FixedClock(), parameters=CHEAP)
    assert (village_folder / "keys.json").read_bytes() == keys


def test_renewed_recovery_key_replaces_the_old_sheet(village: Workspace, village_template: VillageFolder) -> None:
    with pytest.raises(UserError):
        renew_recovery_key(village, "wrong-password")
    renewed = renew_recovery_key(village, PASSWORD)
    with pytest.raises(UserError) as refused:
        reset_password(village.data_dir, village_template.recovery_key, OTHER, FixedClock(), parameters=CHEAP)
    assert refused.value.field == "recovery_key"
    reset_password(village.data_dir, renewed, OTHER, FixedClock(), parameters=CHEAP).close()


def test_changed_password_replaces_the_old_one(village: Workspace) -> None:
    change_password(village, PASSWORD, OTHER, parameters=CHEAP)
    with pytest.raises(UserError):
        sign_in(village.data_dir, PASSWORD, FixedClock())
    sign_in(village.data_dir, OTHER, FixedClock()).close()


@pytest.mark.parametrize(("old", "new"), [("wrong-password", OTHER), (PASSWORD, "weak"), (PASSWORD, CLERK * 4)])
def test_password_stays_when_the_change_is_refused(village: Workspace, old: str, new: str) -> None:
    keys = (village.data_dir / "keys.json").read_bytes()
    with pytest.raises(UserError):
        change_password(village, old, new, parameters=CHEAP)
    assert (village.data_dir / "keys.json").read_bytes() == keys


# several clerks


def test_second_clerk_signs_in_by_name_or_id(village: Workspace) -> None:
    second = add_clerk(village, PASSWORD, " 李助 ", OTHER, Role.ASSISTANT, parameters=CHEAP)
    assert (second.name, second.role) == ("李助", Role.ASSISTANT)
    assert [holder.name for holder in clerk_choices(village.data_dir)] == [CLERK, "李助"]
    for named in ("李助", second.id):
        opened = sign_in(village.data_dir, OTHER, FixedClock(), clerk=named)
        assert opened.clerk.id == second.id
        opened.close()
    for named in ("", "王五"):
        with pytest.raises(UserError, match=f"{CLERK}、李助"):
            sign_in(village.data_dir, OTHER, FixedClock(), clerk=named)
    with pytest.raises(UserError):
        sign_in(village.data_dir, OTHER, FixedClock(), clerk=CLERK)
    (entry,) = history_of(village, (second.id,))
    assert (entry.kind, {(c.field, c.after) for c in entry.changes} & {("岗位", "协助员")}) == (
        "增加经办人",
        {("岗位", "协助员")},
    )


@pytest.mark.parametrize(
    ("own", "name", "password"),
    [
        ("wrong-password", "李助", OTHER),
        (PASSWORD, CLERK, OTHER),
        (PASSWORD, " ", OTHER),
        (PASSWORD, "李助", "weak"),
    ],
)
def test_second_clerk_is_refused(village: Workspace, own: str, name: str, password: str) -> None:
    keys = (village.data_dir / "keys.json").read_bytes()
    acts = verify(village).acts
    with pytest.raises(UserError):
        add_clerk(village, own, name, password, parameters=CHEAP)
    assert (village.data_dir / "keys.json").read_bytes() == keys
    assert verify(village).acts == acts


def test_ended_clerk_cannot_sign_in_and_stays_in_the_history(village: Workspace) -> None:
    second = add_clerk(village, PASSWORD, "李助", OTHER, parameters=CHEAP)
    keys = (village.data_dir / "keys.json").read_bytes()
    end_clerk(village, second.id, "调走")
    with pytest.raises(UserError):
        sign_in(village.data_dir, OTHER, FixedClock(), clerk="李助")
    (village.data_dir / "keys.json").write_bytes(keys)
    with pytest.raises(UserError, match="李助已在 2026-03-16 停用"):
        sign_in(village.data_dir, OTHER, FixedClock(), clerk="李助")
    assert [(entry.kind, entry.reason) for entry in history_of(village, (second.id,))] == [
        ("修改经办人", "调走"),
        ("增加经办人", ""),
    ]
    assert verify(village).ok


def test_clerk_cannot_end_himself_or_a_stranger(village: Workspace) -> None:
    with pytest.raises(UserError, match="自己"):
        end_clerk(village, village.clerk.id, "")
    with pytest.raises(UserError):
        end_clerk(village, "nobody", "")


def test_key_ring_is_put_back_when_the_act_fails(village: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = json.loads((village.data_dir / "keys.json").read_text())

    def save_and_stop(path: Path, keyring: KeyRing) -> None:
        save_keyring(path, keyring)
        if len(keyring.clerks) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(accounts, "save_keyring", save_and_stop)
    with pytest.raises(KeyboardInterrupt):
        add_clerk(village, PASSWORD, "李助", OTHER, parameters=CHEAP)
    assert json.loads((village.data_dir / "keys.json").read_text()) == keys


# the village's own record


def test_changed_village_is_stored_tidied(village: Workspace) -> None:
    _, recipient = new_age_identity()
    before = the_village(village)
    changed = change_village(
        village,
        replace(
            before, name=" 清河社区 ", phone=" 1 ", pack="hebei", county_key=f" {recipient}\n", code=f" {before.code}"
        ),
    )
    assert changed == the_village(village)
    assert (changed.name, changed.phone, changed.pack, changed.county_key, changed.code) == (
        "清河社区",
        "1",
        "hebei",
        recipient,
        before.code,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"code": "1"},
        {"pack": "atlantis"},
        {"county_key": "age1nonsense"},
        {"local": {"dibao_standard": "many"}},
        {"local": {"no_such_value": "1"}},
        {"local": {"dibao_standard": "-1"}},
    ],
)
def test_wrong_change_of_the_village_is_refused(village: Workspace, changes: dict[str, object]) -> None:
    before = the_village(village)
    with pytest.raises(UserError):
        change_village(village, replace(before, **changes))  # type: ignore[arg-type]
    assert the_village(village) == before


def test_check_gives_back_the_tidied_entry() -> None:
    assert check_village(replace(VILLAGE, town=" 栋川镇 ", county="县" * 99)).town == "栋川镇"
    assert len(check_village(replace(VILLAGE, county="县" * 99)).county) == 60


def test_laptops_own_clock_gives_an_instant_with_its_zone_and_the_day_at_the_desk() -> None:
    clock = SystemClock()
    before = clock.now()
    assert before.tzinfo is not None
    assert clock.today() in {before.astimezone().date(), clock.now().astimezone().date()}


def test_making_a_village_that_was_cut_off_can_be_begun_again(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "keys.json").write_text("half", encoding="utf-8")
    (folder / "clerk.db.new").write_bytes(b"half")
    (folder / "clerk.db.new-wal").write_bytes(b"half")
    assert not has_village(folder)
    entry = VillageEntry(code="532325100201", name="清河村")
    create_village(folder, entry, CLERK, PASSWORD, clock, parameters=CHEAP).workspace.close()
    assert has_village(folder)
    assert not list(folder.glob("clerk.db.new*"))
    sign_in(folder, PASSWORD, clock).close()
