"""What commands about people share: naming somebody, a relation, the facts of a person or household to enter."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clerk_app.cli.arguments import Parser
from clerk_app.domain import resident_id
from clerk_app.domain.codes import RELATIONS, HukouKind, Marital, Sex
from clerk_app.domain.dates import parse_date
from clerk_app.domain.free_text import nation_code, relation_code
from clerk_app.domain.household import Person, PersonId
from clerk_app.errors import UserError
from clerk_app.services.events.requests import Placed
from clerk_app.services.households import HouseholdEntry, new_person
from clerk_app.services.people_named import person_named
from clerk_app.services.workspace import Workspace

_WHO = "身份号码、临时编号，或 户编号/姓名"
_HUKOU = {kind.label: kind for kind in HukouKind} | {kind.value: kind for kind in HukouKind}
_MARITAL = {kind.label: kind for kind in Marital} | {kind.value: kind for kind in Marital}


def add_person(parser: Parser, *flags: str, **settings: Any) -> None:
    """Add an option that names somebody."""
    parser.add_argument(*flags, metavar="P", **{"help": _WHO, **settings})


def add_day(parser: Parser, text: str = "日期，默认今天") -> None:
    """Add ``--on``."""
    parser.add_argument("--on", default=None, metavar="DATE", help=text)


def day_of(workspace: Workspace, text: str | None) -> date:
    """Return the day that was given, or today."""
    return workspace.today() if text is None else parse_date(text, field="on")


def maybe_person(workspace: Workspace, text: str | None) -> PersonId | None:
    """Return the id of whom an option names, None where it was not given."""
    return None if text is None else person_named(workspace, text).id


def relation_of(text: str, sex: Sex | None = None) -> str:
    """Return the GB/T 4761 code of a code or word; raises UserError for one that is neither."""
    word = text.strip()
    code = word if word in RELATIONS else relation_code(word, sex)
    if code is None:
        raise UserError(
            "与户主关系“{text}”看不懂：请写国标代码或“长子”“妻”这样的词。", field="relation", text=word[:20]
        )
    return code


def placed(workspace: Workspace, texts: Sequence[str], *, bare: bool = False) -> tuple[Placed, ...]:
    """Read ``P=关系`` options; with ``bare`` the relation may be left out."""
    found = []
    for text in texts:
        who, equals, word = text.rpartition("=")
        if not equals and not bare:
            raise UserError("成员写成 谁=与户主关系，如 0001/张三=长子，不是“{text}”。", field="member", text=text[:40])
        person = person_named(workspace, who if equals else text)
        found.append(Placed(person_id=person.id, relation=relation_of(word, person.sex) if equals else ""))
    return tuple(found)


def relations_of(workspace: Workspace, texts: Sequence[str]) -> dict[PersonId, str]:
    """Read ``P=关系`` options as relations by person."""
    return {each.person_id: each.relation for each in placed(workspace, texts)}


def add_facts(parser: Parser, *, required: bool) -> None:
    """Add the options that describe a person."""
    parser.add_argument("--name", required=required, default=None, metavar="NAME", help="姓名")
    parser.add_argument("--number", default=None, metavar="ID", help="公民身份号码；没有就不写，会给临时编号")
    parser.add_argument("--sex", choices=("男", "女"), default=None, help="性别；有身份号码可不写")
    parser.add_argument("--birth-on", default=None, metavar="DATE", help="出生日期；有身份号码可不写")
    parser.add_argument("--nation", default=None, help="民族，默认汉族")
    parser.add_argument("--phone", default=None, help="联系电话")
    parser.add_argument("--unverified", action="store_true", help="证件核实中：号码照证件原样登记")


def person_entered(workspace: Workspace, arguments: argparse.Namespace) -> Person:
    """Return the person that the options describe, before it has an id; the number tells birth date and sex where they are not given."""
    birth_on = None if arguments.birth_on is None else parse_date(arguments.birth_on, field="birth_on")
    sex = None if arguments.sex is None else _sex(arguments.sex)
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
        nation=_nation(arguments.nation or "汉族"),
        phone=arguments.phone or "",
    )


def person_changed(person: Person, arguments: argparse.Namespace) -> Person:
    """Return a person on file with the facts that the options give; the others stay."""
    given: dict[str, Any] = {
        "name": arguments.name,
        "sex": None if arguments.sex is None else _sex(arguments.sex),
        "birth_on": None if arguments.birth_on is None else parse_date(arguments.birth_on, field="birth_on"),
        "nation": None if arguments.nation is None else _nation(arguments.nation),
        "phone": arguments.phone,
        "marital": None if arguments.marital is None else _choice(_MARITAL, arguments.marital, "marital"),
        "note": arguments.note,
        "student": None if arguments.student is None else arguments.student == "yes",
    }
    return replace(person, **{name: value for name, value in given.items() if value is not None})


def _sex(text: str) -> Sex:
    return Sex.MALE if text == Sex.MALE.label else Sex.FEMALE


def _nation(text: str) -> str:
    code = nation_code(text)
    if code is None:
        raise UserError("民族“{text}”不在国标表内：请写全称，如“彝族”。", field="nation", text=text[:20])
    return code


def _choice(table: dict[str, Any], text: str, field: str) -> Any:
    if text not in table:
        raise UserError(
            "“{text}”不在可选范围内：可选 {words}。",
            field=field,
            text=text[:20],
            words="、".join(dict.fromkeys(kind.label for kind in table.values())),
        )
    return table[text]


def add_household_facts(parser: Parser, *, phone: bool = True) -> None:
    """Add the options that describe a household; without ``phone`` where a person's is asked for already."""
    parser.add_argument("--group", default=None, metavar="GROUP", help="村民小组")
    parser.add_argument("--address", default=None, help="住址")
    if phone:
        parser.add_argument("--phone", default=None, help="联系电话")
    parser.add_argument("--hukou", default=None, help="户口性质：农业、非农业或居民")
    parser.add_argument("--note", default=None, help="备注")


def household_entered(arguments: argparse.Namespace, entry: HouseholdEntry) -> HouseholdEntry:
    """Return an entry with what the options give; the rest of ``entry`` stays."""
    given = {
        "group": arguments.group,
        "address": arguments.address,
        "phone": arguments.phone,
        "hukou": None if arguments.hukou is None else _choice(_HUKOU, arguments.hukou, "hukou"),
        "note": arguments.note,
    }
    return replace(entry, **{name: value for name, value in given.items() if value is not None})
