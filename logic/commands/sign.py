"""Record that a reviewer approves the exact words and facts of items."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import fullmatch

from logic.clock import today
from logic.commands.check import EDITORS_RULES
from logic.content.pack import Draft, name_of, read_draft
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.sign_offs import NAME_AND_CREDENTIALS, approval
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
    draft, reviewer = read_draft(given.content), " ".join(given.reviewer.split())
    names = list(dict.fromkeys(named(one, given.content) for one in given.items))
    if refused := [*refusals(reviewer), *unfit(draft, names)]:
        print("\n".join(refused), "Nothing was signed.", sep="\n")
        return 1
    items, earlier = draft.items(), {one.item: one for one in draft.sign_offs}
    signed = [approval(name, items[name], reviewer, today()) for name in names]
    record(given.content, signed)
    for one in signed:
        before = earlier.get(one.item)
        instead = f", in place of {before.reviewer} on {before.date}" if before else ""
        print(f"{one.item}: “{one.title}”, hash {one.hash[:12]}{instead}")
    print(f"{len(signed)} signed by {reviewer} on {today()}.")
    return 0


def named(given: str, content: Path) -> str:
    """The name of an item, such as `glossary/mania`, of which its file's path may be given too."""
    path, folder = Path(given).resolve(), content.resolve()
    if path.exists():
        if not path.is_relative_to(folder):
            return given
        given = path.relative_to(folder).as_posix()
    return given.removesuffix(f".{SOURCE_LANGUAGE}.md")


def refusals(reviewer: str) -> Iterator[str]:
    """What is wrong with how a reviewer is named."""
    if not fullmatch(NAME_AND_CREDENTIALS, reviewer):
        yield f"`{reviewer}` does not say who approves. Write `Name, credentials`."


def unfit(draft: Draft, names: Iterable[str]) -> Iterator[str]:
    """Why items cannot be signed: there is no such item, or its file has something to fix."""
    known, paths = draft.items(), {name_of(one.item): one.file.path for one in draft.entries}
    problems = sorted({one for rule in EDITORS_RULES for one in rule(draft)})
    for name in names:
        if name not in known and Path(name).exists():
            yield f"`{name}` is no file in {draft.folder}. Name one there, or its `--content`."
        elif name not in known:
            hint = did_you_mean(name, known)
            yield f"No item is called `{name}`.{hint} Write it like `guide_sections/ptsd-found`."
        else:
            yield from (str(one) for one in problems if one.path == paths[name])
