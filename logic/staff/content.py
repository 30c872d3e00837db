"""What of the content is due for review, and what nobody has signed off."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from logic.clock import falling_due
from logic.content.pack import KINDS, Draft
from logic.content.problems import Problem
from logic.content.sign_offs import holding
from logic.html_tables import Row, Table
from logic.staff.part import Part, spoken

TITLE = "Content"
OVERDUE = "overdue"
HELD_BACK = "Until somebody has reviewed them, visitors see none but help that cannot wait."
UNSIGNED = "Visitors see those as drafts, or not at all."
HOW = "How to review and to sign off: docs/tasks/review-content.md."


def content(drafts: Sequence[Draft], today: date, behind: Sequence[str] = ()) -> Part:
    """What must be looked at again by when, and what is unsigned, in each language.

    Review dates are facts, so they are those of the source, which comes first.
    """
    spans = dict(falling_due(drafts[0], today))
    counted = tuple((span, str(len(entries))) for span, entries in spans.items())
    listed = tuple(
        (str(one.file.path), str(one.item.next_review), span)
        for span, entries in spans.items()
        for one in entries
    )
    late, unknown = len(spans[OVERDUE]), tuple(unsigned(drafts))
    written = sum(len(one.written()) for one in drafts)
    overdue = (f"{late} of the texts are overdue. {HELD_BACK}",) if late else ()
    drafted = f"Nobody has signed off {len(unknown)} of {written} texts. {UNSIGNED}"
    wrong = (*overdue, *((drafted,) if unknown else ()))
    told = (f"{len(drafts[0].entries)} texts in all, on {today}.", HOW, *behind)
    tables = (
        Table("Due for review", ("When", "Texts"), counted),
        Table("Each text that is due", ("File", "Next review", "When"), listed, folded=True),
        signed(drafts),
        Table("Each text that nobody signed off", ("Text", "Language"),
              unknown, folded=True),
    )  # fmt: skip
    return Part("content", TITLE, told, (*wrong, *behind), tables=tables)


def broken(problems: Iterable[Problem]) -> Part:
    """What is to fix before anything else can be told of the content."""
    lines = tuple(map(str, problems))
    told = f"{len(lines)} to fix in the content. Until then no kiosk takes up what is new."
    return Part("content", TITLE, (told, *lines), (told,))


def signed(drafts: Sequence[Draft]) -> Table:
    """How many texts of each kind are signed off, in each language."""
    held = [frozenset(holding(one.sign_offs, one.written())) for one in drafts]
    each = list(zip(drafts, held, strict=True))
    rows = tuple(
        (kind.replace("_", " "), *(of_those(kind, draft, own) for draft, own in each))
        for kind in KINDS
    )
    named = (f"In {spoken(one.language)}" for one in drafts)
    return Table("Signed off", ("Texts", *named), rows)


def of_those(kind: str, draft: Draft, held: frozenset[str]) -> str:
    """How many texts of one kind are signed off."""
    names = [name for name in draft.written() if name.startswith(f"{kind}/")]
    return f"{sum(name in held for name in names)} of {len(names)}"


def unsigned(drafts: Iterable[Draft]) -> Iterator[Row]:
    """Every text that is not signed off, with the language in which it is written."""
    for draft in drafts:
        held = holding(draft.sign_offs, draft.written())
        yield from ((one, spoken(draft.language)) for one in draft.written() if one not in held)
