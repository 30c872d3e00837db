// When another page is shown: begin at its top, and let a screen reader start at its heading.
"use strict";

let shown = null;

function pageChanged() {
  const heading = document.querySelector("h1[data-page]");
  if (!heading || heading.dataset.page === shown) return;
  const isFirst = shown === null;
  shown = heading.dataset.page;
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
  if (!isFirst) heading.focus({ preventScroll: true });
}

new MutationObserver(pageChanged).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
