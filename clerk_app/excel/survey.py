"""What a sheet of an .xlsx holds that a fast reader does not tell: its true extent, its formulas and its error values.

The fast reader lays a sheet out whole in memory, as far as its last cell, and a single cell in the far corner of a small file would
make it ask for hundreds of gigabytes. So every sheet is measured here first, cell by cell, and nothing is built.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

LAST_ROW_OF_EXCEL: Final = 1_048_576
LAST_COLUMN_OF_EXCEL: Final = 16_384
_CHUNK: Final = 1 << 18
_LETTERS: Final = {letter: place for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", start=1)}
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"


class UnreadableError(Exception):
    """The file is not what it says it is."""


@dataclass(slots=True)
class Survey:
    """A sheet measured: rows and columns from the first to the last that holds something; places count from 0."""

    rows: int = 0
    columns: int = 0
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def sheets_of(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Return the member of each sheet by the sheet's name; raises UnreadableError when the workbook has no directory of them."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, values: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = values.get("Target", "")
            member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            targets[values.get("Id", "")] = member

    def sheet(name: str, values: Mapping[str, str]) -> None:
        if name == "sheet":
            link = next((value for key, value in values.items() if key.rpartition(":")[2] == "id"), "")
            sheets.append((values.get("name", ""), link))

    _elements(archive, _RELATIONS, relation)
    _elements(archive, _WORKBOOK, sheet)
    return {title: targets[link] for title, link in sheets if link in targets}


def _elements(archive: zipfile.ZipFile, member: str, told: Callable[[str, Mapping[str, str]], None]) -> None:
    parser = _parser()
    parser.StartElementHandler = lambda name, values: told(name.rpartition(":")[2], values)
    _feed(archive, member, parser)


def _parser() -> expat.XMLParserType:
    """Return a parser that takes no document type: entities are how a small file becomes a huge one, or reads another."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise UnreadableError

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _feed(archive: zipfile.ZipFile, member: str, parser: expat.XMLParserType) -> None:
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place only
            parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, KeyError) as error:
        raise UnreadableError from error


def check_texts(archive: zipfile.ZipFile) -> None:
    """Read the table of shared texts through once, so that what is refused elsewhere is refused there too."""
    if "xl/sharedStrings.xml" in archive.namelist():
        _feed(archive, "xl/sharedStrings.xml", _parser())


def survey(archive: zipfile.ZipFile, member: str) -> Survey:
    """Measure one sheet; raises UnreadableError when it is broken, breaks off, or has cells where Excel has none."""
    parser = _parser()
    parser.ordered_attributes = True
    parser.buffer_text = True
    surveyor = _Surveyor(parser)
    parser.StartElementHandler = surveyor.start
    parser.EndElementHandler = surveyor.end
    _feed(archive, member, parser)
    return surveyor.found


class _Surveyor:
    """Follows the elements of a sheet: which cell is open, and whether it holds a value, a formula, an error."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.found = Survey()
        self._parser = parser
        self.row = -1
        self._column = -1
        self._kind = ""
        self._is_kept = False
        self._words: list[str] = []
        self._holds = False

    def start(self, name: str, values: list[str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._open_cell(values)
        elif name in {"v", "is"}:
            self._holds = True
            if name == "v" and self._kind == "e":
                self._keep()
        elif name == "f":
            self._holds = True
            self._keep()
        elif name == "row":
            self._open_row(values)

    def _open_row(self, values: list[str]) -> None:
        self.row += 1
        self._column = -1
        for place in range(0, len(values), 2):
            if values[place] == "r":
                self.row = _whole(values[place + 1]) - 1
        if not 0 <= self.row < LAST_ROW_OF_EXCEL:
            raise UnreadableError

    def _open_cell(self, values: list[str]) -> None:
        self._column += 1
        self._kind = ""
        self._holds = False
        for place in range(0, len(values), 2):
            if values[place] == "r":
                self.row, self._column = _place(values[place + 1])
            elif values[place] == "t":
                self._kind = values[place + 1]
        if not (0 <= self.row < LAST_ROW_OF_EXCEL and 0 <= self._column < LAST_COLUMN_OF_EXCEL):
            raise UnreadableError

    def _keep(self) -> None:
        """Take the text that follows; that of other cells is not even handed over."""
        self._is_kept = True
        self._parser.CharacterDataHandler = self._words.append

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._close_cell()
        elif self._is_kept and name in {"f", "v"}:
            words = "".join(self._words)
            (self.found.formulas if name == "f" else self.found.errors)[self.row, self._column] = words
            self._words.clear()
            self._is_kept = False
            self._parser.CharacterDataHandler = None

    def _close_cell(self) -> None:
        if self._holds:
            self.found.rows = max(self.found.rows, self.row + 1)
            self.found.columns = max(self.found.columns, self._column + 1)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise UnreadableError
    return int(text)


def _place(reference: str) -> tuple[int, int]:
    """Return row and column, from 0, of a cell such as ``AB12``."""
    column = 0
    for place, char in enumerate(reference):
        value = _LETTERS.get(char)
        if value is None:
            return _whole(reference[place:][:10]) - 1, column - 1
        column = column * 26 + value
        if column > LAST_COLUMN_OF_EXCEL:
            break
    raise UnreadableError
