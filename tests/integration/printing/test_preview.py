"""Pages as pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk_app.errors import SituationError
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.printing.preview import page_count, page_image
from clerk_app.printing.registry import render


@pytest.fixture
def pdf(form: HouseholdFormData) -> bytes:
    return render(form)


def test_page_count_is_one_when_the_household_is_small(pdf: bytes) -> None:
    assert page_count(pdf) == 1


def test_page_image_is_a_landscape_page_with_ink_when_drawn(pdf: bytes) -> None:
    image = page_image(pdf, 0, 96)
    assert (image.width, image.height) == (1123, 794)
    assert image.stride >= image.width * 4
    assert len(image.pixels) == image.stride * image.height
    corner = image.pixels[:3]
    assert corner == b"\xff\xff\xff"
    greens = image.pixels[1::4]
    dark = sum(value < 100 for value in greens)
    assert 0.005 < dark / len(greens) < 0.2


def test_page_image_grows_when_the_resolution_does(pdf: bytes) -> None:
    assert page_image(pdf, 0, 192).width == pytest.approx(2 * page_image(pdf, 0, 96).width, abs=1)


def test_page_image_differs_when_the_paper_does(form: HouseholdFormData, pdf: bytes) -> None:
    other = render(replace(form, clerk="赵"))
    assert page_image(pdf, 0, 96) == page_image(pdf, 0, 96)
    assert page_image(pdf, 0, 96).pixels != page_image(other, 0, 96).pixels


@pytest.mark.parametrize("page", [-1, 1])
def test_page_image_refuses_when_there_is_no_such_page(pdf: bytes, page: int) -> None:
    with pytest.raises(IndexError):
        page_image(pdf, page, 96)


@pytest.mark.parametrize("damaged", [b"", b"no pdf", b"%PDF-1.4\n%%EOF"])
def test_preview_says_what_to_do_when_the_bytes_are_no_pdf(damaged: bytes) -> None:
    with pytest.raises(SituationError, match="重新生成"):
        page_count(damaged)
    with pytest.raises(SituationError):
        page_image(damaged, 0, 96)
