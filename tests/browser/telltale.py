"""What would tell a condition, or what a visitor tapped, wherever it stood in a file."""

import re
from functools import cache

from pages.parts import session, shell
from tests.browser import remains

LONG_ENOUGH = 8  # letters; shorter words stand in any large file by chance


def telling() -> set[str]:
    """What tells a condition, or a passage about one, whether it was tapped or not."""
    pack = session.pack()
    told = {words for one in pack.conditions for words in (one.title, str(one.summary))}
    told |= {word for one in pack.conditions for word in one.giveaways}
    told |= {one.title for one in (*pack.guide_sections, *pack.claims, *pack.study_summaries)}
    # The short ones, too, as an address, a key or a file of settings would hold them.
    return told | {f"condition {one.id}" for one in pack.conditions}


def sought(tapped: frozenset[str]) -> set[str]:
    """The words that must be nowhere.

    The headings of pages are in their titles, which a browser writes down. They name a step of the
    visit in the language that was chosen, for every topic the same. A short word stands in any
    large file by chance.
    """
    spoken = (one.pack.ui_strings for one in session.kiosk().languages.values())
    titles = {words for ui in spoken for words in ui.headings.model_dump().values()}
    told = {words for words in telling() | tapped if len(words) >= LONG_ENOUGH} - titles
    return told - in_streamlits_files(frozenset(told - telling()))


@cache
def in_streamlits_files(words: frozenset[str]) -> set[str]:
    """The labels that Streamlit's own files hold, as a name in its code: a browser keeps those."""
    files = remains.files_in(shell.STREAMLITS_PAGE.parent)
    return {one for one, _ in remains.found_in(files, words)}


def told_shortly(raw: bytes) -> set[str]:
    """The short words that name a condition, wherever one stands alone in a text."""
    pack = session.pack()
    words = {word for one in pack.conditions for word in (one.id, *one.giveaways)}
    text = raw.decode("utf-8", "replace")
    return {one for one in words if re.search(rf"(?<![a-z]){re.escape(one)}", text, re.IGNORECASE)}


def as_whole_words(raw: bytes) -> set[str]:
    """The short words that stand alone in a file of any kind; fewer than four letters by chance."""
    words = {word for one in session.pack().conditions for word in (one.id, *one.giveaways)}
    forms = {form for one in words if len(one) >= 4 for form in (one, one.upper(), one.title())}
    texts = [raw.decode("latin-1"), raw.replace(b"\0", b"").decode("latin-1")]  # UTF-16, too
    alone = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, sorted(forms)))})(?![A-Za-z])")
    return {found for text in texts for found in alone.findall(text)}
