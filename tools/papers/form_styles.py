"""Page and styles of the forms, which replace everything in python-docx's default template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"  # where it is missing, LibreOffice uses Liberation Serif, which has the same widths
LANGUAGE = "ru-RU"
PAGE = Mm(210), Mm(297)
LEFT, RIGHT, TOP, BOTTOM = Mm(25), Mm(15), Mm(14), Mm(12)
TEXT_WIDTH = 170  # mm, also the width of a line for handwriting
HAND_WIDTH = 100
LARGE, AIR, LEADING = Pt(14), Pt(9), 1.2  # lines of a certificate: font size, space above, line spacing
SPACED = "60"  # letter spacing of a certificate's heading, in twentieths of a point
WORD_2013 = "15"  # with an older or missing mode, Word opens the form in compatibility mode

REFERENCE, HEADING, SUBHEADING, LINE, CAPTION, HAND, VALUE = (
    "Reference", "Form heading", "Form subheading", "Line", "Form caption", "Hand", "Value"
)  # fmt: skip
CENTRED, RIGHT_ALIGNED, BODY, ITEMS, STRONG = "Centred line", "Right line", "Letter", "Letter items", "Strong"


def restyle(document: Document) -> None:
    """Sets page, default text and the styles of the forms; removes all other styles and settings."""
    _page(document)
    _keep_only_the_defaults(document)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    centre, tab = WD_ALIGN_PARAGRAPH.CENTER, WD_TAB_ALIGNMENT.RIGHT
    _paragraph(document, REFERENCE, size=10)
    heading = _paragraph(document, HEADING, size=15, before=16)
    heading.font.bold, heading.paragraph_format.alignment = True, centre
    subheading = _paragraph(document, SUBHEADING, before=2, after=8)
    subheading.paragraph_format.alignment = centre
    subheading.paragraph_format.left_indent = subheading.paragraph_format.right_indent = Mm(15)
    line = _paragraph(document, LINE, before=7)
    line.paragraph_format.line_spacing = 1.25
    line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), tab)
    caption = _paragraph(document, CAPTION, size=9)
    caption.paragraph_format.alignment = centre
    hand = _paragraph(document, HAND, before=15)
    hand.paragraph_format.tab_stops.add_tab_stop(Mm(HAND_WIDTH), tab)
    value = document.styles.add_style(VALUE, WD_STYLE_TYPE.CHARACTER)
    value.font.underline = WD_UNDERLINE.SINGLE


def add_certificate_styles(document: Document) -> None:
    """Styles for a document to hang on a wall: larger type, more space, a letter-spaced heading, centred lines."""
    heading = document.styles[HEADING]
    heading.font.size, heading.paragraph_format.space_before = Pt(22), Pt(30)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), SPACED)
    heading.element.get_or_add_rPr().insert_element_before(spacing, "w:sz", "w:szCs")
    subheading = document.styles[SUBHEADING]
    subheading.font.size = LARGE
    subheading.paragraph_format.space_before, subheading.paragraph_format.space_after = Pt(4), Pt(10)
    document.styles[CAPTION].font.size = Pt(10)
    line = document.styles[LINE]
    line.font.size, line.paragraph_format.space_before, line.paragraph_format.line_spacing = LARGE, AIR, LEADING
    for name, alignment in ((CENTRED, WD_ALIGN_PARAGRAPH.CENTER), (RIGHT_ALIGNED, WD_ALIGN_PARAGRAPH.RIGHT)):
        style = _paragraph(document, name)
        style.font.size, style.paragraph_format.space_before = LARGE, AIR
        style.paragraph_format.line_spacing = LEADING
        style.paragraph_format.alignment = alignment


def add_letter_styles(document: Document) -> None:
    """Styles for the paragraphs and lists of a letter."""
    _paragraph(document, BODY, before=8)
    items = _paragraph(document, ITEMS, before=3)
    items.paragraph_format.left_indent = Mm(8)
    document.styles.add_style(STRONG, WD_STYLE_TYPE.CHARACTER).font.bold = True


def _page(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = PAGE
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    page = section._sectPr  # noqa: SLF001  # python-docx does not expose the rest
    page.attrib.clear()
    page.remove(page.find(qn("w:docGrid")))


def _keep_only_the_defaults(document: Document) -> None:
    for style in list(document.styles):
        if style.name != "Normal":
            style.delete()
    for element in list(document.styles.element):
        if element.tag == qn("w:latentStyles"):
            document.styles.element.remove(element)
    settings = document.settings.element
    for element in list(settings):
        settings.remove(element)
    compat, mode = OxmlElement("w:compat"), OxmlElement("w:compatSetting")
    for name, value in (
        ("name", "compatibilityMode"),
        ("uri", "http://schemas.microsoft.com/office/word"),
        ("val", WORD_2013),
    ):
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)
    settings.append(compat)
    _defaults(document.styles.element)


def _defaults(styles: BaseOxmlElement) -> None:
    fonts = styles.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    language = styles.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), LANGUAGE)
    spacing = styles.find(f".//{qn('w:docDefaults')}//{qn('w:spacing')}")
    spacing.attrib.clear()
    spacing.set(qn("w:after"), "0")


def _paragraph(document: Document, name: str, *, size: int = 12, before: int = 0, after: int = 0) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style
