"""Loading a brand folder, and what is said of one that cannot be used."""

import shutil
from pathlib import Path

import pytest

from generator.brand import BrandError, default_directory, load

DEFAULT = default_directory()


def folder(path: Path, change: tuple[str, str] = ("", "")) -> Path:
    shutil.copytree(DEFAULT, path / "brand")
    file = path / "brand" / "brand.toml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    return path / "brand"


def test_the_default_brand() -> None:
    brand = load()
    assert brand.name == "copil"
    assert brand.wordmark.text == "{first} {rest}"
    assert brand.logo is None
    assert brand.fonts.minor == "Calibri"
    assert brand.deck.layouts["exhibit"] == "Titre et contenu"
    assert brand.plan.styles["heading1"] == "Heading1"
    assert brand.type.steps(14, 10) == (14, 12, 11, 10)
    assert brand.type.steps(13, 13) == ()


def test_sizes_that_are_equal_are_in_order(tmp_path: Path) -> None:
    brand = load(folder(tmp_path, ("chart = 10 ", "chart = 11 ")))
    assert brand.type.steps(12, 9) == (12, 11, 9)


def test_a_folder_of_one_s_own_is_read(tmp_path: Path) -> None:
    brand = load(folder(tmp_path, ('accent1 = "0E7080"', 'accent1 = "aa3300"')))
    assert brand.palette["message"].hex == "AA3300"
    assert brand.fonts.bold.is_relative_to(tmp_path)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (('dk1 = "1C2530"', 'dk1 = "#1C2530"'), "palette.dk1"),
        (('slot = "lt2"', 'slot = "lt9"'), "roles.rule.slot"),
        (("headline = 24", 'headline = "24"'), "type.headline"),
        (('cover = "Couverture"', ""), "deck.layouts.cover"),
        (('file = "deck.pptx"', 'file = "autre.pptx"'), "deck.file"),
        (("Carlito-Bold.ttf", "Absente.ttf"), "fonts.metrics.bold"),
        (('others = "accent6"', 'others = "accent7"'), "roles.others"),
        (('card = "lt2"', 'cards = "lt2"'), "roles.card"),
        (("lum = 89, off = 0 }", "lum = 89, off = 0, hue = 3 }"), "roles.rule.hue"),
        (("scale = 1.0", "scale = 0.5"), "deck.scale"),
        (("cover_person = 2.4375", "cover_person = 14"), "grid.cover_person"),
        (("[grid]", "[grille]"), "grid"),
        (('file = ""', 'file = "logo.png"'), "logo.file"),
        (("headline = 24 ", "headline = 29 "), "type.headline"),
        (("small = 9 ", "small = 10.5 "), "type.small"),
        (("[rag.O]", "[rag.A]"), "rag.O"),
        (('shape = "triangle"', 'shape = "star"'), "rag.O.shape"),
        (("{5C0F1A52-", "{5C0F1A5-"), "deck.table_style"),
        (("6B1E4F70}", "6B1E4F70"), "deck.table_style"),
    ],
)
def test_what_is_wrong_is_told_by_its_key(tmp_path: Path, change: tuple[str, str], place: str) -> None:
    with pytest.raises(BrandError) as error:
        load(folder(tmp_path, change))
    assert error.value.place == place


def test_a_folder_without_brand_or_with_a_broken_one(tmp_path: Path) -> None:
    with pytest.raises(BrandError, match=r"expected\.readable"):
        load(tmp_path)
    (tmp_path / "brand.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(BrandError, match=r"expected\.toml"):
        load(tmp_path)
