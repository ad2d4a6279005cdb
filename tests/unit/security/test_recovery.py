from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.errors import UserError
from clerk_app.security.recovery import new_recovery_secret, recovery_secret, recovery_text

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRETS = st.binary(min_size=20, max_size=20)


def test_secrets_are_random_and_have_160_bits() -> None:
    assert len(new_recovery_secret()) == 20
    assert new_recovery_secret() != new_recovery_secret()


def test_text_is_known_for_a_known_secret() -> None:
    assert recovery_text(bytes(range(20))) == "000GN-40R48-0M308-E209K-185GH-R38EQ-1W81K-24GKX"


@given(SECRETS)
def test_text_reads_back_and_has_eight_groups_of_five(secret: bytes) -> None:
    text = recovery_text(secret)
    assert re.fullmatch(f"[{ALPHABET}]{{5}}(-[{ALPHABET}]{{5}}){{7}}", text)
    assert recovery_secret(text) == secret


@given(SECRETS)
def test_reading_forgives_case_blanks_dashes_width_and_look_alikes(secret: bytes) -> None:
    text = recovery_text(secret)
    loose = text.replace("0", "o").replace("1", "l").lower().replace("-", "  ")
    wide = "".join(chr(ord(character) + 0xFEE0) for character in text)
    assert recovery_secret(f"\n{loose}\t") == recovery_secret(wide) == recovery_secret(text.replace("-", "")) == secret


@given(SECRETS, st.integers(0, 39), st.integers(1, 31))
def test_one_wrong_character_is_seen_and_its_group_named(secret: bytes, place: int, shift: int) -> None:
    characters = list(recovery_text(secret).replace("-", ""))
    characters[place] = ALPHABET[(ALPHABET.index(characters[place]) + shift) % 32]
    with pytest.raises(UserError, match=f"第 {place // 5 + 1} 组") as caught:
        recovery_secret("".join(characters))
    assert caught.value.field == "recovery_key"


@given(SECRETS, st.integers(0, 7), st.integers(0, 3))
def test_exchanged_neighbours_in_a_group_are_seen(secret: bytes, group: int, place: int) -> None:
    groups = recovery_text(secret).split("-")
    old = groups[group]
    groups[group] = old[:place] + old[place + 1] + old[place] + old[place + 2 :]
    if groups[group] == old:
        assert recovery_secret("-".join(groups)) == secret
        return
    with pytest.raises(UserError, match=f"第 {group + 1} 组"):
        recovery_secret("-".join(groups))


@given(SECRETS, st.integers(0, 7), st.integers(1, 7))
def test_exchanged_groups_are_seen(secret: bytes, first: int, distance: int) -> None:
    groups = recovery_text(secret).split("-")
    second = (first + distance) % 8
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(UserError, match=f"第 {min(first, second) + 1} 组"):
        recovery_secret("-".join(groups))


@pytest.mark.parametrize("text", ["", "-", "000SV-20G2V", recovery_text(bytes(20)) + "0"])
def test_wrong_length_is_named(text: str) -> None:
    count = len(text.replace("-", ""))
    with pytest.raises(UserError, match=f"应有 40 个字符，现在是 {count} 个"):
        recovery_secret(text)


@pytest.mark.parametrize("strange", ["U", "密", "#", "{"])
def test_character_that_never_occurs_is_named(strange: str) -> None:
    with pytest.raises(UserError) as caught:
        recovery_secret(recovery_text(bytes(20))[:-1] + strange)
    assert f"“{strange}”" in caught.value.message


def test_secret_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        recovery_text(b"short")
