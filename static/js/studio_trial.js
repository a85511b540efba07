// The bench answers as you change: the form is sent by itself and the result put in its place. Nothing is stored.

import { questionOf, settleContradictions, showProblem, showShare } from "./fields.js";

const PAUSE = 300;
const TYPING_PAUSE = 800;

const form = document.getElementById("bench-form");
const result = document.getElementById("bench-result");
const said = document.getElementById("bench-said");
const failed = document.getElementById("bench-failed");
let timer = null;
let asked = 0;

async function calculate() {
  clearTimeout(timer);
  const number = ++asked;
  result.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const changed = await answer.json();
    if (number === asked) show(changed);
  } catch {
    if (number === asked) failed.hidden = false;
  } finally {
    if (number === asked) result.removeAttribute("aria-busy");
  }
}

function show(changed) {
  const open = [...result.querySelectorAll("details[open][id]")].map((details) => details.id);
  result.innerHTML = changed.result;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  said.textContent = changed.said;
  failed.hidden = true;
  const hidden = new Set(changed.hidden);
  for (const place of form.querySelectorAll("[data-question]")) {
    place.hidden = hidden.has(place.dataset.question);
    showProblem(place.querySelector("article.q"), changed.problems[place.dataset.question] ?? "");
  }
  for (const section of form.querySelectorAll(".bench-section")) {
    section.hidden = !section.querySelector("[data-question]:not([hidden])");
  }
}

function changedField(event, pause) {
  const article = questionOf(event.target);
  if (article) {
    settleContradictions(article, event.target);
    showShare(article, "{share} %");
  }
  clearTimeout(timer);
  timer = setTimeout(calculate, pause);
}

form.addEventListener("input", (event) => { if (event.target.matches(".form-control")) changedField(event, TYPING_PAUSE); });
form.addEventListener("change", (event) => changedField(event, PAUSE));
form.addEventListener("submit", (event) => {
  if (event.submitter?.formAction && event.submitter.formAction !== form.action) return;
  event.preventDefault();
  calculate();
});
form.classList.add("is-live");
