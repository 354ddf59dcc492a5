"""The text inside bytes: all of it where bytes are known to be text, elsewhere only what reads like sentences."""

from __future__ import annotations

import re

_UTF_8 = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_NARROW = re.compile(rb"(?:[\x20-\x7e]|" + _UTF_8 + rb"){4,}")
_LATIN = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")

_IN_SENTENCES = rb"A-Za-z0-9 .,:;'_/\\@()&+\-"
_SENTENCE = re.compile(rb"(?:[" + _IN_SENTENCES + rb"]|\xc3[\x80-\xbf]){16,}")
_WIDE_SENTENCE = re.compile(rb"(?:[" + _IN_SENTENCES + rb"\xc0-\xff]\x00){6,}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def texts_in(content: bytes) -> str:
    """Return every printable run of bytes that carry text, one a line: UTF-8, else Latin-1, and UTF-16."""
    narrow = [run.decode("utf-8", errors="replace") for run in _NARROW.findall(content)]
    latin = [] if _is_utf_8(content) else [run.decode("cp1252", errors="replace") for run in _LATIN.findall(content)]
    wide = [run.decode("utf-16-le") for run in _WIDE.findall(content)]
    return "\n".join([*narrow, *latin, *wide])


def sentences_in(content: bytes) -> str:
    """Return what reads like text in bytes of no known form, one run a line.

    In a megabyte of compressed data about one run of sixteen such letters stands by chance in ten files; that it holds
    a word that is searched, or the path of a disk, is less likely than one in a million.
    """
    narrow = (run.decode("utf-8", errors="replace") for run in _SENTENCE.findall(content))
    wide = (run.decode("utf-16-le") for run in _WIDE_SENTENCE.findall(content))
    return "\n".join([*narrow, *wide])


def as_text(content: bytes) -> str | None:
    """Return bytes that are text from end to end; None for any others."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else text


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
