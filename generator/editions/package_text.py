"""Everything an Office package says, part by part, embedded packages included: what is read, and what only names."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
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
_PRINTABLE = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{4,}")
_PRINTABLE_16 = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_ZIP = b"PK\x03\x04"
_SIGNATURE = re.compile(rb"PK[\x01-\x08]{2}")
_PIXELS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs", b"sBIT"})
_COLOURS = frozenset({b"iCCP", b"sRGB", b"gAMA", b"cHRM"})  # a colour profile speaks of its maker, in common words
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_XML_STARTS = (b"<", b"\xef\xbb\xbf<", *_UTF_16)
_LOCAL_HEADER = struct.Struct("<26xHH")  # the lengths of the name and of the extra field end it


@dataclass(frozen=True)
class Said:
    """What a part says: ``prose`` is read by people, one paragraph a line; ``names`` are keys, styles, targets."""

    part: str
    prose: str
    names: str = ""


def said_in(package: bytes, *, within: str = "") -> Iterator[Said]:
    """Yield what each part of a package says, then what the package says outside its parts (comments, extra fields).

    A part of an embedded package is named ``outer!inner``. BadZipFile for what is no package.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        for entry in entries:
            yield from _part(f"{within}{entry.filename}", archive.read(entry))
        remarks = b"\n".join([archive.comment, *(entry.comment + b"\n" + entry.extra for entry in entries)])
    yield Said(within.rstrip("!"), _strings(remarks), _strings(_outside(package, entries)))


def _outside(package: bytes, entries: list[zipfile.ZipInfo]) -> bytes:
    """Return the bytes of a package that are no part's content."""
    pieces, at = [], 0
    for entry in entries:
        lengths = _LOCAL_HEADER.unpack_from(package, entry.header_offset)
        start = entry.header_offset + _LOCAL_HEADER.size + sum(lengths)
        pieces.append(package[at:start])
        at = start + entry.compress_size
    return _SIGNATURE.sub(b"\n", b"\n".join([*pieces, package[at:]]))


def _part(name: str, content: bytes) -> Iterator[Said]:
    if content.startswith(_ZIP):
        yield from said_in(content, within=f"{name}!")
    elif content.startswith(_PNG):
        yield Said(name, "\n".join(map(_strings, _png_remarks(content))), name)
    elif content.startswith(_XML_STARTS):
        encoding = "utf-16" if content[:2] in _UTF_16 else "utf-8-sig"
        yield _xml(name, content.decode(encoding, errors="replace"))
    else:
        yield Said(name, "", f"{name}\n{_strings(content)}")


def _xml(part: str, text: str) -> Said:
    """Read texts and attributes: the runs of a paragraph are one line, everything else is a line of its own."""
    prose = ["".join(aside) for aside in _ASIDE.findall(text)]
    bare = _ASIDE.sub("", text)
    names = [part, *_NOT_READ.findall(bare)]
    for name, value in set(_ATTRIBUTE.findall(bare)):
        if name not in _DRAWN and not name.startswith("xmlns"):
            (prose if name in _READ else names).append(value[1:-1])
    prose.append(_TAGS.sub("\n", _BROKEN.sub(" ", _JOINT.sub("", _NOT_READ.sub("", bare)))))
    return Said(part, unescape("\n".join(prose)), unescape("\n".join(names)))


def _png_remarks(content: bytes) -> Iterator[bytes]:
    """Yield the chunks of a picture that are not its pixels, texts uncompressed, then whatever follows its end."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        chunk = content[at + 8 : at + 8 + length]
        at += 12 + length
        if kind not in _PIXELS | _COLOURS:
            yield kind + b"\n" + chunk + b"\n" + _inflated(chunk)
        if kind == b"IEND":
            break
    yield content[at:]


def _inflated(chunk: bytes) -> bytes:
    """Return what a chunk holds compressed, nothing when it holds nothing such."""
    for mark in re.finditer(rb"\x00", chunk):
        try:
            return zlib.decompress(chunk[mark.end() :].lstrip(b"\x00"))
        except zlib.error:
            continue
    return b""


def _strings(content: bytes) -> str:
    """Return the printable runs of any bytes, one a line, in UTF-8 and in UTF-16."""
    narrow = (run.decode("utf-8", errors="replace") for run in _PRINTABLE.findall(content))
    wide = (run.decode("utf-16-le") for run in _PRINTABLE_16.findall(content))
    return "\n".join([*narrow, *wide])
