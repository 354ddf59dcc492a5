"""XML read as a stream of elements: nothing is kept in memory, no document type is accepted, no entity expanded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from generator.workbook.xlsx.unreadable import DAMAGED, DECLARES_A_TYPE, UnreadableError

_TEXT_BUFFER = 1 << 16

Starts = Callable[[str, Mapping[str, str]], None]
Ends = Callable[[str], None]
Texts = Callable[[str], None]


def scan(chunks: Iterable[bytes], start: Starts, end: Ends | None = None, text: Texts | None = None) -> None:
    """Tell the handlers the elements of a document as they come, by local name; attributes keep their prefix.

    UnreadableError when it declares a document type or is not well formed.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _TEXT_BUFFER
    local = _LocalNames()
    parser.StartElementHandler = lambda name, attributes: start(local[name], attributes)
    if end is not None:
        told = end
        parser.EndElementHandler = lambda name: told(local[name])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003 - expat's own signature
        parser.Parse(b"", True)  # noqa: FBT003 - likewise
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last two for an encoding nobody knows
        raise UnreadableError(DAMAGED) from error


class _LocalNames(dict[str, str]):
    """Names of elements without their prefix."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


def _refuse_type(_name: str, _system: str | None, _public: str | None, _has_subset: bool) -> None:  # noqa: FBT001 - expat's own signature
    raise UnreadableError(DECLARES_A_TYPE)


def local_attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """Return an attribute whatever its prefix, such as `id` for `r:id`."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), None)
