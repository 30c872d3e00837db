"""Write the site that phones open into a folder, such as `publish site`.

It is for the clinic's own web server, at the address that `public_url` in kiosk.toml names. Write
it anew whenever the content changes, and at the latest on the day that the pages name.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from pathlib import Path

from logic.clock import today
from logic.content.items import Condition
from logic.content.pack import Draft, Pack, good_draft, languages, pack_of
from logic.content.problems import ContentError, Problem
from logic.content.translations import read_translation
from logic.phone.site import PAGE, codes_are_unequal, site, write_site
from logic.rules import RULES, translations
from logic.rules.phrases import no_clinic_promotes
from logic.settings import Settings, read_settings, settings_file


def arguments(parser: ArgumentParser) -> None:
    """Where the site goes."""
    parser.add_argument("folder", type=folder, metavar="FOLDER", help="new, empty, or its own")


def folder(named: str) -> Path:
    """The folder that is named; the empty name is what `make publish` gives where none is."""
    if not named:
        raise ArgumentTypeError("none is named. Write a new or an empty one: FOLDER=site")
    return Path(named)


def run(given: Namespace) -> int:
    """Write the site and name its pages; raises ContentError where anything is in the way."""
    clinic = settings_file(or_installed=True)
    if not clinic.exists():
        told = "The file is missing, and a site is a clinic's own. Write it: docs/tasks/"
        raise ContentError([Problem(clinic, 1, f"{told}set-up-a-clinic.md.")])
    draft = good_draft(given.content, RULES)
    if promoting := list(no_clinic_promotes(draft, clinic)):
        raise ContentError(promoting)
    settings = read_settings(clinic, draft.ids(Condition))
    if missing := list(missing_for_a_site(settings)):
        raise ContentError(Problem(clinic, 1, told) for told in missing)
    packs = list(packs_of(draft, settings))
    codes_are_unequal(packs[0], given.content)
    files = site(packs, settings, today())
    write_site(files, given.folder)
    print(f"What the clinic says of itself is from {clinic}.")
    for name in files:
        print(given.folder / name)
    print(
        f"Put what is in {given.folder} on the clinic's web server, so that {settings.public_url}/ "
        f"opens {given.folder / PAGE}."
    )
    return 0


def missing_for_a_site(settings: Settings) -> Iterator[str]:
    """What a clinic must say before it publishes: its readers sit at home, with no desk there."""
    if settings.public_url is None:
        yield (
            "`public_url` is missing: phones are led to the site by it. "
            'Write it like `public_url = "https://clinic.example/ask-first"`.'
        )
    if not any(one.phone for one in settings.contacts):
        yield (
            "No contact has a `phone`: who reads the site at home could reach nobody here. "
            "Write one below `[[contacts]]`."
        )


def packs_of(draft: Draft, settings: Settings) -> Iterator[Pack]:
    """The content in every language, as this clinic shows it; the source first."""
    drafts = [draft]
    drafts += [
        read_translation(draft, language, translations.RULES).draft
        for language in languages(draft.folder)[1:]
    ]
    for one in drafts:
        yield pack_of(one).model_copy(update={"show_drafts": settings.show_drafts})
