"""A picture or a PDF that was copied half is refused; what is whole goes in, whatever follows it."""

from __future__ import annotations

import pytest

from clerk_app.errors import UserError
from clerk_app.services.whole_files import require_whole
from tests.pictures import JPEG, PDF, PNG, a_jpeg, a_pdf, a_png

_TYPES = {JPEG: "image/jpeg", PNG: "image/png", PDF: "application/pdf"}


@pytest.mark.parametrize("content", [JPEG, PNG, PDF], ids=["jpeg", "png", "pdf"])
def test_whole_file_passes_and_none_of_its_beginnings(content: bytes) -> None:
    require_whole("a", content, _TYPES[content])
    require_whole("a", content + b"\n\x00\x00a film of a second" * 30, _TYPES[content])  # phones add one
    for length in (8, 30, len(content) // 3, len(content) // 2, len(content) - 30, len(content) - 8):
        with pytest.raises(UserError, match="“证明”不完整或已损坏") as refused:
            require_whole("证明", content[:length], _TYPES[content])
        assert refused.value.field == "file"


def test_byte_turned_in_a_png_is_seen() -> None:
    middle = len(PNG) - 20
    with pytest.raises(UserError, match="不完整"):
        require_whole("a.png", PNG[:middle] + bytes([PNG[middle] ^ 1]) + PNG[middle + 1 :], "image/png")


def test_picture_in_several_runs_and_one_beyond_a_hundred_million_dots_pass() -> None:
    progressive = a_jpeg(side=200, progressive=True)
    require_whole("a.jpg", progressive, "image/jpeg")
    with pytest.raises(UserError, match="不完整"):
        require_whole("a.jpg", progressive[: len(progressive) // 2], "image/jpeg")
    require_whole("a.png", a_png(side=10_500), "image/png")


def test_picture_that_no_screen_could_show_is_told_as_such() -> None:
    with pytest.raises(UserError, match="像素太多"):
        require_whole("a.png", a_png(side=14_000), "image/png")


def test_pdf_with_a_password_is_not_broken() -> None:
    require_whole("a.pdf", a_pdf(password="open"), "application/pdf")


def test_pdf_without_a_page_is() -> None:
    for content in (b"%PDF-1.4\n%%EOF", b"%PDF-1.7 xx"):
        with pytest.raises(UserError, match="不完整"):
            require_whole("a.pdf", content, "application/pdf")
