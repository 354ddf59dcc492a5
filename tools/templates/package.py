"""An Open Packaging container from its parts: content types and relationships are derived, the bytes are canonical."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from generator.ooxml.repack import canonical

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
}


@dataclass(frozen=True)
class Part:
    """One part: its content type, its content, and its relations (kind, absolute target), which become rId1, rId2…."""

    content_type: str
    content: str | bytes
    relations: tuple[tuple[str, str], ...] = field(default=())


def pack(parts: Mapping[str, Part], *, main: str) -> bytes:
    """The file; `parts` by absolute name without the leading slash, `main` is the document part."""
    entries: dict[str, bytes] = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _root(main)}
    for name, part in parts.items():
        content = part.content
        entries[name] = (HEADER + content).encode() if isinstance(content, str) else content
        if part.relations:
            folder, _, leaf = name.rpartition("/")
            entries[f"{folder}/_rels/{leaf}.rels"] = _relations(part.relations)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return canonical(buffer.getvalue())


def _content_types(parts: Mapping[str, Part]) -> bytes:
    defaults = "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in _DEFAULTS.items())
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{part.content_type}"/>'
        for name, part in parts.items()
        if name.endswith(".xml")
    )
    return f'{HEADER}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'.encode()


def _root(main: str) -> bytes:
    rows = f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="{main}"/>'
    rows += f'<Relationship Id="rId2" Type="{_CORE}" Target="docProps/core.xml"/>'
    return f'{HEADER}<Relationships xmlns="{_RELS}">{rows}</Relationships>'.encode()


def _relations(relations: tuple[tuple[str, str], ...]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{rank}" Type="{_OFFICE}{kind}" Target={quoteattr("/" + target)}/>'
        for rank, (kind, target) in enumerate(relations, start=1)
    )
    return f'{HEADER}<Relationships xmlns="{_RELS}">{rows}</Relationships>'.encode()


CORE = Part(
    "application/vnd.openxmlformats-package.core-properties+xml",
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>fr-FR</dc:language></cp:coreProperties>',
)
