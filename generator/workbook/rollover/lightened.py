"""A workbook without what is never taken over, so that opening it is quick and nothing in the way can fail."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from generator.workbook.xlsx.package import slashed

_DROPPED = re.compile(r"xl/(?:pivot\w*|drawings|charts|media|slicers?|slicerCaches|externalLinks|embeddings)/")
_LEGACY = re.compile(r"xl/drawings/vmlDrawing")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?(?:/>|>\s*</(?:\w+:)?Relationship>)")
_TO_DROPPED = re.compile(
    rb'Type="[^"]*/(?:pivot\w+|drawing|image|slicer\w*|externalLink\w*|oleObject|package|control|ctrlProp)"'
)
_REFERENCES = re.compile(rb"<(?:\w+:)?(pivotCaches|externalReferences)\b[^>]*?(?:/>|>.*?</(?:\w+:)?\1>)", re.DOTALL)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*/>")
_EMPTY_ROW = re.compile(rb"<((?:\w+:)?row)\b[^<>]*(?:/>|>\s*</\1>)")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def lightened(data: bytes) -> bytes:
    """Return the package without pivots, drawings, links to other files, and the cells and rows that hold nothing.

    Its names are written as usual: those of the parts with slashes, those of Strict Open XML as in the usual form.
    """
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as light:
        for name, part in {slashed(info.filename): info for info in package.infolist()}.items():
            if not _DROPPED.match(name) or _LEGACY.match(name):
                light.writestr(name, _light(name, _STRICT.sub(_USUAL, package.read(part))))
    return stream.getvalue()


def _light(name: str, content: bytes) -> bytes:
    if name.endswith(".rels"):
        return _RELATION.sub(lambda found: b"" if _TO_DROPPED.search(found[0]) else found[0], content)
    if name.lower() == "xl/workbook.xml":
        return _REFERENCES.sub(b"", content)
    if _SHEET.fullmatch(name):
        return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))
    return content
