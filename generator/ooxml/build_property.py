"""The build id inside a document: one custom property, which Office and LibreOffice keep when they save it."""

from __future__ import annotations

from itertools import count

from lxml import etree

from generator.ooxml.identity import BUILD_ID_PROPERTY
from generator.ooxml.repack import Parts, in_order

_PART = "docProps/custom.xml"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property
_FIRST_ID = "2"  # 0 and 1 are reserved


def with_build_id(parts: Parts, build_id: str) -> Parts:
    """The parts of a canonical package that has no custom property, with the build id as its only one."""
    added = {
        _PART: _properties(build_id),
        _TYPES: _declared(parts[_TYPES]),
        _RELATIONS: _related(parts[_RELATIONS]),
    }
    return in_order({**parts, **added})


def _properties(build_id: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="{_FIRST_ID}" name="{BUILD_ID_PROPERTY}">'
        f"<vt:lpwstr>{build_id}</vt:lpwstr></property></Properties>"
    ).encode()


def _declared(types: bytes) -> bytes:
    root = etree.fromstring(types)
    namespace = etree.QName(root).namespace
    etree.SubElement(root, f"{{{namespace}}}Override", {"PartName": f"/{_PART}", "ContentType": _CONTENT_TYPE})
    return _written(root)


def _related(relations: bytes) -> bytes:
    root = etree.fromstring(relations)
    namespace, taken = etree.QName(root).namespace, {relation.get("Id") for relation in root}
    free = next(name for number in count(1) if (name := f"rId{number}") not in taken)
    found = {"Id": free, "Type": f"{_OFFICE}/relationships/custom-properties", "Target": _PART}
    etree.SubElement(root, f"{{{namespace}}}Relationship", found)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
