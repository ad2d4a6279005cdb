"""What must hold of a person before anything is stored, and what is asked about: one check for every way of entering."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from clerk_app.domain import resident_id
from clerk_app.domain.codes import NATIONS
from clerk_app.domain.dates import age_on
from clerk_app.domain.free_text import disability_certificate
from clerk_app.domain.household import Person
from clerk_app.domain.plain_text import LONGEST_TEXT, hidden_character, plain_text
from clerk_app.domain.resident_id import OLDEST_AGE, Finding, Severity
from clerk_app.errors import UserError

LONGEST_NAME = 60
PRIVATE_CHARACTER = "姓名里有旧字库的自造字，在别的电脑上会显示成方框或别的字：请改用标准字，一时打不出的可以照常保存。"
FIRST_AGE = 16
"""From this age a person can be insured in the resident pension (国发〔2014〕8号 二)."""


def check_person(person: Person, on: date) -> tuple[Person, tuple[Finding, ...]]:
    """Return the person as it would be stored, and what to ask about.

    A 15-digit number becomes the 18-digit one, with the old one kept beside it and a finding that shows both (T2). What disagrees
    with the number is asked about and kept (T7-T9); of a disability card its own kind and grade count (T12). Raises UserError at
    the field that blocks (T1, T3, T10, T13).
    """
    name = person.name.strip()
    if not name:
        raise UserError("请填写姓名。", field="name")
    if len(name) > LONGEST_NAME or hidden_character(name) is not None:
        raise UserError("姓名太长或含有不能打印的字符：最多 {most} 个字。", field="name", most=LONGEST_NAME)
    former_name = (person.former_name or "").strip() or None
    if former_name is not None and (len(former_name) > LONGEST_NAME or hidden_character(former_name) is not None):
        raise UserError("曾用名太长或含有不能打印的字符：最多 {most} 个字。", field="former_name", most=LONGEST_NAME)
    if person.nation not in NATIONS:
        raise UserError("民族代码“{code}”不在国标表内：请从列表里选。", field="nation", code=person.nation[:10])
    if max(len(person.phone), len(person.note), len(person.disability_certificate)) > LONGEST_TEXT:
        raise UserError("电话、残疾证号或备注太长：最多 {most} 个字。", field="note", most=LONGEST_TEXT)
    _check_days(person, on)
    _check_pension(person, on)
    if person.disability_grade not in (None, 1, 2, 3, 4):
        raise UserError("残疾等级应是一级到四级：请从列表里选。", field="disability_grade")
    tidy = replace(
        person,
        name=name,
        former_name=former_name,
        phone=plain_text(person.phone, "phone"),
        note=plain_text(person.note, "note", lines=True),
        disability_certificate=plain_text(person.disability_certificate, "disability_certificate"),
    )
    if not (person.id_number or "").strip():
        return _with_card(replace(tidy, id_number=None, id_unverified=False), _of_name(name))
    numbered, findings = _with_number(tidy, on)
    return _with_card(numbered, (*_of_name(name), *findings))


def _of_name(name: str) -> tuple[Finding, ...]:
    """Ask about a character of a private area: it is another one on every machine, and its standard form is not known for certain."""
    if all(unicodedata.category(char) != "Co" for char in name):
        return ()
    return (Finding(Severity.WARNING, "private_character", PRIVATE_CHARACTER),)


def _check_days(person: Person, on: date) -> None:
    if person.birth_on > on:
        raise UserError("出生日期 {day} 在今天之后：请核对。", field="birth_on", day=person.birth_on)
    if age_on(person.birth_on, on) > OLDEST_AGE:
        raise UserError("按出生日期 {day} 已超过 130 岁：请核对。", field="birth_on", day=person.birth_on)
    if person.died_on is not None and not person.birth_on <= person.died_on <= on:
        raise UserError("死亡日期应在出生之后、今天或以前：请核对。", field="died_on")


def _check_pension(person: Person, on: date) -> None:
    """What the county's list states of a person's pension: years since the sixteenth birthday at the most, no debt."""
    most = max(person.age_on(on) - FIRST_AGE, 0)
    if person.pension_years is not None and not 0 <= person.pension_years <= most:
        raise UserError("养老缴费年限最多 {most} 年（从满 16 周岁算起）：请核对。", field="pension_years", most=most)
    if person.pension_balance is not None and person.pension_balance.fen < 0:
        raise UserError("个人账户储存额不能是负数：请核对。", field="pension_balance")


def _with_card(person: Person, findings: tuple[Finding, ...]) -> tuple[Person, tuple[Finding, ...]]:
    if not person.disability_certificate.strip():
        return person, findings
    try:
        card = disability_certificate(
            person.disability_certificate, person.id_number, kind=person.disability_kind, grade=person.disability_grade
        )
    except UserError as error:  # an older card has no such number; it stands as it is
        return person, (*findings, Finding(Severity.WARNING, "certificate_unreadable", error.message))
    return replace(person, disability_kind=card.kind, disability_grade=card.grade), (*findings, *card.findings)


def _with_number(person: Person, on: date) -> tuple[Person, tuple[Finding, ...]]:
    typed = person.id_number or ""
    if person.id_unverified:
        number = resident_id.normalise(typed)
        if len(number) not in (15, 18) or not number.isalnum() or not number.isascii():
            raise UserError("“证件核实中”的号码也应是 15 或 18 位：请照证件原样填写。", field="id_number")
        return replace(person, id_number=number, temporary_number=None), ()
    identity = resident_id.parse(typed, on)
    findings = resident_id.warnings(identity, sex=person.sex, birth_on=person.birth_on)
    former = person.former_id_number or identity.former
    return replace(person, id_number=identity.number, former_id_number=former, temporary_number=None), findings
