"""Rules about the words for a helper: each turns a text, and says no more and no less than it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from logic.content.content_file import ContentFile
from logic.content.helping import HELPING
from logic.content.items import Claim, Item
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.prose import without_mentions
from logic.content.questions import Question
from logic.content.strings import UiHelping, placeholders
from logic.content.vocabulary import Content, Words
from logic.content.wording import did_you_mean, named
from logic.rules.alike import COMPARISONS, Comparison

# What is quoted speaks to nobody here.
QUOTED = {"title", "also_heard"}
FEW = 12  # texts of a file that a problem names
PLACEHOLDERS = Comparison(placeholders, "What stands in { } is not the same.")


def a_form_for_a_helper_turns_a_text(draft: Draft) -> Iterator[Problem]:
    """Every name under `helping` is that of a text in the same file."""
    for file, content in everything(draft):
        plain, forms = texts(content)
        for place in forms.keys() - plain.keys():
            known = [named(one) for one in plain]
            all_of_them = f" Here: {', '.join(f'`{one}`' for one in known)}."
            short = all_of_them if len(known) <= FEW else ""
            hint = did_you_mean(named(place), known) or short
            message = f"`{named(place)}` is no text of this file.{hint} Name one, or take it out."
            yield file.problem((HELPING, *place), message)


def who_is_spoken_to_is_spoken_to_as_a_helper_too(draft: Draft) -> Iterator[Problem]:
    """Every text that says "you" has a form under `helping`, be it the same words.

    The words by which a text turns to its reader are the `addresses` of the UI strings; a question
    speaks of who asks it by those in `asks_as`. What people say is quoted: a mention, and the title
    of a claim.
    """
    ui = draft.ui_strings
    if not ui.addresses:
        return
    spoken_to, asked_as = any_of(ui.addresses), any_of((*ui.addresses, *ui.asks_as))
    for file, content in everything(draft):
        words = asked_as if isinstance(content, Question) else spoken_to
        plain, forms = texts(content)
        for place, text in plain.items():
            found = words.search(without_mentions(text))
            quoted = isinstance(content, Claim) and place[0] in QUOTED
            if not found or quoted or place in forms:
                continue
            how = f"Write under `{HELPING}` how a helper is told it, or the same words."
            if not can_turn(content, place):
                how = "It cannot turn for a helper. Say it of nobody."
            yield file.problem(place, f"`{named(place)}` says “{found[0]}”. {how}")


def a_form_for_a_helper_says_the_same(draft: Draft) -> Iterator[Problem]:
    """A form for a helper holds the marks, numbers and `{ }` of the text that it turns."""
    for file, content in everything(draft):
        plain, forms = texts(content)
        for place in forms.keys() & plain.keys():
            for compared in (*COMPARISONS, PLACEHOLDERS):
                if compared.differs(forms[place], plain[place]):
                    message = f"{compared.message} Compare this with `{named(place)}`."
                    yield file.problem((HELPING, *place), message)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of these words, standing alone."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def everything(draft: Draft) -> Iterator[tuple[ContentFile, Content]]:
    """Whatever has texts, with its file."""
    entries = ((entry.file, entry.item) for entry in draft.entries)
    return chain(entries, [(draft.ui_file, draft.ui_strings)])


def texts(content: Content) -> tuple[dict[Location, Words], dict[Location, Words]]:
    """The texts of an item or of the UI strings, and the forms for a helper, by their places."""
    plain: dict[Location, Words] = {}
    forms: dict[Location, Words] = {}
    for place, text in content.words():
        if place[0] == HELPING:
            forms[place[1:]] = text
        else:
            plain[place] = text
    return plain, forms


def can_turn(content: Content, place: Location) -> bool:
    """Whether there is room under `helping` for the form of the text at a place."""
    return len(place) == 1 if isinstance(content, Item) else place[0] in UiHelping.model_fields


RULES: tuple[Rule, ...] = (a_form_for_a_helper_turns_a_text, a_form_for_a_helper_says_the_same)
# Where a form is missing the words stay as they are: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (who_is_spoken_to_is_spoken_to_as_a_helper_too,)
