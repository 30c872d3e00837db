"""One part of the guide: its first words, and the whole of it with its words and sources."""

from functools import partial

from logic.content.items import Condition, GuideSection
from logic.content.prose import plain
from logic.matching import harms_beside
from logic.says_who import in_our_words
from pages.parts import acts, aloud, asking, cards, certainty, session
from pages.parts.controls import ONWARD, Looks, control
from pages.parts.drawn import Drawn
from pages.parts.formats import listed
from pages.parts.opened import Piece
from pages.parts.prose import Notes


def introduction(condition: str) -> Drawn:
    """What the pages on a condition tell."""
    chosen, piece = session.pack().condition[condition], Piece("about")
    return (cards.as_it_is(chosen, partial(introduced, piece=piece)), piece.cards())


def introduced(chosen: Condition, piece: Piece) -> str:
    """What a condition is."""
    labels, notes = session.ui().labels, Notes(piece, [chosen])
    told = cards.held_back(chosen)
    if not told:
        names = listed(chosen.also_called)
        known = cards.note(labels.also_called.format(names=names)) if names else ""
        told = f"<p>{notes.line(in_our_words(chosen.summary))}</p>{known}"
        told += notes.text(chosen.body) if chosen.body else ""
        told = aloud.section(told, chosen.title)
    return told + cards.reviewed([chosen]) + notes.lists()


def own_parts() -> Drawn:
    """What the parts are that stand below."""
    labels = session.ui().labels
    return (cards.heading(labels.guide_own) + cards.note(labels.guide_lead),)


def common_parts() -> Drawn:
    """That what stands below is on the drugs, whatever the condition."""
    return (cards.heading(session.ui().labels.guide_common),)


def opener(section: GuideSection, *, is_next: bool = False) -> None:
    """The control that opens a part of the guide; one that says so where it is the next part."""
    control(
        f"open-{section.part}",
        partial(name_of_next if is_next else name_of_part, section.id),
        partial(acts.go_to, "guide", section.id),
        Looks(ONWARD, language=None if is_next else session.other_language(section)),
        section,
    )


def name_of_part(name: str) -> str:
    """The title of a part, as the words of its control."""
    return plain(session.pack().section[name].title)


def name_of_next(name: str) -> str:
    """The title of a part, as the words of the control that leads on."""
    return f"{session.ui().labels.next_part}: {name_of_part(name)}"


def first_words(name: str) -> Drawn:
    """The one sentence that a part of the guide comes down to, and how sure it is."""
    section = session.pack().section[name]
    piece = Piece(f"first-{section.part}")
    return (cards.as_it_is(section, partial(in_a_sentence, piece=piece)), piece.cards())


def all_in_short(name: str) -> Drawn:
    """The same under its title, where nothing more of the part is to be opened."""
    section = session.pack().section[name]
    piece = Piece(f"short-{section.part}")
    return (cards.as_it_is(section, partial(under_its_title, piece=piece)), piece.cards())


def under_its_title(section: GuideSection, piece: Piece) -> str:
    """A part in a sentence under its title, with its sources and when it was checked."""
    title = cards.heading(section.title)
    if held := cards.held_back(section):
        return title + held
    notes = Notes(piece, [section])
    told = message(section, notes) + asking.question(section)
    return f"{title}{told}{notes.lists()}{cards.reviewed([section])}"


def in_a_sentence(section: GuideSection, piece: Piece) -> str:
    """The one sentence of a part, with its source."""
    return cards.held_back(section) or message(section, Notes(piece, [section]))


def message(section: GuideSection, notes: Notes) -> str:
    """The one sentence of a part, and how sure it is."""
    sure = f"<p>{cards.certainty(section.certainty)}</p>" if section.certainty else ""
    told = f'<p class="message">{notes.line(section.message)}</p>{sure}'
    return aloud.section(told, section.title)


def whole(name: str) -> Drawn:
    """A part of the guide; what was found always with its harms below, as large."""
    section = session.pack().section[name]
    harms = harms_beside(session.pack(), section)
    shown = [section, harms] if harms else [section]
    piece = Piece("part")
    draw = partial(passage, piece=piece)
    return (*(cards.as_it_is(one, draw) for one in shown), piece.cards())


def passage(section: GuideSection, piece: Piece) -> str:
    """A part of the guide: its message first, its text, and where it comes from."""
    title = cards.titled(section.title)
    if held := cards.held_back(section):
        return f'<section class="passage">{title}{held}</section>'
    notes = Notes(piece, [section])
    message = f'<p class="message">{notes.line(section.message)}</p>'
    text = notes.text(section.body) if section.body else ""
    kind = "passage harms" if section.part == "harms" else "passage"
    return (
        f'<section class="{kind}">{title}{message}{certainty.of_section(section, notes)}{text}'
        f"{asking.question(section)}{notes.lists()}{cards.reviewed([section])}</section>"
    )
