"""The faces: what they hold, what falls back, what stands for a missing character."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics

from clerk_app import paths
from clerk_app.errors import SituationError
from clerk_app.printing import fonts
from clerk_app.printing.fonts import Face, Run

ONLY_SONG = "\u4db7"
NO_FONT = "\U00020000"
RARE = "䶮㛃𬭎𬀩"


@pytest.mark.parametrize("face", list(Face))
def test_face_has_every_character_of_gbk_when_asked_for_ideographs(face: Face) -> None:
    widths = fonts._widths(face)
    assert [code for code in range(0x4E00, 0x9FA6) if code not in widths] == []


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize(
    "characters", [RARE + "𨐈㙟", "·¥￥①⑳□☐☑☒✓→←─│┌〔〕《》“”…—〓〇", "ǎěǐǒǔǚāēīōūü", "ABCxyz0189"]
)
def test_face_has_the_signs_of_forms_and_names_when_asked(face: Face, characters: str) -> None:
    widths = fonts._widths(face)
    assert [char for char in characters if ord(char) not in widths] == []


@pytest.mark.parametrize(("file", "family"), [("clerk-song.ttf", "Clerk Song"), ("clerk-hei.ttf", "Clerk Hei")])
def test_font_file_bears_our_name_and_may_be_embedded_when_opened(file: str, family: str) -> None:
    with TTFont(paths.resources() / "fonts" / file, lazy=True) as font:
        assert {record.toUnicode() for record in font["name"].names if record.nameID in {1, 4}} == {family}
        assert font["OS/2"].fsType == 0
        assert "glyf" in font
        assert "Open Font License" in font["name"].getDebugName(13)


def test_runs_keep_one_run_when_the_face_has_every_character() -> None:
    assert fonts.runs("王䶮𬭎·Abc 12", Face.HEI) == (Run(Face.HEI, "王䶮𬭎·Abc 12"),)


def test_runs_take_the_other_face_when_the_wanted_one_lacks_a_character() -> None:
    assert ord(ONLY_SONG) not in fonts._widths(Face.HEI)
    assert fonts.runs(f"王{ONLY_SONG}明", Face.HEI) == (
        Run(Face.HEI, "王"),
        Run(Face.SONG, ONLY_SONG),
        Run(Face.HEI, "明"),
    )


def test_runs_show_the_code_point_when_no_face_has_the_character() -> None:
    assert fonts.runs(f"王{NO_FONT}", Face.SONG) == (Run(Face.SONG, "王〓U+20000"),)


def test_runs_are_empty_when_the_text_is() -> None:
    assert fonts.runs("", Face.SONG) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王\n小\t明", "王 小 明"),
        ("王\u3000明", "王\u3000明"),
        ("王\u00a0明", "王 明"),
        ("葛\U000e0100", "葛"),
        ("王\u202e明", "王〓U+202E明"),
        ("王\u200b明", "王〓U+200B明"),
        ("王\x00明", "王〓U+0000明"),
        ("\ue863", "〓U+E863"),
    ],
)
def test_printable_leaves_nothing_out_silently_when_text_is_odd(text: str, shown: str) -> None:
    assert fonts.printable(text) == shown


def test_printable_changes_nothing_when_applied_twice() -> None:
    once = fonts.printable(f"a\n{NO_FONT}\u202e")
    assert fonts.printable(once) == once


def test_missing_names_each_character_once_when_no_face_has_it() -> None:
    assert fonts.missing(f"王{NO_FONT}\ue863{NO_FONT}{ONLY_SONG}") == (NO_FONT, "\ue863")


def test_text_width_is_one_em_an_ideograph_when_in_either_face() -> None:
    assert fonts.text_width("王𬭎", Face.SONG, 10) == pytest.approx(20)
    assert fonts.text_width(ONLY_SONG, Face.HEI, 10) == pytest.approx(10)


def test_to_unicode_map_writes_surrogates_when_beyond_the_bmp() -> None:
    text = fonts.to_unicode_map("F", [0, 0x41, 0x4E00, 0x2CB4E])
    assert "<01> <0041>" in text
    assert "<02> <4E00>" in text
    assert "<03> <D872DF4E>" in text
    assert "<00> <" not in text.replace("<00> <FF>", "")


def test_to_unicode_map_keeps_blocks_to_a_hundred_when_long() -> None:
    text = fonts.to_unicode_map("F", range(256))
    assert [line for line in text.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "55 beginbfchar",
    ]


def test_register_says_what_to_do_when_the_font_file_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.setattr(pdfmetrics, "getRegisteredFontNames", list)
    with pytest.raises(SituationError, match=r"clerk-hei\.ttf"):
        fonts._load(Face.HEI)


def test_register_says_what_to_do_when_the_font_file_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "clerk-song.ttf").write_bytes(b"not a font at all")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.setattr(pdfmetrics, "getRegisteredFontNames", list)
    with pytest.raises(SituationError, match="重新安装"):
        fonts._load(Face.SONG)
