// The outline is put in order in place: buttons send what they would send without this script, and lines can be dragged.

import { startDragging } from "./studio_outline_drag.js";
import { fetchedPage, focusSummary, said, sendWhole } from "./studio_swap.js";

let busy = Promise.resolve();

const place = () => document.querySelector(".studio");

function isMove(form, submitter) {
  return form.matches("#arrange, .ed-more-in form") && !submitter?.hasAttribute("formaction") && !form.dataset.whole;
}

async function move(form, submitter, focusId) {
  try {
    const { page } = await fetchedPage(form, submitter);
    const fresh = page.querySelector(".studio");
    if (!fresh || !page.getElementById("outline")) throw new Error("no outline");
    const words = said(page);
    place().replaceChildren(...fresh.childNodes);
    begin();
    const target = document.getElementById(focusId);
    if (page.querySelector("[data-takes-focus]")) focusSummary();
    else target?.focus();
    document.getElementById("outline-said").textContent = words;
  } catch {
    sendWhole(form, submitter);
  }
}

// One move after the other: each goes from the revision that the one before has made.
function queue(formOf, submitterOf, focusId) {
  busy = busy.then(() => {
    const form = formOf();
    return form && move(form, submitterOf?.(), focusId);
  });
}

function dropped(fields, focusId) {
  const arrange = document.getElementById("arrange");
  const inputs = Object.entries(fields).map(([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  arrange.append(...inputs);
  queue(() => document.getElementById("arrange"), null, focusId);
}

function begin() {
  if (document.querySelector("#outline[data-arranged]")) startDragging(document.getElementById("outline"), dropped);
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!isMove(form, submitter)) return;
  event.preventDefault();
  const focusId = submitter?.id || `into-${form.elements.into?.value}`;
  const id = submitter?.id;
  if (form.id === "arrange") queue(() => document.getElementById("arrange"), () => document.getElementById(id), focusId);
  else queue(() => form, () => submitter, focusId);
});

// A list of more things to do closes when something else is done.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".ed-more[open]")) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.activeElement?.closest(".ed-more[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// What is typed into the search is looked for at once, among the lines that are here.
document.addEventListener("input", (event) => {
  if (event.target.id !== "id_q") return;
  const wanted = event.target.value.trim().toLowerCase();
  for (const section of document.querySelectorAll(".ed-section")) {
    const lines = [...section.querySelectorAll(".ed-question")];
    for (const line of lines) line.hidden = Boolean(wanted) && !line.dataset.words.toLowerCase().includes(wanted);
    section.hidden = Boolean(wanted) && lines.every((line) => line.hidden);
  }
});

begin();
focusSummary();
