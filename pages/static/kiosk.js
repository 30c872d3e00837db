// What the page does by itself: begin each page at its top, take a double tap for one tap, and cover
// itself when its server is away.
"use strict";

const SETTLED = 400; // milliseconds in which a second tap was meant for the page before
const ALWAYS = "[class*='st-key-clear-'], [class*='st-key-talk-']"; // help never waits
let shown = null;
let settling = null;

function pageChanged() {
  const heading = document.querySelector("h1[data-page]");
  if (!heading || heading.dataset.page === shown) return;
  const isFirst = shown === null;
  shown = heading.dataset.page;
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
  // A screen reader starts where the page starts.
  if (isFirst) return;
  heading.focus({ preventScroll: true });
  clearTimeout(settling);
  document.documentElement.dataset.settling = "";
  settling = setTimeout(() => delete document.documentElement.dataset.settling, SETTLED);
}

function isSecondTap(event) {
  const byFinger = event.detail > 0;
  const isSettling = "settling" in document.documentElement.dataset;
  return byFinger && isSettling && !event.target.closest(ALWAYS);
}

document.addEventListener(
  "click",
  (event) => {
    if (isSecondTap(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
  true,
);

// ---- The server away: cover the last page at once, come back with a new visit --------------------

function isAway() {
  const app = document.querySelector('[data-testid="stApp"]');
  const state = app?.dataset.testConnectionState;
  return shown !== null && state !== undefined && state !== "CONNECTED";
}

async function comeBack() {
  const answer = await fetch("/_stcore/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.replace("/");
  else setTimeout(comeBack, 1000);
}

function cover() {
  const away = document.getElementById("away");
  if (!away || !away.hidden || !isAway()) return;
  away.hidden = false;
  document.getElementById("root").inert = true;
  comeBack();
}

new MutationObserver(() => {
  pageChanged();
  cover();
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["data-test-connection-state"],
});
