"""The way from welcome to referral, in the kiosk and in whatever it is measured beside."""

from dataclasses import dataclass

from benchmarks.bars import KIOSK

CONDITION = "depression"
TENFOLD = "ten times the content"
SOCKET, SWAP, USUAL, BARE = "one WebSocket", "swap in the browser", "usual idioms", "bare Streamlit"


@dataclass(frozen=True)
class Step:
    """A tap that asks the server: its name, its control as CSS, and what it leads to.

    `is_there` is a function of JavaScript. A step that is `beside` the way leads back to it, and
    is no part of a first whole visit.
    """

    name: str
    control: str
    is_there: str
    beside: bool = False


@dataclass(frozen=True)
class Opening:
    """A tap that asks nobody: its name, the page it stands on, its control and what it opens."""

    name: str
    page: str
    control: str
    opened: str
    closes: str


@dataclass(frozen=True)
class App:
    """Something to be measured: where it is, how it is walked, and when a page of it is there.

    `is_ready` is true once the next tap counts. What is `pressed` looks so under a finger.
    """

    name: str
    address: str
    is_there: str
    steps: tuple[Step, ...]
    is_ready: str = "() => true"
    openings: tuple[Opening, ...] = ()
    pressed: str | None = None

    @property
    def way(self) -> tuple[Step, ...]:
        """The way from the first page to the last, and nothing beside it."""
        return tuple(one for one in self.steps if not one.beside)


DRAWN = 'document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"'
# What is in sight, or soon will be, is no picture until it is decoded.
SEEN = '[...document.querySelectorAll(".picture img")].every((one) => one.complete)'
ONE_HEADING = 'document.querySelectorAll("h1").length === 1'


def kiosk(address: str) -> App:
    """The kiosk with its shipped content."""
    on, card = tapped("next"), "article.study"
    # Whether what they hold is laid out yet or not.
    numbers = f"{card} details:is([data-holds*='picture'], :has(.picture))"
    words = "[data-holds*='\uf8f0h3']:not([data-holds*='picture']), :has(h3):not(:has(.picture))"
    more = f"{card} details:is({words})"
    note = ".note:popover-open"
    return App(
        KIOSK,
        address,
        page_of_kiosk("welcome"),
        (
            Step("conditions", tapped("start"), page_of_kiosk("conditions")),
            Step(
                "guide",
                tapped(f"condition-{CONDITION}"),
                page_of_kiosk("guide"),
            ),
            Step(
                "a part of the guide",
                tapped("open-harms"),
                page_of_kiosk(f"guide {CONDITION}-harms"),
                beside=True,
            ),
            Step(
                "all parts again",
                tapped("all-parts"),
                page_of_kiosk("guide"),
                beside=True,
            ),
            chosen("five minutes", "depth-middle"),
            chosen("time to read", "depth-long"),
            Step("studies", on, page_of_kiosk("studies")),
            chosen("studies as a map", "study_view-map"),
            chosen("studies as a table", "study_view-table"),
            chosen("studies as cards", "study_view-cards"),
            chosen("the largest studies", "study_filter-largest"),
            chosen("all studies", "study_filter-all"),
            Step("assessment", on, page_of_kiosk("assessment")),
            Step("questions", on, page_of_kiosk("questions")),
            Step("referral", on, page_of_kiosk("referral")),
        ),
        '() => !("settling" in document.documentElement.dataset)',
        (
            Opening("a detail", "studies", f"{more} > summary", f"{more}[open]", "summary"),
            Opening("a definition", "studies", f"{card} .term", note, ".close"),
            Opening("a source", "studies", f"{card} .who", note, ".close"),
            Opening("a picture", "studies", f"{numbers} > summary", f"{numbers}[open]", "summary"),
        ),
        tapped("start"),
    )


def tapped(name: str) -> str:
    """A control of the kiosk, as CSS."""
    return f'[data-tap="{name}"]'


def page_of_kiosk(place: str) -> str:
    """Whether a page of the kiosk is there, whole and with its pictures."""
    heading = f"document.querySelector('h1[data-place=\"{place}\"]')"
    return f"() => {ONE_HEADING} && {heading} && {DRAWN} && {SEEN}"


def chosen(name: str, key: str) -> Step:
    """A choice among ways to look at a page. The one that is taken is marked, in words too."""
    control = tapped(key)
    marked = f'document.querySelector(`{control}`)?.innerText.startsWith("✓")'
    return Step(name, control, f"() => {marked} && {DRAWN} && {SEEN}", beside=True)
