"""What an editor is told about a file that cannot be read, and that all is told at once."""

import shutil
from pathlib import Path

import pytest

from logic.content.pack import KINDS, read_draft
from logic.content.problems import ContentError
from tests.conftest import Edit

COST = "guide_sections/common-cost.en.md"
PHRASES = "avoided_phrases/en.yaml"
RIVER = "study_summaries/river-trial.en.md"
TERM = "glossary/tea.en.md"
UI = "ui_strings/en.yaml"

HINT = "Put quotation marks around a text that holds a colon or begins with a sign."
FOLDERS = ", ".join(
    sorted([*KINDS, "ui_strings", "avoided_phrases", "sign_offs", "computed", "self_assessment"])
)

BROKEN = [
    (COST, b"", ":1: The file is empty. Write it, or delete it."),
    (COST, b"\n \n", ":1: The file is empty. Write it, or delete it."),
    (UI, b"", ":1: The file is empty. Write it, or delete it."),
    (
        COST,
        b"A cup is not free.",
        ":1: The file must begin with a header between two `---` lines.",
    ),
    (
        COST,
        b"---\ntitle: Cost\nmess",
        ":1: The file must begin with a header between two `---` lines.",
    ),
    (
        COST,
        b"---\ntitle: Cost\nmessage: A caf\xe9\n---\nA cup.\n",
        ":3: This is not UTF-8 text. Save the file with the encoding UTF-8.",
    ),
    (
        COST,
        b"---\ntitle: A \x07 bell\n---\nA cup.\n",
        ":2: A character here cannot be shown. Delete it and type the text again.",
    ),
    (COST, b"---\n- title\n- Cost\n---\nA cup.\n", ":2: The header must be `field: value` lines."),
    (COST, b"---\n\n---\nA cup.\n", ":2: The header must be `field: value` lines."),
    (PHRASES, b"- phrase\n", ":1: The header must be `field: value` lines."),
    (
        COST,
        b"---\ntitle: Cost: a lot\n---\nA cup.\n",
        (
            f":2: A colon stands where no name ends, here or in the line above. {HINT} Write a "
            "space behind the colon of a name, and begin names of one list below each other."
        ),
    ),
    (
        COST,
        b"---\ntitle: Cost\nconditions:\n\t- grey-days\n---\nA cup.\n",
        ":4: A tab stands here. Write spaces in its place.",
    ),
    (
        COST,
        b"---\ntitle: @Cost\n---\nA cup.\n",
        ":2: No text begins with `@`. Put quotation marks around it.",
    ),
    (
        COST,
        b"---\ntitle: 'What's the cost'\n---\nA cup.\n",
        (
            ":2: A text ends too early here, or a line begins too far to the left or right. Within "
            "single quotation marks write an apostrophe twice, or put double ones around."
        ),
    ),
    (
        COST,
        b"---\ntitle: Cost\npart\nmessage: A cup.\n---\nA cup.\n",
        (
            ":4: This, or the line above, is no `name: text` line. Write a name and a colon before "
            "it."
        ),
    ),
    (
        COST,
        b"---\ntitle: The cost of room #4\n---\nA cup.\n",
        ":2: What stands behind ` #` is not read. Put the text in quotation marks.",
    ),
    (
        COST,
        b"---\nid: cost\ntitle: Cost\n---\nA cup.\n",
        ":2: `id`: The file's own name says it: take the line out, or rename the file.",
    ),
    (
        COST,
        b"---\ntitle: [Cost\npart: cost\n---\nA cup.\n",
        f":3: This is not valid YAML: did not find expected ',' or ']'. {HINT}",
    ),
    (
        UI,
        b"headings: [&tea January, *tea]\n",
        ":1: `*tea` points elsewhere. Write the value out in full.",
    ),
]


@pytest.mark.parametrize(("name", "text", "told"), BROKEN)
def test_a_file_that_cannot_be_read_is_told(
    sample: Path, name: str, text: bytes, told: str
) -> None:
    (sample / name).write_bytes(text)

    with pytest.raises(ContentError) as caught:
        read_draft(sample)

    assert str(caught.value) == f"{sample / name}{told}"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (COST, "part: cost", "part: cost\npart: misuse", ":5: `part` is written twice. Keep one."),
        (COST, "Prices", "## Title\n\nPrices", ":11: `title` is written twice. Keep one."),
        (
            RIVER,
            "## Harms\n",
            "## Found\n\nMore.\n\n## Harms\n",
            ":{line}: `found` is written twice. Keep one.",
        ),
        (
            RIVER,
            "events: 30",
            "percent: 49",
            ":44: `percent` is written twice. Keep one.",
        ),
    ],
)
def test_a_field_that_is_written_twice_is_told(
    edited_content: Edit, name: str, old: str, new: str, told: str
) -> None:
    content = edited_content(name, old, new)
    text = (content / name).read_text(encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_draft(content)

    # the words of a part begin two lines below its name
    line = text[: text.index(new)].count("\n") + 3
    assert str(caught.value) == f"{content / name}{told.format(line=line)}"


@pytest.mark.parametrize("name", [UI, PHRASES])
def test_a_missing_file_is_told(sample: Path, name: str) -> None:
    (sample / name).unlink()

    with pytest.raises(ContentError) as caught:
        read_draft(sample)

    assert str(caught.value) == f"{sample / name}:1: The file is missing. Put it back."


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"

    with pytest.raises(ContentError) as caught:
        read_draft(nowhere)

    assert str(caught.value).splitlines() == [
        f"{nowhere / PHRASES}:1: The file is missing. Put it back.",
        f"{nowhere / UI}:1: The file is missing. Put it back.",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("notes.md", f"The kiosk reads no such folder. Use one of: {FOLDERS}."),
        ("teas/green.en.md", f"The kiosk reads no such folder. Use one of: {FOLDERS}."),
        ("glossary/more/green.en.md", f"The kiosk reads no such folder. Use one of: {FOLDERS}."),
        ("glossary/green.md", "The kiosk does not read this name. End it in `.en.md`."),
        ("glossary/garden.md", "The kiosk does not read this name. End it in `.en.md`."),
        ("glossary/green.en.md.txt", "The kiosk does not read this name. End it in `.en.md`."),
        ("sign_offs/fr.yaml", "The kiosk does not read this name. It reads `en.yaml` here."),
        ("computed/en.yaml", "The kiosk does not read this name. It reads `intervals.yaml` here."),
        ("ui_strings/garden.yaml", "The kiosk does not read this name. It reads `en.yaml` here."),
    ],
)
def test_a_stray_file_is_told(sample: Path, name: str, told: str) -> None:
    stray = sample / name
    stray.parent.mkdir(exist_ok=True)
    shutil.copy(sample / TERM, stray)

    with pytest.raises(ContentError) as caught:
        read_draft(sample)

    assert str(caught.value) == f"{stray}:1: {told}"


def test_a_file_with_a_name_that_is_no_id_is_told(sample: Path) -> None:
    (sample / TERM).rename(sample / "glossary" / "Green tea.en.md")

    with pytest.raises(ContentError) as caught:
        read_draft(sample)

    assert str(caught.value).endswith(
        "Green tea.en.md:1: No file can be called `Green tea.en.md`. "
        "Name it like `two-words.en.md`."
    )


def test_every_problem_is_told_at_once_and_in_order(edited_content: Edit) -> None:
    edited_content(RIVER, "percent: 50", "percent: half")
    edited_content(RIVER, "participants: 120\n", "participants: many\n")
    content = edited_content(COST, "part: cost", "part: prize")
    (content / UI).unlink()
    (content / "glossary" / "notes.txt").write_text("Buy tea.")

    with pytest.raises(ContentError) as caught:
        read_draft(content)

    found = [(problem.path.name, problem.line) for problem in caught.value.problems]
    assert found == [
        ("notes.txt", 1),
        ("common-cost.en.md", 4),
        ("river-trial.en.md", 11),
        ("river-trial.en.md", 43),
        ("en.yaml", 1),
    ]
