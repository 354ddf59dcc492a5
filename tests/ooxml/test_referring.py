"""What refers to a relation that was dropped goes: the drawing as a whole, a piece of it, or a link's reference."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from generator.ooxml.referring import drop_referring

NAMES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
CASES = {
    "an object and its frame": (
        '<tree><graphicFrame><AlternateContent><oleObj r:id="x"/></AlternateContent></graphicFrame><sp/></tree>',
        "<tree><sp/></tree>",
    ),
    "both forms of a drawing": (
        '<r><AlternateContent><Choice><drawing><b r:id="x"/></drawing></Choice><Fallback/></AlternateContent><t/></r>',
        "<r><t/></r>",
    ),
    "a control among others": (
        '<controls><control r:id="x"/><control r:id="y"/></controls>',
        '<controls><control r:id="y"/></controls>',
    ),
    "a film with its poster": (
        '<pic><videoFile r:link="x"/><extLst><ext><media r:embed="x"/></ext></extLst><blip r:embed="y"/></pic>',
        '<pic><extLst/><blip r:embed="y"/></pic>',
    ),
    "a picture kept here and linked elsewhere": (
        '<pic><blip r:embed="y" r:link="x"/></pic>',
        '<pic><blip r:embed="y"/></pic>',
    ),
    "a link in a text": ('<p><hyperlink r:id="x"><t/></hyperlink></p>', "<p><hyperlink><t/></hyperlink></p>"),
    "a drawing of the former kind": ('<p><pict><fill o:relid="x"/></pict><t/></p>', "<p><t/></p>"),
    "the animations of a sheet": (
        '<sld><cSld><graphicFrame><chart r:id="x"/></graphicFrame></cSld><timing/></sld>',
        "<sld><cSld/></sld>",
    ),
    "a film that the animations start": (
        '<sld><pic><videoFile r:link="x"/><blip r:embed="y"/></pic><timing><spTgt spid="4"/></timing></sld>',
        '<sld><pic><blip r:embed="y"/></pic></sld>',
    ),
    "a sound of the animations": (
        '<sld><sp/><timing><tgtEl><sndTgt r:embed="x"/></tgtEl></timing></sld>',
        "<sld><sp/></sld>",
    ),
    "a sound between two slides": (
        '<r><Choice><transition><sndAc><stSnd><snd r:embed="x"/></stSnd></sndAc></transition></Choice></r>',
        "<r><Choice><transition/></Choice></r>",
    ),
    "a sound of a link": (
        '<cNvPr><hlinkClick r:id="y"><snd r:embed="x"/></hlinkClick></cNvPr>',
        '<cNvPr><hlinkClick r:id="y"/></cNvPr>',
    ),
    "a bullet that is a picture linked elsewhere": (
        '<pPr><buBlip><blip r:link="x"/></buBlip><defRPr/></pPr>',
        "<pPr><defRPr/></pPr>",
    ),
    "another attribute of the same value": ('<sp id="x" name="x"/>', '<sp id="x" name="x"/>'),
}


def parsed(text: str) -> etree._Element:
    return etree.fromstring(re.sub(r"^<(\w+)", rf"<\1 {NAMES}", text))


@pytest.mark.parametrize("case", CASES)
def test_nothing_refers_to_what_is_gone(case: str) -> None:
    before, after = CASES[case]
    root = parsed(before)
    drop_referring(root, {"x"})
    assert etree.tostring(root, method="c14n", exclusive=True) == etree.tostring(
        parsed(after), method="c14n", exclusive=True
    )
