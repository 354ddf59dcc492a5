"""Document properties are fixed, and say nothing of who built the file."""

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
from pptx import Presentation

from generator.brand import load
from generator.deck import write_deck
from generator.ooxml.core_properties import set_core_properties
from generator.plan import write_plan
from tests.plan.samples import story

BRAND = load()
STAMP = datetime(2026, 9, 30, 12, 0, tzinfo=UTC)


def test_both_libraries_write_the_same_properties() -> None:
    documents = Presentation(str(BRAND.deck.file)), docx.Document(str(BRAND.plan.file))
    for document in documents:
        set_core_properties(
            document.core_properties,
            title="COPIL\x00 T3 2026",
            language="fr-FR",
            author="Nordane Services",
            stamp=STAMP,
        )
        buffer = io.BytesIO()
        document.save(buffer)
        with zipfile.ZipFile(buffer) as archive:
            core = archive.read("docProps/core.xml").decode()
        assert "<dc:title>COPIL T3 2026</dc:title>" in core
        assert "<dc:creator>Nordane Services</dc:creator>" in core
        assert "<dc:language>fr-FR</dc:language>" in core
        assert core.count("2026-09-30T12:00:00Z") == 2
        assert "python" not in core


def test_both_documents_are_dated_their_cut_off() -> None:
    for content in (write_deck(story(), BRAND), write_plan(story(), BRAND)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            core = archive.read("docProps/core.xml").decode()
        assert re.findall(r"<dcterms:(created|modified)[^>]*>([^<]+)<", core) == [
            ("created", "2026-09-30T12:00:00Z"),
            ("modified", "2026-09-30T12:00:00Z"),
        ]
