"""What a page is held to: every rule of axe, and that a finger hits what it is meant to hit.

What axe cannot decide counts like what breaks a rule.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.fingers import too_small
from tests.conftest import Tell

# All of WCAG 2.2 and what is good practice, with the rules that axe itself still tries out. axe
# leaves some rules off, such as `target-size`; naming their tag turns them on.
TAGS = [
    "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa",
    "wcag22a", "wcag22aa", "wcag22aaa", "best-practice", "experimental",
]  # fmt: skip


class Exempt(NamedTuple):
    """Elements (as CSS) that a rule is not held to, a page that has one, and why."""

    rule: str
    what: str
    place: str
    why: str


EXEMPT = (
    Exempt(
        "hidden-content",
        "*",
        "welcome",
        "It only tells that something is hidden. What opens is opened here, and looked at then.",
    ),
    Exempt(
        "p-as-heading",
        ".reach",
        "talk",
        "A number to call is large and bold, and no heading: the name above it is one.",
    ),
)
# 7 to 1, and 4.5 for large letters, as level AAA asks. axe's own rule for that level lets pass what
# is below level AA, and a text whose ground it cannot tell: so that of level AA asks the same here.
CONTRAST, CONTRAST_OF_AAA = "color-contrast", "color-contrast-enhanced"
AS_AAA = {"contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}}}
# Somebody is there, or the guard would ask; and opens whatever opens. What few open is laid out for
# that, as it is for paper: pages/static/keys.js.
OPEN_ALL = """() => {
  dispatchEvent(new WheelEvent('wheel'));
  dispatchEvent(new Event('beforeprint'));
  document.querySelectorAll('details').forEach(one => { one.open = true; });
}"""
# axe measures the contrast of what is in sight alone, of a long page its beginning. So the page is
# laid out as on a screen that has no end, at the sizes of this one; the foot comes at its very end.
# Where something lies over the page, that alone is to be read, and is laid out so.
UNROLLED = """() => {
  if (!document.getElementById('stMain')) return [undefined, () => {}]; // no page of the kiosk
  const changed = [];
  const put = (one, styles) => Object.entries(styles).forEach(([name, value]) => {
    changed.push([one, name]);
    one.style.setProperty(name, value, 'important');
  });
  const all = (which) => [...document.querySelectorAll(which)];
  const around = (one) => one === document.body ? [one] : [one, ...around(one.parentElement)];
  const whole = document.getElementById('stMain').scrollHeight;
  const unrolled = { 'max-height': 'none', overflow: 'visible' };
  const page = around(document.querySelector('.st-key-body').parentElement);
  page.forEach(one => put(one, { ...unrolled, height: `${whole}px` }));
  const end = { translate: `0 ${whole - innerHeight}px` };
  all('.foot, #player').forEach(one => put(one, end));
  const [over] = all('#guard dialog[open], .note:popover-open, #more:popover-open');
  if (over) {
    const behind = all('.stApp, #invitation .light'); // ink on that light: test_looks.py
    behind.forEach(one => put(one, { visibility: 'hidden' }));
    put(over, { ...unrolled, visibility: 'visible', inset: '0 auto auto 0' });
    put(over, { height: 'auto', 'min-height': '100%' });
  }
  return [over, () => changed.forEach(([one, name]) => one.style.removeProperty(name))];
}"""
# Each breach with its place, and the rules that ran.
RUN = f"""async ([tags, exempt, without, asked]) => {{
  const [over, rollUp] = ({UNROLLED})();
  const {{ violations, incomplete, passes, inapplicable }} = await axe.run(over ?? document, {{
    runOnly: {{ type: 'tag', values: tags }},
    rules: Object.fromEntries(without.map(name => [name, {{ enabled: false }}])),
    checks: {{ '{CONTRAST}': {{ options: asked }} }},
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  }}).finally(rollUp);
  const isExempt = (id, one) => exempt.some(([rule, what]) => rule === id && one.matches(what));
  const told = ({{ any, all, none }}) => any.concat(all, none).map(one => one.message).join(' ');
  const breaches = [...violations, ...incomplete].flatMap(({{ id, nodes }}) => nodes
    .filter(({{ element }}) => !isExempt(id, element))
    .map(node => `${{id}}: ${{node.target.join(' ')}}: ${{told(node)}}`));
  const ran = [...violations, ...incomplete, ...passes, ...inapplicable].map(({{ id }}) => id);
  return [breaches, [...new Set(ran)]];
}}"""


def breaches(
    page: Page, exempt: tuple[Exempt, ...] = EXEMPT, without: tuple[str, ...] = ()
) -> tuple[list[str], set[str]]:
    """What breaks a rule of axe or may break it, and the names of the rules that were tried."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    pairs = [(one.rule, one.what) for one in exempt]
    found, ran = page.evaluate(RUN, [TAGS, pairs, without, AS_AAA])
    return list(found), set(ran)


@dataclass
class Inspector:
    """Looks at one state after another, and writes down what is wrong with each."""

    page: Page
    states: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def looks_at(self, state: str, without: tuple[str, ...] = ()) -> None:
        """Hold the page in sight, with all that opens in it opened, to every rule, or most."""
        self.page.evaluate(OPEN_ALL)
        found, _ = breaches(self.page, without=without)
        found += [f"too small: {one}" for one in too_small(self.page)]
        self.faults += [f"{state}: {one}" for one in found]
        self.states.append(state)

    def tells(self, record_property: Tell, whole: str) -> None:
        """Have a run tell how many states of a whole were seen, and what was wrong with them."""
        record_property(f"states of {whole}: {len(self.faults)} breaches", len(self.states))
