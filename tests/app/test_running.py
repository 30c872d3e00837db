"""What awaits is run to its end in a test, also where a browser's own loop counts as running."""

import asyncio

from tests.app.running import to_its_end


async def answers() -> int:
    await asyncio.sleep(0)
    return 1


def test_what_awaits_ends_though_another_loop_counts_as_running() -> None:
    resting = asyncio.new_event_loop()
    asyncio._set_running_loop(resting)  # noqa: SLF001 (as Playwright leaves it)

    try:
        assert to_its_end(answers()) == 1
        assert asyncio.get_running_loop() is resting
    finally:
        asyncio._set_running_loop(None)  # noqa: SLF001
        resting.close()
