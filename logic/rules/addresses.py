"""Rules about web addresses: only those of official bodies are ever shown."""

import re
from collections.abc import Iterator

from logic.content.items import ReferralResource, Source
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.reading import Line

# Where a visitor may be sent, and who answers there. Only these, to the letter: an address that
# is nearly one of them may belong to a shop, and whoever sells a drug is no place for help.
OFFICIAL = {
    "988lifeline.org": "988 Suicide and Crisis Lifeline",
    "findtreatment.gov": "the US health department's search for care",
    "www.samhsa.gov": "SAMHSA National Helpline",
    "www.veteranscrisisline.net": "Veterans Crisis Line",
}
# The registry of trials has an address for its name. It may be told, and nobody is sent there.
NAMES = {*OFFICIAL, "clinicaltrials.gov"}
# An ending has two letters or more, so `e.g.`, `p.m.` and the end of a sentence are none.
WEB = re.compile(r"https?:\S*|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)", re.IGNORECASE)


def no_web_addresses(draft: Draft) -> Iterator[Problem]:
    """No text, and no name of a work, holds a web address but the official ones."""
    for line in (*draft.lines(), *names_of_works(draft)):
        for found in WEB.finditer(line.text):
            if found[0].lower() not in NAMES:
                message = f"`{found[0]}` is a web address. Name the work or the body itself."
                yield line.problem(message)


def names_of_works(draft: Draft) -> Iterator[Line]:
    """What a source says of its work: facts, but a visitor reads them."""
    for entry in draft.of(Source):
        for name in ("authors", "work_title", "published_in"):
            yield Line(entry.file, (name,), 0, getattr(entry.item, name) or "")


def every_website_is_official(draft: Draft) -> Iterator[Problem]:
    """A way to help names only the website of an official body, written to the letter."""
    for entry in draft.of(ReferralResource):
        website = entry.item.website
        if website and not str(website).startswith(tuple(f"https://{one}/" for one in OFFICIAL)):
            message = f"`{website}` is not one of the official websites: {', '.join(OFFICIAL)}."
            yield entry.problem(("website",), f"{message} Use one of them, or leave it out.")


RULES: tuple[Rule, ...] = (no_web_addresses, every_website_is_official)
