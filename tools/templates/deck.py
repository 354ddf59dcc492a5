"""The deck's template: one master and four layouts on the grid, written as parts from the brand.

Long for one module because it is one drawing: every place of the master and of its layouts, top to bottom.
"""

import re
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from generator.brand import EMU_PER_PX, Box, Brand, Colour, Grid
from generator.brand.scale import scaled
from tools.templates.package import CORE, Part, pack
from tools.templates.theme import CONTENT_TYPE as THEME
from tools.templates.theme import fill, scheme, theme

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_NS = f'{_DRAWING} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="{_P}"'
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"'
    ' accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_LANG = "fr-FR"
_NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
_NUMBER = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    f'<a:rPr lang="{_LANG}"/><a:t>‹N°›</a:t></a:fld></a:p>'
)
_LAYOUTS = ("cover", "section", "exhibit", "two_exhibits")
_GUIDES_PER_INCH = 576
_EMU_PER_GUIDE = 914_400 // _GUIDES_PER_INCH
_LENGTHS = re.compile(r'( (?:x|y|cx|cy|sz|marL|indent|pos|w)|<a:spcPts val)="(-?\d+)"')


def deck(brand: Brand) -> bytes:
    """The bytes of `deck.pptx`; its sheets are drawn in design units and brought to the brand's scale."""
    factor = brand.deck.scale
    drawn = replace(brand, grid=scaled(brand.grid, 1 / factor))
    layouts = {
        f"ppt/slideLayouts/slideLayout{n}.xml": _to_scale(_LAYOUT[role](drawn), factor)
        for n, role in enumerate(_LAYOUTS, 1)
    }
    parts = {
        "docProps/core.xml": CORE,
        "ppt/presentation.xml": Part(
            _TYPE + "presentation.main+xml",
            _presentation(brand),
            (
                ("slideMaster", "ppt/slideMasters/slideMaster1.xml"),
                ("notesMaster", "ppt/notesMasters/notesMaster1.xml"),
                ("presProps", "ppt/presProps.xml"),
                ("viewProps", "ppt/viewProps.xml"),
                ("theme", "ppt/theme/theme1.xml"),
                ("tableStyles", "ppt/tableStyles.xml"),
            ),
        ),
        "ppt/presProps.xml": Part(_TYPE + "presProps+xml", f"<p:presentationPr {_NS}/>"),
        "ppt/viewProps.xml": Part(_TYPE + "viewProps+xml", f"<p:viewPr {_NS}/>"),
        "ppt/tableStyles.xml": Part(_TYPE + "tableStyles+xml", _table_styles(brand)),
        "ppt/theme/theme1.xml": Part(THEME, theme(brand)),
        "ppt/theme/theme2.xml": Part(THEME, theme(brand)),
        "ppt/notesMasters/notesMaster1.xml": Part(
            _TYPE + "notesMaster+xml", _notes_master(brand), (("theme", "ppt/theme/theme2.xml"),)
        ),
        "ppt/slideMasters/slideMaster1.xml": Part(
            _TYPE + "slideMaster+xml",
            _to_scale(_master(drawn), factor),
            (*(("slideLayout", name) for name in layouts), ("theme", "ppt/theme/theme1.xml"), *_logo_relation(brand)),
        ),
    }
    to_master = (("slideMaster", "ppt/slideMasters/slideMaster1.xml"),)
    parts |= {name: Part(_TYPE + "slideLayout+xml", xml, to_master) for name, xml in layouts.items()}
    if brand.logo is not None:
        parts["ppt/media/logo.png"] = Part("image/png", brand.logo.read_bytes())
    return pack(parts, main="ppt/presentation.xml")


# -------------------------------------------------------------------------------------------------------------- pieces
def _to_scale(xml: str, factor: float) -> str:
    """A sheet with every place, size and pitch multiplied."""
    return xml if factor == 1 else _LENGTHS.sub(lambda found: f'{found[1]}="{round(int(found[2]) * factor)}"', xml)


def _px(left: int, top: int, width: int, height: int) -> Box:
    return Box(left * EMU_PER_PX, top * EMU_PER_PX, width * EMU_PER_PX, height * EMU_PER_PX)


def _xfrm(box: Box) -> str:
    place = f'<a:off x="{box.left_emu}" y="{box.top_emu}"/><a:ext cx="{box.width_emu}" cy="{box.height_emu}"/>'
    return f"<a:xfrm>{place}</a:xfrm>"


def _rectangle(number: int, name: str, box: Box, colour: Colour) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}>{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _rule(number: int, name: str, box: Box, colour: Colour) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name={quoteattr(name)}>{_DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{_xfrm(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525">{fill(colour)}</a:ln></p:spPr></p:cxnSp>'
    )


def _run(size: float, colour: Colour, *, bold: bool = False, tag: str = "defRPr") -> str:
    language = f' lang="{_LANG}"' if tag == "rPr" else ""
    return f'<a:{tag}{language} sz="{round(size * 100)}" b="{int(bold)}"{_kern(tag)}>{fill(colour)}{_FONT}</a:{tag}>'


def _kern(tag: str) -> str:
    return ' kern="1200"' if tag == "defRPr" else ""


_FONT = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def _level(
    rank: int, run: str, *, spacing: str = "", align: str = "l", bullet: str = "<a:buNone/>", indent: int = 0
) -> str:
    return (
        f'<a:lvl{rank}pPr marL="{indent}" indent="{-171450 if indent else 0}" algn="{align}" defTabSz="914400" rtl="0"'
        f' eaLnBrk="1" latinLnBrk="0" hangingPunct="1">{spacing}{bullet}{run}</a:lvl{rank}pPr>'
    )


def _points(before: float = 0, line_pt: float = 0, percent: int = 100) -> str:
    line = f'<a:spcPts val="{round(line_pt * 100)}"/>' if line_pt else f'<a:spcPct val="{percent * 1000}"/>'
    return f'<a:lnSpc>{line}</a:lnSpc><a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'


def _place(
    number: int,
    name: str,
    kind: str,
    prompt: tuple[str, ...],
    *,
    box: Box | None = None,
    levels: str = "",
    anchor: str = "t",
    inner: str = "",
) -> str:
    """A placeholder; `kind` holds the attributes of `p:ph`, `prompt` one paragraph a level, `inner` a field instead."""
    geometry = f'{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    body = f'<a:bodyPr vert="horz" wrap="square" {_NO_INSETS} anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
    paragraphs = inner or "".join(
        f'<a:p><a:pPr lvl="{rank}"/><a:r><a:rPr lang="{_LANG}"/><a:t>{escape(text)}</a:t></a:r></a:p>'
        for rank, text in enumerate(prompt)
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{geometry}</p:spPr>"
        f"<p:txBody>{body if box else '<a:bodyPr/>'}<a:lstStyle>{levels}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def _footers(brand: Brand, first: int, *, on_master: bool, footer: Box | None = None) -> str:
    """Footer, date and number. Layouts repeat places and sizes: LibreOffice does not look for them on the master."""
    grid, small, grey = brand.grid, brand.type.small, brand.palette["muted"]
    empty = f'<a:p><a:endParaRPr lang="{_LANG}"/></a:p>'
    number = _run(small, brand.palette["strong"], bold=True)
    rows = [
        ("Pied de page", "ftr", "quarter", footer or grid.footer, _level(1, _run(small, grey)), empty),
        ("Date", "dt", "half", grid.date, _level(1, _run(small, grey), align="r"), empty),
        ("Numéro", "sldNum", "quarter", grid.number, _level(1, number, align="r"), _NUMBER),
    ]
    index = {"ftr": 3, "dt": 2, "sldNum": 4} if on_master else {"ftr": 11, "dt": 10, "sldNum": 12}
    shown = [row for row in rows if footer is None or row[1] != "dt"]
    return "".join(
        _place(
            first + rank, name, f'type="{kind}" sz="{size}" idx="{index[kind]}"', (),
            box=box, levels=levels, anchor="ctr", inner=inner,
        )
        for rank, (name, kind, size, box, levels, inner) in enumerate(shown)
    )  # fmt: skip


def _wordmark(brand: Brand, number: int, box: Box, size: float, colours: tuple[Colour, Colour], align: str) -> str:
    runs = "".join(
        f"<a:r>{_run(size, colour, bold=bold, tag='rPr')}<a:t>{escape(text)}</a:t></a:r>"
        for text, colour, bold in (
            (brand.wordmark.bold, colours[0], True),
            (" " + brand.wordmark.regular, colours[1], False),
        )
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Logo"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" ' + _NO_INSETS + ' anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:pPr algn="{align}"/>{runs}</a:p></p:txBody></p:sp>'
    )


def _logo(brand: Brand, number: int) -> str:
    """The logo at the top right of every slide: the picture of the brand, or its wordmark."""
    palette, box = brand.palette, brand.grid.logo
    if brand.logo is None:
        return _wordmark(brand, number, box, brand.type.table, (palette["strong"], palette["muted"]), "r")
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr={quoteattr(brand.name)}/><p:cNvPicPr><a:picLocks'
        f' noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId6"/>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{_xfrm(_logo_box(brand))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _logo_box(brand: Brand) -> Box:
    """The picture's own proportions, right-aligned in its place."""
    from PIL import Image

    box = brand.grid.logo
    with Image.open(str(brand.logo)) as picture:
        ratio = min(box.width_emu / picture.width, box.height_emu / picture.height)
        width, height = round(picture.width * ratio), round(picture.height * ratio)
    return Box(box.right_emu - width, box.top_emu + (box.height_emu - height) // 2, width, height)


def _logo_relation(brand: Brand) -> tuple[tuple[str, str], ...]:
    return (("image", "ppt/media/logo.png"),) if brand.logo else ()


def _guides(grid: Grid) -> str:
    across = (grid.headline.left_emu, grid.main.right_emu, grid.side.left_emu, grid.headline.right_emu)
    down = (grid.headline.top_emu, grid.body.top_emu, grid.body.bottom_emu, grid.source.top_emu, grid.footer.top_emu)
    rows = [f' pos="{at // _EMU_PER_GUIDE}"' for at in across]
    rows += [f' orient="horz" pos="{at // _EMU_PER_GUIDE}"' for at in down]
    clr = '<p15:clr><a:srgbClr val="A4A3A4"/></p15:clr>'
    guides = "".join(f'<p15:guide id="{n}"{row} userDrawn="1">{clr}</p15:guide>' for n, row in enumerate(rows, 1))
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}"><p15:sldGuideLst'
        f' xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">{guides}</p15:sldGuideLst></p:ext></p:extLst>'
    )


# -------------------------------------------------------------------------------------------------------------- master
def _master(brand: Brand) -> str:
    grid, palette = brand.grid, brand.palette
    line = Box(grid.footer.left_emu, grid.footer.top_emu, grid.number.right_emu - grid.footer.left_emu, 0)
    shapes = (
        _logo(brand, 2)
        + _rule(3, "Filet de pied de page", line, palette["rule"])
        + _place(4, "Titre", 'type="title"', ("Le titre est une phrase, avec le chiffre",), box=grid.headline)
        + _place(
            5, "Corps", 'type="body" idx="1"', ("Texte", "Deuxième niveau", "Troisième niveau"), box=grid.body
        ).replace(' hasCustomPrompt="1"', "")
        + _footers(brand, 6, on_master=True)
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in range(1, len(_LAYOUTS) + 1))
    return (
        f"<p:sldMaster {_NS}><p:cSld><p:bg><p:bgPr>{fill(palette['ground'])}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld><p:clrMap {_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0"/><p:txStyles>{_text_styles(brand)}</p:txStyles>{_guides(grid)}</p:sldMaster>'
    )


def _text_styles(brand: Brand) -> str:
    palette, scale = brand.palette, brand.type
    title = _run(scale.headline, palette["strong"], bold=True).replace("+mn-", "+mj-")
    dash = '<a:buFont typeface="Arial"/><a:buChar char="–"/>'
    text = palette["ink"]
    levels = _level(1, _run(scale.body, text), spacing=_points(6, percent=105))
    levels += _level(2, _run(scale.body, text), spacing=_points(4, percent=105), bullet=dash, indent=171450)
    levels += "".join(
        _level(n, _run(scale.label, text), spacing=_points(3, percent=105), bullet=dash, indent=171450 * (n - 1))
        for n in range(3, 10)
    )
    other = "".join(_level(n, _run(scale.body, text), bullet="") for n in range(1, 10))
    # 36 px under 24 pt: the headline's two lines keep the pitch of the grid in every application.
    headline = _level(1, title, spacing=_points(line_pt=27))
    styles = (("title", headline), ("body", levels), ("other", other))
    return "".join(f"<p:{name}Style>{content}</p:{name}Style>" for name, content in styles)


# ------------------------------------------------------------------------------------------------------------- layouts
def _layout(brand: Brand, role: str, shapes: str, *, kind: str, master: bool) -> str:
    name = quoteattr(brand.deck.layouts[role])
    shown = "" if master else ' showMasterSp="0"'
    return (
        f'<p:sldLayout {_NS}{kind} preserve="1" userDrawn="1"{shown}><p:cSld name={name}><p:spTree>{_GROUP}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _panel(brand: Brand) -> str:
    palette = brand.palette
    white = (palette["on_strong"], palette["on_strong"])
    panel = _rectangle(2, "Panneau", brand.grid.cover_panel, palette["strong"])
    return panel + _wordmark(brand, 3, _px(48, 56, 330, 26), brand.type.card_title, white, "l")


def _cover(brand: Brand) -> str:
    palette, scale, places = brand.palette, brand.type, brand.deck.placeholders
    dark, grey, message = palette["ink"], palette["muted"], palette["message"]
    title = _level(
        1, _run(scale.cover, palette["strong"], bold=True).replace("+mn-", "+mj-"), spacing=_points(percent=90)
    )
    kicker = _level(1, _run(scale.card_title, message, bold=True), spacing=_points())
    meeting = "".join(
        _level(n, _run(scale.card_title, c), spacing=_points(line_pt=22.5)) for n, c in ((1, dark), (2, grey))
    )
    rows = ((1, scale.table, grey, 13.5), (2, scale.body, dark, 18), (3, scale.label, grey, 18))
    credit = "".join(_level(n, _run(size, c), spacing=_points(line_pt=line)) for n, size, c, line in rows)
    progress = _level(1, _run(scale.label, palette["on_strong"], bold=True), spacing=_points(line_pt=15))
    texts = (
        ("Séance", "cover_meeting", ("Jour, heure", "Lieu"), (496, 324, 736, 64), meeting),
        ("Pour le client", "cover_client", ("Pour le client", "Nom", "Fonction"), (496, 538, 234, 78), credit),
        ("Pour le prestataire", "cover_provider", ("Pour nous", "Nom", "Fonction"), (746, 538, 234, 78), credit),
        ("Document", "cover_document", ("Document", "Version", "Arrêté au"), (996, 538, 236, 78), credit),
        ("Avancement", "cover_progress", ("Avancement du plan",), (48, 376, 336, 20), progress),
    )
    shapes = (
        _panel(brand)
        + _rectangle(4, "Trait", _px(496, 296, 64, 4), message)
        + _rule(5, "Filet", _px(496, 520, 736, 0), palette["rule"])
        + _place(6, "Titre", 'type="ctrTitle"', ("Nom du compte",), box=_px(496, 218, 736, 72), levels=title)
        + _place(
            7,
            "Comité",
            f'type="subTitle" idx="{places["body"]}"',
            ("Comité de pilotage · trimestre",),
            box=_px(496, 184, 736, 28),
            levels=kicker,
        )
        + "".join(
            _text_place(brand, number, name, role, prompt, _px(*place), levels)
            for number, (name, role, prompt, place, levels) in enumerate(texts, start=8)
        )
    )
    return _layout(brand, "cover", shapes, kind=' type="title"', master=False)


def _section(brand: Brand) -> str:
    palette, scale, grid = brand.palette, brand.type, brand.grid
    title = _level(
        1, _run(scale.figure, palette["strong"], bold=True).replace("+mn-", "+mj-"), spacing=_points(percent=95)
    )
    text = _level(1, _run(scale.card_title, palette["muted"]), spacing=_points(line_pt=22.5))
    number = _level(1, _run(scale.cover, palette["on_strong"], bold=True), spacing=_points(percent=90))
    left = 496 * EMU_PER_PX
    footer = Box(left, grid.footer.top_emu, grid.number.left_emu - left, grid.footer.height_emu)
    shapes = (
        _panel(brand)
        + _rectangle(4, "Trait", _px(496, 296, 64, 4), palette["message"])
        + _rule(5, "Filet", Box(left, grid.footer.top_emu, grid.number.right_emu - left, 0), palette["rule"])
        + _place(
            6, "Titre", 'type="title"', ("Titre de la partie",), box=_px(496, 164, 736, 120), levels=title, anchor="b"
        )
        + _text_place(brand, 7, "Texte", "body", ("Ce que cette partie montre",), _px(496, 324, 736, 160), text)
        + _text_place(brand, 8, "Numéro de partie", "section_number", ("1",), _px(48, 224, 336, 64), number)
        + _footers(brand, 9, on_master=False, footer=footer)
    )
    return _layout(brand, "section", shapes, kind=' type="secHead"', master=False)


def _text_place(brand: Brand, number: int, name: str, role: str, prompt: tuple[str, ...], box: Box, levels: str) -> str:
    kind = f'type="body" sz="quarter" idx="{brand.deck.placeholders[role]}" hasCustomPrompt="1"'
    return _place(number, name, kind, prompt, box=box, levels=levels)


def _source(brand: Brand, number: int) -> str:
    run = _run(brand.type.small, brand.palette["muted"])
    prompt = ("Source : tables · arrêté au jj/mm/aaaa",)
    return _text_place(
        brand, number, "Source", "source", prompt, brand.grid.source, _level(1, run, spacing=_points(line_pt=12))
    )


def _exhibit(brand: Brand) -> str:
    places = brand.deck.placeholders
    shapes = (
        _place(2, "Titre", 'type="title"', ("Le titre est une phrase, avec le chiffre",))
        + _place(3, "Contenu", f'idx="{places["body"]}"', ("Graphique, tableau ou texte",), box=brand.grid.body)
        + _source(brand, 4)
        + _footers(brand, 5, on_master=False)
    )
    return _layout(brand, "exhibit", shapes, kind=' type="obj"', master=True)


def _two_exhibits(brand: Brand) -> str:
    places, grid = brand.deck.placeholders, brand.grid
    shapes = (
        _place(2, "Titre", 'type="title"', ("Le titre est une phrase, avec le chiffre",))
        + _place(3, "Contenu", f'sz="half" idx="{places["body"]}"', ("Graphique ou tableau",), box=grid.main)
        + _place(4, "Second contenu", f'sz="half" idx="{places["second"]}"', ("Ce qu’il faut retenir",), box=grid.side)
        + _source(brand, 5)
        + _footers(brand, 6, on_master=False)
    )
    return _layout(brand, "two_exhibits", shapes, kind=' type="twoObj"', master=True)


_LAYOUT = {"cover": _cover, "section": _section, "exhibit": _exhibit, "two_exhibits": _two_exhibits}


# -------------------------------------------------------------------------------------------------------- presentation
def _presentation(brand: Brand) -> str:
    grid = brand.grid
    run = _run(brand.type.body, brand.palette["ink"])
    levels = "".join(_level(n, run, bullet="") for n in range(1, 10))
    return (
        f'<p:presentation {_NS} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{grid.width_emu}" cy="{grid.height_emu}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{_LANG}"/></a:defPPr>{levels}</p:defaultTextStyle>'
        "</p:presentation>"
    )


def _table_styles(brand: Brand) -> str:
    """One table style: dark header, a pale rule under each row, no vertical rules, no banding."""
    palette, identity = brand.palette, brand.deck.table_style
    edge = f'<a:ln w="9525" cmpd="sng">{fill(palette["rule"])}</a:ln>'
    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right", "top"))
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    whole = (
        f"<a:wholeTbl><a:tcTxStyle>{font}{scheme(palette['ink'])}</a:tcTxStyle><a:tcStyle><a:tcBdr>{none}"
        f"<a:bottom>{edge}</a:bottom><a:insideH>{edge}</a:insideH><a:insideV><a:ln><a:noFill/></a:ln></a:insideV></a:tcBdr>"
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    )
    first = (
        f'<a:firstRow><a:tcTxStyle b="on">{font}{scheme(palette["on_strong"])}</a:tcTxStyle><a:tcStyle><a:tcBdr/>'
        f"<a:fill>{fill(palette['strong'])}</a:fill></a:tcStyle></a:firstRow>"
    )
    style = f'<a:tblStyle styleId="{identity}" styleName="Copil">{whole}{first}</a:tblStyle>'
    return f'<a:tblStyleLst {_DRAWING} def="{identity}">{style}</a:tblStyleLst>'


def _notes_master(brand: Brand) -> str:
    """The notes page: the slide above, the notes below, the number at the foot."""
    run = _run(brand.type.label, brand.palette["ink"])
    levels = "".join(_level(n, run, spacing=_points(4)) for n in range(1, 10))
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Diapositive"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        '</p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="9525">{fill(brand.palette["rule"])}</a:ln></p:spPr></p:sp>'
    )
    body = _place(
        3, "Notes", 'type="body" sz="quarter" idx="3"', ("Notes",), box=Box(685800, 4114800, 5486400, 4114800)
    )
    number = _place(
        4, "Numéro", 'type="sldNum" sz="quarter" idx="5"', (), box=Box(3886200, 8610600, 2286000, 304800),
        levels=_level(1, _run(brand.type.small, brand.palette["muted"]), align="r"), inner=_NUMBER,
    )  # fmt: skip
    return (
        f"<p:notesMaster {_NS}><p:cSld><p:bg><p:bgPr>{fill(brand.palette['ground'])}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{_GROUP}{image}{body}{number}</p:spTree></p:cSld>"
        f"<p:clrMap {_MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
