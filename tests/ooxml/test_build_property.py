"""The build id stands in a package as one custom property, declared and led to; nothing else moves."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.build_property import with_build_id

TYPES = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="t/officeDocument" Target="ppt/presentation.xml"/>'
    b'<Relationship Id="rId3" Type="t/core-properties" Target="docProps/core.xml"/></Relationships>'
)
PARTS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "docProps/core.xml": b"<core/>",
    "ppt/presentation.xml": b"<p/>",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def test_one_property_holds_it() -> None:
    root = etree.fromstring(with_build_id(PARTS, "bcdf")["docProps/custom.xml"])
    assert root.tag == f"{{{OFFICE}/custom-properties}}Properties"
    (held,) = root
    assert {str(name): str(value) for name, value in held.attrib.items()} == {
        "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        "pid": "2",
        "name": "copil",
    }
    (value,) = held
    assert (value.tag, value.text) == (f"{{{OFFICE}/docPropsVTypes}}lpwstr", "bcdf")


def test_it_is_declared_and_led_to_under_a_free_id() -> None:
    parts = with_build_id(PARTS, "bcdf")
    assert parts["[Content_Types].xml"] == TYPES.replace(
        b"</Types>",
        b'<Override PartName="/docProps/custom.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    )
    assert parts["_rels/.rels"] == RELATIONS.replace(
        b"</Relationships>",
        b'<Relationship Id="rId2" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" '
        b'Target="docProps/custom.xml"/></Relationships>',
    )


def test_all_else_stays_and_stands_in_order() -> None:
    parts = with_build_id(PARTS, "bcdf")
    assert list(parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "ppt/presentation.xml",
    ]
    assert {name: parts[name] for name in ("docProps/core.xml", "ppt/presentation.xml")} == {
        "docProps/core.xml": b"<core/>",
        "ppt/presentation.xml": b"<p/>",
    }
