"""The site that a clinic publishes: neutral as it comes, whole without a script, safe to write."""

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.helping import for_a_helper
from logic.content.items import Item
from logic.content.pack import KINDS, Pack, pack_of, read_draft
from logic.content.prose import plain
from logic.content.translations import read_translation
from logic.content.vocabulary import Words
from logic.formats import direction
from logic.phone.codes import code_of, shared
from logic.phone.page import POLICY
from logic.phone.site import site, write_site
from logic.pseudo import LANGUAGE, add_to
from logic.settings import Settings
from logic.withheld import offered
from tests.asked import question, with_questions
from tests.conftest import SAMPLE, SHIPPED, TODAY
from tests.html_pages import read_page
from tests.sign_offs import changed, hiding_drafts, items_of, sign_off

PAST = date(2026, 2, 1)
CLINIC = """\
public_url = "https://kiosk.riverside.org/ask"
[[contacts]]
name = "Nurse line"
kind = "front-desk"
phone = "202-456-1111"
"""
CALLED = '<a href="tel:988">Call or text 988</a>'


@pytest.fixture(autouse=True)
def clinic(only_the_sample: None, tmp_path: Path) -> Path:  # noqa: ARG001 (it names the file)
    """The settings of a clinic that may publish."""
    path = tmp_path / "kiosk.toml"
    path.write_text(CLINIC)
    return path


def page_of(pack: Pack, today: date = TODAY, **settings: object) -> str:
    """The page of a pack in its language."""
    found = site([pack], Settings.model_validate(settings), today)
    return found[f"{pack.language}/index.html"]


def closed(page: str) -> str:
    """A page as it comes, without what opens on a tap, and without the way to help below."""
    return re.sub(r"<details.*</details>|<section class=\"help\".*", "", page, flags=re.DOTALL)


def shown(page: str) -> str:
    """What is read on a page."""
    return unescape(re.sub(r"<[^>]+>", "", page))


def overdue(pack: Pack, *names: str) -> Pack:
    """A pack of which some items are past their day."""
    kinds: dict[str, tuple[Item, ...]] = {
        kind: tuple(
            one.model_copy(update={"next_review": PAST}) if one.id in names else one
            for one in getattr(pack, kind)
        )
        for kind in KINDS
    }
    return changed(pack, **kinds)


def test_publishing_writes_a_page_for_each_language_and_names_each_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, content = tmp_path / "site", tmp_path / "content"
    add_to(SAMPLE, content)

    status = main(["publish", str(folder), "--content", str(content)])

    assert status == 0
    pages = ["index.html", "en/index.html", f"{LANGUAGE}/index.html"]
    files = ["ask-first.css", "ask-first.js", *pages]
    written = (path for path in folder.rglob("*") if path.is_file())
    assert {path.relative_to(folder).as_posix() for path in written} == set(files)
    read_from, *named, last = capsys.readouterr().out.splitlines()
    assert read_from == f"What the clinic says of itself is from {tmp_path / 'kiosk.toml'}."
    assert named == [str(folder / name) for name in files]
    assert last == (
        f"Put what is in {folder} on the clinic's web server, so that "
        f"https://kiosk.riverside.org/ask/ opens {folder / 'index.html'}."
    )
    for language in ("en", LANGUAGE):
        path = folder / language / "index.html"
        way = f'<html lang="{language}" dir="{direction(language)}">'
        assert way in path.read_text(encoding="utf-8")
        assert read_page(path).headings.count(1) == 1


def test_the_address_itself_offers_each_language_by_its_own_name_and_whom_to_call(
    tmp_path: Path,
) -> None:
    folder, content = tmp_path / "site", tmp_path / "content"
    add_to(SAMPLE, content)
    main(["publish", str(folder), "--content", str(content)])

    front = (folder / "index.html").read_text(encoding="utf-8")

    page = read_page(folder / "index.html")
    calls = [f"tel:{number}" for number in ("988", "911")]
    assert page.links == ["en/", *calls, f"{LANGUAGE}/", *calls]
    assert page.headings.count(1) == 1
    source, other = read_draft(content), read_translation(read_draft(content), LANGUAGE, ()).draft
    for one in (source, other):
        tag, name = one.language, one.ui_strings.language_name
        begins = f'<div lang="{tag}" dir="{direction(tag)}"><nav aria-label="{name}">'
        assert f'{begins}<a href="{tag}/" hreflang="{tag}">{name}</a></nav>' in front
    assert f'content="{POLICY}"' in front
    assert "<script" not in front


def test_a_site_without_a_clinics_file_is_not_written(
    tmp_path: Path, clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.unlink()

    assert main(["publish", str(tmp_path / "site")]) == 1
    assert capsys.readouterr().out.startswith(f"{clinic}:1: The file is missing, and a site is")
    assert not (tmp_path / "site").exists()


def test_a_site_that_reaches_nobody_or_that_no_phone_is_led_to_is_not_written(
    tmp_path: Path, clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.write_text('[[contacts]]\nname = "Desk"\nkind = "front-desk"\ndesk = "Here"\n')

    assert main(["publish", str(tmp_path / "site")]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(":1: ")[2].partition(":")[0] for line in told] == [
        "No contact has a `phone`",
        "`public_url` is missing",
    ]
    assert not (tmp_path / "site").exists()


def test_a_site_of_an_installed_kiosk_is_of_its_clinic_whose_words_are_judged_too(
    tmp_path: Path,
    clinic: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KIOSK_SETTINGS")
    monkeypatch.setattr("logic.settings.SHIPPED", tmp_path / "none.toml")
    monkeypatch.setattr("logic.settings.INSTALLED", clinic)
    good = main(["publish", str(tmp_path / "site")])
    clinic.write_text(f'clinic_name = "Miracles on the hill"\n{CLINIC}')
    capsys.readouterr()

    promoting = main(["publish", str(tmp_path / "promoting")])

    assert (good, promoting) == (0, 1)
    assert capsys.readouterr().out.startswith(f"{clinic}:1: “Miracle")
    assert not (tmp_path / "promoting").exists()


def test_a_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["publish", ""])  # as `make publish` without FOLDER does

    assert end.value.code == 2
    told = "argument FOLDER: none is named. Write a new or an empty one: FOLDER=site\n"
    assert capsys.readouterr().err.endswith(told)


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes").write_text("Mine.")
    folder = tmp_path / "notes" / "site"

    assert main(["publish", str(folder)]) == 1
    told = capsys.readouterr().out
    assert f"1: {folder} cannot be written: Not a directory. Name a folder in which" in told


def test_a_site_is_written_over_an_earlier_one(tmp_path: Path, pack: Pack) -> None:
    files, folder = site([pack], Settings(), TODAY), tmp_path / "site"
    write_site(files, folder)

    write_site({**files, "ask-first.css": "/* newer */"}, folder)

    assert (folder / "ask-first.css").read_text() == "/* newer */"
    assert (folder / "en" / "index.html").read_text() == files["en/index.html"]


def test_the_page_of_a_language_that_is_gone_goes_with_it(tmp_path: Path, pack: Pack) -> None:
    files, folder = site([pack], Settings(), TODAY), tmp_path / "site"
    write_site({**files, "fr/index.html": files["en/index.html"]}, folder)

    write_site(files, folder)

    assert not (folder / "fr" / "index.html").exists()
    assert (folder / "en" / "index.html").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", "Mine."),
        ("en/index.html", "<!doctype html><title>The clinic's own page</title>"),
        ("en/notes.txt", "Mine."),
        (".htaccess", ""),
    ],
)
def test_no_site_is_written_over_other_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    other = tmp_path / "site" / name
    other.parent.mkdir(parents=True)
    other.write_text(text)

    status = main(["publish", str(tmp_path / "site")])

    assert status == 1
    told = f"{other}:1: This file is not of the site. Name a new or an empty folder.\n"
    assert capsys.readouterr().out == told
    assert [path for path in (tmp_path / "site").rglob("*") if path.is_file()] == [other]


def test_no_site_is_written_where_a_file_has_the_name_of_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").write_text("Mine.")

    assert main(["publish", str(tmp_path / "site")]) == 1
    assert capsys.readouterr().out.endswith("Name a new or an empty folder.\n")
    assert (tmp_path / "site").read_text() == "Mine."


def test_content_with_mistakes_is_not_published(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sample / "conditions" / "grey-days.en.md").unlink()

    assert main(["publish", str(tmp_path / "site"), "--content", str(sample)]) == 1
    assert "grey-days" in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_two_names_with_one_code_are_not_published(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = sample / "questions"
    for twin in ("cup-7865", "cup-17333"):
        shutil.copy(asked / "who-pours.en.md", asked / f"{twin}.en.md")

    status = main(["publish", str(tmp_path / "site"), "--content", str(sample)])

    assert status == 1
    told = "`cup-17333` and `cup-7865` have the same short code on phones. Rename the newer one.\n"
    assert capsys.readouterr().out.endswith(f"content/questions:1: {told}")
    assert not (tmp_path / "site").exists()


def test_no_two_files_that_are_shipped_share_a_code() -> None:
    for kind in ("conditions", "questions"):
        names = [path.name.split(".")[0] for path in (SHIPPED / kind).glob("*.en.md")]
        assert shared(names) == []


def test_the_page_is_neutral_as_it_comes(pack: Pack) -> None:
    page = closed(page_of(pack)).casefold()

    words = [word for one in pack.conditions for word in (one.title, *one.giveaways)]
    assert [word for word in words if word.casefold() in page] == []
    assert "<title>questions to take along</title>" in page
    assert CALLED.casefold() in page


def test_the_page_loads_its_own_two_files_and_asks_for_nothing_else(pack: Pack) -> None:
    page = page_of(pack)

    assert f'content="{POLICY}"' in page
    assert dict(one.split(" ") for one in POLICY.split("; ")) == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert '<meta name="referrer" content="no-referrer">' in page
    loaded = re.findall(r'<(?:link|script|img|iframe|source)\b[^>]*(?:href|src)="([^"]*)"', page)
    assert loaded == ["data:,", "../ask-first.css", "../ask-first.js"]
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<form|<input|<iframe|javascript:", page) == []
    assert re.findall(r"<script[^>]*>(.+?)</script>", page) == []
    assert re.findall(r'<a [^>]*href="#', page) == []  # it would take the place of what was picked


def test_without_a_script_every_topic_and_question_stands_on_the_page(pack: Pack) -> None:
    page = page_of(pack)

    read = shown(page)
    for one in pack.questions:
        assert f'<li data-code="{code_of(one.id)}"' in page
        assert plain(one.title) in read
    for condition in pack.conditions:
        assert f'<details data-code="{code_of(condition.id)}"><summary>' in page
        assert plain(condition.summary) in read
    assert page.count(" hidden") == 4  # what the script fills in, and no more
    assert pack.ui_strings.phone.page_empty in read
    for resource in pack.referral_resources:
        assert plain(resource.title) in read


def test_what_was_found_stands_before_its_harms_and_each_part_says_whose_word_it_is(
    pack: Pack,
) -> None:
    page = page_of(pack)

    halves = re.findall(r'<section class="found">.*?</section>\n<section class="harms">', page)
    assert len(halves) == page.count('<section class="found">') == len(pack.conditions)
    for section in pack.guide_sections:
        assert shown(page).count(section.title) >= 1
    own = re.findall(r'<p class="message(?: own)?">(.*?)</p>', page)
    assert len(own) == len(pack.guide_sections)
    assert all('<span class="mark">[' in part for part in own)


def test_what_was_found_is_told_with_how_sure_it_is(pack: Pack) -> None:
    choices = pack.ui_strings.choices
    found = re.findall(r'<section class="found">.*?</section>', page_of(pack))

    sure = {one.certainty for one in pack.guide_sections if one.certainty}
    told = {level for level in sure if any(choices.certainty[level] in part for part in found)}
    assert told == sure
    assert all(pack.ui_strings.labels.certainty in part for part in found)


def test_a_work_is_listed_by_its_number_with_how_it_was_checked(pack: Pack) -> None:
    said = "First.[^hill-paper] Then.[^meadow-paper] Last.[^hill-paper][^ours]"
    sections = tuple(
        one.model_copy(update={"message": Words(said)}) if one.id == "grey-days-found" else one
        for one in pack.guide_sections
    )

    page = page_of(changed(pack, guide_sections=sections))

    labels, choices = pack.ui_strings.labels, pack.ui_strings.choices
    told = f"First. [1] Then. [2 · {labels.second_hand}] Last. [1] [{labels.ours_short}]"
    assert told in shown(page)
    (works,) = re.findall(r'<details class="sources">.*?</details>', page)
    first, second = re.findall(r"<li>(.*?)</li>", works)
    assert pack.source["hill-paper"].title in first
    assert pack.source["meadow-paper"].title in second
    assert choices.verification["second-hand"] in unescape(second)
    assert f"doi.org/{pack.source['hill-paper'].doi}".casefold() in first.casefold()
    assert 'rel="noreferrer"' in first


def test_what_is_overdue_is_held_back_and_what_was_found_with_its_harms(pack: Pack) -> None:
    held = overdue(pack, "grey-days-harms")

    page = page_of(held)

    harms = pack.section["grey-days-harms"]
    found = pack.section["grey-days-found"]
    read = shown(page)
    assert plain(harms.message) not in read
    assert plain(found.message) not in read
    assert page.count('<p class="held">') == 2
    assert pack.ui_strings.labels.being_checked in read


def test_a_question_that_is_overdue_is_not_on_the_page(pack: Pack) -> None:
    assert shown(page_of(pack)).count("Who pours") == 1
    assert "Who pours" not in shown(page_of(overdue(pack, "who-pours")))


def test_a_clinic_that_hides_drafts_publishes_only_what_is_signed(pack: Pack) -> None:
    drafts = page_of(hiding_drafts(pack, []))
    signed = page_of(hiding_drafts(pack, items_of(pack)))

    assert re.findall(r'<details data-code="[a-z2-7]{5}"', drafts) == []
    assert "<li data-code" not in drafts
    assert CALLED in drafts
    assert len(re.findall(r'<details data-code="[a-z2-7]{5}"', signed)) == len(pack.conditions)
    assert pack.ui_strings.labels.draft in shown(drafts)
    assert pack.ui_strings.labels.draft not in shown(signed)


def test_a_clinic_publishes_the_conditions_that_it_shows_and_their_questions(pack: Pack) -> None:
    asked = with_questions(
        pack, [question("a", "Of grey?", "grey-days"), question("b", "Of short?", "short-nights")]
    )

    page = shown(page_of(asked, conditions=("short-nights",)))

    assert "Of short?" in page
    assert "Of grey?" not in page
    assert offered(asked, ("short-nights",))[0].title in page
    assert asked.condition["grey-days"].title not in page


def test_a_page_is_a_draft_by_what_stands_on_it_alone(pack: Pack) -> None:
    drafts = [question("a", "Of grey?", "grey-days"), question("b", "Of short?", "short-nights")]
    asked = with_questions(pack, drafts)
    signed = changed(asked, sign_offs=tuple(sign_off(one) for one in items_of(pack)))
    all_but_one = changed(signed, sign_offs=(*signed.sign_offs, sign_off(drafts[1])))

    draft = pack.ui_strings.labels.draft
    assert draft in shown(page_of(signed, conditions=("short-nights",)))
    assert draft not in shown(page_of(all_but_one, conditions=("short-nights",)))
    assert draft in shown(page_of(all_but_one))


def test_the_words_for_a_helper_stand_beside_those_that_differ(pack: Pack) -> None:
    page = page_of(pack)

    own = pack.question["with-my-biscuits"].title
    helpers = for_a_helper(pack).question["with-my-biscuits"].title
    both = f'<span class="own">{own}</span><span class="for-a-helper">{helpers}</span>'
    assert both in page
    assert page.count(f"<span>{pack.question['who-pours'].title}</span>") == 1


def test_the_page_names_the_clinics_own_contacts_or_else_the_front_desk(pack: Pack) -> None:
    nurse = {"name": "Nurse line", "kind": "front-desk", "phone": "202-456-1111"}
    labels = pack.ui_strings.labels

    page = page_of(pack, clinic_name="Riverside", contacts=[nurse])
    without = page_of(pack)

    begins = '<h3>Riverside</h3><h4>Nurse line</h4><p>Front desk</p><p class="reach">'
    told = re.search(rf'{begins}{labels.call}: <a href="tel:([^"]+)">', page)
    assert told
    assert re.sub(r"\D", "", told[1]).endswith("2024561111")
    assert labels.clinic_desk not in shown(page)
    assert labels.clinic_desk in shown(without)
    order = [page.index(text) for text in ("<h3>Emergency", "<h3>Riverside", "<h3>Front desk")]
    assert order == sorted(order)


LINE = {
    "name": "A sample line",
    "kind": "mental-health",
    "desk": "The green desk",
    "hours": {"monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"]},
    "closed_on": ["2026-12-25"],
    "languages": ["en", "es", "ase"],
}


def test_the_page_lists_when_somebody_answers_and_in_which_languages_and_never_says_now(
    pack: Pack,
) -> None:
    page = page_of(pack, contacts=[LINE], time_zone="America/New_York")

    ui = pack.ui_strings
    assert f"<p>{ui.choices.contact_kind['mental-health']}</p>" in page
    assert "<ul><li>Monday to Tuesday: 9 AM to 5 PM</li></ul>" in page
    assert ui.contacts.closed_on.format(days="December 25, 2026") in page
    assert '<span lang="es" dir="ltr">español</span>, American Sign Language' in page
    assert ui.contacts.closed_now not in page


def test_what_the_clinic_writes_of_itself_is_marked_as_of_its_language_on_another_page(
    tmp_path: Path,
) -> None:
    add_to(SAMPLE, tmp_path / "content")
    other = pack_of(read_translation(read_draft(tmp_path / "content"), LANGUAGE, ()).draft)

    page = page_of(other, clinic_name="Riverside", contacts=[LINE], time_zone="America/New_York")

    for tag, words in (("h3", "Riverside"), ("h4", "A sample line"), ("span", "The green desk")):
        assert f'<{tag} lang="en" dir="ltr">{words}</{tag}>' in page


def test_a_number_that_is_due_is_said_to_be_checked_but_never_one_in_danger(pack: Pack) -> None:
    told = f"<p>{pack.ui_strings.labels.number_being_checked}</p>"
    help_now = [one.id for one in pack.referral_resources if one.cannot_wait]
    can_wait = [one.id for one in pack.referral_resources if not one.cannot_wait]

    assert can_wait
    assert told not in page_of(overdue(pack, *help_now))
    assert page_of(overdue(pack, *can_wait)).count(told) == len(can_wait)


def test_a_number_with_an_extension_is_dialled_with_it_apart(pack: Pack) -> None:
    nurse = {"name": "Nurse line", "kind": "front-desk", "phone": "202-456-1111 ext. 12"}

    page = page_of(pack, contacts=[nurse])

    assert '<a href="tel:+1-202-456-1111;ext=12">(202) 456-1111 ext. 12</a>' in page


def test_the_page_says_when_it_was_written_and_by_when_it_is_old(pack: Pack) -> None:
    due = pack.ui_strings.phone.page_written.format(date="March 1, 2026", due="July 15, 2026")

    assert due in shown(page_of(pack))
