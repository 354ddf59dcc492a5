"""What cameras and programs write beside the pixels: EXIF and TIFF tags, IPTC records, Photoshop resources, XMP."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain, islice

from generator.editions.strings import sentences_in, texts_in
from generator.editions.xml_text import read_xml

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_FOLDERS = frozenset({0x8769, 0x8825, 0xA005, 0x014A})  # tags that lead to more tags
_BYTES, _ASCII, _UNDEFINED = 1, 2, 7
_XP = range(0x9C9B, 0x9CA0)  # Windows' title, comment, author, keywords, subject, in wide characters
_COMMENT, _XMP, _IPTC, _PHOTOSHOP = 0x9286, 0x02BC, 0x83BB, 0x8649
_MOST_TAGS = 4096

_RESOURCE_IPTC, _RESOURCE_EXIF, _RESOURCE_XMP = 0x0404, 0x0422, 0x0424
_RESOURCE = b"8BIM"


def exif_texts(content: bytes) -> Iterator[str]:
    """Yield the texts among the tags of a TIFF structure; all that is printable of what is none."""
    order = _ORDERS.get(content[:4])
    if order is None:
        yield texts_in(content)
        return
    for tag, kind, value in islice(_tags(content, order), _MOST_TAGS):
        if tag in (_XMP, _IPTC, _PHOTOSHOP):
            yield from {_XMP: xmp_texts, _IPTC: iptc_texts, _PHOTOSHOP: photoshop_texts}[tag](value)
        elif kind == _ASCII or tag in _XP:
            yield texts_in(value)
        elif tag == _COMMENT:
            yield texts_in(value[8:])
        elif kind in (_BYTES, _UNDEFINED):
            yield sentences_in(value)


def xmp_texts(content: bytes) -> Iterator[str]:
    """Yield what an XMP packet says, in its elements as in its attributes."""
    yield from chain.from_iterable(read_xml(content))


def iptc_texts(content: bytes) -> Iterator[str]:
    """Yield the values of IPTC records."""
    at = 0
    while content[at : at + 1] == b"\x1c" and at + 5 <= len(content):
        (length,) = struct.unpack_from(">H", content, at + 3)
        yield texts_in(content[at + 5 : at + 5 + length])
        at += 5 + length


def photoshop_texts(content: bytes) -> Iterator[str]:
    """Yield what the resources of Photoshop say; a thumbnail among them is a compressed picture."""
    at = content.find(_RESOURCE)
    while at >= 0 and content.startswith(_RESOURCE, at) and at + 7 <= len(content):
        (kind,) = struct.unpack_from(">H", content, at + 4)
        start = at + 6 + _even(1 + content[at + 6])
        if start + 4 > len(content):
            return
        (length,) = struct.unpack_from(">I", content, start)
        value = content[start + 4 : start + 4 + length]
        yield texts_in(content[at + 7 : start])
        readers = {_RESOURCE_IPTC: iptc_texts, _RESOURCE_EXIF: exif_texts, _RESOURCE_XMP: xmp_texts}
        yield from readers[kind](value) if kind in readers else (sentences_in(value),)
        at = start + 4 + _even(length)


def _tags(content: bytes, order: str) -> Iterator[tuple[int, int, bytes]]:
    """Yield the tags of each folder once: number, type, value."""
    folders, known = [struct.unpack_from(f"{order}I", content, 4)[0]] if len(content) >= 8 else [], set[int]()
    while folders:
        at = folders.pop()
        if at in known or at + 2 > len(content) or at == 0:
            continue
        known.add(at)
        (count,) = struct.unpack_from(f"{order}H", content, at)
        for entry in range(at + 2, min(at + 2 + 12 * count, len(content) - 11), 12):
            tag, kind, number = struct.unpack_from(f"{order}HHI", content, entry)
            size = _WIDTHS.get(kind, 0) * number
            (where,) = struct.unpack_from(f"{order}I", content, entry + 8)
            value = content[entry + 8 : entry + 8 + size] if size <= 4 else content[where : where + size]
            if tag in _FOLDERS:
                folders += [one for (one,) in struct.iter_unpack(f"{order}I", value[: len(value) // 4 * 4])]
            else:
                yield tag, kind, value
        last = at + 2 + 12 * count
        if last + 4 <= len(content):
            folders.append(struct.unpack_from(f"{order}I", content, last)[0])


def _even(length: int) -> int:
    return length + length % 2
