"""Every string of the client's two files, notes, alternative texts, charts and properties too: none of our kitchen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import etree

from generator.brand import load
from generator.deck import write_deck
from generator.locales import Language
from generator.model.table import Sheet
from generator.plan import write_plan
from generator.workbook.example import example_plan
from tests.packages import unpacked
from tests.story.test_client_words import CODE, OURS, TABLES, told
from tools.next_quarter_example import earlier_plan

_READ_BY_PEOPLE = {"descr", "title", "tooltip"}
_WORDS = {"title", "subject", "keywords", "description", "category", "v"}
_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2011": "-"})


def strings(package: bytes) -> Iterator[str]:
    """What a person can read in a package: paragraphs, cells of charts, alternative texts, properties."""
    for name, content in unpacked(package).items():
        if not name.endswith(".xml"):
            continue
        for one in etree.fromstring(content).iter(etree.Element):
            yield from (str(value) for key, value in one.attrib.items() if str(key) in _READ_BY_PEOPLE)
            tag = etree.QName(one).localname
            if tag == "p":
                yield "".join(run.text or "" for run in one.iter(etree.Element) if etree.QName(run).localname == "t")
            elif tag in _WORDS and one.text:
                yield one.text


@pytest.mark.parametrize("language", Language)
def test_no_string_of_the_clients_files_is_of_our_kitchen(language: Language) -> None:
    plan = example_plan(language)
    story, brand = told(plan, language, earlier_plan(language)), load(None)
    read = {text.translate(_SPACES) for write in (write_deck, write_plan) for text in strings(write(story, brand))}
    assert any("Olivier Brun" in text for text in read)
    assert any("arrêté au 30/09/2026" in text or "as of 30 Sep 2026" in text for text in read)
    sheets = "|".join(re.escape(sheet.label.in_(language)) for sheet in Sheet)
    ours = re.compile(rf"{OURS[language]}|{CODE}|{sheets}|\b({'|'.join(TABLES)})\b")
    typed = re.compile("|".join(re.escape(kpi.name) for kpi in plan.kpis), re.IGNORECASE)  # stay as typed
    assert sorted(text for text in read if ours.search(typed.sub("", text))) == []
