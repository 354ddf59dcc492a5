"""The numbers the plan prints are those the template's lists will print."""

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, CaptionKind, Heading, Part
from generator.plan.arrange.numbering import caption_lists, contents, numbered


def chapter(number: str) -> Heading:
    return Heading(key=f"c{number}", level=1, text=f"Chapter {number}", number=number, is_annex=number.isalpha())


def front() -> Heading:
    return Heading(key="front", level=1, text="Front", is_front=True)


def under(level: int, key: str) -> Heading:
    return Heading(key=key, level=level, text=key)


def numbers(*parts: Part) -> list[str]:
    placed = numbered(Placed(part, is_landscape=False, key="block") for part in parts)
    return [one.part.number for one in placed if isinstance(one.part, Heading)]


def figure(key: str) -> Caption:
    return Caption(key=key, kind=CaptionKind.FIGURE, word="Figure", text=key)


def test_levels_count_under_their_chapter() -> None:
    found = numbers(
        chapter("1"), under(2, "a"), under(3, "b"), under(3, "c"), under(2, "d"), under(3, "e"), chapter("2")
    )
    assert found == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2"]


def test_annexes_count_under_their_letter() -> None:
    assert numbers(chapter("1"), chapter("A"), under(2, "a"), under(2, "b")) == ["1", "A", "A.1", "A.2"]


def test_what_stands_before_the_first_chapter_has_no_number() -> None:
    assert numbers(front(), under(2, "a"), chapter("1"), under(2, "b")) == ["", "", "1", "1.1"]


def test_a_chapter_left_out_restarts_the_list_at_the_next_number() -> None:
    placed = numbered(
        Placed(one, is_landscape=False, key="block") for one in (chapter("1"), chapter("3"), chapter("4"))
    )
    assert [one.part.restart for one in placed if isinstance(one.part, Heading)] == [None, 3, None]


def test_figures_and_tables_count_apart() -> None:
    table = Caption(key="t", kind=CaptionKind.TABLE, word="Tableau", text="t")
    placed = numbered(Placed(one, is_landscape=False, key="block") for one in (figure("a"), table, figure("b")))
    assert [one.part.number for one in placed if isinstance(one.part, Caption)] == [1, 1, 2]


def test_contents_stop_at_the_second_level() -> None:
    entries = contents("Sommaire", (chapter("1"), under(2, "a"), under(3, "b"), figure("f"))).entries
    assert [(entry.level, entry.text) for entry in entries] == [(1, "Chapter 1"), (2, "a")]


def test_the_title_of_the_lists_stands_once_and_no_caption_means_no_list() -> None:
    table = Caption(key="t", kind=CaptionKind.TABLE, word="Tableau", text="t", number=1)
    lists = caption_lists("Figures et tableaux", (figure("a"), table))
    assert [(one.title, one.word) for one in lists] == [("Figures et tableaux", "Figure"), ("", "Tableau")]
    assert caption_lists("Figures et tableaux", ()) == ()
