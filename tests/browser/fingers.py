"""How large it is what can be tapped."""

from playwright.sync_api import Page

SMALLEST, SMALLEST_MAIN = 60, 80  # CSS pixels, each way
TAPPED = "button, summary, a, [role=button]"
MAIN = ".foot button, .tiles button, :is([data-tap=start], [data-tap^=calm-], [data-tap=done])"
# What can be tapped and is smaller than it should be. A word or a mark within a text is that text's
# size: among studies, what it opens can be opened by a large control below the text, too.
SMALLER = """([which, smallest]) => [...document.querySelectorAll(which)]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .filter(one => !one.matches('.term, .who, .skip'))
  .map(one => [one.textContent.slice(0, 40), one.getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < smallest - 0.5)
  .map(([told, { width, height }]) => `${told}: ${width} by ${height}`)"""


def too_small(page: Page) -> list[str]:
    """What on a page is smaller than a finger needs it."""
    small: list[str] = page.evaluate(SMALLER, [TAPPED, SMALLEST])
    return small + list(page.evaluate(SMALLER, [MAIN, SMALLEST_MAIN]))
