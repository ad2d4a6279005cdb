"""The facts of a person as options: all that the member form of the window holds, read as it reads them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from clerk_app.cli.arguments import Parser
from clerk_app.domain import resident_id
from clerk_app.domain.codes import (
    Capacity,
    Coded,
    DisabilityKind,
    Education,
    Marital,
    MedicalScheme,
    PensionScheme,
    Sex,
)
from clerk_app.domain.dates import parse_date
from clerk_app.domain.free_text import identity_kinds, nation_code
from clerk_app.domain.household import Identity, Person
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.households import new_identity, new_person
from clerk_app.services.person_check import check_person
from clerk_app.services.workspace import Workspace
from clerk_app.terms import FIELDS

Reader = Callable[[str, str], Any]
"""Reads the text of an option; the second word is the field to name when it cannot be read."""
_GRADES: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "一级": 1, "二级": 2, "三级": 3, "四级": 4}
_YES_NO: Final = ("yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """One option: which field of the record it gives, how its text is read, what the help adds to the field's own name."""

    option: str
    field: str
    read: Reader
    help: str = ""
    choices: tuple[str, ...] | None = None

    @property
    def place(self) -> str:
        """Where argparse keeps it."""
        return f"fact_{self.field}"


def choice(kind: type[Coded]) -> Reader:
    """Return what reads a label or code of a table; raises UserError naming the labels for any other word."""
    table = {one.label: one for one in kind} | {one.value: one for one in kind}

    def read(text: str, field: str) -> Coded:
        if text not in table:
            raise UserError(
                "“{text}”不在可选范围内：可选 {words}。",
                field=field,
                text=text[:20],
                words="、".join(one.label for one in kind),
            )
        return table[text]

    return read


def _or_nothing(read: Reader) -> Reader:
    """Read an empty text as the wish to take the fact away."""
    return lambda text, field: read(text, field) if text.strip() else None


def _text(text: str, _field: str) -> str:
    return text


def _yes(text: str, _field: str) -> bool:
    return text == "yes"


def _day(text: str, field: str) -> date:
    return parse_date(text, field=field)


def _money(text: str, field: str) -> Money:
    return Money.parse(text, field=field)


def whole_number(text: str, field: str) -> int | None:
    """Return a number, None for an empty text; raises UserError at the field for anything else."""
    if not text.strip():
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise UserError("“{text}”不是整数：请只写数字。", field=field, text=text[:20])
    return int(text)


def _grade(text: str, field: str) -> int:
    if text not in _GRADES:
        raise UserError("残疾等级应是一级到四级：请从列表里选。", field=field)
    return _GRADES[text]


def _nation(text: str, _field: str = "nation") -> str:
    code = nation_code(text)
    if code is None:
        raise UserError("民族“{text}”不在国标表内：请写全称，如“彝族”。", field="nation", text=text[:20])
    return code


def _words(kind: type[Coded]) -> str:
    return "、".join(one.label for one in kind)


def _coded(option: str, field: str, kind: type[Coded], *, is_needed: bool = False) -> _Fact:
    read = choice(kind)
    return _Fact(option=option, field=field, read=read if is_needed else _or_nothing(read), help=_words(kind))


_FACTS: Final = (
    _Fact(option="--former-name", field="former_name", read=_or_nothing(_text), help="几个之间用顿号"),
    _Fact(option="--nation", field="nation", read=_nation, help="默认汉族"),
    _Fact(option="--phone", field="phone", read=_text),
    _coded("--marital", "marital", Marital),
    _coded("--education", "education", Education),
    _Fact(option="--student", field="student", read=_yes, choices=_YES_NO),
    _coded("--labour", "labour_capacity", Capacity, is_needed=True),
    _coded("--self-care", "self_care", Capacity, is_needed=True),
    _Fact(option="--serious-illness", field="serious_illness", read=_yes, choices=_YES_NO),
    _Fact(option="--chronic-illness", field="chronic_illness", read=_yes, choices=_YES_NO),
    _Fact(
        option="--disability-card",
        field="disability_certificate",
        read=_text,
        help="20 位，换领的 22 位；类别和等级从证号读出",
    ),
    _coded("--disability-kind", "disability_kind", DisabilityKind),
    _Fact(option="--disability-grade", field="disability_grade", read=_or_nothing(_grade), help="1 到 4"),
    _Fact(option="--disability-on", field="disability_certified_on", read=_or_nothing(_day), help="残疾证的"),
    _coded("--pension-scheme", "pension_scheme", PensionScheme),
    _coded("--medical-scheme", "medical_scheme", MedicalScheme),
    _Fact(option="--receiving-pension", field="receiving_pension", read=_yes, choices=_YES_NO),
    _Fact(option="--pension-years", field="pension_years", read=whole_number),
    _Fact(option="--pension-balance", field="pension_balance", read=_or_nothing(_money)),
)
_NOTE: Final = _Fact(option="--note", field="note", read=_text)
FACT_FIELDS: Final = tuple(fact.field for fact in (*_FACTS, _NOTE))
"""The fields of a person's record that have an option of their own kind."""


def add_facts(parser: Parser, *, required: bool, note: str = "--note") -> None:
    """Add the options that describe a person; ``note`` is what the person's remark is called where a household has one too."""
    parser.add_argument("--name", required=required, default=None, metavar="NAME", help="姓名")
    parser.add_argument(
        "--number", default=None, metavar="ID", help="公民身份号码，15 位的会换算；没有就不写，会给临时编号"
    )
    parser.add_argument("--sex", choices=tuple(sex.label for sex in Sex), default=None, help="性别；有身份号码可不写")
    parser.add_argument("--birth-on", default=None, metavar="DATE", help="出生日期；有身份号码可不写")
    parser.add_argument("--unverified", action="store_true", help="证件核实中：号码照证件原样登记")
    for fact in (*_FACTS, replace(_NOTE, option=note)):
        told = "：".join(filter(None, (FIELDS[fact.field], fact.help)))
        settings: dict[str, Any] = {"choices": fact.choices} if fact.choices else {"metavar": "TEXT"}
        parser.add_argument(fact.option, dest=fact.place, default=None, help=told, **settings)


def add_statuses(parser: Parser) -> None:
    """Add ``--status``: hardship statuses to begin with."""
    parser.add_argument("--status", default="", metavar="WORDS", help="困难身份，从入户那天起：如 建档立卡、低保")


def statuses_of(arguments: argparse.Namespace, on: date) -> tuple[Identity, ...]:
    """Return the statuses that ``--status`` names, from a day on; raises UserError for a word that is none."""
    words = identity_kinds(arguments.status)
    if words.unknown:
        raise UserError(
            "困难身份“{word}”不认识：请用名册上的叫法。", field="status", word="、".join(words.unknown)[:30]
        )
    return tuple(new_identity(kind, on) for kind in words.kinds)


def person_entered(workspace: Workspace, arguments: argparse.Namespace) -> Person:
    """Return the person that the options describe, before it has an id; the number tells birth date and sex where they are not given."""
    birth_on, sex = _birth_and_sex(arguments)
    if arguments.number and (birth_on is None or sex is None):
        told = resident_id.parse(arguments.number, workspace.today())
        birth_on, sex = birth_on or told.birth_on, sex or told.sex
    if birth_on is None or sex is None:
        raise UserError("没有身份号码时请写 --sex 和 --birth-on。", field="birth_on")
    return new_person(
        name=arguments.name,
        birth_on=birth_on,
        sex=sex,
        id_number=arguments.number,
        id_unverified=arguments.unverified,
        **_given(arguments),
    )


def person_changed(person: Person, arguments: argparse.Namespace) -> Person:
    """Return a person on file with the facts that the options give; the others stay."""
    birth_on, sex = _birth_and_sex(arguments)
    return replace(
        person,
        name=person.name if arguments.name is None else arguments.name,
        birth_on=birth_on or person.birth_on,
        sex=sex or person.sex,
        **_given(arguments),
    )


def _birth_and_sex(arguments: argparse.Namespace) -> tuple[date | None, Sex | None]:
    birth_on = None if arguments.birth_on is None else parse_date(arguments.birth_on, field="birth_on")
    return birth_on, next((sex for sex in Sex if sex.label == arguments.sex), None)


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the facts that options give, by field."""
    texts = ((fact, getattr(arguments, fact.place)) for fact in (*_FACTS, _NOTE))
    return {fact.field: fact.read(text, fact.field) for fact, text in texts if text is not None}


def told_doubts(person: Person, today: date) -> list[str]:
    """Say on the side what is to be looked at of somebody who was stored as entered, and return it for ``--json``.

    Raises UserError at the field that blocks, as storing would.
    """
    doubts = [finding.message for finding in check_person(person, today)[1]]
    tell(doubts)
    return doubts


def tell(doubts: Sequence[str]) -> None:
    """Print doubts where they do not mix with what a program reads."""
    for doubt in doubts:
        print(f"请核对：{doubt}", file=sys.stderr)
