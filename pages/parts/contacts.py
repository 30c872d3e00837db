"""The clinic's own people: how to reach them, whether they answer now, and the way there."""

from html import escape

from babel import Locale

from logic import clock
from logic.clinic.opening import is_within_a_week, opening, told
from logic.clinic.phones import written
from logic.clinic.profile import Clinic, Contact
from logic.content.reading import SOURCE_LANGUAGE
from logic.formats import known_name, own_name
from pages.parts import cards, session
from pages.parts.drawn import Drawn
from pages.parts.formats import day_of_the_week, named_day, time_of_day
from pages.parts.ways_to_help import way


def clinic() -> Drawn:
    """Each contact of the clinic, in its order; without any, the front desk and no number.

    It is drawn at the tap: whether somebody answers is true only now.
    """
    labels, own = session.ui().labels, session.kiosk().settings
    heading = cards.heading(labels.otherwise_title)
    if not own.contacts:
        desk = cards.titled(labels.clinic_desk_title, 3) + cards.text(labels.clinic_desk)
        return heading, cards.card(desk), *map_of(own)
    title = in_its_words(own.clinic_name) if own.clinic_name else escape(labels.clinic_contacts)
    people = (contact(one, own) for one in own.contacts)
    return heading, f"<h3>{title}</h3>", *people, *map_of(own)


def contact(given: Contact, own: Clinic) -> str:
    """One contact: what for, how to reach them, in which languages, and whether they answer now."""
    words, labels = session.ui().contacts, session.ui().labels
    phone = written(given.phone, own.region) if given.phone else None
    desk = f"<span>{escape(words.desk)}</span> <strong>{in_its_words(given.desk or '')}</strong>"
    told = (
        f"<header><h4>{in_its_words(given.name)}</h4></header>",
        cards.text(session.ui().choices.contact_kind[given.kind]),
        way(labels.call, phone),
        f'<p class="reach">{desk}</p>' if given.desk else "",
        f'<p class="opening">{escape(line)}</p>' if (line := opening_line(given, own)) else "",
        spoken(given),
    )
    return cards.card("".join(told))


def opening_line(given: Contact, own: Clinic) -> str:
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


def spoken(given: Contact) -> str:
    """The languages that somebody speaks, each named in itself."""
    names = ", ".join(language(tag) for tag in given.languages)
    words = escape(session.ui().contacts.languages).format(languages=names)
    return f"<p>{words}</p>" if names else ""


def language(tag: str) -> str:
    """A language in its own words; a signed one in those of the page, or in English."""
    if own := own_name(tag):
        return f"<span{cards.spoken_in(tag)}>{escape(own)}</span>"
    known = known_name(tag, session.kiosk().locale)
    return escape(known) if known else in_its_words(known_name(tag, Locale("en")) or tag)


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
