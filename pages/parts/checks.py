"""What a clinician checks first, and the questionnaires a visitor may meet."""

from html import escape

from logic.content.items import AssessmentCheck, ScreeningTool
from logic.matching import about, checks_for
from pages.parts import cards, session
from pages.parts.prose import Notes, details


def what_is_checked(condition: str) -> str:
    """What a clinician asks and checks for a condition: each in a line, the rest on a tap."""
    labels = session.ui().labels
    found = checks_for(session.pack(), condition)
    listed = "".join(check_card(check) for check in found)
    return (
        cards.lead(labels.assessment_lead)
        + cards.reviewed(found)
        + cards.heading(labels.checks_title)
        + f'<div class="pairs">{listed}</div>'
    )


def check_card(check: AssessmentCheck) -> str:
    """One thing that a clinician checks, and why."""
    title = cards.heading(check.title, 3)
    if check.is_due(session.today()):
        return cards.card(title + cards.being_checked())
    notes = Notes(f"check-{check.id}")
    words = f"<p>{notes.line(check.summary)}</p>"
    body = notes.text(check.body) if check.body else ""
    further = details(session.ui().labels.read_more, [one for one in (body, notes.lists()) if one])
    return cards.card(title + words + further + notes.popovers())


def questionnaires(condition: str) -> str:
    """The questionnaires that are used for a condition: described, never asked."""
    labels = session.ui().labels
    found = about(session.pack().screening_tools, condition)
    lead = cards.heading(labels.tools_title) + cards.text(labels.tools_lead)
    if not found:
        return lead + cards.card(cards.text(labels.tools_none), "gap")
    return lead + "".join(tool_card(tool) for tool in found) + cards.reviewed(found)


def tool_card(tool: ScreeningTool) -> str:
    """One questionnaire: what it is for; on a tap what it asks about, how often it is right."""
    labels, notes = session.ui().labels, Notes(f"tool-{tool.id}")
    count = labels.tool_questions.format(count=tool.questions)
    title = cards.heading(tool.title, 3) + cards.note(count)
    if tool.is_due(session.today()):
        return cards.card(title + cards.being_checked())
    told = (
        (labels.tool_asked, tool.asked),
        (labels.tool_takes, tool.takes),
        (labels.tool_accuracy, tool.accuracy),
        (labels.tool_says, tool.says),
        (labels.tool_rights, tool.rights),
    )
    words = f"<p>{notes.line(tool.summary)}</p>"
    further = [f"<h4>{escape(name)}</h4>{notes.text(words)}" for name, words in told]
    more = details(labels.read_more, [*further, notes.lists()])
    return cards.card(title + words + more + notes.popovers())
