"""Texts of the content as labels of controls."""

import re

from logic.content.prose import plain

STREAMLITS_MARKS = re.compile(r"[\\`*_~$\[\]]")


def as_label(text: str) -> str:
    """A text without its marks, none of its signs taken for a mark of Streamlit's."""
    return STREAMLITS_MARKS.sub(r"\\\g<0>", plain(text))
