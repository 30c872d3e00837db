"""A clinic's people in `kiosk.toml`: no number that nobody answers, no hour in the wrong zone."""

from pathlib import Path

import pytest

from logic.clinic.phones import elsewhere
from logic.clinic.profile import Hours
from logic.content.problems import ContentError
from logic.settings import Settings, read_settings

ZONE = 'time_zone = "America/Chicago"\n'
CONTACT = '\n[[contacts]]\nname = "Nurse line"\nkind = "primary-care"\n'
PHONE = 'phone = "202-456-1111"\n'
HOURS = '[contacts.hours]\nmonday = ["09:00-17:00"]\n'
PNG = b"\x89PNG\r\n\x1a\n and what follows"

MADE_UP = "is a placeholder. Write a number that somebody has called."
NO_AREA_CODE = "has no area code. Write it like `202-456-1111`, and rooms like `220 to 240`."
IN_LETTERS = "is not written in digits alone. Write it like `202-456-1111` or with `ext. 12`."

MISTAKES = [
    pytest.param(
        CONTACT,
        ":2: This contact cannot be reached. Write `phone`, `desk` or both.",
        id="no way to reach",
    ),
    pytest.param(
        CONTACT + PHONE + 'email = "nurse@clinic.example"\n',
        ":6: `contacts.1.email` is not a field of Contact.",
        id="no email",
    ),
    pytest.param(
        ZONE + CONTACT + PHONE + "closed_on = [2026-12-25]\n",
        ":3: `closed_on` says nothing without hours. Write `[contacts.hours]`.",
        id="days off without hours",
    ),
    pytest.param(
        ZONE + CONTACT + PHONE + 'closed_on = ["Christmas"]\n' + HOURS,
        (
            ":7: `contacts.1.closed_on.1` must be a date written YYYY-MM-DD, not 'Christmas'. "
            "Write it like `2026-12-25`."
        ),
        id="no date",
    ),
    pytest.param(
        CONTACT + PHONE + HOURS,
        ":6: Hours need `time_zone`. Write it above, like `America/New_York`.",
        id="hours without a zone",
    ),
    *(
        pytest.param(
            ZONE + CONTACT + PHONE + f'[contacts.hours]\nmonday = ["{wrong}"]\n',
            (
                f":8: `contacts.1.hours.monday.1` cannot be '{wrong}'. "
                'Write it like `"09:00-17:00"`.'
            ),
            id=wrong,
        )
        for wrong in ("9-5", "09:00", "09:00-25:00", "24:00-02:00", "09:00-09:00", "09:00-17:60")
    ),
    pytest.param(
        ZONE + CONTACT + PHONE + '[contacts.hours]\nmonady = ["09:00-17:00"]\n',
        ":8: `contacts.1.hours.monady` is not a field of Hours. Did you mean `monday`?",
        id="no day",
    ),
    pytest.param(
        CONTACT + PHONE + 'languages = ["en", "Spanish"]\n',
        ":6: `contacts.1.languages.2` cannot be 'Spanish'. Write it like `\"es\"`.",
        id="no language",
    ),
    pytest.param(
        CONTACT + PHONE + "languages = ['en.\"><b>']\n",
        ":6: `contacts.1.languages.1` cannot be 'en.\"><b>'. Write it like `\"es\"`.",
        id="no language by its beginning alone",
    ),
    pytest.param(
        'time_zone = "America/New_Yrok"\n',
        (
            ":1: No time zone is called `America/New_Yrok`. Did you mean `America/New_York`? "
            "Write it like `America/New_York`."
        ),
        id="no zone",
    ),
    *(
        pytest.param(
            f'region = "US"\ntime_zone = "{elsewhere}"\n',
            (
                f":2: `{elsewhere}` is no time zone of the region (United States). "
                "Write the clinic's own."
            ),
            id=elsewhere,
        )
        for elsewhere in ("Europe/London", "America/Toronto", "UTC", "Etc/GMT+5")
    ),
    pytest.param(
        'clinic_name = "NAME OF YOUR CLINIC"\n',
        ":1: `clinic_name` is still to be filled in: “NAME OF YOUR CLINIC”. Write your own.",
        id="name of the example",
    ),
    *(
        pytest.param(
            f'clinic_name = "{name}"\n',
            f":1: `clinic_name` is still to be filled in: “{left}”. Write your own.",
            id=name,
        )
        for name, left in (
            ("Your clinic name", "Your clinic name"),
            ("Clinic’s name", "Clinic’s name"),
            ("Name of the clinic", "Name of the clinic"),
            ("My Clinic", "My Clinic"),
            ("Example Clinic", "Example Clinic"),
            ("xxx", "xxx"),
        )
    ),
    *(
        pytest.param(
            CONTACT + f'desk = "{desk}"\n',
            f":5: `contacts.1.desk`{told}",
            id=desk,
        )
        for desk, told in (
            (
                "Call 202-555-0100 or ask at desk 2",
                f": `202-555-0100` {MADE_UP}",
            ),
            ("Call 202-456-111", f": `202-456-111` is {elsewhere('US')}"),
            ("Call 456-1111", f": `456-1111` {NO_AREA_CODE}"),
            ("Desk 456-1111", f": `456-1111` {NO_AREA_CODE}"),
            ("Room 12, 456-1111", f": `456-1111` {NO_AREA_CODE}"),
            ("Rooms 202-456-111", f": `202-456-111` is {elsewhere('US')}"),
            ("Call 1-800-273-TALK", f": `1-800-273-TALK` {IN_LETTERS}"),
            *(
                (f"Desk 4: {made_up}", f": `{made_up}` {MADE_UP}")
                for made_up in ("312-5550100", "999-9999999", "000-0000000", "1-8005550100")
            ),
            (
                "Write to nurse@clinic.example",
                " holds an email address, and a visitor cannot send one here. Take it out.",
            ),
        )
    ),
    *(
        pytest.param(
            ZONE + CONTACT + PHONE + f"[contacts.hours]\n{hours}",
            (
                f":{line}: `contacts.1.hours.{day}`: `{later}` and {earlier} overlap. "
                "Write when the first ends, or both as one."
            ),
            id=f"{day} {later}",
        )
        for hours, line, day, earlier, later in (
            ('monday = ["09:00-12:00", "11:00-13:00"]\n', 8, "monday", "`09:00-12:00`",
             "11:00-13:00"),
            ('monday = ["22:00-02:00"]\ntuesday = ["01:00-05:00"]\n', 9, "tuesday",
             "`22:00-02:00` of monday", "01:00-05:00"),
            ('monday = ["01:00-05:00"]\nsunday = ["22:00-02:00"]\n', 8, "monday",
             "`22:00-02:00` of sunday", "01:00-05:00"),
        )
    ),
    pytest.param(
        ZONE + CONTACT + PHONE
        + '[contacts.hours]\nfriday = ["09:00-12:00", "09:00-12:00"]\n',
        ":8: `contacts.1.hours.friday`: `09:00-12:00` stands twice. Take one out.",
        id="a span twice",
    ),
    pytest.param(
        CONTACT.replace("Nurse line", "WHO ANSWERS") + 'desk = "TODO"\n',
        (
            ":3: `contacts.1.name` is still to be filled in: “WHO ANSWERS”. Write your own.\n"
            ":5: `contacts.1.desk` is still to be filled in: “TODO”. Write your own."
        ),
        id="words of the example",
    ),
    *(
        pytest.param(
            CONTACT + f'phone = "{phone}"\n',
            f":5: `contacts.1.phone`: `{phone}` {told}",
            id=phone,
        )
        for phone, told in (
            ("202-555-0123", MADE_UP),
            ("(800) 555-0199", MADE_UP),
            ("000-000-0000", MADE_UP),
            ("1234567", MADE_UP),
            ("123-456-7890", MADE_UP),
            ("202-456-111", f"is {elsewhere('US')}"),
            ("744-5000", NO_AREA_CODE),
            ("711", "is the relay for TTY, not the clinic. Write the clinic's own number."),
            ("+44 20 7219 3000", f"is {elsewhere('US')}"),
            ("202-456-CARE", IN_LETTERS),
            (
                "988",
                (
                    "is too short for a clinic's number. Write it with its area code; crisis "
                    "lines stand on the page already, and a number inside the house belongs in "
                    "`desk`."
                ),
            ),
        )
    ),
    pytest.param(
        'map = "map.png"\n',
        (
            ":1: A map needs `map_text`: the same in words, for whoever cannot see it. Write it.\n"
            ":1: No file `map.png` stands beside this one. Put it there."
        ),
        id="a map alone",
    ),
    pytest.param(
        'map_text = "Go left, or write to nurse@clinic.example"\n',
        (
            ":1: `map_text` holds an email address, and a visitor cannot send one here. "
            "Take it out.\n"
            ":1: `map_text` says what a map shows. Write `map` too."
        ),
        id="email beside a map",
    ),
    pytest.param(
        'map_text = "Go left"\n',
        ":1: `map_text` says what a map shows. Write `map` too.",
        id="a text alone",
    ),
]  # fmt: skip


def read(folder: Path, text: str) -> Settings:
    """The settings of a clinic that writes this."""
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_about_the_clinic_is_told_at_its_line(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, text)

    lines = "\n".join(f"{tmp_path / 'kiosk.toml'}{line}" for line in told.splitlines())
    assert str(caught.value) == lines


@pytest.mark.parametrize(
    "phone", ["202-456-1111", "(202) 456-1111", "+1 202 456 1111", "202-456-1111 ext. 12",
              "312-744-5000, ext. 114",
              "800-662-4357", "787-721-2400"],
)  # fmt: skip
def test_a_number_that_is_given_out_in_the_country_is_read(tmp_path: Path, phone: str) -> None:
    settings = read(tmp_path, CONTACT + f'phone = "{phone}"\n')

    assert settings.contacts[0].phone == phone


def test_a_desk_may_have_a_room_a_number_inside_the_house_and_one_that_answers(
    tmp_path: Path,
) -> None:
    desk = "Desk 2, room 301, by the lifts; 4711 from a phone in the hall, or (202) 456-1111"

    assert read(tmp_path, CONTACT + f'desk = "{desk}"\n').contacts[0].desk == desk


@pytest.mark.parametrize(
    "desk",
    [
        "Rooms 1200-1250",
        "1 Main St, Chicago, IL 60612-3800",
        "Suite 210 (1200 N Main St)",
        "Suite 210 1200 N Main",
        "Open 9.00-17.00",
        "Room 120-1204",
        "Rooms 220-1204",
        "Consultorios 220-1204, piso dos",
        "Wing A 100-199 2nd floor",
        "Wing A 100-199 2000 Main St",
        "Desk 4 (312) 744-5000",
        "Suite 210 312-744-5000, ext. 114.",
    ],
)
def test_rooms_hours_and_a_street_are_not_taken_for_a_telephone_number(
    tmp_path: Path, desk: str
) -> None:
    assert read(tmp_path, CONTACT + f'desk = "{desk}"\n').contacts[0].desk == desk


@pytest.mark.parametrize(
    "desk",
    ["Say the name of the clinic nurse at the door", "Write your NAME, and the clinic's name"],
)
def test_a_name_is_spoken_of_in_words_that_nobody_left_to_fill_in(
    tmp_path: Path, desk: str
) -> None:
    assert read(tmp_path, CONTACT + f'desk = "{desk}"\n').contacts[0].desk == desk


@pytest.mark.parametrize("name", ["My Clinic on Main Street", "The Name of the Clinic"])
def test_a_clinic_may_be_called_more_than_what_nobody_is(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f'clinic_name = "{name}"\n').clinic_name == name


def test_hours_that_touch_do_not_overlap(tmp_path: Path) -> None:
    days = "".join(f'{day} = ["00:00-24:00"]\n' for day in Hours.model_fields)
    lunch = '[contacts.hours]\nmonday = ["12:00-22:00", "09:00-12:00", "22:00-02:00"]\n'

    always = read(tmp_path, ZONE + CONTACT + PHONE + f"[contacts.hours]\n{days}")

    assert always.contacts[0].week
    assert read(tmp_path, ZONE + CONTACT + PHONE + lunch).contacts[0].week


@pytest.mark.parametrize(
    "zone", ["America/Chicago", "US/Central", "Pacific/Honolulu", "America/Puerto_Rico"]
)
def test_a_zone_of_the_country_and_of_its_territories_is_read(tmp_path: Path, zone: str) -> None:
    settings = read(tmp_path, f'time_zone = "{zone}"\n')

    assert str(settings.zone) == zone


def test_a_language_that_is_signed_or_not_in_the_clinics_letters_is_read(tmp_path: Path) -> None:
    settings = read(tmp_path, CONTACT + PHONE + 'languages = ["ase", "zh-Hant", "ht"]\n')

    assert settings.contacts[0].languages == ("ase", "zh-Hant", "ht")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("map.png", PNG, "png"),
        ("map.svg", b'<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="..."/>', "svg+xml"),
    ],
)
def test_a_map_is_taken_in_whole_so_that_no_page_needs_its_file(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(content)
    settings = read(tmp_path, f'map = "{name}"\nmap_text = "Go left"\n')

    (tmp_path / name).unlink()

    assert str(settings.picture).startswith(f"data:image/{kind};base64,")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html><svg></svg></html>", "is no picture that a kiosk shows. Save it as PNG or SVG."),
        (b"GIF89a", "is no picture that a kiosk shows. Save it as PNG or SVG."),
        (PNG + b"0" * 500_000, "is larger than 500 kB. Make it smaller."),
    ],
)
def test_a_map_that_no_browser_shows_or_that_is_too_large_is_told(
    tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "map.png").write_bytes(content)

    with pytest.raises(ContentError) as caught:
        read(tmp_path, 'map = "map.png"\nmap_text = "Go left"\n')

    assert str(caught.value) == f"{tmp_path / 'kiosk.toml'}:1: `map.png` {told}"


def test_a_map_that_does_not_stand_beside_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(PNG)
    clinic = tmp_path / "clinic"
    clinic.mkdir()

    with pytest.raises(ContentError) as caught:
        read(clinic, 'map = "../map.png"\nmap_text = "Go left"\n')

    told = "No file `../map.png` stands beside this one. Put it there."
    assert str(caught.value) == f"{clinic / 'kiosk.toml'}:1: {told}"


def test_a_map_that_the_kiosk_may_not_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.png").write_bytes(PNG)
    monkeypatch.setattr("logic.clinic.slips.os.access", lambda *_: False)

    with pytest.raises(ContentError) as caught:
        read(tmp_path, 'map = "map.png"\nmap_text = "Go left"\n')

    told = "The kiosk may not read `map.png`. Let its user read the file."
    assert str(caught.value) == f"{tmp_path / 'kiosk.toml'}:1: {told}"


def test_the_example_file_does_not_start_a_kiosk_before_somebody_has_filled_it_in(
    tmp_path: Path,
) -> None:
    example = Path(__file__).parents[2] / "kiosk.example.toml"
    settings = [line[2:] for line in example.read_text().splitlines() if line.startswith("# ")]
    taken = [line for line in settings if line.startswith("[") or " = " in line]

    with pytest.raises(ContentError) as caught:
        read(tmp_path, "\n".join(taken))

    told = "\n".join(problem.message for problem in caught.value.problems)
    names = ("`clinic_name` is", "`contacts.1.name` is", "`contacts.2.desk` is", "a placeholder")
    more = ("`map_text` is", "No file `map.png`", "`public_url` is", "`staff_pin` is")
    assert all(name in told for name in (*names, *more))
