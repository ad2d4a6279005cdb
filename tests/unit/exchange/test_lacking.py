"""The document by which a laptop asks for attached files."""

from __future__ import annotations

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange import lacking
from clerk_app.exchange.lacking import lacks_bytes, read_lacks

ONE, TWO = "a" * 64, "b" * 64


def test_document_says_each_file_once_in_order() -> None:
    assert lacks_bytes({TWO, ONE}) == f'{{"files":["{ONE}","{TWO}"]}}'.encode()
    assert read_lacks(lacks_bytes({TWO, ONE})) == {ONE, TWO}
    assert read_lacks(None) == frozenset()


def test_more_files_than_the_document_may_name_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lacking, "MOST_ASKED", 1)
    assert read_lacks(lacks_bytes({TWO, ONE})) == {ONE}


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b'{"files":"a"}', b'{"files":["A"]}', b'{"files": []}', b'{"files":[1]}', b'{"files":[],"more":1}'],
)
def test_any_other_document_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="缺少附件的清单看不懂"):
        read_lacks(data)
