"""Search keys of names: readings that surnames have, rare characters, names without Chinese."""

from __future__ import annotations

import pytest

from clerk_app.storage.pinyin import name_keys


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("单长乐", {"单长乐", "长乐", "乐", "shanchangle", "scl", "dcl"}),
        ("仇英", {"仇英", "英", "qiuying", "qy", "chouying"}),
        ("欧阳修", {"欧阳修", "阳修", "修", "ouyangxiu", "oyx"}),
        ("尉迟恭", {"yuchigong", "ycg"}),
        ("万俟卨", {"moqixie", "mqx"}),
        ("吕布", {"lvbu", "lb"}),
        ("John Smith", {"johnsmith"}),
        ("阿的莫·沙玛乌芝", {"阿的莫沙玛乌芝", "沙玛乌芝"}),
        ("Ａ段", {"a段", "aduan", "ad"}),
    ],
)
def test_name_is_found_by(name: str, expected: set[str]) -> None:
    assert expected <= set(name_keys(name))


def test_name_without_chinese_is_its_own_key_only() -> None:
    assert name_keys("John Smith") == ("johnsmith",)


@pytest.mark.parametrize("name", ["𬭎", "㛃", "䶮"])
def test_rare_character_has_a_key_of_its_own(name: str) -> None:
    assert name in name_keys(name)


@pytest.mark.parametrize("name", ["", "·", "  "])
def test_name_of_no_letters_has_no_key(name: str) -> None:
    assert name_keys(name) == ()


def test_many_readings_stay_few() -> None:
    assert len(name_keys("长长长长长长长长")) <= 8 + 2 * 12


@pytest.mark.parametrize("key", ["qiuheping", "chouheping", "qiuhuping", "qiuhebeng", "qhp", "chp"])
def test_every_reading_of_every_character_is_a_key_however_many_there_are_together(key: str) -> None:
    assert key in name_keys("仇和平")


def test_longest_name_has_its_keys_whether_its_characters_have_one_reading_or_several() -> None:
    assert "mengmeng" + "meng" * 58 in name_keys("孟" * 60)
    assert len(name_keys("和" * 60)) > 60
