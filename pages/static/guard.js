// The guard watches over one screen: nobody sees what the last visitor saw, nobody gets out of the
// kiosk, and a fault shows our own words. It runs before Streamlit does, and goes on when it fails.
// Words and seconds come with the page (pages/parts/guard.py). Nothing is stored anywhere.
"use strict";

const guard = document.getElementById("guard");
const [cover, question, curtain, invitation, staff, cleaning] = [
  "cover", "question", "curtain", "invitation", "staff", "cleaning",
].map((name) => document.getElementById(name)); // `dialog`s: above everything, all else inert
const isLocked = guard.dataset.locked !== "no"; // an editor's own screen is not

const now = () => performance.now() / 1000; // in seconds; no change of the clock moves it
const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const heading = () => document.querySelector("h1[data-page]"); // frame.py draws it on every page

const tellSeconds = (layer, left) => {
  layer.querySelector(".seconds").textContent = Math.max(0, Math.ceil(left));
};
const on = (events, act) => {
  const early = { capture: true, passive: false }; // before Streamlit, and able to refuse
  for (const name of events.split(" ")) addEventListener(name, act, early);
};

const isCovered = () => document.querySelector("dialog[open]") !== null;
let card = null; // a reader's open source card: the browser closes it when a layer opens

function show(layer) {
  if (layer.open) return;
  card = document.querySelector(":popover-open") ?? card;
  layer.showModal();
  // The browser went to the first button: right where it is the answer that is wanted.
  if (!layer.querySelector("[data-wanted]")) layer.focus(); // no ring around what nobody chose
}

function putBack() {
  if (isCovered()) return;
  if (card?.isConnected) card.showPopover();
  card = null;
}

function coverAll(tells) {
  cover.close(); // what is opened last lies above
  cover.dataset.tells = tells;
  cover.ariaLabel = cover.querySelector(`[data-told=${tells}]`).textContent;
  show(cover);
}

// ---- The end of a visit: cover, let the server forget, open a new page --------------------------

const CLEAR = "[data-tap=clear]"; // its tap empties the session: session.clear()
const ANSWERS = 2; // seconds that the server has for that; its session ends without us anyway
let isEnding = false;

// `cause` is one of those that logic/metrics.py counts; the server is told no more of a visit's end.
async function wipe(cause, isPressed) {
  if (isEnding) return;
  isEnding = true;
  coverAll("clearing");
  const last = heading()?.dataset.page;
  if (!isPressed) send("clear");
  for (const since = now(); now() - since < ANSWERS && heading()?.dataset.page === last; ) {
    await pause(0.05);
  }
  await leave(cause);
}

async function leave(cause = "away") {
  isEnding = true;
  if (cover) {
    coverAll(cover.dataset.tells ?? "away");
    document.querySelectorAll("body > :not(#guard)").forEach((one) => one.remove());
    document.title = guard.dataset.name;
  }
  for (;;) {
    // A page that is opened while the server is away would be the browser's own, technical one.
    const told = cover ? cause : null; // else nothing was in sight that could be wiped
    for (let wait = 0.5; !(await isWell(told)); wait = Math.min(wait * 1.5, 5)) await pause(wait);
    cause = null;
    location.replace("/");
    await pause(DRAWS_WITHIN); // it is gone by then, unless nothing came
  }
}

// What the browser keeps for its Back button is covered, and opens a new page when it is shown.
addEventListener("pagehide", () => cover && coverAll("clearing"));
addEventListener("pageshow", (event) => event.persisted && leave());

// ---- The server away: cover within 2 seconds, come back by itself -------------------------------

const ASK_EVERY = 0.4; // seconds
const ANSWER_WITHIN = 1.2; // seconds
const FORGIVEN = 10; // seconds away after which a visit is not taken up again
const LONG = 20; // seconds away after which the cover sends people to the desk
const DRAWS_WITHIN = 20; // seconds from our page to Streamlit's; then another, as often as it takes
const began = now();
let awaySince = null;
let wasLost = false;

async function isWell(ended) {
  const signal = AbortSignal.timeout(ANSWER_WITHIN * 1000);
  const headers = ended ? { "X-Ended": ended } : {}; // no address: those stand in logs
  const asked = { method: "HEAD", cache: "no-store", headers, signal };
  const answer = await fetch(guard.dataset.well, asked).catch(() => null);
  awaySince = answer?.ok ? null : (awaySince ?? now());
  if (cover && awaySince !== null && now() - awaySince > LONG) cover.dataset.tells = "rest";
  return awaySince === null;
}

function isLost() {
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
  return heading() ? state !== "CONNECTED" : now() - began > DRAWS_WITHIN;
}

async function watchTheServer() {
  while (!isEnding) {
    const well = await isWell();
    if (isEnding) return;
    wasLost ||= isLost(); // Streamlit may have another connection by the time the server is well
    if (well ? wasLost : now() - awaySince > FORGIVEN) return leave();
    if (well) cover.close();
    else if (!cover.open) coverAll("away");
    await pause(ASK_EVERY);
  }
}

// ---- Nobody there: ask, count down, wipe --------------------------------------------------------

const COUNTS_DOWN = 30; // seconds
const READ_A_SECOND = 100 / 60; // words, of a slow reader
const AT_MOST = 600; // seconds to which more time, or a sound, can hold a page that is read sooner
const QUIET = 60; // seconds after which a clear screen invites
const FRESH = 3600; // seconds after which it is opened anew: it has the newest words, and no leak
const DRAWN_IN = 10; // seconds after a touch in which it may still lead to another page
const HIDDEN_FOR = 45; // seconds for which a page stays behind the curtain
const PIN_PAD = 30; // seconds for which the staff's pad stays open
let lastTouch = now();
let lastSound = 0;
let allowed = null; // seconds until the question; worked out once after each touch
let patience = 1;

function touched() {
  if (question.open || cover.open || cleaning?.open) return; // none of them is a sign of reading
  lastTouch = now();
  allowed = null;
}

function wordsInSight() {
  const texts = document.createTreeWalker(document.querySelector(".stApp"), NodeFilter.SHOW_TEXT);
  const place = document.createRange();
  let words = 0;
  while (texts.nextNode()) {
    place.selectNode(texts.currentNode);
    const { top, bottom, height } = place.getBoundingClientRect();
    const isInSight = height > 0 && bottom > 0 && top < innerHeight;
    if (isInSight && texts.currentNode.parentElement.checkVisibility()) {
      words += texts.currentNode.data.split(/\s+/).filter(Boolean).length;
    }
  }
  return words;
}

function secondsAllowed(use) {
  if (curtain.open) return HIDDEN_FOR; // nobody reads
  const reads = use === "reading" ? wordsInSight() / READ_A_SECOND : 0;
  const usual = Math.max(Number(guard.dataset[use]), reads);
  return Math.min(usual * patience, Math.max(usual, AT_MOST));
}

function isListening() {
  if (question.open || now() - lastTouch > AT_MOST) return false; // a sound can be stuck
  const sounds = [...document.querySelectorAll("audio, video")];
  return window.speechSynthesis?.speaking || sounds.some((one) => !one.paused);
}

function watchTheTime() {
  if (isEnding || cover.open || cleaning?.open) return;
  if (isListening()) lastSound = now();
  const quiet = now() - Math.max(lastTouch, lastSound);
  const use = heading()?.dataset.use ?? "choices";
  if (staff?.open && quiet > PIN_PAD) staff.close();
  if (use === "clear") {
    patience = 1; // of the visitor before
    question.close();
    if (quiet <= QUIET || staff?.open) return;
    if (quiet > FRESH) return leave("anew");
    curtain.close();
    return show(invitation);
  }
  if (quiet < DRAWN_IN) return;
  allowed ??= secondsAllowed(use);
  const left = allowed + COUNTS_DOWN - quiet;
  if (left > COUNTS_DOWN) return;
  tellSeconds(question, left);
  show(question);
  if (left <= 0) wipe("nobody");
}

function giveMoreTime() {
  patience *= 2;
  question.close();
  touched();
}

// ---- Staff: a long press on the name, the PIN, and half a minute to clean -----------------------

const LONG_PRESS = 3; // seconds
const CLEANS_FOR = 30; // seconds
const SAYS = { 403: "wrong", 429: "locked" };
let press = null;
let pin = "";

function setPin(digits, says) {
  pin = digits.slice(0, 8);
  staff.querySelector(".typed").textContent = "•".repeat(pin.length);
  for (const one of staff.querySelectorAll("[data-says]")) one.hidden = one.dataset.says !== says;
}

function openPad() {
  if (isEnding || cover.open) return;
  setPin("");
  show(staff);
}

async function enterPin() {
  if (pin === "") return;
  const asked = { cache: "no-store", headers: { "X-Pin": pin } };
  const answer = await fetch("/kiosk/staff", asked).catch(() => null);
  setPin("", SAYS[answer?.status]);
  if (answer?.ok) clean(await answer.text());
}

async function clean(told) {
  staff.close();
  cleaning.querySelector(".told").textContent = told; // what staff should know
  show(cleaning);
  if (cover.open) coverAll(cover.dataset.tells); // it came while the PIN was being judged
  for (const until = now() + CLEANS_FOR; now() < until; await pause(0.2)) {
    tellSeconds(cleaning, until - now());
  }
  await wipe("cleaned"); // a cloth may have tapped before
}

// ---- Taps and keys ------------------------------------------------------------------------------

// Streamlit's own line to the server, which takes our taps too: pages/parts/stream.py. A widget of
// Streamlit's would have to be drawn for each control, on every page, and sends 11 ms later.
let line = null;
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    line = this;
    this.addEventListener("message", takeApart); // before Streamlit's own
  }
};

// A page comes as one message, so that Streamlit draws it once: logic/lots.py.
function takeApart(event) {
  const { data } = event;
  const told = new DataView(data);
  if (told.getUint8(0) !== 0) return; // a message by itself
  event.stopImmediatePropagation();
  for (let at = 1; at < data.byteLength; ) {
    const begins = at + 4;
    at = begins + told.getUint32(at);
    this.dispatchEvent(new MessageEvent("message", { data: data.slice(begins, at) }));
  }
}

// What is shown comes in signs (logic/carried.py), and is laid out before anything is painted.
const SIGNS = [["\uf8f4", "<"], ["\uf8f5", ">"], ["\uf8f6", "&"], ["\uf8f7", '"']];

function layOutShown() {
  for (const one of document.querySelectorAll("[data-shows]")) {
    one.outerHTML = SIGNS.reduce((html, both) => html.replaceAll(...both), one.dataset.shows);
  }
}

function send(control) {
  const page = heading()?.dataset.page ?? "00000000-0"; // none is drawn: what is meant on every page
  if (line?.readyState === WebSocket.OPEN) line.send(`${page} ${control}`);
}

// Milliseconds in which a second tap, of a hand that trembles, was meant for what was there before.
const PAGE_SETTLES = 400;
const LAYER_SETTLES = 800;
const ALWAYS = "[data-tap=clear], [data-tap=talk], [data-guard=curtain]"; // help
const KEYS = /^(Tab|Shift|Enter| |Escape|Arrow\w+|Page\w+|Home|End)$/;
const ZOOM = /^[-+=0]$/; // with Ctrl: larger letters are for everyone

const LEADS_AWAY = ["curtain", "again", "more", "start", "still", "close"]; // what is there changes
const PRESSED = {
  curtain: () => show(curtain),
  again: () => curtain.close(),
  more: giveMoreTime,
  clear: () => wipe("pressed"),
  start: () => invitation.close(),
  still: () => invitation.classList.add("still"), // until a new page is opened
  close: () => staff.close(),
  skip: (event) => {
    event.preventDefault(); // the address stays as it is
    heading()?.focus();
  },
  delete: () => setPin(pin.slice(0, -1)),
  enter: enterPin,
};

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

let settling = null;

function settle(milliseconds) {
  const { dataset } = document.documentElement;
  dataset.settling = "";
  clearTimeout(settling);
  settling = setTimeout(() => delete dataset.settling, milliseconds);
}

function isSecondTap(event) {
  const isByFinger = event.detail > 0;
  const isSettling = "settling" in document.documentElement.dataset;
  // What the first has done would be taken back, or printed twice.
  const putsBack = event.detail > 1 && event.target.closest(".ask, [data-tap=print]");
  return putsBack || (isByFinger && isSettling && !event.target.closest(ALWAYS));
}

function tapped(event) {
  if (isSecondTap(event) || event.target.closest("a:not([href^='#'])")) return refuse(event);
  if (event.target.closest(CLEAR)) wipe("pressed", true); // covers at once; the press itself goes on
  const meant = event.target.closest("[data-guard]")?.dataset.guard;
  if (LEADS_AWAY.includes(meant)) settle(LAYER_SETTLES);
  if (meant) (PRESSED[meant] ?? (() => setPin(pin + meant)))(event); // what is left is a digit
  const control = event.target.closest("[data-tap]");
  if (!control) return;
  send(control.dataset.tap);
  noteLeft(); // it takes a moment, and the page is still what it was
}

function isAllowed(event) {
  if (event.altKey || cleaning?.open) return false;
  if (event.key === "Escape" && (event.shiftKey || isCovered())) return false;
  return event.ctrlKey || event.metaKey ? ZOOM.test(event.key) : KEYS.test(event.key);
}

// ---- What a visitor chose for all pages: language, size, look -----------------------------------

const DRESS = ["size", "look", "calm"];
const OUR_WORDS = [".skip", ".waiting", "dialog[closedby]", "#player"];

function dress() {
  const { dataset, lang, dir } = heading();
  const html = document.documentElement;
  for (const name of DRESS) html.dataset[name] = dataset[name];
  if (html.lang === lang) return;
  Object.assign(html, { lang, dir });
  // A language that came after the page was opened has no words of the guard's in it yet.
  const words = document.querySelector(`template[lang="${lang}"]`)?.content;
  if (!words) return;
  for (const kind of OUR_WORDS) { // one after the other: the player may stand within the page
    const twins = words.querySelectorAll(kind);
    document.querySelectorAll(kind).forEach((one, place) => {
      one.replaceChildren(...twins[place].cloneNode(true).childNodes);
      one.ariaLabel = twins[place].ariaLabel;
    });
  }
}

function pageChanged() {
  layOutShown();
  if (!heading()) return;
  dress();
  followPage(); // this and what follows: keys.js
  keepFocus();
}

function pressed(event) {
  clearTimeout(press);
  const isOnName = staff && event.target.closest(".kiosk-name");
  if (isOnName) press = setTimeout(openPad, LONG_PRESS * 1000);
}

function listen() {
  on("pointerdown wheel keydown", touched); // a bag on the glass moves, and presses only once
  on("click", tapped);
  on("close", putBack);
  addEventListener("settle", () => settle(PAGE_SETTLES)); // aloud.js asks for it
  on("pointerdown", pressed);
  on("keydown", leadKeys);
  on("keydown", (event) => event.repeat && /^(Enter| )$/.test(event.key) && refuse(event)); // held
  on("focusin", noteFocus);
  on("beforetoggle", enterOpened);
  on("click", layOutDetails);
  on("toggle", ({ target }) => layOut(target)); // what opened it was no tap
  on("beforeprint", layOutAll);
  on("pointerup pointercancel", () => clearTimeout(press));
  const changes = { childList: true, subtree: true, attributeFilter: ["data-test-script-state"] };
  new MutationObserver(pageChanged).observe(document.body, changes);
  // Streamlit may be back before the guard looks again, and draws nothing then.
  new MutationObserver(() => (wasLost ||= isLost())).observe(document.body, {
    subtree: true,
    attributeFilter: ["data-test-connection-state"],
  });
}

function keepOut() {
  on("contextmenu dragstart selectstart auxclick", refuse);
  on("wheel", (event) => event.ctrlKey && refuse(event));
  on("keydown", (event) => isAllowed(event) || refuse(event));
}

if (isLocked) keepOut();
if (cover) {
  listen();
  watchTheServer();
  if (isLocked) setInterval(watchTheTime, 500);
} else {
  leave(); // this page has nothing to hide: it waits for a place, or for the kiosk
}
