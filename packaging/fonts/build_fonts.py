"""Make the program's TrueType fonts from the CFF fonts of a wheel; run once by a maintainer, the result is committed.

ReportLab embeds TrueType outlines only, so the cubic curves become quadratic ones. Hinting and layout tables go: paper and
today's screens do not need them, and half the size goes with them. The Open Font License asks a changed version to bear
another name, hence "Clerk Song" and "Clerk Hei".

    pip download --no-deps --dest build/fonts pylopdf-fonts-zh-cn==0.1.1
    python packaging/fonts/build_fonts.py build/fonts/pylopdf_fonts_zh_cn-0.1.1-py3-none-any.whl
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
CURVE_ERROR: Final = 1.0
"""How far a quadratic curve may lie from the cubic one, in thousandths of the type size: 0.004 mm at 12 pt."""

REPERTOIRE: Final = (
    (0x0020, 0x024F),  # Latin with the tone marks of pinyin
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x2BFF),  # punctuation, currency, numerals, arrows, operators, circled digits, box drawing, shapes, ticks
    (0x2E80, 0x33FF),  # radicals, CJK punctuation, kana, bopomofo, squared units
    (0x3400, 0x4DBF),  # Extension A
    (0x4E00, 0x9FFF),  # URO and what was added behind it
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE10, 0xFE4F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x3FFFF),  # the 196 characters of 通用规范汉字表 beyond the BMP and their neighbours
)


@dataclass(frozen=True)
class Face:
    """One font to make: where it comes from, the checksum of that, and its own names."""

    source: str
    sha256: str
    family: str
    file: str


FACES: Final = (
    Face(
        "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf",
        "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
        "Clerk Hei",
        "clerk-hei.ttf",
    ),
    Face(
        "pylopdf_fonts_zh_cn/NotoSerifSC-Regular.otf",
        "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
        "Clerk Song",
        "clerk-song.ttf",
    ),
)


def main(arguments: list[str]) -> int:
    """Convert every face, or those named by ``--only``; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--to", type=Path, default=RESOURCES)
    parser.add_argument("--only", choices=[face.file for face in FACES])
    options = parser.parse_args(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(options.wheel) as wheel:
        for face in FACES:
            if options.only in (None, face.file):
                build(wheel.read(face.source), face, options.to / face.file)
    return 0


def build(source: bytes, face: Face, target: Path) -> None:
    """Write one TrueType font; raises SystemExit when the source is not the one this was tried with."""
    if hashlib.sha256(source).hexdigest() != face.sha256:
        raise SystemExit(f"{face.source}: other contents than expected, look at it before using it")
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    keep_repertoire(font)
    to_truetype(font)
    rename(font, face.family)
    font.save(target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {len(font.getGlyphOrder())} glyphs")


def keep_repertoire(font: TTFont) -> None:
    """Leave out characters outside the repertoire and every table that only hinting or layout reads."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in REPERTOIRE for code in range(first, last + 1)])
    subsetter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Turn the outlines into quadratic ones, and add the ballot boxes that the sources lack."""
    outlines = font.getGlyphSet()
    cmap = font.getBestCmap()
    order = font.getGlyphOrder()
    glyphs = {name: quadratic(outlines, [(name, Transform())]) for name in order}
    box = cmap[ord("□")]
    inside = Transform().translate(120, 90).scale(0.76)
    ballots = {
        "☐": [(box, Transform())],
        "☑": [(box, Transform()), (cmap[ord("✓")], inside)],
        "☒": [(box, Transform()), (cmap[ord("×")], inside)],
    }
    for character, parts in ballots.items():
        name = f"uni{ord(character):04X}"
        glyphs[name] = quadratic(outlines, parts)
        font["hmtx"][name] = font["hmtx"][box]
        order = [*order, name]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = name
    del font["CFF "]
    font.setGlyphOrder(order)
    install_outlines(font, glyphs, order)


def quadratic(outlines: Mapping[str, Any], parts: Iterable[tuple[str, Transform]]) -> Any:
    """Return the TrueType glyph made of these outlines; the direction turns round, as TrueType wants it."""
    pen = TTGlyphPen(None)
    for name, transform in parts:
        outlines[name].draw(TransformPen(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True), transform))
    return pen.glyph()


def install_outlines(font: TTFont, glyphs: dict[str, Any], order: list[str]) -> None:
    """Put the glyphs into the font with the tables that belong to them."""
    font.sfntVersion = "\000\001\000\000"
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 1 if field == "Zones" else 0)
    maxp.maxSizeOfInstructions = maxp.maxComponentElements = 0
    maxp.numGlyphs = len(order)
    font["post"].formatType = 3.0
    font["gasp"] = gasp = newTable("gasp")
    gasp.version = 1
    gasp.gaspRange = {0xFFFF: 0x000A}  # no hinting to follow, so smooth at every size


def rename(font: TTFont, family: str) -> None:
    """Give the font its own name in English only, so that it is found by one name in every locale."""
    names = font["name"]
    copyright_notice = names.getDebugName(0)
    version = names.getDebugName(5).split(";")[0]
    licence = {13: names.getDebugName(13), 14: names.getDebugName(14)}
    names.names = []
    postscript = family.replace(" ", "") + "-Regular"
    texts = {
        0: copyright_notice,
        1: family,
        2: "Regular",
        3: f"{version};{postscript}",
        4: family,
        5: version,
        6: postscript,
        **licence,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
