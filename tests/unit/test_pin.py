from logic.pin import LOCKED_FOR, TRIES, Pin


class Time:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_right_pin_opens_and_a_wrong_one_does_not() -> None:
    pin = Pin("2468")

    assert [pin.judge(given) for given in ("2468", "1357", "", "24680", "²⁴⁶⁸")] == [
        "right",
        *["wrong"] * 4,
    ]


def test_after_five_wrong_tries_the_right_pin_waits_for_five_minutes() -> None:
    time = Time()
    pin = Pin("2468", time)

    assert [pin.judge("1357") for _ in range(TRIES)] == ["wrong"] * TRIES
    assert pin.judge("2468") == "locked"
    time.now = LOCKED_FOR - 1
    assert pin.judge("2468") == "locked"
    time.now = LOCKED_FOR
    assert pin.judge("2468") == "right"


def test_a_right_try_forgives_the_wrong_ones_before_it() -> None:
    pin = Pin("2468")
    for _ in range(3):
        assert [pin.judge("1357") for _ in range(TRIES - 1)] == ["wrong"] * (TRIES - 1)
        assert pin.judge("2468") == "right"


def test_tries_while_it_is_locked_do_not_lock_it_for_longer() -> None:
    time = Time()
    pin = Pin("2468", time)
    for _ in range(TRIES * 3):
        pin.judge("1357")

    time.now = LOCKED_FOR

    assert pin.judge("2468") == "right"
