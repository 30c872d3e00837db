"""All content in every language, judged by the rules; kept, so that a start need not judge again.

What was judged is kept as JSON beside the copy of the content: logic/keeping.py. It is called by
all that the judgement was made of: the content, what the clinic says of itself, and these very
rules. Where any of them is another, or a letter of what was kept, all is judged anew.
"""

from functools import cache
from pathlib import Path

from logic.content.pack import Pack, good_draft, languages, pack_of
from logic.content.problems import ContentError
from logic.content.translations import read_translation
from logic.content.vocabulary import Content
from logic.keeping import copies_of, digest, digest_of
from logic.rules import RULES, translations
from logic.settings import settings_file
from logic.writing import in_place_of


class Judged(Content):
    """What there is to show, the source language first, and what is not fit of the others."""

    packs: tuple[Pack, ...]
    behind: tuple[str, ...] = ()


def judge(content: Path) -> Judged:
    """Read a folder of content; raises ContentError naming every problem in the source language.

    No translation stops a kiosk: what is not fit of one stands as in the source.
    """
    draft = good_draft(content, RULES)
    packs, behind = [pack_of(draft)], list[str]()
    for language in languages(content)[1:]:
        try:
            found = read_translation(draft, language, translations.RULES).draft
        except ContentError:
            behind.append(f"{language}: its own words have mistakes. The language is not offered.")
            continue
        packs.append(pack_of(found))
        if count := len(found.untranslated):
            behind.append(f"{language}: texts that stand in the language of the source: {count}.")
    return Judged(packs=tuple(packs), behind=tuple(behind))


def called(version: str) -> bytes:
    """What a judgement is called, of content that is called so."""
    clinic = settings_file()
    said = clinic.read_bytes() if clinic.exists() else b""
    return named(version.encode(), said, own_code())


def kept(content: Path, name: bytes) -> Judged | None:
    """What was judged of a folder and is called so, if it was kept and is whole."""
    try:
        theirs, whole, told = kept_at(content).read_bytes().split(b"\n", 2)
        return Judged.model_validate_json(told) if [theirs, whole] == [name, named(told)] else None
    except (OSError, ValueError):
        return None


def keep(content: Path, name: bytes, judged: Judged) -> None:
    """Keep what was judged of a folder, unless that has changed from its name meanwhile.

    Raises OSError where it cannot be written. It takes the place of what was kept before.
    """
    if called(digest(content)) != name:
        return
    told = written(judged)
    kept_at(content).parent.mkdir(parents=True, exist_ok=True)
    with in_place_of(kept_at(content)) as fresh:
        fresh.write_bytes(b"\n".join((name, named(told), told)))


def written(judged: Judged) -> bytes:
    """What was judged as it is kept: of the same content the same bytes."""
    return judged.model_dump_json(by_alias=True).encode()


def kept_at(content: Path) -> Path:
    """Where what was judged of a folder of content is kept."""
    return copies_of(content) / "judged.json"


@cache
def own_code() -> bytes:
    """What the code that reads and judges is called by what is in it."""
    here = Path(__file__).parent
    return named(*(path.read_bytes() for path in sorted(here.rglob("*.py"))))


def named(*parts: bytes) -> bytes:
    """What bytes are called by what is in them, as it stands in a file."""
    return digest_of(parts).encode()
