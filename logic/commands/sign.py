"""Record that a reviewer approves the exact words and facts of items."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from logic.clock import today
from logic.commands.check import of_the_source, translation_in
from logic.content.pack import LANGUAGE, Draft, languages, name_of, read_draft
from logic.content.problems import Problem
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.sign_offs import NAME_AND_CREDENTIALS, approval
from logic.content.translations import path_in
from logic.content.wording import did_you_mean
from logic.signing import record

FILE = re.compile(rf"(?P<name>.+)\.(?P<language>{LANGUAGE.pattern})\.md")


def arguments(parser: ArgumentParser) -> None:
    """Whose approval it is, in which language, and of what."""
    parser.add_argument("--reviewer", required=True, metavar='"Name, credentials"')
    parser.add_argument("--language", help="whose words are approved, such as es")
    parser.add_argument(
        "items", nargs="+", metavar="ITEM", help="such as guide_sections/ptsd-found, or its file"
    )


def run(given: Namespace) -> int:
    """Sign every item and print what was signed; where one cannot be, say why and sign none: 1."""
    source, reviewer = read_draft(given.content), " ".join(given.reviewer.split())
    found = [named(one, given.content) for one in given.items]
    names = list(dict.fromkeys(name for name, _ in found))
    spoken = spoken_in(given.language, (language for _, language in found))
    confused = list(confusions(spoken, languages(given.content)))
    draft, problems = (source, ()) if confused else judged(min(spoken), source)
    if refused := [*refusals(reviewer), *confused, *unfit(draft, source, names, problems)]:
        print("\n".join(refused), "Nothing was signed.", sep="\n")
        return 1
    sign(draft, names, reviewer)
    return 0


def sign(draft: Draft, names: Sequence[str], reviewer: str) -> None:
    """Write down the approval of items as they stand in a draft, and print it."""
    items, earlier = draft.items(), {one.item: one for one in draft.sign_offs}
    signed = [approval(name, items[name], reviewer, today()) for name in names]
    record(draft.folder, signed, draft.language)
    for one in signed:
        before = earlier.get(one.item)
        instead = f", in place of {before.reviewer} on {before.date}" if before else ""
        print(f"{one.item}: “{one.title}”, hash {one.hash[:12]}{instead}")
    print(f"{len(signed)} signed in {draft.language} by {reviewer} on {today()}.")


def named(given: str, content: Path) -> tuple[str, str | None]:
    """The name of an item, such as `glossary/mania`; of its file's path, the language too."""
    path, folder = Path(given).resolve(), content.resolve()
    if path.exists():
        if not path.is_relative_to(folder):
            return given, None
        given = path.relative_to(folder).as_posix()
    file = FILE.fullmatch(given)
    return (file["name"], file["language"]) if file else (given, None)


def spoken_in(asked: str | None, told: Iterable[str | None]) -> set[str]:
    """The languages in which items are to be signed: as asked, and as their files' names tell."""
    return {one or asked or SOURCE_LANGUAGE for one in told} | ({asked} if asked else set())


def confusions(spoken: set[str], known: Sequence[str]) -> Iterator[str]:
    """What is wrong with the languages of what is to be signed: it must be one that there is.

    Whoever read a text in one language has not read it in another, so none is signed in passing.
    """
    for language in sorted(spoken - {*known}):
        written = "`, `".join(known)
        yield f"There is no language `{language}` here. Write one of: `{written}`."
    if len(spoken) > 1:
        both = "` and `".join(sorted(spoken))
        yield f"You name texts in `{both}`. Sign those of one language at a time."


def judged(language: str, source: Draft) -> tuple[Draft, tuple[Problem, ...]]:
    """The content in a language, and every problem of it; the facts of each are the source's."""
    problems = of_the_source(source)
    if language == source.language:
        return source, tuple(problems)
    found = translation_in(language, source)
    return found.draft, (*problems, *found.problems)


def refusals(reviewer: str) -> Iterator[str]:
    """What is wrong with how a reviewer is named."""
    if not re.fullmatch(NAME_AND_CREDENTIALS, reviewer):
        yield f"`{reviewer}` does not say who approves. Write `Name, credentials`."


def unfit(
    draft: Draft, source: Draft, names: Iterable[str], problems: Iterable[Problem]
) -> Iterator[str]:
    """Why items cannot be signed: there is no such item, or its file has something to fix.

    What is not translated, or has fallen behind, has something to fix.
    """
    known, paths = draft.items(), {name_of(one.item): one.file.path for one in source.entries}
    every = sorted(set(problems))
    for name in names:
        if name not in known and Path(name).exists():
            yield f"`{name}` is no file in {draft.folder}. Name one there, or its `--content`."
        elif name not in known:
            hint = did_you_mean(name, known)
            yield f"No item is called `{name}`.{hint} Write it like `guide_sections/ptsd-found`."
        else:
            mine = {paths[name], path_in(draft.language, paths[name])}
            yield from (str(one) for one in every if one.path in mine)
