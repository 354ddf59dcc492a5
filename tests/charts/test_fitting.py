"""Text goes into its place: smaller first, then shorter, and never broken inside a word or a number."""

from __future__ import annotations

import pytest

from generator.brand import EMU_PER_PT, Brand, load
from generator.charts.fitting import fit_text, text_width_emu

SENTENCE = "Reconduire l’infogérance du groupe pour 1\u202f650\u00a0k€ par an"


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def _pt(points: float) -> int:
    return int(points * EMU_PER_PT)


def test_a_text_that_goes_keeps_the_best_size(brand: Brand) -> None:
    fitted = fit_text(brand.metrics, SENTENCE, width_emu=_pt(600), sizes_pt=(14, 12, 11))

    assert (fitted.size_pt, fitted.text, fitted.fits) == (14, SENTENCE, True)
    assert fitted.lines == (SENTENCE,)
    assert fitted.leading_pt == 17.5
    assert fitted.height_emu == _pt(17.5)


def test_a_text_that_does_not_go_steps_down_the_scale(brand: Brand) -> None:
    wide_enough_at_11 = text_width_emu(brand.metrics, SENTENCE, 11)

    fitted = fit_text(brand.metrics, SENTENCE, width_emu=wide_enough_at_11, sizes_pt=(14, 12, 11), max_lines=1)

    assert (fitted.size_pt, fitted.fits, fitted.is_shortened) == (11, True, False)


def test_a_text_too_long_at_the_floor_says_so(brand: Brand) -> None:
    fitted = fit_text(brand.metrics, SENTENCE, width_emu=_pt(100), sizes_pt=(14, 11), max_lines=1)

    assert (fitted.text, fitted.fits) == (SENTENCE, False)
    assert len(fitted.lines) > 1


def test_a_text_is_shortened_at_a_word_and_never_inside_a_number(brand: Brand) -> None:
    place = text_width_emu(brand.metrics, "Reconduire l’infogérance du groupe pour 1\u202f650", 11)

    fitted = fit_text(brand.metrics, SENTENCE, width_emu=place, sizes_pt=(11,), max_lines=1, may_shorten=True)

    assert fitted.text == "Reconduire l’infogérance du groupe pour…"
    assert fitted.full == SENTENCE
    assert (fitted.is_shortened, fitted.fits) == (True, True)


def test_a_height_limits_the_lines(brand: Brand) -> None:
    two_lines = fit_text(
        brand.metrics, SENTENCE, width_emu=_pt(90), sizes_pt=(12,), height_emu=_pt(30), may_shorten=True
    )

    assert len(two_lines.lines) == 2
    assert two_lines.text.endswith("…")


def test_a_word_wider_than_its_place_is_cut_with_an_ellipsis(brand: Brand) -> None:
    fitted = fit_text(
        brand.metrics, "Anticonstitutionnellement", width_emu=_pt(60), sizes_pt=(11,), max_lines=1, may_shorten=True
    )

    assert fitted.text.startswith("Antico")
    assert fitted.text.endswith("…")
    assert len(fitted.lines) == 1


def test_an_empty_text_takes_no_height(brand: Brand) -> None:
    fitted = fit_text(brand.metrics, "", width_emu=_pt(60), sizes_pt=(11,), max_lines=1)

    assert (fitted.height_emu, fitted.lines, fitted.fits) == (0, (), True)


@pytest.mark.parametrize("text", ["30/11/2026, dans 61 j", "99,8\u202f%", "Décide\u202f: Hélène Castaing"])
def test_a_box_as_wide_as_the_text_holds_it_on_one_line(text: str, brand: Brand) -> None:
    width = text_width_emu(brand.metrics, text, 11, is_bold=True)

    fitted = fit_text(brand.metrics, text, width_emu=width, sizes_pt=(11,), is_bold=True)

    assert fitted.lines == (text,)


def test_a_smaller_size_is_better_than_a_broken_word(brand: Brand) -> None:
    place = text_width_emu(brand.metrics, "Cybersécurité", 10, is_bold=True)

    fitted = fit_text(
        brand.metrics, "Cybersécurité", width_emu=place, sizes_pt=(12, 11, 10, 9), height_emu=_pt(40), is_bold=True
    )

    assert (fitted.size_pt, fitted.lines) == (10, ("Cybersécurité",))


def test_a_hyphen_may_end_a_line(brand: Brand) -> None:
    place = text_width_emu(brand.metrics, "Cloud e-", 12)

    fitted = fit_text(brand.metrics, "Cloud e-commerce", width_emu=_pt(62), sizes_pt=(12, 11))

    assert place <= _pt(62)
    assert fitted.size_pt == 12
    assert fitted.lines == ("Cloud e-", "commerce")
