"""What a clinic says of itself: the kiosk runs without it, and no mistake in it is let through."""

from pathlib import Path

import pytest

from logic.addresses import LONGEST_ADDRESS
from logic.clinic.profile import Contact
from logic.content.problems import ContentError
from logic.settings import Settings, read_settings, settings_file

CONDITIONS = frozenset({"grey-days", "short-nights"})
COMPLETE = """\
clinic_name = "Riverside Clinic"
region = "US"
conditions = ["short-nights"]
port = 9000
idle_seconds = 90
show_drafts = false

[[contacts]]
name = "Nurse line"
kind = "primary-care"
desk = "Ask at desk 2"
"""

DESK = '[[contacts]]\nname = "Desk"\nkind = "front-desk"\ndesk = "Here"\n'

MISTAKES = [
    (
        "extra_forbidden",
        'clinic = "Example Clinic"\n',
        ":1: `clinic` is not a field of Settings. Did you mean `clinic_name`?",
    ),
    (
        "extra_forbidden",
        'port = 9000\n\n[shop]\nname = "Tea"\n',
        ":3: `shop` is not a field of Settings.",
    ),
    (
        "string_type",
        "port = 9000\nclinic_name = 5\n",
        ':2: `clinic_name` must be one text, not 5. Write it like `"Riverside Clinic"`.',
    ),
    (
        "string_too_short",
        'clinic_name = ""\n',
        ':1: `clinic_name` is empty. Write it like `"Riverside Clinic"`.',
    ),
    ("literal_error", 'region = "Mars"\n', ":1: `region` must be 'US', not 'Mars'."),
    (
        "unknown",
        'conditions = ["short-nights", "long-nights"]\n',
        ":1: No condition is called `long-nights`. Use: grey-days, short-nights.",
    ),
    (
        "string_pattern_mismatch",
        'conditions = ["Short nights"]\n',
        ":1: `conditions.1` cannot be 'Short nights'. Write it like `two-words`.",
    ),
    (
        "too_short",
        "conditions = []\n",
        (
            ":1: `conditions` is too short: 0 given, 1 needed. "
            'Write it like `["depression", "ocd"]`.'
        ),
    ),
    (
        "tuple_type",
        'conditions = "short-nights"\n',
        (
            ":1: `conditions` must be a list, not 'short-nights'. "
            'Write it like `["depression", "ocd"]`.'
        ),
    ),
    (
        "tuple_type",
        'contacts = "Nurse line"\n',
        ":1: `contacts` must be a list, not 'Nurse line'. Write it like `[[contacts]]`.",
    ),
    *(
        (
            "value_error",
            f"show_drafts = {wrong}\n",
            f":1: `show_drafts` must be `true` or `false`, not {wrong}.",
        )
        for wrong in ("'false'", "'no'", "0", "1.0")
    ),
    *(
        (
            "int_type",
            f"places = 5\nport = {wrong}\n",
            f":2: `port` must be a whole number, not {wrong}. Write it like `8501`.",
        )
        for wrong in ("'8501'", "'front'", "8501.0", "8501.5", "inf", "[8501]")
    ),
    (
        "int_type",
        "places = true\n",
        ":1: `places` must be a whole number, not True. Write it like `20`.",
    ),
    (
        "int_type",
        "idle_seconds = '60'\n",
        ":1: `idle_seconds` must be a whole number, not '60'. Write it like `60`.",
    ),
    (
        "int_type",
        "reading_seconds = '90'\n",
        ":1: `reading_seconds` must be a whole number, not '90'. Write it like `90`.",
    ),
    (
        "greater_than_equal",
        "port = 80\n",
        ":1: `port` must be 1024 or more, not 80. Write it like `8501`.",
    ),
    (
        "greater_than_equal",
        "places = 5\nPORT = 80\n",
        ":2: `port` must be 1024 or more, not 80. Write it like `8501`.",
    ),
    (
        "less_than_equal",
        "port = 65536\n",
        ":1: `port` must be 65535 or less, not 65536. Write it like `8501`.",
    ),
    (
        "greater_than_equal",
        "idle_seconds = 5\n",
        ":1: `idle_seconds` must be 30 or more, not 5. Write it like `60`.",
    ),
    (
        "less_than_equal",
        "idle_seconds = 900\n",
        ":1: `idle_seconds` must be 600 or less, not 900. Write it like `60`.",
    ),
    *(
        (
            "string_pattern_mismatch",
            f'address = "{wrong}"\n',
            f":1: `address` cannot be '{wrong}'. Write it like `\"127.0.0.1\"`.",
        )
        for wrong in ("", "http://localhost", "localhost:8501", "300.0.0.1", "a b", "*", "::1::")
    ),
    (
        "string_pattern_mismatch",
        'hosts = ["kiosk.example", "*.example"]\n',
        ":1: `hosts.2` cannot be '*.example'. Write it like `\"kiosk.clinic.internal\"`.",
    ),
    (
        "string_pattern_mismatch",
        'health_for = ["127.0.0.1", "192.0.2.7/24"]\n',
        ":1: `health_for.2` cannot be '192.0.2.7/24'. Write it like `\"192.0.2.0/24\"`.",
    ),
    (
        "greater_than_equal",
        "places = 0\n",
        ":1: `places` must be 1 or more, not 0. Write it like `20`.",
    ),
    (
        "less_than_equal",
        "places = 501\n",
        ":1: `places` must be 500 or less, not 501. Write it like `20`.",
    ),
    (
        "missing",
        f'{DESK}\n[[contacts]]\nname = "Nurse"\ndesk = "There"\n',
        (
            ":6: `contacts.2.kind` is missing. "
            "Write one of: `mental-health`, `pain`, `primary-care`, `front-desk`."
        ),
    ),
    (
        "missing",
        f'[[contacts]]\nkind = "pain"\ndesk = "Here"\n\n{DESK}',
        ':1: `contacts.1.name` is missing. Write it like `"Nurse line"`.',
    ),
    (
        "extra_forbidden",
        f'{DESK}nmae = "Nurse"\n',
        ":5: `contacts.1.nmae` is not a field of Contact. Did you mean `name`?",
    ),
    (
        "model_type",
        'contacts = ["Nurse line"]\n',
        ":1: `contacts.1` must be fields with their values, not 'Nurse line'.",
    ),
    *(
        (
            "value_error",
            f'port = 9000\npublic_url = "{wrong}"\n',
            (
                f":2: `public_url` must be an address that begins with `https://`, not '{wrong}'. "
                'Write it like `"https://clinic.example/ask-first"`.'
            ),
        )
        for wrong in (
            "http://clinic.example",
            "clinic.example",
            "https://",
            "https://clinic.example:99999",
            "https://clinic.example/a b",
            "https://[::1",
            "",
        )
    ),
    *(
        (
            "value_error",
            f'port = 9000\npublic_url = "https://clinic.example/{wrong}"\n',
            ":2: `public_url` holds `?` or `#`. Leave it out, and all that follows it.",
        )
        for wrong in ("?page=1", "#page", "?", "#")
    ),
    *(
        (
            "value_error",
            f'port = 9000\npublic_url = "https://{wrong}@clinic.example"\n',
            ":2: `public_url` holds a name or a password. Leave out all up to its `@`.",
        )
        for wrong in ("kiosk", "kiosk:secret", "")
    ),
    (
        "value_error",
        f'public_url = "https://clinic.example/{"a" * 98}"\n',
        ":1: `public_url` has 121 signs. Use an address of 120 or fewer.",
    ),
    (
        "value_error",
        'public_url = "https://127.0.0.1/ask"\n',
        ":1: `public_url` holds an IP address. Write the name of the web server.",
    ),
    *(
        (
            "slip",
            f'port = 9000\npublic_url = "{example}"\n',
            (
                ":2: `public_url` is an example, or this machine alone: no phone finds it. "
                "Write where the site was put, or leave the line out."
            ),
        )
        for example in (
            "https://clinic.example/ask-first",
            "https://localhost",
            "https://kiosk.localhost:8443/ask",
            "https://www.Example.org/ask",
        )
    ),
    *(
        (
            "slip",
            f'port = 9000\npublic_url = "https://{inside}"\n',
            (
                ":2: `public_url` is known in the clinic's own network alone: no phone outside "
                "finds it. Write a public name, or leave the line out."
            ),
        )
        for inside in (
            "kiosk",
            "kiosk.clinic.internal/ask",
            "Kiosk.local",
            "ask.lan:8443",
            "ask.home.arpa",
        )
    ),
    (
        "value_error",
        'public_url = "https://laclínica.org"\n',
        ":1: `public_url` holds `laclínica.org`. Write that name as `xn--laclnica-f2a.org`.",
    ),
    (
        "value_error",
        'public_url = "https://la..clínica.org"\n',
        ":1: `public_url` holds `la..clínica.org`. Write that name as it was registered, in ASCII.",
    ),
    (
        "extra_forbidden",
        f'{DESK}printer = "front-desk"\n',
        (":5: `contacts.1.printer`: `printer` does not belong here. Move it below `[printing]`."),
    ),
    (
        "extra_forbidden",
        'port = 9000\nphone = "202-456-1111"\n',
        ":2: `phone`: `phone` does not belong here. Move it below `[[contacts]]`.",
    ),
    (
        "extra_forbidden",
        'port = 9000\n[hours]\nmonday = ["09:00-12:00"]\n',
        ":2: `hours` belongs to a contact. Write it below one: `[contacts.hours]`.",
    ),
    *(
        (
            "extra_forbidden",
            f"{table}port = 9000\n",
            (
                f":{line}: `{named}.port`: `port` does not belong here. "
                "Move it above the first line that begins with `[`."
            ),
        )
        for table, line, named in (
            (DESK, 5, "contacts.1"),
            ('[printing]\nby = "off"\n', 3, "printing"),
            (f"{DESK}[contacts.hours]\n", 6, "contacts.1.hours"),
        )
    ),
    (
        "extra_forbidden",
        f'{DESK}[contacts.hours]\nphone = "202-456-1111"\n',
        (
            ":6: `contacts.1.hours.phone`: `phone` does not belong here. "
            "Move it above `[contacts.hours]`."
        ),
    ),
    (
        "not TOML",
        "port = 9000\nclinic_name = Example Clinic\n",
        ":2: This line cannot be read. Write `name = value`, and texts in quotation marks.",
    ),
    (
        "not TOML",
        "port = 9000\nconditions = [\n",
        ":2: This line cannot be read. Write `name = value`, and texts in quotation marks.",
    ),
    ("empty", "\n", ":1: The file is empty. Write it, or delete it."),
]


@pytest.mark.parametrize(("text", "told"), [mistake for _, *mistake in MISTAKES])
def test_a_mistake_in_the_file_is_told_at_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_settings(path, CONDITIONS)

    assert str(caught.value) == f"{path}{told}"


def test_a_mark_that_some_editors_write_first_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("port = 9000\n", encoding="utf-8-sig")

    assert read_settings(path).port == 9000


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b'port = 9000\nclinic_name = "Caf\xe9"\n')

    with pytest.raises(ContentError) as caught:
        read_settings(path, CONDITIONS)

    assert (
        str(caught.value)
        == f"{path}:2: This is not UTF-8 text. Save the file with the encoding UTF-8."
    )


def test_every_mistake_in_the_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('port = 80\nregion = "Mars"\n', encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_settings(path, CONDITIONS)

    assert [problem.line for problem in caught.value.problems] == [1, 2]


def test_the_kiosk_runs_without_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = tmp_path / "beside.toml"
    monkeypatch.setattr("logic.settings.SHIPPED", beside)

    settings = read_settings(beside, CONDITIONS)

    assert settings.model_dump() == Settings().model_dump()
    assert settings.conditions is None
    assert settings.show_drafts


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    named = tmp_path / "elsewhere.toml"

    with pytest.raises(ContentError) as caught:
        read_settings(named, CONDITIONS)

    assert str(caught.value) == f"{named}:1: The file is missing. Put it back."


@pytest.mark.parametrize(
    "right",
    [
        "https://ask.riverside.org",
        "https://ask.riverside.org:8443/a/b-c_d.~",
        f"https://ask.riverside.org/{'a' * 94}",
    ],
)
def test_an_address_that_phones_can_open_is_kept_without_its_end(
    tmp_path: Path, right: str
) -> None:
    path = tmp_path / "kiosk.toml"
    for ending in ("", "/") if len(right) < LONGEST_ADDRESS else ("",):
        path.write_text(f'public_url = "{right}{ending}"\n', encoding="utf-8")

        assert read_settings(path).public_url == right


def test_a_complete_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(COMPLETE, encoding="utf-8")

    settings = read_settings(path, CONDITIONS)

    assert settings.clinic_name == "Riverside Clinic"
    assert settings.conditions == ("short-nights",)
    assert not settings.show_drafts
    assert settings.contacts == (
        Contact(name="Nurse line", kind="primary-care", desk="Ask at desk 2"),
    )
    assert (settings.port, settings.idle_seconds, settings.region) == (9000, 90, "US")


def test_a_file_of_comments_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("# port = 9000\n", encoding="utf-8")

    settings = read_settings(path, CONDITIONS)

    assert settings.model_dump() == Settings().model_dump()


def test_a_variable_left_in_a_shell_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("idle_seconds = 90\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("CLINIC_NAME", "Elsewhere")

    settings = read_settings(path, CONDITIONS)

    assert settings.port == Settings.model_fields["port"].default
    assert settings.clinic_name is None


def test_the_file_is_the_one_that_is_named_or_beside_the_kiosk_or_of_one_that_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, installed = tmp_path / "beside.toml", tmp_path / "installed.toml"
    monkeypatch.setattr("logic.settings.SHIPPED", beside)
    monkeypatch.setattr("logic.settings.INSTALLED", installed)
    monkeypatch.setenv("KIOSK_SETTINGS", "elsewhere/kiosk.toml")
    named = settings_file()
    monkeypatch.delenv("KIOSK_SETTINGS")

    without_any = settings_file(or_installed=True)
    installed.touch()
    where_installed = settings_file(or_installed=True)
    not_asked_for = settings_file()
    beside.touch()

    assert named == Path("elsewhere/kiosk.toml")
    assert without_any == beside
    assert where_installed == installed
    assert not_asked_for == beside
    assert settings_file(or_installed=True) == beside


def test_a_file_that_not_everybody_may_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root, who may run this, reads every file

    with pytest.raises(ContentError) as caught:
        read_settings(tmp_path / "kiosk.toml")

    told = "You may not read this file. Run the command as somebody who may, with `sudo`."
    assert str(caught.value) == f"{tmp_path / 'kiosk.toml'}:1: {told}"


@pytest.mark.parametrize(
    "written", ["127.0.0.1", "0.0.0.0", "::1", "kiosk", "kiosk.clinic.internal"]
)
def test_an_address_a_name_and_a_network_are_read(tmp_path: Path, written: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(
        f'address = "{written}"\nhosts = ["{written}"]\nhealth_for = ["192.0.2.0/24", "::1"]\n'
    )

    settings = read_settings(path, CONDITIONS)

    assert (settings.address, settings.hosts) == (written, (written,))
    assert settings.health_for == ("192.0.2.0/24", "::1")


@pytest.mark.parametrize("pin", ["1234", '"123"', '"123456789"', '"12a4"', '"١٢٣٤"'])
def test_a_pin_that_cannot_be_tapped_is_told_and_not_repeated(tmp_path: Path, pin: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f"staff_pin = {pin}\n", encoding="utf-8")

    with pytest.raises(ContentError) as told:
        read_settings(file)

    assert (
        str(told.value)
        == f"{file}:1: `staff_pin` must be four to eight digits, in quotation marks."
    )


GUESSED = (
    *("0000", "77777777", "1234", "4321", "56789", "7890", "01234567", "0987"),
    *("1212", "1122", "1221", "123123", "112233", "2580", "0852"),
)


@pytest.mark.parametrize("pin", GUESSED)
def test_a_pin_that_everybody_tries_first_is_told_and_not_repeated(
    tmp_path: Path, pin: str
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'port = 9000\nstaff_pin = "{pin}"\n', encoding="utf-8")

    with pytest.raises(ContentError) as told:
        read_settings(file)

    assert str(told.value) == (
        f"{file}:2: `staff_pin` is guessed at once: two digits or fewer, a repeat, or a row of "
        "the pad. Choose another."
    )


@pytest.mark.parametrize("pin", ["2468", "1233", "80251937"])
def test_any_other_pin_is_read(tmp_path: Path, pin: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'staff_pin = "{pin}"\n', encoding="utf-8")

    assert read_settings(file).staff_pin == pin
