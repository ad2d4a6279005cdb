"""The options of each ``clerk event``, and the request that they make."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from clerk_app.cli.arguments import Parser, add_coded
from clerk_app.cli.people_arguments import (
    add_day,
    add_household_facts,
    add_person,
    day_of,
    household_entered,
    maybe_person,
    placed,
    relation_of,
    relations_of,
)
from clerk_app.cli.people_facts import add_facts, person_entered
from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.codes import Sex
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.households import HouseholdEntry, household_numbered
from clerk_app.services.people_named import person_named
from clerk_app.services.workspace import Workspace

_MEMBER = "成员和与户主的关系，如 0001/张三=长子（可多次）"


def _household(workspace: Workspace, number: str) -> HouseholdId:
    return household_numbered(workspace, number).household.id


def _in_household(parser: Parser, text: str = "户编号") -> None:
    parser.add_argument("--household", required=True, metavar="NO", help=text)


def _members(parser: Parser, *, required: bool = True) -> None:
    parser.add_argument("--member", action="append", default=[], required=required, metavar="P=关系", help=_MEMBER)


def _why(parser: Parser, *, required: bool = False) -> None:
    parser.add_argument("--reason", required=required, default="", help="原因或依据")


def _head_follows(parser: Parser) -> None:
    add_person(parser, "--new-head", default=None, help="户主离开时由谁作户主，默认按关系推定")
    parser.add_argument(
        "--relation-to-head", action="append", default=[], metavar="P=关系", help="留下的人与新户主的关系（可多次）"
    )


def _money(text: str | None) -> Money | None:
    return None if text is None else Money.parse(text, field="pension_monthly")


def _add_birth(parser: Parser) -> None:
    _in_household(parser)
    add_facts(parser, required=True)
    parser.add_argument("--relation", required=True, help="与户主关系")
    add_person(parser, "--mother", default=None, help="母亲")
    add_day(parser, "入户日期，默认出生当天")
    _why(parser)


def _birth(workspace: Workspace, arguments: argparse.Namespace) -> events.Birth:
    child = person_entered(workspace, arguments)
    return events.Birth(
        household_id=_household(workspace, arguments.household),
        child=child,
        relation=relation_of(arguments.relation, child.sex),
        mother_id=maybe_person(workspace, arguments.mother),
        on=None if arguments.on is None else day_of(workspace, arguments.on),
        reason=arguments.reason,
    )


def _add_death(parser: Parser) -> None:
    add_person(parser, "--person", required=True)
    add_day(parser, "死亡日期，默认今天")
    _why(parser)
    _head_follows(parser)
    parser.add_argument("--keep-marital", action="store_true", help="不把配偶改为丧偶")
    parser.add_argument("--pension-monthly", default=None, metavar="YUAN", help="月养老金，按县里名单")
    parser.add_argument("--paid-through", default=None, metavar="DATE", help="养老金已发到哪个月（该月任一天）")


def _death(workspace: Workspace, arguments: argparse.Namespace) -> events.Death:
    paid = arguments.paid_through
    return events.Death(
        person_id=person_named(workspace, arguments.person).id,
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
        widow_spouse=not arguments.keep_marital,
        pension_monthly=_money(arguments.pension_monthly),
        pension_paid_through=None if paid is None else parse_date(paid, field="pension_paid_through"),
    )


def _add_alive(parser: Parser) -> None:
    add_person(parser, "--person", required=True)
    add_day(parser)
    _why(parser, required=True)
    parser.add_argument("--relation", default="", help="与现在户主的关系，默认照旧或推定")
    parser.add_argument("--identities-stay-ended", action="store_true", help="困难身份不恢复")
    parser.add_argument("--pension-monthly", default=None, metavar="YUAN", help="月养老金，按县里名单")


def _alive(workspace: Workspace, arguments: argparse.Namespace) -> events.Alive:
    person = person_named(workspace, arguments.person)
    return events.Alive(
        person_id=person.id,
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
        relation=relation_of(arguments.relation, person.sex) if arguments.relation else "",
        resume_identities=not arguments.identities_stay_ended,
        pension_monthly=_money(arguments.pension_monthly),
    )


def _add_marry_in(parser: Parser) -> None:
    _in_household(parser, "婚入哪一户")
    add_person(parser, "--person", default=None, help="本村另一户的成员；从外面来的改写 --name 等")
    add_facts(parser, required=False)
    parser.add_argument("--relation", required=True, help="与户主关系")
    add_person(parser, "--spouse", default=None, help="与谁结婚")
    parser.add_argument("--bring", action="append", default=[], metavar="P=关系", help="一起来的孩子等（可多次）")
    add_day(parser)
    _why(parser)
    _head_follows(parser)


def _marry_in(workspace: Workspace, arguments: argparse.Namespace) -> events.MarriageIn:
    person = None if arguments.person is None else person_named(workspace, arguments.person)
    newcomer = None if arguments.name is None else person_entered(workspace, arguments)
    who = person or newcomer
    return events.MarriageIn(
        household_id=_household(workspace, arguments.household),
        on=day_of(workspace, arguments.on),
        relation=relation_of(arguments.relation, None if who is None else who.sex),
        spouse_id=maybe_person(workspace, arguments.spouse),
        person_id=None if person is None else person.id,
        newcomer=newcomer,
        bringing=placed(workspace, arguments.bring),
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
        reason=arguments.reason,
    )


def _add_marry_out(parser: Parser) -> None:
    add_person(parser, "--person", required=True)
    parser.add_argument("--to", required=True, metavar="PLACE", help="婚到哪里")
    parser.add_argument("--hukou-stays", action="store_true", help="户口不迁（人户分离）")
    parser.add_argument("--other-county", action="store_true", help="迁到外县")
    add_day(parser)
    _why(parser)
    _head_follows(parser)


def _marry_out(workspace: Workspace, arguments: argparse.Namespace) -> events.MarriageOut:
    return events.MarriageOut(
        person_id=person_named(workspace, arguments.person).id,
        on=day_of(workspace, arguments.on),
        to_place=arguments.to,
        hukou_moves=not arguments.hukou_stays,
        other_county=arguments.other_county,
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
        reason=arguments.reason,
    )


def _add_split(parser: Parser) -> None:
    _in_household(parser)
    _members(parser)
    parser.add_argument("--number", default="", metavar="NO", help="新户编号，默认自动编号")
    add_household_facts(parser)
    add_day(parser)
    _why(parser, required=True)
    _head_follows(parser)


def _split(workspace: Workspace, arguments: argparse.Namespace) -> events.Split:
    file = household_numbered(workspace, arguments.household)
    entry = HouseholdEntry(number=arguments.number, hukou=file.household.hukou)
    return events.Split(
        household_id=file.household.id,
        on=day_of(workspace, arguments.on),
        people=placed(workspace, arguments.member),
        household=household_entered(arguments, entry),
        reason=arguments.reason,
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
    )


def _add_merge(parser: Parser) -> None:
    _in_household(parser, "并到哪一户")
    parser.add_argument("--from", dest="source", required=True, metavar="NO", help="哪一户并过来")
    _members(parser)
    add_day(parser)
    _why(parser, required=True)


def _merge(workspace: Workspace, arguments: argparse.Namespace) -> events.Merge:
    return events.Merge(
        household_id=_household(workspace, arguments.household),
        from_id=_household(workspace, arguments.source),
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
        relations=relations_of(workspace, arguments.member),
    )


def _add_move(parser: Parser) -> None:
    _in_household(parser, "转到哪一户")
    _members(parser)
    add_day(parser)
    _why(parser, required=True)
    _head_follows(parser)


def _move(workspace: Workspace, arguments: argparse.Namespace) -> events.Move:
    return events.Move(
        people=placed(workspace, arguments.member),
        household_id=_household(workspace, arguments.household),
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
    )


def _add_group(parser: Parser) -> None:
    _in_household(parser)
    parser.add_argument("--group", required=True, help="调到哪个村民小组")
    parser.add_argument("--address", default=None, help="新住址，不写则不变")
    add_day(parser)
    _why(parser)


def _group(workspace: Workspace, arguments: argparse.Namespace) -> events.Group:
    return events.Group(
        household_id=_household(workspace, arguments.household),
        on=day_of(workspace, arguments.on),
        group=arguments.group,
        address=arguments.address,
        reason=arguments.reason,
    )


def _add_away(parser: Parser) -> None:
    add_person(parser, "--person", action="append", default=[], required=True, help="谁（可多次）")
    parser.add_argument("--hukou-moves", action="store_true", help="迁出；不写则是外出，户籍留下")
    add_coded(parser, "--kind", AbsenceKind, "外出原因", default=AbsenceKind.WORK.value)
    parser.add_argument("--to", default="", metavar="PLACE", help="去哪里")
    parser.add_argument("--other-county", action="store_true", help="迁到外县")
    parser.add_argument("--until", default=None, metavar="DATE", help="预计返回日期")
    add_day(parser)
    _why(parser)
    _head_follows(parser)


def _away(workspace: Workspace, arguments: argparse.Namespace) -> events.Away:
    return events.Away(
        people=tuple(person_named(workspace, text).id for text in arguments.person),
        on=day_of(workspace, arguments.on),
        hukou_moves=arguments.hukou_moves,
        kind=AbsenceKind.of(arguments.kind),
        to_place=arguments.to,
        other_county=arguments.other_county,
        until=None if arguments.until is None else parse_date(arguments.until, field="until"),
        reason=arguments.reason,
        new_head=maybe_person(workspace, arguments.new_head),
        relations=relations_of(workspace, arguments.relation_to_head),
    )


def _add_return(parser: Parser) -> None:
    _in_household(parser)
    _members(parser)
    add_day(parser)
    _why(parser)


def _return(workspace: Workspace, arguments: argparse.Namespace) -> events.Return:
    return events.Return(
        people=placed(workspace, arguments.member, bare=True),
        household_id=_household(workspace, arguments.household),
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
    )


def _add_head(parser: Parser) -> None:
    _in_household(parser)
    _head_follows(parser)
    add_day(parser)
    _why(parser)


def _head(workspace: Workspace, arguments: argparse.Namespace) -> events.Head:
    household_id = _household(workspace, arguments.household)
    wanted = maybe_person(workspace, arguments.new_head) or events.propose_head(workspace, household_id)
    if wanted is None:
        raise UserError("{number} 户没有别的成员：不能变更户主。", field="new_head", number=arguments.household[:30])
    return events.Head(
        household_id=household_id,
        new_head=wanted,
        on=day_of(workspace, arguments.on),
        relations=relations_of(workspace, arguments.relation_to_head),
        reason=arguments.reason,
    )


def _add_number(parser: Parser) -> None:
    add_person(parser, "--person", required=True)
    parser.add_argument("--number", required=True, metavar="ID", help="正确的公民身份号码")
    parser.add_argument("--unverified", action="store_true", help="证件核实中：号码照证件原样登记")
    parser.add_argument("--birth-on", default=None, metavar="DATE", help="以这个出生日期为准")
    parser.add_argument("--sex", choices=("男", "女"), default=None, help="号码与登记不同时，以哪个性别为准")
    add_day(parser)
    _why(parser, required=True)


def _number(workspace: Workspace, arguments: argparse.Namespace) -> events.Number:
    sexes = {sex.label: sex for sex in Sex}
    birth_on = arguments.birth_on
    return events.Number(
        person_id=person_named(workspace, arguments.person).id,
        number=arguments.number,
        on=day_of(workspace, arguments.on),
        reason=arguments.reason,
        unverified=arguments.unverified,
        birth_on=None if birth_on is None else parse_date(birth_on, field="birth_on"),
        sex=None if arguments.sex is None else sexes[arguments.sex],
    )


KINDS: Final[
    tuple[tuple[str, str, Callable[[Parser], None], Callable[[Workspace, argparse.Namespace], events.Request]], ...]
] = (
    ("birth", "出生", _add_birth, _birth),
    ("death", "死亡", _add_death, _death),
    ("alive", "更正死亡登记：本人在世", _add_alive, _alive),
    ("marry-in", "婚入", _add_marry_in, _marry_in),
    ("marry-out", "婚出", _add_marry_out, _marry_out),
    ("split", "分户", _add_split, _split),
    ("merge", "并户", _add_merge, _merge),
    ("move", "成员转入另一户", _add_move, _move),
    ("group", "调组", _add_group, _group),
    ("away", "迁出或外出", _add_away, _away),
    ("return", "返回", _add_return, _return),
    ("head", "户主变更", _add_head, _head),
    ("number", "身份号码更正", _add_number, _number),
)
"""Each kind with its words, its options, and what they make."""
