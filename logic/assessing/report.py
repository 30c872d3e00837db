"""The self-assessment as one page of HTML that needs nothing else, on a screen or on paper."""

import os
from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

from logic.assessing.marks import LOWEST, SCALES, Marked, Scorer, Totals, headline, totals
from logic.content.pack import Draft
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.self_assessment import Group, Instrument, Scale, SelfAssessment
from logic.content.sign_offs import holding

STYLE = Path(__file__).with_suffix(".css")
COMPUTED = "Scores marked as computed are worked out from the content when this page is made."
STRICT = (
    "No score claims more than its evidence shows. What would need patients, clinicians or an "
    "outside review is not met. A computed score is the highest only where nothing at all is "
    "amiss. The questions are in our own words, not in those of the instruments."
)
SAID = {"not-met": "Not met", "not-applicable": "Not applicable"}


def report(draft: Draft, assessed: SelfAssessment, folder: Path) -> str:
    """The whole page; its links lead from `folder`, where it will stand, to the evidence."""
    scorer = Scorer(draft)
    marked = {
        instrument.id: [(group, scorer.marked(group)) for group in instrument.groups]
        for instrument in assessed.instruments
    }
    to_project = Path(os.path.relpath(draft.folder.parent, folder))
    title = f"Self-assessment of {escape(draft.ui_strings.labels.kiosk_name)}"
    parts = (
        part(instrument, marked[instrument.id], to_project) for instrument in assessed.instruments
    )
    rows = (
        summary_row(instrument, group, totals(found, group.scale))
        for instrument in assessed.instruments
        for group, found in marked[instrument.id]
    )
    return (
        f'<!doctype html>\n<html lang="{SOURCE_LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n"
        f"<body>\n<header>\n<h1>{title}</h1>\n{head(draft, assessed)}</header>\n<main>\n"
        f"<h2>All at once</h2>\n{summary(rows)}{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def head(draft: Draft, assessed: SelfAssessment) -> str:
    """Who answered and when, what is not claimed, and how old the content is."""
    answered = f"Answered {assessed.answered_by}, on {assessed.answered_on}. {COMPUTED}"
    told = [answered, age(draft, assessed.answered_on), STRICT]
    claim = f'<p class="claim">{escape(assessed.not_claimed)}</p>\n'
    return claim + "".join(f"<p>{escape(one)}</p>\n" for one in told if one)


def age(draft: Draft, answered_on: date) -> str:
    """When the content was checked and is due, and whether answers are older than that."""
    items = [entry.item for entry in draft.entries]
    if not items:
        return ""
    checked = sorted(item.last_reviewed for item in items)
    due = min(item.next_review for item in items)
    later = sum(day > answered_on for day in checked)
    signed = len(holding(draft.sign_offs, draft.items()))
    return (
        f"The content was last checked between {checked[0]} and {checked[-1]}; the first of it is "
        f"to be checked again by {due}. Of its {len(items)} items, {later} were checked after "
        f"these answers were given, and {signed} are signed off by a reviewer."
    )


def summary(rows: Iterable[str]) -> str:
    """What every group of criteria comes to."""
    names = ("Instrument", "Criteria", "Met", "In between", "Not met", "Not applicable", "In all")
    return table("What the scores come to", names, rows)


def summary_row(instrument: Instrument, group: Group, found: Totals) -> str:
    """One group of criteria among all."""
    counts = (found.met, found.in_between, found.not_met, found.not_applicable)
    cells = "".join(f"<td>{count}</td>" for count in counts)
    return (
        f'<tr><th scope="row"><a href="#{instrument.id}">{escape(instrument.name)}</a></th>'
        f"<td>{escape(group.name)}</td>{cells}<td>{escape(headline(group, found))}</td></tr>\n"
    )


def part(
    instrument: Instrument, groups: Iterable[tuple[Group, list[Marked]]], to_project: Path
) -> str:
    """One instrument: what it is, where its criteria come from, and a table for each group."""
    tables = "".join(group_table(group, found, to_project) for group, found in groups)
    return (
        f'<section aria-labelledby="{instrument.id}">\n'
        f'<h2 id="{instrument.id}">{escape(instrument.name)}</h2>\n'
        f"<p>{escape(instrument.about)}</p>\n"
        f"<p>Where the list is from: {escape(instrument.list_from)}</p>\n{tables}</section>\n"
    )


def group_table(group: Group, found: list[Marked], to_project: Path) -> str:
    """The criteria of one group: what is asked, the score, what shows it, and why."""
    told = headline(group, totals(found, group.scale))
    names = ("No.", "What is asked", "Score", "Evidence", "Why")
    rows = (row(one, group.scale, to_project) for one in found)
    return f"<h3>{escape(group.name)}</h3>\n{table(f'{group.name}: {told}', names, rows)}"


def row(one: Marked, scale: Scale, to_project: Path) -> str:
    """One criterion."""
    criterion = one.criterion
    links = "".join(f"<li>{link(name, to_project)}</li>" for name in criterion.evidence)
    evidence = f"<ul>{links}</ul>" if links else "None claimed"
    computed = " (computed)" if criterion.computed else ""
    return (
        f'<tr><th scope="row">{criterion.id}</th><td>{escape(criterion.question)}</td>'
        f'<td class="{one.score}">{said(one, scale)}{computed}</td><td>{evidence}</td>'
        f"<td>{escape(one.why)}</td></tr>\n"
    )


def said(one: Marked, scale: Scale) -> str:
    """A score in words; on a scale of more than two, with its mark."""
    words = SAID.get(one.score, one.score.capitalize())
    steps = len(SCALES[scale])
    if one.mark is None or steps == len(SCALES["zero-or-one"]):
        return words
    return f"{words}, {one.mark} of {LOWEST[scale] + steps - 1}"


def link(named: str, to_project: Path) -> str:
    """One piece of evidence: a file of the project; of a test, the file that holds it."""
    path = quote((to_project / named.partition("::")[0]).as_posix())
    return f'<a href="{escape(path)}">{escape(named)}</a>'


def table(caption: str, names: Iterable[str], rows: Iterable[str]) -> str:
    """A table with a caption and headings for its columns."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
    )
