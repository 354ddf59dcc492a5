"""The page of each heading and caption: the plan is laid out, its pages written into it, until none moves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.locales.phrase import phrase
from generator.ooxml.repack import Parts, packed
from generator.plan.layout.errors import LayoutError
from generator.plan.layout.office import pdf_of

_PASSES = 4
_WIDER = 100  # a number that takes more room than the one that stands for it in the first pass, and may wrap a line
_BOOKMARK = re.compile(r"/(?:_|5F)((?:Toc|Ref)\d+)")  # a leading underscore is escaped, without its mark

Write = Callable[[Mapping[str, int]], Parts]


def paged(write: Write) -> Parts:
    """The plan that ``write`` gives for the pages of its own bookmarks.

    LayoutError says why there is none.
    """
    pages: dict[str, int] = {}
    with TemporaryDirectory(prefix="copil-", ignore_cleanup_errors=True) as folder:
        for _ in range(_PASSES):
            parts = write(pages)
            found = bookmark_pages(pdf_of(packed(parts), Path(folder)))
            if found == pages:
                return parts
            is_settled = not pages and max(found.values(), default=0) < _WIDER
            pages = found
            if is_settled:
                return write(pages)
    raise LayoutError(phrase("cli.refused.pages_moving"))


def bookmark_pages(pdf: Path) -> dict[str, int]:
    """The page, from 1, of each bookmark of a heading or a caption in a PDF that LibreOffice exported."""
    from pypdf import PdfReader

    with PdfReader(pdf) as reader:
        found = (
            (_BOOKMARK.fullmatch(name), reader.get_destination_page_number(destination))
            for name, destination in reader.named_destinations.items()
        )
        return {f"_{match[1]}": page + 1 for match, page in found if match is not None and page is not None}
