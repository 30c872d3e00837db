"""What a visitor takes along on a phone: words alone, or the address of a page of the clinic's.

Nothing here is kept, and nothing may be: it holds what one visitor picked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from logic.clinic.people import Person
from logic.content.pack import Pack
from logic.content.prose import plain
from logic.content.questions import Question
from logic.content.vocabulary import Region
from logic.formats import locale_of, number
from logic.matching import in_every_page
from logic.phone.codes import fragment
from logic.phone.square import fits


@dataclass(frozen=True)
class PhoneText:
    """What the square holds, the ids of the questions and the people for whom it had no room."""

    text: str
    left_out: tuple[str, ...]
    unnamed: tuple[str, ...] = ()


def phone_text(
    pack: Pack, region: Region, questions: Sequence[Question], people: Sequence[Person] = ()
) -> PhoneText:
    """The questions, most wanted first, and whom to call: in words, for a kiosk with no internet.

    A page is named in none of it: no kiosk, no clinic, no condition. The clinic's people come last,
    as many as have room, and none where a question has none.
    """
    calls = whom_to_call(pack, region)

    def written(taken: Sequence[Question]) -> str:
        lines = [f"{place}. {plain(one.title)}" for place, one in enumerate(taken, start=1)]
        if more := len(questions) - len(taken):
            counted = number(more, locale_of(pack.language, region))
            lines.append(f"({pack.ui_strings.phone.more_on_screen.format(count=counted)})")
        return "\n".join([*lines, "", *calls] if lines else calls)

    taken = as_many_as_fit(questions, written)
    named = [] if taken.left_out else [in_lines(one, pack) for one in people]
    for count in range(len(named), 0, -1):
        text = "\n\n".join([taken.text, *named[:count]])
        if fits(text):
            return PhoneText(text, (), tuple(one.name for one in people[count:]))
    return PhoneText(taken.text, taken.left_out, tuple(one.name for one in people))


def in_lines(given: Person, pack: Pack) -> str:
    """Somebody at the clinic, in lines. What for is left out: it could tell what a visit is for."""
    languages = ", ".join(one.own or one.here for one in given.languages)
    spoken = pack.ui_strings.contacts.languages.format(languages=languages) if languages else ""
    lines = (given.name, given.phone, given.desk, *given.hours, given.closed_on, spoken)
    return "\n".join(line for line in lines if line)


def phone_page(
    pack: Pack, public_url: str, condition: str | None, questions: Sequence[Question]
) -> PhoneText:
    """The address of the clinic's page in this language, with what was picked behind its `#`.

    A browser sends nothing of what stands there: no server learns of the condition.
    """
    is_to_helper = pack.turned_from is not None

    def written(taken: Sequence[Question]) -> str:
        picked = fragment(condition, (one.id for one in taken), is_to_helper=is_to_helper)
        return f"{public_url}/{pack.language}/#{picked}"

    return as_many_as_fit(questions, written)


def whom_to_call(pack: Pack, region: Region) -> list[str]:
    """The crisis line, then the emergency, as they stand at the foot of every page."""
    here = [one for one in in_every_page(pack) if one.region == region]
    return [pack.ui_strings.labels.crisis_ask, *(plain(one.short or "") for one in here)]


def as_many_as_fit(
    questions: Sequence[Question], written: Callable[[Sequence[Question]], str]
) -> PhoneText:
    """As many questions from the top of the list as phones can read, and which are left out.

    The first that does not fit ends it: none goes past one that is wanted more.
    """
    for count in range(len(questions), 0, -1):
        text = written(questions[:count])
        if fits(text):
            return PhoneText(text, tuple(one.id for one in questions[count:]))
    return PhoneText(written(()), tuple(one.id for one in questions))
