// What the person is told about saving: in sight at once, read aloud at most every five seconds.

const QUIET = 5000;

const seen = document.getElementById("saved");
const heard = document.getElementById("announcer");
const banner = document.getElementById("offline");

let waiting = [];
let lastSpoken = -QUIET;
let timer = null;

export function show(text, kind) {
  seen.textContent = text;
  seen.dataset.kind = kind;
}

export function announce(text) {
  waiting = [...waiting.filter((each) => each !== text), text].slice(-3);
  if (timer === null) timer = setTimeout(speak, Math.max(0, QUIET - (performance.now() - lastSpoken)));
}

function speak() {
  timer = null;
  heard.textContent = waiting.join(" ");
  waiting = [];
  lastSpoken = performance.now();
}

export function showBanner(text) {
  banner.hidden = !text;
  if (banner.firstElementChild.textContent === text) return;
  banner.firstElementChild.textContent = text;
  if (text) announce(text);
}

export function clock(time) {
  return new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
}

export function counted(texts, name, count) {
  return (count === 1 ? texts[`${name}_one`] : texts[`${name}_many`]).replace("{count}", String(count));
}
