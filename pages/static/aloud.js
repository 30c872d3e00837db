// Read aloud: a tap on a section's button, and a voice of this machine reads what stands in it, one
// sentence after the other. A voice that is elsewhere counts as none: nothing that is read leaves
// the machine. Words come with the page (pages/parts/aloud.py). Nothing is stored anywhere.
"use strict";

const speech = window.speechSynthesis;
let reading = null; // the section being read, its sentences, and at which of them we are
let hasSpoken = false; // since this page was opened
let isBroken = false; // a voice that never speaks counts as none

// ---- Voices -------------------------------------------------------------------------------------

const NEAR = ["US", "419", "MX"]; // of several voices, the one that sounds like people here
const locales = new Map();

function localeOf(tag) {
  if (!locales.has(tag)) {
    let locale = null; // not every engine names its languages well
    try { locale = new Intl.Locale(tag.replaceAll("_", "-")); } catch { /* then it is not asked */ }
    locales.set(tag, locale);
  }
  return locales.get(tag);
}

const languageOf = (tag) => localeOf(tag)?.language;
const tagOf = (element) => element.closest("[lang]").lang;

let voices = new Map(); // those of this machine, by language: an engine may bring thousands
let areKnown = false; // all that the browser has, wherever they are

function learnVoices() {
  const all = speech.getVoices();
  areKnown = all.length > 0;
  voices = new Map();
  for (const voice of all) {
    const language = languageOf(voice.lang);
    if (!voice.localService || !language || isBroken) continue;
    if (!voices.has(language)) voices.set(language, []);
    voices.get(language).push(voice);
  }
  showButtons();
}

function voiceFor(tag) {
  const wanted = localeOf(tag);
  const distance = ({ lang }) => {
    const { region } = localeOf(lang);
    if (region && region === wanted.region) return -1;
    return NEAR.includes(region) ? NEAR.indexOf(region) : NEAR.length;
  };
  const fitting = voices.get(wanted?.language) ?? [];
  return fitting.toSorted((one, other) => distance(one) - distance(other))[0];
}

// What a button stands in; beside a heading, what that is the heading of.
const sectionOf = (button) => (button.closest("header") ?? button).parentElement;

// A section with a part in a second language needs both voices: none of it goes unread.
function showButtons() {
  for (const button of document.querySelectorAll("button.aloud")) {
    const section = sectionOf(button);
    const tags = [tagOf(section), ...[...section.querySelectorAll("[lang]")].map((one) => one.lang)];
    const isDead = !tags.every((tag) => voices.has(languageOf(tag)));
    if (button.hidden !== isDead) button.hidden = isDead;
  }
}

// ---- What is read: words as they stand, without the controls among them -------------------------

// A picture in a table has its numbers beside it; a table's headings are read with the cells.
const UNREAD = "button:not(.term), summary, input, select, textarea, [popover], [aria-hidden=true], "
  + "#player, thead, td img";

function blockOf(node) {
  const parent = node.parentElement;
  const isInline = /^(inline|contents)/.test(getComputedStyle(parent).display);
  return isInline ? blockOf(parent) : parent;
}

function isSeen(element) {
  // What only passes its content on has no box of its own, and counts as not seen by itself.
  const { display } = getComputedStyle(element);
  return display === "contents" || element.checkVisibility({ visibilityProperty: true });
}

function isRead(node) {
  const isThere = node.nodeType === Node.TEXT_NODE || (!node.matches(UNREAD) && isSeen(node));
  return isThere ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT; // with all that is in it
}

// What a cell is read with: who hears one number after the other must know what it is of.
function headOf(cell) {
  return cell.colSpan === 1 ? cell.closest("table").tHead?.rows[0].cells[cell.cellIndex] : null;
}

// The texts of a section: of one block and in one language each, told apart as they are seen.
function textsOf(section) {
  const texts = [];
  const what = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const nodes = document.createTreeWalker(section, what, isRead);
  let isCut = true;
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      const [block, tag, last] = [blockOf(node), tagOf(node.parentElement), texts.at(-1)];
      if (isCut || last.block !== block || last.tag !== tag) {
        texts.push({ block, tag, words: "", nodes: [] });
      }
      texts.at(-1).nodes.push({ node, from: texts.at(-1).words.length });
      texts.at(-1).words += node.data.replace(/\s/g, " "); // a line's end in the source is no end
      isCut = false;
    } else if (node.matches("img")) {
      texts.push({ tag: tagOf(node), words: node.alt, whole: node });
      isCut = true;
    } else if (node.matches("tbody :is(th, td)")) {
      const head = headOf(node);
      if (head) texts.push({ tag: tagOf(head), words: head.textContent, whole: node });
      isCut = true;
    } else if (node.matches("br, hr")) {
      isCut = true;
    }
  }
  return texts;
}

function rangeOf(text, from, to) {
  const range = document.createRange();
  if (text.whole) {
    range.selectNode(text.whole);
  } else {
    const first = text.nodes.findLast((one) => one.from <= from);
    const last = text.nodes.findLast((one) => one.from < to);
    range.setStart(first.node, from - first.from);
    range.setEnd(last.node, to - last.from);
  }
  return range;
}

function sentencesOf(text) {
  const sentences = new Intl.Segmenter(text.tag, { granularity: "sentence" }).segment(text.words);
  return [...sentences].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map((one) => {
    const from = one.index + one.segment.length - one.segment.trimStart().length;
    const words = one.segment.trim();
    const range = rangeOf(text, from, from + words.length);
    return { words: words.replace(/\s+/g, " "), tag: text.tag, range };
  });
}

// ---- Reading ------------------------------------------------------------------------------------

const A_WORD = 2; // seconds that the slowest voice may take
const AT_LEAST = 10; // seconds for a voice to begin

function secondsFor({ words, tag }) {
  const parts = new Intl.Segmenter(tag, { granularity: "word" }).segment(words);
  return AT_LEAST + A_WORD * [...parts].filter((one) => one.isWordLike).length;
}

function bringIntoSight({ range }) {
  const lines = range.getClientRects();
  const isSeen = (line) => {
    const there = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
    return reading.section.contains(there) && !there.closest("#player, .close"); // no bar above it
  };
  if (lines.length === 0 || (isSeen(lines[0]) && isSeen(lines[lines.length - 1]))) return;
  const card = reading.section.closest(".note"); // half of it may be the player and Close
  const scrolls = card ?? document.getElementById("stMain");
  const { top, height } = scrolls.getBoundingClientRect();
  scrolls.scrollBy(0, lines[0].top - top - height / (card ? 9 : 3));
}

function speak() {
  const sentence = reading.sentences[reading.at];
  const voice = sentence && voiceFor(sentence.tag);
  if (!voice) return stop();
  CSS.highlights?.set("spoken", new Highlight(sentence.range));
  const said = Object.assign(new SpeechSynthesisUtterance(sentence.words), {
    voice,
    lang: voice.lang,
    onend: () => reading?.said === said && goOnAfter(),
    onerror: () => reading?.said === said && giveUp(),
  });
  reading.said = said; // held, or the browser may lose it, and its end
  clearTimeout(reading.watchdog);
  reading.watchdog = setTimeout(giveUp, secondsFor(sentence) * 1000);
  showPlayer();
  bringIntoSight(sentence); // above the player
  speech.speak(said);
}

function goOnAfter() {
  hasSpoken = true;
  reading.at += 1;
  speak();
}

function giveUp() {
  isBroken = !hasSpoken; // its buttons would be dead
  stop();
  learnVoices();
}

function hush() {
  clearTimeout(reading.watchdog);
  reading.said = null;
  speech.cancel(); // also where it is paused: engines disagree on what a pause is
}

const player = document.getElementById("player");

// A card that a tap opened lies above all bars, and a tap outside closes it: the player goes in.
function placePlayer() {
  if (!document.querySelector(".stApp")) return; // the visit has ended, and with it its page
  const close = reading && document.querySelector(".note:popover-open > .close");
  const place = close?.parentElement ?? document.body;
  if (player.parentElement !== place) place.insertBefore(player, close);
  const { lang, dir } = document.documentElement;
  if (player.lang !== lang) Object.assign(player, { lang, dir }); // a card may be in another
}

function showPlayer() {
  placePlayer();
  const isPaused = reading !== null && reading.said === null;
  player.hidden = reading === null || isCovered();
  player.querySelector("[data-aloud=pause]").hidden = isPaused;
  player.querySelector("[data-aloud=go-on]").hidden = !isPaused;
}

function stop() {
  if (!reading) return;
  hush();
  const { button } = reading;
  const hadFocus = document.activeElement?.closest("#player");
  reading = null;
  CSS.highlights?.delete("spoken");
  showPlayer();
  if (hadFocus) button.focus({ preventScroll: true });
}

// ---- Taps, and what silences --------------------------------------------------------------------

const isCovered = () => document.querySelector("dialog[open]") !== null;
const pageNow = () => document.querySelector("h1[data-page]")?.dataset.page;

// A second tap of a trembling hand was meant for what was there before: guard.js refuses it.
const settle = () => dispatchEvent(new Event("settle"));

const PRESSED = {
  read: (button) => {
    stop();
    const section = sectionOf(button);
    const sentences = textsOf(section).flatMap(sentencesOf);
    reading = { button, section, sentences, at: 0, page: pageNow() };
    speak();
  },
  pause: () => {
    hush();
    after("go-on");
  },
  "go-on": () => {
    speak(); // the sentence from its beginning
    after("pause");
  },
  stop: () => {
    stop();
    settle();
  },
};

function after(next) {
  showPlayer();
  document.querySelector(`#player [data-aloud=${next}]`)?.focus({ preventScroll: true });
  settle();
}

function tapped(event) {
  const button = event.target.closest("[data-aloud]");
  const does = button?.dataset.aloud;
  if (does === "read" || reading) PRESSED[does]?.(button);
}

function isGone() {
  const { page, section } = reading;
  return page !== pageNow() || !section.isConnected || !section.checkVisibility();
}

function changed() {
  if (reading && isGone()) stop();
  if (reading?.said && isCovered()) hush(); // whoever comes back goes on from there
  if (reading) showPlayer();
  if (areKnown) showButtons();
  else learnVoices(); // a browser finds them late, and not every one tells
}

if (speech) {
  speech.cancel(); // whatever the page before left
  document.addEventListener("click", tapped);
  speech.addEventListener("voiceschanged", learnVoices);
  document.addEventListener("toggle", changed, true); // a card opens or closes
  new MutationObserver(changed).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ["open", "lang", "data-page"],
  });
}
