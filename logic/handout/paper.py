"""The paper itself, made in memory from the words by the typst package: a PDF, or its pages."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import typst

from logic.handout.words import Handout

HERE = Path(__file__).parent
TEMPLATE = HERE / "paper.typ"
FONTS = HERE / "fonts"
FIRST = "Inter"  # sets every letter that it has; the others set the rest
SIZES = {"letter": "us-letter", "a4": "a4"}
Sheet: TypeAlias = Literal["letter", "a4"]


class CannotPrintError(Exception):
    """A paper holds what cannot be set, such as a letter that no font of ours has."""


def pdf(handout: Handout, *, paper: Sheet, large: bool, discreet: bool) -> bytes:
    """The paper, as PDF/UA-1; raises CannotPrintError where it cannot be set.

    A `discreet` one has a first page of its own that tells nothing of what it is about. Nothing is
    written to disk, and no font but ours is looked at.
    """
    [made] = compiled(inputs(handout, paper, large=large, discreet=discreet), "pdf", ["ua-1"])
    return made


def sheets(handout: Handout, *, paper: Sheet, large: bool, discreet: bool) -> tuple[bytes, ...]:
    """The pages of the same paper, each as a picture (SVG); raises CannotPrintError likewise."""
    return compiled(inputs(handout, paper, large=large, discreet=discreet), "svg", [])


def inputs(handout: Handout, paper: Sheet, *, large: bool, discreet: bool) -> dict[str, str]:
    """What the template is given: the words, and how they are to look."""
    choices = {
        "paper": SIZES[paper],
        "large": large,
        "discreet": discreet,
        "fonts": list(families()),
    }
    return {
        "handout": json.dumps(asdict(handout), ensure_ascii=False),
        "choices": json.dumps(choices),
    }


def compiled(
    given: dict[str, str], form: Literal["pdf", "svg"], standards: Sequence[Literal["ua-1"]]
) -> tuple[bytes, ...]:
    """What typst makes of it: one file, or one for each page where a page is a picture."""
    try:
        made = typst.compile(
            template(),
            font_paths=fonts(),
            sys_inputs=given,
            format=form,
            pdf_standards=[*standards],
        )
    except typst.TypstError as error:
        raise CannotPrintError(error.message) from error
    return tuple(made) if isinstance(made, list) else (made,)


def pages_in(made: bytes) -> int:
    """How many pages a paper of ours has. Typst writes each page as an object in plain sight."""
    return len(re.findall(rb"/Type\s*/Page\b", made))


@cache
def template() -> bytes:
    """How the paper is laid out."""
    return TEMPLATE.read_bytes()


@cache
def fonts() -> typst.Fonts:
    """Our fonts, and none of the machine's or of typst's own."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def families() -> tuple[str, ...]:
    """The names of our fonts, in the order in which they are asked for a letter."""
    return tuple(sorted(fonts().families(), key=lambda name: (name != FIRST, name)))
