"""The paper as a PDF: what is in it, in which order, for whom it can be read, what it gives away.

typst's own check holds every paper here to PDF/UA-1, pdfinfo (poppler) reads it as a screen reader
would, and pikepdf looks inside. Nothing is written to disk, not even by these tests.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from itertools import chain, pairwise, product
from typing import Literal

import pikepdf
import pytest

from logic.clinic.profile import Contact
from logic.content.pack import Pack, languages, pack_of, read_draft
from logic.content.questions import Question
from logic.content.translations import read_translation, translations_of
from logic.handout.making import handout_of
from logic.handout.paper import CannotPrintError, families, pages_in, pdf
from logic.handout.words import Block, Drawn, Handout, Part, Place, Source, Study
from logic.pseudo import LANGUAGE, add_to
from logic.settings import Settings
from tests.conftest import SAMPLE, SHIPPED, TODAY
from tests.sign_offs import changed

OURS = {"Inter", "NotoSansArabic"}
SPACES = re.compile(r"[\s\u2060\u200b]+")
# In a line that is read leftwards, these lie in the file as they are seen: the other way round.
MIXED = re.compile(r"[\d\[\]()\u0600-\u06ff]")
QUOTED = re.compile(r'^\s*"(.*)"$', re.DOTALL)
# Every way in which a paper can be asked for.
LANGUAGES = [*languages(SHIPPED), LANGUAGE]
Shape = tuple[Literal["letter", "a4"], bool, bool]
SHAPES: list[Shape] = list(product(("letter", "a4"), (False, True), (False, True)))

NURSE = {
    "name": "Nurse line",
    "kind": "front-desk",
    "phone": "202-456-1111",
    "desk": "Desk 2",
    "hours": {"monday": ["09:00-17:00"], "saturday": ["09:00-12:00", "13:00-24:00"]},
    "closed_on": ["2026-12-25"],
    "languages": ["en", "es", "ase"],
}
CLINIC = Settings.model_validate(
    {"clinic_name": "Riverside", "time_zone": "America/Chicago", "contacts": [NURSE]}
)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    """What is shipped in each of its languages, and the sample in the invented one."""
    shipped = read_draft(SHIPPED)
    folder = tmp_path_factory.mktemp("pseudo") / "content"
    add_to(SAMPLE, folder)
    drafts = {
        shipped.language: shipped,
        **{one.draft.language: one.draft for one in translations_of(shipped)},
        LANGUAGE: read_translation(read_draft(folder), LANGUAGE, ()).draft,
    }
    return {language: pack_of(draft) for language, draft in drafts.items()}


@pytest.fixture(scope="module")
def papers(packs: dict[str, Pack]) -> dict[str, Handout]:
    """The words of a paper on a condition of which a study is drawn, in every language."""
    return {language: drawn(pack) for language, pack in packs.items()}


def drawn(pack: Pack) -> Handout:
    """The words of the first paper that has pictures."""
    every = (handout(pack, one.id) for one in pack.conditions)
    return next(words for words in every if words.studies)


def question(number: int) -> Question:
    """A question that nobody else asks."""
    title = f"What about the cup with the number {number}?"
    days = {"last_reviewed": date(2026, 1, 15), "next_review": date(2027, 1, 15)}
    return Question(id=f"cup-{number}", title=title, **days)


def asking(pack: Pack, count: int) -> Pack:
    """A pack with so many questions of ours."""
    return changed(pack, questions=tuple(question(number) for number in range(count)))


def handout(pack: Pack, condition: str, count: int = 5) -> Handout:
    """The words of a paper with so many questions."""
    asked = asking(pack, count)
    return handout_of(asked, CLINIC, condition, asked.questions, TODAY)


@cache
def poppler(name: str) -> str:
    """A program of poppler's."""
    found = shutil.which(name)
    assert found, f"Install poppler-utils, whose {name} reads PDF files."
    return found


RAW = [poppler("pdftotext"), "-raw", "-", "-"]  # in the order in which it is drawn


def given_to(command: list[str], made: bytes) -> str:
    """What a program says of a PDF that it is given."""
    done = subprocess.run(command, input=made, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")  # poppler tells titles as they lie in the file


def spoken(made: bytes) -> str:
    """All text in reading order, as the tags give it, without what only repeats on every page."""
    lines = given_to([poppler("pdfinfo"), "-struct-text", "-"], made).splitlines()
    return squeezed("".join(found[1] for line in lines if (found := QUOTED.match(line))))


def seen(made: bytes, page: int) -> str:
    """All that is seen of one page."""
    return given_to([poppler("pdftotext"), "-f", str(page), "-l", str(page), "-", "-"], made)


def drawn_text(made: bytes, words: Handout) -> str:
    """All text in the order in which it is drawn, without the foot of every page."""
    pages = given_to(RAW, made).split("\f")[:-1]
    told = words.labels.page_of.format
    feet = [told(number=number, count=len(pages)) for number, _ in enumerate(pages, 1)]
    need = "·".join(words.in_need)
    return "".join(
        squeezed(page).removesuffix(squeezed(need + foot))
        for page, foot in zip(pages, feet, strict=True)
    )


def squeezed(text: str) -> str:
    """A text without its spaces, as lines break anywhere."""
    return SPACES.sub("", text)


def in_order(made: Handout, *, discreet: bool) -> Iterator[str]:
    """Everything that a paper says, from top to end."""
    labels = made.labels
    yield from (made.kiosk, made.day, labels.title)
    need = (labels.crisis_ask, *made.in_need)
    if discreet:
        yield from (made.outside.lead, *need, made.outside.fold)
    yield from (labels.informs, made.reviewed)
    if not discreet:
        yield from need
    yield from of_part(made.topic)
    yield labels.known
    yield from chain.from_iterable(of_part(one) for one in (*made.known, *made.harms))
    for number, study in enumerate(made.studies):
        yield from (labels.pictures, labels.pictures_lead) if not number else ()
        yield from (labels.read_together,) if number == 1 else ()
        yield from of_study(study, labels.found, labels.harms)
    yield from (labels.questions, labels.questions_lead)
    yield from chain.from_iterable(of_part(one) for one in made.questions)
    yield from (labels.room, labels.checks)
    yield from chain.from_iterable(of_part(one) for one in made.checks)
    yield labels.whom
    yield from chain.from_iterable(of_place(one) for one in made.places)
    yield from (labels.sources, labels.sources_lead)
    yield from chain.from_iterable(of_source(one) for one in made.sources)
    yield from (labels.ours, labels.ours_told)


def of_part(part: Part) -> Iterator[str]:
    """What a part says."""
    yield from (part.title, part.above)
    yield from of_blocks(part.blocks)


def of_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What blocks say."""
    for block in blocks:
        yield "".join(f"[{run.text}]" if run.kind == "who" else run.text for run in block.runs)


def of_study(study: Study, found: str, harms: str) -> Iterator[str]:
    """What is told of a study, good and bad; how dots are read, once where that is alike."""
    yield from of_part(study.told)
    if study.found:
        yield from (found, *of_blocks(study.found), harms, *of_blocks(study.harms))
    drawn = [one for one in (study.drawn_found, study.drawn_harms) if one]
    yield from chain.from_iterable(map(of_drawn, drawn))
    legends = {one.legend for one in drawn}
    for half, one in zip((found, harms), drawn, strict=False):
        yield from (half, *of_blocks(one.told))
        yield from of_blocks((one.legend,)) if len(legends) > 1 else ()
    yield from of_blocks(tuple(legends)) if len(legends) == 1 else ()


def of_drawn(drawn: Drawn) -> Iterator[str]:
    """What is said beside a picture."""
    yield from of_blocks((drawn.head,))
    for one in drawn.arrays:
        yield from (*of_blocks((one.name,)), one.count)


def of_place(place: Place) -> Iterator[str]:
    """What is told of somebody to turn to."""
    yield from (place.told.title, place.told.above)
    yield from chain.from_iterable((way.how, way.where) for way in place.ways)
    yield from of_blocks(place.told.blocks)
    for one in place.people:
        yield from (one.name.text, one.kind)
        yield from chain.from_iterable((way.how, way.where) for way in one.ways)
        yield from of_blocks(one.told)


def of_source(source: Source) -> Iterator[str]:
    """What is told of a work."""
    yield from (f"[{one.number}]" for one in source.cited)
    yield from of_part(source.told)
    yield from (one.checked for one in source.cited)


def missing(said: Iterator[str], text: str) -> list[str]:
    """What is not in a text behind all that comes before it."""
    at, lost = 0, []
    for one in map(squeezed, said):
        found = text.find(one, at)
        if found < 0:
            lost.append(one)
        at = max(at, found + len(one))
    return lost


def tags(made: bytes) -> list[tuple[str, str]]:
    """Every tag in reading order, with its alternative text."""
    with pikepdf.open(BytesIO(made)) as file:
        found = nodes_in(file.Root.StructTreeRoot)
        return [(str(one.S)[1:], str(one.get("/Alt", ""))) for one in found]


def nodes_in(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A tag, and those within it, in reading order."""
    kids: pikepdf.Object = node.get("/K", pikepdf.Array())
    if "/S" in node:
        yield node
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from nodes_in(kid)


def names_in_file(made: bytes) -> str:
    """All by which the file tells what it is: its metadata, and its list of headings."""
    with pikepdf.open(BytesIO(made)) as file:
        told = [str(value) for value in file.docinfo.values()]
        told.append(file.Root.Metadata.read_bytes().decode())
        with file.open_outline() as outline:
            told += headings(outline.root)
    return " ".join(told).lower()


def headings(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    """Every heading in a list of them."""
    for item in items:
        yield item.title
        yield from headings(item.children)


def giveaways(pack: Pack, condition: str) -> set[str]:
    """All words that would tell which condition it is, or which drugs."""
    chosen = pack.condition[condition]
    drugs = [name for kind, name in pack.ui_strings.choices.drug.items() if "other" not in kind]
    every = (chosen.title, *chosen.also_called, *chosen.giveaways, *drugs)
    return {name.lower() for name in every}


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_every_shape_is_tagged_and_says_everything(
    papers: dict[str, Handout], language: str, shape: Shape
) -> None:
    words, (size, large, discreet) = papers[language], shape

    made = pdf(words, paper=size, large=large, discreet=discreet)

    assert re.search("Tagged: +yes", given_to([poppler("pdfinfo"), "-"], made))
    with pikepdf.open(BytesIO(made)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == language
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.docinfo["/Title"] == f"{words.kiosk}: {words.labels.title}"
        width = {"letter": 612, "a4": 595}[size]
        assert all(int(page.MediaBox[2]) == width for page in file.pages)
    if words.direction == "ltr":  # what is drawn leftwards lies in the file in another order
        assert missing(in_order(words, discreet=discreet), drawn_text(made, words)) == []


@pytest.mark.parametrize(("language", "discreet"), [("en", False), ("es", True), (LANGUAGE, False)])
def test_a_screen_reader_is_told_everything_in_its_order(
    papers: dict[str, Handout], language: str, *, discreet: bool
) -> None:
    words = papers[language]

    made = pdf(words, paper="letter", large=False, discreet=discreet)

    said = in_order(words, discreet=discreet)
    if words.direction == "rtl":
        # A work's name is read the other way: what follows it in its line is in no order of ours.
        works = {text for one in words.sources for text in of_source(one)}
        said = (one for one in said if not MIXED.search(one) and one not in works)
    assert missing(said, spoken(made)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_skip_no_level_lists_are_lists_and_every_picture_has_its_words(
    papers: dict[str, Handout], language: str
) -> None:
    words = papers[language]

    found = tags(pdf(words, paper="letter", large=False, discreet=False))

    levels = [int(tag[1]) for tag, _ in found if re.fullmatch("H[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    told = [one for study in words.studies for one in (study.drawn_found, study.drawn_harms) if one]
    alternatives = [array.alternative for one in told for array in one.arrays]
    assert [squeezed(alt) for tag, alt in found if tag == "Figure"] == list(
        map(squeezed, alternatives)
    )
    items = [tag for tag, _ in found].count("LI")
    assert items >= len(words.questions) + len(words.checks) + len(words.sources)


def test_on_no_outside_and_in_no_file_stands_what_the_paper_is_about(
    packs: dict[str, Pack],
) -> None:
    for language, pack in packs.items():
        for condition in pack.condition:
            words = handout(pack, condition)
            made = pdf(words, paper="letter", large=False, discreet=True)
            plain = pdf(words, paper="letter", large=False, discreet=False)

            outside = seen(made, 1).lower()
            names = giveaways(pack, condition)
            where = f"{condition}.{language}"
            assert [name for name in names if name in outside] == [], where
            assert [name for name in names if name in names_in_file(made)] == [], where
            assert [name for name in names if name in names_in_file(plain)] == [], where
            if language != LANGUAGE:  # a page read leftwards is told in another order
                lines = squeezed(outside)
                assert all(squeezed(one.lower()) in lines for one in words.in_need), where


def test_the_crisis_line_and_the_number_stand_at_the_foot_of_every_page(
    papers: dict[str, Handout],
) -> None:
    words = papers["en"]

    made = pdf(words, paper="letter", large=True, discreet=True)

    with pikepdf.open(BytesIO(made)) as file:
        count = len(file.pages)
    pages = [seen(made, number) for number in range(1, count + 1)]
    assert all(words.in_need[0] in page for page in pages)
    told = words.labels.page_of.format
    assert [told(number=n, count=count) in page for n, page in enumerate(pages, 1)] == [
        True
    ] * count


def test_a_paper_begins_where_its_language_begins_to_read(papers: dict[str, Handout]) -> None:
    edges = {}
    for language in ("en", LANGUAGE):
        words = papers[language]
        made = pdf(words, paper="letter", large=False, discreet=True)
        edges[language] = title_edges(made, words.labels.title)

    (left, _), (_, right) = edges["en"], edges[LANGUAGE]
    assert left < 72
    assert right > 612 - 72
    assert edges["en"][1] < 400 < edges[LANGUAGE][1]


def title_edges(made: bytes, title: str) -> tuple[float, float]:
    """Where the paper's own title begins and ends on its first page, in points from the left."""
    told = given_to([poppler("pdftotext"), "-l", "1", "-bbox", "-", "-"], made)
    word = re.compile(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(.*?)</word>')
    found = [(float(a), float(b)) for a, b, text in word.findall(told) if text in title.split()]
    return min(a for a, _ in found), max(b for _, b in found)


def test_sixty_questions_fit_and_none_is_lost(packs: dict[str, Pack]) -> None:
    words = handout(packs["es"], packs["es"].conditions[0].id, count=60)

    made = pdf(words, paper="a4", large=True, discreet=False)

    assert len(words.questions) == 60
    assert missing(in_order(words, discreet=False), drawn_text(made, words)) == []


def test_without_a_question_there_is_room_to_write_and_no_word_of_questions_below(
    packs: dict[str, Pack],
) -> None:
    words = handout(packs["en"], packs["en"].conditions[0].id, count=0)

    text = drawn_text(pdf(words, paper="letter", large=False, discreet=False), words)

    assert squeezed(words.labels.questions_lead) not in text
    assert missing(iter((words.labels.questions, words.labels.room)), text) == []


def test_every_letter_is_set_in_a_font_of_ours_that_stands_in_the_file(
    papers: dict[str, Handout],
) -> None:
    for language, words in papers.items():
        with pikepdf.open(BytesIO(pdf(words, paper="a4", large=False, discreet=False))) as file:
            used = [one for one in file.objects if is_font(one)]
            names = {str(one.FontName)[1:].partition("+")[2].partition("-")[0] for one in used}

        assert names <= OURS, language
        assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in used)
    assert set(families()) == {"Inter", "Noto Sans Arabic"}


def is_font(one: pikepdf.Object) -> bool:
    """Whether something in a file describes a font."""
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"


@pytest.mark.parametrize(("large", "least", "of_sources"), [(False, 12, 9), (True, 18, 14)])
def test_large_print_is_half_as_large_again_and_the_sources_alone_are_smaller(
    papers: dict[str, Handout],
    large: bool,  # noqa: FBT001 (pytest gives it)
    least: int,
    of_sources: int,
) -> None:
    words = papers["en"]

    found = heights(pdf(words, paper="letter", large=large, discreet=False))

    assert {size for size in found if size < least} == {of_sources}
    assert min(heights(before_the_sources(words, large=large))) >= least


def before_the_sources(words: Handout, *, large: bool) -> bytes:
    """The pages of a paper on which no source is told."""
    made = pdf(words, paper="letter", large=large, discreet=False)
    lead = squeezed(words.labels.sources_lead)[:30]
    with pikepdf.open(BytesIO(made)) as file:
        count = len(file.pages)
        first = next(n for n in range(1, count + 1) if lead in squeezed(seen(made, n)))
        del file.pages[first - 1 :]
        file.save(kept := BytesIO())
    return kept.getvalue()


@pytest.mark.parametrize("large", [False, True])
def test_no_page_has_the_good_half_of_a_study_without_the_bad_one(
    packs: dict[str, Pack],
    large: bool,  # noqa: FBT001 (pytest gives it)
) -> None:
    for language in ("en", "es"):
        for condition in packs[language].conditions:
            words = handout(packs[language], condition.id)
            made = pdf(words, paper="letter", large=large, discreet=False)
            pages = [squeezed(one) for one in given_to(RAW, made).split("\f")]
            for study in words.studies:
                gain, harm = (
                    squeezed("".join(of_blocks(half))) for half in (study.found, study.harms)
                )
                told = f"{condition.id}.{language}: {study.told.title}"
                assert [gain in one for one in pages] == [harm in one for one in pages], told
                assert any(gain in one for one in pages), told


# What a visitor takes home is read only if it is short: in pages, usual print and large.
LONGEST = {"en": (7, 14), "es": (7, 16)}


@pytest.mark.parametrize("language", LONGEST)
def test_no_paper_is_longer_than_somebody_takes_home(packs: dict[str, Pack], language: str) -> None:
    pack = packs[language]
    few = {
        one.id: handout_of(
            pack, Settings(), one.id, [pack.question[name] for name in one.questions], TODAY
        )
        for one in pack.conditions
    }

    pages = {
        name: tuple(
            pages_in(pdf(words, paper="letter", large=large, discreet=False))
            for large in (False, True)
        )
        for name, words in few.items()
    }

    usual, large = LONGEST[language]
    too_long = {name: of for name, of in pages.items() if of[0] > usual or of[1] > large}
    assert too_long == {}
    assert {of[0] <= 5 for name, of in pages.items() if not few[name].studies} == {True}


def heights(made: bytes) -> set[float]:
    """The sizes of all letters of a PDF, in points."""
    found = set()
    with pikepdf.open(BytesIO(made)) as file:
        for page in file.pages:
            for one in pikepdf.parse_content_stream(page, "Tf"):
                found.add(round(float(one.operands[1]), 1))
    return found


def test_a_letter_that_no_font_of_ours_has_is_told_and_never_left_out(
    packs: dict[str, Pack],
) -> None:
    clinic = Settings(contacts=(Contact(name="漢", kind="pain", desk="1"),))
    words = handout_of(packs["en"], clinic, next(iter(packs["en"].condition)), (), TODAY)

    with pytest.raises(CannotPrintError, match="漢"):
        pdf(words, paper="letter", large=False, discreet=False)


@pytest.mark.parametrize(("language", "titles", "within"), [("es", ["H3", "H4"], 1), ("en", [], 0)])
def test_what_the_clinic_writes_of_itself_is_read_out_in_its_own_language(
    packs: dict[str, Pack], language: str, titles: list[str], within: int
) -> None:
    pack = packs[language]
    nurse = Contact(name="Nurse line", kind="pain", desk="Desk 2", phone="202-456-1111")
    no_desk = nurse.model_copy(update={"desk": None})
    made = [
        pdf(
            handout_of(pack, clinic, next(iter(pack.condition)), (), TODAY),
            paper="letter",
            large=False,
            discreet=False,
        )
        for clinic in (
            Settings(clinic_name="Riverside Clinic", contacts=(nurse,)),
            Settings(clinic_name="Riverside Clinic", contacts=(no_desk,)),
        )
    ]

    assert [tag for tag, said in languages_of(made[0]) if said == "en"] == titles
    with_desk, without = (words_in(one, "en") for one in made)
    assert with_desk - without == within


def languages_of(made: bytes) -> list[tuple[str, str]]:
    """Every tag whose language is not that of the paper, in reading order."""
    with pikepdf.open(BytesIO(made)) as file:
        return [
            (str(tag.S)[1:], str(tag.Lang))
            for tag in nodes_in(file.Root.StructTreeRoot)
            if "/Lang" in tag
        ]


def words_in(made: bytes, language: str) -> int:
    """How many stretches of words within a paragraph are marked as of a language."""
    with pikepdf.open(BytesIO(made)) as file:
        drawn = b"".join(page.Contents.read_bytes() for page in file.pages)
    return drawn.count(f"/Lang({language})".encode())


def test_the_languages_that_somebody_speaks_need_no_letter_of_their_own(
    packs: dict[str, Pack],
) -> None:
    nurse = Contact(name="Nurse line", kind="pain", desk="Desk 2", languages=("zh", "ar", "am"))
    pack = packs["en"]
    words = handout_of(pack, Settings(contacts=(nurse,)), next(iter(pack.condition)), (), TODAY)

    made = pdf(words, paper="letter", large=False, discreet=False)

    told = pack.ui_strings.contacts.languages.format(languages="Chinese, Arabic, Amharic")
    assert squeezed(told) in spoken(made)


def test_making_a_paper_writes_nothing_to_any_file() -> None:
    """The paper is made by a program that may not write a byte into any file."""
    program = f"""
import resource, sys
from datetime import date
from pathlib import Path
from logic.content.pack import pack_of, read_draft
from logic.handout.making import handout_of
from logic.handout.paper import pdf
from logic.settings import Settings
pack = pack_of(read_draft(Path({str(SAMPLE)!r})))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
made = handout_of(pack, Settings(), "short-nights", (), date(2026, 3, 1))
sys.stdout.buffer.write(pdf(made, paper="letter", large=False, discreet=True))
"""

    done = subprocess.run(
        [sys.executable, "-B", "-c", program], capture_output=True, check=False, cwd=SHIPPED.parent
    )

    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"%PDF-")
