"""What a clinician checks first, and the questionnaires a visitor may meet."""

from functools import partial
from html import escape

from logic.content.items import AssessmentCheck, ScreeningTool
from logic.content.prose import Marker
from logic.matching import about, checks_for
from pages.parts import cards, session
from pages.parts.drawn import Drawn, Row
from pages.parts.formats import counted
from pages.parts.opened import Piece
from pages.parts.prose import Notes, details


def what_is_checked(condition: str) -> Drawn:
    """What a clinician asks and checks for a condition: each in a line, the rest on a tap."""
    found = checks_for(session.pack(), condition)
    piece = Piece("checks")
    draw = partial(check_card, piece=piece)
    return (
        *lead(condition),
        cards.heading(session.ui().labels.checks_title),
        Row("pairs", tuple(cards.as_it_is(check, draw) for check in found)),
        piece.cards(),
    )


def lead(condition: str) -> Drawn:
    """What these checks are."""
    labels, found = session.ui().labels, checks_for(session.pack(), condition)
    told = cards.lead(labels.assessment_lead, session.ui().headings.assessment)
    return (told + cards.reviewed(found),)


def one_check(name: str) -> Drawn:
    """One thing that a clinician checks, alone."""
    piece, title = Piece("checks"), cards.heading(session.ui().labels.checks_title)
    check = session.pack().check[name]
    return (title, cards.as_it_is(check, partial(check_card, piece=piece)), piece.cards())


def check_card(check: AssessmentCheck, piece: Piece) -> str:
    """One thing that a clinician checks, and why."""
    title = cards.titled(check.title, 3)
    if held := cards.held_back(check):
        return cards.card(title + held)
    notes = Notes(piece, [check])
    words = f"<p>{notes.line(check.summary)}</p>"
    body = notes.text(check.body) if check.body else ""
    more = [one for one in (body, notes.lists(), cards.reviewed([check])) if one]
    further = details(session.ui().labels.read_more, more)
    return cards.card(title + words + further)


def questionnaires(condition: str) -> Drawn:
    """The questionnaires that are used for a condition: described, never asked."""
    labels = session.ui().labels
    found = about(session.pack().screening_tools, condition)
    lead = cards.heading(labels.tools_title) + cards.text(labels.tools_lead)
    if not found:
        return (lead + cards.card(cards.text(labels.tools_none), "gap"),)
    piece = Piece("tools")
    told = (cards.as_it_is(tool, partial(tool_card, piece=piece)) for tool in found)
    return (lead, *told, cards.reviewed(found), piece.cards())


def tool_card(tool: ScreeningTool, piece: Piece) -> str:
    """One questionnaire: what it is for; on a tap what it asks about, how often it is right."""
    title = cards.titled(tool.title, 3)
    if held := cards.held_back(tool):
        return cards.card(title + held)
    labels, notes = session.ui().labels, Notes(piece, [tool])
    count = counted(session.ui().counted.tool_questions, tool.questions)
    count = f'<p class="soft">{notes.line(count, [Marker(tool.source)])}</p>'
    told = (
        (labels.tool_asked, tool.asked),
        (labels.tool_takes, tool.takes),
        (labels.tool_accuracy, tool.accuracy),
        (labels.tool_says, tool.says),
        (labels.tool_rights, tool.rights),
    )
    words = f"{count}<p>{notes.line(tool.summary)}</p>"
    further = [f"<h4>{escape(name)}</h4>{notes.text(words)}" for name, words in told]
    more = details(labels.read_more, [*further, notes.lists(), cards.reviewed([tool])])
    return cards.card(title + words + more)
