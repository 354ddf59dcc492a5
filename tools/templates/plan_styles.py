"""The styles and the numbering of the plan's template, from the brand."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from generator.brand import Brand, Colour
from generator.brand.palette import PAGE_NAMES

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LANG = "fr-FR"
HEADINGS, BULLETS, NUMBERS, ANNEXES = 1, 2, 3, 4  # numbering instances
_NUMBER_INDENT = 705  # twips: the text of every heading starts 47 px after the margin


@dataclass(frozen=True)
class Style:
    """A style: its id and its name for Word, its parent, and its properties as XML in the order of the schema."""

    id: str
    name: str
    parent: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    kind: str = "paragraph"
    table: str = ""
    default: bool = False
    priority: int = 9


def colour(value: Colour) -> str:
    """Text of this colour, bound to the theme when it is a plain slot."""
    return f'<w:color w:val="{value.hex}"{_theme(value, "themeColor")}/>'


def shade(value: Colour) -> str:
    """A fill of this colour."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value.hex}"{_theme(value, "themeFill")}/>'


def edge(side: str, value: Colour, *, eighths: int = 6, space: int = 0) -> str:
    """A border of this colour, in eighths of a point."""
    attributes = f'w:sz="{eighths}" w:space="{space}" w:color="{value.hex}"{_theme(value, "themeColor")}'
    return f'<w:{side} w:val="single" {attributes}/>'


def _theme(value: Colour, attribute: str) -> str:
    if value.tint is None or value.tint.modifiers:
        return ""
    return f' w:{attribute}="{PAGE_NAMES.get(value.tint.slot, value.tint.slot)}"'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(line: float, before: float = 0, after: float = 0) -> str:
    """Points; the pitch is a minimum, so that a picture or a larger character is never cut."""
    values = (
        f'w:{name}="{round(points * 20)}"' for name, points in (("before", before), ("after", after), ("line", line))
    )
    return f'<w:spacing {" ".join(values)} w:lineRule="atLeast"/>'


def _exact(points: float) -> str:
    """A pitch that nothing widens, for the paragraphs that show nothing."""
    return f'<w:spacing w:before="0" w:after="0" w:line="{round(points * 20)}" w:lineRule="exact"/>'


def _numbered(instance: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def _tab(position: int, kind: str = "right", leader: str = "") -> str:
    return f'<w:tab w:val="{kind}"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader else ""} w:pos="{position}"/>'


_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_MAJOR = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>'


def _headings(brand: Brand) -> Iterator[Style]:
    scale, dark = brand.plan_type, brand.palette["strong"]
    rows = (
        (1, scale.heading1, 30.0, 0.0, 9.0),
        (2, scale.heading2, 22.5, 18.0, 4.0),
        (3, scale.heading3, 16.5, 13.0, 4.0),
    )
    for level, size, line, before, after in rows:
        page = "<w:pageBreakBefore/>" if level == 1 else ""
        paragraph = (
            f"{_KEEP}{page}{_numbered(HEADINGS, level - 1)}{_spacing(line, before, after)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        run = f"{_MAJOR}{_BOLD}{colour(dark)}{_size(size)}"
        yield Style(f"Heading{level}", f"heading {level}", "Normal", "Normal", paragraph, run)
    front = f'<w:numPr><w:numId w:val="0"/></w:numPr>{_spacing(30, 0, 9)}'
    yield Style(
        "HeadingFront", "Titre sans numéro", "Heading1", "Normal", f'{front}<w:ind w:left="0" w:firstLine="0"/>'
    )
    yield Style("HeadingAnnex", "Titre d’annexe", "Heading1", "Normal", _numbered(ANNEXES))


def _cover(brand: Brand) -> Iterator[Style]:
    scale, palette = brand.plan_type, brand.palette
    rule = f"<w:pBdr>{edge('bottom', palette['message'], eighths=24, space=12)}</w:pBdr>"
    title = f"<w:keepNext/>{rule}{_spacing(43, 0, 18)}"
    yield Style(
        "Title",
        "Title",
        following="Subtitle",
        paragraph=title,
        run=f"{_MAJOR}{_BOLD}{colour(palette['strong'])}{_size(scale.title)}",
    )
    yield Style(
        "Subtitle",
        "Subtitle",
        paragraph=_spacing(22, 130, 2),
        run=f"{_BOLD}{colour(palette['message'])}{_size(scale.subtitle)}",
    )
    yield Style("CoverText", "Texte de couverture", paragraph=_spacing(20, 0, 2), run=_size(14))
    yield Style("CoverFigure", "Figure de couverture", paragraph=f"<w:keepNext/>{_spacing(12, 110)}")
    yield Style(
        "CoverLabel",
        "Libellé de couverture",
        following="CoverText",
        paragraph=f"<w:keepNext/>{_spacing(12, 24)}",
        run=f"{colour(palette['muted'])}{_size(scale.caption)}",
    )


def _prose(brand: Brand) -> Iterator[Style]:
    scale, palette = brand.plan_type, brand.palette
    grey, dark = palette["muted"], palette["strong"]
    small = f"{colour(grey)}{_size(scale.caption)}"
    yield Style(
        "Lead",
        "Conclusion",
        following="Normal",
        paragraph=f"{_KEEP}{_spacing(16.5, 2, 6)}",
        run=f"{_BOLD}{colour(dark)}{_size(scale.lead)}",
    )
    bold = f"{_BOLD}{colour(dark)}"
    yield Style("BlockLabel", "Intertitre", following="Normal", paragraph=f"{_KEEP}{_spacing(15, 9, 4)}", run=bold)
    yield Style("AfterTable", "Texte après tableau", following="Normal", paragraph=_spacing(scale.leading, 9, 6))
    yield Style("Figure", "Figure", following="Caption", paragraph=_spacing(12, 10))
    yield Style("Caption", "caption", following="Normal", paragraph=f"<w:keepLines/>{_spacing(12, 4.5, 6)}", run=small)
    above = f"{_KEEP}{_spacing(12, 12, 4.5)}"
    yield Style("TableCaption", "Légende de tableau", "Caption", "Normal", above)
    yield Style("Source", "Source", following="Normal", paragraph=f"<w:keepLines/>{_spacing(12, 3, 8)}", run=small)
    yield Style("ListBullet", "List Bullet", paragraph=f"{_numbered(BULLETS)}{_spacing(scale.leading, 0, 3)}")
    yield Style("ListNumber", "List Number", paragraph=f"{_numbered(NUMBERS)}{_spacing(scale.leading, 0, 3)}")


def _cells(brand: Brand) -> Iterator[Style]:
    scale, palette = brand.plan_type, brand.palette
    row = _spacing(13.5)
    yield Style("TableText", "Texte de tableau", paragraph=row, run=_size(scale.table))
    right, centre = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
    yield Style("TableNumber", "Nombre de tableau", "TableText", paragraph=right)
    yield Style("TableCentre", "Lettre de tableau", "TableText", paragraph=centre)
    white = f"{_BOLD}{colour(palette['on_strong'])}"
    yield Style("TableHeader", "En-tête de tableau", "TableText", paragraph=f"<w:keepNext/>{row}", run=white)
    yield Style("TableHeaderNumber", "En-tête de nombres", "TableHeader", paragraph=right)
    yield Style("TableHeaderCentre", "En-tête de lettres", "TableHeader", paragraph=centre)
    yield Style("TableHeaderMark", "Repère de planning", "TableHeaderCentre", run=_size(8))
    yield Style("TableGap", "Entre deux tableaux", paragraph=_exact(10), run=_size(2))
    yield Style("SectionEnd", "Fin de section", paragraph=_exact(1), run=_size(1))
    yield Style(
        "Label",
        "Libellé",
        paragraph=f"<w:keepNext/>{_spacing(12)}",
        run=f"{colour(palette['muted'])}{_size(scale.caption)}",
    )
    yield Style("CardValue", "Valeur", paragraph=_spacing(19), run=f"{_BOLD}{colour(palette['strong'])}{_size(15)}")
    yield Style("CardText", "Texte de fiche", paragraph=_spacing(14.25))
    yield Style("CardTerm", "Terme de fiche", "CardText", run=colour(palette["muted"]))
    letter = f'{_spacing(19)}<w:jc w:val="center"/>'
    yield Style("CardLetter", "Lettre", paragraph=letter, run=f"{_BOLD}{colour(palette['on_strong'])}{_size(15)}")


def _contents(brand: Brand) -> Iterator[Style]:
    palette, width = brand.palette, brand.page.text_width_twips
    tabs = f"<w:tabs>{_tab(_NUMBER_INDENT, 'left')}{_tab(width, leader='dot')}</w:tabs>"
    ind = f'<w:ind w:left="{_NUMBER_INDENT}" w:hanging="{_NUMBER_INDENT}"/>'
    bold = f"{_BOLD}{colour(palette['strong'])}"
    title = f'<w:pageBreakBefore/>{_spacing(30, 0, 9)}<w:outlineLvl w:val="9"/>'
    yield Style("TOCHeading", "TOC Heading", "HeadingFront", "Normal", title, priority=39)
    lists = f'<w:pageBreakBefore w:val="0"/>{_spacing(30, 20, 9)}'
    yield Style("ListsHeading", "Titre des listes", "TOCHeading", "Normal", lists, priority=39)
    yield Style(
        "TOC1", "toc 1", following="Normal", paragraph=f"{tabs}{_spacing(14, 5, 1)}{ind}", run=bold, priority=39
    )
    yield Style("TOC2", "toc 2", following="Normal", paragraph=f"{tabs}{_spacing(13.5)}{ind}", priority=39)
    grey = f"{colour(palette['muted'])}{_size(10)}"
    yield Style("TOC3", "toc 3", following="Normal", paragraph=f"{tabs}{_spacing(14)}{ind}", run=grey, priority=39)
    figures = f"<w:tabs>{_tab(width, leader='dot')}</w:tabs>{_spacing(13.5, 0, 0.5)}"
    yield Style("TableofFigures", "table of figures", following="Normal", paragraph=figures, priority=99)


def _edges_of_page(brand: Brand) -> Iterator[Style]:
    palette = brand.palette
    tabs = f"<w:tabs>{_tab(brand.page.text_width_twips)}</w:tabs>"
    run = f"{colour(palette['muted'])}{_size(brand.plan_type.caption)}"
    page = brand.page
    wide = page.height_twips - page.left_twips - page.right_twips
    further = f'<w:tabs><w:tab w:val="clear" w:pos="{page.text_width_twips}"/>{_tab(wide)}</w:tabs>'
    for name, side, word in (("Header", "bottom", "En-tête"), ("Footer", "top", "Pied de page")):
        border = f"<w:pBdr>{edge(side, palette['rule'], space=7)}</w:pBdr>"
        yield Style(name, name.lower(), paragraph=f"{border}{tabs}{_spacing(12)}", run=run, priority=99)
        yield Style(f"{name}Wide", f"{word} en paysage", name, paragraph=further, priority=99)


def _characters(brand: Brand) -> Iterator[Style]:
    palette = brand.palette
    reserved, base = palette["reserved"], "DefaultParagraphFont"
    link = f'{colour(palette["link"])}<w:u w:val="single"/>'
    mark = f"{_BOLD}{colour(reserved)}{_size(9)}{edge('bdr', reserved)}"
    yield Style("DefaultParagraphFont", "Default Paragraph Font", "", kind="character", default=True, priority=1)
    yield Style("Hyperlink", "Hyperlink", base, run=link, kind="character", priority=99)
    yield Style("CaptionNumber", "Numéro de figure", base, run=f"{_BOLD}{colour(palette['strong'])}", kind="character")
    yield Style(
        "Reference",
        "Renvoi",
        base,
        run=f'<w:b w:val="0"/><w:bCs w:val="0"/>{colour(palette["muted"])}',
        kind="character",
    )
    yield Style("Strong", "Strong", base, run=_BOLD, kind="character")
    yield Style("Accent", "Accent", base, run=f"{_BOLD}{colour(palette['message'])}", kind="character")
    yield Style("Reserved", "Réservé", base, run=f"{_BOLD}{colour(reserved)}", kind="character")
    yield Style("InternalMark", "Mention interne", base, run=mark, kind="character")
    yield Style("Secondary", "Texte secondaire", base, run=colour(palette["muted"]), kind="character")
    for letter, rag in palette.rags.items():
        run = f"{_BOLD}{colour(rag.strong)}"
        yield Style(f"Status{letter}", f"Statut {letter}", base, run=run, kind="character")


def _tables(brand: Brand) -> Iterator[Style]:
    palette = brand.palette
    rule, dark, white = palette["rule"], palette["strong"], palette["on_strong"]
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108, 0, 108)}</w:tblPr>'
    yield Style("TableNormal", "Normal Table", "", table=plain, kind="table", default=True, priority=99)
    rows = _borders(edge("bottom", rule), edge("insideH", rule), margins=_margins(50, 120, 50, 120))
    header = _dark_part("firstRow", dark, white, row="<w:trPr><w:tblHeader/></w:trPr>")
    yield Style("Copil", "Copil", "TableNormal", table=rows + header, kind="table", priority=59)
    gaps = _borders(edge("insideH", white, eighths=12), margins=_margins(80, 180, 80, 180))
    card = f"{gaps}<w:tcPr>{shade(palette['card'])}</w:tcPr>{_dark_part('firstCol', dark, white)}"
    yield Style("CopilCard", "Copil Fiche", "TableNormal", table=card, kind="table", priority=59)
    lines = _borders(edge("top", dark), edge("bottom", rule), edge("insideH", rule), margins=_margins(50, 0, 50, 120))
    first = f'<w:tblStylePr w:type="firstCol"><w:rPr>{colour(palette["muted"])}</w:rPr></w:tblStylePr>'
    yield Style("CopilDefinition", "Copil Définitions", "TableNormal", table=lines + first, kind="table", priority=59)


def _borders(*edges: str, margins: str) -> str:
    return f"<w:tblPr><w:tblBorders>{''.join(edges)}</w:tblBorders>{margins}</w:tblPr>"


def _dark_part(kind: str, dark: Colour, white: Colour, *, row: str = "") -> str:
    """The first row or column: white bold on the dark slot."""
    cell = f'<w:tcPr>{shade(dark)}<w:vAlign w:val="center"/></w:tcPr>'
    return f'<w:tblStylePr w:type="{kind}"><w:rPr>{_BOLD}{colour(white)}</w:rPr>{row}{cell}</w:tblStylePr>'


def _margins(top: int, left: int, bottom: int, right: int) -> str:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return (
        "<w:tblCellMar>"
        + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
        + "</w:tblCellMar>"
    )


def _normal(brand: Brand) -> Style:
    """The colour stands here, not in the defaults: there, LibreOffice lets it win over character styles of tables."""
    paragraph = f"<w:widowControl/>{_spacing(brand.plan_type.leading, 0, 6)}"
    return Style(
        "Normal", "Normal", "", paragraph=paragraph, run=colour(brand.palette["ink"]), default=True, priority=0
    )


def all_styles(brand: Brand) -> Iterator[Style]:
    """Every style of the template, parents first."""
    yield _normal(brand)
    for family in (_characters, _tables, _headings, _cover, _prose, _cells, _contents, _edges_of_page):
        yield from family(brand)
    yield Style("NoList", "No List", "", kind="numbering", default=True, priority=99)


def styles(brand: Brand) -> str:
    """The styles part."""
    fonts = "".join(
        f' w:{name}="{value}"'
        for name, value in (
            ("asciiTheme", "minorHAnsi"),
            ("hAnsiTheme", "minorHAnsi"),
            ("eastAsiaTheme", "minorEastAsia"),
        )
    )
    size = _size(brand.plan_type.body)
    language = f'<w:lang w:val="{LANG}" w:eastAsia="{LANG}" w:bidi="ar-SA"/>'
    run = f'<w:rFonts{fonts} w:cstheme="minorBidi"/>{size}{language}'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    return f"<w:styles {NS}>{defaults}{''.join(map(_style, all_styles(brand)))}</w:styles>"


def _style(style: Style) -> str:
    default = ' w:default="1"' if style.default else ""
    custom = "" if style.name[0].islower() or style.name in _BUILT_IN else ' w:customStyle="1"'
    related = f'<w:basedOn w:val="{style.parent}"/>' if style.parent else ""
    related += f'<w:next w:val="{style.following}"/>' if style.following else ""
    shown = "<w:qFormat/>" if style.priority < 30 and style.kind != "table" else ""
    properties = (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "") + (
        f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    )
    return (
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f'{related}<w:uiPriority w:val="{style.priority}"/>{shown}{properties}{style.table}</w:style>'
    )


_BUILT_IN = (
    *("Normal", "Title", "Subtitle", "List Bullet", "List Number", "TOC Heading", "Hyperlink"),
    *("Strong", "Default Paragraph Font", "Normal Table", "No List"),
)


def numbering(brand: Brand) -> str:
    """The numbering part: headings, bullets, numbers, annexes."""
    accent = f"<w:rPr>{colour(brand.palette['message'])}</w:rPr>"
    patterns = ("%1", "%1.%2", "%1.%2.%3")
    headings = "".join(
        _rung(n, "decimal", text, _NUMBER_INDENT, accent, style=f"Heading{n + 1}") for n, text in enumerate(patterns)
    )
    annexes = _rung(0, "upperLetter", patterns[0], _NUMBER_INDENT, accent, style="HeadingAnnex") + "".join(
        _rung(n, "decimal", patterns[n], _NUMBER_INDENT, accent) for n in (1, 2)
    )
    abstracts = (
        (HEADINGS, "multilevel", headings),
        (BULLETS, "hybridMultilevel", _rung(0, "bullet", "•", 284, accent, style="ListBullet")),
        (NUMBERS, "hybridMultilevel", _rung(0, "decimal", "%1.", 340, accent, style="ListNumber")),
        (ANNEXES, "multilevel", annexes),
    )
    bodies = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        for n, kind, levels in abstracts
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in abstracts)
    return f"<w:numbering {NS}>{bodies}{numbers}</w:numbering>"


def _rung(level: int, form: str, text: str, indent: int, run: str, *, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs>{_tab(indent, "num")}</w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>{run}</w:lvl>'
    )
