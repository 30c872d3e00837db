"""Print which sign-offs hold, and which are void: the item was changed, or the record edited."""

from argparse import Namespace
from collections.abc import Iterator

from logic.commands.check import translation_in
from logic.content.pack import Draft, languages, read_draft
from logic.content.sign_offs import SignOff, holding


def run(given: Namespace) -> int:
    """Print one line for each sign-off of each language, the void ones first, and their count."""
    source = read_draft(given.content)
    for language in languages(given.content):
        is_source = language == source.language
        draft = source if is_source else translation_in(language, source).draft
        print("\n".join(told_of(draft)))
    return 0


def told_of(draft: Draft) -> Iterator[str]:
    """What there is to tell of the sign-offs of one language."""
    items, language = draft.items(), draft.language
    held = holding(draft.sign_offs, draft.written())
    void = [one for one in draft.sign_offs if one.item in items and one.item not in held]
    for one in void:
        yield f"void   {language} {one.item}: {why_void(one, draft)}"
    for one in held.values():
        yield f"holds  {language} {one.item}: {one.reviewer}, {one.date}"
    counted = f"{len(held)} of {len(items)} items signed off in {language}"
    yield f"{counted}; {len(void)} void, drafts again."


def why_void(one: SignOff, draft: Draft) -> str:
    """Why a sign-off does not hold."""
    if one.is_edited:
        return "its record was edited by hand"
    if [other.item for other in draft.sign_offs].count(one.item) > 1:
        return "it is signed off twice"
    since = f"since {one.reviewer} approved it on {one.date}"
    if one.item in draft.untranslated:
        return f"its translation was taken away, fell behind or broke a rule {since}"
    return f"changed {since}"
