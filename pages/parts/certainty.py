"""How sure we can be: one of four levels in words, and on a tap what it rests on."""

from html import escape

from logic.content.items import GuideSection
from logic.content.prose import OURS, Marker
from logic.content.studies import StudySummary
from logic.content.vocabulary import Certainty, CertaintyBy, Words
from logic.grounds import grounds
from logic.matching import listing, partners
from logic.says_who import of_work, rating
from pages.parts import cards, session
from pages.parts.formats import counted, number
from pages.parts.prose import Notes, details


def of_section(section: GuideSection, notes: Notes) -> str:
    """How sure we can be of what studies found, and on a tap what all of them rest on."""
    if section.certainty is None or section.certainty_by is None:
        return ""
    every = {
        study.id: study
        for condition in section.conditions
        for study in listing(session.pack(), condition, "all").in_order()
        if not cards.why_held_back(study)
    }
    told = lines_of_studies(list(every.values()), notes) if section.part == "found" else []
    reason = section.certainty_reason or Words("")
    return level(section.certainty) + why(reason, section.certainty_by, told, notes)


def of_study(study: StudySummary, notes: Notes) -> str:
    """How sure we can be of one study, and on a tap what that rests on."""
    told = lines_of_study(study, notes)
    return level(study.certainty) + why(study.certainty_reason, study.certainty_by, told, notes)


def level(certainty: Certainty) -> str:
    """The level, and what it means in one sentence."""
    asked = escape(session.ui().labels.certainty)
    means = escape(session.ui().choices.certainty_means[certainty])
    return (
        f'<p class="how-sure"><strong>{asked}</strong> {cards.certainty(certainty)}<br>{means}</p>'
    )


def why(reason: Words, rated_by: CertaintyBy, told: list[tuple[str, str]], notes: Notes) -> str:
    """What a tap opens: the reason, whose rating it is, and the answers to four questions."""
    labels, choices = session.ui().labels, session.ui().choices
    whose = labels.rated_by.format(whose=choices.certainty_by[rated_by])
    parts = [notes.text(rating(reason, rated_by)) + cards.text(f"{whose}.")]
    parts += [cards.heading(asked, 3) + f"<p>{answer}</p>" for asked, answer in told]
    return details(labels.certainty_why, parts)


def lines_of_study(study: StudySummary, notes: Notes) -> list[tuple[str, str]]:
    """The four questions, answered for one study."""
    labels, choices = session.ui().labels, session.ui().choices
    people: str = labels.people_unknown
    if study.participants is not None:
        people = counted(session.ui().counted.people_count, study.participants)
    masking = choices.masking[study.masking]
    return [
        (labels.ground_people, notes.line(people, [of_work(study)])),
        (
            labels.ground_chance,
            notes.line(choices.study_design[study.study_design], [of_work(study)]),
        ),
        (
            labels.masking,
            notes.line(masking, [of_work(study)] if study.masking != "not-checked" else []),
        ),
        (labels.ground_agree, notes.said(agreement(study), [Marker(OURS)])),
    ]


def agreement(study: StudySummary) -> str:
    """What this study found, and what those found that must be read with it, as HTML.

    Nothing is judged.
    """
    labels, findings = session.ui().labels, session.ui().choices.main_finding
    others = [
        f"{cards.named(one)} ({escape(findings[one.main_finding])})"
        for one in partners(study, session.pack().study)
        if not cards.why_held_back(one)
    ]
    if not others:
        return escape(labels.agree_alone)
    own = escape(findings[study.main_finding])
    return escape(labels.agree_with).format(own=own, others="; ".join(others))


def lines_of_studies(studies: list[StudySummary], notes: Notes) -> list[tuple[str, str]]:
    """The four questions, answered for the studies of a condition."""
    labels, forms = session.ui().labels, session.ui().counted
    found = grounds(studies)
    if found.fewest is None or found.most is None:
        return []
    ends = {"fewest": number(found.fewest), "most": number(found.most)}
    chance = counted(forms.chance_in, found.single, by_chance=number(found.by_chance))
    masked = counted(forms.masked_in, found.studies, masked=number(found.masked))
    findings = {name.replace("-", "_"): count for name, count in found.findings.items()}
    every = dict.fromkeys(
        ("difference", "no_clear_difference", "worse", "mixed", "no_comparison"), 0
    )
    answers = (
        (labels.ground_people, counted(forms.people_from_to, found.studies, **ends)),
        (labels.ground_chance, f"{chance} {counted(forms.reviews_too, found.reviews)}"),
        (labels.masking, masked),
        (labels.ground_agree, labels.findings_in.format(**(every | findings))),
    )
    return [(asked, notes.line(answer, [Marker(OURS)])) for asked, answer in answers]
