// A visitor's list of questions. A question stands in what is the same for everyone, so the page
// tells apart which ones are on the list (frame.py), and holds a button out of sight for each that
// takes the tap, and one for the way to the list (pages/parts/asking.py).
"use strict";

const page = () => document.querySelector("h1[data-asked]");
const asked = () => page()?.dataset.asked.split(" ").filter(Boolean) ?? [];

function mark() {
  const onList = asked();
  for (const one of document.querySelectorAll("button.ask")) {
    const isOnList = String(onList.includes(one.dataset.asks));
    if (one.ariaPressed !== isOnList) one.ariaPressed = isOnList;
  }
}

addEventListener("click", ({ target, detail }) => {
  const name = target.closest("button.ask")?.dataset.asks;
  if (!name || detail > 1) return; // the second tap of a hand that trembles
  const taker = document.querySelector(`.st-key-asks-${name}-${page().dataset.page} button`);
  if (!taker) return;
  const others = asked().filter((one) => one !== name);
  // At once, whatever the server takes to answer; then as it says.
  page().dataset.asked = [...others, ...(asked().includes(name) ? [] : [name])].join(" ");
  mark();
  taker.click();
});

addEventListener("click", ({ target, detail }) => {
  if (!target.closest("button.see-list") || detail > 1) return;
  document.querySelector(`.st-key-see-list-${page().dataset.page} button`)?.click();
});

// Where a clinic's browser prints without asking, a tap prints the page.
addEventListener("click", ({ target, detail }) => {
  if (target.closest("[data-print]") && detail < 2) print();
});

new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
