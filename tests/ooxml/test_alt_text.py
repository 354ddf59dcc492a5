"""Alternative text and decoration on a drawing's properties."""

from lxml import etree

from generator.ooxml.alt_text import mark_decorative, set_creation_id

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
}


def test_decoration_has_no_text_and_stands_after_the_links() -> None:
    properties = etree.Element("cNvPr", descr="à oublier")
    etree.SubElement(properties, f"{A}hlinkClick")
    mark_decorative(properties)
    mark_decorative(properties)
    assert properties.get("descr") is None
    assert [child.tag for child in properties] == [f"{A}hlinkClick", f"{A}extLst"]
    assert [mark.get("val") for mark in properties.findall(".//adec:decorative", NS)] == ["1"]


def test_a_creation_id_lives_beside_the_mark() -> None:
    properties = etree.Element("cNvPr")
    mark_decorative(properties)
    set_creation_id(properties, "{0}")
    set_creation_id(properties, "{1}")
    assert len(properties.findall("a:extLst/a:ext", NS)) == 2
    assert [item.get("id") for item in properties.findall(".//a16:creationId", NS)] == ["{1}"]
