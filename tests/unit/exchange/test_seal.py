from __future__ import annotations

import re

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange.seal import (
    check_recipient,
    fingerprint,
    new_age_identity,
    new_signing_key,
    public_key,
    seal,
    sign,
    unseal,
    verify,
)

# RFC 8032, 7.1, TEST 3
SEED = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
PUBLIC = bytes.fromhex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
SIGNATURE = bytes.fromhex(
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
    "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
)
SECRET, RECIPIENT = new_age_identity()


def test_signature_is_that_of_the_standard() -> None:
    assert public_key(SEED) == PUBLIC
    assert sign(SEED, bytes.fromhex("af82")) == SIGNATURE
    assert verify(PUBLIC, SIGNATURE, bytes.fromhex("af82"))


@pytest.mark.parametrize(
    ("public", "signature", "message"),
    [
        (PUBLIC, SIGNATURE, b"other"),
        (PUBLIC, SIGNATURE[:-1] + b"\x00", bytes.fromhex("af82")),
        (PUBLIC, b"", bytes.fromhex("af82")),
        (PUBLIC[:-1], SIGNATURE, bytes.fromhex("af82")),
        (public_key(new_signing_key()), SIGNATURE, bytes.fromhex("af82")),
    ],
    ids=["message", "signature", "no-signature", "short-key", "other-key"],
)
def test_signature_does_not_hold_when_anything_differs(public: bytes, signature: bytes, message: bytes) -> None:
    assert not verify(public, signature, message)


def test_signing_keys_are_random_and_raw() -> None:
    first, second = new_signing_key(), new_signing_key()
    assert len(first) == len(second) == 32
    assert first != second


def test_fingerprint_is_eight_groups_of_four_digits_of_its_own_key() -> None:
    assert re.fullmatch(r"\d{4}( \d{4}){7}", fingerprint(PUBLIC))
    assert fingerprint(PUBLIC) == "8488 7155 4082 1667 7681 8783 0905 2837"
    assert fingerprint(public_key(new_signing_key())) != fingerprint(PUBLIC)


def test_age_identity_is_text_of_the_standard_tool() -> None:
    assert re.fullmatch(r"AGE-SECRET-KEY-1[0-9A-Z]{58}", SECRET)
    assert re.fullmatch(r"age1[0-9a-z]{58}", RECIPIENT)


def test_recipient_is_tidied() -> None:
    assert check_recipient(f"  {RECIPIENT}\n") == RECIPIENT


@pytest.mark.parametrize(
    "text",
    ["", "age1", RECIPIENT[:-1], RECIPIENT[:-1] + "!", "ssh-ed25519 AAAA", "县公钥"],
    ids=["empty", "prefix", "short", "other sign", "ssh", "words"],
)
def test_wrong_recipient_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="县公钥不对") as caught:
        check_recipient(text)
    assert caught.value.field == "county_key"


def test_secret_in_place_of_a_recipient_is_refused_without_repeating_it() -> None:
    with pytest.raises(UserError, match="这是私钥") as caught:
        check_recipient(SECRET)
    assert SECRET not in caught.value.message


def test_sealed_data_opens_for_each_receiver() -> None:
    other_secret, other = new_age_identity()
    sealed = seal(b"data", [RECIPIENT, other])
    assert b"data" not in sealed
    assert unseal(sealed, [SECRET]) == unseal(sealed, [other_secret]) == b"data"
    assert unseal(seal(b"", [RECIPIENT]), [other_secret, SECRET]) == b""


def test_sealing_to_nobody_is_refused() -> None:
    with pytest.raises(UserError, match="还没有县公钥"):
        seal(b"data", [])


def test_another_key_does_not_open() -> None:
    other_secret, _other = new_age_identity()
    with pytest.raises(UserError, match="不是封给本单位密钥的"):
        unseal(seal(b"data", [RECIPIENT]), [other_secret])


def test_other_files_and_newer_ones_have_their_own_sentence() -> None:
    with pytest.raises(UserError, match="这不是报送文件"):
        unseal(b"PK\x03\x04 something else", [SECRET])
    with pytest.raises(UserError, match="较新版本"):
        unseal(seal(b"data", [RECIPIENT]).replace(b"/v1", b"/v2", 1), [SECRET])


def test_file_without_its_end_is_called_incomplete() -> None:
    sealed = seal(b"data", [RECIPIENT])
    body = sealed.index(b"\n--- ") + 49
    assert sealed[body - 1 : body] == b"\n"
    shortest = body + 32
    for length in range(shortest):
        with pytest.raises(UserError, match="文件不完整"):
            unseal(sealed[:length], [SECRET])
    with pytest.raises(UserError, match="文件已损坏"):
        unseal(sealed[:shortest], [SECRET])


def test_file_with_a_blank_tail_is_called_incomplete() -> None:
    sealed = seal(bytes(9000), [RECIPIENT])
    with pytest.raises(UserError, match="文件不完整"):
        unseal(sealed[:-4000] + bytes(4000), [SECRET])


@pytest.mark.parametrize("place", [-1, -20, 25, 40])
def test_altered_file_is_refused(place: int) -> None:
    sealed = bytearray(seal(b"data" * 99, [RECIPIENT]))
    sealed[place] ^= 1
    with pytest.raises(UserError, match="损坏"):
        unseal(bytes(sealed), [SECRET])
