"""A stand-in for the browser's speech: it offers the voices that a test names, and says nothing.

It tells what it was asked to say, and when it was silenced; a sentence ends when the test says so.
"""

import json
from dataclasses import dataclass

from playwright.sync_api import Page

# A language, and whether its voice is on this machine.
Voice = tuple[str, bool]
HERE: list[Voice] = [("en-US", True), ("es-MX", True)]

STAND_IN = """(voices) => {
  class Engine extends EventTarget {
    #said = null;
    voices = voices.map(([lang, localService]) => ({ lang, localService, name: lang }));
    listed = 0;
    getVoices() { this.listed += 1; return this.voices; }
    get speaking() { return this.#said !== null; }
    asked = [];
    #tell(what) { // kept for as long as the browser's tab, whatever page it opens next
      const told = JSON.parse(sessionStorage.told ?? "[]");
      sessionStorage.told = JSON.stringify([...told, [what, performance.timeOrigin]]);
    }
    speak(said) {
      this.#said = said;
      this.asked.push({ text: said.text, lang: said.lang, voice: said.voice.lang });
      this.#tell("speaks");
    }
    cancel() {
      const said = this.#said;
      this.#said = null;
      if (!said) return;
      this.#tell("is silenced");
      setTimeout(() => said.onerror({ error: "interrupted" }), 0); // as a browser tells, later
    }
    ends() { const said = this.#said; this.#said = null; said.onend({}); }
    fails() { const said = this.#said; this.#said = null; said.onerror({ error: "audio-busy" }); }
    brings(lang) {
      this.voices.push({ lang, localService: true, name: lang });
      this.dispatchEvent(new Event("voiceschanged"));
    }
  }
  class Utterance { constructor(text) { this.text = text; } }
  Object.defineProperty(window, "speechSynthesis", { value: new Engine() });
  window.SpeechSynthesisUtterance = Utterance;
}"""


@dataclass
class Speech:
    """The speech of one browser page, as a test hears it."""

    page: Page

    @property
    def told(self) -> list[tuple[str, float]]:
        """What was begun and what was silenced, each with when its page was opened."""
        told = self.page.evaluate("JSON.parse(sessionStorage.told ?? '[]')")
        return [(what, page) for what, page in told]

    @property
    def asked(self) -> list[dict[str, str]]:
        """What the page asked for, in order: the text, its language and voice."""
        return list(self.page.evaluate("speechSynthesis.asked"))

    @property
    def said(self) -> list[str]:
        """What was to be said, in order."""
        return [one["text"] for one in self.asked]

    @property
    def listed(self) -> int:
        """How often the page asked for all voices."""
        return int(self.page.evaluate("speechSynthesis.listed"))

    def was_silenced(self) -> bool:
        """Whether the page itself ended what it said last, before it went away."""
        (first, page), then = self.told[-2:]
        return first == "speaks" and then == ("is silenced", page)

    def is_heard(self) -> bool:
        """Whether something is being said."""
        return bool(self.page.evaluate("speechSynthesis.speaking"))

    def ends(self) -> None:
        """The sentence has been said."""
        self.page.evaluate("speechSynthesis.ends()")

    def fails(self) -> None:
        """The engine cannot say it."""
        self.page.evaluate("speechSynthesis.fails()")

    def brings(self, language: str) -> None:
        """The engine finds another voice."""
        self.page.evaluate("(lang) => speechSynthesis.brings(lang)", language)

    def ends_all(self) -> None:
        """Every sentence is said, to the last."""
        while self.is_heard():
            self.ends()


def stand_in(page: Page, voices: list[Voice]) -> Speech:
    """Give a page, before it is opened, a speech that a test hears."""
    page.add_init_script(f"({STAND_IN})({json.dumps(voices)})")
    return Speech(page)
