"""One row of the village's register, read into a person or into what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from clerk_app.domain.codes import HEAD, DisabilityKind, IdentityKind, Sex, shut_out
from clerk_app.domain.dates import age_on
from clerk_app.domain.free_text import (
    DisabilityCertificate,
    clean_name,
    disability_certificate,
    identity_kinds,
    nation_code,
    relation_code,
    sex_of,
    sex_of_relation,
)
from clerk_app.domain.resident_id import (
    OLDEST_AGE,
    ResidentId,
    Severity,
    parse,
    tidy,
    warnings,
)
from clerk_app.errors import UserError
from clerk_app.excel.cell_date import date_in, from_serial
from clerk_app.excel.columns import Columns, Field
from clerk_app.excel.row_cells import RegisterProblem, RowCells
from clerk_app.excel.status_words import (
    NO_HARDSHIP,
    NONE,
    YES,
    YES_OR_NO,
    Hardship,
    disability_said,
    poverty_left_on,
    poverty_said,
    status_said,
)
from clerk_app.excel.table import Cell, CellKind, TableRow

HAN: Final = "01"
SELF: Final = "01"
_FLOAT_TAIL: Final = re.compile(r"(?<=\d)\.0+$", re.ASCII)
"""What another program leaves of a telephone number that it took for a figure."""
_PHONE: Final = re.compile(r"[\d+()/、,; -]{5,40}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A person as the register has them; codes as in ``codes``.

    ``birth_on`` is the file's own date, else the number's. Without ``id_number`` a temporary number must be given (T11).
    ``doubts`` are what a clerk should look at, each at its column; what could not be read is kept in ``note``.
    """

    row: int
    household_number: str
    group: str
    address: str
    name: str
    relation: str
    sex: Sex
    id_number: str | None
    former_id_number: str | None
    former_name: str = ""
    birth_on: date
    nation: str
    phone: str
    hardship: Hardship = NO_HARDSHIP
    disability_certificate: str
    disability_kind: DisabilityKind | None
    disability_grade: int | None
    note: str
    doubts: tuple[RegisterProblem, ...] = ()

    @property
    def identities(self) -> tuple[IdentityKind, ...]:
        """The hardship statuses that stand there."""
        return self.hardship.kinds

    @property
    def warnings(self) -> tuple[str, ...]:
        """The sentences of the doubts."""
        return tuple(doubt.message for doubt in self.doubts)


@dataclass(slots=True)
class RowReading:
    """A row being read: ``person`` is set when nothing is wrong with the row itself, ``hardship`` whatever is."""

    number: int
    name: str = ""
    household_number: str = ""
    block: str = ""
    relation: str | None = None
    id_number: str | None = None
    hardship: Hardship = NO_HARDSHIP
    person: RegisterRow | None = None
    problems: list[RegisterProblem] = field(default_factory=list)

    @property
    def is_head(self) -> bool:
        """Whether the row says 户主."""
        return self.relation == HEAD


def read_row(row: TableRow, columns: Columns, on: date) -> RowReading:
    """Read one row as it would be entered on a day."""
    return _Reader(row, columns, on).read()


class _Reader(RowCells):
    """Reads the cells of one row; gathers problems (the row is refused) and warnings (it is taken in and asked about)."""

    def __init__(self, row: TableRow, columns: Columns, on: date) -> None:
        super().__init__(row, columns)
        self._on = on
        self._reading = RowReading(row.number, problems=self._problems)

    def read(self) -> RowReading:
        reading = self._reading
        reading.household_number = self._text(Field.HOUSEHOLD_NUMBER)
        group, address = self._text(Field.GROUP), self._text(Field.ADDRESS)
        name, former_name = self._name(), self._text(Field.FORMER_NAME)
        reading.name = name
        identity = self._identity()
        reading.id_number = identity.number if identity else None
        sex = self._sex(identity)
        birth_on = self._birth(identity)
        reading.relation = self._relation(sex)
        nation, phone = self._nation(), self._phone()
        reading.hardship = self._hardship()
        card, kind, grade = self._disability(identity)
        note = self._text(Field.NOTE)
        if not reading.problems and birth_on is not None and sex is not None and reading.relation is not None:
            self._compare(identity, sex, birth_on)
            reading.person = RegisterRow(
                row=reading.number,
                household_number=reading.household_number,
                group=group,
                address=address,
                name=name,
                relation=reading.relation,
                sex=identity.sex if identity else sex,
                id_number=reading.id_number,
                former_id_number=identity.former if identity else None,
                former_name="" if former_name in NONE else former_name,
                birth_on=birth_on,
                nation=nation,
                phone=phone,
                hardship=reading.hardship,
                disability_certificate=card.number if card else "",
                disability_kind=card.kind if card else kind,
                disability_grade=card.grade if card else grade,
                note="；".join(filter(None, (note, *self._unread))),
                doubts=tuple(self._doubts),
            )
        return reading

    def _name(self) -> str:
        raw = self._raw(Field.NAME)
        if self._is_troubled(Field.NAME):
            return ""
        try:
            name = clean_name(raw)
        except UserError as error:
            self._problem(Field.NAME, error.message)
            return ""
        self._compare_with_head(name.text)
        for finding in name.findings:
            if finding.severity is Severity.ERROR:
                self._problem(Field.NAME, finding.message)
            else:
                self._doubt(Field.NAME, finding.message)
        return name.text

    def _compare_with_head(self, name: str) -> None:
        """Say when the row of the head has another name than the column for the head's name."""
        head, says = self._seen(Field.HEAD_NAME), {self._seen(Field.IS_HEAD), self._seen(Field.RELATION)}
        says_head = says & {*YES, "户主", "本人"}
        if head and says_head and head != name and not self._is_troubled(Field.NAME):
            self._doubt(
                Field.NAME,
                f"这一行是户主，姓名写“{name[:20]}”，而“户主姓名”一列写“{head[:20]}”：请对照证件核对。",
            )

    def _identity(self) -> ResidentId | None:
        raw = self._raw(Field.ID_NUMBER)
        cell = self._cell(Field.ID_NUMBER)
        if cell is None or not tidy(raw):
            return None
        if cell.kind is CellKind.NUMBER and len(raw) > 15:
            # Excel keeps 15 digits of a number; what stands in the cell past them is made up even where it looks whole (T1).
            self._problem(
                Field.ID_NUMBER,
                f"公民身份号码“{raw[:30]}”在 Excel 里存成了数字，后几位已丢失：请把这一列设为文本，对照证件重新填写。",
            )
            return None
        try:
            return parse(raw, self._on)
        except UserError as error:
            self._problem(Field.ID_NUMBER, error.message)
            return None

    def _sex(self, identity: ResidentId | None) -> Sex | None:
        text = self._text(Field.SEX)
        sex = sex_of(text)
        if sex is not None or self._is_troubled(Field.SEX):
            return sex
        if identity is not None:
            if text:
                self._doubt(Field.SEX, f"性别“{text[:10]}”看不懂，已按公民身份号码定为{identity.sex.label}。")
            return identity.sex
        if not self._is_troubled(Field.ID_NUMBER):
            self._problem(Field.SEX, "没有公民身份号码，也看不出性别：请填写男或女。")
        return None

    def _birth(self, identity: ResidentId | None) -> date | None:
        text = self._text(Field.BIRTH)
        by_number = identity.birth_on if identity else None
        if not text:
            if by_number is None and not self._is_troubled(Field.ID_NUMBER) and not self._is_troubled(Field.BIRTH):
                self._problem(Field.ID_NUMBER, "没有公民身份号码，也没有出生日期：请至少填一样。")
            elif by_number is None:
                return None
            return by_number
        cell = self._cell(Field.BIRTH)
        try:
            birth = date_in(cell or Cell(text, CellKind.TEXT), by_number)
            if birth > self._on or age_on(birth, self._on) > OLDEST_AGE:
                raise UserError("出生日期“{text}”在今天之后或早于 130 年前：请核对。", text=text[:30])
        except UserError as error:
            if by_number is None:
                self._problem(Field.BIRTH, error.message)
            else:
                self._doubt(Field.BIRTH, f"出生日期“{text[:30]}”看不懂，已按公民身份号码定为 {by_number}。")
            return by_number
        if from_serial(text) is not None:
            self._doubt(Field.BIRTH, f"出生日期“{text}”是 Excel 的日期序号，已读成 {birth}，请核对。")
        return birth

    def _relation(self, sex: Sex | None) -> str | None:
        text = self._text(Field.RELATION)
        if not text:
            says_head = self._text(Field.IS_HEAD) in YES
            if says_head:
                return HEAD
            if not self._is_troubled(Field.RELATION) and not self._is_troubled(Field.IS_HEAD):
                self._problem(Field.RELATION, "没有填与户主关系：请填户主、妻、长子等。")
            return None
        code = relation_code(text, sex)
        if code is None:
            self._problem(Field.RELATION, f"与户主关系“{text[:20]}”不认识：请按户主、妻、长子、儿媳、孙女等填写。")
        elif sex is not None and sex_of_relation(code) not in (None, sex):
            self._doubt(Field.RELATION, f"与户主关系“{text[:20]}”和性别“{sex.label}”对不上，请核对是哪一个写错了。")
        return HEAD if code == SELF else code

    def _nation(self) -> str:
        text = self._text(Field.NATION)
        if not text:
            if self._cell(Field.NATION) is not None:
                self._doubt(Field.NATION, "没有填民族，已按汉族导入，请核对。")
            return HAN
        code = nation_code(text)
        if code is None:
            self._problem(Field.NATION, f"民族“{text[:20]}”不认识：请填国家规定的 56 个民族名称。")
        return code or HAN

    def _phone(self) -> str:
        text = self._text(Field.PHONE)
        phone = _FLOAT_TAIL.sub("", unicodedata.normalize("NFKC", text).strip("'"))
        if text in NONE:
            return ""
        if phone and not _PHONE.fullmatch(phone):
            self._doubt(Field.PHONE, f"联系电话“{text[:20]}”不像电话号码，已照原样保存。")
            return text
        return phone

    def _hardship(self) -> Hardship:
        said = [self._text(Field.IDENTITIES), *(status_said(field, self._text(field)) for field in YES_OR_NO)]
        words = identity_kinds("、".join(filter(None, [*said, poverty_said(self._text(Field.POVERTY_STATE))])))
        for word in words.unknown:
            self._set_aside(Field.IDENTITIES, word, f"困难身份“{word[:20]}”不认识，没有登记，已写进备注。")
        if any(shut_out(one, other) for one in words.kinds for other in words.kinds):
            self._doubt(Field.IDENTITIES, "低保和特困不能同时享受，两样都照名册登记了：请核对后终止一样。")
        lifted_on = self._lifted_on() if words.lifted else None
        return Hardship(words.kinds, words.lifted, lifted_on, words.grade, words.unknown)

    def _lifted_on(self) -> date | None:
        cell, text = self._cell(Field.POVERTY_LEFT), self._text(Field.POVERTY_LEFT)
        if cell is None or not text or text in NONE:
            return None
        day = poverty_left_on(cell, self._on)
        if day is None:
            self._set_aside(Field.POVERTY_LEFT, text, f"脱贫年度“{text[:20]}”看不懂，日期没有登记，已写进备注。")
        return day

    def _disability(
        self, identity: ResidentId | None
    ) -> tuple[DisabilityCertificate | None, DisabilityKind | None, int | None]:
        kind_text, grade_text = self._text(Field.DISABILITY_KIND), self._text(Field.DISABILITY_GRADE)
        kind, grade = disability_said(kind_text, grade_text)
        if kind_text and kind is None and kind_text not in NONE:
            self._set_aside(Field.DISABILITY_KIND, kind_text, f"残疾类别“{kind_text[:20]}”不认识，已写进备注。")
        if grade_text and grade is None and grade_text not in NONE:
            self._set_aside(Field.DISABILITY_GRADE, grade_text, f"残疾等级“{grade_text[:20]}”不认识，已写进备注。")
        text = self._text(Field.DISABILITY_CERTIFICATE)
        if not text or text in NONE:
            return None, kind, grade
        try:
            card = disability_certificate(text, identity.number if identity else None, kind=kind, grade=grade)
        except UserError as error:
            self._set_aside(Field.DISABILITY_CERTIFICATE, text, f"{error.message}没有登记，已写进备注。")
            return None, kind, grade
        for finding in card.findings:
            self._doubt(Field.DISABILITY_CERTIFICATE, finding.message)
        return card, kind, grade

    def _compare(self, identity: ResidentId | None, sex: Sex, birth_on: date) -> None:
        """Say what differs from the number; the number's sex wins, both birth dates are kept (T7-T9)."""
        if identity is None:
            self._doubt(Field.ID_NUMBER, "没有公民身份号码：先给临时编号，补办后请填上。")
            return
        for finding in warnings(identity, birth_on=birth_on):
            self._doubt(Field.ID_NUMBER, finding.message)
        if sex is not identity.sex:
            self._doubt(
                Field.SEX, f"性别填的是{sex.label}，与公民身份号码不一致，已按公民身份号码定为{identity.sex.label}。"
            )
