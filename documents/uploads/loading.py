"""Imports ahead all that cleaning may need: a process that is shut in can read no module later.

Pillow and pypdf import parts of themselves, and codecs, only for files that need them.
"""

from __future__ import annotations

import codecs
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages

import pypdf
from PIL import Image
from pypdf.generic import NameObject

_MODULES = (
    "documents.uploads.cleaning",
    "documents.uploads.joining",
    "PIL.MpoImagePlugin",  # a JPEG with further pictures, of many telephones
    "PIL.WebPImagePlugin",
)


def load_all() -> None:
    """Takes some twenty milliseconds."""
    Image.preinit()
    for name in _MODULES:
        import_module(name)
    for module in walk_packages(pypdf.__path__, "pypdf."):
        with suppress(ImportError):  # for packages that are not installed
            import_module(module.name)
    for name in (*NameObject.CHARSETS, "utf-16"):
        codecs.lookup(name)
