"""A template's package, looked at before it is unpacked; its XML is written anew, so that nothing hides in it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.locales.phrase import Phrase, phrase
from generator.ooxml.media import without_remarks

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_MOST_PARTS = 2_000
_MOST_BYTES = 100_000_000
_ENCRYPTED = 0x1
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_XML = (".xml", ".rels", ".vml")
_STRICT = "http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    "presentation": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "document": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
}
_CONTENT = {
    "presentation": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
}


class TemplateError(Exception):
    """A file that is no template: `found` says what it is instead."""

    def __init__(self, found: Phrase) -> None:
        super().__init__(found.key)
        self.found = found


@dataclass(frozen=True)
class TemplatePackage:
    """A template without document types, comments and processing instructions.

    `content` is the package to open, `roots` are the elements of its XML parts by name, to be looked at only, and
    `main` is the name of the part that all others hang on.
    """

    content: bytes
    roots: Mapping[str, _Element]
    main: str

    def targets(self, part: str) -> dict[str, str]:
        """Return the names of the parts that a part relates to, by the relation's id."""
        folder, file = posixpath.split(part)
        relations = self.roots.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = () if relations is None else relations.iter("{*}Relationship")
        return {one.get("Id", ""): _resolved(folder, one.get("Target", "")) for one in found}


def template_package(data: bytes, kind: str) -> TemplatePackage:
    """Return the template that bytes hold, a `presentation` or a `document`; TemplateError when they hold none.

    A template in Office's own sense (.potx, .dotx), with macros or without, becomes a plain document.
    """
    parts = _unpacked(data)
    markup = {name: _root(name, part) for name, part in parts.items() if _is_markup(name, part)}
    roots = {name: root for name, root in markup.items() if root is not None}
    main = _main_part(roots)
    _refuse_other_kinds(roots.get(main), kind)
    for override in roots[_TYPES].iter("{*}Override"):
        if override.get("PartName", "").lstrip("/") == main:
            override.set("ContentType", _CONTENT[kind])
    pages = {name: b"" for name, root in markup.items() if root is None}
    return TemplatePackage(_packed(parts | pages, roots), roots, main)


def _unpacked(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise TemplateError(phrase("brands.found.protected"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _inspect(entries)
            return {entry.filename: _kept(archive.read(entry)) for entry in entries}
    except TemplateError:
        raise
    except Exception as error:  # forged archives make zipfile and its decompressors raise anything
        raise TemplateError(phrase("brands.found.no_package")) from error


def _kept(part: bytes) -> bytes:
    """Return what a document may take of a part: no package inside it, however large, and a picture's pixels only."""
    return b"" if part.startswith(_ZIP) else without_remarks(part)


def _inspect(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what Office never writes: too much, a password, names that stand twice or lead elsewhere."""
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise TemplateError(phrase("brands.found.swollen", megabytes=_MOST_BYTES // 1_000_000))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise TemplateError(phrase("brands.found.protected"))
    names = [entry.filename for entry in entries]
    if len({name.lower() for name in names}) < len(names) or any(map(_leads_elsewhere, names)):
        raise TemplateError(phrase("brands.found.forged"))


def _leads_elsewhere(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _is_markup(name: str, part: bytes) -> bool:
    return name.lower().endswith(_XML) or part.lstrip()[:1] == b"<"


def _root(name: str, part: bytes) -> _Element | None:
    """Return the root of an XML part, None for a page of HTML that a text brings along."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    must_be_xml = name.lower().endswith(_XML)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if must_be_xml:
            raise TemplateError(phrase("brands.found.no_xml", part=name)) from error
        return None
    refers = next(root.iter(etree.Entity), None) is not None
    if _declares_entities(root) or (refers and must_be_xml):
        raise TemplateError(phrase("brands.found.entities", part=name))
    return None if refers else root


def _declares_entities(root: _Element) -> bool:
    """Tell whether a part declares entities: Office writes none."""
    declared: Any = root.getroottree().docinfo.internalDTD
    return declared is not None and bool(declared.entities())


def _main_part(roots: Mapping[str, _Element]) -> str:
    relations = roots.get("_rels/.rels")
    if relations is None or _TYPES not in roots:
        raise TemplateError(phrase("brands.found.no_package"))
    targets = (
        relation.get("Target", "")
        for relation in relations.iter("{*}Relationship")
        if relation.get("Type", "").endswith("/officeDocument")
    )
    return _resolved("", next(targets, ""))


def _resolved(folder: str, target: str) -> str:
    """Return the name of a part that another one names, from its own folder or from the root of the package."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _refuse_other_kinds(main: _Element | None, kind: str) -> None:
    if main is None:
        raise TemplateError(phrase("brands.found.no_package"))
    name = etree.QName(main)
    if (name.namespace or "").startswith(_STRICT):
        raise TemplateError(phrase("brands.found.strict"))
    if (name.namespace, name.localname) != (_NAMESPACES[kind], kind):
        raise TemplateError(phrase("brands.found.other_kind"))


def _packed(parts: Mapping[str, bytes], roots: Mapping[str, _Element]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            root = roots.get(name)
            archive.writestr(name, part if root is None else _written(root))
    return stream.getvalue()


def _written(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
