"""The plan's template: an empty A4 document with its styles, numbering, headers and footers."""

from xml.sax.saxutils import escape

from generator.brand import Brand, Page
from tools.templates.package import CORE, Part, pack
from tools.templates.plan_styles import LANG, NS, colour, numbering, styles
from tools.templates.theme import CONTENT_TYPE as THEME
from tools.templates.theme import theme

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAPPING = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"'
    ' w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
    ' w:followedHyperlink="followedHyperlink"'
)


def plan(brand: Brand) -> bytes:
    """The bytes of `plan.docx`."""
    related = (
        ("styles", "word/styles.xml"),
        ("numbering", "word/numbering.xml"),
        ("settings", "word/settings.xml"),
        ("theme", "word/theme/theme1.xml"),
        ("fontTable", "word/fontTable.xml"),
        ("header", "word/header1.xml"),
        ("footer", "word/footer1.xml"),
        ("header", "word/header2.xml"),
        ("footer", "word/footer2.xml"),
    )
    parts = {
        "docProps/core.xml": CORE,
        "word/document.xml": Part(_TYPE + "document.main+xml", _document(brand.page), related),
        "word/styles.xml": Part(_TYPE + "styles+xml", styles(brand)),
        "word/numbering.xml": Part(_TYPE + "numbering+xml", numbering(brand)),
        "word/settings.xml": Part(_TYPE + "settings+xml", _settings()),
        "word/theme/theme1.xml": Part(THEME, theme(brand)),
        "word/fontTable.xml": Part(_TYPE + "fontTable+xml", _fonts(brand)),
        "word/header1.xml": Part(_TYPE + "header+xml", _header()),
        "word/footer1.xml": Part(_TYPE + "footer+xml", _footer()),
        "word/header2.xml": Part(_TYPE + "header+xml", _cover_header(brand)),
        "word/footer2.xml": Part(_TYPE + "footer+xml", _cover_footer()),
    }
    return pack(parts, main="word/document.xml")


def _document(page: Page) -> str:
    """An empty body; the first page, the cover, has a header and a footer of its own."""
    margins = (
        f'w:top="{page.top_twips}" w:right="{page.right_twips}" w:bottom="{page.bottom_twips}"'
        f' w:left="{page.left_twips}" w:header="{page.header_twips}" w:footer="{page.footer_twips}" w:gutter="0"'
    )
    return (
        f"<w:document {NS}><w:body><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
        '<w:headerReference w:type="first" r:id="rId8"/><w:footerReference w:type="first" r:id="rId9"/>'
        f'<w:pgSz w:w="{page.width_twips}" w:h="{page.height_twips}"/><w:pgMar {margins}/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    modes = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes
    )
    return (
        f'<w:settings {NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{LANG}"/><w:clrSchemeMapping {_MAPPING}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(brand: Brand) -> str:
    names = sorted({brand.fonts.major, brand.fonts.minor})
    rows = "".join(
        f'<w:font w:name="{escape(name)}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name in names
    )
    return f"<w:fonts {NS}>{rows}</w:fonts>"


def _header() -> str:
    """Left and right texts are the writer's: a run, a tab, a run."""
    runs = "<w:r><w:t/></w:r><w:r><w:tab/></w:r><w:r><w:t/></w:r>"
    return f'<w:hdr {NS}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{runs}</w:p></w:hdr>'


def _footer() -> str:
    """The left text is the writer's; the page and the number of pages at the right."""
    runs = (
        '<w:r><w:t/></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>'
        f'{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}'
    )
    return f'<w:ftr {NS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


def _field(code: str) -> str:
    marks = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{mark}</w:r>" for mark in marks)


_BARE = '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>'


def _cover_header(brand: Brand) -> str:
    palette, size = brand.palette, '<w:sz w:val="32"/><w:szCs w:val="32"/>'
    runs = (
        f"<w:r><w:rPr><w:b/><w:bCs/>{colour(palette['strong'])}{size}</w:rPr><w:t>{escape(brand.wordmark.bold)}</w:t></w:r>"
        f"<w:r><w:rPr>{colour(palette['muted'])}{size}</w:rPr>"
        f'<w:t xml:space="preserve"> {escape(brand.wordmark.regular)}</w:t></w:r>'
    )
    return f'<w:hdr {NS}><w:p><w:pPr><w:pStyle w:val="Header"/>{_BARE}</w:pPr>{runs}</w:p></w:hdr>'


def _cover_footer() -> str:
    return f'<w:ftr {NS}><w:p><w:pPr><w:pStyle w:val="Footer"/>{_BARE}</w:pPr></w:p></w:ftr>'
