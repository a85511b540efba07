// Answers as you change: the form is sent by itself, and what differs is put in its place. Nothing is kept anywhere.

import { questionOf, settleContradictions, showProblem, showShare } from "./fields.js";

const PAUSE = 250;
const TYPING_PAUSE = 700;

const form = document.getElementById("what-if-form");
const result = document.getElementById("what-if-result");
const said = document.getElementById("what-if-said");
const failed = document.getElementById("what-if-failed");
const jump = form.querySelector(".what-if-jump");
const touched = new Map();  // question to the number of its last change
let changes = 0;
let timer = null;
let asked = 0;

// Only the questions that were touched are sent: the server knows all others from the address.
function body(button) {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    const key = name.startsWith("q.") ? name.split(".")[1] : null;
    if (key === null || touched.has(key)) data.append(name, value);
  }
  if (button?.name) data.append(button.name, button.value);
  return data;
}

async function calculate(button) {
  clearTimeout(timer);
  const number = ++asked;
  const sent = new Map(touched);
  result.parentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: body(button), headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const changed = await answer.json();
    if (number !== asked) return;
    for (const [key, change] of sent) if (touched.get(key) === change) touched.delete(key);
    show(changed, button);
    failed.hidden = true;
  } catch {
    if (number === asked) failed.hidden = false;
  } finally {
    if (number === asked) result.parentElement.removeAttribute("aria-busy");
  }
}

function show(changed, button) {
  result.innerHTML = changed.result;
  showTicks(changed.ticks);
  said.textContent = changed.said;
  jump.querySelector("b").textContent = changed.short;
  if (changed.action !== form.getAttribute("action")) {
    form.setAttribute("action", changed.action);
    history.pushState(null, "", changed.address);
  }
  const hidden = new Set(changed.hidden);
  for (const place of form.querySelectorAll("[data-question]")) {
    place.hidden = hidden.has(place.dataset.question);
    const patch = changed.questions[place.dataset.question];
    if (patch) showQuestion(place, patch);
  }
  for (const group of form.querySelectorAll(".what-if-group")) {
    group.hidden = !group.querySelector("[data-question]:not([hidden])");
  }
  if (button?.name === "back") document.getElementById(`q-${button.value}`).focus();
}

// What was ticked while the answer was under way stays ticked, and the focus stays where it is.
function showTicks(html) {
  const place = document.getElementById("what-if-ticks");
  if (!place) return;
  const ticked = new Map([...place.querySelectorAll("input")].map((tick) => [tick.value, tick.checked]));
  const focused = place.contains(document.activeElement) ? document.activeElement.value : null;
  place.innerHTML = html;
  for (const tick of place.querySelectorAll("input")) {
    tick.checked = ticked.get(tick.value) ?? tick.checked;
    if (tick.value === focused) tick.focus();
  }
}

function showQuestion(place, patch) {
  const article = place.querySelector("article.q");
  if (touched.has(place.dataset.question)) return;  // changed again meanwhile
  if (patch.html !== null && !article.contains(document.activeElement)) article.outerHTML = patch.html;
  else showProblem(article, patch.problem);
  place.querySelector(".what-if-mark").innerHTML = patch.foot;
}

function changedField(event, pause) {
  const article = questionOf(event.target);
  if (article) {
    touched.set(article.dataset.key, ++changes);
    settleContradictions(article, event.target);
    showShare(article, "{share} %");
  }
  clearTimeout(timer);
  timer = setTimeout(calculate, pause);
}

form.addEventListener("input", (event) => { if (event.target.matches(".form-control")) changedField(event, TYPING_PAUSE); });
form.addEventListener("change", (event) => changedField(event, PAUSE));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  calculate(event.submitter);
});
addEventListener("popstate", () => location.reload());
form.classList.add("is-live");
