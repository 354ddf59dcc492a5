"""Font metrics: widths of the files, and lines that break where Office breaks them."""

import pytest

from generator.brand import FontMetrics, load

METRICS = load().metrics
NBSP, NARROW, HARD_HYPHEN = "\u00a0", "\u202f", "\u2011"


def test_widths_are_those_of_the_font_and_grow_with_the_size() -> None:
    # In the regular file, of 2048 units an em: space 463 (226 ‰), x 887 (433 ‰).
    assert METRICS.width_pt("x", 1000) == pytest.approx(433, abs=1)
    assert METRICS.width_pt(" ", 1000) == pytest.approx(226, abs=1)
    assert METRICS.width_pt("xx", 12) == pytest.approx(2 * METRICS.width_pt("x", 12))
    assert METRICS.width_pt("Contrats", 12, bold=True) > METRICS.width_pt("Contrats", 12)
    assert METRICS.width_pt("", 12) == 0


def test_a_margin_widens_every_measure() -> None:
    wider = FontMetrics(METRICS.regular, METRICS.bold, 0.05)
    assert wider.width_pt("Contrats", 12) == pytest.approx(1.05 * METRICS.width_pt("Contrats", 12))


def test_characters_the_file_lacks_are_measured_as_what_stands_in() -> None:
    assert METRICS.width_pt(NBSP, 100) == METRICS.width_pt(" ", 100)
    assert METRICS.width_pt(HARD_HYPHEN, 100) == METRICS.width_pt("-", 100)
    assert METRICS.width_pt("▲", 100) == METRICS.width_pt("株", 100) == 100
    assert METRICS.width_pt("🚀", 100) == 140
    assert METRICS.width_pt("ש", 100) == METRICS.width_pt("ش", 100) == 70
    assert METRICS.width_pt("\u200b", 100) == METRICS.width_pt("\u0301", 100) == 0


def test_drawable_text_has_no_character_a_picture_would_box() -> None:
    assert METRICS.drawable(f"CT{HARD_HYPHEN}01{NBSP}: 333{NBSP}k€") == "CT-01 : 333 k€"


def test_line_height_is_calibri_s() -> None:
    assert METRICS.line_height_pt(100) == pytest.approx(122.1, abs=0.1)


def test_the_headline_of_the_mockup_breaks_where_it_does() -> None:
    headline = (
        f"La qualité progresse (96,4{NARROW}% des SLA tenus, NPS à{NBSP}42), mais deux préavis engagent "
        f"1,76{NBSP}M€ d’ici le{NBSP}30 novembre"
    )
    lines = METRICS.wrap(headline, 888, 24, bold=True)
    assert lines == [
        f"La qualité progresse (96,4{NARROW}% des SLA tenus, NPS à{NBSP}42), mais deux préavis engagent",
        f"1,76{NBSP}M€ d’ici le{NBSP}30 novembre",
    ]
    assert METRICS.line_count(headline, 888, 24, bold=True) == 2


def test_greedy_lines_by_hand() -> None:
    # at 1000 pt, x is 433 wide and a space 226: "xx x" is 1525, one more x makes 1958
    assert METRICS.wrap("xx x x", 1530, 1000) == ["xx x", "x"]
    assert METRICS.wrap("xx x x", 1520, 1000) == ["xx", "x x"]


def test_no_break_characters_never_open_a_line() -> None:
    for glue in (NBSP, NARROW, HARD_HYPHEN):
        lines = METRICS.wrap(f"xx x{glue}x", 1530, 1000)
        assert lines == ["xx", f"x{glue}x"]


def test_a_hyphen_before_a_letter_may_end_a_line_but_not_one_before_a_figure() -> None:
    assert METRICS.wrap("xx-xx", 1300, 1000) == ["xx-", "xx"]
    assert METRICS.wrap("x CT-01", METRICS.width_pt("x CT-", 10), 10)[0] == "x"


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost() -> None:
    lines = METRICS.wrap("x " + "x" * 10, 1300, 1000)
    assert lines == ["x", "xxx", "xxx", "xxx", "x"]
    assert METRICS.wrap("xx", 1, 1000) == ["x", "x"]


def test_line_ends_and_empty_texts_are_lines() -> None:
    assert METRICS.wrap("", 100, 10) == [""]
    assert METRICS.wrap("a\nb\vc\n", 100, 10) == ["a", "b", "c", ""]
    assert METRICS.wrap("  a   b ", 100, 10) == ["a b"]


def test_fitting_steps_down_and_says_when_it_cannot() -> None:
    text = "un texte qui prend de la place"
    wide = METRICS.width_pt(text, 12) + 0.1
    fitted = METRICS.fit(text, width_pt=wide, sizes_pt=(14, 12, 11), max_lines=1)
    assert (fitted.size_pt, fitted.lines, fitted.fits) == (12, (text,), True)
    assert METRICS.fit(text, width_pt=wide, sizes_pt=(14, 12), height_pt=2 * 14 * 1.3, leading=1.3).size_pt == 14
    tight = METRICS.fit(text, width_pt=30, sizes_pt=(14, 12), max_lines=1)
    assert (tight.size_pt, tight.fits) == (12, False)
