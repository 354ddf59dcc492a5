"""What an XML part says: the texts and attributes that people read, and the names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_INSIDE = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*"""  # of a tag: a > may stand between quotes
_TAGS = re.compile(rf"(?:<{_INSIDE}>)+")
_ATTRIBUTE = re.compile(r"""\s(?:\w+:)?([\w.-]+)\s*=\s*("(?=[^"]*[^\W\d_]{2})[^"]*"|'(?=[^']*[^\W\d_]{2})[^']*')""")
_ASIDE = re.compile(r"<!--(.*?)-->|<!\[CDATA\[(.*?)\]\]>|<\?(?:xml\s.*?|(.*?))\?>", re.DOTALL)
_READ = frozenset({"descr", "title", "aria-label", "author", "initials", "lastAuthor"})
_DRAWN = frozenset({"d", "points", "transform", "typeface", "font-family"})
_NOT_READ = re.compile(rf"(?<=<)(?:\w+:)?(?:f|formatCode|instrText|delInstrText|posOffset|x|y)(?:\s{_INSIDE})?>([^<]*)")
_END, _START = r"</(?:\w+:)?(?:t|delText)>", rf"<(?:\w+:)?(?:t|delText)(?:\s{_INSIDE})?>"
_JOINT = re.compile(rf"{_END}(?:<(?!/?(?:\w+:)?(?:p|si|is|br|tab|cr)\b){_INSIDE}>)*?{_START}")
_BROKEN = re.compile(rf"{_END}(?:<(?!/?(?:\w+:)?(?:p|si|is)\b){_INSIDE}>)*?{_START}")
_LONG = 1_000_000  # bytes
_PARAGRAPH_END = re.compile(rb"</(?:\w+:)?(?:p|si|row)>")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_STARTS = (b"<", b"\xef\xbb\xbf<", *_UTF_16)


def is_xml(content: bytes) -> bool:
    """Tell whether bytes are XML, or would be taken for it."""
    return content.startswith(_STARTS)


def read_xml(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield what people read, one paragraph a line, and the names beside it: keys, styles, targets.

    The runs of a paragraph are one line, everything else is a line of its own. A long part is read a stretch of whole
    paragraphs at a time, so that its text never stands in memory several times over.
    """
    return map(_read, _stretches(content))


def _stretches(content: bytes) -> Iterator[bytes]:
    """Cut a long part where a paragraph or a row ends; not where a comment could hold such an end."""
    start = 0
    if len(content) > _LONG and content[:2] not in _UTF_16 and b"<!" not in content:
        while end := _PARAGRAPH_END.search(content, start + _LONG):
            yield content[start : end.end()]
            start = end.end()
    yield content[start:]


def _read(content: bytes) -> tuple[str, str]:
    text = content.decode("utf-16" if content[:2] in _UTF_16 else "utf-8-sig", errors="replace")
    prose = ["".join(aside) for aside in _ASIDE.findall(text)]
    bare = _ASIDE.sub("", text)
    names = list(_NOT_READ.findall(bare))
    for name, value in set(_ATTRIBUTE.findall(bare)):
        if name not in _DRAWN and not name.startswith("xmlns"):
            (prose if name in _READ else names).append(value[1:-1])
    prose.append(_TAGS.sub("\n", _BROKEN.sub(" ", _JOINT.sub("", _NOT_READ.sub("", bare)))))
    return unescape("\n".join(prose)), unescape("\n".join(names))
