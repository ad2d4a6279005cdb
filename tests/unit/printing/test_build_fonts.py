"""The maintainer's font conversion, tried on a font of four glyphs."""

from __future__ import annotations

import importlib.util
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "fonts" / "build_fonts.py"
CHARACTERS = {"box": "□", "tick": "✓", "times": "×", "hangul": "가"}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_fonts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "build_fonts", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def source() -> bytes:
    """Make a CFF font whose glyphs are a curved blob each."""
    builder = FontBuilder(1000, isTTF=False)
    order = [".notdef", *CHARACTERS]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(character): name for name, character in CHARACTERS.items()})
    pen = T2CharStringPen(1000, None)
    pen.moveTo((100, 0))
    pen.curveTo((400, -100), (800, 100), (900, 800))
    pen.lineTo((100, 800))
    pen.closePath()
    shape = pen.getCharString()
    builder.setupCFF("Source-Regular", {"FullName": "Source"}, dict.fromkeys(order, shape), {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {
            "copyright": "© Someone",
            "familyName": "Source",
            "styleName": "Regular",
            "version": "Version 1.0;x",
            "licenseDescription": "Open",
            "licenseInfoURL": "about:blank",
        }
    )
    builder.setupOS2()
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def build(script: ModuleType, source: bytes, target: Path) -> TTFont:
    face = script.Face("any.otf", script.hashlib.sha256(source).hexdigest(), "Clerk Test", "clerk-test.ttf")
    script.build(source, face, target)
    return TTFont(target)


def test_build_makes_a_renamed_truetype_font_when_given_a_cff_font(
    script: ModuleType, source: bytes, tmp_path: Path
) -> None:
    font = build(script, source, tmp_path / "clerk-test.ttf")
    assert ("glyf" in font, "CFF " in font) == (True, False)
    assert font["name"].getDebugName(1) == "Clerk Test"
    assert font["name"].getDebugName(6) == "ClerkTest-Regular"
    assert font["name"].getDebugName(0) == "© Someone"
    assert font["glyf"][font.getBestCmap()[ord("□")]].numberOfContours == 1


def test_build_adds_ballot_boxes_and_drops_other_scripts_when_run(
    script: ModuleType, source: bytes, tmp_path: Path
) -> None:
    font = build(script, source, tmp_path / "clerk-test.ttf")
    cmap = font.getBestCmap()
    assert {chr(code) for code in cmap} == set("□✓×☐☑☒")
    assert font["glyf"][cmap[ord("☑")]].numberOfContours == 2
    assert font["hmtx"][cmap[ord("☑")]][0] == 1000


def test_build_is_the_same_file_when_run_twice(script: ModuleType, source: bytes, tmp_path: Path) -> None:
    build(script, source, tmp_path / "one.ttf")
    build(script, source, tmp_path / "two.ttf")
    assert (tmp_path / "one.ttf").read_bytes() == (tmp_path / "two.ttf").read_bytes()


def test_build_refuses_when_the_source_is_another_file(script: ModuleType, source: bytes, tmp_path: Path) -> None:
    face = script.Face("any.otf", "0" * 64, "Clerk Test", "clerk-test.ttf")
    with pytest.raises(SystemExit, match="other contents"):
        script.build(source, face, tmp_path / "never.ttf")
    assert not (tmp_path / "never.ttf").exists()
