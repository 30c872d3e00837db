"""The clinic's own people: how to reach them, whether they answer now, and the way there."""

from html import escape

from logic import clock
from logic.clinic.opening import is_within_a_week, opening, told
from logic.clinic.people import Person, Spoken, at_the_clinic
from logic.clinic.profile import Clinic
from logic.content.reading import SOURCE_LANGUAGE
from pages.parts import cards, session
from pages.parts.drawn import Drawn
from pages.parts.formats import day_of_the_week, named_day, time_of_day
from pages.parts.ways_to_help import way


def clinic() -> Drawn:
    """Each contact of the clinic, in its order; without any, the front desk and no number.

    It is drawn at the tap: whether somebody answers is true only now.
    """
    own = session.kiosk().settings
    found = at_the_clinic(own, session.ui(), session.kiosk().locale, session.today())
    heading = cards.heading(session.ui().labels.otherwise_title)
    if not found.people:
        desk = cards.titled(found.title, 3) + cards.text(found.lead)
        return heading, cards.card(desk), *map_of(own)
    title = in_its_words(found.title) if found.is_own_title else escape(found.title)
    people = (contact(one, own) for one in found.people)
    return heading, f"<h3>{title}</h3>", *people, *map_of(own)


def contact(given: Person, own: Clinic) -> str:
    """One contact: what for, how to reach them, in which languages, and whether they answer now."""
    words = session.ui().contacts
    desk = f"<span>{escape(words.desk)}</span> <strong>{in_its_words(given.desk or '')}</strong>"
    told = (
        f"<header><h4>{in_its_words(given.name)}</h4></header>",
        cards.text(given.kind),
        way(session.ui().labels.call, given.phone),
        f'<p class="reach">{desk}</p>' if given.desk else "",
        f'<p class="opening">{escape(line)}</p>' if (line := opening_line(given, own)) else "",
        spoken(given),
    )
    return cards.card("".join(told))


def opening_line(given: Person, own: Clinic) -> str:
    """Whether somebody answers now and until when; nothing where the clinic does not say."""
    if given.week is None or own.zone is None:
        return ""
    now = clock.now(own.zone)
    found = opening(given.week, now)
    words = str(getattr(session.ui().contacts, told(found, now)))
    if found.changes is None:
        return words
    name = day_of_the_week if is_within_a_week(found.changes, now) else named_day
    return words.format(time=time_of_day(found.changes.time()), day=name(found.changes.date()))


def spoken(given: Person) -> str:
    """The languages that somebody speaks, each named in itself."""
    names = ", ".join(language(one) for one in given.languages)
    words = escape(session.ui().contacts.languages).format(languages=names)
    return f"<p>{words}</p>" if names else ""


def language(given: Spoken) -> str:
    """A language in its own words; a signed one in those of the page, or in English."""
    if given.own:
        return f"<span{cards.spoken_in(given.tag)}>{escape(given.own)}</span>"
    return in_its_words(given.here) if given.is_here_in_source else escape(given.here)


def map_of(own: Clinic) -> Drawn:
    """The clinic's map, and the same in words beneath it, which are read out in its place."""
    if own.picture is None or own.map_text is None:
        return ()
    title = cards.heading(session.ui().contacts.map_title, 3)
    picture = f'<img class="way-there" src="{own.picture}" alt="">'
    return (cards.card(f"{title}{picture}<p>{in_its_words(own.map_text)}</p>"),)


def in_its_words(text: str) -> str:
    """What the clinic writes of itself: in the language of the source, whatever the page's is."""
    here = session.pack().language == SOURCE_LANGUAGE
    marked = "" if here else cards.spoken_in(SOURCE_LANGUAGE)
    return f"<span{marked}>{escape(text)}</span>" if marked else escape(text)
