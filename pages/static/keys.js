// For keys and screen readers: what is said of another page, and where the focus goes on when what
// had it is gone. It stands in one function with the guard (pages/parts/shell.py), which calls it.
"use strict";

const scroller = () => document.getElementById("stMain"); // Streamlit's: the page moves in it

// ---- Another page, or the same one in another language ------------------------------------------

let lastPage = null;
let isCardSaid = true; // of a first page nothing is said
let lastSpoken = null;

// What a visitor comes back to is as it was left: what stood open, and how far down, as a share of it.
// A visit ends with a page that is opened anew: nothing of this is there for the next visitor.
const asLeft = new Map(); // by the names of the pages

const lists = () => [...document.querySelectorAll("#stMain details")];

function noteLeft() {
  if (!heading()) return; // no page is drawn: what was tapped is meant on every page
  const { scrollTop, scrollHeight } = scroller();
  const opened = lists().map((one) => ({
    says: one.firstElementChild.textContent,
    isOpen: one.open,
    isLaidOut: one.dataset.holds === undefined,
  }));
  asLeft.set(heading().dataset.page, { opened, down: scrollTop / scrollHeight });
}

function bringBack({ opened, down }) {
  let now = lists();
  opened.forEach(({ says, isOpen, isLaidOut }, place) => {
    const one = now[place];
    if (one?.firstElementChild.textContent !== says) return; // it is read in another way by now
    one.open = isOpen;
    if (!isLaidOut || one.dataset.holds === undefined) return;
    layOut(one);
    now = lists(); // there may be lists in it
  });
  scroller().scrollTo(0, down * scroller().scrollHeight);
}

function goTo({ again }) {
  scroller().scrollTo(0, 0);
  if (asLeft.has(again)) bringBack(asLeft.get(again));
}

const words = (one) => (one ? [...one.cloneNode(true).childNodes, ". "] : []);

function say() {
  // The topic stands above the heading, where whoever starts at the heading misses it.
  const told = [".where", "h1[data-page]"].map((one) => document.querySelector(one));
  document.querySelector(".said").replaceChildren(...told.flatMap(words));
  isCardSaid = false;
}

// Which card it is of several is drawn after the heading: until then, that of the page before stands.
function sayCard() {
  const { dataset, lang } = heading();
  const card = document.querySelector(`.which-card[data-of="${dataset.page} ${lang}"]`);
  if (isCardSaid || !card) return;
  document.querySelector(".said").append(...words(card));
  isCardSaid = true;
}

function followPage() {
  scroller().tabIndex = -1; // its ring would lie beneath the bars, and nothing can be done with it
  const isFirst = lastPage === null;
  const isNew = heading().dataset.page !== lastPage;
  const isSpoken = heading().lang === lastSpoken;
  [lastPage, lastSpoken] = [heading().dataset.page, heading().lang];
  if (!isFirst && (isNew || !isSpoken)) say();
  sayCard();
  if (isFirst || !isNew) return;
  goTo(heading().dataset);
  heading().focus({ preventScroll: true }); // a screen reader starts where the page starts
  settle(PAGE_SETTLES);
}

// ---- A control that is drawn anew by its own press: the focus stays at its place ----------------

const MORE = "#more";
const OPENS_MORE = ".more > button";
let hadFocus = null;
let placesNear = []; // the nearest first

function noteFocus({ target }) {
  hadFocus = target;
  placesNear = target.closest(MORE) ? [OPENS_MORE] : [];
  for (let one = target.closest("[data-tap], .box"); one; one = one.parentElement?.closest(".box")) {
    const { tap } = one.dataset;
    placesNear.push(tap ? `[data-tap="${tap}"]` : `.${[...one.classList].join(".")} button`);
  }
}

function keepFocus() {
  const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
  const isLost = hadFocus?.isConnected === false && document.activeElement === document.body;
  if (!isLost || state !== "notRunning") return; // a new page takes the focus to its heading
  const near = placesNear.map((place) => document.querySelector(`${place}:enabled`));
  (near.find((one) => one?.checkVisibility()) ?? heading()).focus({ preventScroll: true });
}

// ---- What opens over the page: the focus goes in, and whoever goes on closes it -----------------

// What few open is laid out when it is opened, or printed. What HTML is made of is swapped in it, and
// is swapped back: pages/parts/opened.py.
const [MADE_OF, INSTEAD] = ['<>&"', "\uf8f0\uf8f1\uf8f2\uf8f3"];
const swap = (one) => INSTEAD[MADE_OF.indexOf(one)] ?? MADE_OF[INSTEAD.indexOf(one)];

function layOut(one) {
  const { holds } = one.dataset;
  if (holds === undefined) return;
  delete one.dataset.holds;
  one.insertAdjacentHTML("beforeend", holds.replace(/[<>&"\uf8f0-\uf8f3]/g, swap));
}

function layOutDetails({ target }) {
  const details = target.closest("summary")?.parentElement;
  if (details) layOut(details);
}

function layOutAll() {
  for (let all; (all = document.querySelectorAll("[data-holds]")).length > 0; ) all.forEach(layOut);
}

// As it opens: the browser itself then takes the focus there, and back when it is closed. Which of the
// ways behind More is the first that can be tapped is known only now.
function enterOpened({ target, newState }) {
  if (newState !== "open") return;
  layOut(target);
  if (target.matches(MORE)) target.querySelector("button:enabled").autofocus = true;
}

function leaveOpened(event) {
  const opened = document.activeElement.closest(`.note, ${MORE}`);
  const ways = [...(opened?.querySelectorAll("button:enabled, summary") ?? [])];
  const inSight = ways.filter((one) => one.checkVisibility()); // a control may wait for a voice
  if (!opened || inSight.at(event.shiftKey ? 0 : -1) !== document.activeElement) return;
  opened.hidePopover(); // its control has the focus again
  if (event.shiftKey) refuse(event); // else Tab goes on from there
}

const MOVES = /^( |Arrow\w+|Page\w+|Home|End)$/;

function leadKeys(event) {
  if (event.key === "Tab") leaveOpened(event);
  // Where nothing has the focus, the browser would move what cannot move.
  const isNowhere = document.activeElement === document.body;
  if (isNowhere && MOVES.test(event.key)) scroller()?.focus({ preventScroll: true });
}
