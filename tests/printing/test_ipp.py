"""The Internet Printing Protocol as it is written: what is sent, and what is read of an answer."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.printing.ipp import Attributes, Operation, answer, request

HEAD = b"\x02\x00\x00\x00\x00\x00\x00\x01"  # version 2.0, "successful-ok", the first request


def attribute(tag: int, name: bytes, value: bytes) -> bytes:
    """An attribute, byte by byte."""
    return (
        bytes([tag]) + len(name).to_bytes(2, "big") + name + len(value).to_bytes(2, "big") + value
    )


def test_a_request_is_written_byte_by_byte_as_the_standard_says() -> None:
    about: Attributes = {"printer-uri": "ipp://localhost/printers/desk", "my-jobs": True}

    raw = request(Operation.PRINT_JOB, about, {"copies": 1, "job-sheets": ("none", "none")})

    assert raw == b"".join(
        (
            b"\x02\x00\x00\x02\x00\x00\x00\x01\x01",
            attribute(0x47, b"attributes-charset", b"utf-8"),
            attribute(0x48, b"attributes-natural-language", b"en"),
            attribute(0x45, b"printer-uri", b"ipp://localhost/printers/desk"),
            attribute(0x22, b"my-jobs", b"\x01"),
            b"\x02",
            attribute(0x21, b"copies", b"\x00\x00\x00\x01"),
            attribute(0x44, b"job-sheets", b"none"),
            attribute(0x44, b"", b"none"),
            b"\x03",
        )
    )


def test_an_answer_is_read_with_all_values_of_an_attribute_and_of_every_job() -> None:
    raw = b"".join(
        (
            HEAD,
            b"\x01",
            attribute(0x47, b"attributes-charset", b"utf-8"),
            b"\x02",
            attribute(0x21, b"job-id", b"\x00\x00\x00\x05"),
            attribute(0x23, b"job-state", b"\x00\x00\x00\x09"),
            b"\x02",
            attribute(0x21, b"job-id", b"\x00\x00\x00\x06"),
            b"\x04",
            attribute(0x44, b"printer-state-reasons", b"media-empty-error"),
            attribute(0x44, b"", b"offline-report"),
            attribute(0x22, b"printer-is-accepting-jobs", b"\x00"),
            b"\x03",
        )
    )

    told = answer(raw)

    assert told.is_good
    assert told.number("job-state") == 9
    assert told.numbers("job-id") == (5, 6)
    assert told.words("printer-state-reasons") == ("media-empty-error", "offline-report")
    assert told.number("printer-is-accepting-jobs") == 0
    assert (told.number("queued-job-count"), told.words("queued-job-count")) == (None, ())


def test_what_the_server_did_not_understand_is_not_taken_for_an_answer() -> None:
    raw = HEAD + b"\x05" + attribute(0x21, b"copies", b"\x00\x00\x00\x01") + b"\x03"

    assert answer(raw).attributes == {}


@pytest.mark.parametrize(("status", "is_good"), [(0x0000, True), (0x0001, True), (0x0406, False)])
def test_an_answer_says_whether_it_went_well(status: int, is_good: bool) -> None:  # noqa: FBT001
    raw = b"\x02\x00" + status.to_bytes(2, "big") + b"\x00\x00\x00\x01\x03"

    assert (answer(raw).status, answer(raw).is_good) == (status, is_good)


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda rest: HEAD + b"\x02" + rest))
def test_whatever_comes_is_an_answer_or_said_to_be_none(raw: bytes) -> None:
    with suppress(ValueError):
        answer(raw)
