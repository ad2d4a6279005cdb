from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from clerk_app.domain.act import (
    GENESIS,
    Act,
    Change,
    Scalar,
    act_hash,
    canonical_bytes,
    canonical_json,
    canonical_lines,
    changes_from_text,
    changes_text,
    from_canonical_line,
    from_canonical_lines,
    from_line,
    to_line,
)
from clerk_app.errors import UserError

INSTALL = "01990000-0000-7000-8000-00005ca1ab1e"
BARE = Act(
    install=INSTALL,
    epoch=1,
    number=7,
    id="01990000-0000-7000-8000-000000000007",
    at="2026-11-21T08:30:00.123Z",
    by="01990000-0000-7000-8000-00000000c1e4",
    kind="register_household",
    subject="h1",
    reason="补登",
    changes=(Change("household", "h1", 0, {}, {"number": "0001", "closed": False, "phone": None, "group": 3}),),
    previous=GENESIS,
)
ACT = structs.replace(BARE, hash=act_hash(BARE))

# Everything but lone surrogates, which have no UTF-8.
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SCALARS: st.SearchStrategy[Scalar] = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS
FIELDS = st.dictionaries(TEXTS, SCALARS, max_size=4)
CHANGES = st.builds(Change, table=TEXTS, id=TEXTS, base=st.integers(0, 2**31), before=FIELDS, after=FIELDS)
ACTS = st.builds(
    Act,
    install=TEXTS,
    epoch=st.integers(0, 2**31),
    number=st.integers(0, 2**31),
    id=TEXTS,
    at=TEXTS,
    by=TEXTS,
    kind=TEXTS,
    subject=TEXTS,
    reason=TEXTS,
    changes=st.lists(CHANGES, max_size=3).map(tuple),
    previous=TEXTS,
).map(lambda act: structs.replace(act, hash=act_hash(act)))


NUMBERS = st.integers() | st.sampled_from([2**63, 2**64, -(2**63) - 1, 10**40])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


class OwnText(str):
    """A text of a kind of its own, as SQLAlchemy's names are."""

    __slots__ = ()


def plain(act: Act) -> dict[str, object]:
    return {**structs.asdict(act), "changes": [structs.asdict(change) for change in act.changes]}


def rehashed(raw: dict[str, Any]) -> str:
    """Return the line with the hash that fits what it now holds: only the form is wrong then."""
    body = {key: value for key, value in raw.items() if key != "hash"}
    return json.dumps({**body, "hash": hashlib.sha256(canonical_json(body).encode("utf-8", "replace")).hexdigest()})


@pytest.mark.parametrize(
    ("value", "spelling"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        ('张三"\\/\n\x1f\u2028𰻝', '"张三\\"\\\\/\\n\\u001f\u2028𰻝"'),
        ({"一": 1, "Z": 2, "a": 3}, '{"Z":2,"a":3,"一":1}'),
    ],
)
def test_canonical_json_has_one_spelling(value: object, spelling: str) -> None:
    assert canonical_json(value) == spelling


@given(VALUES)
def test_quick_spelling_is_the_plain_one(value: object) -> None:
    assert canonical_bytes(value) == canonical_json(value).encode()
    assert canonical_lines([value, "一", value]) == b"".join(
        canonical_bytes(each) + b"\n" for each in (value, "一", value)
    )


@pytest.mark.parametrize("sign", [*map(chr, range(0x20)), '"', "\\", "/", "\x7f", "\u2028", "\ufeff", "\uffff", "𰻝"])
def test_quick_spelling_of_a_sign_is_the_plain_one(sign: str) -> None:
    assert canonical_bytes({sign: sign}) == canonical_json({sign: sign}).encode()


def test_quick_spelling_of_half_a_character_is_refused_as_the_plain_one_is() -> None:
    for spell in (canonical_bytes, lambda value: canonical_json(value).encode()):
        with pytest.raises(UnicodeEncodeError):
            spell(["\ud800"])


@given(ACTS)
def test_line_is_the_plain_spelling_of_its_fields(act: Act) -> None:
    assert to_line(act) == canonical_json(plain(act))


def test_text_of_a_kind_of_its_own_is_spelled_as_text() -> None:
    assert canonical_bytes([OwnText("张三")]) == '["张三"]'.encode()
    assert canonical_lines([["李四"], (OwnText("张三"), {})]) == '["李四"]\n["张三",{}]\n'.encode()
    act = structs.replace(ACT, changes=(structs.replace(ACT.changes[0], after={"note": OwnText("张三")}),))
    assert to_line(act) == canonical_json(plain(act))
    assert changes_from_text(changes_text(act.changes)) == act.changes


def test_changes_are_kept_as_in_the_line_and_read_as_older_programs_kept_them_too() -> None:
    assert changes_text(ACT.changes) in to_line(ACT)
    assert changes_from_text(changes_text(ACT.changes)) == ACT.changes
    older = canonical_json([[c.table, c.id, c.base, c.before, c.after] for c in ACT.changes])
    assert changes_from_text(older) == ACT.changes
    assert changes_from_text(changes_text(())) == ()


def test_lines_are_read_together_as_each_by_itself() -> None:
    next_one = structs.replace(BARE, number=8, reason="行一\n二\u2028\r", previous=ACT.hash)
    next_one = structs.replace(next_one, hash=act_hash(next_one))
    text = "".join(to_line(act) + "\n" for act in (ACT, next_one)).encode()
    assert tuple(from_canonical_lines(text)) == (ACT, next_one)
    for wrong in (text + b"\n", b"\n" + text, text + b"{}\n", text.replace(b",", b", ", 1), text[5:]):
        with pytest.raises(UserError, match="变更记录"):
            from_canonical_lines(wrong)
    other = structs.replace(next_one, reason="改")
    with pytest.raises(UserError, match="与它的校验值不符") as caught:
        from_canonical_lines(text + (to_line(other) + "\n").encode())
    assert caught.value.values == {"number": 8}


def test_canonical_json_refuses_what_json_has_no_number_for() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical_json(float("nan"))


def test_hash_and_line_of_a_known_act_never_change() -> None:
    body = (
        '{"at":"2026-11-21T08:30:00.123Z","by":"01990000-0000-7000-8000-00000000c1e4","changes":[{"after":{"closed":false,'
        '"group":3,"number":"0001","phone":null},"base":0,"before":{},"id":"h1","table":"household"}],"epoch":1,'
        '"id":"01990000-0000-7000-8000-000000000007","install":"01990000-0000-7000-8000-00005ca1ab1e",'
        '"kind":"register_household","number":7,"previous":"' + "0" * 64 + '","reason":"补登","subject":"h1"}'
    )
    digest = "494dbdc2839a3f45b37d1cd51e3b8d427c7df8ba4a16731eb57f74db4a7c529c"
    assert hashlib.sha256(body.encode()).hexdigest() == act_hash(BARE) == digest
    assert to_line(ACT) == body.replace('"id":"01990000', f'"hash":"{digest}","id":"01990000', 1)


@given(ACTS)
def test_line_reads_back_as_the_same_act_and_the_same_line(act: Act) -> None:
    line = to_line(act)
    assert "\n" not in line
    assert from_line(line) == act
    assert to_line(from_line(line)) == line


@pytest.mark.parametrize(
    "other",
    [
        {"install": "other"},
        {"epoch": 2},
        {"number": 8},
        {"id": "other"},
        {"at": "2026-11-21T08:30:00.124Z"},
        {"by": "other"},
        {"kind": "other"},
        {"subject": "other"},
        {"reason": ""},
        {"previous": "1" * 64},
        {"changes": ()},
        {"changes": ACT.changes * 2},
        {"changes": (structs.replace(ACT.changes[0], base=1),)},
        {"changes": (structs.replace(ACT.changes[0], before={"number": "0000"}),)},
        {"changes": (structs.replace(ACT.changes[0], after={**ACT.changes[0].after, "group": "3"}),)},
        {"changes": (structs.replace(ACT.changes[0], after={**ACT.changes[0].after, "closed": 0}),)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_hash_covers_every_field(other: dict[str, Any]) -> None:
    changed = structs.replace(ACT, **other)
    assert act_hash(changed) != ACT.hash
    with pytest.raises(UserError, match="与它的校验值不符") as caught:
        from_line(to_line(changed))
    assert caught.value.values == {"number": changed.number}


def test_hash_does_not_cover_itself() -> None:
    assert act_hash(structs.replace(ACT, hash="anything")) == ACT.hash


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "7", "null", '"text"', "{}", "[" * 100_000, to_line(ACT)[:-1], to_line(ACT) + "}", "9" * 5000],
    ids=["empty", "open", "list", "number", "null", "text", "bare", "deep", "cut", "more", "digits"],
)
def test_line_that_is_no_act_is_refused(line: str) -> None:
    with pytest.raises(UserError, match="变更记录的格式不对"):
        from_line(line)


@pytest.mark.parametrize("key", sorted(json.loads(to_line(ACT))))
def test_line_with_a_missing_or_mistyped_value_is_refused(key: str) -> None:
    raw = json.loads(to_line(ACT))
    for wrong in ({key: None}, {key: 1.5}, {key: True}):
        with pytest.raises(UserError, match="变更记录的格式不对"):
            from_line(rehashed(raw | wrong) if key != "hash" else json.dumps(raw | wrong))
    del raw[key]
    with pytest.raises(UserError, match="变更记录的格式不对"):
        from_line(json.dumps(raw))


def test_line_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(UserError, match="变更记录的格式不对"):
        from_line(rehashed(json.loads(to_line(ACT)) | {"extra": 1}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"table": 1},
        {"id": None},
        {"base": "0"},
        {"base": True},
        {"before": []},
        {"after": None},
        {"after": {"amount": 1.5}},
        {"after": {"nested": {}}},
        {"after": {"list": []}},
        {"extra": 1},
    ],
    ids=str,
)
def test_line_with_a_wrong_change_is_refused(wrong: dict[str, Any]) -> None:
    raw = json.loads(to_line(ACT))
    raw["changes"][0] |= wrong
    with pytest.raises(UserError, match="变更记录的格式不对"):
        from_line(rehashed(raw))


def test_line_with_half_a_character_is_refused() -> None:
    raw = json.loads(to_line(ACT)) | {"reason": "\ud800"}
    with pytest.raises(UserError, match="变更记录的格式不对"):
        from_line(json.dumps(raw))


@given(st.data())
def test_canonical_line_is_read_in_one_pass_as_in_three(data: st.DataObject) -> None:
    values = data.draw(st.dictionaries(TEXTS, TEXTS, max_size=4))
    reason = data.draw(TEXTS).replace("\x00", "")
    act = structs.replace(BARE, reason=reason, changes=(Change("household", "h1", 0, {}, values),))
    act = structs.replace(act, hash=act_hash(act))
    assert from_canonical_line(to_line(act)) == act


def test_canonical_line_with_its_own_hash_as_a_field_is_no_trap() -> None:
    tricky = structs.replace(BARE, changes=(Change("household", "h1", 0, {}, {"hash": ACT.hash}),))
    tricky = structs.replace(tricky, hash=act_hash(tricky))
    assert from_canonical_line(to_line(tricky)) == tricky
    inner = structs.replace(tricky, changes=(Change("household", "h1", 0, {}, {"hash": tricky.hash}),))
    with pytest.raises(UserError, match="校验值不符"):
        from_canonical_line(to_line(inner))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "格式不对"),
        ("{}", "格式不对"),
        ("[" * 100_000, "格式不对"),
        (to_line(ACT).replace('{"at"', '{ "at"'), "看不懂"),
        (json.dumps(json.loads(to_line(ACT)), ensure_ascii=False, separators=(",", ":")) + " ", "看不懂"),
        (to_line(ACT).replace("补登", "改动"), "校验值不符"),
        (to_line(structs.replace(ACT, hash="")), "校验值不符"),
    ],
)
def test_canonical_line_that_is_none_is_refused(line: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        from_canonical_line(line)


@pytest.mark.parametrize("name", ["id", "at", "by", "kind", "subject", "reason", "install"])
def test_act_whose_own_text_no_server_could_keep_is_refused(name: str) -> None:
    wrong = structs.replace(ACT, **{name: "一\x00"})
    wrong = structs.replace(wrong, hash=act_hash(wrong))
    with pytest.raises(UserError, match="看不懂"):
        from_canonical_line(to_line(wrong))
    with pytest.raises(UserError, match="看不懂"):
        from_canonical_lines(f"{to_line(wrong)}\n".encode())


def test_act_whose_records_hold_such_a_text_is_read_and_refused_later() -> None:
    odd = structs.replace(ACT, reason="\\u0000", changes=(Change("household", "h\x00", 0, {}, {"note": "一\x00"}),))
    odd = structs.replace(odd, hash=act_hash(odd))
    assert from_canonical_line(to_line(odd)) == odd
    assert tuple(from_canonical_lines(f"{to_line(odd)}\n".encode())) == (odd,)


def test_canonical_line_without_a_spelling_in_utf8_is_refused() -> None:
    with pytest.raises(UserError, match="看不懂"):
        from_canonical_line(to_line(ACT).replace("补登", "\ud800"))
