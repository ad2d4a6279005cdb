"""Whether a picture or a PDF is there to its end: one that was copied half opens here and shows half a paper."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Final

from clerk_app.errors import UserError

_PDF: Final = "application/pdf"
_PDF_END: Final = b"%%EOF"
_SMALL: Final = (64, 64)
"""A JPEG is read to its end, but drawn no larger than this where it can be."""


def require_whole(name: str, content: bytes, media_type: str) -> None:
    """Raise UserError when a JPEG, PNG or PDF is cut off, cannot be read, or has more dots than any screen could be given."""
    is_whole = _is_whole_pdf(content) if media_type == _PDF else _is_whole_picture(name, content)
    if not is_whole:
        raise UserError(
            "“{name}”不完整或已损坏，可能没有拷完：请从手机、相机或扫描仪再拷一次。", field="file", name=name[:80]
        )


def _is_whole_pdf(content: bytes) -> bool:
    import pypdfium2  # noqa: PLC0415 - only who adds a file pays for it, not the start

    try:
        with pypdfium2.PdfDocument(content) as document:
            return _PDF_END in content and len(document) > 0
    except pypdfium2.PdfiumError as error:
        return "password" in str(error).lower()  # closed to us, but not broken


def _is_whole_picture(name: str, content: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415 - as above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # large, but not too large
            with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
                if picture.format == "PNG":
                    picture.verify()  # the sums of all its parts; it need not be drawn
                else:
                    picture.draft("RGB", _SMALL)
                    picture.load()
    except Image.DecompressionBombError:
        raise UserError(
            "“{name}”的像素太多，电脑显示不了：请用较低的分辨率重新拍照或扫描。", field="file", name=name[:80]
        ) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        return False
    return True
