"""The parts of a workbook, edited in place: what is not touched comes out byte for byte as it went in."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from generator.workbook.xlsx.package import resolved, slashed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_FIXED = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class NotAnnotableError(Exception):
    """The package is not in the form that Excel and its like write by default, and is best left alone."""


def main(name: str) -> str:
    """Return the qualified name of an element of a sheet."""
    return f"{{{MAIN}}}{name}"


def holdable(text: str) -> str:
    """Return the text as a cell can hold it: without control characters, and what looks like an escape kept as is."""
    return _ESCAPE.sub("_x005F_", _FORBIDDEN.sub("", text))


class Package:
    """A workbook as parts by name: `parts` holds bytes, `root` gives a parsed part, written back at the end."""

    def __init__(self, data: bytes) -> None:
        """Unpack a workbook that was read without trouble; NotAnnotableError comes from here and from every method."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self._entries = {slashed(entry.filename): entry for entry in archive.infolist() if not entry.is_dir()}
            self.parts = {name: archive.read(entry) for name, entry in self._entries.items()}
        self._names = {name.lower(): name for name in self.parts}
        self._roots: dict[str, etree._Element] = {}

    @property
    def book(self) -> str:
        """The part of the workbook itself."""
        return self.related("", "officeDocument") or "xl/workbook.xml"

    def root(self, name: str) -> etree._Element:
        """Return the root element of a part to change, the same one each time."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part with its content type."""
        self.put(name, content)
        etree.SubElement(
            self.root(CONTENT_TYPES), f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type
        )

    def put(self, name: str, content: bytes) -> None:
        """Add a part, or replace one."""
        self.parts[name] = content
        self._names[name.lower()] = name

    def declare(self, extension: str, content_type: str) -> None:
        """Declare the content type of an extension, unless it is."""
        types = self.root(CONTENT_TYPES)
        known = {item.get("Extension", "").lower() for item in types.iter(f"{{{_TYPES}}}Default")}
        if extension not in known:
            types.insert(0, types.makeelement(f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type))

    def free_name(self, pattern: str) -> str:
        """Return the first name of a pattern such as `xl/comments{}.xml` that no part bears."""
        taken = {name.lower() for name in self.parts}
        return next(name for n in range(1, len(taken) + 2) if (name := pattern.format(n)).lower() not in taken)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part to others of the package: id, then (last word of the type, part name)."""
        relations = self._named(_relations_of(name))
        if relations not in self.parts:
            return {}
        known = self._roots.get(relations)
        return {
            item.get("Id", ""): (item.get("Type", "").rpartition("/")[2], part)
            for item in (self._parsed(relations) if known is None else known)
            if (part := self._named(resolved(name, item.get("Target", "")))) in self.parts
            and item.get("TargetMode") != "External"
        }

    def related(self, name: str, kind: str) -> str | None:
        """Return the part that a part relates to as, say, `comments`; None when there is none."""
        return next((part for found, part in self.relations(name).values() if found == kind), None)

    def relate(self, name: str, target: str, kind: str) -> str:
        """Relate a part to another, and return the id of the relation."""
        relations = self._named(_relations_of(name))
        if relations not in self.parts:
            self.put(relations, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.root(relations)
        taken = {item.get("Id") for item in root}
        identifier = next(free for n in range(1, len(taken) + 2) if (free := f"rIdCopil{n}") not in taken)
        etree.SubElement(
            root,
            f"{{{_RELATIONS}}}Relationship",
            Id=identifier,
            Type=f"{RELATION}/{kind}",
            Target=f"/{target}",
        )
        return identifier

    def saved(self) -> bytes:
        """Return the package: entries in their order, new ones last, always the same bytes."""
        for name, root in self._roots.items():
            self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(self._entry(name), content)
        return buffer.getvalue()

    def _named(self, name: str) -> str:
        """Return the name of a part as it is spelled: packages do not tell case apart, relations write addresses."""
        return self._names.get(name.lower()) or self._names.get(unquote(name).lower(), name)

    def _parsed(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            root = etree.fromstring(self.parts[name], parser)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise NotAnnotableError(name) from error
        if b"<!DOCTYPE" in self.parts[name]:
            raise NotAnnotableError(name)
        return root

    def _entry(self, name: str) -> zipfile.ZipInfo:
        former = self._entries.get(name)
        entry = zipfile.ZipInfo(name, date_time=former.date_time if former else _FIXED)
        is_stored = former is not None and former.compress_type == zipfile.ZIP_STORED
        entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
        return entry


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")
