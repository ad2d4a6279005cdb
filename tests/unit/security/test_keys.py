from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from clerk_app.errors import SituationError, UserError
from clerk_app.security.keys import (
    DEFAULT,
    DataKey,
    KeyHolder,
    KeyRing,
    Parameters,
    create_keyring,
    load_keyring,
    new_data_key,
    save_keyring,
)
from tests.quick import password_cost

CHEAP = Parameters(memory_kib=32, passes=1, lanes=1)
PASSWORD = "清河村的钥匙-7"


@pytest.fixture(scope="module")
def made() -> tuple[KeyRing, DataKey, str]:
    return create_keyring("clerk-1", "张秀兰", PASSWORD, CHEAP)


@pytest.fixture
def ring(made: tuple[KeyRing, DataKey, str]) -> KeyRing:
    return made[0]


@pytest.fixture
def key(made: tuple[KeyRing, DataKey, str]) -> DataKey:
    return made[1]


def test_data_keys_are_random_and_hidden_when_shown() -> None:
    first, second = new_data_key(), new_data_key()
    assert len(first.raw) == 32
    assert first != second
    assert repr(first) == "DataKey()"


def test_data_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")


def test_ring_unlocks_with_password_and_with_recovery_key(made: tuple[KeyRing, DataKey, str]) -> None:
    ring, key, text = made
    assert ring.clerks == (KeyHolder("clerk-1", "张秀兰"),)
    assert ring.unlock("clerk-1", PASSWORD) == key
    assert ring.unlock_with_recovery(text) == key
    assert ring.unlock_with_recovery(f"  {text.lower().replace('-', ' ')} ") == key


def test_default_parameters_work_and_are_kept_with_the_wrap(tmp_path: Path) -> None:
    with password_cost(Parameters()):  # the tests make all others cheap
        ring, key, _text = create_keyring("clerk-1", "张秀兰", PASSWORD)
        save_keyring(tmp_path / "keys.json", ring)
        assert DEFAULT.memory_kib == 65536
    kept = json.loads((tmp_path / "keys.json").read_text(encoding="utf-8"))["clerks"][0]
    assert (kept["memory_kib"], kept["passes"], kept["lanes"]) == (65536, 3, 4)
    assert load_keyring(tmp_path / "keys.json").unlock("clerk-1", PASSWORD) == key


@pytest.mark.parametrize("wrong", ["", PASSWORD + " ", PASSWORD[:-1], "清河村的钥匙-8", PASSWORD.upper() + "x"])
def test_unlock_is_refused_when_password_is_wrong(ring: KeyRing, wrong: str) -> None:
    with pytest.raises(UserError, match="密码不对") as caught:
        ring.unlock("clerk-1", wrong)
    assert caught.value.field == "password"


def test_unlock_is_refused_when_clerk_has_no_password(ring: KeyRing) -> None:
    with pytest.raises(UserError, match="没有密码") as caught:
        ring.unlock("clerk-9", PASSWORD)
    assert caught.value.field == "clerk"


def test_password_in_composed_and_decomposed_spelling_is_one() -> None:
    ring, key, _text = create_keyring("clerk-1", "张秀兰", "cafe\u0301-qinghe", CHEAP)
    assert ring.unlock("clerk-1", "café-qinghe") == key


def test_recovery_key_of_another_ring_opens_nothing(ring: KeyRing) -> None:
    _ring, _key, other = create_keyring("clerk-1", "张秀兰", PASSWORD, CHEAP)
    with pytest.raises(UserError, match="打不开这份资料") as caught:
        ring.unlock_with_recovery(other)
    assert caught.value.field == "recovery_key"


def test_second_clerk_opens_the_same_data(ring: KeyRing, key: DataKey) -> None:
    both = ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP)
    assert [holder.clerk_id for holder in both.clerks] == ["clerk-1", "clerk-2"]
    assert both.unlock("clerk-2", "another secret") == key
    assert both.unlock("clerk-1", PASSWORD) == key
    with pytest.raises(UserError):
        both.unlock("clerk-2", PASSWORD)


def test_password_change_leaves_place_and_ends_the_old_password(ring: KeyRing, key: DataKey) -> None:
    both = ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP)
    changed = both.with_clerk("clerk-1", "张秀兰", "a new password", key, CHEAP)
    assert [holder.clerk_id for holder in changed.clerks] == ["clerk-1", "clerk-2"]
    assert changed.unlock("clerk-1", "a new password") == key
    assert changed.unlock("clerk-2", "another secret") == key
    with pytest.raises(UserError, match="密码不对"):
        changed.unlock("clerk-1", PASSWORD)


def test_key_of_another_ring_is_never_wrapped(ring: KeyRing) -> None:
    with pytest.raises(ValueError, match="another key ring"):
        ring.with_clerk("clerk-2", "李桂芳", "another secret", new_data_key(), CHEAP)
    with pytest.raises(ValueError, match="another key ring"):
        ring.with_new_recovery(new_data_key(), CHEAP)


def test_removed_clerk_opens_nothing_and_the_last_cannot_be_removed(ring: KeyRing, key: DataKey) -> None:
    both = ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP)
    left = both.without_clerk("clerk-1")
    assert left.clerks == (KeyHolder("clerk-2", "李桂芳"),)
    with pytest.raises(UserError, match="没有密码"):
        left.unlock("clerk-1", PASSWORD)
    with pytest.raises(UserError, match="最后一位"):
        left.without_clerk("clerk-2")
    with pytest.raises(UserError, match="不用停用"):
        left.without_clerk("clerk-1")


def test_new_recovery_key_ends_the_old_one(made: tuple[KeyRing, DataKey, str]) -> None:
    ring, key, old = made
    renewed, text = ring.with_new_recovery(key, CHEAP)
    assert renewed.unlock_with_recovery(text) == key
    assert renewed.unlock("clerk-1", PASSWORD) == key
    with pytest.raises(UserError, match="打不开这份资料"):
        renewed.unlock_with_recovery(old)


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [(0, 1, 1), (8, 1, 2), (2**21, 1, 1), (64, 0, 1), (64, 65, 1), (64, 1, 0), (1024, 1, 17)],
)
def test_parameters_out_of_range_are_refused(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        Parameters(memory_kib, passes, lanes)


def test_saved_ring_is_the_same_when_loaded(tmp_path: Path, ring: KeyRing, key: DataKey) -> None:
    path = tmp_path / "keys.json"
    save_keyring(path, ring)
    both = ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP)
    save_keyring(path, both)
    assert load_keyring(path) == both
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.json"]


def test_saved_ring_shows_neither_key_nor_password_and_only_its_owner_reads_it(
    tmp_path: Path, made: tuple[KeyRing, DataKey, str]
) -> None:
    ring, key, text = made
    path = tmp_path / "keys.json"
    save_keyring(path, ring)
    kept = path.read_bytes()
    for secret in (key.raw, key.raw.hex().encode(), PASSWORD.encode(), text.encode()):
        assert secret not in kept
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def _kept(ring: KeyRing, path: Path) -> dict[str, Any]:
    save_keyring(path, ring)
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return raw


def test_wraps_in_each_others_place_open_nothing(tmp_path: Path, ring: KeyRing, key: DataKey) -> None:
    path = tmp_path / "keys.json"
    raw = _kept(ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP), path)
    first, second = raw["clerks"]
    first["id"], second["id"] = second["id"], first["id"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(UserError, match="密码不对"):
        load_keyring(path).unlock("clerk-2", PASSWORD)


def test_wrap_under_another_name_opens_nothing(tmp_path: Path, ring: KeyRing) -> None:
    path = tmp_path / "keys.json"
    raw = _kept(ring, path)
    raw["clerks"][0]["name"] = "李桂芳"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(UserError, match="密码不对"):
        load_keyring(path).unlock("clerk-1", PASSWORD)


def test_missing_file_has_its_own_sentence(tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="找不到钥匙文件"):
        load_keyring(tmp_path / "keys.json")


def test_unreadable_file_has_its_own_sentence(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    with pytest.raises(SituationError, match="读不出来"):
        load_keyring(tmp_path / "keys.json")


def test_newer_format_has_its_own_sentence(tmp_path: Path, ring: KeyRing) -> None:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(_kept(ring, path) | {"format": 2}), encoding="utf-8")
    with pytest.raises(SituationError, match="较新版本"):
        load_keyring(path)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 0}', b'{"format": true}', b'{"format": 1}', b"[" * 200_000],
    ids=["empty", "cut", "list", "null", "binary", "zero", "boolean", "bare", "deep"],
)
def test_damaged_file_has_its_own_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(data)
    with pytest.raises(SituationError, match="已损坏"):
        load_keyring(path)


@pytest.mark.parametrize(
    "broken",
    [
        {"clerks": []},
        {"clerks": 7},
        {"clerks": [7]},
        {"check": "00"},
        {"check": "zz"},
        {"recovery": None},
        {"padding": "x" * 2**20},
    ],
    ids=["nobody", "number", "not-a-clerk", "short-check", "no-hex", "no-recovery", "huge"],
)
def test_damaged_ring_has_its_own_sentence(tmp_path: Path, ring: KeyRing, broken: dict[str, Any]) -> None:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(_kept(ring, path) | broken), encoding="utf-8")
    with pytest.raises(SituationError, match="已损坏"):
        load_keyring(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 7),
        ("name", None),
        ("memory_kib", 2**40),
        ("memory_kib", 32.0),
        ("passes", "1"),
        ("lanes", True),
        ("salt", "00"),
        ("nonce", ""),
        ("sealed", "0" * 94),
    ],
)
def test_damaged_wrap_has_its_own_sentence(tmp_path: Path, ring: KeyRing, name: str, value: object) -> None:
    path = tmp_path / "keys.json"
    raw = _kept(ring, path)
    raw["clerks"][0][name] = value
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(SituationError, match="已损坏"):
        load_keyring(path)


def test_clerk_named_twice_is_damage(tmp_path: Path, ring: KeyRing) -> None:
    path = tmp_path / "keys.json"
    raw = _kept(ring, path)
    raw["clerks"] *= 2
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(SituationError, match="已损坏"):
        load_keyring(path)


def test_old_ring_stays_whole_when_the_disk_is_full(
    tmp_path: Path, ring: KeyRing, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys.json"
    save_keyring(path, ring)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("clerk_app.security.keys.os.fsync", full)
    with pytest.raises(SituationError, match="原来的密码仍然有效（No space left on device）"):
        save_keyring(path, ring.with_clerk("clerk-2", "李桂芳", "another secret", key, CHEAP))
    assert load_keyring(path) == ring
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.json"]


def test_saving_is_refused_when_the_folder_is_gone(tmp_path: Path, ring: KeyRing) -> None:
    with pytest.raises(SituationError, match="没有保存"):
        save_keyring(tmp_path / "gone" / "keys.json", ring)


def test_leftover_of_a_power_cut_does_not_stop_the_next_save(tmp_path: Path, ring: KeyRing) -> None:
    (tmp_path / "keys.json.tmp").write_bytes(b"half")
    save_keyring(tmp_path / "keys.json", ring)
    assert load_keyring(tmp_path / "keys.json") == ring
