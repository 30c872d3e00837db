"""Write the site that phones open into a folder, such as `publish site`.

It is for the clinic's own web server, at the address that `public_url` in kiosk.toml names. Write
it anew whenever the content changes, and at the latest on the day that the pages name.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from logic.clock import today
from logic.content.items import Condition
from logic.content.pack import Draft, Pack, good_draft, languages, pack_of
from logic.content.translations import read_translation
from logic.phone.site import codes_are_unequal, site, write_site
from logic.rules import RULES, translations
from logic.settings import Settings, read_settings, settings_file


def arguments(parser: ArgumentParser) -> None:
    """Where the site goes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="new, empty, or its own")


def run(given: Namespace) -> int:
    """Write the site and name its pages; raises ContentError where anything is in the way."""
    draft = good_draft(given.content, RULES)
    settings = read_settings(settings_file(), draft.ids(Condition))
    packs = list(packs_of(draft, settings))
    codes_are_unequal(packs[0], given.content)
    files = site(packs, settings, today())
    write_site(files, given.folder)
    for name in files:
        print(given.folder / name)
    where = settings.public_url or "the address that you write as `public_url` into kiosk.toml"
    print(f"Put the folder on the clinic's web server, so that {where} opens it.")
    return 0


def packs_of(draft: Draft, settings: Settings) -> Iterator[Pack]:
    """The content in every language, as this clinic shows it; the source first."""
    drafts = [draft]
    drafts += [
        read_translation(draft, language, translations.RULES).draft
        for language in languages(draft.folder)[1:]
    ]
    for one in drafts:
        yield pack_of(one).model_copy(update={"show_drafts": settings.show_drafts})
