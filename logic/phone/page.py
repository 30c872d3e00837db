"""The page that a phone opens, in one language: the same for everyone, and neutral as it comes.

It holds all topics, closed. A script of a few lines reads what stands behind the `#` of its address
and puts that on top; without the script nothing is missing.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape

from babel import Locale

from logic.clinic.people import Person, Spoken, at_the_clinic
from logic.content.helping import for_a_helper
from logic.content.items import Condition, GuideSection, Item, ReferralResource
from logic.content.pack import Pack, name_of
from logic.content.prose import plain
from logic.content.questions import Question
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.vocabulary import Region
from logic.formats import day, direction, locale_of
from logic.matching import common_sections, in_every_page, own_sections, soonest_first
from logic.phone.codes import NO_CONDITION, code_of
from logic.phone.html import element, spoken_in
from logic.phone.marks import Marks
from logic.settings import Settings
from logic.withheld import is_hidden_draft, is_withheld, why_withheld

MADE_BY = "Ask First"  # by this a folder of ours is known from any other
# Nothing is loaded but our own two files, and nothing is sent anywhere.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
PHONE_NUMBER = re.compile(r"\+?[\d-]{3,}")


@dataclass(frozen=True)
class PhonePage:
    """The page in the language of a pack, for a clinic, and its conditions in order."""

    pack: Pack
    settings: Settings
    conditions: tuple[Condition, ...]
    today: date

    @property
    def region(self) -> Region:
        """Where the clinic is, and so which ways to help there are."""
        return self.settings.region

    @property
    def locale(self) -> Locale:
        """How dates and times are written."""
        return locale_of(self.pack.language, self.region)

    @cached_property
    def helpers(self) -> Pack:
        """The same words as they are said to somebody who helps another person."""
        return for_a_helper(self.pack)

    def html(self, others: Sequence[tuple[str, str]]) -> str:
        """The whole page. `others` are the further languages, each with its own name."""
        ui, language = self.pack.ui_strings, self.pack.language
        title = escape(ui.phone.page_title)
        script = '<script src="../ask-first.js" defer></script>\n'
        return (
            f"{head(language, title, '../ask-first.css', script)}"
            f"<header>\n{languages(others)}<h1>{title}</h1>\n"
            f"{element('p', escape(ui.phone.page_lead), kind='lead')}\n{self.draft()}</header>\n"
            f"<main>\n{self.at_once()}{self.picked()}{self.topics()}{self.ways_to_help()}</main>\n"
            f"<footer>\n{self.dates()}</footer>\n</body>\n</html>\n"
        )

    # ---- What is on the page -------------------------------------------------------------------

    def shown(self) -> tuple[Item, ...]:
        """All that may be read on the page, but for ways to help and works."""
        sections = [one for of in self.conditions for one in own_sections(self.pack, of.id)]
        every = [*self.conditions, *sections, *common_sections(self.pack), *self.questions()]
        return tuple({name_of(one): one for one in every}.values())

    def questions(self) -> tuple[Question, ...]:
        """The questions that may be shown, of the clinic's conditions and of all."""
        ids = {condition.id for condition in self.conditions}
        return tuple(
            one
            for one in self.pack.questions
            if (not one.conditions or ids & set(one.conditions))
            and not is_withheld(one, self.pack, self.today)
        )

    # ---- Its parts -----------------------------------------------------------------------------

    def draft(self) -> str:
        """That no clinician has reviewed the texts, as long as one of them is a draft."""
        if all(self.pack.sign_off(one) for one in self.shown()):
            return ""
        return element("p", escape(self.pack.ui_strings.labels.draft), kind="draft") + "\n"

    def at_once(self) -> str:
        """Whom to call in a crisis: the first thing to be read, whatever was picked."""
        asked = element("h2", escape(self.pack.ui_strings.labels.crisis_ask))
        calls = "".join(
            element("li", called(one.short or "", one.call))
            for one in in_every_page(self.pack)
            if one.region == self.region
        )
        return element("section", asked + element("ul", calls), kind="crisis") + "\n"

    def picked(self) -> str:
        """The places that the script fills, and what is said where there is nothing to fill in."""
        labels = self.pack.ui_strings.phone
        empty = element("p", escape(labels.page_empty), more=' id="empty"')
        unknown = element("p", escape(labels.page_unknown), more=' id="unknown" hidden')
        questions = element("h2", escape(labels.page_picked)) + element("ol", "")
        known = element("h2", escape(labels.page_known))
        address = element("p", escape(labels.page_address), more=' id="address" hidden')
        places = element("section", questions, more=' id="picked" hidden')
        places += "\n" + element("section", known, more=' id="topic" hidden')
        return f"{empty}\n{unknown}\n{places}\n{address}\n"

    def topics(self) -> str:
        """Every topic, closed, and last what is for every one of them."""
        labels = self.pack.ui_strings.phone
        ordered = [self.topic(one) for one in self.conditions]
        return element("h2", escape(labels.page_topics)) + "\n" + "".join([*ordered, self.common()])

    def topic(self, condition: Condition) -> str:
        """One condition in neutral words, what is known of it, and the questions about it."""
        marks = Marks(self.pack, self.today)
        about = self.held_back(condition) or self.in_both(
            "p", lambda pack: marks.line(pack.condition[condition.id].summary)
        )
        parts = [self.part(one, marks) for one in own_sections(self.pack, condition.id)]
        asked = [one for one in self.questions() if condition.id in one.conditions]
        told = about + "".join(parts) + marks.listed() + self.list_of(asked)
        return folded(condition.title, told, code_of(condition.id), self.spoken(condition))

    def common(self) -> str:
        """What is known of the drugs themselves, and the questions for everyone."""
        marks, labels = Marks(self.pack, self.today), self.pack.ui_strings.phone
        parts = [self.part(one, marks) for one in common_sections(self.pack)]
        asked = [one for one in self.questions() if not one.conditions]
        told = "".join(parts) + marks.listed() + self.list_of(asked)
        return folded(labels.page_every_topic, told, NO_CONDITION)

    def part(self, section: GuideSection, marks: Marks) -> str:
        """A part of the guide in one sentence, how sure it is, and who says so."""
        title = self.in_both("h3", lambda pack: escape(pack.section[section.id].title))
        told = self.held_back(section) or self.in_both(
            "p", lambda pack: marks.line(pack.section[section.id].message), "message"
        )
        if section.certainty and not self.held_back(section):
            ui = self.pack.ui_strings
            sure = element("strong", escape(ui.choices.certainty[section.certainty]))
            means = escape(ui.choices.certainty_means[section.certainty])
            told += element("p", f"{escape(ui.labels.certainty)} {sure}. {means}")
        return element("section", title + told, kind=section.part, more=self.spoken(section)) + "\n"

    def list_of(self, questions: Iterable[Question]) -> str:
        """Questions under a heading; nothing where there is none."""
        listed = "".join(map(self.question, questions))
        title = element("h3", escape(self.pack.ui_strings.phone.page_ask))
        return f"{title}{element('ul', listed, kind='questions')}\n" if listed else ""

    def question(self, question: Question) -> str:
        """One question, by its code."""
        words = self.in_both("span", lambda pack: escape(plain(pack.question[question.id].title)))
        more = f' data-code="{code_of(question.id)}"{self.spoken(question)}'
        return element("li", words, more=more) + "\n"

    def ways_to_help(self) -> str:
        """Every way to help of the region, crisis line first; the clinic before what can wait."""
        here = [one for one in self.pack.referral_resources if one.region == self.region]
        ordered = soonest_first(here, crisis_line_first=True)
        now = [self.way(one) for one in ordered if one.cannot_wait]
        later = [self.way(one) for one in ordered if not one.cannot_wait]
        title = element("h2", escape(self.pack.ui_strings.headings.referral))
        told = "".join([title, *now, self.clinic(), *later])
        return element("section", told, kind="help") + "\n"

    def clinic(self) -> str:
        """The clinic's own people; without any, the front desk and no number."""
        found = at_the_clinic(self.settings, self.pack.ui_strings, self.locale, self.today)
        title = element("h3", escape(found.title), more=self.own() if found.is_own_title else "")
        desk = element("p", escape(found.lead)) if found.lead else ""
        return element("div", title + desk + "".join(map(self.person, found.people))) + "\n"

    def person(self, given: Person) -> str:
        """Somebody at the clinic: what for, by number and by place, when, and in which languages.

        A page is read later, so it lists the hours, and never says whether somebody answers now.
        """
        ui = self.pack.ui_strings
        words, own = ui.contacts, self.own()
        number = linked(given.dialled, escape(given.phone)) if given.phone else ""
        desk = element("span", escape(given.desk), more=own) if given.desk else ""
        hours = "".join(element("li", escape(line)) for line in given.hours)
        names = ", ".join(map(self.language, given.languages))
        told = (
            element("h4", escape(given.name), more=own),
            element("p", escape(given.kind)),
            reached(ui.labels.call, number),
            reached(words.desk, desk),
            element("p", f"{escape(words.hours)}:") + element("ul", hours) if hours else "",
            element("p", escape(given.closed_on)) if given.closed_on else "",
            element("p", escape(words.languages).format(languages=names)) if names else "",
        )
        return "".join(told)

    def language(self, given: Spoken) -> str:
        """A language in its own words; a signed one in those of the page, or in English."""
        if given.own:
            return element("span", escape(given.own), more=spoken_in(given.tag))
        known = escape(given.here)
        return element("span", known, more=self.own()) if given.is_here_in_source else known

    def way(self, resource: ReferralResource) -> str:
        """Somebody to turn to. Help that cannot wait is shown, whoever has reviewed it."""
        labels, name = self.pack.ui_strings.labels, resource.id
        title = self.in_both("h3", lambda pack: escape(resource_of(pack, name).title))
        if not resource.cannot_wait and is_hidden_draft(resource, self.pack):
            told = element("p", escape(labels.waiting_for_review))
        else:
            told = self.in_both("p", lambda pack: escape(plain(resource_of(pack, name).summary)))
            told += reached(labels.call, called(resource.call or "", resource.call))
            told += reached(labels.text, escape(resource.text or ""))
            site = resource.website
            link = f'<a href="{site}" rel="noreferrer">{site.host}</a>' if site else ""
            told += reached(labels.website, link)
            # Nobody in danger must doubt the number: that one is for the clinic's staff to check.
            if resource.is_due(self.today) and not resource.cannot_wait:
                told += element("p", escape(labels.number_being_checked))
        return element("div", title + told, more=self.spoken(resource)) + "\n"

    def dates(self) -> str:
        """When the page was written, and by when the first of its texts is due again."""
        locale, labels = self.locale, self.pack.ui_strings.phone
        due = min((one.next_review for one in self.shown()), default=self.today)
        written = labels.page_written.format(date=day(self.today, locale), due=day(due, locale))
        return element("p", escape(written)) + "\n"

    # ---- How it is told ------------------------------------------------------------------------

    def held_back(self, item: Item) -> str:
        """What stands in place of an item that is withheld; nothing where it may be shown."""
        labels = self.pack.ui_strings.labels
        told = {"draft": labels.waiting_for_review, "due": labels.being_checked}
        why = why_withheld(item, self.pack, self.today)
        return element("p", escape(told[why]), kind="held") if why else ""

    def in_both(self, tag: str, draw: Callable[[Pack], str], kind: str = "") -> str:
        """What is drawn in the words for oneself, and where they differ in those for a helper."""
        own, helpers = draw(self.pack), draw(self.helpers)
        if own == helpers:
            return element(tag, own, kind=kind)
        both = ((own, "own"), (helpers, "for-a-helper"))
        return "".join(element(tag, html, kind=f"{kind} {form}".strip()) for html, form in both)

    def spoken(self, item: Item) -> str:
        """The language of an item that stands as in the source, as attributes."""
        return spoken_in(SOURCE_LANGUAGE) if name_of(item) in self.pack.untranslated else ""

    def own(self) -> str:
        """The language of what the clinic writes of itself, as attributes."""
        is_other = self.pack.language != SOURCE_LANGUAGE
        return spoken_in(SOURCE_LANGUAGE) if is_other else ""


def head(language: str, title: str, style: str, script: str = "") -> str:
    """All that stands above what is read on a page of the site."""
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{MADE_BY}">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n"
        '<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="{style}">\n{script}</head>\n<body>\n'
    )


def languages(others: Sequence[tuple[str, str]]) -> str:
    """The ways to the page in other languages; the script takes along what was picked."""
    links = "".join(
        f'<a class="language" href="../{tag}/" lang="{tag}" hreflang="{tag}" '
        f'dir="{direction(tag)}">{escape(name)}</a>\n'
        for tag, name in others
    )
    return f"<nav>\n{links}</nav>\n" if links else ""


def folded(title: str, html: str, code: str, spoken: str = "") -> str:
    """Something that opens on a tap, known by its code."""
    named = element("summary", escape(title))
    return element("details", f"{named}\n{html}", more=f' data-code="{code}"{spoken}') + "\n"


def reached(how: str, where: str) -> str:
    """One way to reach somebody; nothing where there is none."""
    return element("p", f"{escape(how)}: {where}", kind="reach") if where else ""


def called(words: str, call: str | None) -> str:
    """Words that call a number where they are tapped."""
    number = PHONE_NUMBER.match(call or "")
    told = escape(plain(words))
    return linked(f"tel:{number[0]}", told) if number else told


def linked(address: str, html: str) -> str:
    """What opens this address where it is tapped."""
    return f'<a href="{escape(address)}">{html}</a>'


def resource_of(pack: Pack, name: str) -> ReferralResource:
    """A way to help by its id."""
    return next(one for one in pack.referral_resources if one.id == name)
