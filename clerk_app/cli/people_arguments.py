"""What commands about people share: naming somebody, a relation, the facts of a household to enter."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clerk_app.cli.arguments import Parser
from clerk_app.cli.people_facts import choice, whole_number
from clerk_app.domain.codes import RELATIONS, HukouKind, Sex
from clerk_app.domain.dates import parse_date
from clerk_app.domain.free_text import relation_code
from clerk_app.domain.household import PersonId
from clerk_app.domain.land import parse_mu
from clerk_app.errors import UserError
from clerk_app.services.events.requests import Placed
from clerk_app.services.households import HouseholdEntry
from clerk_app.services.people_named import person_named
from clerk_app.services.workspace import Workspace

_WHO = "身份号码、临时编号，或 户编号/姓名"


def add_person(parser: argparse._ActionsContainer, *flags: str, **settings: Any) -> None:
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


def add_household_facts(parser: Parser, *, phone: bool = True) -> None:
    """Add the options that describe a household; without ``phone`` where a person's is asked for already."""
    parser.add_argument("--group", default=None, metavar="GROUP", help="村民小组")
    parser.add_argument("--address", default=None, help="住址")
    if phone:
        parser.add_argument("--phone", default=None, help="联系电话")
    parser.add_argument("--hukou", default=None, help="户口性质：农业、非农业或居民")
    parser.add_argument("--land", default=None, metavar="MU", help="承包地亩数，如 3.50")
    parser.add_argument("--housing-area", default=None, metavar="M2", help="住房面积，平方米")
    parser.add_argument("--housing-structure", default=None, metavar="TEXT", help="住房结构，如 砖混")
    parser.add_argument("--note", default=None, help="备注")


def household_entered(arguments: argparse.Namespace, entry: HouseholdEntry) -> HouseholdEntry:
    """Return an entry with what the options give; the rest of ``entry`` stays."""
    texts = {
        "group": arguments.group,
        "address": arguments.address,
        "phone": getattr(arguments, "phone", None),
        "housing_structure": arguments.housing_structure,
        "note": arguments.note,
    }
    given: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    if arguments.hukou is not None:
        given["hukou"] = choice(HukouKind)(arguments.hukou, "hukou")
    if arguments.land is not None:
        given["land"] = parse_mu(arguments.land, field="land")
    if arguments.housing_area is not None:
        given["housing_area"] = whole_number(arguments.housing_area, "housing_area")
    return replace(entry, **given)
