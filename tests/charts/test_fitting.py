"""Text goes into its place: smaller first, then shorter, and never broken inside a word or a number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand import EMU_PER_PT, Brand, FontMetrics, load
from generator.brand import metrics as metrics_module
from generator.charts.fitting import fit_text, text_width_emu, usable_pt

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


@dataclass(frozen=True)
class _EachTen(FontMetrics):
    """Metrics by which each letter is ten points wide."""

    def width_pt(self, text: str, size_pt: float, *, bold: bool = False) -> float:  # noqa: ARG002
        return 10.0 * len(text)


def test_a_hundredth_and_a_half_of_a_width_is_left_to_another_layout_engine(brand: Brand) -> None:
    """197 points of 200; and 98 points and a half-point hair take a box of 100."""
    each_ten = _EachTen(brand.metrics.regular, brand.metrics.bold, brand.metrics.margin)

    assert usable_pt(_pt(200)) == pytest.approx(197)
    assert text_width_emu(each_ten, "m" * 98, 11) == pytest.approx(_pt(995.43), abs=100)  # 980.5 / 0.985


def test_a_height_holds_its_lines_to_the_very_emu(brand: Brand) -> None:
    """Two lines of 12 points at a pitch of 15 take 30 points: a point less holds one."""

    def lines(height_emu: int) -> int:
        return len(
            fit_text(
                brand.metrics, SENTENCE, width_emu=_pt(90), sizes_pt=(12,), height_emu=height_emu, may_shorten=True
            ).lines
        )

    assert [lines(height) for height in (_pt(30) + 1, _pt(30), _pt(30) - 1, _pt(30) - 2)] == [2, 2, 2, 1]


@dataclass(frozen=True)
class _Counting(FontMetrics):
    """Metrics that count how many lines they were asked for."""

    asked: list[int] = field(default_factory=list, compare=False)

    def wrap(self, text: str, width_pt: float, size_pt: float, **asked: Any) -> list[str]:
        lines = super().wrap(text, width_pt, size_pt, **asked)
        self.asked.append(len(lines))
        return lines


def _counting(brand: Brand) -> _Counting:
    return _Counting(brand.metrics.regular, brand.metrics.bold, brand.metrics.margin)


@pytest.mark.parametrize("text", ["m" * 32_767, "mot " * 8_000, "a-" * 16_000, "a\n" * 16_000, "e\u0301" * 16_000])
def test_the_longest_cell_is_shortened_in_few_measures_of_few_lines(text: str, brand: Brand) -> None:
    metrics = _counting(brand)

    fitted = fit_text(metrics, text, width_emu=_pt(100), sizes_pt=(14, 12, 11), max_lines=2, may_shorten=True)

    assert fitted.fits
    assert len(fitted.lines) <= 2
    assert len(metrics.asked) <= 60
    assert max(metrics.asked) <= 3


@given(
    words=st.lists(st.sampled_from(["le", "marché", "1\u202f650", "anticonstitutionnellement", "–", "à", "x-y"])),
    width=st.integers(15, 120),
    lines=st.integers(1, 3),
)
def test_what_is_kept_is_the_longest_beginning_that_goes(
    words: list[str], width: int, lines: int, brand: Brand
) -> None:
    text = " ".join(words)
    given_room = {"width_emu": _pt(width), "sizes_pt": (11,), "max_lines": lines}

    fitted = fit_text(brand.metrics, text, **given_room, may_shorten=True)  # type: ignore[arg-type]

    if not fitted.is_shortened:
        return
    kept = len(fitted.text.removesuffix("…").split())
    for count in range(kept + 1, len(words)):
        longer = " ".join(words[:count]).rstrip(" ,;:·.–-(") + "…"
        if len(longer) <= len(fitted.text):
            continue
        tried = fit_text(brand.metrics, longer, **given_room)  # type: ignore[arg-type]
        assert not tried.fits or any(part not in longer.split() for part in " ".join(tried.lines).split())


def test_long_texts_are_not_remembered(brand: Brand) -> None:
    remembered = metrics_module._remembered.cache_info().currsize

    brand.metrics.wrap("unerhört " * 300, 100, 11)

    assert metrics_module._remembered.cache_info().currsize == remembered


@pytest.mark.parametrize("height", [-1, -_pt(40)])
def test_a_place_of_no_height_at_all_is_told(brand: Brand, height: int) -> None:
    for may_shorten in (True, False):
        fitted = fit_text(
            brand.metrics, SENTENCE, width_emu=_pt(100), sizes_pt=(12, 9), height_emu=height, may_shorten=may_shorten
        )
        assert fitted.size_pt == 9
        assert fitted.is_shortened is may_shorten
