"""Text is cleaned once, at the boundary."""

import pytest
from lxml import etree

from generator.ooxml.text import clean


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("T3\u00a02026 : 12\u202f%", "T3\u00a02026 : 12\u202f%"),
        ("un\x00\x07deux\x1b", "undeux"),
        ("un\r\ndeux\rtrois\vquatre\u2028cinq", "un\ndeux\ntrois\nquatre\ncinq"),
        ("tab\tgardé", "tab\tgardé"),
        ("seul \ud83d ici", "seul  ici"),
        ("😀", "😀"),
        ("\ufffe\uffff", ""),
        ("חברה \u202eOffre 3", "חברה Offre 3"),
    ],
)
def test_what_xml_cannot_hold_goes(dirty: str, text: str) -> None:
    assert clean(dirty) == text
    etree.Element("t").text = clean(dirty)
