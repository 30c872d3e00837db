"""The rule that nobody is told to have the treatment, in no text and in no form."""

import re
from collections.abc import Iterator

from logic.content.content_file import ContentFile
from logic.content.helping import field_of
from logic.content.items import Claim, Item
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.prose import plain, without_mentions
from logic.content.questions import Short
from logic.rules.helping import QUOTED
from logic.rules.pleas_en import ENGLISH
from logic.rules.pleas_es import SPANISH

WORDS = {"en": ENGLISH, "es": SPANISH}
WITHIN = re.compile(r"(?<!\n)\n(?!\n|- )")  # where a paragraph or a list item goes on
PICKED = "Ask or say what is known, or what this would mean."
SAID = "Say what is known; words of somebody else stand in `[words](mention:)`."


def nobody_is_told_to_have_the_treatment(draft: Draft) -> Iterator[Problem]:
    """No text asks or says whether somebody should have the treatment.

    What else somebody should do can be asked or said: what to bring, or which tablets to take that
    day. What others say stands in a mention, or as what is heard of a claim; a question, a concern
    and a recall mention nobody.
    """
    if draft.language not in WORDS:
        return
    words = WORDS[draft.language]
    for file, location, text, instead in said(draft):
        for found in words.pleas_in(WITHIN.sub(" ", text)):
            message = f"“{found[0]}”: a clinician and the person decide that. {instead}"
            yield file.problem(location, message, text[: found.start()].count("\n"))


def said(draft: Draft) -> Iterator[tuple[ContentFile, Location, str, str]]:
    """Every text of the kiosk's own, as it is read, where it stands, and what to do instead."""
    for entry in draft.own(Item):
        is_short, is_claim = isinstance(entry.item, Short), isinstance(entry.item, Claim)
        for location, text in entry.item.words():
            if is_short:
                yield entry.file, location, plain(text), PICKED
            elif not (is_claim and field_of(location) in QUOTED):
                yield entry.file, location, without_mentions(text), SAID
    for location, text in draft.ui_strings.words():
        yield draft.ui_file, location, without_mentions(text), SAID


RULES: tuple[Rule, ...] = (nobody_is_told_to_have_the_treatment,)
