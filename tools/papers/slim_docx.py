"""Removes what a template does not need from a DOCX, and fixes its date: the same data gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from docx.oxml.ns import nsmap
from lxml import etree  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

USED_PARTS = frozenset({"styles", "settings", "officeDocument"})
PREFIXES = ["w", "r", "wp", "a", "pic"]  # used by the stamp
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
EARLIEST = (1980, 1, 1, 0, 0, 0)


def slim(document: DocumentType) -> bytes:
    """Serializes the document without unused parts and with a fixed date."""
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] not in USED_PARTS:
                del relations[name]
    for element in (document.styles.element, document.settings.element, document.element):
        element.attrib.pop(IGNORABLE, None)
        etree.cleanup_namespaces(element)
    prefixes = {prefix: nsmap[prefix] for prefix in PREFIXES}
    etree.cleanup_namespaces(document.element, top_nsmap=prefixes, keep_ns_prefixes=PREFIXES)
    saved, slim = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(slim, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, EARLIEST), source.read(name))
    return slim.getvalue()
