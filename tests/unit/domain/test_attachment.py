"""Names of attached files: shown on one line, written on every system."""

from __future__ import annotations

import pytest

from clerk_app.domain.attachment import shown_name, stem_to_write


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("户口簿 𬭎·㛃.jpg", "户口簿 𬭎·㛃.jpg"),
        ("a\nb.jpg", "a_b.jpg"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("\udcffbad.jpg", "_bad.jpg"),
    ],
    ids=["rare", "line", "turned", "no utf-8"],
)
def test_name_is_shown_without_what_nobody_can_see(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("户口簿.jpg", "户口簿"),
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\y.pdf", "C__x_y"),
        ("a:b*c?.jpg", "a_b_c_"),
        ("CON.jpg", "_CON"),
        ("con.x.jpg", "_con.x"),
        ("com1", "_com1"),
        ("console.jpg", "console"),
        (". .", "photo"),
        ("", "photo"),
        ("长" * 300, "长" * 60),
    ],
    ids=["plain", "folders", "drive", "signs", "con", "con.x", "com1", "console", "dots", "empty", "long"],
)
def test_stem_can_be_written_on_every_system(name: str, stem: str) -> None:
    assert stem_to_write(name, "photo") == stem
