// A visitor's list of questions. A question stands in what is the same for everyone, so the page
// tells apart which ones are on the list (frame.py). The guard sends the tap itself.
"use strict";

const page = () => document.querySelector("h1[data-asked]");
const asked = () => page()?.dataset.asked.split(" ").filter(Boolean) ?? [];

const nameOf = (one) => one.dataset.tap.replace("asks-", "");

function mark() {
  const onList = asked();
  for (const one of document.querySelectorAll("button.ask")) {
    const isOnList = String(onList.includes(nameOf(one)));
    if (one.ariaPressed !== isOnList) one.ariaPressed = isOnList;
  }
}

addEventListener("click", ({ target }) => {
  const control = target.closest("button.ask");
  if (!control) return;
  const name = nameOf(control);
  const others = asked().filter((one) => one !== name);
  // At once, whatever the server takes to answer; then as it says.
  page().dataset.asked = [...others, ...(asked().includes(name) ? [] : [name])].join(" ");
  mark();
});

// Where a clinic's browser prints without asking, a tap prints the page.
addEventListener("click", ({ target, detail }) => {
  if (target.closest("[data-print]") && detail < 2) print();
});

new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
