"""The DOCX templates of the forms, made by `tools/build_forms.py`."""

from __future__ import annotations

from importlib.resources import files

APPENDICES = (7, 8)


def form_templates() -> dict[int, bytes]:
    """Appendix → the template's DOCX."""
    folder = files("assets") / "forms"
    return {appendix: (folder / f"form-{appendix}.docx").read_bytes() for appendix in APPENDICES}
