"""Record that a reviewer approves the exact words and facts of items."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from re import fullmatch

from logic.clock import today
from logic.commands.check import EDITORS_RULES
from logic.content.items import Item
from logic.content.pack import Draft, name_of, read_draft
from logic.content.prose import plain
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.sign_offs import NAME_AND_CREDENTIALS, SignOff, hash_of
from logic.content.wording import did_you_mean
from logic.signing import record


def arguments(parser: ArgumentParser) -> None:
    """Whose approval it is, and of what."""
    parser.add_argument("--reviewer", required=True, metavar='"Name, credentials"')
    parser.add_argument(
        "items", nargs="+", metavar="ITEM", help="such as guide_sections/ptsd-found, or its file"
    )


def run(given: Namespace) -> int:
    """Sign every item and print what was signed; where one cannot be, say why and sign none: 1."""
    draft, names = read_draft(given.content), list(dict.fromkeys(map(named, given.items)))
    reviewer = " ".join(given.reviewer.split())
    if refused := [*refusals(reviewer), *unfit(draft, names)]:
        print("\n".join(refused), "Nothing was signed.", sep="\n")
        return 1
    items, earlier = draft.items(), {one.item: one for one in draft.sign_offs}
    signed = [sign_off(name, items[name], reviewer) for name in names]
    record(given.content, signed)
    for one in signed:
        before = earlier.get(one.item)
        instead = f", in place of {before.reviewer} on {before.date}" if before else ""
        print(f"{one.item}: “{one.title}”, hash {one.hash[:12]}{instead}")
    print(f"{len(signed)} signed by {reviewer} on {today()}.")
    return 0


def named(given: str) -> str:
    """The name of an item, such as `glossary/mania`, of which a file's path may be given too."""
    return "/".join(given.split("/")[-2:]).removesuffix(f".{SOURCE_LANGUAGE}.md")


def sign_off(name: str, item: Item, reviewer: str) -> SignOff:
    """Today's approval of an item as it is."""
    title = " ".join(plain(item.title).split())
    return SignOff(
        item=name, title=title, reviewer=reviewer, date=today(), hash=hash_of(name, item)
    )


def refusals(reviewer: str) -> Iterator[str]:
    """What is wrong with how a reviewer is named."""
    if not fullmatch(NAME_AND_CREDENTIALS, reviewer):
        yield f"`{reviewer}` does not say who approves. Write `Name, credentials`."


def unfit(draft: Draft, names: Iterable[str]) -> Iterator[str]:
    """Why items cannot be signed: there is no such item, or its file has something to fix."""
    known, paths = draft.items(), {name_of(one.item): one.file.path for one in draft.entries}
    problems = sorted({one for rule in EDITORS_RULES for one in rule(draft)})
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            yield f"No item is called `{name}`.{hint} Write it like `guide_sections/ptsd-found`."
        else:
            yield from (str(one) for one in problems if one.path == paths[name])
