"""Content controls: each block stands in one that nobody sees, so that a later build finds it again by its key.

The key stands in the control's tag and alias, and the bookmark of the block's first paragraph is named after it: what
an application drops of the one it keeps of the other. A bookmark around the whole block would not be safer: LibreOffice
drops the one that follows a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.ooxml.identity import block_bookmark, bounded, shape_id
from generator.plan.write.markup import attribute, bookmark

_FIRST_PARAGRAPH = re.compile("(<w:p>(?:<w:pPr>.*?</w:pPr>)?)(.*?)(</w:p>)", re.DOTALL)
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'


def control(key: str, inside: Iterable[str], *, is_contents: bool = False) -> Iterator[str]:
    """Content under a key, nothing without content; Word offers to update the one that holds the table of contents."""
    tag, number = attribute(bounded(key)), block_id(key)
    pieces = _marked(key, number, filter(None, inside))
    first = next(pieces, None)
    if first is None:
        return
    yield (
        f'<w:sdt><w:sdtPr><w:alias w:val={tag}/><w:tag w:val={tag}/><w:id w:val="{number}"/>'
        f'<w15:appearance w15:val="hidden"/>{_GALLERY if is_contents else ""}</w:sdtPr><w:sdtContent>'
    )
    yield first
    yield from pieces
    yield "</w:sdtContent></w:sdt>"


def block_id(key: str) -> int:
    """The number of a block's control, and of its bookmark."""
    return shape_id(f"block {key}")


def _marked(key: str, number: int, pieces: Iterator[str]) -> Iterator[str]:
    """The bookmark around what the first paragraph says, that of the first cell when a table comes first."""
    name = block_bookmark(key)
    for piece in pieces:
        marked, count = _FIRST_PARAGRAPH.subn(
            lambda found: found[1] + bookmark(name, number, found[2]) + found[3], piece, count=1
        )
        yield marked
        if count:
            break
    yield from pieces
