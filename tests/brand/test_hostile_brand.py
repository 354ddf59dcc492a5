"""A brand folder that is broken, forged or mistyped ends in words that name the key and the file, never in a trace."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.answers.refused import refusal
from generator.brand import BrandError, default_directory, load
from generator.brand import brand as reading
from generator.brand.brand import read_brand
from generator.brand.settings import Settings, read_settings
from generator.locales import Language, Locale
from tests.packages import packed, unpacked

DEFAULT = default_directory()
VALUES: dict[str, Any] = tomllib.loads((DEFAULT / "brand.toml").read_text(encoding="utf-8"))
DECK, PLAN = ((DEFAULT / name).read_bytes() for name in ("deck.pptx", "plan.docx"))
FONT = (DEFAULT / "fonts" / "Carlito-Bold.ttf").read_bytes()
THEME, LAYOUT = "ppt/theme/theme1.xml", "ppt/slideLayouts/slideLayout"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# words of a program, and of the English that libraries speak
FOREIGN = re.compile(r"\b(None|True|False|Expected|Invalid|Error|No such file|expected|found|directory)\b")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DEFAULT, tmp_path / "brand")


def said(error: BrandError, language: Language = Language.FR) -> str:
    """What a person is told, with plain spaces."""
    return str(refusal(error, Locale(language))).replace("\u202f", " ").replace("\u00a0", " ")


def refused(folder: Path) -> tuple[str, str]:
    """The key that is named, and what is said in French, where no word is ours or a library's."""
    with pytest.raises(BrandError) as error:
        load(folder)
    told = said(error.value)
    assert told.startswith(f"La marque ne peut pas servir ({folder / 'brand.toml'}")
    assert error.value.place in told
    assert not FOREIGN.search(told.replace(str(folder), "")), told
    assert said(error.value, Language.EN).startswith("The brand cannot be used")
    return error.value.place, told


def edited(package: bytes, changes: dict[str, Callable[[bytes], bytes]], *more: tuple[str, bytes]) -> bytes:
    """A package with parts changed and added."""
    parts = unpacked(package)
    changed = {name: change(parts[name]) for name, change in changes.items()}
    assert not [name for name, content in changed.items() if content == parts[name]]
    return packed({**parts, **changed}, *more)


def replaced(former: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(former, new)


def encrypted(package: bytes) -> bytes:
    """The flag of a zip password on every entry."""
    data, at = bytearray(package), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def claiming(package: bytes, size: int) -> bytes:
    """A package whose first entry claims this size."""
    data = bytearray(package)
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(data)


def entity(part: bytes) -> bytes:
    return part.replace(b"<a:theme", b'<!DOCTYPE a:theme [<!ENTITY secret SYSTEM "file:///etc/hostname">]><a:theme', 1)


STRICT = replaced(
    b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main"
)
DECKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "d’un autre format"),
    "a text": (lambda: b"bonjour", "d’un autre format"),
    "cut short": (lambda: DECK[:-200], "endommagé"),
    "half of it": (lambda: DECK[: len(DECK) // 2], "endommagé"),
    "any zip": (lambda: packed({"notes.txt": b"bonjour"}), "d’un autre format"),
    "a .docx": (lambda: PLAN, "une autre application"),
    "an old or protected one": (lambda: OLE + b"\0" * 600, "mot de passe"),
    "a zip password": (lambda: encrypted(DECK), "mot de passe"),
    "a part of 1.5 GB": (lambda: claiming(DECK, 1_500_000_000), "plus de 100 Mo"),
    "a part that says less than it holds": (lambda: claiming(DECK, 10), "endommagé"),
    "a part twice": (lambda: edited(DECK, {}, ("PPT/presentation.xml", b"<a/>")), "en double"),
    "a part that climbs": (lambda: edited(DECK, {}, ("../../evil.xml", b"<a/>")), "mènent ailleurs"),
    "an absolute part": (lambda: edited(DECK, {}, ("/evil.xml", b"<a/>")), "mènent ailleurs"),
    "a part with backslashes": (lambda: edited(DECK, {}, ("ppt\\evil.xml", b"<a/>")), "mènent ailleurs"),
    "entities": (lambda: edited(DECK, {THEME: entity}), f"{THEME} déclare des entités"),
    "XML cut short": (lambda: edited(DECK, {THEME: lambda part: part[:-20]}), f"{THEME} est endommagé"),
    "50,000 elements deep": (lambda: edited(DECK, {THEME: lambda _: b"<a>" * 50_000}), "est endommagé"),
    "Strict Open XML": (lambda: edited(DECK, {"ppt/presentation.xml": STRICT}), "Strict Open XML"),
}


@pytest.mark.parametrize("case", DECKS)
def test_a_deck_that_is_none(folder: Path, case: str) -> None:
    made, words = DECKS[case]
    (folder / "deck.pptx").write_bytes(made())
    place, told = refused(folder)
    assert place == "deck.file"
    assert words in told


def test_a_plan_that_is_none(folder: Path) -> None:
    (folder / "plan.docx").write_bytes(DECK)
    place, told = refused(folder)
    assert place == "plan.file"
    assert "attendu un document Word (.docx ou .dotx) ; trouvé un document d’une autre application." in told


LACKING = {
    "layout": ("deck.pptx", f"{LAYOUT}2.xml", b'name="Intercalaire"', b'name="X"', "deck.layouts.section"),
    "place": ("deck.pptx", f"{LAYOUT}3.xml", b'idx="13"', b'idx="77"', "deck.placeholders.source"),
    "style": ("plan.docx", "word/styles.xml", b'w:styleId="Lead"', b'w:styleId="Lede"', "plan.styles.lead"),
    "table style": ("plan.docx", "word/styles.xml", b'w:styleId="CopilCard"', b'w:styleId="X"', "plan.card_style"),
    "section": ("plan.docx", "word/document.xml", b"w:sectPr", b"w:sectPrX", "plan.file"),
}  # fmt: skip


@pytest.mark.parametrize("case", LACKING)
def test_what_the_writers_count_on_is_missing(folder: Path, case: str) -> None:
    file, part, former, new, place = LACKING[case]
    (folder / file).write_bytes(edited((folder / file).read_bytes(), {part: replaced(former, new)}))
    assert refused(folder)[0] == place


def test_a_template_in_office_s_own_sense_is_a_template(folder: Path) -> None:
    types = "[Content_Types].xml"
    for file, package in (("deck.pptx", DECK), ("plan.docx", PLAN)):
        kind = b"presentation" if file == "deck.pptx" else b"document"
        changed = edited(package, {types: replaced(kind + b".main+xml", b"template.main+xml")})
        (folder / file).write_bytes(changed)
    brand = load(folder)
    for template, kind in ((brand.deck, b"presentation"), (brand.plan, b"document")):
        assert kind + b".main+xml" in unpacked(template.package.content)[types]


FONTS = {
    "a text": b"bonjour",
    "nothing": b"",
    "cut short": FONT[: len(FONT) // 2],
    "its start": FONT[:300],
    "a zip": DECK,
    "a directory of nothing": FONT[:4] + b"\0" * 200,
    "zeros": FONT[:300] + b"\0" * (len(FONT) - 300),
}


@pytest.mark.parametrize("case", FONTS)
def test_a_font_that_is_none(folder: Path, case: str) -> None:
    (folder / "fonts" / "Carlito-Bold.ttf").write_bytes(FONTS[case])
    place, told = refused(folder)
    assert place == "fonts.metrics.bold"
    assert "attendu un fichier de police du dossier de la marque ; trouvé « Carlito-Bold.ttf »." in told


@pytest.mark.parametrize(
    ("file", "place"), [("deck.pptx", "deck.file"), ("fonts/Carlito-Bold.ttf", "fonts.metrics.bold")]
)
def test_a_file_of_two_gigabytes_is_not_read(folder: Path, file: str, place: str) -> None:
    with (folder / file).open("wb") as stream:
        stream.truncate(2_000_000_000)
    named, told = refused(folder)
    assert named == place
    assert "de plus de 50 Mo" in told


OUTSIDE = ["../deck.pptx", "/etc/hosts", "fonts/../../deck.pptx", "C:\\\\deck.pptx", "..\\\\deck.pptx", "a\\u0000b"]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("key", ["deck.file", "plan.file", "fonts.metrics.bold"])
def test_a_path_that_leads_out_of_the_folder(folder: Path, key: str, name: str) -> None:
    former = {"deck.file": "deck.pptx", "plan.file": "plan.docx", "fonts.metrics.bold": "fonts/Carlito-Bold.ttf"}[key]
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f'"{former}"', f'"{name}"', 1), encoding="utf-8")
    place, told = refused(folder)
    assert place == key
    assert "sans chemin qui en sorte" in told


@pytest.mark.parametrize(
    ("file", "place"), [("deck.pptx", "deck.file"), ("fonts/Carlito-Bold.ttf", "fonts.metrics.bold")]
)
def test_a_link_that_leads_out_of_the_folder(folder: Path, file: str, place: str) -> None:
    outside = folder.parent / "elsewhere"
    (folder / file).rename(outside)
    (folder / file).symlink_to(outside)
    assert refused(folder)[0] == place


TOML = {
    "50,000 brackets": (b"a = " + b"[" * 50_000, "des crochets imbriqués par milliers"),
    "a mistake": (b'name = "copil"\ngrid = ,\n', "une faute à la ligne 2, colonne 8"),
    "no UTF-8": (b'name = "\xff"', "une faute de syntaxe"),
    "a key twice": (b'name = "a"\nname = "b"', "une faute"),
    "a number of 10,000 digits": (b"a = " + b"1" * 10_000, "une faute"),
}


@pytest.mark.parametrize("case", TOML)
def test_a_brand_file_that_is_none(folder: Path, case: str) -> None:
    content, words = TOML[case]
    (folder / "brand.toml").write_bytes(content)
    assert words in refused(folder)[1]


def test_a_number_that_python_cannot_tell_is_told(folder: Path) -> None:
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("margin = 0.5 ", f"margin = 0x{'f' * 5_000} ", 1), encoding="utf-8")
    place, told = refused(folder)
    assert place == "grid.margin"
    assert "attendu un nombre de 0 à 2 ; trouvé inf." in told


def test_no_folder_and_no_file_at_all(tmp_path: Path) -> None:
    assert "attendu un fichier lisible ; trouvé rien." in refused(tmp_path / "nowhere")[1]
    (tmp_path / "brand.toml").mkdir()
    assert "attendu" in refused(tmp_path)[1]


def paths(values: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the brand file, tables included."""
    for name, value in values.items():
        yield (*above, name)
        if isinstance(value, dict):
            yield from paths(value, (*above, name))


KEYS = tuple(paths(VALUES))
WRONG: dict[str, Any] = {
    "text": "x",
    "a number": 3.5,
    "negative": -1_000,
    "huge": 10**400,
    "of 6,000 digits": 10**6_000,
    "a list of one of 6,000 digits": [10**6_000],
    "infinite": float("inf"),
    "no number": float("nan"),
    "a truth": True,
    "a list": [1],
    "a list of lists": [[[]]],
    "a table": {"a": 1},
    "an empty table": {},
    "a day": date(2026, 1, 1),
}


@pytest.fixture
def brand_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Any]], object]:
    """Read a brand of these values; the files of the default one are known to be right."""
    default, real = Settings(VALUES, ""), read_settings
    monkeypatch.setattr("generator.brand.typography.refuse_unless", lambda *_: None)
    monkeypatch.setattr("generator.brand.brand.refuse_strangers", lambda *_: None)
    assert real(DEFAULT / "brand.toml") == default

    def read(values: dict[str, Any]) -> object:
        monkeypatch.setattr(reading, "read_settings", lambda _: Settings(values, ""))
        return read_brand(DEFAULT)

    return read


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_value_at_any_key_is_told_by_its_key(kind: str, brand_of: Callable[[dict[str, Any]], object]) -> None:
    accepted = {"text": str, "a number": int | float}.get(kind, ())
    for path in KEYS:
        values = deepcopy(VALUES)
        table = values
        for name in path[:-1]:
            table = table[name]
        former, table[path[-1]] = table[path[-1]], WRONG[kind]
        if accepted and isinstance(former, accepted):
            continue
        with pytest.raises(BrandError) as error:
            brand_of(values)
        assert error.value.place.startswith(".".join(path)), (path, error.value)
        assert not FOREIGN.search(said(error.value)), said(error.value)


def test_a_missing_key_is_told(brand_of: Callable[[dict[str, Any]], object]) -> None:
    for path in KEYS:
        values = deepcopy(VALUES)
        table = values
        for name in path[:-1]:
            table = table[name]
        del table[path[-1]]
        with pytest.raises(BrandError) as error:
            brand_of(values)
        assert error.value.place == ".".join(path)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("[palette]", "[palette]\naccent7 = '000000'"), "palette.accent7"),
        (("[type.plan]", "[type.plan]\nbodie = 3"), "type.plan.bodie"),
        (("[wordmark]", "[marque]\na = 1\n[wordmark]"), "marque"),
        (("margin = 0.5 ", "margin = 0.5\nmargins = 0.5 "), "grid.margins"),
        (("[rag.V]", "[rag.B]\nstrong = '000000'\n[rag.V]"), "rag.B"),
        (('shape = "disc"', 'shape = "disc"\nform = "disc"'), "rag.V.form"),
    ],
)
def test_a_key_that_means_nothing_is_told(folder: Path, change: tuple[str, str], place: str) -> None:
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    named, told = refused(folder)
    assert named == place
    assert "attendu l’une de ces clés" in told


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("body = { x = 0.5", "body = { x = 9.5"), "grid.body"),
        (("left = 0.865", "left = 8"), "page"),
        (("left = 0.865", "left = 4.5"), "page"),
        (("top = 0.979", "top = 7.75"), "page"),
        (("source = 13", "source = 13.5"), "deck.placeholders.source"),
    ],
)
def test_measures_that_do_not_go_together_are_told(folder: Path, change: tuple[str, str], place: str) -> None:
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    assert refused(folder)[0] == place
